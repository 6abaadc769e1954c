using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace StationBot.Storage;

/// <summary>How much a commit must survive (product.md §9).</summary>
public enum Durability
{
    /// <summary>The end of the process, kill -9 included: <c>synchronous=NORMAL</c>.</summary>
    Process,

    /// <summary>A power cut: <c>synchronous=FULL</c>.</summary>
    Power,
}

/// <summary>
/// Opens connections to the one SQLite file. Readers never wait (write-ahead log); writers take turns here, and other processes
/// (backup, the command line) wait on the file's lock for at most <see cref="BusySeconds"/>.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    public const int BusySeconds = 15;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <param name="connectionString">As in ConnectionStrings:StationBot; a relative path is relative to the current directory.</param>
    public Database(string connectionString)
    {
        var given = new SqliteConnectionStringBuilder(connectionString);
        FilePath = Path.GetFullPath(given.DataSource);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    public string FilePath { get; }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(Durability.Process, cancellation);
        return await query(connection);
    }

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it is kept, or, when it throws, nothing.</summary>
    public async Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await OpenAsync(durability, cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await work(connection);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task WriteAsync(Durability durability, Func<DbConnection, Task> work, CancellationToken cancellation = default) =>
        WriteAsync(
            durability,
            async connection =>
            {
                await work(connection);
                return 0;
            },
            cancellation);

    /// <summary>A consistent copy while the service runs.</summary>
    public async Task BackUpAsync(string file, CancellationToken cancellation = default)
    {
        await using var source = await OpenAsync(Durability.Process, cancellation);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await target.OpenAsync(cancellation);
        source.BackupDatabase(target);
        await using var journal = target.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode=DELETE";
        await journal.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// What was deleted or overwritten is gone from the file, and from the log beside it, not only from the tables.
    /// </summary>
    /// <returns>False when readers kept the log from being emptied.</returns>
    public async Task<bool> ScrubAsync(CancellationToken cancellation = default)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await OpenAsync(Durability.Power, cancellation);
            await using var scrub = connection.CreateCommand();
            scrub.CommandText = "VACUUM";
            await scrub.ExecuteNonQueryAsync(cancellation);
            scrub.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt64(await scrub.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            _writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The mode is set at every opening, because pooled connections keep the one that they had.</summary>
    internal async Task<SqliteConnection> OpenAsync(Durability durability, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var mode = connection.CreateCommand();
            mode.CommandText = $"PRAGMA busy_timeout={BusySeconds * 1000}; PRAGMA synchronous={(durability == Durability.Power ? "FULL" : "NORMAL")}";
            await mode.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
