using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>An <c>Action.Execute</c> that was pressed: its answer is the body of the HTTP response.</summary>
internal sealed record CardInvoke
{
    public const string Name = "adaptiveCard/action";

    private const string Verb = "verb";

    public ExecutedAction? Action { get; init; }

    /// <returns>Null where the invoke is malformed.</returns>
    public static CardAction? ActionOf(Activity activity)
    {
        try
        {
            if (activity.Value?.Deserialize(Wire.Json.CardInvoke)?.Action is not { } action)
                return null;

            var data = action.Data is { ValueKind: JsonValueKind.Object } element
                ? element.Deserialize(Wire.Json.DictionaryStringJsonElement)!
                : [];
            if (action.Verb is not null)
                data.TryAdd(Verb, JsonSerializer.SerializeToElement(action.Verb, Wire.Json.String));
            return data.ContainsKey(Verb)
                ? CardAction.Read(JsonSerializer.SerializeToElement(data, Wire.Json.DictionaryStringJsonElement))
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed record ExecutedAction
{
    public string? Verb { get; init; }
    public JsonElement? Data { get; init; }
}

/// <summary>The body that answers a <see cref="CardInvoke"/>; the HTTP status is 200 whatever <see cref="StatusCode"/> says.</summary>
internal sealed record InvokeResponse(int StatusCode, string Type, JsonNode? Value)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    public static InvokeResponse Show(Reply reply) =>
        reply.Card is { } card ? new(StatusCodes.Status200OK, Attachment.AdaptiveCard, JsonNode.Parse(card.Span)) : Say(reply.Text);

    public static InvokeResponse Say(string text) => new(StatusCodes.Status200OK, MessageType, text);

    public static InvokeResponse Malformed(string message) =>
        new(StatusCodes.Status400BadRequest, ErrorType, new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Wire.Json.InvokeResponse);
}
