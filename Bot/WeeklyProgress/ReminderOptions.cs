using System.Globalization;

namespace StationBot.WeeklyProgress;

/// <summary>When something is worth a reminder.</summary>
/// <param name="DaysBeforeMonthEnd">So many days before a month closes, rows that are behind are told.</param>
/// <param name="DaysBeforeQuarterEnd">The same before a quarter closes.</param>
/// <param name="DaysWithoutPhoto">A record that has had no photo for so long is told, once.</param>
public sealed record ReminderOptions(IReadOnlyList<int> DaysBeforeMonthEnd, IReadOnlyList<int> DaysBeforeQuarterEnd, int DaysWithoutPhoto)
{
    public const string MonthKey = "WeeklyProgress:Reminders:DaysBeforeMonthEnd";
    public const string QuarterKey = "WeeklyProgress:Reminders:DaysBeforeQuarterEnd";
    public const string PhotoKey = "WeeklyProgress:Reminders:DaysWithoutPhoto";

    private const int LongestBefore = 30;
    private const int LongestWithout = 365;

    public static readonly ReminderOptions Default = new([7, 3, 1], [7, 3, 1], 3);

    /// <summary>What was checked at the start (<see cref="DaysReason"/>, <see cref="PhotoReason"/>).</summary>
    public static ReminderOptions Of(IConfiguration configuration) => new(
        configuration[MonthKey] is { } month ? Days(month) : Default.DaysBeforeMonthEnd,
        configuration[QuarterKey] is { } quarter ? Days(quarter) : Default.DaysBeforeQuarterEnd,
        configuration[PhotoKey]?.Trim() is { Length: > 0 } photo ? int.Parse(photo, CultureInfo.InvariantCulture) : Default.DaysWithoutPhoto);

    /// <returns>Why a list of days is none; an empty one turns the reminder off.</returns>
    public static string? DaysReason(string value) =>
        Parts(value).Find(part => !IsWithin(part, LongestBefore)) is { } wrong ? $"“{wrong}”不是 1 到 {LongestBefore} 的天数，应写成 7,3,1" : null;

    public static string? PhotoReason(string value) => value.Length == 0 || IsWithin(value, LongestWithout) ? null : $"“{value}”应是 1 到 {LongestWithout} 的天数";

    private static List<int> Days(string value) => Parts(value).ConvertAll(part => int.Parse(part, CultureInfo.InvariantCulture));

    private static List<string> Parts(string value) => [.. value.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static bool IsWithin(string value, int most) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= most;
}
