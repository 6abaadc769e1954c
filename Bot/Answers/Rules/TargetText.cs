using System.Diagnostics;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Answers.Rules;

/// <summary>What is to be reached, as people say it: <c>每月 2 次</c>. Pure.</summary>
internal static class TargetText
{
    private const int Everybody = 100;

    public static string Of(Indicator row, Tier tier) => row.Targets[tier] switch
    {
        Target.Number number => $"{Per(row)} {Amount.Of(number.Value, row.Unit)}",
        Target.Share { Percent: Everybody } => "名单在册的人每年每人 1 次",
        Target.Share share => $"四个领域名单里的人（去重）每年至少 {share.Percent}%",
        Target.Staff staff => $"驻站社工 {staff.Workers} 人、持证 {staff.Certified} 人",
        _ => throw new UnreachableException(),
    };

    /// <summary>Both tiers; the asked one alone where one was asked for.</summary>
    public static string Of(Indicator row, Tier? asked)
    {
        if (asked is { } tier)
        {
            return $"{Of(row, tier)}（{TierName.Of(tier)}档）{Sessions(row)}";
        }

        return IsSame(row)
            ? $"{Of(row, Tier.T10)}（10万档、20万档相同）{Sessions(row)}"
            : $"{Of(row, Tier.T10)}（10万档）、{Short(row, Tier.T20)}（20万档）{Sessions(row)}";
    }

    public static bool IsSame(Indicator row) => row.Targets[Tier.T10] == row.Targets[Tier.T20];

    /// <summary>Without how often, which the first tier has said.</summary>
    public static string Short(Indicator row, Tier tier) => row.Targets[tier] is Target.Number number ? Amount.Of(number.Value, row.Unit) : Of(row, tier);

    private static string Sessions(Indicator row) => row.Counting == CountingRule.Sessions ? $"，每个满 {CreditRules.SessionsToComplete} 节" : "";

    private static string Per(Indicator row) => row.Assessment switch
    {
        Assessment.Month => "每月",
        Assessment.Quarter => "每季度",
        _ => "全年",
    };
}
