using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.WebChat;
using StationBot.Conversations;
using StationBot.Messages;
using StationBot.Records.Evidence;
using StationBot.Storage;

namespace StationBot.Tests.Channels.WebChat;

/// <summary>The web chat on a real port and database, with a bot that greets, repeats what it hears and can change its greeting.</summary>
internal sealed class WebChatHost : IAsyncDisposable
{
    public const string Greeting = "您好，我是社工站助手。";

    private readonly WebApplication _app;
    private string? _greeting;

    private WebChatHost(string folder, IPAddress? remote)
    {
        Folder = folder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:StationBot"] = $"Data Source={Path.Combine(folder, "stationbot.db")}";
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<TurnTelemetry>();
        builder.Services.AddSingleton<TurnWork>(AnswerAsync);
        builder.Services.AddSingleton<TurnQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TurnQueue>());
        builder.Services.AddEvidence(builder.Configuration);
        builder.Services.AddSingleton<IncomingFiles>();
        builder.Services.AddWebChat();
        _app = builder.Build();
        if (remote is not null)
        {
            _app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = remote;
                return next(context);
            });
        }

        _app.MapWebChat();
    }

    public string Folder { get; }
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 9, 18, 7, 0, 0, TimeSpan.Zero));
    public ConcurrentQueue<IncomingMessage> Received { get; } = [];
    public HttpClient Http { get; } = new();

    public static async Task<WebChatHost> StartAsync(string? folder = null, IPAddress? remote = null)
    {
        var host = new WebChatHost(folder ?? Directory.CreateTempSubdirectory("webchat-").FullName, remote);
        await host._app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.Single() + "/v3/directline/");
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Leaves the database, for a next host.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> OpenAsync()
    {
        var token = await SendAsync(HttpMethod.Post, "tokens/generate");
        Use((string)token["token"]!);
        return token;
    }

    /// <summary>Opens the chat for the first time and waits for the greeting.</summary>
    public async Task<JsonNode> StartConversationAsync()
    {
        await OpenAsync();
        var conversation = await SendAsync(HttpMethod.Post, "conversations", new { }, HttpStatusCode.Created);
        await ReadUntilAsync(Greeting);
        return conversation;
    }

    public void Use(string token) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async Task<string> SayAsync(string text, string clientId)
    {
        var body = new { type = "message", text, from = new { id = "somebody-else" }, channelData = new { clientActivityID = clientId } };
        return (string)(await SendAsync(HttpMethod.Post, "conversations/web-local/activities", body))["id"]!;
    }

    public async Task<(IReadOnlyList<JsonNode> Activities, string? Watermark)> ReadAsync(string? watermark = null)
    {
        var set = await SendAsync(HttpMethod.Get, "conversations/web-local/activities?watermark=" + watermark);
        return ([.. set["activities"]!.AsArray().Select(a => a!)], (string?)set["watermark"]);
    }

    /// <summary>Polls, as the page does, until the text has come.</summary>
    public async Task<(IReadOnlyList<JsonNode> Activities, string? Watermark)> ReadUntilAsync(string text, string? watermark = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var set = await ReadAsync(watermark);
            if (set.Activities.Any(a => (string?)a["text"] == text))
            {
                return set;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    public static async Task<ClientWebSocket> ConnectAsync(JsonNode conversation)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)conversation["streamUrl"]!), CancellationToken.None);
        return socket;
    }

    /// <returns>The next frame, or null when the server closed the socket.</returns>
    public static async Task<JsonNode?> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(frame.ToArray());
            }
        }
    }

    private async Task AnswerAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        Received.Enqueue(message);
        if (message.Kind == MessageKind.Arrived)
        {
            _greeting = await via.SendAsync(message.Address, new Reply { Text = Greeting }, null, cancellation);
        }
        else if (message.Text == "改")
        {
            var reply = new Reply { Text = "改过的问候", Card = """{"type":"AdaptiveCard","version":"1.2"}"""u8.ToArray(), CardStandsAlone = true };
            Assert.True(await via.UpdateAsync(message.Address, _greeting!, reply, cancellation));
            Assert.False(await via.UpdateAsync(message.Address, "web-local|9999999", reply, cancellation));
        }
        else
        {
            await via.ShowTypingAsync(message.Address, cancellation);
            await via.SendAsync(message.Address, new Reply { Text = "听到：" + message.Text }, message.Id, cancellation);
        }
    }
}
