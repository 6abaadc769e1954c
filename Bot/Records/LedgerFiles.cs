using Dapper;
using StationBot.Indicators;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>An Excel file that was made of records.</summary>
public sealed record LedgerFile
{
    public required string Hash { get; init; }
    public required string Name { get; init; }
}

/// <summary>The files that the bot made of records, and what they are evidence of.</summary>
public sealed class LedgerFiles(Database database, TimeProvider time)
{
    /// <returns>The file that the message brought about before, or null.</returns>
    public Task<LedgerFile?> FindAsync(long stationId, string cause, CancellationToken cancellation = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<LedgerFile>("SELECT hash, name FROM ledger WHERE station_id = @stationId AND cause = @cause", new { stationId, cause }),
        cancellation);

    /// <summary>The entry of the file and its marks on the records stand together, or neither does; the same cause again adds nothing.</summary>
    /// <param name="filed">The records that the file is evidence of.</param>
    public Task KeepAsync(Membership by, string cause, StoredContent content, string name, IReadOnlyList<(long Number, EvidenceKind Kind)> filed, CancellationToken cancellation = default) =>
        database.WriteAsync(
            Durability.Power,
            async connection =>
            {
                var now = time.GetUtcNow();
                var id = await connection.QuerySingleOrDefaultAsync<long?>(
                    """
                    INSERT INTO ledger (station_id, member_id, cause, hash, name, made) VALUES (@StationId, @Id, @cause, @Hash, @name, @made)
                    ON CONFLICT (station_id, cause) DO NOTHING
                    RETURNING id
                    """,
                    new { by.Member.StationId, by.Member.Id, cause, content.Hash, name, made = RecordStore.Utc(now) });
                if (id is null)
                {
                    return;
                }

                foreach (var (number, kind) in filed.DistinctBy(one => one.Number))
                {
                    await connection.ExecuteAsync(
                        "INSERT INTO ledger_record (ledger_id, station_id, number, kind) VALUES (@id, @StationId, @number, @kind)",
                        new { id, by.Member.StationId, number, kind = (int)kind });

                    // No place behind a slash: it is no change that 撤销 takes back; the file is made.
                    var entry = new Entry(by.Station.Id, by.Member.Id, "", now) { Cause = $"ledger:{cause}:{number}" };
                    await ChangeSets.SetMarkAsync(connection, entry, number, kind, isThere: true);
                }
            },
            cancellation);
}
