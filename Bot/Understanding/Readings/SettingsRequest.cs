using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum SettingsAsk
{
    /// <summary>我下周休假.</summary>
    Leave,

    /// <summary>先别提醒我.</summary>
    Snooze,

    /// <summary>周报改到周五下午发.</summary>
    Digest,

    /// <summary>我什么时候收到周报, 现在的提醒设置.</summary>
    Show,

    /// <summary>周报都发出去了吗.</summary>
    Deliveries,
}

/// <summary>What is sent unasked: when, and when not.</summary>
/// <param name="Period">From when to when, or when it may begin again; null where it wasn't said.</param>
public sealed record SettingsRequest(SettingsAsk Ask, Period? Period) : Reading
{
    /// <summary>What is asked about the weekly message belongs to it.</summary>
    public override string Intent => $"settings.{(Ask is SettingsAsk.Show or SettingsAsk.Deliveries ? SettingsAsk.Digest : Ask).ToString().ToLowerInvariant()}";

    /// <summary>A colleague who is away; null for whoever says it.</summary>
    public string? Worker { get; init; }

    /// <summary>Somebody is named whom nobody knows.</summary>
    public string Stranger { get; init; } = "";

    /// <summary>Reminders of these rows only; null for all.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>往后推三天.</summary>
    public int? Days { get; init; }

    /// <summary>星期五下午, as it was typed; empty where no time was said.</summary>
    public string When { get; init; } = "";

    /// <summary>Wanted again, or not any more for good; null for a while, or where only the time changes.</summary>
    public bool? IsOn { get; init; }

    /// <summary>下周一再说: <see cref="Period"/> begins where it may begin again.</summary>
    public bool IsResumption { get; init; }

    /// <summary>过两小时再叫我: not again today.</summary>
    public bool IsForToday { get; init; }

    /// <summary>On which day of the week the weekly message is wanted.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Every working day.</summary>
    public bool IsDaily { get; init; }

    /// <summary>At what time of day.</summary>
    public TimeOnly? At { get; init; }

    private protected override string Print() => Join(
        "settings",
        Ask.ToString().ToLowerInvariant(),
        IsOn switch { true => "on", false => "off", null => null },
        Worker,
        Stranger.Length > 0 ? $"?{Stranger}" : null,
        Rows,
        Days is null ? null : $"{Days}-days",
        PrintedPeriod.Of(Period),
        IsResumption ? "resumes" : null,
        IsForToday ? "today" : null,
        IsDaily ? "daily" : Weekday?.ToString().ToLowerInvariant(),
        At?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        When.Length > 0 ? $"“{When}”" : null);
}
