using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>What relative expressions are counted from.</summary>
internal readonly record struct PeriodClock(DateOnly Today, IReadOnlyList<ProjectYear> ProjectYears)
{
    /// <summary>今年: the project year that contains today (product.md §3.15), else the calendar year.</summary>
    public Period ThisYear => YearOf(Today);

    public Period YearOf(DateOnly day)
    {
        foreach (var year in ProjectYears)
        {
            if (year.Period.Contains(day))
                return year.Period;
        }

        return Period.CalendarYear(day.Year);
    }

    /// <summary>去年, 前年: the station's own year where it has one, else as long ago as the name says.</summary>
    public Period YearsAgo(int years)
    {
        var start = ThisYear.First.AddYears(-years);
        return new ProjectYear(start).Period;
    }

    /// <summary>2024年: the project year that begins in it.</summary>
    public Period NamedYear(int year)
    {
        foreach (var known in ProjectYears)
        {
            if (known.Start.Year == year)
                return known.Period;
        }

        return ThisYear.First.Year == year ? ThisYear : Period.CalendarYear(year);
    }

    /// <summary>
    /// Which year's September, third quarter or Mid-Autumn is meant when no year is said: the one that has begun, if it lies in this project
    /// year; else the coming one of this project year, unless the last one is nearer and the station has records of its year.
    /// </summary>
    /// <param name="inYear">The period in a calendar year.</param>
    public Period Nearest(Func<int, Period> inYear)
    {
        var past = inYear(Today.Year);
        var coming = past.First > Today ? past : inYear(Today.Year + 1);
        if (past.First > Today)
            past = inYear(Today.Year - 1);
        if (past.Cut(ThisYear) is not null || coming.Cut(ThisYear) is null)
            return past;
        var pastIsNearer = Today.DayNumber - past.Last.DayNumber < coming.First.DayNumber - Today.DayNumber;
        return pastIsNearer && ProjectYears.Any(year => year.Period.Cut(past) is not null) ? past : coming;
    }

    public Period Until(DateOnly last)
    {
        var year = YearOf(last);
        return new Period(year.First, last);
    }

    /// <summary>Up to today, or to the end of what has not begun.</summary>
    public Period Since(Period start) => start.First <= Today ? new Period(start.First, Today) : start;
}
