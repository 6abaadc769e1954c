using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StationBot.Tests.Transcripts;

/// <summary>Where the replies of a bot in a process of its own go.</summary>
internal sealed class RecordingConnector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecordingConnector(WebApplication app) => _app = app;

    public ConcurrentBag<string> Texts { get; } = [];

    public int Receipts => Texts.Count(text => text.StartsWith("已保存", StringComparison.Ordinal));

    public string Url => _app.Urls.First();

    /// <param name="also">What else the channel serves, such as files.</param>
    public static async Task<RecordingConnector> StartAsync(Action<WebApplication>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new RecordingConnector(builder.Build());
        also?.Invoke(connector._app);
        connector._app.Map("/{**path}", async context =>
        {
            var activity = await context.Request.ReadFromJsonAsync<JsonObject>();
            connector.Texts.Add((string?)activity!["text"] ?? "");
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = Guid.NewGuid().ToString() });
        });
        await connector._app.StartAsync();
        return connector;
    }

    public async Task WaitForAsync(Func<bool> condition)
    {
        for (var i = 0; i < 1200 && !condition(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(condition());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
