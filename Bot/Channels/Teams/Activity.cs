using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Channels.Teams;

/// <summary>
/// What travels in both directions, in the Bot Framework SDK's vocabulary. Fields that this program doesn't know are accepted everywhere
/// (protocol rule A2005). Lists may hold nulls: they come from outside. The properties of these types have setters because the serializer
/// hands init-only ones over through an array, and can't do so at all with extension data.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; set; }
    public string? Id { get; set; }

    // Times are never reckoned with, because channels write them in many ways: kept as they came.
    public string? Timestamp { get; set; }
    public string? LocalTimestamp { get; set; }
    public string? LocalTimezone { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public ChannelAccount? From { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public string? Text { get; set; }
    public string? TextFormat { get; set; }
    public string? Summary { get; set; }
    public string? Locale { get; set; }
    public IReadOnlyList<Entity?>? Entities { get; set; }
    public IReadOnlyList<Attachment?>? Attachments { get; set; }
    public JsonElement? Value { get; set; }
    public string? ReplyToId { get; set; }
    public string? DeliveryMode { get; set; }

    /// <summary>The kind of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>What an installationUpdate did.</summary>
    public string? Action { get; set; }
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; set; }
    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; set; }
    public JsonElement? ChannelData { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
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
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
    public string? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
    public bool? IsGroup { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Only mentions are read.</summary>
internal sealed record Entity
{
    public string? Type { get; set; }
    public string? Text { get; set; }
    public ChannelAccount? Mentioned { get; set; }
}

internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    public string? ContentType { get; set; }
    public string? ContentUrl { get; set; }

    /// <summary>JSON in UTF-8.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public ReadOnlyMemory<byte>? Content { get; set; }

    public string? Name { get; set; }
}

internal sealed record FileDownloadInfo
{
    public string? DownloadUrl { get; set; }
    public string? FileType { get; set; }
}

/// <summary>The answer to a message that was sent with <c>deliveryMode: "expectReplies"</c>.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>What the connector answers to a sent activity.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; set; }
}

internal sealed record ErrorResponse(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);

/// <summary>What a later send needs: <see cref="Messages.Address.Reference"/>.</summary>
internal sealed record ConversationReference
{
    public string? ServiceUrl { get; set; }
    public ChannelAccount? Bot { get; set; }
    public ChannelAccount? User { get; set; }
    public ConversationAccount? Conversation { get; set; }
}
