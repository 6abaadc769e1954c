using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>What is asked about the end.</summary>
public enum ForecastAsk
{
    /// <summary>年底来得及吗, 照这个速度能不能完成.</summary>
    Reach,

    /// <summary>每月要做几次才够.</summary>
    Pace,

    /// <summary>最晚几号开.</summary>
    LatestStart,

    /// <summary>已经补不回来的.</summary>
    Lost,

    /// <summary>哪些有风险, 哪项最悬.</summary>
    Risk,

    /// <summary>每周多跑两户来得及吗, 小李走了做得完吗.</summary>
    WhatIf,
}

/// <summary>How often something is to be done.</summary>
public enum Every
{
    Month,
    Week,
    Day,

    /// <summary>Not again.</summary>
    Once,
}

/// <summary>How it will be at the end of the period, usually of the year.</summary>
public sealed record ForecastQuestion(ForecastAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        ForecastAsk.Reach => "forecast",
        ForecastAsk.Pace => "forecast.pace",
        ForecastAsk.LatestStart => "forecast.latest_start",
        ForecastAsk.Lost => "forecast.lost",
        ForecastAsk.Risk => "forecast.risk",
        _ => "forecast.whatif",
    };

    /// <summary>Of <see cref="ForecastAsk.Pace"/>, and of <see cref="More"/>.</summary>
    public Every Every { get; init; }

    /// <summary>
    /// So many more each time, for <see cref="ForecastAsk.WhatIf"/>, in the unit of the rows, of money in fen; null where a colleague
    /// (<see cref="Question.Worker"/>) leaves or <see cref="Away"/> says how long no work is done.
    /// </summary>
    public long? More { get; init; }

    /// <summary>每周做三节: so many in all, and not beside what is done anyway.</summary>
    public bool Instead { get; init; }

    /// <summary>两节个案: <see cref="More"/> counts sessions, five to a case or group.</summary>
    public bool InSessions { get; init; }

    /// <summary>从下月起: when it begins; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>请一个月假, 停工一周: the days on which the colleague, or where none is named nobody, does anything.</summary>
    public int? Away { get; init; }

    /// <summary>关爱来得及吗 is about this month as 关爱还差几次 is; what is lost or at risk, and how much a month is needed, about the year.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Ask == ForecastAsk.Reach
        ? base.Implied(today, years)
        : years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today));

    private protected override string Print() => Join(
        ["forecast", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), Ask == ForecastAsk.Pace || More is not null ? $"every-{Every.ToString().ToLowerInvariant()}" : null, More is { } more ? $"{(Instead ? "=" : "+")}{more}{(InSessions ? "-sessions" : "")}" : null, From is { } from ? $"from-{from:yyyy-MM-dd}" : null, Away is { } away ? $"away-{away}" : null, .. Filters]);
}
