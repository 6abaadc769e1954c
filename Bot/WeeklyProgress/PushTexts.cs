using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records.Files;

namespace StationBot.WeeklyProgress;

/// <summary>Pieces of text that the week's message and reminders have in common. Pure.</summary>
internal static class PushTexts
{
    /// <summary>The furthest from their targets first.</summary>
    public static List<Standing> Behind(IEnumerable<Standing> standings) =>
        [.. standings.Where(one => one.Remaining > 0).OrderBy(one => (double)(one.Target - one.Remaining) / one.Target).ThenByDescending(one => one.Remaining)];

    public static IReadOnlyList<ProgressRow> Rows(IEnumerable<Standing> standings, int most) =>
        [.. standings.Take(most).Select(one => ProgressRow.Of(RowName.Of(one.Row), StatusText.Row(one), one))];

    /// <summary>9月18日 李桂兰 第 3 节.</summary>
    public static string Session(Dossier file, DateOnly today) =>
        $"{PeriodName.Of(file.Life.Next!.Value, today)} {file.Name} 第 {file.Life.NextPlace} 节{(file.Life.Next < today ? "（已过）" : "")}";

    /// <summary>李桂兰 21 天.</summary>
    public static string Silence(Dossier file, DateOnly today) => $"{file.Name} {file.Life.SilentDays(today)} 天";

    /// <summary>The first few; how many there are was told before.</summary>
    public static string Few(IReadOnlyCollection<string> texts, int most) => string.Join('、', texts.Take(most)) + (texts.Count > most ? "等" : "");

    /// <summary><c>缺 5 条，水印照片 3 条、网站上传 2 条</c>.</summary>
    public static string Lacking(IReadOnlyList<FiledRecord> lacking, int most)
    {
        var kinds = lacking.SelectMany(one => one.Missing.Select(EvidenceText.Of).Distinct()).GroupBy(kind => kind).OrderByDescending(kind => kind.Count()).Take(most);
        return $"缺 {lacking.Count} 条，{string.Join('、', kinds.Select(kind => $"{kind.Key} {kind.Count()} 条"))}";
    }
}
