using System.Collections.Concurrent;
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
/// The one SQLite file. Readers never wait (write-ahead log); writers stand in one queue, and other processes (backup, the command line) wait on
/// the file's lock for at most <see cref="BusySeconds"/>. Connections stay open for as long as the database is used, so a restore from outside sees that it is.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    public const int BusySeconds = 15;

    /// <summary>More at a time get a connection too, but it isn't kept.</summary>
    private const int MostIdleReaders = 8;

    private const int MappedBytes = 256 * 1024 * 1024;

    private readonly string _connectionString;
    /// <summary>A stack: whoever reads next gets the connection whose pages are still warm.</summary>
    private readonly ConcurrentStack<PreparedConnection> _idleReaders = [];
    private readonly ReadCache _cache = new();
    private readonly WriteQueue _writer;

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
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString();
        _writer = new WriteQueue(() => Open(new PreparedConnection(_connectionString)));
    }

    public string FilePath { get; }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = _idleReaders.TryPop(out var idle) ? idle : OpenReader();
        var isSound = false;
        try
        {
            var result = await query(connection);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && _idleReaders.Count < MostIdleReaders)
            {
                _idleReaders.Push(connection);
            }
            else
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// As <see cref="ReadAsync"/>, but what was read is kept, and given again for an equal key until anybody, this process or another, writes with
    /// <see cref="Durability.Power"/>. So only what such writes make may be read this way.
    /// </summary>
    /// <param name="key">Names the query with all that it depends on; a record of its own type.</param>
    public Task<T> ReadKeptAsync<T>(object key, Func<DbConnection, Task<T>> query, CancellationToken cancellation = default) =>
        ReadAsync(
            connection => _cache.GetAsync(((PreparedConnection)connection).ReadVersion(), key, () => query(connection)),
            cancellation);

    /// <summary>Runs <paramref name="work"/> as a whole: all of it is kept when this completes, or, when it throws, nothing.</summary>
    /// <param name="durability">At least; what is written in the same moment may ask for more.</param>
    public Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> work, CancellationToken cancellation = default) =>
        _writer.RunAsync(durability, work, cancellation);

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
        await using var source = Open();
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await target.OpenAsync(cancellation);
        source.BackupDatabase(target);
        await using var journal = target.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode=DELETE";
        await journal.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// What was deleted or overwritten is gone from the file, and from the log beside it, not only from the tables. Nobody may write meanwhile.
    /// </summary>
    /// <returns>False when readers kept the log from being emptied.</returns>
    public async Task<bool> ScrubAsync(CancellationToken cancellation = default)
    {
        await using var connection = Open();
        await using var scrub = connection.CreateCommand();
        scrub.CommandText = "VACUUM";
        await scrub.ExecuteNonQueryAsync(cancellation);
        scrub.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return Convert.ToInt64(await scrub.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) == 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        while (_idleReaders.TryPop(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    /// <summary>For work beside the queue, such as the schema's; commits are SQLite's own default, <c>FULL</c>.</summary>
    internal SqliteConnection Open() => Open(new SqliteConnection(_connectionString));

    private PreparedConnection OpenReader()
    {
        var connection = Open(new PreparedConnection(_connectionString));
        // A commit empties the pages that a connection keeps: what is mapped needn't be copied anew.
        using var map = new SqliteCommand($"PRAGMA mmap_size={MappedBytes}", connection);
        map.ExecuteNonQuery();
        return connection;
    }

    private static TConnection Open<TConnection>(TConnection connection)
        where TConnection : SqliteConnection
    {
        try
        {
            connection.Open();
            using var patience = new SqliteCommand($"PRAGMA busy_timeout={BusySeconds * 1000}", connection);
            patience.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
