using System.Buffers;
using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>
/// When people mean: one pure function of text, today and the station's project years. Expects normalised text.
/// What vague words mean: 月初 and 上旬 the 1st to the 10th, 月中 and 中旬 the 11th to the 20th, 月底, 月末 and 下旬 the 21st to the end,
/// 上半月 up to the 15th; 年初 the first month of the year, 年中 its sixth and seventh, 年底 the year as far as its end, since that is what a target
/// is due by; 周末 Saturday and Sunday; 最近 alone thirty days, 几天 seven, 几周 three weeks, 几个月 three months; 前后 three days around.
/// </summary>
internal static class PeriodReader
{
    /// <summary>What an expression can begin with: everywhere else there is nothing to try.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        "0123456789零〇一二三四五六七八九十两q今昨前大明后当本这上下去旧全整项年月季第周星礼最近过从自截到至直迄目开"
        + "元春除三清五六端七中重国暑寒打岁助老敬妇劳儿头半剩余未接往后腊冬教母父圣正琴寻听建夜");

    private static readonly string[] Within = ["期间内", "这段时间", "那段时间", "之内", "以内", "里头", "里边", "里面", "内"];

    /// <summary>The longest expression that the text begins with.</summary>
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        if (text.IsEmpty || !Starts.Contains(text[0]))
            return default;
        var plain = ReadPlain(text, clock);
        if (plain.Found && !plain.IsInvalid)
            plain = RangeRules.Extend(plain, text[plain.Length..], clock) is var whole ? whole.Longer(Prefix.Any(text[whole.Length..], Within)) : plain;
        return Longer(Longer(plain, RangeRules.Read(text, clock)), NextRules.Read(text, clock));
    }

    /// <summary>An expression without "from", "until", "since", "before".</summary>
    public static PeriodMatch ReadPlain(ReadOnlySpan<char> text, PeriodClock clock)
    {
        if (text.IsEmpty || !Starts.Contains(text[0]))
            return default;
        var best = Longer(DayRules.Read(text, clock), MonthRules.Read(text, clock));
        best = Longer(best, YearRules.Read(text, clock));
        best = Longer(best, WeekRules.Read(text, clock));
        best = Longer(best, Festivals.Read(text, clock, year: null));
        best = Longer(best, PartRules.Read(text, clock));
        return best.Found && !best.IsInvalid ? PartRules.Narrow(best, text[best.Length..]) : best;
    }

    /// <summary>Every expression of a text, from left to right.</summary>
    public static IReadOnlyList<PeriodSpan> ReadAll(string text, PeriodClock clock)
    {
        var spans = new List<PeriodSpan>();
        for (var i = 0; i < text.Length;)
        {
            var match = MayBeginAt(text, i) ? Read(text.AsSpan(i), clock) : default;
            if (match.Found)
                spans.Add(new PeriodSpan(text.Substring(i, match.Length), match.IsInvalid ? null : match.Period, match.IsUncertain));
            i += Math.Max(match.Length, 1);
        }

        return spans;
    }

    /// <summary>Not in the middle of a number.</summary>
    public static bool MayBeginAt(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsAsciiDigit(text[at]) || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.');

    private static PeriodMatch Longer(PeriodMatch one, PeriodMatch other) => other.Length > one.Length ? other : one;
}

/// <param name="Text">As it was said.</param>
/// <param name="Period">Null when there is no such day (9月31号).</param>
/// <param name="IsUncertain">Another day or length could be meant.</param>
internal sealed record PeriodSpan(string Text, Period? Period, bool IsUncertain)
{
    public override string ToString() => $"{Text} = {(Period is { } p ? $"{p.First:yyyy-MM-dd}..{p.Last:yyyy-MM-dd}" : "invalid")}";
}
