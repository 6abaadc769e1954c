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
}

/// <summary>What is sent unasked: when, and when not.</summary>
/// <param name="Period">From when to when, or when it may begin again; null where it wasn't said.</param>
public sealed record SettingsRequest(SettingsAsk Ask, Period? Period) : Reading
{
    public override string Intent => $"settings.{Ask.ToString().ToLowerInvariant()}";

    /// <summary>A colleague who is away; null for whoever says it.</summary>
    public string? Worker { get; init; }

    /// <summary>Reminders of these rows only; null for all.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>往后推三天.</summary>
    public int? Days { get; init; }

    /// <summary>星期五下午, as it was typed; empty where no time was said.</summary>
    public string When { get; init; } = "";

    private protected override string Print() => Join("settings", Ask.ToString().ToLowerInvariant(), Worker, Rows, Days is null ? null : $"{Days}-days", PrintedPeriod.Of(Period), When.Length > 0 ? $"“{When}”" : null);
}
