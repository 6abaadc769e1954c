using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>本周到期的, 下周有几节小组, 月底前我得跑几趟: what is to be done in the days.</summary>
public sealed record DueQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "list.due";

    /// <summary>得跑几趟: the number asked is of visits.</summary>
    public bool CountsTrips { get; init; }

    /// <summary>有几节小组: only sessions are asked for.</summary>
    public bool OnlySessions { get; init; }

    /// <summary>This week.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Indicators.Period.WeekOf(today);

    private protected override string Print() => Join(
        ["due", CountsTrips ? "trips" : OnlySessions ? "sessions" : null, SaidRows, PrintedPeriod.Of(Period), .. Filters, PrintedPlace]);
}
