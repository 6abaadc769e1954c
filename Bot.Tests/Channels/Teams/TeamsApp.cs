using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.Teams;
using StationBot.Conversations;
using StationBot.Records.Evidence;
using StationBot.Storage;

namespace StationBot.Tests.Channels.Teams;

/// <summary>The endpoint with the real queue, database and connector client over real sockets; it is its own connector.</summary>
internal sealed class TeamsApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("stationbot-teams-");
    private readonly HttpClient _http = new();

    private TeamsApp(TurnWork work, Setting setting)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = setting.Environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:StationBot"] = "Data Source=" + Path.Combine(_data.FullName, "test.db");
        builder.Configuration["MicrosoftAppId"] = setting.AppId;
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<TurnTelemetry>();
        builder.Services.AddSingleton(work);
        builder.Services.AddSingleton<TurnQueue>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        builder.Services.AddEvidence(builder.Configuration);
        builder.Services.AddSingleton<IncomingFiles>();
        builder.Services.AddTeams(builder.Configuration);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = setting.Remote ?? context.Connection.RemoteIpAddress;
            return next(context);
        });
        _app.MapTeams();
        _app.Map("/v3/{**path}", RecordAsync);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>What came to the connector: "METHOD path text".</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    public string Url { get; private set; } = "";

    public static async Task<TeamsApp> StartAsync(TurnWork work, Setting? setting = null)
    {
        var app = new TeamsApp(work, setting ?? new Setting());
        await app._app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await app._app.StartAsync();
        app.Url = app._app.Urls.Single();
        return app;
    }

    public Task<Answer> PostAsync(string json, params (string Name, string Value)[] headers) =>
        PostAsync(Encoding.UTF8.GetBytes(json), headers);

    public async Task<Answer> PostAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.Add("Content-Type", "application/json");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A recorded activity whose replies come here.</summary>
    public string Recorded(string payload) =>
        Encoding.UTF8.GetString(Payload.Bytes(payload)).Replace("http://localhost:4010/apac", Url).Replace("http://localhost:4010", Url);

    /// <summary>Finishes the turns in hand.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task RecordAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Sent.Enqueue($"{context.Request.Method} {context.Request.Path.Value!["/v3/conversations/".Length..]} {body.RootElement.GetProperty("text").GetString()}");
        await context.Response.WriteAsync("""{"id":"sent-1"}""");
    }

    internal sealed record Setting(string Environment = "Development", string? AppId = null, IPAddress? Remote = null);

    internal sealed record Answer(int Status, string Body);
}
