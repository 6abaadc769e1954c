namespace StationBot.Indicators;

/// <summary>A period as people see it (product.md §5): the shortest name that fits.</summary>
public static class PeriodName
{
    public static string Of(Period period)
    {
        var (first, last) = period;
        return first == last ? Day(first)
            : period == Period.CalendarYear(first.Year) ? $"{first.Year}年"
            : period == Half(first.Year, 1) ? $"{first.Year}年上半年"
            : period == Half(first.Year, 2) ? $"{first.Year}年下半年"
            : period == Period.QuarterOf(first) ? $"{first.Year}年第{(first.Month + 2) / 3}季度"
            : period == Period.MonthOf(first) ? $"{first.Year}年{first.Month}月"
            : first.Year != last.Year ? $"{Day(first)}至{Day(last)}"
            : first.Month != last.Month ? $"{Day(first)}至{last.Month}月{last.Day}日"
            : $"{Day(first)}至{last.Day}日";
    }

    /// <summary>9月2日; with its year where that isn't this year.</summary>
    public static string Of(DateOnly day, DateOnly today) => day.Year == today.Year ? $"{day.Month}月{day.Day}日" : Day(day);

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static Period Half(int year, int half) =>
        new(Period.Quarter(year, (half * 2) - 1).First, Period.Quarter(year, half * 2).Last);
}
