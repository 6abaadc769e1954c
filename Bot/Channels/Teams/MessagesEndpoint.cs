using System.Buffers;
using System.Text.Json;
using StationBot.Conversations;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>
/// <c>POST /api/messages</c>. What a message asks for is done after the response, because channels wait 15 seconds at most and then send
/// it again; only an invoke and <c>expectReplies</c> are answered in the response.
/// </summary>
internal sealed class MessagesEndpoint(
    InboundAccess access, TurnQueue turns, TeamsChannel connector, FileDownloads downloads, TimeProvider time, ILogger<MessagesEndpoint> log)
{
    private const int MaxBodyBytes = 256 * 1024;

    /// <summary>Clients give up on an invoke after 10 to 15 seconds.</summary>
    private static readonly TimeSpan InvokeBudget = TimeSpan.FromSeconds(8);

    public async Task HandleAsync(HttpContext context)
    {
        if (!access.IsAllowed(context))
        {
            log.Unauthorized(context.TraceIdentifier);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var body = await ReadAsync(context);
        if (body.TooLarge)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "body");
            return;
        }

        if (body.Activity is not { } activity)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "body");
            return;
        }

        if (ActivityReader.Problem(activity) is { } field)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, field);
            return;
        }

        try
        {
            await DispatchAsync(context, activity, body.FallbackId);
        }
        catch (TurnQueueFullException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
    }

    private async Task DispatchAsync(HttpContext context, Activity activity, string? fallbackId)
    {
        if (activity is { Type: ActivityTypes.Invoke, Name: not CardInvoke.Name })
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        if (ActivityReader.Read(activity, fallbackId) is not { } message)
            return;

        message = message with { Files = await downloads.TakeAsync(activity, message.IsGroup) };
        if (activity.Type == ActivityTypes.Invoke)
            await WriteAsync(context, message.Action is null ? Malformed(context) : await InvokeAsync(message));
        else if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            await WriteAsync(context, await CollectAsync(message));
        else
            await turns.AcceptAsync(message, context.RequestAborted);
    }

    private async Task<byte[]> CollectAsync(IncomingMessage message)
    {
        var replies = new BufferingChannel();
        await turns.RunAsync(message, replies, CancellationToken.None);
        return replies.ToUtf8();
    }

    /// <summary>The turn goes on when the budget is spent: it logs its own failures, and what it has to say goes out by an update.</summary>
    private async Task<byte[]> InvokeAsync(IncomingMessage message)
    {
        var channel = new InvokeChannel(connector, message.CardActivityId);
        var turn = turns.RunAsync(message, channel, CancellationToken.None);
        try
        {
            await Task.WhenAny(turn, channel.Response).WaitAsync(InvokeBudget, time);
        }
        catch (TimeoutException)
        {
            return channel.Close("处理中，请稍候……");
        }

        if (!channel.Response.IsCompleted)
            await turn;
        return channel.Close("已收到");
    }

    private byte[] Malformed(HttpContext context)
    {
        log.Refused(context.TraceIdentifier, "value");
        return InvokeResponse.Malformed(Complaint(context, "value")).ToUtf8();
    }

    private async Task RefuseAsync(HttpContext context, int status, string field)
    {
        log.Refused(context.TraceIdentifier, field);
        context.Response.StatusCode = status;
        var error = new ErrorResponse(new ErrorDetail("BadSyntax", Complaint(context, field)));
        await WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(error, Wire.Json.ErrorResponse));
    }

    private static string Complaint(HttpContext context, string field) => $"无法处理：{field} 缺失或无效（编号 {context.TraceIdentifier}）";

    private static async Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json);
    }

    private static async Task<RequestBody> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            var buffer = read.Buffer;
            if (buffer.Length > MaxBodyBytes)
            {
                reader.AdvanceTo(buffer.End);
                return new RequestBody(null, null, TooLarge: true);
            }

            if (read.IsCompleted)
            {
                var body = Parse(buffer.IsSingleSegment ? buffer.FirstSpan : buffer.ToArray());
                reader.AdvanceTo(buffer.End);
                return body;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static RequestBody Parse(ReadOnlySpan<byte> bytes)
    {
        var activity = ActivityReader.Parse(bytes);
        var needsId = activity is not null && string.IsNullOrEmpty(activity.Id);
        return new RequestBody(activity, needsId ? ActivityReader.FallbackId(bytes) : null, TooLarge: false);
    }

    private readonly record struct RequestBody(Activity? Activity, string? FallbackId, bool TooLarge);
}
