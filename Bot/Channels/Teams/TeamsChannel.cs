using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>Speaks to the connector of whatever channel the Bot Framework protocol came from: Teams, the emulator, the Playground.</summary>
internal sealed class TeamsChannel(HttpMessageHandler network, TimeProvider time, ILogger<TeamsChannel> log) : IChannel, IDisposable
{
    public const string ChannelName = "teams";

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private readonly HttpClient _http = new(network) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _retry = new(() => ConnectorRetry.Pipeline(time, log));

    public string Name => ChannelName;

    public async Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation)
    {
        var reference = ActivityWriter.ReferenceOf(to);
        var answered = replyTo is null || ActivityReader.IsFallbackId(replyTo) ? null : replyTo;
        var activity = ActivityWriter.Message(reference, reply, answered);
        using var response = await SendAsync(HttpMethod.Post, UrlOf(to, reference, answered), activity, cancellation);
        return response.IsSuccessStatusCode
            ? IdOf(await response.Content.ReadAsByteArrayAsync(cancellation))
            : throw await ConnectorException.FromAsync(response, cancellation);
    }

    /// <summary>The connector knows no keys: what timed out, or failed in its hands, may have been delivered.</summary>
    public async Task<Pushed> PushAsync(Address to, Reply reply, string key, CancellationToken cancellation)
    {
        if (to.Reference is null || ActivityWriter.ReferenceOf(to) is not { ServiceUrl: var url } reference || !ServiceUrls.IsAllowed(url))
            return new Pushed.Refused();
        Outcome<HttpResponseMessage> outcome;
        try
        {
            outcome = await TryAsync(HttpMethod.Post, UrlOf(to, reference, null), Utf8(ActivityWriter.Message(reference, reply, replyTo: null)), cancellation);
        }
        catch (OperationCanceledException)
        {
            return new Pushed.Unsure();
        }

        if (outcome.Result is not { } response)
            return ConnectorRetry.IsTransient(outcome) ? new Pushed.NotNow(null, IsThrottled: false) : new Pushed.Unsure();
        using (response)
        {
            return await PushedAsync(response, outcome, cancellation);
        }
    }

    public async Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation)
    {
        var reference = ActivityWriter.ReferenceOf(to);
        var activity = ActivityWriter.Message(reference, reply, replyTo: null) with { Id = activityId };
        using var response = await SendAsync(HttpMethod.Put, UrlOf(to, reference, activityId), activity, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
            or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.NotImplemented)
            return false;
        return response.IsSuccessStatusCode ? true : throw await ConnectorException.FromAsync(response, cancellation);
    }

    /// <summary>Tried once: where it fails, the answer that follows will tell.</summary>
    public async Task ShowTypingAsync(Address to, CancellationToken cancellation)
    {
        var reference = ActivityWriter.ReferenceOf(to);
        try
        {
            using var request = Request(HttpMethod.Post, UrlOf(to, reference, null), Utf8(ActivityWriter.Typing(reference)));
            using var response = await _http.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
                log.TypingRefused((int)response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            log.TypingFailed(e);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Pushed> PushedAsync(HttpResponseMessage response, Outcome<HttpResponseMessage> outcome, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
            return new Pushed.Sent(await IdOfAsync(response, cancellation));
        var refused = await ConnectorException.FromAsync(response, cancellation);
        log.PushRefused((int)response.StatusCode, refused.Message);
        return response.StatusCode switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new Pushed.Gone(),
            _ when refused.IsConversationDead => new Pushed.Gone(),
            HttpStatusCode.TooManyRequests => new Pushed.NotNow(ConnectorRetry.RetryAfter(response, time), IsThrottled: true),
            HttpStatusCode.ServiceUnavailable => new Pushed.NotNow(ConnectorRetry.RetryAfter(response, time), IsThrottled: true),
            _ when ConnectorRetry.IsTransient(outcome) => new Pushed.NotNow(ConnectorRetry.RetryAfter(response, time), IsThrottled: false),
            >= HttpStatusCode.InternalServerError => new Pushed.Unsure(),
            // Credentials that have run out are renewed by somebody.
            HttpStatusCode.Unauthorized => new Pushed.NotNow(null, IsThrottled: true),
            _ => new Pushed.Refused(),
        };
    }

    /// <summary>It was delivered, whatever becomes of the body.</summary>
    private static async Task<string?> IdOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return IdOf(await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Nearly every send succeeds at once: only a first outcome that is worth a retry is handed to the pipeline, which goes on from it.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, Activity activity, CancellationToken cancellation)
    {
        var body = Utf8(activity);
        Outcome<HttpResponseMessage>? first = await TryAsync(method, url, body, cancellation);
        return ConnectorRetry.IsTransient(first.Value)
            ? await _retry.Value.ExecuteAsync(
                async cancellation =>
                {
                    var outcome = first ?? await TryAsync(method, url, body, cancellation);
                    first = null;
                    return ResultOf(outcome);
                },
                cancellation)
            : ResultOf(first.Value);
    }

    private async Task<Outcome<HttpResponseMessage>> TryAsync(HttpMethod method, Uri url, byte[] body, CancellationToken cancellation)
    {
        using var request = Request(method, url, body);
        try
        {
            return Outcome.FromResult(await _http.SendAsync(request, cancellation));
        }
        catch (HttpRequestException e)
        {
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }

    private static HttpResponseMessage ResultOf(Outcome<HttpResponseMessage> outcome)
    {
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri url, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = JsonType;
        return new HttpRequestMessage(method, url) { Content = content };
    }

    private static byte[] Utf8(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Wire.Json.Activity);

    private static Uri UrlOf(Address to, ConversationReference reference, string? activity) => ServiceUrls.IsAllowed(reference.ServiceUrl)
        ? ServiceUrls.Activities(reference.ServiceUrl, to.Conversation, activity)
        : throw new InvalidOperationException("The conversation's service URL is missing or not allowed.");

    /// <summary>Some connectors answer 202 with an empty body, or with text; without an id the activity just can't be updated.</summary>
    private static string? IdOf(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body, Wire.Json.ResourceResponse)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
