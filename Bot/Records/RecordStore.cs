using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>The records of stations. Every change is one transaction, keyed against repetition and kept in the history.</summary>
public sealed class RecordStore(Database database, TimeProvider time)
{
    /// <param name="key">Of the card or the imported row: the same key again makes no second record. The card's form is no draft any more.</param>
    public Task<Saved> AddAsync(Membership by, string key, RecordDraft draft, CancellationToken cancellation = default) => database.WriteOwnAsync(
        by.Station.Id,
        async connection =>
        {
            await DraftStore.DropAsync(connection, key);
            var saved = await AddAsync(connection, new Entry(by.Station.Id, by.Member.Id, key, time.GetUtcNow()), draft);
            return saved with { Record = await FindAsync(connection, by.Station.Id, saved.Number) };
        },
        cancellation);

    /// <summary>Puts other contents in the place of a record's.</summary>
    /// <param name="before">The record as it was when <paramref name="draft"/> was made from it.</param>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> EditAsync(Membership by, string cause, StationRecord before, RecordDraft draft, CancellationToken cancellation = default) => ChangeAsync(
        new Wish(by, cause, HistoryAction.Edit, before.Number),
        async (connection, record) =>
        {
            if (record.IsVoided)
            {
                return new Change.Voided(record.Number);
            }

            if (record.Step != before.Step)
            {
                return new Change.Stale(record.Number);
            }

            if (!Same(record.What, draft))
            {
                await ReplaceAsync(connection, by.Station.Id, record.Number, draft);
            }

            await TakePersonsAsync(connection, by.Station.Id, record, draft);
            return null;
        },
        cancellation);

    /// <summary>撤销, or with <paramref name="voided"/> false 恢复; doing it again changes nothing.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> SetVoidedAsync(Membership by, string cause, long number, bool voided, CancellationToken cancellation = default) => ChangeAsync(
        new Wish(by, cause, voided ? HistoryAction.Void : HistoryAction.Restore, number),
        async (connection, record) =>
        {
            if (voided && await WhyNotVoidAsync(connection, by.Station.Id, record.Number) is { } reason)
            {
                return reason;
            }

            if (!voided && !record.IsVoided)
            {
                return new Change.NotVoided(record.Number, (await HistoryStore.ReadAsync(connection, by.Station.Id, record.Number)).Any(entry => entry.Action == HistoryAction.Void));
            }

            await MarkAsync(connection, by.Station.Id, record.Number, voided);
            return null;
        },
        cancellation);

    public Task<StationRecord?> FindAsync(long stationId, long number, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => FindAsync(connection, stationId, number), cancellation);

    /// <summary>The record that was entered under this key, if any.</summary>
    public Task<StationRecord?> FindByKeyAsync(long stationId, string key, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<long?>("SELECT number FROM record WHERE station_id = @stationId AND key = @key", new { stationId, key }) is { } number
            ? await FindAsync(connection, stationId, number)
            : null,
        cancellation);

    /// <summary>What counts of the rows' records on these days: neither void ones nor attempts nor plans.</summary>
    /// <param name="only">Which part of them; all without.</param>
    public Task<IReadOnlyList<Fact>> FactsAsync(
        long stationId,
        IReadOnlyCollection<string> indicators,
        Period days,
        FactFilter? only = null,
        CancellationToken cancellation = default) =>
        database.ReadKeptAsync(
            stationId,
            (nameof(FactsAsync), string.Join(',', indicators), days, only?.Key),
            connection => Task.FromResult(FactReader.Read(connection, stationId, indicators, days, only)),
            cancellation);

    /// <returns>Null when the record may be voided: nothing that stands hangs on it.</returns>
    internal static async Task<Change?> WhyNotVoidAsync(DbConnection connection, long stationId, long number) =>
        await FileStore.SessionsBehindAsync(connection, stationId, number) is > 0 and var sessions ? new Change.HasSessions(sessions)
        : await FileStore.StepsBehindAsync(connection, stationId, number) is > 0 and var steps ? new Change.HasSteps(steps)
        : null;

    /// <summary>The sessions of a case are about whom its opening names.</summary>
    internal static async Task TakePersonsAsync(DbConnection connection, long stationId, StationRecord before, RecordDraft after)
    {
        if (after is { Form: RecordForms.CaseOpenId, File.Id: { } file } && !before.What.Persons.SequenceEqual(after.Persons))
        {
            await FileStore.TakePersonsAsync(connection, stationId, file, before.Number);
        }
    }

    /// <summary>Sets the mark and keeps it in the history; whether it may be set, the caller knows.</summary>
    internal static async Task SetVoidedAsync(DbConnection connection, Entry entry, StationRecord record, bool voided)
    {
        await MarkAsync(connection, entry.StationId, record.Number, voided);
        Remember(connection, entry, record.Number, voided ? HistoryAction.Void : HistoryAction.Restore, record.What, record.What);
    }

    internal static async Task<Saved> AddAsync(DbConnection connection, Entry entry, RecordDraft draft)
    {
        if (connection.Run("SELECT number FROM record WHERE station_id = ?1 AND key = ?2", entry.StationId, entry.Key) is { } known)
        {
            return new Saved(known, IsNew: false);
        }

        draft = await FileStore.PlaceAsync(connection, entry.StationId, draft);
        var number = connection.Run("UPDATE station SET last_record = last_record + 1 WHERE id = ?1 RETURNING last_record", entry.StationId)!.Value;
        await connection.ExecuteAsync(
            """
            INSERT INTO record (station_id, number, key, form, indicator, date, entered, member_id, worker, outcome, mode, name, content,
              minutes, fen, people, session, file_id, details)
            VALUES (@StationId, @Number, @Key, @Form, @Indicator, @Date, @Entered, @MemberId, @Worker, @Outcome, @Mode, @Name, @Content,
              @Minutes, @Fen, @People, @Session, @FileId, @Details)
            """,
            RecordRow.From(entry.StationId, number, draft) with { Key = entry.Key, Entered = Utc(entry.Entered), MemberId = entry.MemberId });
        var persons = await AddPersonsAsync(connection, entry.StationId, number, draft);
        Remember(connection, entry, number, HistoryAction.Add, null, draft with { Persons = persons });
        return new Saved(number, IsNew: true);
    }

    /// <returns>False when it was so already.</returns>
    internal static async Task<bool> SetVoidedAsync(DbConnection connection, Entry entry, long number, bool voided)
    {
        var before = (await FindAsync(connection, entry.StationId, number))!;
        if (before.IsVoided == voided)
        {
            return false;
        }

        await SetVoidedAsync(connection, entry, before, voided);
        return true;
    }

    /// <param name="action">Edit, or Revert where an edit is taken back.</param>
    /// <returns>False when it was so already.</returns>
    internal static async Task<bool> ReplaceAsync(DbConnection connection, Entry entry, string action, long number, RecordDraft draft)
    {
        var before = (await FindAsync(connection, entry.StationId, number))!;
        if (Same(before.What, draft))
        {
            return false;
        }

        await ReplaceAsync(connection, entry.StationId, number, draft);
        Remember(connection, entry, number, action, before.What, (await FindAsync(connection, entry.StationId, number))!.What);
        return true;
    }

    /// <summary>Looks, decides and writes in one transaction.</summary>
    /// <param name="change">Changes the record, or says why not.</param>
    private Task<Change> ChangeAsync(Wish wish, Func<DbConnection, StationRecord, Task<Change?>> change, CancellationToken cancellation) => database.WriteOwnAsync(
        wish.By.Station.Id,
        async connection =>
        {
            var stationId = wish.By.Station.Id;
            if (await CausedAsync(connection, stationId, wish.Cause) is { } caused)
            {
                return new Change.Done((await FindAsync(connection, stationId, caused))!);
            }

            var before = await FindAsync(connection, stationId, wish.Number);
            if (before is null)
            {
                return new Change.NotFound();
            }

            if (!before.MayBeTouchedBy(wish.By.Member))
            {
                return new Change.NotYours(before.Number);
            }

            if (await change(connection, before) is { } reason)
            {
                return reason;
            }

            var after = (await FindAsync(connection, stationId, before.Number))!;
            if (after.IsVoided != before.IsVoided || !Same(after.What, before.What))
            {
                var entry = new Entry(stationId, wish.By.Member.Id, "", time.GetUtcNow()) { Cause = wish.Cause };
                Remember(connection, entry, before.Number, wish.Action, before.What, after.What);
                after = after with { Step = after.Step + 1 };
            }

            return new Change.Done(after);
        },
        cancellation);

    private static Task MarkAsync(DbConnection connection, long stationId, long number, bool voided) => connection.ExecuteAsync(
        "UPDATE record SET voided = @voided WHERE station_id = @stationId AND number = @number",
        new { stationId, number, voided });

    internal static Task<long?> CausedAsync(DbConnection connection, long stationId, string cause) => connection.QuerySingleOrDefaultAsync<long?>(
        "SELECT number FROM record_history WHERE station_id = @stationId AND cause = @cause",
        new { stationId, cause });

    /// <summary>A file whose opening is changed changes with it, and so do its sessions.</summary>
    internal static async Task ReplaceAsync(DbConnection connection, long stationId, long number, RecordDraft draft)
    {
        await connection.ExecuteAsync(
            """
            UPDATE record SET indicator = @Indicator, date = @Date, outcome = @Outcome, mode = @Mode, name = @Name, content = @Content,
              minutes = @Minutes, fen = @Fen, people = @People, session = @Session, details = @Details
            WHERE station_id = @StationId AND number = @Number
            """,
            RecordRow.From(stationId, number, draft));
        await connection.ExecuteAsync("DELETE FROM record_person WHERE station_id = @stationId AND number = @number", new { stationId, number });
        await AddPersonsAsync(connection, stationId, number, draft);
        if (draft.File is { Id: { } file } && draft.Form != RecordKinds.Showcase)
        {
            var showcase = $"{draft.Indicator.Split('.')[0]}.{RecordKinds.Showcase}";
            await connection.ExecuteAsync("UPDATE case_file SET indicator = @Indicator, name = @Name WHERE id = @file", new { draft.Indicator, draft.File.Name, file });
            // A file that is put forward stays so in the showcase's own row.
            await connection.ExecuteAsync(
                "UPDATE record SET indicator = CASE WHEN form = @form THEN @showcase ELSE @Indicator END WHERE file_id = @file",
                new { draft.Indicator, showcase, form = RecordKinds.Showcase, file });
        }
    }

    internal static async Task<StationRecord?> FindAsync(DbConnection connection, long stationId, long number)
    {
        if (connection.Read($"SELECT {RecordRow.Columns} FROM record WHERE station_id = ?1 AND number = ?2", [stationId, number], RecordRow.Of) is not [var row])
        {
            return null;
        }

        var record = row.ToRecord(connection.Read(
            $"""
            SELECT person.id, {RosterStore.LabelSql}
            FROM record_person JOIN person ON person.id = record_person.person_id
            WHERE record_person.station_id = ?1 AND record_person.number = ?2
            ORDER BY record_person.place
            """,
            [stationId, number],
            person => new PersonRef(person.Number(0), person.Text(1))));
        return row is { FileId: { } file, Voided: false } && await Caseload.LifeAsync(connection, stationId, file) is { } life
            ? record with { Place = life.PlaceOf(number), Keeper = life.Opening == number ? life.Worker : null }
            : record;
    }

    /// <returns>With the ids of those who had none.</returns>
    private static async Task<IReadOnlyList<PersonRef>> AddPersonsAsync(DbConnection connection, long stationId, long number, RecordDraft draft)
    {
        var (place, persons) = (0, new List<PersonRef>());
        foreach (var person in draft.Persons)
        {
            var id = person.Id ?? await RosterStore.MeetAsync(connection, stationId, person.Label, draft.Date);
            connection.Run("INSERT INTO record_person (station_id, number, person_id, place) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", stationId, number, id, place++);
            persons.Add(person with { Id = id });
        }

        return persons;
    }

    internal static void Remember(DbConnection connection, Entry entry, long number, string action, RecordDraft? before, RecordDraft? after) =>
        Note(connection, entry, number, action, Json(before), Json(after));

    /// <summary>One more entry in the record's history.</summary>
    internal static void Note(DbConnection connection, Entry entry, long number, string action, string? before, string? after) => connection.Run(
        """
        INSERT INTO record_history (station_id, number, step, at, member_id, action, before, after, cause, deed)
        VALUES (?1, ?2, (SELECT COUNT(*) + 1 FROM record_history WHERE station_id = ?1 AND number = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """,
        entry.StationId,
        number,
        Utc(entry.At),
        entry.By,
        action,
        before,
        after,
        entry.Cause,
        entry.Deed);

    private static bool Same(RecordDraft one, RecordDraft other) => Json(one) == Json(other);

    private static string? Json(RecordDraft? draft) => draft is null ? null : JsonSerializer.Serialize(draft, RecordJson.Default.RecordDraft);

    internal static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("O");

    /// <summary>What <see cref="Utc"/> wrote.</summary>
    internal static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

/// <param name="IsNew">False when the key was there already: nothing was written.</param>
public sealed record Saved(long Number, bool IsNew)
{
    /// <summary>As it stands now; only of a record that was saved by itself.</summary>
    public StationRecord? Record { get; init; }
}
