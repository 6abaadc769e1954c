namespace StationBot.Stations;

/// <summary>Now and today as the station lives them: its time zone decides, never the server's (product.md §3.1).</summary>
public sealed class StationClock(TimeProvider time, TimeZoneInfo zone)
{
    public string ZoneId => zone.Id;

    /// <summary>Local wall-clock time of the station.</summary>
    public DateTime Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime;

    /// <summary>Wall-clock time of the station at a moment.</summary>
    public DateTime LocalOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public DateTimeOffset UtcNow => time.GetUtcNow();

    /// <summary>Does something once, unless the timer is disposed of before; that waits for what has begun.</summary>
    public ITimer After(TimeSpan delay, Action work) => time.CreateTimer(_ => work(), state: null, delay, Timeout.InfiniteTimeSpan);

    /// <summary>The station's calendar day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The moment at which the station's clocks show this time.</summary>
    public DateTimeOffset MomentOf(DateTime local) => new(local, zone.GetUtcOffset(local));
}
