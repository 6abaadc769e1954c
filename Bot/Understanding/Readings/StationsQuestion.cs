using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum StationsAsk
{
    Total,

    /// <summary>阳光站比河西站差在哪.</summary>
    Compare,

    /// <summary>材料准备最好的是哪个站.</summary>
    Rank,

    /// <summary>哪些站没达标.</summary>
    Behind,

    /// <summary>哪些站还没关账.</summary>
    NotClosed,
}

/// <summary>About other stations too: only a district may see them.</summary>
public sealed record StationsQuestion(StationsAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        StationsAsk.Compare => "station.compare",
        StationsAsk.Rank => "station.rank",
        StationsAsk.Behind => "station.list_behind",
        StationsAsk.NotClosed => "station.not_closed",
        _ => "status.progress",
    };

    private protected override string Print() => Join(["stations", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}
