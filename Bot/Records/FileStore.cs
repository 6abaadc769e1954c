using System.Data.Common;
using Dapper;
using StationBot.Indicators.Counting;
using StationBot.Records.Forms;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A case or group with the state that its records leave it in.</summary>
public sealed record FileState
{
    public required long Id { get; init; }
    public required string Indicator { get; init; }
    public required string Name { get; init; }

    /// <summary>Sessions held, whatever the year.</summary>
    public required int Sessions { get; init; }

    public DateOnly? LastSession { get; init; }

    /// <summary>Of the closing record; null while the file is open.</summary>
    public DateOnly? Closed { get; init; }
}

/// <summary>The cases and groups of stations. What is void has no say in their state; a file without any record left is no file.</summary>
public sealed class FileStore(Database database)
{
    /// <summary>The row <c>record</c> closed its file and nothing opened it again since.</summary>
    private const string Closes =
        $"""
        record.form LIKE '%.close' AND NOT EXISTS (SELECT 1 FROM record later
          WHERE later.file_id = record.file_id AND later.form = '{RecordForms.ReopenId}' AND NOT later.voided
            AND (later.date > record.date OR later.date = record.date AND later.number > record.number))
        """;

    private const string States =
        $"""
        SELECT case_file.id, case_file.indicator, case_file.name,
          SUM(CASE WHEN record.outcome = 'Done' AND record.indicator = case_file.indicator THEN 1 ELSE 0 END) AS Sessions,
          MAX(CASE WHEN record.outcome = 'Done' AND record.indicator = case_file.indicator THEN record.date END) AS LastSession,
          MAX(CASE WHEN {Closes} THEN record.date END) AS Closed
        FROM case_file JOIN record ON record.file_id = case_file.id AND NOT record.voided
        WHERE case_file.station_id = @stationId
        """;

    public Task<IReadOnlyList<FileState>> AllAsync(long stationId, IReadOnlyCollection<string> indicators, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<FileState>>(
        async connection => (await connection.QueryAsync<FileState>(
            $"{States} AND case_file.indicator IN @indicators GROUP BY case_file.id, case_file.indicator, case_file.name ORDER BY case_file.id",
            new { stationId, indicators })).AsList(),
        cancellation);

    /// <returns>Null when the station has no such file.</returns>
    public Task<FileState?> FindAsync(long stationId, long id, CancellationToken cancellation = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<FileState>(
            $"{States} AND case_file.id = @id GROUP BY case_file.id, case_file.indicator, case_file.name",
            new { stationId, id }),
        cancellation);

    /// <summary>Whom the file is about: as its opening says, else whomever its records name.</summary>
    public Task<IReadOnlyList<PersonRef>> PersonsAsync(long stationId, long id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<PersonRef>>(
        async connection => [.. (await connection.QueryAsync<(long Id, string Label)>(
            $"""
            SELECT DISTINCT person.id, {RosterStore.LabelSql}
            FROM record JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
            JOIN person ON person.id = record_person.person_id
            WHERE record.station_id = @stationId AND record.file_id = @id AND NOT record.voided
              AND (record.form LIKE '%.open' OR NOT EXISTS (SELECT 1 FROM record opening WHERE opening.file_id = @id AND opening.form LIKE '%.open' AND NOT opening.voided))
            ORDER BY person.id
            """,
            new { stationId, id })).Select(person => new PersonRef(person.Id, person.Label))],
        cancellation);

    /// <summary>Whether a file of this row is a group, and not a case.</summary>
    public static bool IsGroup(string indicator) => indicator.EndsWith(".group", StringComparison.Ordinal);

    /// <summary>The labels of those whom the files are about, by file.</summary>
    public Task<ILookup<long, string>> MembersAsync(long stationId, IReadOnlyCollection<long> ids, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => (await connection.QueryAsync<(long File, string Label)>(
            $"""
            SELECT DISTINCT record.file_id, {RosterStore.LabelSql}
            FROM record JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
            JOIN person ON person.id = record_person.person_id
            WHERE record.station_id = @stationId AND record.file_id IN @ids AND NOT record.voided
            ORDER BY 1, 2
            """,
            new { stationId, ids })).ToLookup(row => row.File, row => row.Label),
        cancellation);

    public static CaseFile ForCounting(FileState file) => new(file.Id, file.Indicator, file.Closed);

    /// <summary>
    /// Gives a record of a file its place: opens the file that it names where none of that name is open.
    /// </summary>
    internal static async Task<RecordDraft> PlaceAsync(DbConnection connection, long stationId, RecordDraft draft)
    {
        if (draft.File is not { } file)
        {
            return draft;
        }

        if (draft.Form == RecordKinds.Showcase)
        {
            return draft with { File = file with { Id = file.Id ?? await FindShownAsync(connection, stationId, draft) } };
        }

        var id = file.Id ?? await FindOrOpenAsync(connection, stationId, draft);
        return draft with { File = file with { Id = id }, Session = draft.Outcome == Outcome.Done ? draft.Session : null };
    }

    /// <summary>The sessions of the file that a record opened; 0 for any other record.</summary>
    internal static Task<int> SessionsBehindAsync(DbConnection connection, long stationId, long number) => connection.ExecuteScalarAsync<int>(
        """
        SELECT COUNT(*)
        FROM record opening JOIN record session ON session.file_id = opening.file_id AND session.outcome = 'Done' AND NOT session.voided
        WHERE opening.station_id = @stationId AND opening.number = @number AND opening.form LIKE '%.open'
        """,
        new { stationId, number });

    /// <summary>The closings, reopenings and handovers of the file that a record opened; 0 for any other record.</summary>
    internal static Task<int> StepsBehindAsync(DbConnection connection, long stationId, long number) => connection.ExecuteScalarAsync<int>(
        """
        SELECT COUNT(*)
        FROM record opening JOIN record step ON step.file_id = opening.file_id AND step.number <> opening.number AND step.outcome = 'Noted' AND NOT step.voided
        WHERE opening.station_id = @stationId AND opening.number = @number AND opening.form LIKE '%.open'
        """,
        new { stationId, number });

    /// <summary>Puts the persons of one record into all others of its file: the case was another one's.</summary>
    internal static Task TakePersonsAsync(DbConnection connection, long stationId, long file, long number) => connection.ExecuteAsync(
        """
        DELETE FROM record_person
        WHERE station_id = @stationId AND number <> @number AND number IN (SELECT number FROM record WHERE station_id = @stationId AND file_id = @file);
        INSERT INTO record_person (station_id, number, person_id, place)
        SELECT record.station_id, record.number, named.person_id, named.place
        FROM record JOIN record_person named ON named.station_id = record.station_id AND named.number = @number
        WHERE record.station_id = @stationId AND record.file_id = @file AND record.number <> @number;
        """,
        new { stationId, file, number });

    /// <summary>The case or group of the domain that a showcase names; null where none bears the name.</summary>
    private static Task<long?> FindShownAsync(DbConnection connection, long stationId, RecordDraft draft)
    {
        var area = draft.Indicator.Split('.')[0];
        return connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT id FROM case_file WHERE station_id = @stationId AND indicator IN (@ofCase, @ofGroup) AND name = @Name ORDER BY id DESC",
            new { stationId, ofCase = $"{area}.case", ofGroup = $"{area}.group", draft.File!.Name });
    }

    private static async Task<long> FindOrOpenAsync(DbConnection connection, long stationId, RecordDraft draft)
    {
        var bound = new { stationId, draft.Indicator, draft.File!.Name };
        var open = draft.Outcome == Outcome.Done
            ? await connection.QueryFirstOrDefaultAsync<long?>(
                $"""
                SELECT id FROM case_file
                WHERE station_id = @stationId AND indicator = @Indicator AND name = @Name
                  AND NOT EXISTS (SELECT 1 FROM record WHERE record.file_id = case_file.id AND NOT record.voided AND {Closes})
                ORDER BY id DESC
                """,
                bound)
            : null;
        return open ?? await connection.QuerySingleAsync<long>(
            "INSERT INTO case_file (station_id, indicator, name) VALUES (@stationId, @Indicator, @Name) RETURNING id",
            bound);
    }
}
