namespace StationBot.Indicators.Counting;

/// <summary>The one counting engine behind chat, cards, pushes and files (product.md §3). Pure.</summary>
public static class Counter
{
    public static Standing Count(Indicator row, Period asked, StationFacts station, DateOnly today)
    {
        var slices = new List<Slice>();
        long counted = 0;
        var unready = 0;
        foreach (var year in station.Years)
        {
            if (year.Period.Cut(asked) is null)
            {
                continue;
            }

            var credits = CreditRules.Of(row, year.Period, station);
            foreach (var period in AssessmentPeriods(row.Assessment, year.Period))
            {
                if (period.Cut(asked) is null)
                {
                    continue;
                }

                var done = row.Counting == CountingRule.Staff ? StaffReached(row, period, station) : credits.Where(c => period.Contains(c.Date)).Sum(c => c.Amount);
                slices.Add(new Slice(period, done, TargetOf(row, period, station, today)));
                unready += credits.Count(c => !c.IsReady && period.Contains(c.Date));
            }

            counted += credits.Where(c => asked.Contains(c.Date)).Sum(c => c.Amount);
        }

        return new Standing { Row = row, Asked = asked, Slices = slices, Counted = counted, Unready = unready };
    }

    /// <summary>The days of which <see cref="Count"/> needs the facts: whole assessment periods, for distinct counts whole years.</summary>
    public static Period? Needed(Indicator row, Period asked, IReadOnlyList<ProjectYear> years)
    {
        Period? needed = null;
        foreach (var year in years)
        {
            foreach (var period in AssessmentPeriods(row.Assessment, year.Period))
            {
                if (period.Cut(asked) is not null)
                {
                    needed = needed is { } so ? new Period(so.First, period.Last) : period;
                }
            }
        }

        return needed;
    }

    /// <summary>Calendar months or quarters cut to the project year, or the year itself (product.md §3.2), oldest first.</summary>
    public static IEnumerable<Period> AssessmentPeriods(Assessment assessment, Period year)
    {
        if (assessment == Assessment.Year)
        {
            yield return year;
            yield break;
        }

        for (var day = year.First; day <= year.Last;)
        {
            var whole = assessment == Assessment.Month ? Period.MonthOf(day) : Period.QuarterOf(day);
            yield return whole.Cut(year)!.Value;
            day = whole.Last.AddDays(1);
        }
    }

    private static long? TargetOf(Indicator row, Period period, StationFacts station, DateOnly today) =>
        row.Targets[station.Tiers.On(period.Last)] switch
        {
            Target.Number number => number.Value,
            Target.Share share => ShareOf(row, share.Percent, station, AsOf(period, today)),
            Target.Staff => 1,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Whole persons, rounded up; null without a roster.</summary>
    private static long? ShareOf(Indicator row, int percent, StationFacts station, DateOnly day)
    {
        var listed = station.Roster.Count(person => CreditRules.IsListed(person, row) && person.IsActive(day));
        return listed == 0 ? null : ((listed * percent) + 99) / 100;
    }

    /// <summary>The day on which a period that runs is judged is today; one that is over, its last day.</summary>
    private static DateOnly AsOf(Period period, DateOnly today) =>
        today < period.First ? period.First : today > period.Last ? period.Last : today;

    private static long StaffReached(Indicator row, Period period, StationFacts station) =>
        row.Targets[station.Tiers.On(period.Last)] is Target.Staff needed
        && station.Staff.Workers >= needed.Workers
        && station.Staff.Certified >= needed.Certified ? 1 : 0;
}
