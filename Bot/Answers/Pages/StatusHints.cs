using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>What is always shown beside a kind of row, after the rows (product.md §3.9, §3.11, §3.14).</summary>
internal static class StatusHints
{
    public static IEnumerable<string> Of(StatusCase status, IReadOnlyList<Standing> standings) =>
        // Of a part of the records they would not be true.
        status.Question.Filters.Count > 0 || !standings.Any(HasAny) ? [] : [.. Revisits(status, standings), .. Showcases(standings), .. InKind(status, standings), .. LargeAid(status, standings), .. MissingSets(status, standings)];

    /// <summary>Most rows have nothing beside them.</summary>
    private static bool HasAny(Standing standing) =>
        standing.Row.Topic == RevisitReach.Topic
        || standing.Row.Counting is CountingRule.Showcase or CountingRule.Money or CountingRule.LargeDistribution
        || standing.MissingSet.Count > 0;

    private static IEnumerable<string> Revisits(StatusCase status, IReadOnlyList<Standing> standings)
    {
        var reaches = standings.Where(s => s.Row.Topic == RevisitReach.Topic).Select(s => RevisitReach.Of(s, status.Facts.Roster, status.Facts.Facts)).ToList();
        return
        [
            .. reaches.Where(reach => reach.Flagged > 0).Select(reach => $"{reach.Row.Area.Name}需回访 {reach.Flagged} 人，已回访 {reach.Reached} 人。"),
            .. reaches.Where(reach => reach.OnlyByPhone).Select(reach => $"{reach.Row.Area.Name}的回访全是电话，建议至少上门一次。"),
        ];
    }

    private static IEnumerable<string> Showcases(IReadOnlyList<Standing> standings)
    {
        var rows = standings.Where(s => s.Row.Counting == CountingRule.Showcase).ToList();
        return rows.Count == 0 ? [] : [$"成功案例全站至少 1 个，以上共 {rows.Sum(s => s.Done)} 个。"];
    }

    /// <summary>What is asked once a year stands with no single record, so no row can show it (product.md §5, 材料齐).</summary>
    private static IEnumerable<string> MissingSets(StatusCase status, IReadOnlyList<Standing> standings) =>
        status.Question.Ask != StatusAsk.Progress || standings.Count > MostWithSets ? [] : standings
            .Where(s => s.Done > 0 && s.MissingSet.Count > 0)
            .Select(s => $"{RowName.Of(s.Row)}全年至少一套材料，还缺{EvidenceText.Of(s.MissingSet)}。");

    /// <summary>A longer list of rows would drown in them.</summary>
    private const int MostWithSets = 8;

    private static IEnumerable<string> InKind(StatusCase status, IReadOnlyList<Standing> standings) => standings
        .Where(s => s.Row.Counting == CountingRule.Money)
        .Select(s => CreditRules.FactsOf(s.Row, s.Asked, status.Facts).Where(fact => fact.InKind).Sum(fact => fact.Fen))
        .Where(fen => fen > 0)
        .Select(fen => $"另有实物折合 {Amount.Of(fen, Amount.Yuan)}，不计入。");

    private static IEnumerable<string> LargeAid(StatusCase status, IReadOnlyList<Standing> standings) => standings
        .Where(s => s.Row.Counting == CountingRule.LargeDistribution)
        .Select(s => CreditRules.FactsOf(s.Row, s.Asked, status.Facts))
        .Select(aid => $"慈善救助 {aid.Count} 次，其中满 1000 元的 {aid.Count(fact => fact.Fen >= CreditRules.LargeDistributionFen)} 次。");
}
