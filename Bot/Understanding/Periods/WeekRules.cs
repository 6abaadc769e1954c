using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>本周, 上上周, 下个星期, 两周前.</summary>
internal static class WeekRules
{
    private static readonly (string, int)[] Offsets =
    [
        ("本", 0), ("这个", 0), ("这一", 0), ("这", 0), ("当", 0), ("上个", -1), ("上一", -1), ("上", -1), ("上上个", -2), ("上上", -2), ("大上", -2), ("大上个", -2), ("再上个", -2),
        ("下个", 1), ("下一", 1), ("下", 1), ("下下个", 2), ("下下", 2),
    ];

    /// <summary>这, 上个, 下下: how many weeks, months or quarters away.</summary>
    public static (int Length, int Offset) Which(ReadOnlySpan<char> text) => Prefix.In(text, Offsets);

    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var (ago, count) = Prefix.NumberThen(text, 1, 60, "周之前", "周以前", "周前", "个星期前", "星期前", "个礼拜前");
        if (ago > 0)
            return new(ago, Period.WeekOf(clock.Today.AddDays(-7 * count)), Grain.Week);
        var (prefix, weeks) = Which(text);
        if (prefix == 0 && !text.StartsWith("周末", StringComparison.Ordinal))
            return default;
        var unit = Prefix.Any(text[prefix..], "周末", "周", "星期", "礼拜");
        if (unit == 0)
            return default;
        var week = Period.WeekOf(clock.Today.AddDays(7 * weeks));
        return text.Slice(prefix, unit) is "周末"
            ? new(prefix + unit, new Period(week.First.AddDays(5), week.Last), Grain.Part)
            : new(prefix + unit, week, Grain.Week);
    }
}
