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

    /// <summary>So many more each time, for <see cref="ForecastAsk.WhatIf"/>; null where a colleague (<see cref="Question.Worker"/>) leaves.</summary>
    public int? More { get; init; }

    /// <summary>关爱来得及吗 is about this month as 关爱还差几次 is; what is lost or at risk, and how much a month is needed, about the year.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Ask == ForecastAsk.Reach
        ? base.Implied(today, years)
        : years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today));

    private protected override string Print() => Join(
        ["forecast", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), Ask == ForecastAsk.Pace || More is not null ? $"every-{Every.ToString().ToLowerInvariant()}" : null, More is { } more ? $"+{more}" : null, .. Filters]);
}
