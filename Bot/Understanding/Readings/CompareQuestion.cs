using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>上半年跟下半年比, 老人和残疾人哪个做得多: two to four numbers side by side.</summary>
/// <param name="Rows">All that are compared.</param>
/// <param name="Period">From the first day of the first period to the last day of the last one.</param>
public sealed record CompareQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "compare";

    /// <summary>In the order in which they were said; empty where tasks or topics are compared.</summary>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>In the order in which they were said; empty where periods are compared.</summary>
    public IReadOnlyList<RowSet> Sets { get; init; } = [];

    /// <summary>Villages, tags or modes, in the order in which they were said; empty where anything else is compared.</summary>
    public IReadOnlyList<Filter> Parts { get; init; } = [];

    private protected override string Print() => Join(
        ["compare", Sets.Count == 0 ? SaidRows : string.Join(" vs ", Sets), Parts.Count == 0 ? null : string.Join(" vs ", Parts), Periods.Count == 0 ? PrintedPeriod.Of(Period) : string.Join(" vs ", Periods.Select(period => PrintedPeriod.Of(period))), .. Filters]);
}
