using System.Text.Json;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>Collects replies for the HTTP response (<c>deliveryMode: "expectReplies"</c>).</summary>
internal sealed class BufferingChannel : IChannel
{
    private readonly List<Activity> _activities = [];

    public string Name => TeamsChannel.ChannelName;

    public Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation)
    {
        _activities.Add(ActivityWriter.Message(ActivityWriter.ReferenceOf(to), reply, replyTo));
        return Task.FromResult<string?>(null);
    }

    /// <summary>Nothing that was sent before can be reached through the response: the new state follows as a message.</summary>
    public async Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation)
    {
        await SendAsync(to, reply, replyTo: null, cancellation);
        return true;
    }

    public Task ShowTypingAsync(Address to, CancellationToken cancellation) => Task.CompletedTask;

    public byte[] ToUtf8() =>
        JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies(_activities), Wire.Json.ExpectedReplies);
}

/// <summary>
/// Answers an invoke with the reply that replaces the pressed card. The invoke's response changes the card for the presser only, so the
/// message is updated for everybody too; all else goes out through the connector.
/// </summary>
internal sealed class InvokeChannel(TeamsChannel connector, string? pressedCard) : IChannel
{
    private readonly TaskCompletionSource<byte[]> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => connector.Name;

    /// <summary>The response's body, as soon as there is one; a turn may end without.</summary>
    public Task<byte[]> Response => _response.Task;

    public async Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation)
    {
        if (!reply.ReplacesCard)
            return await connector.SendAsync(to, reply, replyTo, cancellation);
        if (pressedCard is not null && await UpdateAsync(to, pressedCard, reply, cancellation))
            return pressedCard;
        return _response.TrySetResult(InvokeResponse.Show(reply).ToUtf8())
            ? pressedCard
            : await connector.SendAsync(to, reply, replyTo, cancellation);
    }

    public Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation)
    {
        if (pressedCard is null || pressedCard == activityId)
            _response.TrySetResult(InvokeResponse.Show(reply).ToUtf8());
        return connector.UpdateAsync(to, activityId, reply, cancellation);
    }

    public Task ShowTypingAsync(Address to, CancellationToken cancellation) => connector.ShowTypingAsync(to, cancellation);

    /// <summary>Later replies find the response closed.</summary>
    public byte[] Close(string text)
    {
        _response.TrySetResult(InvokeResponse.Say(text).ToUtf8());
        return _response.Task.Result;
    }
}
