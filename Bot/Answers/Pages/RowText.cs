using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Answers.Pages;

/// <summary>A row's numbers with what its kind shows beside them: sessions in progress, workers and certificates.</summary>
internal static class RowText
{
    /// <summary>More than these are only numbered.</summary>
    private const int MostOpen = 5;

    public static string Of(StatusCase status, Standing standing) => standing switch
    {
        { Row.Counting: CountingRule.Staff } => Staff(status, standing),
        _ => StatusText.Row(standing, InProgress(status.Open(standing))),
    };

    /// <summary><c>2 个（进行中 1 个：3/5）</c>.</summary>
    public static string Counted(StatusCase status, Standing standing) =>
        Amount.Of(standing.Counted, standing.Row.Unit) + InProgress(status.Open(standing));

    /// <summary><c>在岗 2/2 人，持证 0/1 人 差 1 项</c>, on the day that is judged.</summary>
    private static string Staff(StatusCase status, Standing standing)
    {
        var period = standing.Slices[^1].Period;
        var day = Counter.AsOf(period, status.Today);
        if (standing.Row.Targets[status.Facts.Tiers.On(period.Last)] is not Target.Staff needed)
        {
            return StatusText.Row(standing);
        }

        var count = StaffCount.Of(needed, status.Facts, day);
        return $"在岗 {count.Workers}/{needed.Workers} 人，持证 {count.Certified}/{needed.Certified} 人{StatusText.State(standing)}{StatusText.Unready(standing)}";
    }

    private static string InProgress(IReadOnlyList<(CaseFile File, int Held)> open)
    {
        if (open.Count == 0)
        {
            return "";
        }

        var held = string.Join('、', open.Take(MostOpen).Select(file => $"{file.Held}/{CreditRules.SessionsToComplete}"));
        return $"（进行中 {open.Count} 个：{held}{(open.Count > MostOpen ? "…" : "")}）";
    }
}
