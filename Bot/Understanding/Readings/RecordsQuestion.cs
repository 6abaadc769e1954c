using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum RecordsAsk
{
    /// <summary>8月15号都做了啥.</summary>
    List,

    /// <summary>我八月录了多少条.</summary>
    Count,

    /// <summary>8月那次发米面油发给了多少户: what is known of an event.</summary>
    Event,
}

/// <summary>Records of some days, rows, a worker, a village: which, or how many; or an event by its name.</summary>
public sealed record RecordsQuestion(RecordsAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        RecordsAsk.Count => "count.records",
        RecordsAsk.Event => "event.detail",
        _ => "list.records",
    };

    /// <summary>米面油, 义卖: only what mentions it.</summary>
    public string? Keyword { get; init; }

    /// <summary>上次, 最近一次: the newest alone is asked for.</summary>
    public bool IsLast { get; init; }

    private protected override string Print() => Join(
    [
        "records", Ask.ToString().ToLowerInvariant(), IsLast ? "last" : null, Keyword is null ? null : $"“{Keyword}”", SaidRows, PrintedPeriod.Of(Period), .. Filters,
        PrintedPlace,
    ]);
}
