using System.Globalization;
using StationBot.Indicators;
using StationBot.Pushes;

namespace StationBot.Answers.Settings;

/// <summary>Days, times and schedules as people read them.</summary>
internal static class SettingsText
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>9月23日（周一）.</summary>
    public static string Day(DateOnly day, DateOnly today) => $"{PeriodName.Of(day, today)}（周{Weekdays[(int)day.DayOfWeek]}）";

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>9月23日至29日.</summary>
    public static string Days(Period days, DateOnly today) =>
        days.First == days.Last ? Day(days.First, today)
        : days.First.Year != days.Last.Year || days.First.Month != days.Last.Month ? $"{PeriodName.Of(days.First, today)}至{PeriodName.Of(days.Last, days.First)}"
        : $"{PeriodName.Of(days.First, today)}至{days.Last.Day}日";

    /// <summary>每周一 08:30; what nobody can say in a sentence stands as its cron expression.</summary>
    public static string Schedule(PushSchedule schedule, DateTime now)
    {
        if (schedule.After(now) is not { } next)
            return schedule.Text;
        var fields = schedule.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [_, _, "*", "*", [>= '0' and <= '7']] ? $"每周{Weekdays[(int)next.DayOfWeek]} {Time(TimeOnly.FromDateTime(next))}"
            : fields is [_, _, "*", "*", "1-5"] ? $"每个工作日 {Time(TimeOnly.FromDateTime(next))}"
            : $"按 {schedule.Text}";
    }
}
