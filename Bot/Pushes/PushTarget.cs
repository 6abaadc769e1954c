using StationBot.Indicators;

namespace StationBot.Pushes;

/// <summary>Whom something may be sent to unasked, and what was agreed about it.</summary>
public sealed record PushTarget
{
    public long Id { get; init; }
    public required long StationId { get; init; }

    /// <summary>The person; of a group, whoever subscribed it.</summary>
    public required long MemberId { get; init; }
    public required bool IsGroup { get; init; }
    public required string Channel { get; init; }
    public required string Conversation { get; init; }
    public bool Weekly { get; init; } = true;
    public bool Reminders { get; init; } = true;

    /// <summary>Null: as the configuration says.</summary>
    public string? Cron { get; init; }

    public DateOnly? PausedFrom { get; init; }

    /// <summary>The first day on which the pause is over; null with <see cref="PausedFrom"/>: until somebody says so.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Wall clock: the occurrence that was recorded last, or since when it is subscribed; empty where the program hasn't planned it yet.</summary>
    public required string WeeklyFrom { get; init; }

    /// <summary>What was recorded last.</summary>
    public DateOnly? WeeklyPeriod { get; init; }

    /// <summary>UTC, ISO 8601; null: none to come.</summary>
    public string? NextWeekly { get; init; }
    public string? NextReminder { get; init; }

    /// <summary>Of which settings and holidays the two follow.</summary>
    public string Plan { get; init; } = "";

    /// <summary>UTC: the channel said that nobody can be reached there.</summary>
    public string? GoneSince { get; init; }

    /// <summary>The pause as days.</summary>
    public Period? Pause => PausedFrom is { } from && (PausedUntil is null || PausedUntil > from) ? new Period(from, PausedUntil?.AddDays(-1) ?? DateOnly.MaxValue) : null;

    /// <summary>What people agreed, for the history.</summary>
    public string Agreed => $"weekly={Weekly} reminders={Reminders} cron={Cron ?? "default"} pause={Pause}";

    internal const string Columns =
        """
        push_target.id, push_target.station_id AS StationId, push_target.member_id AS MemberId, push_target.is_group AS IsGroup, push_target.channel,
        push_target.conversation, push_target.weekly, push_target.reminders, push_target.cron, push_target.paused_from AS PausedFrom,
        push_target.paused_until AS PausedUntil, push_target.weekly_from AS WeeklyFrom, push_target.weekly_period AS WeeklyPeriod,
        push_target.next_weekly AS NextWeekly, push_target.next_reminder AS NextReminder, push_target.plan, push_target.gone_since AS GoneSince
        """;
}
