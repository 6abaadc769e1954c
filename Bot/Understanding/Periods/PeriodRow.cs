using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>7月和8月, 四月、五月、六月: months or quarters that follow each other are asked for one by one.</summary>
internal sealed record PeriodRow(Period Days, Assessment Each)
{
    /// <returns>Null where they leave a gap, or are no months and no quarters.</returns>
    public static PeriodRow? Of(IReadOnlyList<Period> periods)
    {
        var ordered = periods.OrderBy(period => period.First).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].First != ordered[i - 1].Last.AddDays(1))
                return null;
        }

        Assessment? each = ordered.TrueForAll(period => period == Period.MonthOf(period.First)) ? Assessment.Month
            : ordered.TrueForAll(period => period == Period.QuarterOf(period.First)) ? Assessment.Quarter
            : null;
        return each is { } known ? new PeriodRow(new Period(ordered[0].First, ordered[^1].Last), known) : null;
    }
}
