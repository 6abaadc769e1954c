using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Periods;

/// <summary>Months, quarters, half-years: relative (上个月), named (三季度), with a year before them (去年9月).</summary>
internal static class MonthRules
{
    private static readonly string[] Joints = ["、", "和", "跟", "与"];

    private static readonly string[] ListUnits = ["月份", "月", "这两个月", "两个月", "俩月", "两月", "这三个月", "三个月", "仨月"];

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
        var (length, month) = text.StartsWith("元月", StringComparison.Ordinal) ? (2 + Prefix.Any(text[2..], "份"), 1) : Prefix.NumberThen(text, 1, 12, "月份", "月");
        // 一月得做几次: each month.
        if (length == 2 && text[0] == '一' && Prefix.Any(text[2..], "得", "要", "该", "需", "几") > 0)
            return default;
        if (length > 0)
            return new(length, In(y => Period.Month(y, month)), Grain.Month) { IsNamed = true };
        (length, _) = Prefix.NumberThen(text, 13, 99, "月份", "月");
        if (length > 0)
            return PeriodMatch.Invalid(length);
        var quarter = ReadQuarter(text, out length);
        if (length > 0)
            return new(length, In(y => Period.Quarter(y, quarter)), Grain.Quarter) { IsNamed = true };
        length = Prefix.Any(text, "上半年度", "上半年", "前半年", "头半年", "下半年度", "下半年", "后半年");
        if (length == 0)
            return default;
        var first = text[0] is '下' or '后' ? 3 : 1;
        return new(length, In(y => new Period(Period.Quarter(y, first).First, Period.Quarter(y, first + 1).Last)), Grain.Half) { IsNamed = true };

        Period In(Func<int, Period> period) => year is { } y ? period(y) : clock.Nearest(period);
    }

    /// <summary>3至5月, 1-8月, 7月到9月; ends before its beginning are in the next year (11月到2月).</summary>
    public static PeriodMatch ReadRange(ReadOnlySpan<char> text, PeriodClock clock, int? year)
    {
        var (length, first, last) = ReadEnds(text);
        if (length == 0 || first is < 1 or > 12 || DayRules.DayNumber(text[length..], out _) > 0)
            return default;
        var from = year is { } y ? Period.Month(y, first) : clock.Nearest(each => Period.Month(each, first));
        var to = Period.Month(from.First.Year + (last < first ? 1 : 0), last);
        return new(length, new Period(from.First, to.Last), Grain.Span);
    }

    /// <summary>1到8月, 7、8月, 七八月.</summary>
    private static (int Length, int First, int Last) ReadEnds(ReadOnlySpan<char> text)
    {
        var (length, first) = Numbers.Read(text);
        // 七八两个月.
        if (length == 3 && text[2] is '两' or '三' && Prefix.Any(text[3..], "个月", "月") > 0)
            (length, first) = Numbers.Read(text[..2]);
        if (length == 2 && !char.IsAsciiDigit(text[0]) && first % 10 == (first / 10) + 1 && text.IndexOf('十') is not (0 or 1))
            return Prefix.Any(text[2..], ListUnits) is > 0 and var unit ? (2 + unit, first / 10, first % 10) : default;
        if (length == 0)
            return default;
        var month = Prefix.Any(text[length..], "月份", "月");
        length += month;
        if (month == 0 && Prefix.Any(text[length..], Joints) > 0)
            return ReadList(text, length, first);
        var link = RangeRules.Link(text[length..]);
        if (link == 0)
            return default;
        var (end, last) = Prefix.NumberThen(text[(length + link)..], 1, 12, "月份", "月");
        return end == 0 ? default : (length + link + end, first, last);
    }

    /// <summary>7、8月, 7、8、9三个月: only months that follow each other are one period.</summary>
    private static (int Length, int First, int Last) ReadList(ReadOnlySpan<char> text, int length, int first)
    {
        var last = first;
        while (Prefix.Any(text[length..], Joints) is > 0 and var joint && Numbers.Read(text[(length + joint)..]) is { Length: > 0 } next && next.Value == last + 1 && last < 12)
            (length, last) = (length + joint + next.Length, next.Value);
        var unit = Prefix.Any(text[length..], ListUnits);
        return unit == 0 || last == first ? default : (length + unit, first, last);
    }

    private static PeriodMatch ReadRelative(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (ago, count) = Prefix.NumberThen(text, 1, 36, "个月之前", "个月以前", "个月前");
        if (ago > 0)
            return new(ago, Period.MonthOf(clock.Today.AddMonths(-count)), Grain.Month);
        var (prefix, offset) = WeekRules.Which(text);
        if (prefix == 0)
            return ReadDigits(text);
        var rest = text[prefix..];
        var quarter = Prefix.Any(rest, "个季度", "季度");
        if (quarter > 0 || (rest.StartsWith("季") && text[prefix - 1] is '本' or '这' or '上' or '下' or '当' or '一'))
            return new(prefix + Math.Max(quarter, 1), Period.QuarterOf(clock.Today.AddMonths(3 * offset)), Grain.Quarter);
        var month = Prefix.Any(rest, "个月份", "个月", "月份", "月");
        return month == 0 ? default : new(prefix + month, Period.MonthOf(clock.Today.AddMonths(offset)), Grain.Month);
    }

    /// <summary>2024-09, 2024.9.</summary>
    private static PeriodMatch ReadDigits(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]) || Numbers.Read(text) is not (4, >= 2000 and <= 2100 and var year))
            return default;
        if (text.Length < 6 || text[4] is not ('-' or '/' or '.'))
            return default;
        var (length, month) = Numbers.Read(text[5..]);
        var end = 5 + length;
        var goesOn = end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '/' or '.');
        return length is 0 or > 2 || month is < 1 or > 12 || goesOn ? default : new(end, Period.Month(year, month), Grain.Month);
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
        // 一个季度 is a length of time.
        var (end, quarter) = ordinal > 0 ? Prefix.NumberThen(text[1..], 1, 4, "个季度", "季度", "季") : Prefix.NumberThen(text, 1, 4, "季度", "季");
        if (end > 0)
            length = ordinal + end;
        return quarter;
    }
}
