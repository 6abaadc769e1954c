using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>A question or an order of a known family that has no reading of its own yet.</summary>
public sealed record OtherRequest(RequestFamily Family, RowSet? Rows, Period? Period) : Reading
{
    public override string Intent => "refuse.unsupported";

    private protected override string Print() => Join("other", Family.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period));
}

public enum RequestFamily
{
    Evidence,
    People,
    PeopleServed,
    Roster,
    Cases,
    Money,
    Records,
    Due,
    Forecast,
    Compare,
    ByMonth,
    Rule,
    Sessions,
    Export,
    Edit,
}
