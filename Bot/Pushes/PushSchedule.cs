using Cronos;
using StationBot.Indicators;

namespace StationBot.Pushes;

/// <summary>When the weekly message is due, as a cron expression of five fields, on the station's wall clock.</summary>
public sealed class PushSchedule
{
    public const string Default = "30 8 * * 1";

    /// <summary>Nothing unasked goes out at or after this time, or before <see cref="QuietUntil"/> (product.md §6).</summary>
    public static readonly TimeOnly QuietFrom = new(20, 0);
    public static readonly TimeOnly QuietUntil = new(8, 0);

    /// <summary>The latest time that leaves room for the ten minutes over which sends are spread.</summary>
    public static readonly TimeOnly Latest = new(19, 50);

    /// <summary>Any: only how far apart occurrences lie is looked at.</summary>
    private static readonly DateTime Probe = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CronExpression _cron;

    private PushSchedule(string text, CronExpression cron) => (Text, _cron, IsWeekly) = (text, cron, !Occurrences(cron).Take(9).Zip(Occurrences(cron).Skip(1)).Any(pair => pair.Second - pair.First < TimeSpan.FromDays(7)));

    public string Text { get; }

    /// <summary>At most once a week: a period is then a week, else a day.</summary>
    public bool IsWeekly { get; }

    /// <returns>Null where it can't be used; see <see cref="Problem"/>.</returns>
    public static PushSchedule? Find(string text) => Problem(text) is null ? new PushSchedule(text, CronExpression.Parse(text)) : null;

    /// <summary>Of a schedule that was checked when it was stored.</summary>
    public static PushSchedule Of(string text) => new(text, CronExpression.Parse(text));

    public static PushSchedule On(DayOfWeek day, TimeOnly time) => Of($"{time.Minute} {time.Hour} * * {(int)day}");

    public static PushSchedule Daily(TimeOnly time) => Of($"{time.Minute} {time.Hour} * * 1-5");

    /// <returns>Why it can't be used, in Chinese; null where it can.</returns>
    public static string? Problem(string text)
    {
        try
        {
            var times = Occurrences(CronExpression.Parse(text)).Take(60).ToList();
            return times.Count == 0 ? $"“{text}”永远不会到时间"
                : times.Any(time => IsQuiet(TimeOnly.FromDateTime(time))) ? $"“{text}”落在免打扰时间里，应在 08:00 到 19:50 之间"
                : times.Zip(times.Skip(1)).Any(pair => pair.First.Date == pair.Second.Date) ? $"“{text}”一天不止一次"
                : null;
        }
        catch (CronFormatException)
        {
            return $"“{text}”不是五段的 cron 表达式，例如 {Default}（每周一 08:30）";
        }
    }

    /// <summary>Whether a send that begins then could still be on its way in the quiet hours.</summary>
    public static bool IsQuiet(TimeOnly time) => time < QuietUntil || time > Latest;

    /// <summary>The next time after this one; both on the wall clock.</summary>
    public DateTime? After(DateTime local) => Next(_cron, local);

    /// <summary>The week, by its Monday, or the day that an occurrence stands for: sent once each.</summary>
    public DateOnly PeriodOf(DateTime occurrence)
    {
        var day = DateOnly.FromDateTime(occurrence);
        return IsWeekly ? Period.WeekOf(day).First : day;
    }

    /// <summary>The zone is the caller's matter: on the wall clock there is none.</summary>
    private static DateTime? Next(CronExpression cron, DateTime local) =>
        cron.GetNextOccurrence(DateTime.SpecifyKind(local, DateTimeKind.Utc)) is { } next ? DateTime.SpecifyKind(next, DateTimeKind.Unspecified) : null;

    private static IEnumerable<DateTime> Occurrences(CronExpression cron)
    {
        for (var next = Next(cron, Probe); next is { } time; next = Next(cron, time))
        {
            yield return time;
        }
    }
}
