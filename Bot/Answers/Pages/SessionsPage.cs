using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>还差多少节, 做了几节: cases and groups by their sessions (product.md §3.6).</summary>
internal static class SessionsPage
{
    private const string Unit = "节";

    public static StatusPage Of(StatusCase status) => status.Question.Ask == StatusAsk.SessionsLeft ? Left(status) : Held(status);

    private static StatusPage Held(StatusCase status)
    {
        var rows = status.Scope.Rows
            .Select(row => (Row: row, Held: CreditRules.FactsOf(row, status.Scope.Period, status.Facts).Count(fact => fact.File is not null)))
            .ToList();
        return new StatusPage
        {
            Headline = status.Headline($"共 {Amount.Of(rows.Sum(row => row.Held), Unit)}"),
            Groups = [new StatusRows(null, [.. rows.Select(row => ProgressRow.Bare(status.Label(row.Row), Amount.Of(row.Held, Unit)))])],
        };
    }

    private static StatusPage Left(StatusCase status)
    {
        var rows = status.Scope.Rows.Select(row => (Row: row, Years: OfYears(status, row))).ToList();
        var missing = rows.Sum(row => row.Years.Sum(year => year.Missing));
        return new StatusPage
        {
            Headline = status.Headline(missing == 0
                ? "已达标"
                : $"还差 {Amount.Of(missing, Unit)}{StatusText.DaysLeft(status.Scope.Period, status.Today)}"),
            Groups = [new StatusRows(null, [.. rows.SelectMany(row => Rows(status, row.Row, row.Years))])],
            Hints = status.Scope.IsWidened ? [$"问的是{PeriodName.Of(status.Scope.Asked)}；按年考核，以上按{PeriodName.Of(status.Scope.Period)}计算。"] : [],
        };
    }

    private static List<SessionCount> OfYears(StatusCase status, Indicator row) =>
        [.. status.Years.Select(year => SessionCount.Of(row, Counter.Count(row, year, status.Facts, status.Today), year, status.Facts, status.Today))];

    /// <summary>A row and, where names may be told, its files in progress.</summary>
    private static IEnumerable<ProgressRow> Rows(StatusCase status, Indicator row, List<SessionCount> years)
    {
        var missing = years.Sum(year => year.Missing);
        yield return ProgressRow.Bare(status.Label(row), missing == 0 ? "✅" : $"差 {Amount.Of(missing, Unit)}");
        foreach (var (file, held) in years[^1].Open.Where(open => status.FileNames.ContainsKey(open.File.Id)))
        {
            var text = $"{held}/{Amount.Of(CreditRules.SessionsToComplete, Unit)}";
            yield return ProgressRow.Bar(status.FileNames[file.Id], text, held, CreditRules.SessionsToComplete) with { IsPart = true };
        }
    }
}
