using System.Globalization;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using StationBot.Conversations;
using StationBot.Messages;

namespace StationBot.Channels.WebChat;

/// <summary>
/// The part of Direct Line 3.0 that botframework-webchat calls. A user has one conversation; its id follows from the user's, so that it is
/// found again whenever the user comes back.
/// </summary>
internal sealed class DirectLine(Tokens tokens, ActivityLog log, ActivityStream stream, TurnQueue turns, IncomingFiles incoming) : IDisposable
{
    private const int MaxActivityBytes = 256 * 1024;

    /// <summary>A phone's pictures of one visit, sent at once.</summary>
    private const int MostFiles = 10;

    private const int PostsPerWindow = 60;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<string> _posts = PartitionedRateLimiter.Create<string, string>(conversation =>
        RateLimitPartition.GetFixedWindowLimiter(
            conversation,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PostsPerWindow, Window = Window, QueueLimit = 0 }));

    public void Map(RouteGroupBuilder group)
    {
        group.AddEndpointFilter(RefuseStrangersAsync);
        group.MapPost("/tokens/generate", GenerateAsync);
        group.MapGet("/session/getsessionid", () => Results.NotFound());

        var withToken = group.MapGroup("").AddEndpointFilter(CheckTokenAsync);
        withToken.MapPost("/tokens/refresh", RefreshAsync);
        withToken.MapPost("/conversations", StartAsync);
        withToken.MapGet("/conversations/{id}", ReconnectAsync);
        withToken.MapGet("/conversations/{id}/stream", StreamAsync);
        withToken.MapGet("/conversations/{id}/activities", ReadAsync);

        var posts = withToken.MapGroup("").AddEndpointFilter(LimitAsync);
        posts.MapPost("/conversations/{id}/activities", PostAsync).WithMetadata(new BodyLimit(MaxActivityBytes));
        posts.MapPost("/conversations/{id}/upload", UploadAsync).WithMetadata(new BodyLimit((MostFiles * incoming.MaxBytes) + MaxActivityBytes));
    }

    public void Dispose() => _posts.Dispose();

    private async Task<IResult> GenerateAsync(HttpContext context, CancellationToken cancellation)
    {
        var user = WebUser.Find(context)!;
        var conversation = "web-" + user;
        var token = await tokens.IssueAsync(user, conversation, cancellation);
        // With an id the page goes on with that conversation, without one it starts it.
        return Json(new ConversationAnswer(await log.ExistsAsync(conversation, cancellation) ? conversation : null, token, ExpiresIn));
    }

    private async Task<IResult> RefreshAsync(HttpContext context, CancellationToken cancellation)
    {
        var claims = ClaimsOf(context);
        return Json(new ConversationAnswer(claims.Conversation, await IssueAsync(claims, cancellation), ExpiresIn));
    }

    private async Task<IResult> StartAsync(HttpContext context, CancellationToken cancellation)
    {
        var claims = ClaimsOf(context);
        var isNew = !await log.ExistsAsync(claims.Conversation, cancellation);
        if (isNew)
        {
            // Two pages that start at once, or a start that is repeated, bring the same id: one greeting.
            await turns.AcceptAsync(UserActivity.Arrival(claims), cancellation);
        }

        return Json(await ConversationAsync(context, watermark: null, cancellation), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<IResult> ReconnectAsync(HttpContext context, string? watermark, CancellationToken cancellation) =>
        Json(await ConversationAsync(context, watermark, cancellation));

    private async Task<IResult> StreamAsync(HttpContext context, string? watermark)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Error(StatusCodes.Status400BadRequest, "BadRequest", "这个地址只接受 WebSocket 连接。");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await stream.RunAsync(socket, ClaimsOf(context).Conversation, Parse(watermark));
        return Results.Empty;
    }

    private async Task<IResult> ReadAsync(HttpContext context, string? watermark, CancellationToken cancellation)
    {
        var set = await log.ReadAsync(ClaimsOf(context).Conversation, Parse(watermark), cancellation);
        return Results.Bytes(set.ToJson(), "application/json; charset=utf-8");
    }

    private async Task<IResult> PostAsync(HttpContext context, CancellationToken cancellation)
    {
        PostedActivity? posted;
        try
        {
            posted = await context.Request.ReadFromJsonAsync(WireJson.Default.PostedActivity, cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Malformed();
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge("消息太长，没有发送成功。") : Malformed();
        }

        return posted is null ? Malformed() : await TakeAsync(posted, await InlineAsync(posted, cancellation), context, cancellation);
    }

    /// <summary>The bytes are on the disk before the message is: what comes of each file, a refusal too, the bot says.</summary>
    private async Task<IResult> UploadAsync(HttpContext context, CancellationToken cancellation)
    {
        PostedActivity? posted;
        IFormFileCollection parts;
        try
        {
            parts = (await context.Request.ReadFormAsync(cancellation)).Files;
            posted = await ReadActivityPartAsync(parts, cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException)
        {
            return Malformed();
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge($"文件太大：每次最多 {MostFiles} 个。") : Malformed();
        }

        if (posted is null)
        {
            return Malformed();
        }

        var files = await InlineAsync(posted, cancellation);
        foreach (var part in parts.Where(part => part.Name != "activity"))
        {
            await using var content = part.OpenReadStream();
            files.Add(await incoming.TakeAsync(part.FileName, part.ContentType, content, cancellation));
        }

        return await TakeAsync(posted, files, context, cancellation);
    }

    /// <summary>Small files may stand in the message itself. Addresses are not fetched: a browser has the bytes.</summary>
    private async Task<List<IncomingFile>> InlineAsync(PostedActivity posted, CancellationToken cancellation)
    {
        var files = new List<IncomingFile>();
        foreach (var attachment in posted.Attachments ?? [])
        {
            if (attachment?.ContentUrl is { } url)
            {
                files.Add(DataUri.Read(url) is { } bytes
                    ? await incoming.TakeAsync(attachment.Name, attachment.ContentType, new MemoryStream(bytes), cancellation)
                    : new IncomingFile(attachment.Name ?? "") { Problem = FileProblem.NotFetched });
            }
        }

        return files;
    }

    /// <summary>The message is in the log and in the inbox before its id is answered; one that is sent again gets the id it has.</summary>
    private async Task<IResult> TakeAsync(
        PostedActivity posted, IReadOnlyList<IncomingFile> files, HttpContext context, CancellationToken cancellation)
    {
        var claims = ClaimsOf(context);
        if (!UserActivity.IsMessage(posted, files))
        {
            // Typing and events of the browser: nothing that the bot acts on. A message without content is a mistake.
            return posted.Type is null or "message" ? Malformed() : Json(new PostAnswer(claims.Conversation + "|0"));
        }

        var echo = UserActivity.Echo(posted, claims.User, files);
        var id = await log.AppendAsync(claims.Conversation, echo, posted.ChannelData?.ClientActivityId, cancellation);
        try
        {
            await turns.AcceptAsync(UserActivity.Message(posted, id, claims, files), cancellation);
        }
        catch (TurnQueueFullException)
        {
            context.Response.Headers.RetryAfter = "5";
            return Error(StatusCodes.Status503ServiceUnavailable, "Busy", "现在消息太多，请稍后再发一次。");
        }

        return Json(new PostAnswer(id));
    }

    private async Task<ConversationAnswer> ConversationAsync(HttpContext context, string? watermark, CancellationToken cancellation)
    {
        var claims = ClaimsOf(context);
        var token = await IssueAsync(claims, cancellation);
        var url = new UriBuilder(context.Request.IsHttps ? "wss" : "ws", context.Request.Host.Host)
        {
            Port = context.Request.Host.Port ?? -1,
            Path = $"/v3/directline/conversations/{claims.Conversation}/stream",
            Query = $"t={token}&watermark={Parse(watermark)}",
        };
        return new ConversationAnswer(claims.Conversation, token, ExpiresIn, url.Uri.AbsoluteUri);
    }

    private Task<string> IssueAsync(TokenClaims claims, CancellationToken cancellation) =>
        tokens.IssueAsync(claims.User, claims.Conversation, cancellation);

    private static async ValueTask<object?> RefuseStrangersAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        WebUser.Find(call.HttpContext) is null ? Error(StatusCodes.Status403Forbidden, "Forbidden", WebUser.Refusal) : await next(call);

    /// <summary>The token stands in the header, on a socket in the query. 403 tells the client that it has expired.</summary>
    private async ValueTask<object?> CheckTokenAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..] : context.Request.Query["t"].ToString();
        if (token.Length == 0)
        {
            return Error(StatusCodes.Status401Unauthorized, "Unauthorized", "请先打开聊天页面。");
        }

        var claims = await tokens.ReadAsync(token, context.RequestAborted);
        if (claims is null || (context.GetRouteValue("id") is string id && id != claims.Conversation))
        {
            return Error(StatusCodes.Status403Forbidden, "TokenExpired", "会话已过期，请刷新页面。");
        }

        context.Features.Set(claims);
        return await next(call);
    }

    private async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        using var lease = _posts.AttemptAcquire(ClaimsOf(call.HttpContext).Conversation);
        if (lease.IsAcquired)
        {
            return await next(call);
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        call.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Error(StatusCodes.Status429TooManyRequests, "TooManyRequests", "发送太快了，请稍等几秒再发。");
    }

    private static async Task<PostedActivity?> ReadActivityPartAsync(IFormFileCollection parts, CancellationToken cancellation)
    {
        if (parts.GetFile("activity") is not { Length: <= MaxActivityBytes } part)
        {
            return null;
        }

        await using var json = part.OpenReadStream();
        return await JsonSerializer.DeserializeAsync(json, WireJson.Default.PostedActivity, cancellation);
    }

    private static int ExpiresIn => (int)Tokens.Lifetime.TotalSeconds;

    private static TokenClaims ClaimsOf(HttpContext context) => context.Features.GetRequiredFeature<TokenClaims>();

    /// <summary>Opaque to clients; what isn't ours means from the start, where a repeated activity replaces itself.</summary>
    private static long? Parse(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Malformed() => Error(StatusCodes.Status400BadRequest, "BadRequest", "消息的格式不对，没有发送成功。");

    private static IResult TooLarge(string message) => Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", message);

    private static IResult Error(int status, string code, string message) => Json(new ErrorAnswer(new ErrorDetail(code, message)), status);

    /// <summary>The attribute that says the same is MVC's, and would load it.</summary>
    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    private static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, WireJson.Default, statusCode: status);
}
