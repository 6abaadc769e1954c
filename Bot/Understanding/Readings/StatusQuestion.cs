using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>What is asked about rows.</summary>
public enum StatusAsk
{
    /// <summary>还差几次, 够了没, 做了没有.</summary>
    Remaining,

    /// <summary>做了几次.</summary>
    Count,

    /// <summary>进度, 完成率.</summary>
    Progress,

    /// <summary>哪几个月没达标.</summary>
    Missed,

    /// <summary>还差多少节, of cases and groups.</summary>
    SessionsLeft,

    /// <summary>做了几节.</summary>
    SessionsHeld,

    /// <summary>发了多少钱, of rows that are counted in something else.</summary>
    Money,
}

/// <summary>还差几次, 做了几次, 进度.</summary>
/// <param name="Rows">In the order of the catalogue; never empty.</param>
/// <param name="Period">Null when none was said: the rows' own periods.</param>
public sealed record StatusQuestion(StatusAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        _ when Each is not null && Ask != StatusAsk.Missed => "status.by_month",
        StatusAsk.Missed => "status.list_missed_months",
        StatusAsk.Remaining when ListsRows => "status.list_behind",
        StatusAsk.Progress when ListsRows => "status.list_done",
        StatusAsk.Remaining or StatusAsk.SessionsLeft => "status.remaining",
        StatusAsk.Progress when Rows.Select(row => row.Topic).Distinct().Skip(1).Any() => "status.overview",
        StatusAsk.Money => "money.sum",
        StatusAsk.Count when Rows.All(row => row.Counting == CountingRule.Money) => "money.sum",
        StatusAsk.Count when Filters.Count > 0 => "count.records",
        _ => "status.progress",
    };

    /// <summary>每个月, 每季度: one by one.</summary>
    public Assessment? Each { get; init; }

    /// <summary>还差几项: rows still behind, whatever their units.</summary>
    public bool InRows { get; init; }

    /// <summary>Month by month, and money, the whole year.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Each is null && Ask != StatusAsk.Money
        ? base.Implied(today, years)
        : years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today));

    /// <summary>Whether it is about what must be reached; else only about what was done.</summary>
    public bool IsOfTargets => Ask is StatusAsk.Remaining or StatusAsk.Progress or StatusAsk.Missed or StatusAsk.SessionsLeft;

    /// <summary>The row's records carry money or a value (product.md §3.9, §3.10).</summary>
    public static bool IsValued(Indicator row) => row.Id is "charity.raised" or "charity.fund" or "charity.project" or "charity.aid" or "charity.aid_amount";

    /// <summary>红灯的有哪几项, 哪些完成了: which rows are asked for, and not how far they are.</summary>
    public bool ListsRows { get; init; }

    private protected override string Print() => Join(
        [Ask.ToString().ToLowerInvariant(), Each is null ? null : $"each-{Each.ToString()!.ToLowerInvariant()}", Rows, PrintedPeriod.Of(Period), .. Filters, InRows ? "in-rows" : null, FollowsUp ? "(follow-up)" : null]);
}
