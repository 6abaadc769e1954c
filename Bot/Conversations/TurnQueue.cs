using System.Collections.Concurrent;
using StationBot.Messages;

namespace StationBot.Conversations;

/// <summary>One turn: understands the message, answers through <paramref name="via"/>. Throws only when the process is stopping.</summary>
public delegate Task TurnWork(IncomingMessage message, IChannel via, CancellationToken cancellation);

#pragma warning disable CA1001 // The source holds no timer and no handle, and turns that were cut off may look at it after the stop.
/// <summary>The door for every channel: takes messages over and works them off, one after the other within a conversation.</summary>
public sealed class TurnQueue(Inbox inbox, IEnumerable<IChannel> channels, TurnWork work, TimeProvider time, TurnTelemetry telemetry, ILogger<TurnQueue> log)
    : IHostedService
#pragma warning restore CA1001
{
    /// <summary>More than this many messages in hand: the channel is asked to come back later.</summary>
    public const int Capacity = 10_000;

    /// <summary>What a turn gets to end once it is cut off.</summary>
    private static readonly TimeSpan CutOffTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TurnTimeout = TimeSpan.FromMinutes(2);

    /// <summary>A turn that takes longer is kept, so that the channel is acknowledged and a kill loses nothing.</summary>
    private static readonly TimeSpan KeptAfter = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name);
    private readonly ConcurrentDictionary<(string ChannelId, string Conversation, string Id), QueuedTurn> _inHand = [];
    private readonly Dictionary<(string Channel, string Conversation), Lane> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _forgetting = Task.CompletedTask;
    private int _count;
    private Task? _stopped;

    /// <summary>
    /// Works the message off after the others of its conversation and answers through <see cref="Address.Channel"/>. When this completes, the turn
    /// is over, or the message is in the database and its turn is still to come. A duplicate is dropped.
    /// </summary>
    /// <exception cref="TurnQueueFullException">Nothing was taken over.</exception>
    public async Task AcceptAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var turn = new QueuedTurn(message with { Received = time.GetUtcNow() }, _channels[message.Address.Channel]);
        if (await TakeOverAsync(turn, cancellation))
        {
            await KeepLateAsync(turn);
            await turn.Kept.WaitAsync(cancellation);
        }
    }

    /// <summary>As <see cref="AcceptAsync"/>, but answers through <paramref name="via"/> and completes with the turn.</summary>
    /// <returns>False when the message was a duplicate.</returns>
    /// <exception cref="TurnQueueFullException">Nothing was taken over.</exception>
    public async Task<bool> RunAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        var turn = new QueuedTurn(message with { Received = time.GetUtcNow() }, via);
        if (!await TakeOverAsync(turn, cancellation))
        {
            return false;
        }

        await KeepLateAsync(turn);
        await turn.Over.WaitAsync(cancellation);
        return true;
    }

    /// <summary>Whether somebody waits for an answer there.</summary>
    public bool IsBusy(Address address)
    {
        lock (_lanes)
        {
            return _lanes.ContainsKey((address.Channel, address.Conversation));
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        telemetry.ObserveQueue(() => Volatile.Read(ref _count));
        foreach (var (seq, message) in await inbox.OpenAsync(cancellationToken))
        {
            if (message is null || !_channels.TryGetValue(message.Address.Channel, out var channel))
            {
                log.Unreadable(seq);
                await inbox.CloseAsync(seq);
            }
            else
            {
                log.Resumed(message.Address.Channel, message.Id);
                var turn = new QueuedTurn(message, channel, seq);
                Take(turn);
                Enqueue(turn);
            }
        }

        _forgetting = ForgetOldAsync();
    }

    /// <summary>Finishes what is in hand, as long as the host allows; what is left then stays in the inbox for the next start.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may stop from two sides at once: both wait for the one end.
        lock (_lanes)
        {
            return _stopped ??= StopOnceAsync(cancellationToken);
        }
    }

    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lanes)
        {
            running = [.. _lanes.Values.Select(lane => lane.Done.Task)];
        }

        try
        {
            await Task.WhenAll(running).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.StoppedEarly(running.Length);
        }

        await _stopping.CancelAsync();
        await _forgetting;
        await Task.WhenAny(Task.WhenAll(running), Task.Delay(CutOffTimeout, CancellationToken.None));
    }

    /// <returns>False for a duplicate; by then what it repeats is kept.</returns>
    private async Task<bool> TakeOverAsync(QueuedTurn turn, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _count) >= Capacity)
        {
            throw new TurnQueueFullException();
        }

        if (Take(turn) is { } first)
        {
            telemetry.Duplicate(turn.Message.Address.Channel);
            await first.Kept.WaitAsync(cancellation);
            return false;
        }

        var isNew = false;
        try
        {
            isNew = !await inbox.KnowsAsync(turn.Message, cancellation);
        }
        catch (Exception e)
        {
            turn.Fail(e);
            throw;
        }
        finally
        {
            if (!isNew)
            {
                PutDown(turn);
            }
        }

        if (!isNew)
        {
            turn.KeptNow();
            telemetry.Duplicate(turn.Message.Address.Channel);
            return false;
        }

        Enqueue(turn);
        return true;
    }

    /// <returns>The turn of the same message that is in hand already, or null.</returns>
    private QueuedTurn? Take(QueuedTurn turn)
    {
        var first = _inHand.GetOrAdd(turn.Key, turn);
        if (first != turn)
        {
            return first;
        }

        Interlocked.Increment(ref _count);
        return null;
    }

    private void PutDown(QueuedTurn turn)
    {
        _inHand.TryRemove(turn.Key, out _);
        Interlocked.Decrement(ref _count);
    }

    private void Enqueue(QueuedTurn turn)
    {
        var key = (turn.Message.Address.Channel, turn.Message.Address.Conversation);
        Lane lane;
        lock (_lanes)
        {
            if (_lanes.TryGetValue(key, out var busy))
            {
                busy.Waiting.Enqueue(turn);
                _ = KeepAsync(turn);
                return;
            }

            _lanes[key] = lane = new Lane();
        }

        _ = WorkOffAsync(key, lane, turn);
    }

    private async Task WorkOffAsync((string, string) key, Lane lane, QueuedTurn first)
    {
        for (QueuedTurn? turn = first; turn is not null;)
        {
            await WorkOffAsync(turn);
            PutDown(turn);
            lock (_lanes)
            {
                if (!lane.Waiting.TryDequeue(out turn))
                {
                    _lanes.Remove(key);
                }
            }
        }

        lane.Done.SetResult();
    }

    private async Task WorkOffAsync(QueuedTurn turn)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        timeout.CancelAfter(TurnTimeout);
        try
        {
            await work(turn.Message, turn.Via, timeout.Token);
            await CloseAsync(turn);
            turn.End();
        }
        catch (Exception e) when (_stopping.IsCancellationRequested)
        {
            // Cut off: the message is kept for the next start.
            await KeepAsync(turn);
            turn.Fail(e);
        }
        catch (Exception e)
        {
            // The work answers for its own failures; this is the last net, so that one turn never ends a conversation.
            log.TurnFailed(turn.Message.Address.Channel, turn.Message.Id, e);
            await CloseFailedAsync(turn);
            turn.Fail(e);
        }
    }

    /// <summary>Keeps a message whose turn takes long.</summary>
    private async Task KeepLateAsync(QueuedTurn turn)
    {
        await turn.Kept.WaitAsync(KeptAfter).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!turn.Kept.IsCompleted)
        {
            await KeepAsync(turn);
        }
    }

    /// <summary>Keeps a message whose turn isn't over yet.</summary>
    private async Task KeepAsync(QueuedTurn turn)
    {
        try
        {
            await turn.KeepAsync(inbox);
        }
        catch (Exception e)
        {
            log.NotKept(turn.Message.Address.Channel, turn.Message.Id, e);
        }
    }

    private async Task CloseAsync(QueuedTurn turn)
    {
        if (await turn.EndAsync() is { } seq)
        {
            await inbox.CloseAsync(seq);
        }
        else
        {
            await inbox.AddClosedAsync(turn.Message);
        }

        turn.KeptNow();
    }

    private async Task CloseFailedAsync(QueuedTurn turn)
    {
        try
        {
            await CloseAsync(turn);
        }
        catch (Exception e)
        {
            log.NotKept(turn.Message.Address.Channel, turn.Message.Id, e);
        }
    }

    private async Task ForgetOldAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await inbox.ForgetOldAsync(_stopping.Token);
                await Task.Delay(TimeSpan.FromHours(1), time, _stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // A busy database, say: the next round does it.
                log.ForgettingFailed(e);
                await Task.Delay(TimeSpan.FromMinutes(1), time, CancellationToken.None).WaitAsync(_stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>The turns of one conversation, one after the other.</summary>
    private sealed class Lane
    {
        public Queue<QueuedTurn> Waiting { get; } = [];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Too much is in hand; channels answer 503 with Retry-After.</summary>
public sealed class TurnQueueFullException() : Exception("The turn queue is full.");
