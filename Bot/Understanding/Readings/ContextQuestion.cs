using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>
/// 那养老呢, 还有呢, 是哪几个人: says only what differs from the question before. Where there is one it becomes that question, changed;
/// so this is what a sentence means whose question nobody remembers.
/// </summary>
/// <param name="Fallback">What is asked back then.</param>
public sealed record ContextQuestion(ContextAsk Ask, Unclear Fallback) : Reading
{
    public override string Intent => Ask switch
    {
        ContextAsk.FollowUp => "context.followup",
        ContextAsk.Filter => "context.filter",
        ContextAsk.More => "context.more",
        ContextAsk.Pick => "context.pick",
        ContextAsk.Who or ContextAsk.Which => "context.drilldown",
        _ => "context.regroup",
    };

    public RowSet? Rows { get; init; }

    /// <summary>Only tasks were said (那养老呢): the topic stays. The other way round with <see cref="SaysTopic"/>.</summary>
    public bool SaysArea { get; init; }

    public bool SaysTopic { get; init; }

    public Period? Period { get; init; }

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    public Assessment? Each { get; init; }

    /// <summary>第二个: from 1; -1 for the last.</summary>
    public int Number { get; init; }

    /// <returns>Null where the question before has nothing that this could change.</returns>
    public Reading? On(Reading previous) => (Ask, previous) switch
    {
        (ContextAsk.FollowUp or ContextAsk.Filter, StatusQuestion status) => Changed(status) is StatusQuestion changed ? changed with { Each = Each ?? status.Each } : null,
        (ContextAsk.FollowUp or ContextAsk.Filter, Question question) when Each is null => Changed(question),
        (ContextAsk.FollowUp or ContextAsk.Filter or ContextAsk.Pick, PersonQuestion person) when Rows is null && Filters is [VillageFilter village] => person with { Name = village.Village + person.Name },
        (ContextAsk.ByMonth, StatusQuestion status) => status with { Each = Each, FollowsUp = true, Corrections = [] },
        (ContextAsk.ByArea, StatusQuestion status) => status with { FollowsUp = true, Corrections = [] },
        _ => null,
    };

    private Question Changed(Question question) => question with
    {
        Rows = Rows is null ? question.Rows : Carried(question.Rows, Rows),
        Period = Period ?? question.Period,
        RowsAssumed = question.RowsAssumed && Rows is null,
        Filters = [.. question.Filters.Where(old => Filters.All(said => !IsInsteadOf(said, old))), .. Filters],
        FollowsUp = true,
        Corrections = [],
    };

    /// <summary>小李呢, or 我的呢, instead of 小王.</summary>
    private static bool IsInsteadOf(Filter said, Filter old) =>
        said.GetType() == old.GetType() || (said is MineFilter or WorkerFilter && old is MineFilter or WorkerFilter);

    /// <summary>那养老呢 keeps the topic, 那回访呢 keeps the domain.</summary>
    private RowSet Carried(RowSet before, RowSet said)
    {
        if (before.IsAll || SaysArea == SaysTopic)
            return said;
        var kept = SaysArea
            ? said.Where(row => before.Any(old => old.Topic == row.Topic) && !before.IsWholeTask)
            : said.Where(row => before.Any(old => old.Area == row.Area));
        return kept.ToList() is { Count: > 0 } rows ? before.Only(rows) : said;
    }

    private protected override string Print() => Join(
        [
            "context", Ask.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period), Each is null ? null : $"each-{Each.ToString()!.ToLowerInvariant()}", .. Filters,
            Number == 0 ? null : Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ]);
}

public enum ContextAsk
{
    /// <summary>那养老呢, 上个月呢.</summary>
    FollowUp,

    /// <summary>只看我的.</summary>
    Filter,

    /// <summary>还有呢: the next page.</summary>
    More,

    /// <summary>是哪几个人.</summary>
    Who,

    /// <summary>是哪几次.</summary>
    Which,

    /// <summary>第二个详细说说.</summary>
    Pick,
    ByMonth,
    ByWorker,
    ByArea,
}
