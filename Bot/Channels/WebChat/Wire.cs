using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Channels.WebChat;

/// <summary>What a browser may send; everything else in its activity, <c>from</c> before all, is not looked at.</summary>
internal sealed record PostedActivity
{
    public string? Type { get; init; }
    public string? Text { get; init; }

    /// <summary>The card's data and inputs, when a button was pressed.</summary>
    public JsonElement? Value { get; init; }

    public PostedChannelData? ChannelData { get; init; }
    public IReadOnlyList<PostedAttachment?>? Attachments { get; init; }
}

internal sealed record PostedAttachment
{
    public string? Name { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Only <c>data:</c>.</summary>
    public string? ContentUrl { get; init; }
}

internal sealed record PostedChannelData
{
    /// <summary>The browser's own id of the activity: it knows its message again by it when it is echoed.</summary>
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }

    public bool? PostBack { get; init; }
}

/// <param name="StreamUrl">Absolute; browsers can't send headers with a socket, so it holds the token.</param>
internal sealed record ConversationAnswer(
    string? ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

internal sealed record PostAnswer(string Id);

internal sealed record ErrorAnswer(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class WireJson : JsonSerializerContext;
