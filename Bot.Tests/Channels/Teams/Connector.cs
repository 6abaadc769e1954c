using System.Net;
using System.Text;
using System.Text.Json;

namespace StationBot.Tests.Channels.Teams;

/// <summary>The network: answers each request by the next of the given answers, the last one again and again.</summary>
internal sealed class Connector(TimeProvider time, params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<Sent> Requests { get; } = [];

    public static Func<HttpResponseMessage> Answer(int status, string? body = "{\"id\":\"r1\"}", string? retryAfter = null) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body ?? "", Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.Add("Retry-After", retryAfter);
        response.Headers.Add("MS-CV", "cv1.0");
        return response;
    };

    public static Func<HttpResponseMessage> Fail(HttpRequestError error) => () => throw new HttpRequestException(error, "The network failed.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Assert.Equal("application/json; charset=utf-8", request.Content.Headers.ContentType!.ToString());
        Requests.Add(new Sent(request.Method.Method, request.RequestUri!.AbsoluteUri, body, time.GetUtcNow()));
        return answers[Math.Min(Requests.Count, answers.Length) - 1]();
    }

    internal sealed record Sent(string Method, string Url, string Body, DateTimeOffset At)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
