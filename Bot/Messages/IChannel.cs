namespace StationBot.Messages;

/// <summary>A way to people. What is sent may be a reply or a push: a channel makes no difference.</summary>
public interface IChannel
{
    /// <summary>The <see cref="Address.Channel"/> that this channel serves.</summary>
    string Name { get; }

    /// <summary>Sends a new activity; <paramref name="replyTo"/> is the activity that it answers, if any.</summary>
    /// <returns>The channel's id of what was sent, or null where it has none.</returns>
    Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation);

    /// <summary>Puts the reply in the place of an activity sent before.</summary>
    /// <returns>False where that activity is gone or the channel can't update: the caller sends anew.</returns>
    Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation);

    /// <summary>Shows that an answer is on its way; does nothing where a channel can't show it.</summary>
    Task ShowTypingAsync(Address to, CancellationToken cancellation);
}
