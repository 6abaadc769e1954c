namespace StationBot.Indicators.Counting;

/// <summary>How far the cases or groups of a row have come in a project year (product.md §3.6).</summary>
/// <param name="Missing">还差多少节: for the units still missing, what their files lack, the furthest-advanced open ones first.</param>
/// <param name="Open">Open files that aren't complete, with the sessions held in the year, the furthest first.</param>
public sealed record SessionCount(long Missing, IReadOnlyList<(CaseFile File, int Held)> Open)
{
    public static SessionCount Of(Indicator row, Standing standing, Period year, StationFacts station, DateOnly today)
    {
        var held = CreditRules.FilesOf(CreditRules.FactsOf(row, year, station)).ToDictionary(file => file.Key, file => file.Count());
        var open = station.Files
            .Where(file => file.Indicator == row.Id && !(file.Closed <= today))
            .Select(file => (File: file, Held: held.GetValueOrDefault(file.Id)))
            .Where(file => file.Held < CreditRules.SessionsToComplete)
            .OrderByDescending(file => file.Held).ThenBy(file => file.File.Id)
            .ToList();
        var begun = open.Take((int)standing.Remaining).ToList();
        var missing = begun.Sum(file => CreditRules.SessionsToComplete - file.Held)
            + ((standing.Remaining - begun.Count) * CreditRules.SessionsToComplete);
        return new SessionCount(missing, open);
    }
}
