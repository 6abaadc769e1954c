using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum RuleAsk
{
    /// <summary>电话回访算不算, 关爱帮扶怎么算.</summary>
    Counting,

    /// <summary>个案要做几个.</summary>
    Target,

    /// <summary>关爱帮扶要什么材料.</summary>
    Evidence,

    /// <summary>慈善项目和慈善救助能不能合并, 去一趟算谁头上.</summary>
    Merge,

    /// <summary>外村的人能算吗.</summary>
    Scope,

    /// <summary>10万档和20万档有什么区别.</summary>
    Tiers,

    /// <summary>还能补录吗.</summary>
    Backfill,
}

/// <summary>What of a rule is asked about in particular; the answer begins with it.</summary>
public enum RulePoint
{
    /// <summary>一天去两家.</summary>
    SameDay,

    /// <summary>电话, 视频 …</summary>
    Mode,

    /// <summary>要几个人.</summary>
    Crowd,

    /// <summary>每次都要还是一次就行.</summary>
    Once,

    /// <summary>没见到人.</summary>
    Attempt,
}

/// <summary>What the task list asks, and how this station counts it.</summary>
public sealed record RuleQuestion(RuleAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => $"rule.{Ask.ToString().ToLowerInvariant()}";

    /// <summary>Only of this tier, where one was said.</summary>
    public Tier? Tier { get; init; }

    public RulePoint? Point { get; init; }

    /// <summary>A rule is of no days.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => null;

    private protected override string Print() => Join(
        ["rule", Ask.ToString().ToLowerInvariant(), Tier is null ? null : TierName.Of(Tier.Value), Point?.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}

/// <summary>这个数怎么算出来的: the records behind a number.</summary>
/// <param name="Of">Which number: of the rows that were said, else the last one that was asked for; null where there is none.</param>
public sealed record ExplainQuestion(StatusQuestion? Of) : Reading
{
    public override string Intent => "explain.last";

    private protected override string Print() => Join("explain", Of);
}
