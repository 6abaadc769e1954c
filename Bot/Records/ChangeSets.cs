using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Dapper;
using StationBot.Indicators;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>
/// What one message does to several records: all of it or nothing, an entry in the history for each, and undone as a whole. The entries'
/// causes are the message's with their place behind it, so a message that is done again finds them and changes nothing.
/// </summary>
public sealed class ChangeSets(Database database, TimeProvider time)
{
    /// <summary>Before the cause: what one card makes of several records has causes of the same shape, and is undone by its own rules.</summary>
    private const string Set = "set:";
    private const string Undoing = "undo:";
    private const string Redoing = "redo:";

    /// <param name="cause">Of the message.</param>
    public Task<ChangeSet> SaveAsync(Membership by, string cause, IReadOnlyList<RecordChange> changes, CancellationToken cancellation = default) =>
        database.WriteAsync(Durability.Power, connection => SaveAsync(connection, by, Set + cause, changes), cancellation);

    /// <summary>Whether an entry of this cause took a change of a set back.</summary>
    internal static bool IsUndoing(string? cause) => cause is not null && IsOne(cause, Undoing);

    /// <summary>Whether an entry of this cause did a change of a set again.</summary>
    internal static bool IsRedoing(string? cause) => cause is not null && IsOne(cause, Redoing);

    /// <summary>The set that an entry of this cause belongs to, done or done again; null for any other.</summary>
    internal static string? SetOf(string? cause) => cause is not null && IsOne(cause, Set, Redoing) ? BaseOf(cause) : null;

    /// <summary>What the message took back, or with <paramref name="isUndo"/> false did again, when it came before.</summary>
    internal static async Task<Change.SetReverted?> RevertedAsync(DbConnection connection, long stationId, string cause, bool isUndo) =>
        await EntriesAsync(connection, stationId, Prefix(isUndo) + cause) is { Count: > 0 } known ? new Change.SetReverted(isUndo, [.. known.Select(entry => entry.Number).Order()], []) : null;

    /// <summary>Takes a set of changes back, or does again what was taken back: the last first, and only what nobody has changed since.</summary>
    /// <param name="cause">Of the message.</param>
    internal async Task<Change.SetReverted> RevertAsync(DbConnection connection, Membership by, string cause, Deed set, bool isUndo)
    {
        var (numbers, kept, open) = (new List<long>(), new List<long>(), new HashSet<SetEntry>());
        var entries = await EntriesAsync(connection, by.Station.Id, set.Last.Key);
        foreach (var entry in entries)
        {
            if (await IsLastAsync(connection, by.Station.Id, new DeedEntry { Number = entry.Number, Step = entry.Step, Action = entry.Action }, isUndo))
            {
                open.Add(entry);
            }
        }

        foreach (var entry in entries.Reverse())
        {
            var change = Opposite(entry);
            var doing = new Doing(by, $"{Prefix(isUndo)}{cause}/{numbers.Count}") { Deed = set.Key };
            if (open.Contains(entry)
                && await ReasonAgainstAsync(connection, by, change) is null
                && await ApplyAsync(connection, doing, change) is { } number)
            {
                numbers.Add(number);
            }
            else
            {
                kept.Add(entry.Number);
            }
        }

        return new Change.SetReverted(isUndo, [.. numbers.Order()], [.. kept.Order()]);
    }

    /// <summary>Whether an entry of a set can be turned round: nothing changed the record's contents after it that still does, or its mark is as it left it.</summary>
    internal static async Task<bool> IsLastAsync(DbConnection connection, long stationId, DeedEntry entry, bool isUndo)
    {
        if (!HistoryAction.IsOfContents(entry.Action))
        {
            var named = await connection.QuerySingleAsync<string>(
                "SELECT COALESCE(after, before) FROM record_history WHERE station_id = @stationId AND number = @Number AND step = @Step",
                new { stationId, entry.Number, entry.Step });
            // Evidence that only a file proves is not ticked.
            var isTicked = await connection.ExecuteScalarAsync<bool>(
                """
                SELECT EXISTS (SELECT 1 FROM record_evidence WHERE station_id = @stationId AND number = @Number AND kind = @kind)
                  AND NOT EXISTS (SELECT 1 FROM attachment WHERE station_id = @stationId AND number = @Number AND kind = @kind AND marked)
                """,
                new { stationId, entry.Number, kind = (int)Kind(named) });
            return isTicked == (entry.Action == HistoryAction.Mark);
        }

        return await DeedStore.IsLastOfRecordAsync(connection, stationId, entry, isUndo);
    }

    private static string Prefix(bool isUndo) => isUndo ? Undoing : Redoing;

    private static string? BaseOf(string cause) => cause.LastIndexOf('/') is > 0 and var end ? cause[..end] : null;

    private static bool IsOne(string cause, params IEnumerable<string> prefixes) => prefixes.Any(prefix => cause.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>For whoever writes more in the same transaction.</summary>
    internal async Task<ChangeSet> SaveAsync(DbConnection connection, Membership by, string cause, IReadOnlyList<RecordChange> changes)
    {
        if (await EntriesAsync(connection, by.Station.Id, cause) is { Count: > 0 } known)
        {
            return new ChangeSet.Done([.. known.Select(entry => entry.Number)]);
        }

        foreach (var change in changes)
        {
            if (await ReasonAgainstAsync(connection, by, change) is { } reason)
            {
                return new ChangeSet.Refused(reason);
            }
        }

        var numbers = new List<long>();
        foreach (var change in changes)
        {
            if (await ApplyAsync(connection, new Doing(by, $"{cause}/{numbers.Count}"), change) is { } number)
            {
                numbers.Add(number);
            }
        }

        return new ChangeSet.Done(numbers);
    }

    private static async Task<Change?> ReasonAgainstAsync(DbConnection connection, Membership by, RecordChange change) => NumberOf(change) is not { } number
        ? null
        : await RecordStore.FindAsync(connection, by.Station.Id, number) switch
        {
            null => new Change.NotFound(),
            { } record when !record.MayBeTouchedBy(by.Member) => new Change.NotYours(number),
            { IsVoided: true } when change is not RecordChange.Restore => new Change.Voided(number),
            _ when change is RecordChange.Void => await RecordStore.WhyNotVoidAsync(connection, by.Station.Id, number),
            _ => null,
        };

    private static long? NumberOf(RecordChange change) => change switch
    {
        RecordChange.Add => null,
        RecordChange.Edit edit => edit.Number,
        RecordChange.Void undo => undo.Number,
        RecordChange.Restore restore => restore.Number,
        RecordChange.Mark mark => mark.Number,
        RecordChange.Unmark unmark => unmark.Number,
        _ => throw new UnreachableException(),
    };

    /// <returns>The number of the record, or null when it was so already.</returns>
    private async Task<long?> ApplyAsync(DbConnection connection, Doing doing, RecordChange change)
    {
        var (by, cause) = doing;
        var entry = new Entry(by.Station.Id, by.Member.Id, "", time.GetUtcNow()) { Cause = cause, Deed = doing.Deed };
        switch (change)
        {
            case RecordChange.Add add:
                return await RecordStore.AddAsync(connection, entry with { Key = add.Key }, add.Draft) is { IsNew: true } saved ? saved.Number : null;
            case RecordChange.Edit edit:
                return await RecordStore.ReplaceAsync(connection, entry, IsUndoing(cause) ? HistoryAction.Revert : HistoryAction.Edit, edit.Number, edit.Draft) ? edit.Number : null;
            case RecordChange.Void undo:
                return await RecordStore.SetVoidedAsync(connection, entry, undo.Number, voided: true) ? undo.Number : null;
            case RecordChange.Restore restore:
                return await RecordStore.SetVoidedAsync(connection, entry, restore.Number, voided: false) ? restore.Number : null;
            case RecordChange.Mark mark:
                return await SetMarkAsync(connection, entry, mark.Number, mark.Kind, isThere: true) ? mark.Number : null;
            case RecordChange.Unmark unmark:
                return await SetMarkAsync(connection, entry, unmark.Number, unmark.Kind, isThere: false) ? unmark.Number : null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What is ticked and what a file proves are two things: evidence stands while either does.</summary>
    /// <returns>False when it was ticked already, or was not.</returns>
    internal static async Task<bool> SetMarkAsync(DbConnection connection, Entry entry, long number, EvidenceKind kind, bool isThere)
    {
        var bound = new { entry.StationId, number, kind = (int)kind, marked = RecordStore.Utc(entry.At), entry.MemberId };
        if (!await (isThere ? TickAsync(connection, bound) : UntickAsync(connection, bound)))
        {
            return false;
        }

        var named = JsonSerializer.Serialize(kind.ToString());
        RecordStore.Note(connection, entry, number, isThere ? HistoryAction.Mark : HistoryAction.Unmark, isThere ? null : named, isThere ? named : null);
        return true;
    }

    /// <summary>Where a file brought the evidence, it no longer goes with the file.</summary>
    private static async Task<bool> TickAsync(DbConnection connection, object bound) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO record_evidence (station_id, number, kind, marked, member_id) VALUES (@StationId, @number, @kind, @marked, @MemberId)
            ON CONFLICT (station_id, number, kind) DO NOTHING
            """,
            bound) > 0
        || await connection.ExecuteAsync("UPDATE attachment SET marked = FALSE WHERE station_id = @StationId AND number = @number AND kind = @kind AND marked", bound) > 0;

    /// <summary>Where a file is bound as this evidence, the evidence stands, and goes with the file from now on.</summary>
    private static async Task<bool> UntickAsync(DbConnection connection, object bound)
    {
        const string OfKind = "station_id = @StationId AND number = @number AND kind = @kind";
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM attachment WHERE {OfKind} AND marked", bound) > 0)
        {
            return false;
        }

        return await connection.ExecuteAsync($"UPDATE attachment SET marked = TRUE WHERE id = (SELECT MIN(id) FROM attachment WHERE {OfKind})", bound) > 0
            || await connection.ExecuteAsync($"DELETE FROM record_evidence WHERE {OfKind}", bound) > 0;
    }

    private static RecordChange Opposite(SetEntry entry) => entry.Action switch
    {
        HistoryAction.Add or HistoryAction.Restore => new RecordChange.Void(entry.Number),
        HistoryAction.Void => new RecordChange.Restore(entry.Number),
        HistoryAction.Edit or HistoryAction.Revert => new RecordChange.Edit(entry.Number, JsonSerializer.Deserialize(entry.Before!, RecordJson.Default.RecordDraft)!),
        HistoryAction.Mark => new RecordChange.Unmark(entry.Number, Kind(entry.After!)),
        HistoryAction.Unmark => new RecordChange.Mark(entry.Number, Kind(entry.Before!)),
        _ => throw new UnreachableException(),
    };

    private static EvidenceKind Kind(string named) => Enum.Parse<EvidenceKind>(JsonSerializer.Deserialize<string>(named)!);

    private static async Task<IReadOnlyList<SetEntry>> EntriesAsync(DbConnection connection, long stationId, string cause) =>
        [.. (await connection.QueryAsync<SetEntry>(
            "SELECT number, step, action, before, after, cause FROM record_history WHERE station_id = @stationId AND cause > @first AND cause < @last",
            // '0' follows '/': a range of the index, where LIKE would read all.
            new { stationId, first = cause + "/", last = cause + "0" }))
            .OrderBy(entry => int.Parse(entry.Cause[(cause.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture))];

    /// <param name="Cause">Of this entry.</param>
    private sealed record Doing(Membership By, string Cause)
    {
        /// <inheritdoc cref="Entry.Deed"/>
        public string? Deed { get; init; }
    }

    private sealed record SetEntry
    {
        public required long Number { get; init; }
        public required int Step { get; init; }
        public required string Action { get; init; }
        public required string Cause { get; init; }
        public string? Before { get; init; }
        public string? After { get; init; }
    }
}
