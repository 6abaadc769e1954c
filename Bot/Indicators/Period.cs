namespace StationBot.Indicators;

/// <summary>A run of days, inclusive at both ends.</summary>
public readonly record struct Period(DateOnly First, DateOnly Last)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>The days that both have, or null when there are none.</summary>
    public Period? Cut(Period other)
    {
        var first = First > other.First ? First : other.First;
        var last = Last < other.Last ? Last : other.Last;
        return first <= last ? new Period(first, last) : null;
    }

    /// <summary>From the first day of either to the last of either.</summary>
    public Period Span(Period other) => new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);

    public static readonly Period Ever = new(DateOnly.MinValue, DateOnly.MaxValue);

    public static Period Day(DateOnly day) => new(day, day);

    public static Period Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    public static Period MonthOf(DateOnly day) => Month(day.Year, day.Month);

    /// <param name="quarter">1 to 4, calendar quarters.</param>
    public static Period Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return new Period(first, first.AddMonths(3).AddDays(-1));
    }

    public static Period QuarterOf(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    /// <summary>Monday to Sunday.</summary>
    public static Period WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new Period(monday, monday.AddDays(6));
    }

    public static Period CalendarYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
