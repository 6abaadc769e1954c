using Dapper;
using Microsoft.Data.Sqlite;

namespace StationBot.Storage;

/// <summary>Files that travel inside a copy of the database, so that a backup is one file: rows of a table that the database itself doesn't have.</summary>
public static class EnclosedFiles
{
    private const string Table = "enclosed_file";

    /// <summary>Streams it in; no file is ever in memory as a whole.</summary>
    public static async Task AddAsync(SqliteConnection copy, string name, Stream content, CancellationToken cancellation)
    {
        await copy.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {Table} (name text NOT NULL UNIQUE, bytes blob NOT NULL)");
        var row = await copy.ExecuteScalarAsync<long>(
            $"INSERT INTO {Table} (name, bytes) VALUES (@name, zeroblob(@Length)) RETURNING rowid",
            new { name, content.Length });
        await using var blob = new SqliteBlob(copy, Table, "bytes", row);
        await content.CopyToAsync(blob, cancellation);
    }

    /// <returns>Empty for a copy of the database alone.</returns>
    public static async Task<IReadOnlyList<(long Row, string Name)>> AllAsync(SqliteConnection copy) =>
        await HasAnyAsync(copy) ? (await copy.QueryAsync<(long, string)>($"SELECT rowid, name FROM {Table} ORDER BY rowid")).AsList() : [];

    public static Stream Open(SqliteConnection copy, long row) => new SqliteBlob(copy, Table, "bytes", row, readOnly: true);

    /// <summary>The copy is a database as any other again, of its own size.</summary>
    public static async Task RemoveAsync(SqliteConnection copy)
    {
        if (await HasAnyAsync(copy))
        {
            await copy.ExecuteAsync($"DROP TABLE {Table}");
            await copy.ExecuteAsync("VACUUM");
        }
    }

    private static async Task<bool> HasAnyAsync(SqliteConnection copy) =>
        await copy.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{Table}'") == 1;
}
