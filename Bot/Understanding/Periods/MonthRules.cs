using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>Months, quarters, half-years: relative (上个月), named (三季度), with a year before them (去年9月).</summary>
internal static class MonthRules
{
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var match = ReadRelative(text, clock);
        if (match.Found)
            return match;
        match = ReadRange(text, clock, year: null);
        return match.Found ? match : ReadNamed(text, clock, year: null);
    }

    /// <summary>9月, 三季度, 上半年; of the year that is meant when none is given.</summary>
    public static PeriodMatch ReadNamed(ReadOnlySpan<char> text, PeriodClock clock, int? year)
    {
        var (length, month) = Prefix.NumberThen(text, 1, 12, "月份", "月");
        if (length > 0)
            return new(length, In(y => Period.Month(y, month)), Grain.Month);
        var quarter = ReadQuarter(text, out length);
        if (length > 0)
            return new(length, In(y => Period.Quarter(y, quarter)), Grain.Quarter);
        length = Prefix.Any(text, "上半年度", "上半年", "下半年度", "下半年");
        if (length == 0)
            return default;
        var first = text[0] == '上' ? 1 : 3;
        return new(length, In(y => new Period(Period.Quarter(y, first).First, Period.Quarter(y, first + 1).Last)), Grain.Half);

        Period In(Func<int, Period> period) => year is { } y ? period(y) : clock.Nearest(period);
    }

    /// <summary>3至5月, 1-8月, 7月到9月; ends before its beginning are in the next year (11月到2月).</summary>
    public static PeriodMatch ReadRange(ReadOnlySpan<char> text, PeriodClock clock, int? year)
    {
        var (length, first) = Numbers.Read(text);
        if (length == 0 || first is < 1 or > 12)
            return default;
        length += Prefix.Any(text[length..], "月份", "月");
        var link = RangeRules.Link(text[length..]);
        if (link == 0)
            return default;
        var (end, last) = Prefix.NumberThen(text[(length + link)..], 1, 12, "月份", "月");
        if (end == 0 || DayRules.DayNumber(text[(length + link + end)..], out _) > 0)
            return default;
        var from = year is { } y ? Period.Month(y, first) : clock.Nearest(each => Period.Month(each, first));
        var to = Period.Month(from.First.Year + (last < first ? 1 : 0), last);
        return new(length + link + end, new Period(from.First, to.Last), Grain.Span);
    }

    private static PeriodMatch ReadRelative(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (prefix, offset) = WeekRules.Which(text);
        if (prefix == 0)
            return default;
        var rest = text[prefix..];
        var quarter = Prefix.Any(rest, "个季度", "季度");
        if (quarter > 0 || (rest.StartsWith("季") && text[prefix - 1] is '本' or '上' or '下' or '当'))
            return new(prefix + Math.Max(quarter, 1), Period.QuarterOf(clock.Today.AddMonths(3 * offset)), Grain.Quarter);
        var month = Prefix.Any(rest, "个月份", "个月", "月份", "月");
        return month == 0 ? default : new(prefix + month, Period.MonthOf(clock.Today.AddMonths(offset)), Grain.Month);
    }

    /// <summary>三季度, 第3季度, Q3, 3季.</summary>
    private static int ReadQuarter(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length > 1 && text[0] == 'q' && text[1] is >= '1' and <= '4')
        {
            length = 2;
            return text[1] - '0';
        }

        var ordinal = Prefix.Any(text, "第");
        var (end, quarter) = Prefix.NumberThen(text[ordinal..], 1, 4, "个季度", "季度", "季");
        if (end > 0)
            length = ordinal + end;
        return quarter;
    }
}
