using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Periods;

/// <summary>今天, 3天前, 9月12号, 9.12, 12号, 上周三.</summary>
internal static class DayRules
{
    private static readonly (string, int)[] Relative =
    [
        ("大前天", -3), ("前天", -2), ("前日", -2), ("前儿个", -2), ("前儿", -2), ("昨天", -1), ("昨日", -1), ("昨儿个", -1), ("昨儿", -1),
        ("夜儿个", -1), ("夜儿", -1), ("琴日", -1), ("寻日", -1), ("听日", 1), ("昨晚", -1), ("昨夜", -1),
        ("今天", 0), ("今日", 0), ("今儿个", 0), ("今儿", 0), ("今早", 0), ("今晚", 0), ("当天", 0), ("当日", 0),
        ("明天", 1), ("明日", 1), ("明儿个", 1), ("明儿", 1), ("明早", 1), ("后天", 2), ("大后天", 3),
    ];

    private static readonly string[] PartsOfDay =
    [
        "一整天", "大清早", "上午", "下午", "上昼", "下昼", "早上", "早晨", "清早", "晚上", "中午", "傍晚", "后半晌", "前半晌", "后晌", "前晌", "头晌", "下晌", "晌午头", "晌午", "午后",
        "那一天", "那天", "当天", "这天", "全天",
    ];

    /// <summary>昨下午, 今上午: 天 is left out before a part of the day.</summary>
    private static readonly (char Day, int Offset)[] Clipped = [('昨', -1), ('今', 0), ('明', 1)];

    /// <summary>After these a number of days is none: 9.12元, 3月2次.</summary>
    private const string Measures = "月年季次个条份户人节场元块万千百%家位名岁天小";

    /// <summary>十几, 十来: no day.</summary>
    private const string Vague = "几来多余";

    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var match = ReadRelative(text, clock);
        if (!match.Found)
            match = ReadFullDate(text);
        if (!match.Found)
            match = ReadMonthAndDay(text, clock);
        if (!match.Found)
            match = ReadShortDate(text, clock);
        if (!match.Found)
            match = ReadDaysOfMonth(text, clock);
        if (!match.Found)
            match = ReadDayOfMonth(text, clock);
        if (!match.Found)
            match = ReadWeekday(text, clock);
        if (!match.Found)
            return default;
        match = match.Longer(SameWeekday(text[match.Length..], match, clock));
        return match.Longer(Prefix.Any(text[match.Length..], PartsOfDay));
    }

    /// <summary>9月7日（周六）, 9月1号周日: the same day again. Another weekday is a day of its own.</summary>
    private static int SameWeekday(ReadOnlySpan<char> rest, PeriodMatch day, PeriodClock clock)
    {
        var opened = Prefix.Any(rest, "(", "（");
        if (day.IsInvalid || day.Period.Days > 1 || rest.Length <= opened || WeekRules.Which(rest[opened..]).Length > 0 || ReadWeekday(rest[opened..], clock) is not { Found: true } said)
            return 0;
        var closed = opened == 0 ? 0 : Prefix.Any(rest[(opened + said.Length)..], ")", "）");
        return said.Period.First.DayOfWeek == day.Period.First.DayOfWeek && (opened == 0) == (closed == 0) ? opened + said.Length + closed : 0;
    }

    private static PeriodMatch ReadRelative(ReadOnlySpan<char> text, PeriodClock clock)
    {
        foreach (var (day, away) in Clipped)
        {
            if (text[0] == day && Prefix.Any(text[1..], PartsOfDay) > 0)
                return new(1, Period.Day(clock.Today.AddDays(away)), Grain.Day);
        }

        var (length, offset) = Prefix.In(text, Relative);
        if (length == 0)
        {
            (length, var ago) = Prefix.NumberThen(text, 1, 400, "天之前", "天以前", "天前");
            offset = -ago;
            if (length == 0 && (length = Prefix.Any(text, "半个月之前", "半个月以前", "半个月前", "半月前")) > 0)
                offset = -15;
        }

        return length == 0 ? default : new(length, Period.Day(clock.Today.AddDays(offset)), Grain.Day);
    }

    /// <summary>2024-09-12, 2024/9/12, 2024.9.12, 20240912.</summary>
    private static PeriodMatch ReadFullDate(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]))
            return default;
        var (yearLength, year) = Numbers.Read(text);
        if (yearLength == 8 && year / 10_000 is >= 1900 and <= 2200)
            return PeriodMatch.Day(8, year / 10_000, year / 100 % 100, year % 100);
        if (yearLength != 4 || !IsSeparator(text, 4))
            return default;
        var (monthLength, month) = Numbers.Read(text[5..]);
        var at = 5 + monthLength;
        if (monthLength is 0 or > 2 || !IsSeparator(text, at) || text[at] != text[4])
            return default;
        var (dayLength, day) = Numbers.Read(text[(at + 1)..]);
        return dayLength is 0 or > 2 ? default : PeriodMatch.Day(at + 1 + dayLength, year, month, day);
    }

    /// <summary>9月12号, 九月十二日, 9月12.</summary>
    private static PeriodMatch ReadMonthAndDay(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (monthLength, month) = Prefix.NumberThen(text, 1, 12, "月份", "月");
        if (monthLength == 0)
            return default;
        var dayLength = DayNumber(text[monthLength..], out var day);
        if (dayLength == 0)
            return default;
        var length = monthLength + dayLength;
        return OfNearestYear(length, month, day, clock);
    }

    /// <summary>9/12, 9.12, 9-12; 9-12月 and 9-12号 are ranges.</summary>
    private static PeriodMatch ReadShortDate(ReadOnlySpan<char> text, PeriodClock clock)
    {
        if (!char.IsAsciiDigit(text[0]))
            return default;
        var (monthLength, month) = Numbers.Read(text);
        if (monthLength > 2 || month is < 1 or > 12 || text.Length <= monthLength || text[monthLength] is not ('/' or '.' or '-'))
            return default;
        var rest = text[(monthLength + 1)..];
        var (dayLength, day) = Numbers.Read(rest);
        var isRange = text[monthLength] == '-' && Prefix.Any(rest[dayLength..], "号", "日", "-") > 0;
        return dayLength is 0 or > 2 || day is < 1 or > 31 || isRange || !EndsNumber(rest[dayLength..])
            ? default
            : OfNearestYear(monthLength + 1 + dayLength, month, day, clock);
    }

    /// <summary>9-12号, 9到12号: of this month.</summary>
    private static PeriodMatch ReadDaysOfMonth(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (length, first) = Numbers.Read(text);
        var link = length is 1 or 2 ? RangeRules.Link(text[length..]) : 0;
        var (end, last) = link == 0 ? default : Prefix.NumberThen(text[(length + link)..], 1, 31, "号", "日");
        var month = Period.MonthOf(clock.Today);
        return end == 0 || first < 1 || first >= last ? default
            : last > month.Days ? PeriodMatch.Invalid(length + link + end)
            : new(length + link + end, new Period(month.First.AddDays(first - 1), month.First.AddDays(last - 1)), Grain.Span);
    }

    /// <summary>12号: of this month; a day still to come may also be one of the last month.</summary>
    private static PeriodMatch ReadDayOfMonth(ReadOnlySpan<char> text, PeriodClock clock)
    {
        // 上月28号, 上个月5号.
        var (away, months) = WeekRules.Which(text);
        var named = away > 0 ? Prefix.Any(text[away..], "月") : 0;
        if (named > 0)
        {
            var (more, said) = Prefix.NumberThen(text[(away + named)..], 1, 31, "号", "日");
            var other = Period.MonthOf(clock.Today.AddDays(1 - clock.Today.Day).AddMonths(months)).First;
            return more == 0 ? default : PeriodMatch.Day(away + named + more, other.Year, other.Month, said);
        }

        var (length, day) = Prefix.NumberThen(text, 1, 31, "号", "日");
        if (length == 0)
            return default;
        var month = Period.MonthOf(clock.Today);
        // 31号 said in a month of thirty days is the one before.
        if (day > month.Days)
            month = Period.MonthOf(month.First.AddDays(-1));
        return PeriodMatch.Day(length, month.First.Year, month.First.Month, day) with { IsUncertain = month.First.AddDays(day - 1) > clock.Today };
    }

    /// <summary>周三, 上周三, 这周一, 下周五, 礼拜天.</summary>
    public static PeriodMatch ReadWeekday(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (prefix, weeks) = WeekRules.Which(text);
        var unit = Prefix.Any(text[prefix..], "周", "星期", "礼拜");
        if (unit == 0 || text.Length <= prefix + unit)
            return default;
        var day = "一二三四五六日".IndexOf(text[prefix + unit] == '天' ? '日' : text[prefix + unit]);
        if (day < 0)
            return default;
        if (CountsThere(text[(prefix + unit)..]))
            return default;
        var length = prefix + unit + 1;
        var date = Period.WeekOf(clock.Today).First.AddDays((7 * weeks) + day);
        // A bare weekday is the last one that has been; whether the coming one was meant is for the whole sentence to say.
        var isLater = prefix == 0 && date > clock.Today;
        return new(length, Period.Day(isLater ? date.AddDays(-7) : date), Grain.Day) { IsUncertain = isLater };
    }

    /// <summary>这周一共, 上周三次: the number counts something, and the week is meant.</summary>
    private static bool CountsThere(ReadOnlySpan<char> day) => day.Length > 1 && day[1] switch
    {
        '共' => day[0] == '一',
        '直' => day[0] == '一' && !day[1..].StartsWith("直接", StringComparison.Ordinal),
        '次' or '趟' or '场' or '户' or '位' or '份' => true,
        '个' => !day[1..].StartsWith("个案", StringComparison.Ordinal) && !day[1..].StartsWith("个人", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>12号, 12日, or 12 where nothing measured follows.</summary>
    public static int DayNumber(ReadOnlySpan<char> text, out int day)
    {
        (var length, day) = Numbers.Read(text);
        if (length is 0 or > 3)
            return 0;
        var unit = Prefix.Any(text[length..], "号", "日");
        // 八月十六去的; a single character may begin another word (三月一共).
        var isWhole = char.IsAsciiDigit(text[0]) || (length > 1 && day is > 0 and <= 31 && !(text.Length > length && Vague.Contains(text[length])));
        return unit > 0 ? length + unit : isWhole && EndsNumber(text[length..]) ? length : 0;
    }

    private static PeriodMatch OfNearestYear(int length, int month, int day, PeriodClock clock)
    {
        // 29 February is valid in a leap year only, so the year is chosen first and by the month.
        var year = clock.Nearest(y => Period.Month(y, month)).First.Year;
        return PeriodMatch.Day(length, year, month, day);
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is '-' or '/' or '.';

    private static bool EndsNumber(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !(char.IsAsciiDigit(rest[0]) || rest[0] is '.' or '/' || (Measures.Contains(rest[0]) && (rest[0] != '小' || rest.StartsWith("小时", StringComparison.Ordinal))));
}
