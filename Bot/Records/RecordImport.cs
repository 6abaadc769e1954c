using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A record out of a file, checked, with its persons and worker found.</summary>
/// <param name="Key">Of all that makes the row this row; the same key again adds evidence only.</param>
/// <param name="MemberId">The worker, where that is a member.</param>
/// <param name="Entered">登记时间; null for now.</param>
public sealed record ImportedRecord(string Key, RecordDraft Draft, long? MemberId, DateTimeOffset? Entered, IReadOnlyList<EvidenceKind> Evidence);

/// <param name="Evidence">Kinds of evidence added to records that were there already.</param>
public sealed record RecordImportResult(int Added, int Known, int Evidence);

/// <summary>Many records in one transaction, each with its evidence and its line in the history.</summary>
public sealed class RecordImport(Database database, TimeProvider time)
{
    private const int KeysAtOnce = 500;

    /// <summary>Those of the keys under which the station has a record.</summary>
    public Task<IReadOnlySet<string>> KnownAsync(long stationId, IEnumerable<string> keys, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlySet<string>>(
        async connection =>
        {
            var known = new HashSet<string>();
            foreach (var some in keys.Chunk(KeysAtOnce))
            {
                known.UnionWith(await connection.QueryAsync<string>(
                    "SELECT key FROM record WHERE station_id = @stationId AND key IN @some",
                    new { stationId, some }));
            }

            return known;
        },
        cancellation);

    /// <param name="records">With distinct keys.</param>
    /// <param name="isDryRun">Says what would happen and changes nothing.</param>
    /// <param name="progress">Told after each record how many are done.</param>
    public Task<RecordImportResult> RunAsync(
        long stationId,
        IReadOnlyList<ImportedRecord> records,
        bool isDryRun,
        Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return isDryRun
            ? database.ReadAsync(connection => EachAsync(records, progress, record => CompareAsync(connection, stationId, record)), cancellation)
            : database.WriteAsync(
                Durability.Power,
                connection => EachAsync(records, progress, record =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return SaveAsync(connection, stationId, record, now);
                }),
                cancellation);
    }

    internal static async Task<Effect> SaveAsync(DbConnection connection, long stationId, ImportedRecord record, DateTimeOffset now)
    {
        var entry = new Entry(stationId, record.MemberId, record.Key, now) { By = null, Entered = record.Entered ?? now };
        var saved = await RecordStore.AddAsync(connection, entry, record.Draft);
        var evidence = 0;
        foreach (var kind in record.Evidence)
        {
            evidence += await connection.ExecuteAsync(
                """
                INSERT INTO record_evidence (station_id, number, kind, marked) VALUES (@stationId, @Number, @kind, @marked)
                ON CONFLICT (station_id, number, kind) DO NOTHING
                """,
                new { stationId, saved.Number, kind = (int)kind, marked = RecordStore.Utc(now) });
        }

        return new Effect(saved.IsNew, evidence);
    }

    private static async Task<Effect> CompareAsync(DbConnection connection, long stationId, ImportedRecord record)
    {
        var number = await connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT number FROM record WHERE station_id = @stationId AND key = @Key",
            new { stationId, record.Key });
        if (number is null)
        {
            return new Effect(IsNew: true, record.Evidence.Count);
        }

        var filed = await connection.QueryAsync<long>(
            "SELECT kind FROM record_evidence WHERE station_id = @stationId AND number = @number",
            new { stationId, number });
        return new Effect(IsNew: false, record.Evidence.Select(kind => (long)kind).Except(filed).Count());
    }

    private static async Task<RecordImportResult> EachAsync(
        IReadOnlyList<ImportedRecord> records,
        Action<int>? progress,
        Func<ImportedRecord, Task<Effect>> work)
    {
        int added = 0, evidence = 0, done = 0;
        foreach (var record in records)
        {
            var effect = await work(record);
            added += effect.IsNew ? 1 : 0;
            evidence += effect.IsNew ? 0 : effect.Evidence;
            progress?.Invoke(++done);
        }

        return new RecordImportResult(added, records.Count - added, evidence);
    }

    internal sealed record Effect(bool IsNew, int Evidence);
}
