using System.Data.Common;
using System.Threading.Channels;

namespace StationBot.Storage;

/// <param name="Station">The one station whose data the work changes; null where it may be anybody's.</param>
internal readonly record struct Reach(Durability Durability, long? Station);

/// <summary>
/// The one writer. Everything that waits is kept by one commit (what costs is the commit, not the work in it); a failing piece of work is undone
/// alone, by its savepoint. A caller hears of success when the commit is over, never before.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MostAtOnce = 100;

    private readonly Func<PreparedConnection> _open;
    private readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;
    private PreparedConnection? _connection;
    private Durability? _durability;

    public WriteQueue(Func<PreparedConnection> open)
    {
        _open = open;
        _writing = Task.Run(WriteAsync);
    }

    public Task<T> RunAsync<T>(Reach reach, Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        var waiting = new Work<T>(reach, work, cancellation);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(waiting), typeof(Database));
        return waiting.Done;
    }

    /// <summary>What was queued is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _connection?.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Work>(MostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            try
            {
                await CommitAsync(batch);
            }
            catch (Exception e)
            {
                // The transaction failed, not a piece of work: nothing is kept, and everybody who waits is told. What state the connection is in
                // nobody knows, and closing it rolls back.
                _connection?.Dispose();
                _connection = null;
                batch.ForEach(work => work.Fail(e));
            }

            batch.Clear();
        }
    }

    private PreparedConnection Open()
    {
        _durability = null;
        return _open();
    }

    private async Task CommitAsync(List<Work> batch)
    {
        var connection = _connection ??= Open();
        var durability = batch.Max(work => work.Reach.Durability);
        if (durability != _durability)
        {
            connection.RunOnce(durability == Durability.Power ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            _durability = durability;
        }

        connection.Run("BEGIN IMMEDIATE");
        var changed = new HashSet<long?>();
        foreach (var work in batch)
        {
            var before = connection.Changes;
            connection.Run("SAVEPOINT work");
            if (!await work.TryAsync(connection))
            {
                connection.Run("ROLLBACK TO work");
            }
            else if (work.Reach.Durability == Durability.Power && connection.Changes != before)
            {
                changed.Add(work.Reach.Station);
            }

            connection.Run("RELEASE work");
        }

        foreach (var station in changed)
        {
            Outdate(connection, station);
        }

        connection.Run("COMMIT");
        batch.ForEach(work => work.Succeed());
    }

    /// <summary>What was read before of the station, or without one of anybody, is so no more. In the database, so that every process sees it.</summary>
    private static void Outdate(PreparedConnection connection, long? station)
    {
        if (station is { } one)
        {
            connection.Run("INSERT INTO station_version (station_id, version) VALUES (?1, 1) ON CONFLICT (station_id) DO UPDATE SET version = station_version.version + 1", one);
        }
        else
        {
            connection.Run("UPDATE data_version SET version = version + 1");
        }
    }

    private abstract class Work(Reach reach)
    {
        public Reach Reach => reach;

        /// <returns>False when it failed: what it did is to be undone.</returns>
        public abstract Task<bool> TryAsync(DbConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception e);
    }

    private sealed class Work<T>(Reach reach, Func<DbConnection, Task<T>> work, CancellationToken cancellation) : Work(reach)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        public override async Task<bool> TryAsync(DbConnection connection)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                _result = await work(connection);
                return true;
            }
            catch (OperationCanceledException e) when (e.CancellationToken == cancellation)
            {
                _done.TrySetCanceled(cancellation);
                return false;
            }
            catch (Exception e)
            {
                _done.TrySetException(e);
                return false;
            }
        }

        /// <summary>Does nothing where it failed before.</summary>
        public override void Succeed() => _done.TrySetResult(_result!);

        public override void Fail(Exception e) => _done.TrySetException(e);
    }
}
