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

    /// <summary>Null while nobody has to be reminded.</summary>
    public static string? Overdue(Dossier file, DateOnly today) => file.Life.DaysOverdue(today) switch
    {
        null or < 0 => null,
        0 => "今天该做",
        { } days => $"已过期 {days} 天",
    };

    public static string? Stalled(Dossier file, DateOnly today) => file.Life.IsStalled(today) ? $"停滞 {file.Life.SilentDays(today)} 天" : null;
}
