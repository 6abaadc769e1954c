using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>One change of a record: who, when, what it was before and after (product.md §4).</summary>
public sealed record HistoryEntry
{
    public required int Step { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null for an import.</summary>
    public long? MemberId { get; init; }

    public string? MemberName { get; init; }

    /// <summary>One of <see cref="HistoryAction"/>; a later version may know others.</summary>
    public required string Action { get; init; }

    public RecordDraft? Before { get; init; }
    public RecordDraft? After { get; init; }

    /// <summary>Of the message; <c>…/number</c> where it changed all that one card made.</summary>
    public string? Cause { get; init; }
}

/// <summary>What <c>record_history.action</c> holds.</summary>
public static class HistoryAction
{
    public const string Add = "add";
    public const string Edit = "edit";

    /// <summary>The last change of contents was taken back.</summary>
    public const string Revert = "revert";
    public const string Void = "void";
    public const string Restore = "restore";

    /// <summary>Evidence was ticked off without a file, or no longer is.</summary>
    public const string Mark = "mark";
    public const string Unmark = "unmark";

    /// <summary>Files became its evidence, or no longer are.</summary>
    public const string Bind = "bind";
    public const string Unbind = "unbind";

    /// <summary>Those that leave the contents of the record as they are, in SQL.</summary>
    internal const string OfEvidence = $"'{Bind}', '{Unbind}', '{Mark}', '{Unmark}'";

    /// <summary>Entries about evidence hold no contents of the record.</summary>
    internal static bool IsOfContents(string action) => action is Add or Edit or Revert or Void or Restore;
}

/// <summary>The changes that records have seen.</summary>
public sealed class HistoryStore(Database database)
{
    /// <summary>Oldest first; empty when the station has no such record.</summary>
    public Task<IReadOnlyList<HistoryEntry>> ReadAsync(long stationId, long number, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => ReadAsync(connection, stationId, number), cancellation);

    internal static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(DbConnection connection, long stationId, long number) =>
        [.. (await connection.QueryAsync<Row>(
            """
            SELECT record_history.step, record_history.at, record_history.member_id AS MemberId, member.name AS MemberName, record_history.action,
              record_history.before, record_history.after, record_history.cause
            FROM record_history LEFT JOIN member ON member.id = record_history.member_id
            WHERE record_history.station_id = @stationId AND record_history.number = @number
            ORDER BY record_history.step
            """,
            new { stationId, number })).Select(row => row.ToEntry())];

    /// <summary>
    /// The change that 撤销 would take back: edits that were taken back already are passed over, with what they changed; a restored record
    /// begins anew. Null for a record without one (its history was written by an older version).
    /// </summary>
    internal static HistoryEntry? LastUndoable(IReadOnlyList<HistoryEntry> history) =>
        Standing(history).FindLast(entry => entry.Action is HistoryAction.Add or HistoryAction.Edit or HistoryAction.Restore);

    /// <summary>The changes that were not taken back, oldest first: neither they nor what took them back is left.</summary>
    internal static List<HistoryEntry> Standing(IReadOnlyList<HistoryEntry> history)
    {
        var standing = new List<HistoryEntry>();
        foreach (var entry in history)
        {
            // Of a set, only what stands last is taken back.
            var gone = ChangeSets.IsUndoing(entry.Cause) ? standing.Count - 1
                : entry.Action == HistoryAction.Revert ? standing.FindLastIndex(earlier => earlier.Action == HistoryAction.Edit)
                : -1;
            if (gone >= 0)
            {
                standing.RemoveAt(gone);
            }
            else if (entry.Action != HistoryAction.Revert && !ChangeSets.IsUndoing(entry.Cause))
            {
                standing.Add(entry);
            }
        }

        return standing;
    }

    private sealed record Row
    {
        public required int Step { get; init; }
        public required string At { get; init; }
        public long? MemberId { get; init; }
        public string? MemberName { get; init; }
        public required string Action { get; init; }
        public string? Before { get; init; }
        public string? After { get; init; }
        public string? Cause { get; init; }

        public HistoryEntry ToEntry() => new()
        {
            Step = Step,
            At = DateTimeOffset.Parse(At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            MemberId = MemberId,
            MemberName = MemberName,
            Action = Action,
            Before = HistoryAction.IsOfContents(Action) ? Draft(Before) : null,
            After = HistoryAction.IsOfContents(Action) ? Draft(After) : null,
            Cause = Cause,
        };

        private static RecordDraft? Draft(string? json) => json is null ? null : JsonSerializer.Deserialize(json, RecordJson.Default.RecordDraft);
    }
}
