using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>How coarse the expression was; decides what may be said after it (9月 + 底, 本季度 + 前两个月).</summary>
internal enum Grain
{
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Festival,

    /// <summary>A part of a month or year (月底, 上旬).</summary>
    Part,

    /// <summary>Anything put together: ranges, the last N days.</summary>
    Span,
}

/// <summary>An expression at the beginning of a text; nothing was found when the length is 0.</summary>
internal readonly record struct PeriodMatch(int Length, Period Period, Grain Grain)
{
    /// <summary>No such day: 9月31号.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>Only one of several days could be meant (a bare weekday or day of the month that is still to come).</summary>
    public bool IsUncertain { get; init; }

    /// <summary>9月, 三季度, unlike 本月: one of several.</summary>
    public bool IsNamed { get; init; }

    /// <summary>去年这个时候, 去年同期: wants to be set beside the same days of this year.</summary>
    public bool IsSameTime { get; init; }

    public bool Found => Length > 0;

    public static PeriodMatch Invalid(int length) => new(length, default, Grain.Day) { IsInvalid = true };

    /// <summary>A date that may not exist.</summary>
    public static PeriodMatch Day(int length, int year, int month, int day) =>
        month is < 1 or > 12 || year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? Invalid(length)
            : new(length, Period.Day(new DateOnly(year, month, day)), Grain.Day);

    public PeriodMatch Longer(int more) => this with { Length = Length + more };
}
