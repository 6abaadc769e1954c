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

    /// <summary>No station's own: only a write that may change anybody's data changes it.</summary>
    public const long NoStation = 0;

    /// <summary>Grows with every write that may have changed what was read. Neither part ever shrinks, so the sum stands only while both do.</summary>
    private const string VersionOf = "SELECT version + COALESCE((SELECT version FROM station_version WHERE station_id = ?1), 0) FROM data_version";

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
        _writer = new WriteQueue(OpenWriter);
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

    /// <summary>As <see cref="ReadAsync"/>, for statements that have to fit together: what is written meanwhile comes to all of them or to none.</summary>
    public Task<T> ReadAtOnceAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation = default) => ReadAsync(
        async connection =>
        {
            var prepared = (PreparedConnection)connection;
            prepared.Run("BEGIN");
            var result = await query(connection);
            // Where it failed, the connection is closed and takes this with it.
            prepared.Run("COMMIT");
            return result;
        },
        cancellation);

    /// <summary>
    /// As <see cref="ReadAsync"/>, but what was read is kept, and given again for an equal key until anybody, this process or another, writes with
    /// <see cref="Durability.Power"/>: but for <see cref="WriteOwnAsync"/> of another station. So only what such writes make may be read this way.
    /// </summary>
    /// <param name="station">Whose data is read; <see cref="NoStation"/> where it is nobody's own.</param>
    /// <param name="key">Names the query with all that it depends on; a record of its own type.</param>
    public Task<T> ReadKeptAsync<T>(long station, object key, Func<DbConnection, Task<T>> query, CancellationToken cancellation = default) => ReadAsync(
        connection =>
        {
            var version = ((PreparedConnection)connection).Run(VersionOf, station)!.Value;
            return _cache.GetAsync(station, version, key, () => query(connection));
        },
        cancellation);

    /// <summary>A whole number, for what every turn asks; there is always a row.</summary>
    /// <param name="sql">Parameters by place: ?1, ?2 …</param>
    /// <param name="values">Strings, whole numbers and nulls.</param>
    public Task<long> ReadNumberAsync(string sql, object?[] values, CancellationToken cancellation = default) =>
        ReadAsync(connection => Task.FromResult(((PreparedConnection)connection).Run(sql, values)!.Value), cancellation);

    /// <summary>
    /// Runs <paramref name="work"/> as a whole: all of it is kept when this completes, or, when it throws, nothing. What was read before of anybody
    /// is read anew.
    /// </summary>
    /// <param name="durability">At least; what is written in the same moment may ask for more.</param>
    public Task<T> WriteAsync<T>(Durability durability, Func<DbConnection, Task<T>> work, CancellationToken cancellation = default) =>
        _writer.RunAsync(new Reach(durability, Station: null), work, cancellation);

    /// <summary>
    /// As <see cref="WriteAsync{T}(Durability, Func{DbConnection, Task{T}}, CancellationToken)"/> with <see cref="Durability.Power"/>, but
    /// <paramref name="work"/> changes only what the station itself owns (its records, files and persons; not its members, years and tiers, by which
    /// it is found): what was read of others stays kept.
    /// </summary>
    public Task<T> WriteOwnAsync<T>(long station, Func<DbConnection, Task<T>> work, CancellationToken cancellation = default) =>
        _writer.RunAsync(new Reach(Durability.Power, station), work, cancellation);

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

    private PreparedConnection OpenWriter()
    {
        var connection = Open(new PreparedConnection(_connectionString));
        // A savepoint keeps the pages as they were: in memory, else SQLite makes a file for every transaction.
        connection.RunOnce("PRAGMA temp_store=MEMORY");
        return connection;
    }

    private PreparedConnection OpenReader() => Open(new PreparedConnection(_connectionString));

    private static TConnection Open<TConnection>(TConnection connection)
        where TConnection : SqliteConnection
    {
        try
        {
            connection.Open();
            connection.RunOnce($"PRAGMA busy_timeout={BusySeconds * 1000}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
