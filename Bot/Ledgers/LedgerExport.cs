using System.Data;
using MiniExcelLibs;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Ledgers;

/// <summary>An Excel file made of records.</summary>
/// <param name="Title">Without the extension.</param>
/// <param name="Sheets">With how many records each lists.</param>
/// <param name="Filed">The records that it is evidence of.</param>
public sealed record LedgerBook(string Title, IReadOnlyList<(string Name, int Records)> Sheets, IReadOnlyList<(long Number, EvidenceKind Kind)> Filed, byte[] Content);

/// <summary>Makes ledgers (台账, 名册) and lists of records; nothing is stored here.</summary>
public sealed class LedgerExport(RecordList records, PersonReader persons, RecordStore facts)
{
    /// <summary>Excel's.</summary>
    private const int MostSheetNameCharacters = 31;

    /// <summary>Whether the task list asks for a ledger of the row.</summary>
    public static bool HasLedger(Indicator row) => LedgerKinds.All.Any(kind => kind.Rows(row));

    /// <summary>The ledgers of the rows over a project year; null where none of them has a record.</summary>
    /// <param name="rows">Those without a ledger are left out.</param>
    public async Task<LedgerBook?> LedgersAsync(Station station, Catalog catalog, IReadOnlyCollection<Indicator> rows, Period year, CancellationToken cancellation = default)
    {
        var known = await persons.ReadAsync(station.Id, cancellation);
        var sheets = new List<Sheet>();
        foreach (var kind in LedgerKinds.All)
        {
            var own = rows.Where(kind.Rows).ToList();
            foreach (var part in kind.PerDomain ? own.Select(row => (IReadOnlyList<Indicator>)[row]) : own.Count > 0 ? [own] : [])
            {
                // One ledger serves all its rows (product.md §3.10), whichever of them was asked for.
                IReadOnlyList<Indicator> all = kind.PerDomain ? part : [.. catalog.Rows.Where(kind.Rows)];
                sheets.Add(await LedgerAsync(station, catalog, kind, all, year, known, cancellation));
            }
        }

        return Book(sheets, sheets is [var only] ? only.Name : "台账", PeriodName.Of(year));
    }

    /// <summary>All records of the rows and days, in the columns of an import; evidence of nothing. Null where there are none.</summary>
    public async Task<LedgerBook?> RecordsAsync(Station station, Catalog catalog, IReadOnlyCollection<Indicator> rows, Period days, string title, CancellationToken cancellation = default)
    {
        var listed = await records.ReadAsync(station.Id, new RecordSelection([.. rows.Select(row => row.Id)], days), cancellation);
        var lines = listed.Select((record, place) => new LedgerLine(place + 1, record, catalog.Find(record.Record.What.Indicator)!, null, default)).ToList();
        return Book([new Sheet(title, LedgerKinds.Records, lines, [])], title, PeriodName.Of(days));
    }

    private async Task<Sheet> LedgerAsync(
        Station station,
        Catalog catalog,
        LedgerKind kind,
        IReadOnlyList<Indicator> rows,
        Period year,
        IReadOnlyDictionary<long, PersonDetails> known,
        CancellationToken cancellation)
    {
        var also = catalog.Rows.Where(kind.AlsoRows).ToList();
        var ids = rows.Select(row => row.Id).ToHashSet();
        var all = await records.ReadAsync(station.Id, new RecordSelection([.. ids, .. also.Select(row => row.Id)], year), cancellation);
        var listed = all.Where(record => ids.Contains(record.Record.What.Indicator) || kind.AlsoRecords(record.Record.What)).ToList();
        var revisits = rows[0].Counting == CountingRule.Register ? await RevisitsAsync(station, rows[0].Area.Id, year, cancellation) : [];
        var lines = listed
            .SelectMany(record => (kind.PerPerson && record.Record.What.Persons.Count > 0 ? record.Record.What.Persons.Select(person => person.Id) : [null])
                .Select(person => (Record: record, Person: person is { } id ? known.GetValueOrDefault(id) : null)))
            .Select((line, place) => new LedgerLine(
                place + 1,
                line.Record,
                catalog.Find(line.Record.Record.What.Indicator)!,
                line.Person,
                line.Person is null ? default : revisits.GetValueOrDefault(line.Person.Id)))
            .ToList();
        return new Sheet(
            kind.PerDomain ? $"{rows[0].Area.Name}{kind.Title}" : kind.Title,
            kind.Columns,
            lines,
            [.. listed.Where(record => ids.Contains(record.Record.What.Indicator)).Select(record => (record.Record.Number, kind.Filed))]);
    }

    /// <summary>When each person of the domain was last revisited, and how often.</summary>
    private async Task<Dictionary<long, (DateOnly? Last, int Count)>> RevisitsAsync(Station station, string area, Period year, CancellationToken cancellation) =>
        (await facts.FactsAsync(station.Id, [$"{area}.revisit"], year, cancellation: cancellation))
            .SelectMany(fact => fact.Persons.Select(person => (person, fact.Date)))
            .GroupBy(visit => visit.person, visit => visit.Date)
            .ToDictionary(visits => visits.Key, visits => ((DateOnly?)visits.Max(), visits.Count()));

    private static LedgerBook? Book(IReadOnlyList<Sheet> sheets, string title, string period)
    {
        var filled = sheets.Where(sheet => sheet.Lines.Count > 0).ToList();
        if (filled.Count == 0)
        {
            return null;
        }

        using var tables = new DataSet();
        tables.Locale = System.Globalization.CultureInfo.InvariantCulture;
        foreach (var sheet in filled)
        {
            tables.Tables.Add(Table(sheet));
        }

        using var stream = new MemoryStream();
        stream.SaveAs(tables, printHeader: true);
        return new LedgerBook(
            $"{title}（{period}）",
            [.. filled.Select(sheet => (sheet.Name, sheet.Lines.Select(line => line.Listed.Record.Number).Distinct().Count()))],
            [.. filled.SelectMany(sheet => sheet.Filed)],
            stream.ToArray());
    }

    private static DataTable Table(Sheet sheet)
    {
        var table = new DataTable(sheet.Name.Length <= MostSheetNameCharacters ? sheet.Name : sheet.Name[..MostSheetNameCharacters]) { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in sheet.Columns)
        {
            table.Columns.Add(column.Name, typeof(object));
        }

        foreach (var line in sheet.Lines)
        {
            table.Rows.Add([.. sheet.Columns.Select(column => column.Value(line) ?? DBNull.Value)]);
        }

        return table;
    }

    private sealed record Sheet(string Name, IReadOnlyList<LedgerColumn> Columns, IReadOnlyList<LedgerLine> Lines, IReadOnlyList<(long Number, EvidenceKind Kind)> Filed);
}
