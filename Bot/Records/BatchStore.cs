using System.Data.Common;
using Dapper;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>Records that one card made, one a person: saved, undone and restored together or not at all.</summary>
public sealed class BatchStore(Database database, TimeProvider time)
{
    /// <param name="card">Makes the keys, together with the persons and days: the same card again makes no second records.</param>
    public Task<SavedBatch> AddAsync(Membership by, string card, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellation = default) => database.WriteOwnAsync(
        by.Station.Id,
        async connection =>
        {
            var batch = DraftStore.KeyOf(by.Member, card);
            var known = await NumbersAsync(connection, by.Station.Id, batch);
            if (known.Count > 0)
            {
                return new SavedBatch(await RecordsAsync(connection, by.Station.Id, known), IsNew: false);
            }

            var now = time.GetUtcNow();
            var numbers = new List<long>();
            var isOneDay = drafts.All(draft => draft.Date == drafts[0].Date);
            foreach (var draft in drafts)
            {
                var whom = draft.Persons is [var person, ..] ? person.Id?.ToString() ?? person.Label : draft.File?.Name ?? draft.Name;
                var entry = new Entry(by.Station.Id, by.Member.Id, isOneDay ? $"{batch}/{whom}" : $"{batch}/{whom}/{FormCheck.Text(draft.Date)}", now);
                numbers.Add((await RecordStore.AddAsync(connection, entry, draft)).Number);
            }

            await connection.ExecuteAsync(
                "UPDATE record SET batch = @batch WHERE station_id = @Id AND number IN @numbers",
                new { batch, by.Station.Id, numbers });
            await DraftStore.DropAsync(connection, batch);
            return new SavedBatch(await RecordsAsync(connection, by.Station.Id, numbers), IsNew: true);
        },
        cancellation);

    /// <summary>Undoes all that the card made, or restores what was undone together; what was undone alone stays so.</summary>
    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    public Task<Change> SetVoidedAsync(Membership by, string cause, string card, bool voided, CancellationToken cancellation = default) => database.WriteOwnAsync<Change>(
        by.Station.Id,
        async connection =>
        {
            var numbers = await NumbersAsync(connection, by.Station.Id, DraftStore.KeyOf(by.Member, card));
            if (numbers.Count == 0)
            {
                return new Change.NotFound();
            }

            if (await CausedAsync(connection, by.Station.Id, cause) is { Count: > 0 } caused)
            {
                return new Change.AllDone(await RecordsAsync(connection, by.Station.Id, caused));
            }

            var meant = voided ? numbers : await UndoneTogetherAsync(connection, by.Station.Id, numbers);
            return meant.Count == 0
                ? new Change.NotVoided(numbers[0], WasVoided: true)
                : await SetVoidedAsync(connection, by, new BatchWish(cause, meant, voided), time.GetUtcNow());
        },
        cancellation);

    internal static async Task<Change> SetVoidedAsync(DbConnection connection, Membership by, BatchWish wish, DateTimeOffset now)
    {
        foreach (var record in await RecordsAsync(connection, by.Station.Id, wish.Numbers))
        {
            if (record.IsVoided != wish.Voided)
            {
                var entry = new Entry(by.Station.Id, by.Member.Id, "", now) { Cause = $"{wish.Cause}/{record.Number}", Deed = wish.Deed };
                await RecordStore.SetVoidedAsync(connection, entry, record, wish.Voided);
            }
        }

        return new Change.AllDone(await RecordsAsync(connection, by.Station.Id, wish.Numbers));
    }

    /// <summary>The records that a message changed together.</summary>
    /// <param name="action">Only those of which it did this; null for any.</param>
    internal static async Task<List<long>> CausedAsync(DbConnection connection, long stationId, string cause, string? action = null) =>
        // '0' follows '/' in every encoding: all causes that begin with "cause/", found by the index.
        (await connection.QueryAsync<long>(
            "SELECT number FROM record_history WHERE station_id = @stationId AND cause >= @first AND cause < @behind AND (@action IS NULL OR action = @action) ORDER BY number",
            new { stationId, first = cause + "/", behind = cause + "0", action })).AsList();

    /// <summary>All that the card made which made this record; empty for a record that was made alone.</summary>
    internal static async Task<List<long>> BesideAsync(DbConnection connection, long stationId, long number) =>
        (await connection.QueryAsync<long>(
            """
            SELECT other.number FROM record JOIN record other ON other.station_id = record.station_id AND other.batch = record.batch
            WHERE record.station_id = @stationId AND record.number = @number ORDER BY other.number
            """,
            new { stationId, number })).AsList();

    internal static async Task<IReadOnlyList<StationRecord>> RecordsAsync(DbConnection connection, long stationId, IEnumerable<long> numbers)
    {
        var records = new List<StationRecord>();
        foreach (var number in numbers)
        {
            records.Add((await RecordStore.FindAsync(connection, stationId, number))!);
        }

        return records;
    }

    /// <summary>The base of a cause that all of one card have in common; null for one of a single record, or of a set (<see cref="ChangeSets"/>).</summary>
    internal static string? Together(string? cause) =>
        cause?.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && cause.IndexOf(':', 0, end) < 0 ? cause[..end] : null;

    private static async Task<List<long>> NumbersAsync(DbConnection connection, long stationId, string batch) =>
        (await connection.QueryAsync<long>(
            "SELECT number FROM record WHERE station_id = @stationId AND batch = @batch ORDER BY number",
            new { stationId, batch })).AsList();

    private static async Task<List<long>> UndoneTogetherAsync(DbConnection connection, long stationId, IReadOnlyList<long> numbers)
    {
        var meant = new List<long>();
        foreach (var number in numbers)
        {
            var last = (await HistoryStore.ReadAsync(connection, stationId, number))[^1];
            if (last.Action == HistoryAction.Void && Together(last.Cause) is not null)
            {
                meant.Add(number);
            }
        }

        return meant;
    }
}

/// <param name="Records">By number; at least one.</param>
/// <param name="IsNew">False when the card had made them already: nothing was written.</param>
public sealed record SavedBatch(IReadOnlyList<StationRecord> Records, bool IsNew);

/// <param name="Cause">Of the message.</param>
internal sealed record BatchWish(string Cause, IReadOnlyList<long> Numbers, bool Voided)
{
    /// <inheritdoc cref="Entry.Deed"/>
    public string? Deed { get; init; }
}
