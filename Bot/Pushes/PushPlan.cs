using System.Globalization;
using StationBot.Indicators;
using StationBot.Stations;

namespace StationBot.Pushes;

/// <summary>Computes when a target's next messages are due, from what it recorded.</summary>
public sealed class PushPlan(DueTimes due, PushOptions options, StationClock clock)
{
    private const string LocalFormat = "s";

    /// <summary>Changes when times have to be computed anew: another schedule, another holiday.</summary>
    public string Fingerprint { get; } = $"{options.Weekly.Text}|{options.RemindAt:HH\\:mm}|{clock.ZoneId}|{due.Fingerprint}";

    public DueTimes Due => due;

    public PushSchedule Default => options.Weekly;

    public PushSchedule ScheduleOf(PushTarget target) => target.Cron is { } own ? PushSchedule.Of(own) : options.Weekly;

    /// <summary>The days on which nothing goes out.</summary>
    public static IReadOnlyList<Period> AwayOf(PushTarget target, IEnumerable<Period> leave) =>
        target.Pause is { } pause ? [.. target.IsGroup ? [] : leave, pause] : target.IsGroup ? [] : [.. leave];

    /// <summary>With the next times filled in.</summary>
    public PushTarget Next(PushTarget target, IReadOnlyList<Period> away)
    {
        var now = clock.Now;
        var known = target.WeeklyFrom.Length > 0 ? target : target with { WeeklyFrom = Text(now) };
        return known with
        {
            NextWeekly = known.Weekly && known.GoneSince is null ? Utc(WeeklyOf(known, away)?.At) : null,
            NextReminder = known.Reminders && !known.IsGroup && known.GoneSince is null ? Utc(due.Reminder(now, away, SpreadOf(known))) : null,
            Plan = Fingerprint,
        };
    }

    public Due? WeeklyOf(PushTarget target, IReadOnlyList<Period> away) =>
        due.Weekly(ScheduleOf(target), Local(target.WeeklyFrom), target.WeeklyPeriod, away, SpreadOf(target));

    /// <summary>This one is recorded; the one after it is next.</summary>
    public PushTarget Recorded(PushTarget target, Due sent, IReadOnlyList<Period> away)
    {
        var recorded = target with { WeeklyFrom = Text(sent.Occurrence), WeeklyPeriod = sent.Period };
        return recorded with { NextWeekly = Utc(WeeklyOf(recorded, away)?.At) };
    }

    public PushTarget Reminded(PushTarget target, IReadOnlyList<Period> away) => target with { NextReminder = Utc(due.Reminder(clock.Now, away, SpreadOf(target))) };

    public static TimeSpan SpreadOf(PushTarget target) => DueTimes.SpreadOf($"{target.Channel}|{target.Conversation}");

    public static string Text(DateTime local) => local.ToString(LocalFormat, CultureInfo.InvariantCulture);

    public string? Utc(DateTime? local) => local is { } time ? UtcText(clock.MomentOf(time)) : null;

    public static string UtcText(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The wall clock's time of a stored moment.</summary>
    public DateTime LocalOf(string utc) => clock.LocalOf(Moment(utc));

    private static DateTime Local(string text) => DateTime.ParseExact(text, LocalFormat, CultureInfo.InvariantCulture);
}
