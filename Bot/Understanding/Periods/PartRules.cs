using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>月初, 9月中旬, 月底前, 年底, 本季度前两个月.</summary>
internal static class PartRules
{
    private static readonly (string, int)[] Thirds =
        [("初", 1), ("上旬", 1), ("中旬", 2), ("下旬", 3), ("末", 3), ("底", 3), ("月初", 1), ("月中", 2), ("月末", 3), ("月底", 3)];

    private static readonly string[] Halves = ["上半月", "上半个月", "头半月", "头半个月", "前半月", "前半个月", "下半月", "下半个月", "后半月", "后半个月"];

    /// <summary>Without a month before it.</summary>
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (length, third) = Prefix.In(text, Thirds);
        if (length > 1)
            return Third(length, Period.MonthOf(clock.Today), third);
        length = Prefix.Any(text, Halves);
        if (length > 0)
            return Half(length, Period.MonthOf(clock.Today), text[0]);
        length = Prefix.Any(text, "年初", "年中", "开年", "年头");
        if (length > 0)
            return OfYear(length, clock.ThisYear, text[1] == '中' ? '中' : '初');
        // 头三个月 of the year; 前三个月 are those that were last.
        if (text[0] == '头' && Prefix.NumberThen(text[1..], 1, 11, "个月") is { Length: > 0 } months)
            return new(1 + months.Length, new Period(clock.ThisYear.First, clock.ThisYear.First.AddMonths(months.Value).AddDays(-1)), Grain.Span);
        length = Prefix.Any(text, "年底", "年末", "年终", "年尾", "年内");
        if (length > 0)
            return new(length, clock.ThisYear, Grain.Part);
        length = Prefix.Any(text, "岁末", "年关");
        if (length > 0)
            return new(length, clock.ThisYear, Grain.Part);
        length = Prefix.Any(text, "季度末", "季度底", "季末");
        return length > 0 ? new(length, Period.QuarterOf(clock.Today), Grain.Part) : default;
    }

    /// <summary>What narrows a period down: 9月 + 底, 本季度 + 前两个月.</summary>
    public static PeriodMatch Narrow(PeriodMatch whole, ReadOnlySpan<char> rest)
    {
        if (whole.Grain == Grain.Month)
        {
            if (Prefix.Any(rest, Halves) is > 0 and var half)
                return Half(whole.Length + half, whole.Period, rest[0]);
            var (length, third) = Prefix.In(rest, Thirds);
            return length > 0 && rest[0] != '月' ? Third(whole.Length + length, whole.Period, third) with { IsNamed = whole.IsNamed } : whole;
        }

        if (whole.Grain == Grain.Year && Prefix.Any(rest, "年初", "年中") is > 0 and var part)
            return OfYear(whole.Length + part, whole.Period, rest[1]);

        // 三季度末 is that quarter, as 年底 is the year.
        if (whole.Grain is Grain.Quarter or Grain.Half && Prefix.Any(rest, "末", "底") is > 0 and var end)
            return whole.Longer(end) with { Grain = Grain.Part };

        if (whole.Grain == Grain.Year && Prefix.Any(rest, "前", "头") is > 0 and var front
            && Prefix.NumberThen(rest[front..], 1, 4, "个季度", "季度") is { Length: > 0 } quarters)
        {
            var first = whole.Period.First;
            return new(whole.Length + front + quarters.Length, new Period(first, first.AddMonths(3 * quarters.Value).AddDays(-1)), Grain.Span);
        }

        return whole.Grain is Grain.Quarter or Grain.Half or Grain.Year ? Months(whole, rest) : whole;
    }

    private static PeriodMatch Third(int length, Period month, int third)
    {
        var first = month.First.AddDays((third - 1) * 10);
        return new(length, new Period(first, third == 3 ? month.Last : first.AddDays(9)), Grain.Part);
    }

    /// <summary>上半月, 后半月.</summary>
    private static PeriodMatch Half(int length, Period month, char side)
    {
        var middle = month.First.AddDays(14);
        return new(length, side is '下' or '后' ? new Period(middle.AddDays(1), month.Last) : new Period(month.First, middle), Grain.Part);
    }

    private static PeriodMatch OfYear(int length, Period year, char part) =>
        new(length, part == '初' ? new Period(year.First, year.First.AddMonths(1).AddDays(-1)) : new Period(year.First.AddMonths(5), year.First.AddMonths(7).AddDays(-1)), Grain.Part);

    private static PeriodMatch Months(PeriodMatch whole, ReadOnlySpan<char> rest)
    {
        var of = Prefix.Any(rest, "的");
        rest = rest[of..];
        var side = Prefix.Any(rest, "最后", "前", "头", "后", "第");
        if (side == 0)
            return whole;
        var (count, months) = Prefix.NumberThen(rest[side..], 1, 11, "个月");
        var from = whole.Period.First;
        var all = ((whole.Period.Last.Year - from.Year) * 12) + whole.Period.Last.Month - from.Month + 1;
        if (count == 0 || months > all)
            return whole;
        var period = rest[0] switch
        {
            '第' => Period.MonthOf(from.AddMonths(months - 1)),
            '最' or '后' => new Period(from.AddMonths(all - months), whole.Period.Last),
            _ => new Period(from, from.AddMonths(months).AddDays(-1)),
        };
        return new(whole.Length + of + side + count, period, Grain.Span);
    }
}
