using System.Data.Common;
using Dapper;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>
/// 撤销 and 恢复 without saying what: the member's last change is taken back. An edit is put back to what it was before, a new record is
/// voided, and what one card made or one message changed goes together.
/// </summary>
public sealed class UndoStore(Database database, ChangeSets changes, TimeProvider time)
{
    private const string Entered = $"'{HistoryAction.Add}', '{HistoryAction.Restore}'";
    private const string Touched = $"{Entered}, '{HistoryAction.Edit}', '{HistoryAction.Revert}'";

    /// <summary>Takes back, or with <paramref name="isUndo"/> false does again, what the member did last, where that was done to records.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> TurnAsync(Membership by, string cause, bool isUndo, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await CausedAsync(connection, by.Station.Id, cause) is { } caused)
            {
                return caused;
            }

            return await DeedStore.LastOfRecordsAsync(connection, by, isUndo) is not { } deed ? new Change.NotFound()
                : deed.Last.First.IsOfSet ? await changes.RevertAsync(connection, by, cause, deed, isUndo)
                : await TurnAsync(connection, by, new Turning(cause, deed));
        },
        cancellation);

    /// <summary>刚才那条删掉: voids what the member entered or restored last, whatever was changed in it since.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> VoidLastAsync(Membership by, string cause, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await CausedAsync(connection, by.Station.Id, cause) is { } caused)
            {
                return caused;
            }

            if (await LastOfAsync(connection, by.Member, Entered) is not { } number)
            {
                return new Change.NotFound();
            }

            var record = (await RecordStore.FindAsync(connection, by.Station.Id, number))!;
            var last = (await HistoryStore.ReadAsync(connection, by.Station.Id, number)).Last(entry => entry.Action is HistoryAction.Add or HistoryAction.Restore);
            return record.MayBeTouchedBy(by.Member) ? await VoidAsync(connection, by, cause, record, last) : new Change.NotYours(number);
        },
        cancellation);

    /// <summary>The records that the member entered or restored last and that aren't void, the newest first.</summary>
    public Task<IReadOnlyList<StationRecord>> LastFewAsync(Member by, int count, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => await BatchStore.RecordsAsync(
            connection,
            by.StationId,
            await connection.QueryAsync<long>(
                $"""
                SELECT record.number
                FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
                WHERE record.station_id = @StationId AND NOT record.voided AND record_history.member_id = @Id AND record_history.action IN ({Entered})
                GROUP BY record.number
                ORDER BY MAX(record_history.at) DESC, record.number DESC
                LIMIT @count
                """,
                new { by.StationId, by.Id, count })),
        cancellation);

    /// <summary>Voids records together, the newest first; one 恢复 brings them all back.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<FewVoided> VoidFewAsync(Membership by, string cause, IReadOnlyList<long> numbers, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await BatchStore.CausedAsync(connection, by.Station.Id, cause) is { Count: > 0 } known)
            {
                return new FewVoided(known, [.. numbers.Except(known).Order()]);
            }

            var voided = new List<long>();
            foreach (var number in numbers.Distinct().OrderDescending())
            {
                if (await RecordStore.FindAsync(connection, by.Station.Id, number) is { IsVoided: false } record
                    && record.MayBeTouchedBy(by.Member)
                    && await RecordStore.WhyNotVoidAsync(connection, by.Station.Id, number) is null)
                {
                    await RecordStore.SetVoidedAsync(connection, EntryOf(by, $"{cause}/{number}"), record, voided: true);
                    voided.Add(number);
                }
            }

            return new FewVoided([.. voided.Order()], [.. numbers.Except(voided).Order()]);
        },
        cancellation);

    /// <summary>The record that 刚才那条 means: the one that the member entered, changed or restored last and that isn't void.</summary>
    public Task<long?> LastAsync(Member by, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => LastOfAsync(connection, by, Touched), cancellation);

    /// <summary>Takes back the last change of a record's contents.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    /// <param name="step">As the record stood when the wish was offered; null for now.</param>
    public Task<Change> RevertAsync(Membership by, string cause, long number, int? step, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await CausedAsync(connection, by.Station.Id, cause) is { } caused)
            {
                return caused;
            }

            var record = await RecordStore.FindAsync(connection, by.Station.Id, number);
            return record switch
            {
                null => new Change.NotFound(),
                _ when !record.MayBeTouchedBy(by.Member) => new Change.NotYours(number),
                { IsVoided: true } => new Change.Voided(number),
                _ when step is not null && step != record.Step => new Change.Stale(number),
                _ when HistoryStore.LastUndoable(await HistoryStore.ReadAsync(connection, by.Station.Id, number)) is { Action: HistoryAction.Edit } edit =>
                    await PutBackAsync(connection, EntryOf(by, cause), record, edit),
                _ => new Change.NotEdited(number),
            };
        },
        cancellation);

    private async Task<Change> TurnAsync(DbConnection connection, Membership by, Turning turning)
    {
        List<long> numbers = [.. turning.Deed.Last.Entries.Select(entry => entry.Number!.Value)];
        foreach (var number in numbers)
        {
            if (await ReasonAgainstAsync(connection, by, turning.Deed.Last.Action, number) is { } reason)
            {
                return reason;
            }
        }

        var record = (await RecordStore.FindAsync(connection, by.Station.Id, numbers[0]))!;
        var last = turning.Deed.Last.First;
        return last.Action switch
        {
            HistoryAction.Edit or HistoryAction.Revert => await PutBackAsync(connection, by, turning, record, last),
            _ when numbers.Count > 1 => await SetAllAsync(connection, by, new BatchWish(turning.Cause, numbers, last.Action != HistoryAction.Void) { Deed = turning.Deed.Key }),
            _ => await SetOneAsync(connection, EntryOf(by, turning), record, voided: last.Action != HistoryAction.Void),
        };
    }

    private static async Task<Change?> ReasonAgainstAsync(DbConnection connection, Membership by, string action, long number)
    {
        var record = (await RecordStore.FindAsync(connection, by.Station.Id, number))!;
        return !record.MayBeTouchedBy(by.Member) ? new Change.NotYours(number)
            : action is HistoryAction.Void or HistoryAction.Revert ? null
            : HistoryStore.LastUndoable(await HistoryStore.ReadAsync(connection, by.Station.Id, number)) is { Action: HistoryAction.Edit } edit && edit.MemberId != by.Member.Id ? new Change.ChangedByOther(number)
            : action == HistoryAction.Edit ? null
            : await RecordStore.WhyNotVoidAsync(connection, by.Station.Id, number);
    }

    /// <summary>An edit that is taken back, or one that was taken back and is done again.</summary>
    private async Task<Change> PutBackAsync(DbConnection connection, Membership by, Turning turning, StationRecord record, DeedEntry last)
    {
        var isUndo = last.Action == HistoryAction.Edit;
        return !await ChangeSets.IsLastAsync(connection, by.Station.Id, last, isUndo)
            ? new Change.SetReverted(isUndo, [], [record.Number])
            : await PutBackAsync(
                connection,
                EntryOf(by, turning),
                record,
                (await HistoryStore.ReadAsync(connection, by.Station.Id, record.Number)).First(entry => entry.Step == last.Step));
    }

    private async Task<Change> VoidAsync(DbConnection connection, Membership by, string cause, StationRecord record, HistoryEntry? last)
    {
        if (await RecordStore.WhyNotVoidAsync(connection, by.Station.Id, record.Number) is { } reason)
        {
            return reason;
        }

        var together = (last, BatchStore.Together(last?.Cause)) switch
        {
            ({ Action: HistoryAction.Add }, _) => await BatchStore.BesideAsync(connection, by.Station.Id, record.Number),
            (_, { } restored) => await BatchStore.CausedAsync(connection, by.Station.Id, restored, HistoryAction.Restore),
            _ => [],
        };
        return together.Count > 0
            ? await SetAllAsync(connection, by, new BatchWish(cause, together, Voided: true))
            : await SetOneAsync(connection, EntryOf(by, cause), record, voided: true);
    }

    private Task<Change> SetAllAsync(DbConnection connection, Membership by, BatchWish wish) => BatchStore.SetVoidedAsync(connection, by, wish, time.GetUtcNow());

    private static async Task<Change> SetOneAsync(DbConnection connection, Entry entry, StationRecord record, bool voided)
    {
        await RecordStore.SetVoidedAsync(connection, entry, record, voided);
        return new Change.Done(record with { IsVoided = voided, Step = record.Step + 1 });
    }

    private static async Task<Change> PutBackAsync(DbConnection connection, Entry entry, StationRecord record, HistoryEntry change)
    {
        // A session lies where its file lies now, whatever changed the file since.
        var before = change.Before!;
        var isOpening = record.What.Form.EndsWith(".open", StringComparison.Ordinal);
        var draft = record.What.File is { } file && !isOpening ? before with { Indicator = record.What.Indicator, File = file } : before;
        await RecordStore.ReplaceAsync(connection, entry.StationId, record.Number, draft);
        await RecordStore.TakePersonsAsync(connection, entry.StationId, record, draft);
        var after = (await RecordStore.FindAsync(connection, entry.StationId, record.Number))!;
        var isAgain = change.Action == HistoryAction.Revert;
        RecordStore.Remember(connection, entry, record.Number, isAgain ? HistoryAction.Edit : HistoryAction.Revert, record.What, after.What);
        return new Change.Reverted(after with { Step = after.Step + 1 }, record.What) { IsAgain = isAgain };
    }

    private Entry EntryOf(Membership by, Turning turning) => EntryOf(by, turning.Cause) with { Deed = turning.Deed.Key };

    private Entry EntryOf(Membership by, string cause) => new(by.Station.Id, by.Member.Id, "", time.GetUtcNow()) { Cause = cause };

    /// <summary>What the message did already; null when it comes for the first time.</summary>
    private static async Task<Change?> CausedAsync(DbConnection connection, long stationId, string cause)
    {
        foreach (var isUndo in new[] { true, false })
        {
            if (await ChangeSets.RevertedAsync(connection, stationId, cause, isUndo) is { } reverted)
            {
                return reverted;
            }
        }

        if (await BatchStore.CausedAsync(connection, stationId, cause) is { Count: > 0 } together)
        {
            return new Change.AllDone(await BatchStore.RecordsAsync(connection, stationId, together));
        }

        if (await RecordStore.CausedAsync(connection, stationId, cause) is not { } number)
        {
            return null;
        }

        var record = (await RecordStore.FindAsync(connection, stationId, number))!;
        var own = (await HistoryStore.ReadAsync(connection, stationId, number)).First(entry => entry.Cause == cause);
        return own.Action is HistoryAction.Revert or HistoryAction.Edit ? new Change.Reverted(record, own.Before!) { IsAgain = own.Action == HistoryAction.Edit } : new Change.Done(record);
    }

    /// <param name="actions">Quoted, with commas.</param>
    private static Task<long?> LastOfAsync(DbConnection connection, Member by, string actions) => connection.QueryFirstOrDefaultAsync<long?>(
        $"""
        SELECT record.number
        FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
        WHERE record.station_id = @StationId AND NOT record.voided AND record_history.member_id = @Id AND record_history.action IN ({actions})
        ORDER BY record_history.at DESC, record.number DESC
        LIMIT 1
        """,
        by);

    /// <summary>A deed that a message turns round.</summary>
    private sealed record Turning(string Cause, Deed Deed);
}

/// <param name="Numbers">Of the records that are void now.</param>
/// <param name="Kept">Of those that were so already, are not the member's, or that others hang on.</param>
public sealed record FewVoided(IReadOnlyList<long> Numbers, IReadOnlyList<long> Kept);
