using System.Diagnostics;

namespace StationBot.Indicators.Counting;

/// <summary>The one counting engine behind chat, cards, pushes and files (product.md §3). Pure.</summary>
public static class Counter
{
    public static Standing Count(Indicator row, Period asked, StationFacts station, DateOnly today)
    {
        var slices = new List<Slice>();
        long counted = 0;
        var unready = 0;
        List<EvidenceRequirement> missingSet = [];
        foreach (var year in station.Years)
        {
            if (year.Period.Cut(asked) is not { } days)
            {
                continue;
            }

            if ((row.Assessment == Assessment.Year || days == year.Period) && row.Evidence.Any(requirement => requirement.OncePerYear))
            {
                missingSet.AddRange(CreditRules.MissingSet(row, CreditRules.Of(row, year.Period, station, AsOf(year.Period, today)).Select(credit => credit.Fact)));
            }

            foreach (var period in AssessmentPeriods(row.Assessment, year.Period, asked))
            {
                var part = period.Cut(asked)!.Value;
                var asOf = AsOf(period, today);
                var credits = CreditRules.Of(row, year.Period, station, asOf);
                var within = credits.FindAll(credit => period.Contains(credit.Date));
                slices.Add(new Slice(period, DoneOf(row, within, station, asOf), TargetOf(row, period, station, asOf)));
                unready += UnreadyOf(within) + UncertifiedOf(row, period, station);
                counted += SumOf(part == period ? within : CreditRules.Within(part, row, year.Period, station, asOf));
            }
        }

        return new Standing { Row = row, Asked = asked, Slices = slices, Counted = counted, Unready = unready, MissingSet = missingSet };
    }

    /// <summary>The days of which <see cref="Count"/> needs the facts: whole assessment periods, for distinct counts whole years.</summary>
    public static Period? Needed(Indicator row, Period asked, IReadOnlyList<ProjectYear> years)
    {
        Period? needed = null;
        foreach (var year in years)
        {
            foreach (var period in AssessmentPeriods(row.Assessment, year.Period, asked))
            {
                needed = needed is { } so ? new Period(so.First, period.Last) : period;
            }
        }

        return needed;
    }

    /// <summary>Calendar months or quarters cut to the project year, or the year itself (product.md §3.2), oldest first.</summary>
    public static IEnumerable<Period> AssessmentPeriods(Assessment assessment, Period year) => AssessmentPeriods(assessment, year, year);

    /// <summary>Those of the year that have days in common with what was asked.</summary>
    private static IEnumerable<Period> AssessmentPeriods(Assessment assessment, Period year, Period asked)
    {
        if (year.Cut(asked) is not { } days)
        {
            yield break;
        }

        if (assessment == Assessment.Year)
        {
            yield return year;
            yield break;
        }

        for (var day = days.First; day <= days.Last;)
        {
            var whole = assessment == Assessment.Month ? Period.MonthOf(day) : Period.QuarterOf(day);
            yield return whole.Cut(year)!.Value;
            day = whole.Last.AddDays(1);
        }
    }

    /// <summary>The day on which a period that runs is judged is today; one that is over, its last day.</summary>
    public static DateOnly AsOf(Period period, DateOnly today) =>
        today < period.First ? period.First : today > period.Last ? period.Last : today;

    /// <summary>The target that holds at the end of the period; null where it can't be computed (product.md §3.7, §3.16).</summary>
    private static long? TargetOf(Indicator row, Period period, StationFacts station, DateOnly asOf) =>
        row.Targets[station.Tiers.On(period.Last)] switch
        {
            // What doesn't apply is no miss (product.md §3.13).
            Target.Number when CreditRules.IsExcused(row, period, station) => 0,
            Target.Number number => number.Value,
            Target.Share share => ShareOf(row, share.Percent, station, asOf),
            Target.Staff => 1,
            _ => throw new UnreachableException(),
        };

    private static long DoneOf(Indicator row, List<Credit> credits, StationFacts station, DateOnly asOf) =>
        row.Targets[station.Tiers.On(asOf)] is Target.Staff needed
            ? StaffCount.Of(needed, station, asOf).IsMet ? 1 : 0
            : SumOf(credits);

    private static long SumOf(List<Credit> credits)
    {
        var sum = 0L;
        foreach (var credit in credits)
        {
            sum += credit.Amount;
        }

        return sum;
    }

    /// <summary>One record can bring several persons, one after the other; it is still one record that lacks its evidence.</summary>
    private static int UnreadyOf(List<Credit> credits)
    {
        var records = 0;
        Fact? last = null;
        foreach (var credit in credits)
        {
            if (!credit.IsReady && !ReferenceEquals(credit.Fact, last))
            {
                records++;
                last = credit.Fact;
            }
        }

        return records;
    }

    /// <summary>Workers are no records to credit, but a certificate is told by one, which must be filed with a copy (product.md §3.13).</summary>
    private static int UncertifiedOf(Indicator row, Period period, StationFacts station) =>
        row.Counting == CountingRule.Staff ? CreditRules.FactsOf(row, period, station).Count(fact => CreditRules.Missing(row, fact).Any()) : 0;

    /// <summary>Whole persons, rounded up; null without a roster.</summary>
    private static long? ShareOf(Indicator row, int percent, StationFacts station, DateOnly day)
    {
        var listed = station.Roster.Count(person => CreditRules.IsListed(person, row) && person.IsActive(day));
        return listed == 0 ? null : ((listed * percent) + 99) / 100;
    }
}
