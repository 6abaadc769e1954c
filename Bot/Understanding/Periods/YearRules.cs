using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Periods;

/// <summary>今年, 去年下半年, 2024年9月, 去年这个时候.</summary>
internal static class YearRules
{
    private static readonly (string, int)[] YearsAgo =
    [
        ("今年度", 0), ("今年", 0), ("本年度", 0), ("本年", 0), ("这一年", 0), ("这年", 0), ("当年", 0), ("全年", 0), ("整年", 0), ("一整年", 0),
        ("项目年度", 0), ("本项目年度", 0),
        ("去年", 1), ("上年度", 1), ("上一年", 1), ("上年", 1), ("旧年", 1), ("去年度", 1), ("前年", 2), ("大前年", 3), ("明年", -1), ("下一年", -1), ("后年", -2),
    ];

    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (length, calendarYear, projectYear) = ReadYear(text, clock);
        if (length == 0)
            return default;
        length += Prefix.Any(text[length..], "的");
        var rest = text[length..];
        var same = Prefix.Any(rest, "的这个时候", "这个时候", "这时候", "这会儿", "同期", "这个点");
        if (same > 0)
            return SameTime(length + same, calendarYear, clock);
        var part = Prefix.Any(rest, "年初", "年中");
        if (part > 0)
            return PartRules.Narrow(new(length, projectYear, Grain.Year), rest);
        var end = Prefix.Any(rest, "年底", "年末", "底");
        if (end > 0)
            return new(length + end, projectYear, Grain.Part);
        var within = ReadWithin(rest, clock, calendarYear);
        if (within.Found)
            return within.Longer(length);
        length -= text[length - 1] == '的' ? 1 : 0;
        return new(length + Prefix.Any(text[length..], "全年", "整年", "一年", "一整年"), projectYear, Grain.Year);
    }

    private static PeriodMatch ReadWithin(ReadOnlySpan<char> rest, PeriodClock clock, int year)
    {
        var (monthLength, month) = Prefix.NumberThen(rest, 1, 12, "月份", "月");
        if (monthLength > 0 && DayRules.DayNumber(rest[monthLength..], out var day) is > 0 and var dayLength)
            return PeriodMatch.Day(monthLength + dayLength, year, month, day);
        var match = MonthRules.ReadRange(rest, clock, year);
        if (!match.Found)
            match = MonthRules.ReadNamed(rest, clock, year);
        return match.Found ? match : Festivals.Read(rest, clock, year);
    }

    /// <summary>The calendar year for what follows, and the project year for when nothing does.</summary>
    private static (int Length, int Calendar, Period Project) ReadYear(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (length, ago) = Prefix.In(text, YearsAgo);
        if (length > 0)
            return (length, clock.Today.Year - ago, clock.YearsAgo(ago));
        (length, var year) = Numbers.Read(text);
        if (length is not (2 or 4) || text[..length].IndexOfAny("十百千万") >= 0)
            return default;
        var unit = Prefix.Any(text[length..], "年度", "年");
        year += length == 2 ? 2000 : 0;
        return unit == 0 || year is < 2000 or > 2100 ? default : (length + unit, year, clock.NamedYear(year));
    }

    /// <summary>From the beginning of that project year to the day that today is in it.</summary>
    private static PeriodMatch SameTime(int length, int year, PeriodClock clock)
    {
        var day = clock.Today.AddYears(year - clock.Today.Year);
        return new(length, new Period(clock.YearsAgo(clock.Today.Year - year).First, day), Grain.Span) { IsSameTime = true };
    }
}
