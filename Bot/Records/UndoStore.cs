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
    private const string Undone = $"'{HistoryAction.Void}'";

    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> UndoAsync(Membership by, string cause, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await CausedAsync(connection, by.Station.Id, cause) is { } caused)
            {
                return caused;
            }

            if (await changes.RevertLastAsync(connection, by, cause, isUndo: true) is { } reverted)
            {
                return reverted;
            }

            if (await LastStandingAsync(connection, by) is not var (number, last))
            {
                return new Change.NotFound();
            }

            if (last?.MemberId == by.Member.Id
                && ChangeSets.SetOf(last.Cause) is { } set
                && await changes.RevertAsync(connection, by, cause, set, isUndo: true) is { Numbers.Count: > 0 } together)
            {
                return together;
            }

            var record = (await RecordStore.FindAsync(connection, by.Station.Id, number))!;
            return (last, record.MayBeTouchedBy(by.Member)) switch
            {
                (_, false) => new Change.NotYours(number),
                ({ Action: HistoryAction.Edit } edit, _) when edit.MemberId != by.Member.Id => new Change.ChangedByOther(number),
                ({ Action: HistoryAction.Edit } edit, _) => await RevertAsync(connection, by, cause, record, edit),
                _ => await VoidAsync(connection, by, cause, record, last),
            };
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
                    await RevertAsync(connection, by, cause, record, edit),
                _ => new Change.NotEdited(number),
            };
        },
        cancellation);

    /// <summary>What the member undid last, with all that was undone together with it.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> RestoreAsync(Membership by, string cause, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            if (await CausedAsync(connection, by.Station.Id, cause) is { } caused)
            {
                return caused;
            }

            if (await changes.RevertLastAsync(connection, by, cause, isUndo: false) is { } again)
            {
                return again;
            }

            if (await LastOfAsync(connection, by.Member, Undone) is not { } number)
            {
                return new Change.NotFound();
            }

            var record = (await RecordStore.FindAsync(connection, by.Station.Id, number))!;
            if (!record.MayBeTouchedBy(by.Member))
            {
                return new Change.NotYours(number);
            }

            var last = (await HistoryStore.ReadAsync(connection, by.Station.Id, number))[^1];
            return BatchStore.Together(last.Cause) is { } together
                ? await SetAllAsync(connection, by, new BatchWish(cause, await BatchStore.CausedAsync(connection, by.Station.Id, together, HistoryAction.Void), Voided: false))
                : await SetOneAsync(connection, by, cause, record, voided: false);
        },
        cancellation);

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
            : await SetOneAsync(connection, by, cause, record, voided: true);
    }

    private Task<Change> SetAllAsync(DbConnection connection, Membership by, BatchWish wish) => BatchStore.SetVoidedAsync(connection, by, wish, time.GetUtcNow());

    private async Task<Change> SetOneAsync(DbConnection connection, Membership by, string cause, StationRecord record, bool voided)
    {
        await RecordStore.SetVoidedAsync(connection, EntryOf(by, cause), record, voided);
        return new Change.Done(record with { IsVoided = voided, Step = record.Step + 1 });
    }

    private async Task<Change> RevertAsync(DbConnection connection, Membership by, string cause, StationRecord record, HistoryEntry edit)
    {
        // A session lies where its file lies now, whatever changed the file since.
        var before = edit.Before!;
        var isOpening = record.What.Form.EndsWith(".open", StringComparison.Ordinal);
        var draft = record.What.File is { } file && !isOpening ? before with { Indicator = record.What.Indicator, File = file } : before;
        await RecordStore.ReplaceAsync(connection, by.Station.Id, record.Number, draft);
        await RecordStore.TakePersonsAsync(connection, by.Station.Id, record, draft);
        var after = (await RecordStore.FindAsync(connection, by.Station.Id, record.Number))!;
        await RecordStore.RememberAsync(connection, EntryOf(by, cause), record.Number, HistoryAction.Revert, record.What, after.What);
        return new Change.Reverted(after with { Step = after.Step + 1 }, record.What);
    }

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
        return own.Action == HistoryAction.Revert ? new Change.Reverted(record, own.Before!) : new Change.Done(record);
    }

    /// <summary>The record whose newest change that still stands is the newest that the member made, and that change.</summary>
    private static async Task<(long Number, HistoryEntry? Last)?> LastStandingAsync(DbConnection connection, Membership by)
    {
        var touched = await connection.QueryAsync<(long Number, string At)>(
            $"""
            SELECT record.number, MAX(record_history.at)
            FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
            WHERE record.station_id = @StationId AND NOT record.voided AND record_history.member_id = @Id AND record_history.action IN ({Touched})
            GROUP BY record.number
            ORDER BY 2 DESC, 1 DESC
            """,
            by.Member);
        (long Number, HistoryEntry? Last, string At)? newest = null;
        foreach (var (number, at) in touched)
        {
            // No change of those that follow is newer.
            if (newest is { } found && string.CompareOrdinal(found.At, at) >= 0)
            {
                break;
            }

            var last = HistoryStore.LastUndoable(await HistoryStore.ReadAsync(connection, by.Station.Id, number));
            var own = last?.MemberId == by.Member.Id ? RecordStore.Utc(last.At) : at;
            if (newest is null || string.CompareOrdinal(own, newest.Value.At) > 0)
            {
                newest = (number, last, own);
            }
        }

        return newest is { } one ? (one.Number, one.Last) : null;
    }

    /// <param name="actions">Quoted, with commas; what was undone last is void, anything else is not.</param>
    private static Task<long?> LastOfAsync(DbConnection connection, Member by, string actions) => connection.QueryFirstOrDefaultAsync<long?>(
        $"""
        SELECT record.number
        FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
        WHERE record.station_id = @StationId AND record.voided = @voided AND record_history.member_id = @Id AND record_history.action IN ({actions})
        ORDER BY record_history.at DESC, record.number DESC
        LIMIT 1
        """,
        new { by.StationId, by.Id, voided = actions == Undone });
}
