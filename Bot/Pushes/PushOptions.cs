using System.Globalization;

namespace StationBot.Pushes;

/// <param name="Weekly">When the weekly message is due where nobody said otherwise.</param>
/// <param name="RemindAt">When the day's reminder is looked for.</param>
public sealed record PushOptions(PushSchedule Weekly, TimeOnly RemindAt)
{
    public const string CronKey = "WeeklyProgress:Cron";
    public const string RemindAtKey = "WeeklyProgress:RemindAt";
    public const string DefaultRemindAt = "09:00";

    public static PushOptions Of(IConfiguration configuration) => new(
        PushSchedule.Of(configuration[CronKey]?.Trim() is { Length: > 0 } cron ? cron : PushSchedule.Default),
        TryTime(configuration[RemindAtKey]?.Trim() is { Length: > 0 } time ? time : DefaultRemindAt, out var at) ? at : throw new FormatException(RemindAtKey));

    /// <returns>Why a time can't be used, in Chinese; null where it can.</returns>
    public static string? RemindAtProblem(string value) =>
        !TryTime(value, out var time) ? $"“{value}”不是时间，例如 {DefaultRemindAt}"
        : PushSchedule.IsQuiet(time) ? $"“{value}”落在免打扰时间里，应在 08:00 到 19:50 之间"
        : null;

    private static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
