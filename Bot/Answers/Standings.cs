using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>Fetches what the counting engine needs, and no more, and lets it count.</summary>
internal sealed class Standings(RecordStore records, RosterStore roster)
{
    public const string RevisitTopic = "revisit";

    /// <returns>One standing a row, in the order of the rows.</returns>
    public async Task<List<Standing>> CountAsync(Station station, IReadOnlyList<Indicator> rows, Period asked, DateOnly today, CancellationToken cancellation)
    {
        var facts = await FactsAsync(station, rows, asked, cancellation);
        return [.. rows.Select(row => Counter.Count(row, asked, facts, today))];
    }

    /// <summary>All that counting needs for the rows and days.</summary>
    public async Task<StationFacts> FactsAsync(Station station, IReadOnlyList<Indicator> rows, Period asked, CancellationToken cancellation) => new()
    {
        Tiers = station.Tiers,
        Years = station.Years,
        Facts = await RecordsAsync(station, rows, asked, cancellation),
        Roster = rows.Any(row => row.Counting is CountingRule.RosterSurvey or CountingRule.RosterNeeds) ? await roster.ListedAsync(station.Id, cancellation) : [],
    };

    /// <summary>How many of the persons to revisit were reached, beside each row (product.md §3.11).</summary>
    public async Task<List<RevisitReach>> RevisitsAsync(Station station, IReadOnlyList<Standing> standings, CancellationToken cancellation)
    {
        if (standings.Count == 0)
        {
            return [];
        }

        var listed = await roster.ListedAsync(station.Id, cancellation);
        var facts = await RecordsAsync(station, [.. standings.Select(s => s.Row)], standings[0].Asked, cancellation);
        return [.. standings.Select(s => RevisitReach.Of(s, listed, facts))];
    }

    /// <summary>One query for rows that need the same days; rows judged by the year don't make the others read it.</summary>
    private async Task<List<Fact>> RecordsAsync(Station station, IReadOnlyList<Indicator> rows, Period asked, CancellationToken cancellation)
    {
        var facts = new List<Fact>();
        var needs = rows
            .Select(row => (Row: row, Days: Counter.Needed(row, asked, station.Years)))
            .Where(need => need.Days is not null)
            .SelectMany(need => CreditRules.SourcesOf(need.Row).Select(source => (source, need.Days!.Value)))
            .GroupBy(need => need.source, (source, days) => (Source: source, Days: new Period(days.Min(d => d.Value.First), days.Max(d => d.Value.Last))))
            .GroupBy(need => need.Days, need => need.Source);
        foreach (var need in needs)
        {
            facts.AddRange(await records.FactsAsync(station.Id, [.. need], need.Key, cancellation));
        }

        facts.Sort((one, other) => one.Number.CompareTo(other.Number));
        return facts;
    }
}
