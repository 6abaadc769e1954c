using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Ledgers;

/// <summary>What became of a file.</summary>
public abstract record LedgerOutcome
{
    /// <summary>Nothing was imported.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : LedgerOutcome;

    public sealed record Roster(RosterImportResult Result) : LedgerOutcome;

    /// <param name="OffRoster">Persons whom the station didn't know: they are kept by name, off the roster.</param>
    public sealed record Records(RecordImportResult Result, int OffRoster) : LedgerOutcome;
}

/// <param name="IsDryRun">Says what would happen and changes nothing.</param>
/// <param name="Progress">Told how many of how many are done.</param>
public sealed record LedgerOptions(bool IsDryRun, Action<int, int>? Progress = null);

/// <summary>Takes .csv and .xlsx files in, whole or not at all (product.md §8).</summary>
public sealed class LedgerImport(RosterImport roster, RecordImport records, StationStore stations, Catalogs catalogs, StationClock clock)
{
    public async Task<LedgerOutcome> RosterAsync(Station station, string file, LedgerOptions options, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        if (SheetReader.Read(file, problems) is not { } sheet)
        {
            return new LedgerOutcome.Refused(problems);
        }

        var year = (station.YearOf(clock.Today) ?? station.Years[^1]).Period;
        var everybody = await roster.EverybodyAsync(station.Id, cancellation);
        var rows = new RosterLedger(catalogs.For(year), clock.Today, year.First, everybody).Read(sheet, problems);
        return problems.Count > 0
            ? new LedgerOutcome.Refused(InOrder(problems))
            : new LedgerOutcome.Roster(await roster.RunAsync(station.Id, rows, options.IsDryRun, Progress(options, rows.Count), cancellation));
    }

    public async Task<LedgerOutcome> RecordsAsync(Station station, string file, LedgerOptions options, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        if (SheetReader.Read(file, problems) is not { } sheet)
        {
            return new LedgerOutcome.Refused(problems);
        }

        var lines = new RecordLedger(station, catalogs, clock).Read(sheet, problems);
        var found = await FoundAsync(station, lines, problems, cancellation);
        if (problems.Count > 0)
        {
            return new LedgerOutcome.Refused(InOrder(problems));
        }

        var offRoster = found.SelectMany(record => record.Draft.Persons).Where(person => person.Id is null).DistinctBy(person => person.Label).Count();
        var result = await records.RunAsync(station.Id, found, options.IsDryRun, Progress(options, found.Count), cancellation);
        return new LedgerOutcome.Records(result, offRoster);
    }

    /// <summary>Equal rows of the file become one. Rows that are known only bring evidence: whom they name was settled when they came first.</summary>
    private async Task<List<ImportedRecord>> FoundAsync(Station station, IReadOnlyList<RecordLine> lines, List<Problem> problems, CancellationToken cancellation)
    {
        var names = new PersonNames(await roster.EverybodyAsync(station.Id, cancellation));
        var members = await stations.MembersAsync(station.Id, cancellation);
        var known = await records.KnownAsync(station.Id, lines.Select(line => line.Key).Distinct(), cancellation);
        var found = new List<ImportedRecord>();
        foreach (var equal in lines.GroupBy(line => line.Key))
        {
            var first = equal.First();
            var persons = known.Contains(first.Key) ? [] : Persons(first, names, problems);
            long? member = first.Draft.Worker is { } worker && members.TryGetValue(worker, out var id) ? id : null;
            found.Add(new ImportedRecord(
                first.Key,
                first.Draft with
                {
                    Persons = persons,
                    File = first.Row.Counting is CountingRule.Sessions or CountingRule.Showcase && (first.Draft.Name ?? persons.FirstOrDefault()?.Label) is { } name ? new FileRef(null, name) : null,
                    Worker = member is null ? first.Draft.Worker : null,
                },
                member,
                first.Entered,
                [.. equal.SelectMany(line => line.Evidence).Distinct()]));
        }

        return found;
    }

    private static List<PersonRef> Persons(RecordLine line, PersonNames names, List<Problem> problems)
    {
        var persons = new List<PersonRef>();
        foreach (var text in line.Persons)
        {
            var (person, reason) = names.Find(text, line.Draft.Date);
            if (person is null)
            {
                problems.Add(new Problem(line.Line, reason!));
            }
            else if (!persons.Contains(person))
            {
                persons.Add(person);
            }
        }

        return persons;
    }

    private static Action<int>? Progress(LedgerOptions options, int total) =>
        options.Progress is { } progress ? done => progress(done, total) : null;

    private static List<Problem> InOrder(List<Problem> problems) => [.. problems.OrderBy(problem => problem.Line)];
}
