using StationBot.Messages;

namespace StationBot.Conversations;

/// <summary>The door for every channel.</summary>
public sealed class TurnQueue
{
    /// <summary>
    /// Takes a message over: when this completes it is in the database, and it is worked off after the other messages of its
    /// conversation, its replies going out through <see cref="IncomingMessage.Address"/>. A duplicate is dropped.
    /// </summary>
    public Task AcceptAsync(IncomingMessage message, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>As <see cref="AcceptAsync"/>, but its replies go to <paramref name="via"/> and it completes with the turn.</summary>
    /// <returns>False when the message was a duplicate.</returns>
    public Task<bool> RunAsync(IncomingMessage message, IChannel via, CancellationToken cancellation) => throw new NotSupportedException();
}
