using StationBot.Indicators;

namespace StationBot.Records.Demo;

/// <summary>A record of the demo station with what it is filed with.</summary>
internal sealed record DemoRecord(RecordDraft Draft, IReadOnlyList<EvidenceKind> Evidence);

/// <summary>The half year up to today, this month included; nothing is dated before the project year.</summary>
internal sealed record DemoCalendar(DateOnly Today, DateOnly YearStart)
{
    public const int Months = 6;

    private const int FirstDay = 4;

    public bool Contains(DateOnly day) => day >= YearStart && day <= Today;

    /// <summary>A working day.</summary>
    /// <param name="month">0 is the earliest, 5 this month.</param>
    /// <param name="day">Counted from the fourth of the month.</param>
    public DateOnly Day(int month, int day) =>
        WorkingDay(new DateOnly(Today.Year, Today.Month, 1).AddMonths(month - Months + 1).AddDays(FirstDay - 1 + day));

    /// <summary>As <see cref="Day"/>, moved into the days that may have records: for what is there from the start.</summary>
    public DateOnly DayWithin(int month, int day)
    {
        var date = Day(month, day);
        return date < YearStart ? YearStart : date > Today ? Today : date;
    }

    public static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}
