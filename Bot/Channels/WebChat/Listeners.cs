using System.Threading.Channels;

namespace StationBot.Channels.WebChat;

internal enum Signal
{
    /// <summary>The log has something new.</summary>
    Changed,

    /// <summary>The bot is at work; not kept in the log.</summary>
    Typing,
}

/// <summary>Wakes the open sockets of a conversation. A listener holds one signal at most: it reads what is new from the log, at its own pace.</summary>
internal sealed class Listeners
{
    private readonly Dictionary<string, List<Channel<Signal>>> _byConversation = [];

    public void Wake(string conversation, Signal signal)
    {
        lock (_byConversation)
        {
            foreach (var listener in _byConversation.GetValueOrDefault(conversation, []))
            {
                listener.Writer.TryWrite(signal);
            }
        }
    }

    public Channel<Signal> Add(string conversation)
    {
        var listener = Channel.CreateBounded<Signal>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_byConversation)
        {
            if (!_byConversation.TryGetValue(conversation, out var listeners))
            {
                _byConversation[conversation] = listeners = [];
            }

            listeners.Add(listener);
        }

        return listener;
    }

    public void Remove(string conversation, Channel<Signal> listener)
    {
        lock (_byConversation)
        {
            var listeners = _byConversation[conversation];
            listeners.Remove(listener);
            if (listeners.Count == 0)
            {
                _byConversation.Remove(conversation);
            }
        }
    }
}
