using System.Data.Common;
using System.Text.Json;
using Dapper;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>The records of stations. Every change is one transaction, keyed against repetition and kept in the history.</summary>
public sealed class RecordStore(Database database, TimeProvider time)
{
    /// <param name="key">Of the card or the imported row: the same key again makes no second record.</param>
    public Task<Saved> AddAsync(Membership by, string key, RecordDraft draft, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        connection => AddAsync(connection, new Entry(by.Station.Id, by.Member.Id, key, time.GetUtcNow()), draft),
        cancellation);

    /// <summary>Puts other contents in the place of a record's.</summary>
    /// <returns>Null when the station has no such record.</returns>
    public Task<StationRecord?> ChangeAsync(Membership by, long number, RecordDraft draft, CancellationToken cancellation = default) => ChangeAsync(
        by,
        number,
        "edit",
        async (connection, before) =>
        {
            if (Same(before.What, draft))
            {
                return false;
            }

            await connection.ExecuteAsync(
                """
                UPDATE record SET indicator = @Indicator, date = @Date, outcome = @Outcome, mode = @Mode, name = @Name, content = @Content,
                  minutes = @Minutes, fen = @Fen, people = @People, session = @Session, details = @Details
                WHERE station_id = @StationId AND number = @Number
                """,
                RecordRow.From(by.Station.Id, number, draft));
            await connection.ExecuteAsync(
                "DELETE FROM record_person WHERE station_id = @stationId AND number = @number",
                new { stationId = by.Station.Id, number });
            await AddPersonsAsync(connection, by.Station.Id, number, draft);
            return true;
        },
        cancellation);

    /// <summary>撤销, or with <paramref name="voided"/> false 恢复; doing it again changes nothing.</summary>
    /// <returns>Null when the station has no such record.</returns>
    public Task<StationRecord?> SetVoidedAsync(Membership by, long number, bool voided, CancellationToken cancellation = default) => ChangeAsync(
        by,
        number,
        voided ? "void" : "restore",
        async (connection, before) => before.IsVoided != voided && await connection.ExecuteAsync(
            "UPDATE record SET voided = @voided WHERE station_id = @Id AND number = @number",
            new { voided, by.Station.Id, number }) > 0,
        cancellation);

    public Task<StationRecord?> FindAsync(long stationId, long number, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => FindAsync(connection, stationId, number), cancellation);

    /// <summary>The record that the member entered, or with <paramref name="voided"/> undid, last.</summary>
    public Task<StationRecord?> LastOfAsync(Membership by, bool voided, CancellationToken cancellation = default) => database.ReadAsync(
        async connection =>
        {
            var number = await connection.QuerySingleOrDefaultAsync<long?>(
                """
                SELECT record.number
                FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
                WHERE record.station_id = @StationId AND record.voided = @voided AND record_history.member_id = @Id
                  AND record_history.action IN ('add', 'restore', 'void')
                ORDER BY record_history.at DESC, record.number DESC
                LIMIT 1
                """,
                new { by.Member.StationId, by.Member.Id, voided });
            return number is null ? null : await FindAsync(connection, by.Station.Id, number.Value);
        },
        cancellation);

    /// <summary>What counts of the rows' records on these days: neither void ones nor attempts nor plans.</summary>
    /// <param name="only">Which part of them; all without.</param>
    public Task<IReadOnlyList<Fact>> FactsAsync(
        long stationId,
        IReadOnlyCollection<string> indicators,
        Period days,
        FactFilter? only = null,
        CancellationToken cancellation = default) =>
        database.ReadAsync(async connection => await FactReader.ReadAsync(connection, stationId, indicators, days, only), cancellation);

    internal static async Task<Saved> AddAsync(DbConnection connection, Entry entry, RecordDraft draft)
    {
        var known = await connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT number FROM record WHERE station_id = @StationId AND key = @Key",
            entry);
        if (known is not null)
        {
            return new Saved(known.Value, IsNew: false);
        }

        draft = await FileStore.PlaceAsync(connection, entry.StationId, draft);
        var number = await connection.QuerySingleAsync<long>(
            "UPDATE station SET last_record = last_record + 1 WHERE id = @StationId RETURNING last_record",
            entry);
        await connection.ExecuteAsync(
            """
            INSERT INTO record (station_id, number, key, form, indicator, date, entered, member_id, worker, outcome, mode, name, content,
              minutes, fen, people, session, file_id, details)
            VALUES (@StationId, @Number, @Key, @Form, @Indicator, @Date, @Entered, @MemberId, @Worker, @Outcome, @Mode, @Name, @Content,
              @Minutes, @Fen, @People, @Session, @FileId, @Details)
            """,
            RecordRow.From(entry.StationId, number, draft) with { Key = entry.Key, Entered = Utc(entry.Entered), MemberId = entry.MemberId });
        await AddPersonsAsync(connection, entry.StationId, number, draft);
        await RememberAsync(connection, entry, number, "add", null, draft);
        return new Saved(number, IsNew: true);
    }

    private Task<StationRecord?> ChangeAsync(
        Membership by,
        long number,
        string action,
        Func<DbConnection, StationRecord, Task<bool>> change,
        CancellationToken cancellation) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            var before = await FindAsync(connection, by.Station.Id, number);
            if (before is null || !await change(connection, before))
            {
                return before;
            }

            var after = await FindAsync(connection, by.Station.Id, number);
            await RememberAsync(connection, new Entry(by.Station.Id, by.Member.Id, "", time.GetUtcNow()), number, action, before.What, after!.What);
            return after;
        },
        cancellation);

    private static async Task<StationRecord?> FindAsync(DbConnection connection, long stationId, long number)
    {
        var row = await connection.QuerySingleOrDefaultAsync<RecordRow>(
            $"SELECT {RecordRow.Columns} FROM record WHERE station_id = @stationId AND number = @number",
            new { stationId, number });
        if (row is null)
        {
            return null;
        }

        var persons = await connection.QueryAsync<(long Id, string Name)>(
            $"""
            SELECT person.id, {RosterStore.LabelSql}
            FROM record_person JOIN person ON person.id = record_person.person_id
            WHERE record_person.station_id = @stationId AND record_person.number = @number
            ORDER BY record_person.place
            """,
            new { stationId, number });
        return row.ToRecord([.. persons.Select(person => new PersonRef(person.Id, person.Name))]);
    }

    private static async Task AddPersonsAsync(DbConnection connection, long stationId, long number, RecordDraft draft)
    {
        var place = 0;
        foreach (var person in draft.Persons)
        {
            var id = person.Id ?? await RosterStore.MeetAsync(connection, stationId, person.Label, draft.Date);
            await connection.ExecuteAsync(
                "INSERT INTO record_person (station_id, number, person_id, place) VALUES (@stationId, @number, @id, @place) ON CONFLICT DO NOTHING",
                new { stationId, number, id, place = place++ });
        }
    }

    private static Task RememberAsync(DbConnection connection, Entry entry, long number, string action, RecordDraft? before, RecordDraft? after) => connection.ExecuteAsync(
        """
        INSERT INTO record_history (station_id, number, step, at, member_id, action, before, after)
        VALUES (@StationId, @number, (SELECT COUNT(*) + 1 FROM record_history WHERE station_id = @StationId AND number = @number),
          @at, @MemberId, @action, @before, @after)
        """,
        new { entry.StationId, number, at = Utc(entry.At), MemberId = entry.By, action, before = Json(before), after = Json(after) });

    private static bool Same(RecordDraft one, RecordDraft other) => Json(one) == Json(other);

    private static string? Json(RecordDraft? draft) => draft is null ? null : JsonSerializer.Serialize(draft, RecordJson.Default.RecordDraft);

    internal static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("O");
}

/// <summary>A part of the records; null means any.</summary>
/// <param name="Worker">The name of who did it: of the member who entered it, or as an import tells it.</param>
public sealed record FactFilter(ServiceMode? Mode, string? Worker);

/// <param name="IsNew">False when the key was there already: nothing was written.</param>
public sealed record Saved(long Number, bool IsNew);

/// <summary>Who enters what, when, under which key.</summary>
internal sealed record Entry(long StationId, long? MemberId, string Key, DateTimeOffset At)
{
    /// <summary>Whose doing it is in the history; null for an import, so that nobody undoes it as the last thing he entered.</summary>
    public long? By { get; init; } = MemberId;

    /// <summary>When it was first written down, on paper or elsewhere.</summary>
    public DateTimeOffset Entered { get; init; } = At;
}
