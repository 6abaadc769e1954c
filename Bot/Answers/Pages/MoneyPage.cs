using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Answers.Pages;

/// <summary>发了多少钱: the value of the records, for rows that are counted in something else than money.</summary>
internal static class MoneyPage
{
    public static StatusPage Of(StatusCase status)
    {
        var rows = status.Scope.Rows.Select(row => (Row: row, Records: Valued(status, row))).ToList();
        var sum = rows.SelectMany(row => row.Records).DistinctBy(record => record.Number).Sum(record => record.Fen);
        return new StatusPage
        {
            Headline = status.Headline($"共 {Amount.Of(sum, Amount.Yuan)}"),
            Groups =
            [
                new StatusRows(null, [.. rows.Select(row => ProgressRow.Bare(
                    status.Label(row.Row),
                    $"{row.Records.Count} 笔 {Amount.Of(row.Records.Sum(record => record.Fen), Amount.Yuan)}"))]),
            ],
            Hints = [.. StatusHints.Of(status, status.Count(status.Scope.Rows))],
        };
    }

    /// <summary>What is given out is worth its value, in whatever form; of what comes in, only cash is money (product.md §3.9).</summary>
    private static List<Fact> Valued(StatusCase status, Indicator row) =>
        [.. CreditRules.FactsOf(row, status.Scope.Period, status.Facts).Where(fact => fact.Fen > 0 && (IsGiven(row) || !fact.InKind))];

    private static bool IsGiven(Indicator row) => row.Topic is "aid" or "aid_amount";
}
