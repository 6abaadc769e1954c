using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Which of the asked rows a period is about, and which are judged over longer spans (product.md §3.5). Pure.</summary>
/// <param name="Asked">The days as they were asked, or meant where none were said.</param>
/// <param name="Period">What the first line names: the asked period, or, where every row is judged over a longer one, that.</param>
/// <param name="Rows">Counted in the first line.</param>
/// <param name="Longer">Follow under 另：.</param>
internal sealed record StatusScope(Period Asked, Period Period, IReadOnlyList<Indicator> Rows, IReadOnlyList<Indicator> Longer)
{
    /// <summary>The asked period was finer than the rows' own.</summary>
    public bool IsWidened => Period != Asked;

    /// <param name="years">Of the station, oldest first.</param>
    /// <returns>Null when no project year touches what is asked.</returns>
    public static StatusScope? Of(StatusQuestion question, IReadOnlyList<ProjectYear> years, DateOnly today)
    {
        if ((question.Period ?? question.Implied(today, years)) is not { } asked)
        {
            return null;
        }

        var touched = years.Select(year => year.Period).Where(year => year.Cut(asked) is not null).ToList();
        return touched.Count == 0 ? null : question switch
        {
            { IsOfTargets: false } => new StatusScope(asked, asked, question.Rows, []),
            { Each: { } each } => new StatusScope(asked, Widen(asked, each, touched), [.. question.Rows.Where(row => row.Assessment <= each)], []),
            _ => OfTargets(question.Rows, asked, touched),
        };
    }

    /// <summary>
    /// The question that can be answered: only counts can be of a part of the records, and what the rows don't have (months, sessions, money)
    /// is asked of their own units.
    /// </summary>
    public static StatusQuestion Settle(StatusQuestion question)
    {
        if (question is { IsOfTargets: true, Filters.Count: > 0 })
        {
            return question with { Ask = StatusAsk.Count };
        }

        var (ask, rows) = (question.Ask, question.Rows);
        var sessions = rows.Where(row => row.Counting == CountingRule.Sessions);
        var valued = rows.Where(StatusQuestion.IsValued);
        return ask switch
        {
            StatusAsk.SessionsLeft or StatusAsk.SessionsHeld => sessions.Any()
                ? question with { Rows = rows.Only(sessions) }
                : question with { Ask = ask == StatusAsk.SessionsLeft ? StatusAsk.Remaining : StatusAsk.Count },
            StatusAsk.Money => valued.Any() ? question with { Rows = rows.Only(valued) } : question with { Ask = StatusAsk.Count },
            StatusAsk.Count => question,
            StatusAsk.Missed => OneByOne(question, question.Each ?? Assessment.Month),
            _ => question.Each is { } each ? OneByOne(question, each) : question,
        };
    }

    /// <summary>Targets by the month or quarter, or what the rows have of it.</summary>
    private static StatusQuestion OneByOne(StatusQuestion question, Assessment each)
    {
        var finest = Max(each, question.Rows.Min(row => row.Assessment));
        return finest < Assessment.Year
            ? question with { Each = finest }
            : question with { Each = null, Ask = question.Ask == StatusAsk.Missed ? StatusAsk.Remaining : question.Ask };
    }

    private static StatusScope OfTargets(IReadOnlyList<Indicator> rows, Period asked, IReadOnlyList<Period> years)
    {
        var grain = Max(GrainOf(asked, years), rows.Min(row => row.Assessment));
        var main = rows.Where(row => row.Assessment <= grain).ToList();
        var finest = main.Min(row => row.Assessment);
        var shown = Widen(asked, finest, years);
        return new StatusScope(asked, shown, main, [.. rows.Where(row => row.Assessment > grain)]);
    }

    private static Assessment GrainOf(Period asked, IReadOnlyList<Period> years) =>
        Period.MonthOf(asked.First).Contains(asked.Last) ? Assessment.Month
        : years.Any(year => year.Cut(asked) == year) ? Assessment.Year
        : Assessment.Quarter;

    /// <summary>The whole assessment periods that the asked days touch, cut to the project year where they touch it.</summary>
    private static Period Widen(Period asked, Assessment assessment, IReadOnlyList<Period> years)
    {
        var (first, last) = assessment switch
        {
            Assessment.Month => (Period.MonthOf(asked.First), Period.MonthOf(asked.Last)),
            Assessment.Quarter => (Period.QuarterOf(asked.First), Period.QuarterOf(asked.Last)),
            _ => (years[0], years[^1]),
        };
        var whole = new Period(first.First, last.Last);
        return asked.First <= whole.First && asked.Last >= whole.Last ? asked : whole;
    }

    private static Assessment Max(Assessment one, Assessment other) => one > other ? one : other;
}
