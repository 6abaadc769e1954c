using Dapper;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>One line of a person's timeline.</summary>
public sealed record PersonRecord
{
    public required long Number { get; init; }
    public required string Indicator { get; init; }
    public required DateOnly Date { get; init; }
    public required string Outcome { get; init; }

    /// <summary>Null where nobody stands there.</summary>
    public string? Worker { get; init; }
}

/// <summary>What the records tell of persons; void ones tell nothing.</summary>
public sealed class PersonRecords(Database database, FileStore files)
{
    /// <summary>The newest first, and how many there are in all.</summary>
    public Task<(IReadOnlyList<PersonRecord> Newest, int Total)> TimelineAsync(long stationId, long personId, int most, CancellationToken cancellation = default) =>
        database.ReadAsync<(IReadOnlyList<PersonRecord>, int)>(
            async connection =>
            {
                const string Own = "FROM record JOIN record_person USING (station_id, number) WHERE station_id = @stationId AND person_id = @personId AND NOT voided";
                var newest = await connection.QueryAsync<PersonRecord>(
                    $"""
                    SELECT number, indicator, date, outcome, COALESCE(worker, (SELECT member.name FROM member WHERE member.id = record.member_id)) AS Worker
                    {Own}
                    ORDER BY date DESC, number DESC
                    LIMIT @most
                    """,
                    new { stationId, personId, most });
                return (newest.AsList(), await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) {Own}", new { stationId, personId }));
            },
            cancellation);

    /// <summary>The last record that the member entered about each of the persons.</summary>
    public Task<IReadOnlyList<(long Person, long Number)>> LastByAsync(Stations.Member by, IReadOnlyCollection<long> persons, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<(long, long)>>(
            async connection => (await connection.QueryAsync<(long, long)>(
                """
                SELECT person_id, MAX(number)
                FROM record JOIN record_person USING (station_id, number)
                WHERE station_id = @StationId AND member_id = @Id AND person_id IN @persons AND NOT voided
                GROUP BY person_id
                ORDER BY 2 DESC
                """,
                new { by.StationId, by.Id, persons })).AsList(),
            cancellation);

    /// <summary>The day on which each person was last met or spoken to; who never was isn't there.</summary>
    /// <param name="mode">Only so; null for any.</param>
    /// <param name="personId">Only of this one; null for everybody.</param>
    public Task<IReadOnlyDictionary<long, DateOnly>> LastContactsAsync(
        long stationId, ServiceMode? mode = null, long? personId = null, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyDictionary<long, DateOnly>>(
            async connection => (await connection.QueryAsync<LastContact>(
                """
                SELECT person_id AS Id, MAX(date) AS Date
                FROM record JOIN record_person USING (station_id, number)
                WHERE station_id = @stationId AND NOT voided AND outcome = 'Done' AND (@mode IS NULL OR mode = @mode)
                  AND (@personId IS NULL OR person_id = @personId)
                GROUP BY person_id
                """,
                new { stationId, mode = mode?.ToString(), personId })).ToDictionary(row => row.Id, row => row.Date),
            cancellation);

    /// <summary>The cases and groups that the person is in and that aren't closed.</summary>
    public async Task<IReadOnlyList<FileState>> OpenFilesAsync(long stationId, long personId, CancellationToken cancellation = default)
    {
        var ids = await database.ReadAsync(
            connection => connection.QueryAsync<long>(
                """
                SELECT DISTINCT file_id FROM record JOIN record_person USING (station_id, number)
                WHERE station_id = @stationId AND person_id = @personId AND file_id IS NOT NULL AND NOT voided
                ORDER BY file_id
                """,
                new { stationId, personId }),
            cancellation);
        var open = new List<FileState>();
        foreach (var id in ids)
        {
            if (await files.FindAsync(stationId, id, cancellation) is { Closed: null } file)
            {
                open.Add(file);
            }
        }

        return open;
    }

    private sealed record LastContact
    {
        public required long Id { get; init; }
        public required DateOnly Date { get; init; }
    }
}
