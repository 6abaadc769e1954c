using StationBot.Messages;

namespace StationBot.Conversations;

/// <summary>A message in hand, and whether it is kept: by the turn's end, or in the inbox where that is later.</summary>
internal sealed class QueuedTurn(IncomingMessage message, IChannel via)
{
    /// <summary>Whoever waits goes on at once, on the thread that kept it: it only has an acknowledgement to write.</summary>
    private readonly TaskCompletionSource _kept = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private Task<long?>? _place;
    private bool _isOver;

    /// <param name="seq">The place in the inbox, for what was kept before a restart.</param>
    public QueuedTurn(IncomingMessage message, IChannel via, long seq)
        : this(message, via)
    {
        _place = Task.FromResult<long?>(seq);
        _kept.SetResult();
    }

    public IncomingMessage Message => message;

    public IChannel Via => via;

    /// <summary>By which duplicates are known (activity.md §1).</summary>
    public (string ChannelId, string Conversation, string Id) Key => (message.Address.ChannelId, message.Address.Conversation, message.Id);

    /// <summary>Completes when a kill can't lose the message any more.</summary>
    public Task Kept => _kept.Task;

    /// <summary>Completes with the turn.</summary>
    public Task Over => _over.Task;

    /// <summary>Keeps the message in the inbox, unless it is there, or its turn is over.</summary>
    public async Task KeepAsync(Inbox inbox)
    {
        Task<long?> place;
        lock (_gate)
        {
            if (_isOver || _place is not null)
            {
                return;
            }

            _place = place = inbox.AddAsync(message);
        }

        await place;
        KeptNow();
    }

    /// <summary>The turn is over: from now on nothing keeps its message.</summary>
    /// <returns>Its place in the inbox, or null where it has none.</returns>
    public async Task<long?> EndAsync()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        try
        {
            return _place is null ? null : await _place;
        }
        catch (Exception)
        {
            // It was not kept, and whoever tried has said so.
            return null;
        }
    }

    /// <summary>A kill can't lose it any more.</summary>
    public void KeptNow() => _kept.TrySetResult();

    public void End() => _over.TrySetResult();

    /// <summary>The turn failed; where the message is not kept either, whoever waits for that is told, too.</summary>
    public void Fail(Exception e)
    {
        _kept.TrySetException(e);
        _over.TrySetException(e);
    }
}
