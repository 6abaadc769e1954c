using StationBot.Indicators;

namespace StationBot.Answers;

/// <summary>Which of the asked rows a period is about, and which are judged over longer spans (product.md §3.5). Pure.</summary>
/// <param name="Period">What the first line names: the asked period, or, where every row is judged over a longer one, that.</param>
/// <param name="Rows">Counted in the first line.</param>
/// <param name="Longer">Follow under 另：.</param>
/// <param name="IsWidened">The asked period was finer than the rows' own.</param>
internal sealed record StatusScope(Period Period, IReadOnlyList<Indicator> Rows, IReadOnlyList<Indicator> Longer, bool IsWidened)
{
    public static StatusScope Of(IReadOnlyList<Indicator> rows, Period asked, Period year)
    {
        var grain = Max(GrainOf(asked, year), rows.Min(row => row.Assessment));
        var main = rows.Where(row => row.Assessment <= grain).ToList();
        var finest = main.Min(row => row.Assessment);
        var shown = Widen(asked, finest, year);
        return new StatusScope(shown, main, [.. rows.Except(main)], shown != asked);
    }

    /// <summary>When no period is said: the rows' own, where they have one in common, else the year (corpus: 关爱还差不 means this month).</summary>
    public static Period DefaultPeriod(IReadOnlyList<Indicator> rows, DateOnly today, Period year)
    {
        var assessment = rows.Select(row => row.Assessment).Distinct().ToList() is [var single] ? single : Assessment.Year;
        return Widen(Period.Day(today), assessment, year);
    }

    private static Assessment GrainOf(Period asked, Period year) =>
        Period.MonthOf(asked.First).Contains(asked.Last) ? Assessment.Month
        : asked.First <= year.First && asked.Last >= year.Last ? Assessment.Year
        : Assessment.Quarter;

    /// <summary>The whole assessment periods that the asked days touch, cut to the project year where they touch it.</summary>
    private static Period Widen(Period asked, Assessment assessment, Period year)
    {
        var (first, last) = assessment switch
        {
            Assessment.Month => (Period.MonthOf(asked.First), Period.MonthOf(asked.Last)),
            Assessment.Quarter => (Period.QuarterOf(asked.First), Period.QuarterOf(asked.Last)),
            _ => (year, year),
        };
        var whole = new Period(first.First, last.Last);
        return asked.First <= whole.First && asked.Last >= whole.Last ? asked : whole;
    }

    private static Assessment Max(Assessment one, Assessment other) => one > other ? one : other;
}
