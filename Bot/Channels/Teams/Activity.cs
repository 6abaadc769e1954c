using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StationBot.Channels.Teams;

/// <summary>
/// What travels in both directions, in the Bot Framework SDK's vocabulary. Fields that this program doesn't know are accepted everywhere
/// (protocol rule A2005). Lists may hold nulls: they come from outside.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }

    // Times are never reckoned with, because channels write them in many ways: kept as they came.
    public string? Timestamp { get; init; }
    public string? LocalTimestamp { get; init; }
    public string? LocalTimezone { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? Locale { get; init; }
    public IReadOnlyList<Entity?>? Entities { get; init; }
    public IReadOnlyList<Attachment?>? Attachments { get; init; }
    public JsonElement? Value { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>The kind of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>What an installationUpdate did.</summary>
    public string? Action { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }
    public JsonElement? ChannelData { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
}

internal static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
}

internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>Only mentions are read.</summary>
internal sealed record Entity
{
    public string? Type { get; init; }
    public string? Text { get; init; }
    public ChannelAccount? Mentioned { get; init; }
}

internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public JsonNode? Content { get; init; }
    public string? Name { get; init; }
}

internal sealed record FileDownloadInfo
{
    public string? DownloadUrl { get; init; }
    public string? FileType { get; init; }
}

/// <summary>The answer to a message that was sent with <c>deliveryMode: "expectReplies"</c>.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>What the connector answers to a sent activity.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; init; }
}

internal sealed record ErrorResponse(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);

/// <summary>What a later send needs: <see cref="Messages.Address.Reference"/>.</summary>
internal sealed record ConversationReference
{
    public string? ServiceUrl { get; init; }
    public ChannelAccount? Bot { get; init; }
    public ChannelAccount? User { get; init; }
    public ConversationAccount? Conversation { get; init; }
}
