using System.Data.Common;
using System.Threading.Channels;
using Dapper;

namespace StationBot.Storage;

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

    public Task<T> RunAsync<T>(Durability durability, Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        var waiting = new Work<T>(durability, work, cancellation);
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
        var durability = batch.Max(work => work.Durability);
        if (durability != _durability)
        {
            await connection.ExecuteAsync(durability == Durability.Power ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            _durability = durability;
        }

        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        var before = connection.Changes;
        foreach (var work in batch)
        {
            await connection.ExecuteAsync("SAVEPOINT work");
            if (!await work.TryAsync(connection))
            {
                await connection.ExecuteAsync("ROLLBACK TO work");
            }

            await connection.ExecuteAsync("RELEASE work");
        }

        if (durability == Durability.Power && connection.Changes != before)
        {
            await connection.ExecuteAsync("UPDATE data_version SET version = version + 1");
        }

        await connection.ExecuteAsync("COMMIT");
        batch.ForEach(work => work.Succeed());
    }

    private abstract class Work(Durability durability)
    {
        public Durability Durability => durability;

        /// <returns>False when it failed: what it did is to be undone.</returns>
        public abstract Task<bool> TryAsync(DbConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception e);
    }

    private sealed class Work<T>(Durability durability, Func<DbConnection, Task<T>> work, CancellationToken cancellation) : Work(durability)
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
