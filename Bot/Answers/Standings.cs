using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Fetches what the counting engine needs, and no more, and lets it count.</summary>
internal sealed class Standings(RecordStore records, RosterStore roster, FileStore files, StaffStore staff)
{
    /// <returns>One standing a row, in the order of the rows.</returns>
    public async Task<List<Standing>> CountAsync(Station station, IReadOnlyList<Indicator> rows, Period asked, DateOnly today, CancellationToken cancellation)
    {
        var facts = await FactsAsync(station, rows, asked, cancellation);
        return [.. rows.Select(row => Counter.Count(row, asked, facts, today))];
    }

    /// <summary>A question of the whole station's targets, as nobody in particular asks it: without the names of cases.</summary>
    /// <exception cref="ArgumentException">No project year touches what is asked.</exception>
    public async Task<StatusCase> CaseAsync(Station station, Catalog catalog, StatusQuestion question, DateOnly today, CancellationToken cancellation)
    {
        var scope = StatusScope.Of(question, station.Years, today) ?? throw new ArgumentException("No project year touches the question.", nameof(question));
        return new StatusCase
        {
            Question = question,
            Scope = scope,
            ScopeName = ScopeName.Of(catalog, question.Rows),
            Today = today,
            Facts = await FactsAsync(station, scope.Rows, scope.Period, cancellation),
            FileNames = NoNames,
        };
    }

    private static readonly Dictionary<long, string> NoNames = [];

    /// <summary>All that counting needs for the rows and days.</summary>
    /// <param name="only">Which part of the records; all of them without.</param>
    public async Task<StationFacts> FactsAsync(
        Station station,
        IReadOnlyList<Indicator> rows,
        Period asked,
        CancellationToken cancellation,
        FactFilter? only = null) => new()
        {
            Tiers = station.Tiers,
            Years = station.Years,
            Facts = await RecordsAsync(station, rows, asked, only, cancellation),
            Roster = Any(rows, CountingRule.RosterSurvey, CountingRule.RosterNeeds) ? await roster.ListedAsync(station.Id, cancellation) : [],
            Staff = Any(rows, CountingRule.Staff) ? await staff.AllAsync(station.Id, cancellation) : [],
        };

    /// <summary>Who is listed, for rows that show how many of the flagged were reached (product.md §3.11).</summary>
    public async Task<IReadOnlyList<RosterPerson>> FlaggedAsync(Station station, IReadOnlyList<Indicator> rows, CancellationToken cancellation) =>
        rows.Any(row => row.Topic == RevisitReach.Topic) ? await roster.ListedAsync(station.Id, cancellation) : [];

    /// <summary>The cases and groups of the rows.</summary>
    public async Task<IReadOnlyList<FileState>> FilesAsync(Station station, IReadOnlyList<Indicator> rows, CancellationToken cancellation) =>
        Any(rows, CountingRule.Sessions)
            ? await files.AllAsync(station.Id, [.. rows.Where(row => row.Counting == CountingRule.Sessions).Select(row => row.Id)], cancellation)
            : [];

    private static bool Any(IReadOnlyList<Indicator> rows, params CountingRule[] rules) => rows.Any(row => rules.Contains(row.Counting));

    /// <summary>One query for rows that need the same days; rows judged by the year don't make the others read it.</summary>
    private async Task<List<Fact>> RecordsAsync(Station station, IReadOnlyList<Indicator> rows, Period asked, FactFilter? only, CancellationToken cancellation)
    {
        var needed = new Dictionary<string, Period>();
        foreach (var row in rows)
        {
            if (Counter.Needed(row, asked, station.Years) is not { } days)
            {
                continue;
            }

            foreach (var source in CreditRules.SourcesOf(row))
            {
                needed[source] = needed.TryGetValue(source, out var others) ? others.Span(days) : days;
            }
        }

        var facts = new List<Fact>();
        foreach (var same in needed.GroupBy(need => need.Value, need => need.Key))
        {
            facts.AddRange(await records.FactsAsync(station.Id, [.. same], same.Key, only, cancellation));
        }

        facts.Sort((one, other) => one.Number.CompareTo(other.Number));
        return only?.Persons is { } persons ? Narrowed(facts, rows, persons) : facts;
    }

    /// <summary>Where persons are counted, only those who are asked about; a service counts whoever else it was for.</summary>
    private static List<Fact> Narrowed(List<Fact> facts, IReadOnlyList<Indicator> rows, IReadOnlyCollection<long> persons)
    {
        var services = rows.Where(row => row.Counting == CountingRule.Services).Select(row => row.Id).ToHashSet();
        return facts.ConvertAll(fact => services.Contains(fact.Indicator) ? fact : fact with { Persons = [.. fact.Persons.Where(persons.Contains)] });
    }
}
