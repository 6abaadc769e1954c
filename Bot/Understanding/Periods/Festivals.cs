using System.Globalization;
using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Periods;

/// <summary>国庆, 中秋, 春节, 暑假: feasts and holidays as people count from them.</summary>
internal static class Festivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly (string Word, Func<int, Period> InYear)[] Table =
    [
        ("元旦", year => Days(year, 1, 1, 1)),
        ("春节", year => FromNewYear(year, 0, 7)),
        ("过年", year => FromNewYear(year, 0, 7)),
        ("大年初一", year => FromNewYear(year, 0, 1)),
        ("除夕", year => FromNewYear(year, -1, 1)),
        ("元宵", year => FromNewYear(year, 14, 1)),
        ("三八妇女节", year => Days(year, 3, 8, 1)),
        ("妇女节", year => Days(year, 3, 8, 1)),
        ("清明", year => Days(year, 4, QingMing(year), 1)),
        ("五一", year => Days(year, 5, 1, 5)),
        ("劳动节", year => Days(year, 5, 1, 5)),
        ("六一", year => Days(year, 6, 1, 1)),
        ("儿童节", year => Days(year, 6, 1, 1)),
        ("端午", year => LunarDay(year, 5, 5)),
        ("七夕", year => LunarDay(year, 7, 7)),
        ("中秋", year => LunarDay(year, 8, 15)),
        ("教师节", year => Days(year, 9, 10, 1)),
        ("建军节", year => Days(year, 8, 1, 1)),
        ("重阳", year => LunarDay(year, 9, 9)),
        ("老人节", year => LunarDay(year, 9, 9)),
        ("敬老节", year => LunarDay(year, 9, 9)),
        ("国庆", year => Days(year, 10, 1, 7)),
        ("十一", year => Days(year, 10, 1, 7)),
        ("暑假", year => new Period(new DateOnly(year, 7, 1), new DateOnly(year, 8, 31))),
        ("暑期", year => new Period(new DateOnly(year, 7, 1), new DateOnly(year, 8, 31))),
        ("寒假", year => new Period(new DateOnly(year, 1, 15), Period.Month(year, 2).Last)),
        ("助残日", ThirdSundayOfMay),
        ("全国助残日", ThirdSundayOfMay),
        ("国际社工日", year => Weekday(year, 3, DayOfWeek.Tuesday, 3)),
        ("母亲节", year => Weekday(year, 5, DayOfWeek.Sunday, 2)),
        ("父亲节", year => Weekday(year, 6, DayOfWeek.Sunday, 3)),
        ("中华慈善日", year => Days(year, 9, 5, 1)),
        ("教师节", year => Days(year, 9, 10, 1)),
        ("国际残疾人日", year => Days(year, 12, 3, 1)),
        ("国际志愿者日", year => Days(year, 12, 5, 1)),
        ("圣诞", year => Days(year, 12, 25, 1)),
        ("正月初一", year => FromNewYear(year, 0, 1)),
        ("正月十五", year => FromNewYear(year, 14, 1)),
        ("正月", year => FromNewYear(year, 0, LunarMonthDays(year, 1))),
        ("中元", year => LunarDay(year, 7, 15)),
        ("腊八", year => LunarDay(year - 1, 12, 8)),
        ("冬至", year => Days(year, 12, DongZhi(year), 1)),
        ("99公益日", year => Days(year, 9, 7, 3)),
    ];

    /// <param name="year">A calendar year, or null for the one that is meant when none is said.</param>
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock, int? year)
    {
        foreach (var (word, inYear) in Table)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal))
                continue;
            var rest = text[word.Length..];
            var suffix = Prefix.Any(rest, "假期期间", "节期间", "长假", "假期", "小长假", "期间", "那几天", "那阵子", "那阵", "前后那几天", "节那几天", "节那阵子", "节假期", "节那天", "那天", "节放假", "放假", "假", "节");
            // 十一 is also a number: 十一月, 十一个.
            if (word == "十一" && suffix == 0 && Prefix.Any(rest, "前", "之前", "以来", "以后", "之后", "后", "黄金周") == 0)
                continue;
            return new(word.Length + suffix, year is { } y ? inYear(y) : clock.Nearest(inYear), Grain.Festival);
        }

        return default;
    }

    private static Period Days(int year, int month, int day, int count)
    {
        var first = new DateOnly(year, month, day);
        return new Period(first, first.AddDays(count - 1));
    }

    private static Period FromNewYear(int year, int offset, int count)
    {
        var first = LunarDay(year, 1, 1).First.AddDays(offset);
        return new Period(first, first.AddDays(count - 1));
    }

    private static Period LunarDay(int year, int month, int day)
    {
        // The calendar numbers a leap month too, so later months move up by one.
        var leap = Lunar.GetLeapMonth(year);
        var position = leap > 0 && month >= leap ? month + 1 : month;
        return Period.Day(DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0)));
    }

    /// <summary>The usual formula for this century.</summary>
    private static int QingMing(int year)
    {
        var y = year % 100;
        return (int)((y * 0.2422) + 4.81) - (y / 4);
    }

    /// <summary>As <see cref="QingMing"/>.</summary>
    private static int DongZhi(int year)
    {
        var y = year % 100;
        return (int)((y * 0.2422) + 21.94) - (y / 4);
    }

    private static Period ThirdSundayOfMay(int year) => Weekday(year, 5, DayOfWeek.Sunday, 3);

    /// <summary>The nth of these weekdays in the month.</summary>
    private static Period Weekday(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return Period.Day(first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1))));
    }

    private static int LunarMonthDays(int year, int month) => Lunar.GetDaysInMonth(year, month);
}
