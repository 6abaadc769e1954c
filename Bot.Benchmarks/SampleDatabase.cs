using Microsoft.Data.Sqlite;

namespace StationBot.Benchmarks;

/// <summary>
/// Stations with some 600 records each, over the whole of this year, each with a person and a piece of evidence. People are known by
/// <see cref="Lead"/>; all stations are alike, so that only the size of the database differs.
/// </summary>
internal static class SampleDatabase
{
    public const string Channel = "benchmark";

    private const int RecordsPerStation = 600;
    private const int PersonsPerStation = 40;

    private static readonly string[] Rows =
    [
        "elder.care", "child.care", "disabled.care", "relief.survey", "elder.link", "child.link", "disabled.link", "relief.link",
        "org.activity", "charity.promo", "org.training", "charity.raised",
    ];

    /// <summary>The person who leads the n-th station, from 1.</summary>
    public static string Lead(int station) => $"lead-{station}";

    public static int Stations(int records) => Math.Max(1, records / RecordsPerStation);

    /// <param name="file">A database that the bot has made and that nobody has used yet.</param>
    public static async Task FillAsync(string file, int records, DateOnly today)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; PRAGMA foreign_keys=OFF");
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(
            """
            CREATE TEMP TABLE s AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $stations) SELECT i FROM n;
            CREATE TEMP TABLE r AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $perStation) SELECT i FROM n;
            CREATE TEMP TABLE p AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $persons) SELECT i FROM n;
            INSERT INTO station (id, name, last_record) SELECT i, '社工站' || i, $perStation FROM s;
            INSERT INTO project_year (station_id, starts) SELECT i, $year FROM s;
            INSERT INTO station_tier (station_id, starts, tier) SELECT i, $year, 10 FROM s;
            INSERT INTO member (id, station_id, name, role, joined) SELECT i, i, '小王', 'Lead', $year FROM s;
            INSERT INTO account (channel, user_id, member_id) SELECT $channel, 'lead-' || i, i FROM s;
            INSERT INTO person (id, station_id, name, community, entered)
              SELECT (s.i - 1) * $persons + p.i, s.i, '居民' || p.i, '朝阳社区', $year FROM s, p;
            INSERT INTO record (station_id, number, key, form, indicator, date, entered, member_id, outcome, mode, name, content)
              SELECT s.i, r.i, 'sample-' || r.i, 'visit', (SELECT value FROM json_each($rows) WHERE key = r.i % json_array_length($rows)),
                date($year, '+' || (r.i * 211 % 365) || ' days'), $year || 'T09:00:00.0000000Z', s.i, 'Done', 'HomeVisit', '活动' || r.i,
                '上门看望，聊了近况，帮忙打扫了屋子，约好下次再来。'
              FROM s, r;
            INSERT INTO record_person (station_id, number, person_id, place)
              SELECT s.i, r.i, (s.i - 1) * $persons + 1 + r.i % $persons, 0 FROM s, r;
            INSERT INTO record_evidence (station_id, number, kind, marked) SELECT s.i, r.i, 1, $year || 'T09:00:00.0000000Z' FROM s, r;
            DROP TABLE s; DROP TABLE r; DROP TABLE p;
            """,
            ("$stations", Stations(records)),
            ("$perStation", RecordsPerStation),
            ("$persons", PersonsPerStation),
            ("$channel", Channel),
            ("$year", new DateOnly(today.Year, 1, 1).ToString("yyyy-MM-dd")),
            ("$rows", System.Text.Json.JsonSerializer.Serialize(Rows)));
        await transaction.CommitAsync();
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        async Task ExecuteAsync(string sql, params (string Name, object Value)[] bound)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            foreach (var (name, value) in bound)
            {
                command.Parameters.AddWithValue(name, value);
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
