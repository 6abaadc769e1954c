using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records.Files;

namespace StationBot.Answers.Files;

/// <summary>Pieces of text about a case or group. Pure.</summary>
internal static class FileText
{
    /// <summary>
    /// Sessions held in the project year that counts today, of those that make the file complete: <c>3/5 节</c>.
    /// </summary>
    public static string Held(Dossier file, Period year) => $"{HeldIn(file, year)}/{CreditRules.SessionsToComplete} 节";

    public static int HeldIn(Dossier file, Period year) => file.Life.Sessions.Count(session => year.Contains(session.Date));

    public static string Stage(Dossier file) => FileStages.NameOf(file.Life.Stage, file.IsGroup);

    /// <summary>3号个案.</summary>
    public static string Number(Dossier file, Indicator row) => $"{file.Ordinal}号{row.ShortName}";

    /// <summary>张强的个案, 手工小组.</summary>
    public static string Whose(Dossier file, Indicator row) => file.IsGroup
        ? file.Name.EndsWith(row.ShortName, StringComparison.Ordinal) ? file.Name : file.Name + row.ShortName
        : $"{file.Name}的{row.ShortName}";

    /// <summary>下次什么时候.</summary>
    public static string NextOf(Dossier file, DateOnly today, Indicator row)
    {
        var days = file.Life.Next is { } day ? day.DayNumber - today.DayNumber : 0;
        return $"{Whose(file, row)}：" + file.Life switch
        {
            { Closed: { } closed } => $"已在{PeriodName.Of(closed, today)}结束，没有下一节",
            { Next: { } next } => $"下次 {PeriodName.Of(next, today)}（{(days > 0 ? $"还有 {days} 天" : days == 0 ? "今天" : $"已过 {-days} 天")}），第 {file.Life.NextPlace} 节",
            _ => $"没有约下次日期，下一节是第 {file.Life.NextPlace} 节{(file.Life.Sessions is [.., var last] ? $"，上次是{PeriodName.Of(last.Date, today)}" : "")}",
        };
    }

    /// <summary>Null while nobody has to be reminded.</summary>
    public static string? Overdue(Dossier file, DateOnly today) => file.Life.DaysOverdue(today) switch
    {
        null or < 0 => null,
        0 => "今天该做",
        { } days => $"已过期 {days} 天",
    };

    public static string? Stalled(Dossier file, DateOnly today) => file.Life.IsStalled(today) ? $"停滞 {file.Life.SilentDays(today)} 天" : null;
}
