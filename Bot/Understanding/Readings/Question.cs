using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>Asked about a part of what the station has: which rows, which days, whose. What follows up (那养老呢) changes one of these.</summary>
/// <param name="Rows">In the order of the catalogue; never empty, all of them where none were said.</param>
/// <param name="Period">Null when none was said: the rows' own periods.</param>
public abstract record Question(RowSet Rows, Period? Period) : Reading
{
    /// <summary>Only a part of the records or persons is meant.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>The rows were not said, so all are meant, or whatever rows the question is about by its nature.</summary>
    public bool RowsAssumed { get; init; }

    /// <summary>The rows or the period come from the sentence before.</summary>
    public bool FollowsUp { get; init; }

    /// <summary>还有呢, 第2页: which part of a long list; from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>第二个: only this line of the list, from 1 on the page; -1 for the last, 0 for all.</summary>
    public int Pick { get; init; }

    /// <summary>Of the one who asks.</summary>
    public bool IsMine => Filters.Any(filter => filter is MineFilter);

    /// <summary>A colleague's name as the station knows it.</summary>
    public string? Worker => Filters.OfType<WorkerFilter>().FirstOrDefault()?.Worker;

    /// <summary>独居, 高龄 …</summary>
    public string? Tag => Filters.OfType<TagFilter>().FirstOrDefault()?.Tag;

    /// <summary>上门, 电话 …</summary>
    public string? Mode => Filters.OfType<ModeFilter>().FirstOrDefault()?.Mode;

    /// <summary>
    /// The days that are meant where none were said (corpus: 关爱还差不 means this month): the rows' own, where they have one in common, else the year.
    /// </summary>
    /// <param name="years">Of the station, oldest first.</param>
    /// <returns>Null where no project year contains today, or where it is no question of days.</returns>
    public virtual Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years)
    {
        if (YearOf(today, years) is not { } year)
        {
            return null;
        }

        return Rows.Select(row => row.Assessment).Distinct().ToList() switch
        {
            [Assessment.Month] => Indicators.Period.MonthOf(today),
            [Assessment.Quarter] => Indicators.Period.QuarterOf(today),
            _ => year,
        };
    }

    /// <summary>The project year of today, if any.</summary>
    private protected static Period? YearOf(DateOnly today, IReadOnlyList<ProjectYear> years) =>
        years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today));

    /// <summary>The days that are meant, said or not.</summary>
    internal Period? Meant(DateOnly today, IReadOnlyList<ProjectYear> years) => Period ?? Implied(today, years);

    private protected string? PrintedPlace => (Page, Pick) == (1, 0) ? null : Pick == 0 ? $"page-{Page}" : Page == 1 ? $"pick-{Pick}" : $"page-{Page} pick-{Pick}";

    /// <summary>The rows as they are printed; null where none were said.</summary>
    private protected RowSet? SaidRows => RowsAssumed ? null : Rows;
}
