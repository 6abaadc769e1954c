using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace StationBot.Channels.WebChat;

/// <summary>One browser's socket: what the log holds after its watermark, then everything new. A browser that loses it comes back with its watermark.</summary>
internal sealed class ActivityStream(ActivityLog log, Listeners listeners, IHostApplicationLifetime lifetime)
{
    /// <summary>A browser that doesn't take a frame in this time is let go.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private static readonly byte[] Typing = Encoding.UTF8.GetBytes(
        new JsonObject { ["activities"] = new JsonArray(new JsonObject { ["type"] = "typing", ["from"] = WebChatChannel.From }) }.ToJsonString());

    public async Task RunAsync(WebSocket socket, string conversation, long? watermark)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        var receiving = DrainAsync(socket, over);
        var listener = listeners.Add(conversation);
        try
        {
            await PushAsync(socket, conversation, watermark, listener.Reader, over.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The browser left or is too slow, or the host stops: either way it comes back and reads on from its watermark.
        }
        finally
        {
            listeners.Remove(conversation, listener);
            await CloseAsync(socket, receiving);
        }
    }

    private async Task PushAsync(
        WebSocket socket, string conversation, long? watermark, ChannelReader<Signal> signals, CancellationToken cancellation)
    {
        Signal? signal = null;
        while (true)
        {
            var news = await log.ReadAsync(conversation, watermark, cancellation);
            if (news.Activities.Count > 0)
            {
                await SendAsync(socket, news.ToJson(), cancellation);
                watermark = news.Watermark;
            }
            else if (signal == Signal.Typing)
            {
                // Only while the answer isn't there: behind it, it would announce another one.
                await SendAsync(socket, Typing, cancellation);
            }

            signal = await signals.ReadAsync(cancellation);
        }
    }

    private static async Task SendAsync(WebSocket socket, byte[] frame, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    /// <summary>Browsers say nothing on the socket but empty frames, every 20 s; this sees them leave.</summary>
    private static async Task DrainAsync(WebSocket socket, CancellationTokenSource over)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection broke, or was given up while sending: the browser is gone all the same.
        }

        await over.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, Task receiving)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var farewell = new CancellationTokenSource(Farewell);
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, farewell.Token);
            }

            await receiving.WaitAsync(Farewell);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or TimeoutException)
        {
            socket.Abort();
            await receiving;
        }
    }
}
