using StationBot.Indicators;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>Which of the asked rows a period is about, and which are judged over longer spans (product.md §3.5). Pure.</summary>
/// <param name="Period">What the first line names: the asked period, or, where every row is judged over a longer one, that.</param>
/// <param name="Rows">Counted in the first line.</param>
/// <param name="Longer">Follow under 另：.</param>
/// <param name="IsWidened">The asked period was finer than the rows' own.</param>
internal sealed record StatusScope(Period Period, IReadOnlyList<Indicator> Rows, IReadOnlyList<Indicator> Longer, bool IsWidened)
{
    /// <param name="asked">The days; what was asked where none were said is for <see cref="DefaultPeriod"/>.</param>
    /// <param name="years">The project years that the days touch, oldest first; at least one.</param>
    public static StatusScope Of(StatusQuestion question, Period asked, IReadOnlyList<Period> years)
    {
        if (!question.IsOfTargets)
        {
            return new StatusScope(asked, question.Rows, [], IsWidened: false);
        }

        if (question.Each is { } each)
        {
            var parts = question.Rows.Where(row => row.Assessment <= each).ToList();
            return new StatusScope(Widen(asked, each, years), parts, [], IsWidened: false);
        }

        return OfTargets(question.Rows, asked, years);
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
            _ when question.Each is { } each && rows.All(row => row.Assessment > each) => question with
            {
                Ask = ask == StatusAsk.Missed ? StatusAsk.Remaining : ask,
                Each = each == Assessment.Month && rows.Any(row => row.Assessment == Assessment.Quarter) ? Assessment.Quarter : null,
            },
            _ => question,
        };
    }

    private static StatusScope OfTargets(IReadOnlyList<Indicator> rows, Period asked, IReadOnlyList<Period> years)
    {
        var grain = Max(GrainOf(asked, years), rows.Min(row => row.Assessment));
        var main = rows.Where(row => row.Assessment <= grain).ToList();
        var finest = main.Min(row => row.Assessment);
        var shown = Widen(asked, finest, years);
        return new StatusScope(shown, main, [.. rows.Except(main)], shown != asked);
    }

    /// <summary>When no period is said: the rows' own, where they have one in common, else the year (corpus: 关爱还差不 means this month).</summary>
    public static Period DefaultPeriod(StatusQuestion question, DateOnly today, Period year)
    {
        if (question.Each is not null)
        {
            return year;
        }

        var assessment = question.Rows.Select(row => row.Assessment).Distinct().ToList() is [var single] ? single : Assessment.Year;
        return Widen(Period.Day(today), assessment, [year]);
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
