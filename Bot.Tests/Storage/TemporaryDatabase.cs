using Dapper;
using Microsoft.Data.Sqlite;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>A database in a folder of its own, with one table of notes.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stationbot-");

    public TemporaryDatabase()
    {
        Database = new Database(ConnectionString);
    }

    public Database Database { get; }

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")};Pooling=False";

    public static async Task<TemporaryDatabase> CreateAsync()
    {
        var database = new TemporaryDatabase();
        await new Migrator(database.Database).MigrateAsync();
        await database.Database.WriteAsync(Durability.Process, connection => connection.ExecuteAsync("CREATE TABLE note (text text NOT NULL UNIQUE, day date)"));
        return database;
    }

    public Task AddAsync(string text, Durability durability = Durability.Process) => Database.WriteAsync(
        durability,
        connection => connection.ExecuteAsync("INSERT INTO note (text) VALUES (@text)", new { text }));

    public Task<List<string>> NotesAsync() => Database.ReadAsync(
        async connection => (await connection.QueryAsync<string>("SELECT text FROM note ORDER BY text")).AsList());

    /// <summary>As another process has it: beside the queue and the kept connections.</summary>
    public SqliteConnection OpenBeside()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
