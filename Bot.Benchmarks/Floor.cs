using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Benchmarks;

/// <summary>
/// The least that any bot does: read the activity, post one reply to its connector. No database, no understanding, no card. What the bot takes
/// beyond this is its own.
/// </summary>
internal static class Floor
{
    public static async Task RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        app.MapPost("/api/messages", (RequestDelegate)(context => AnswerAsync(context, http)));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http)
    {
        var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, FloorJson.Default.FloorActivity, context.RequestAborted);
        if (activity is not { Type: "message", ServiceUrl: { } service, Conversation.Id: { } conversation, Id: { } id })
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var reply = new FloorActivity
        {
            Type = "message",
            Text = "Echo: " + activity.Text,
            From = activity.Recipient,
            Recipient = activity.From,
            Conversation = activity.Conversation,
            ReplyToId = id,
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
        content.Headers.ContentType = new("application/json");
        var url = $"{service}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}";
        using var response = await http.PostAsync(new Uri(url), content, context.RequestAborted);
        context.Response.StatusCode = response.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
    }
}

internal sealed record FloorAccount(string? Id, string? Name);

internal sealed record FloorConversation(string? Id);

internal sealed record FloorActivity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public FloorAccount? From { get; init; }
    public FloorAccount? Recipient { get; init; }
    public FloorConversation? Conversation { get; init; }
    public string? Text { get; init; }
    public string? ReplyToId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
