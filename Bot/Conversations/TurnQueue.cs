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

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name);
    private readonly Dictionary<(string Channel, string Conversation), Queue<Turn>> _lanes = [];
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _forgetting = Task.CompletedTask;
    private int _inHand;
    private Task? _stopped;

    /// <summary>
    /// When this completes the message is in the database; it is worked off after the others of its conversation and answered through
    /// <see cref="Address.Channel"/>. A duplicate is dropped.
    /// </summary>
    /// <exception cref="TurnQueueFullException">Nothing was taken over.</exception>
    public async Task AcceptAsync(IncomingMessage message, CancellationToken cancellation)
    {
        message = message with { Received = time.GetUtcNow() };
        if (await TakeOverAsync(message, cancellation) is { } seq)
        {
            Enqueue(new Turn(seq, message, _channels[message.Address.Channel]));
        }
    }

    /// <summary>As <see cref="AcceptAsync"/>, but answers through <paramref name="via"/> and completes with the turn.</summary>
    /// <returns>False when the message was a duplicate.</returns>
    /// <exception cref="TurnQueueFullException">Nothing was taken over.</exception>
    public async Task<bool> RunAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        message = message with { Received = time.GetUtcNow() };
        if (await TakeOverAsync(message, cancellation) is not { } seq)
        {
            return false;
        }

        var turn = new Turn(seq, message, via);
        Enqueue(turn);
        await turn.Finished.Task.WaitAsync(cancellation);
        return true;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        telemetry.ObserveQueue(() => Volatile.Read(ref _inHand));
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
                Interlocked.Increment(ref _inHand);
                Enqueue(new Turn(seq, message, channel));
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
            running = [.. _running];
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

    private async Task<long?> TakeOverAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _inHand) > Capacity)
        {
            Interlocked.Decrement(ref _inHand);
            throw new TurnQueueFullException();
        }

        long? seq = null;
        try
        {
            seq = await inbox.AddAsync(message, cancellation);
            if (seq is null)
            {
                telemetry.Duplicate(message.Address.Channel);
            }

            return seq;
        }
        finally
        {
            if (seq is null)
            {
                Interlocked.Decrement(ref _inHand);
            }
        }
    }

    private void Enqueue(Turn turn)
    {
        var key = (turn.Message.Address.Channel, turn.Message.Address.Conversation);
        lock (_lanes)
        {
            if (_lanes.TryGetValue(key, out var waiting))
            {
                waiting.Enqueue(turn);
                return;
            }

            _lanes[key] = new Queue<Turn>([turn]);
            var lane = Task.Run(() => WorkOffAsync(key));
            _running.Add(lane);
            _ = lane.ContinueWith(Forget, TaskScheduler.Default);
        }

        void Forget(Task lane)
        {
            lock (_lanes)
            {
                _running.Remove(lane);
            }
        }
    }

    private async Task WorkOffAsync((string, string) key)
    {
        while (true)
        {
            Turn turn;
            lock (_lanes)
            {
                if (!_lanes[key].TryDequeue(out turn!))
                {
                    _lanes.Remove(key);
                    return;
                }
            }

            await WorkOffAsync(turn);
            Interlocked.Decrement(ref _inHand);
        }
    }

    private async Task WorkOffAsync(Turn turn)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        timeout.CancelAfter(TurnTimeout);
        try
        {
            await work(turn.Message, turn.Via, timeout.Token);
            await inbox.CloseAsync(turn.Seq);
            turn.Finished.SetResult();
        }
        catch (Exception e) when (_stopping.IsCancellationRequested)
        {
            // Cut off: the message stays in the inbox for the next start.
            turn.Finished.SetException(e);
        }
        catch (Exception e)
        {
            // The work answers for its own failures; this is the last net, so that one turn never ends a conversation.
            log.TurnFailed(turn.Message.Address.Channel, turn.Message.Id, e);
            turn.Finished.SetException(e);
            await CloseFailedAsync(turn);
        }
    }

    private async Task CloseFailedAsync(Turn turn)
    {
        try
        {
            await inbox.CloseAsync(turn.Seq);
        }
        catch (Exception e)
        {
            log.InboxUnavailable(turn.Seq, e);
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

    private sealed record Turn(long Seq, IncomingMessage Message, IChannel Via)
    {
        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Too much is in hand; channels answer 503 with Retry-After.</summary>
public sealed class TurnQueueFullException() : Exception("The turn queue is full.");
