using StationBot.Indicators;

namespace StationBot.Answers.Rules;

/// <summary>Where in the bureau's task list it stands: <c>任务清单第 13 项（原文 111–118 行）</c>. Pure.</summary>
internal static class SourceText
{
    /// <summary>Of more rows only the numbers are told.</summary>
    private const int MostQuoted = 3;

    public static IEnumerable<string> Of(Catalog catalog, IReadOnlyCollection<Indicator> rows)
    {
        var numbers = catalog.Rows.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index + 1);
        var quoted = rows.GroupBy(row => (Ten: row.TargetTexts[Tier.T10], Twenty: row.TargetTexts[Tier.T20], row.Requirement)).ToList();
        if (quoted.Count > MostQuoted)
        {
            yield return $"依据{catalog.Year}年任务清单第 {Joined(rows.Select(row => numbers[row.Id]))} 项，问单项可以看原文。";
            yield break;
        }

        foreach (var group in quoted)
        {
            var lines = string.Join('、', group.Select(row => $"{row.SourceLines.First}–{row.SourceLines.Last}"));
            yield return $"依据{catalog.Year}年任务清单第 {Joined(group.Select(row => numbers[row.Id]))} 项（原文 {lines} 行）：{Targets(group.Key)}全年要求：{group.Key.Requirement.ReplaceLineEndings(" ")}";
        }
    }

    private static string Targets((string Ten, string Twenty, string Requirement) texts) =>
        texts.Ten.Length == 0 ? ""
        : texts.Ten == texts.Twenty ? $"指标值 {texts.Ten}；"
        : $"指标值 10万档 {texts.Ten}，20万档 {texts.Twenty}；";

    private static string Joined(IEnumerable<int> numbers) => string.Join('、', numbers);
}
