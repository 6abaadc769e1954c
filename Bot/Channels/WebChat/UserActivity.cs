using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Messages;

namespace StationBot.Channels.WebChat;

/// <summary>A browser's message in its two forms: what the conversation shows, and what the bot is told.</summary>
internal static class UserActivity
{
    public static bool IsMessage(PostedActivity posted, IReadOnlyList<IncomingFile> files) =>
        posted.Type == "message" && (!string.IsNullOrWhiteSpace(posted.Text) || HasValue(posted) || files.Count > 0);

    /// <summary>The echo by which the browser marks its message as sent. A card's inputs are not in it: they stand in the record they made.</summary>
    public static JsonObject Echo(PostedActivity posted, string user, IReadOnlyList<IncomingFile> files)
    {
        var channelData = new JsonObject();
        if (posted.ChannelData?.ClientActivityId is { } clientId)
        {
            channelData["clientActivityID"] = clientId;
        }

        if (posted.ChannelData?.PostBack is { } postBack)
        {
            channelData["postBack"] = postBack;
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["channelId"] = WebChatChannel.ChannelName,
            ["from"] = new JsonObject { ["id"] = user, ["role"] = "user" },
            ["text"] = posted.Text ?? "",
            ["textFormat"] = "plain",
            ["attachments"] = new JsonArray([.. files.Select(f => new JsonObject { ["name"] = f.Name, ["contentType"] = "application/octet-stream" })]),
            ["channelData"] = channelData,
        };
    }

    public static IncomingMessage Message(PostedActivity posted, string id, TokenClaims from, IReadOnlyList<IncomingFile> files) => new()
    {
        Address = AddressOf(from.Conversation),
        Id = id,
        From = new Sender(from.User),
        Kind = HasValue(posted) ? MessageKind.Action : MessageKind.Text,
        Text = posted.Text ?? "",
        Action = HasValue(posted) ? CardAction.Read(posted.Value!.Value) : null,
        Files = files,
    };

    /// <summary>A person opened the chat for the first time.</summary>
    public static IncomingMessage Arrival(TokenClaims from) => new()
    {
        Address = AddressOf(from.Conversation),
        Id = "arrived-1",
        From = new Sender(from.User),
        Kind = MessageKind.Arrived,
    };

    private static bool HasValue(PostedActivity posted) => posted.Value is { ValueKind: not JsonValueKind.Null };

    private static Address AddressOf(string conversation) => new(WebChatChannel.ChannelName, WebChatChannel.ChannelName, conversation);
}
