using System.Collections.Concurrent;

namespace StationBot.Benchmarks;

/// <summary>The channel's side that bots reply to, on a free port of this machine. A conversation waits for one reply at a time.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _waiting = [];

    private Connector(WebApplication app) => _app = app;

    /// <summary>What activities carry as <c>serviceUrl</c>.</summary>
    public string Url => _app.Urls.First();

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new Connector(builder.Build());
        connector._app.Run(connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <returns>The body of the next message that is sent to the conversation or updated there.</returns>
    public Task<byte[]> NextAsync(string conversation)
    {
        var reply = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.TryAdd(conversation, reply) ? reply.Task : throw new InvalidOperationException("One turn at a time in a conversation.");
    }

    public void Forget(string conversation) => _waiting.TryRemove(conversation, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync("""{"id":"sent-1"}"""u8.ToArray());
        var bytes = body.ToArray();

        // /v3/conversations/{conversation}/activities[/{activity}]
        var path = context.Request.Path.Value!.Split('/');
        var isTyping = bytes.AsSpan().IndexOf("\"type\":\"typing\""u8) >= 0;
        if (!isTyping && path.Length > 3 && _waiting.TryRemove(path[3], out var reply))
        {
            reply.SetResult(bytes);
        }
    }
}
