using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>未来7天, 接下来两周, 剩下这几个月: from today on.</summary>
internal static class NextRules
{
    private static readonly string[] Rest =
    [
        "剩下的这几个月", "剩下这几个月", "剩下的几个月", "剩下几个月", "剩余的几个月", "剩余几个月", "余下的几个月", "余下几个月", "接下来的几个月", "接下来这几个月", "接下来几个月", "往后的几个月", "往后几个月", "后面的几个月", "后面几个月",
        "剩下的时间", "剩余时间", "剩余的时间", "剩下的日子", "剩下的月份", "剩余月份", "今年剩下的时间", "今年剩下的几个月", "今年剩下几个月", "今年剩下的日子",
    ];

    private static readonly string[] Words = ["未来的", "未来", "接下来的", "接下来这", "接下来", "今后的", "今后", "往后的", "往后"];

    private static readonly (string, int)[] TwoDays = [("今明两天", 0), ("今明天", 0), ("明后两天", 1), ("明后天", 1), ("昨今两天", -1), ("昨天今天", -1), ("前昨两天", -2)];

    /// <summary>几个月 without a number means up to the end of the year; N days include today.</summary>
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (both, from) = Prefix.In(text, TwoDays);
        if (both > 0)
            return new(both, new Period(clock.Today.AddDays(from), clock.Today.AddDays(from + 1)), Grain.Span);
        var rest = Prefix.Any(text, Rest);
        if (rest > 0)
            return new(rest, new Period(clock.Today, clock.ThisYear.Last), Grain.Span);
        var word = Prefix.Any(text, Words);
        if (word == 0)
            return default;
        var today = clock.Today;
        var (length, count) = Prefix.NumberThen(text[word..], 1, 400, "天", "日");
        if (length > 0)
            return Until(today.AddDays(count - 1));
        (length, count) = Prefix.NumberThen(text[word..], 1, 60, "个星期", "个礼拜", "个周", "星期", "礼拜", "周");
        if (length > 0)
            return Until(today.AddDays((7 * count) - 1));
        (length, count) = Prefix.NumberThen(text[word..], 1, 36, "个月");
        return length > 0 ? Until(today.AddMonths(count).AddDays(-1)) : default;

        PeriodMatch Until(DateOnly last) => new(word + length, new Period(today, last), Grain.Span);
    }
}
