using System.Text.Json.Nodes;
using StationBot.Messages;

namespace StationBot.Channels.WebChat;

/// <summary>Speaks to browsers through the log, from which sockets and pollers read.</summary>
internal sealed class WebChatChannel(ActivityLog log, Listeners listeners) : IChannel
{
    public const string ChannelName = "webchat";

    /// <summary>The account of whoever sits at this machine; <c>demo</c> joins it to the sample station.</summary>
    public const string LocalUser = "local";

    public string Name => ChannelName;

    public async Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation)
    {
        var activity = Render(reply);
        if (replyTo is not null)
        {
            activity["replyToId"] = replyTo;
        }

        return await log.AppendAsync(to.Conversation, activity, clientId: null, cancellation);
    }

    /// <summary>The log is ours: what stands in it under a key is there.</summary>
    public bool KnowsKeys => true;

    public async Task<Pushed> PushAsync(Address to, Reply reply, string key, CancellationToken cancellation) =>
        new Pushed.Sent(await log.AppendAsync(to.Conversation, Render(reply), key, cancellation));

    public Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation) =>
        log.ReplaceAsync(to.Conversation, activityId, Render(reply), cancellation);

    public Task ShowTypingAsync(Address to, CancellationToken cancellation)
    {
        listeners.Wake(to.Conversation, Signal.Typing);
        return Task.CompletedTask;
    }

    internal static JsonObject From => new() { ["id"] = "stationbot", ["name"] = "社工站助手", ["role"] = "bot" };

    private static JsonObject Render(Reply reply) => new()
    {
        ["type"] = "message",
        ["channelId"] = ChannelName,
        ["from"] = From,
        ["text"] = reply.Text,
        ["textFormat"] = "plain",
        ["locale"] = "zh-CN",
        ["attachments"] = new JsonArray([.. Attachments(reply)]),
        // The page then shows the card alone and reads the text out.
        ["channelData"] = new JsonObject { ["cardStandsAlone"] = reply.CardStandsAlone && reply.Card is not null },
    };

    private static IEnumerable<JsonNode> Attachments(Reply reply)
    {
        if (reply.Card is { } card)
        {
            yield return new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = JsonNode.Parse(card.Span) };
        }

        if (reply.Picture is { } picture)
        {
            // From where the page came, whatever name the machine was called by.
            yield return new JsonObject { ["contentType"] = picture.MediaType, ["contentUrl"] = new Uri(picture.Url).AbsolutePath, ["name"] = picture.Name };
        }
    }
}
