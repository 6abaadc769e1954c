using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>哪些个案能拿来写成功案例.</summary>
/// <param name="Rows">Of success stories only.</param>
public sealed record ShowcaseQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "showcase.candidates";

    private protected override string Print() => Join(["showcase", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}
