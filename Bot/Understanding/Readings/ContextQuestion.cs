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
        ContextAsk.Who or ContextAsk.Which or ContextAsk.WhichRows or ContextAsk.WhichOnes => "context.drilldown",
        _ => "context.regroup",
    };

    public RowSet? Rows { get; init; }

    /// <summary>Only tasks were said (那养老呢): the topic stays. The other way round with <see cref="SaysTopic"/>.</summary>
    public bool SaysArea { get; init; }

    public bool SaysTopic { get; init; }

    public Period? Period { get; init; }

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    public Assessment? Each { get; init; }

    /// <summary>第二个: from 1; -1 for the last. Of <see cref="ContextAsk.More"/>, the page that was said; 0 for the next.</summary>
    public int Number { get; init; }

    /// <summary>那王大爷呢: somebody else, as typed.</summary>
    public string? Person { get; init; }

    private protected override string Print() => Join(
        [
            "context", Ask.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period), Each is null ? null : $"each-{Each.ToString()!.ToLowerInvariant()}", .. Filters, Person,
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

    /// <summary>是哪几次, 哪几条.</summary>
    Which,

    /// <summary>是哪几项.</summary>
    WhichRows,

    /// <summary>是哪几个, 哪些: persons, records or rows, as the number counted them.</summary>
    WhichOnes,

    /// <summary>第二个详细说说.</summary>
    Pick,
    ByMonth,
    ByWorker,
    ByArea,
    ByVillage,
}
