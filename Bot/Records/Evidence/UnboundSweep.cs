using System.Data.Common;
using System.Text.Json;
using Dapper;
using StationBot.Storage;

namespace StationBot.Records.Evidence;

/// <summary>
/// What is evidence of nothing goes after <see cref="AttachmentOptions.KeepUnboundDays"/>: first that it came, then its bytes, once nothing in the
/// database refers to them. What was evidence once stays: 恢复 may bring it back.
/// </summary>
internal sealed class UnboundSweep(Database database, ContentAside contents, AttachmentOptions options, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <returns>How many stored files are gone.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var since = time.GetUtcNow() - TimeSpan.FromDays(options.KeepUnboundDays);
        await ForgetAsync(RecordStore.Utc(since), cancellation);
        foreach (var hashes in contents.Older(since).SelectMany(folder => folder.Chunk(AtOnce)))
        {
            foreach (var hash in hashes.Except(await ReferredAsync(hashes, cancellation)))
            {
                contents.Put(hash);
            }
        }

        var gone = 0;
        foreach (var hashes in contents.All().Chunk(AtOnce))
        {
            // Asked again: what was put aside may have been bound before it was.
            var referred = await ReferredAsync(hashes, cancellation);
            gone += hashes.Count(hash => contents.Settle(hash, referred.Contains(hash), since));
        }

        return gone;
    }

    private Task<IReadOnlySet<string>> ReferredAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation) =>
        database.ReadAsync(connection => ContentReferences.AmongAsync(connection, hashes), cancellation);

    /// <summary>One transaction, as a binding is: what is bound before it stays, what it forgets can't be bound after.</summary>
    private async Task ForgetAsync(string before, CancellationToken cancellation)
    {
        if ((await database.ReadAsync(connection => OldAsync(connection, before), cancellation)).Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            Durability.Power,
            async connection =>
            {
                foreach (var ofStation in (await OldAsync(connection, before)).GroupBy(file => file.Station, file => file.Id))
                {
                    var forgotten = ofStation.Except(await OnceBoundAsync(connection, ofStation.Key));
                    foreach (var ids in forgotten.Chunk(AtOnce))
                    {
                        await connection.ExecuteAsync("DELETE FROM attachment WHERE id IN @ids", new { ids });
                    }
                }
            },
            cancellation);
    }

    private static async Task<List<(long Id, long Station)>> OldAsync(DbConnection connection, string before) =>
        (await connection.QueryAsync<(long, long)>("SELECT id, station_id FROM attachment WHERE number IS NULL AND received < @before", new { before })).AsList();

    private static async Task<HashSet<long>> OnceBoundAsync(DbConnection connection, long station) =>
    [
        .. (await connection.QueryAsync<string>(
            $"SELECT COALESCE(after, before) FROM record_history WHERE station_id = @station AND action IN ('{HistoryAction.Bind}', '{HistoryAction.Unbind}')",
            new { station })).SelectMany(json => JsonSerializer.Deserialize(json, EvidenceJson.Default.BoundFiles)!.Files),
    ];
}
