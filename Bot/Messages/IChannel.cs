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

    /// <summary>
    /// Whether a push with a key that was sent before is not sent again. Where a channel can't tell, whoever pushes must rather lose a message than
    /// repeat one.
    /// </summary>
    bool KnowsKeys => false;

    /// <summary>Sends unasked, and tries once only: whoever pushes keeps what didn't go out and comes again.</summary>
    /// <param name="key">The same for the same message, however often it is tried.</param>
    async Task<Pushed> PushAsync(Address to, Reply reply, string key, CancellationToken cancellation) =>
        new Pushed.Sent(await SendAsync(to, reply, replyTo: null, cancellation));
}

/// <summary>What became of a push.</summary>
public abstract record Pushed
{
    private Pushed()
    {
    }

    /// <param name="ActivityId">Null where the channel has none.</param>
    public sealed record Sent(string? ActivityId) : Pushed;

    /// <summary>Nothing was delivered, and it may be tried again.</summary>
    /// <param name="After">As the channel says; null where it doesn't.</param>
    /// <param name="IsThrottled">The channel has too much of everything: others had better wait too.</param>
    public sealed record NotNow(TimeSpan? After, bool IsThrottled) : Pushed;

    /// <summary>Nobody is there any more.</summary>
    public sealed record Gone : Pushed;

    /// <summary>It may have been delivered.</summary>
    public sealed record Unsure : Pushed;

    /// <summary>Nothing was delivered, and trying again won't help.</summary>
    public sealed record Refused : Pushed;
}
