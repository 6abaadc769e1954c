using System.Net;
using System.Net.Http.Headers;

namespace StationBot.Tests.Channels.WebChat;

public sealed class WebChatPageTests
{
    [Theory]
    [InlineData("/", "text/html", "社工站助手")]
    [InlineData("/chat.js", "text/javascript", "本月还差几次关爱帮扶")]
    [InlineData("/chat.css", "text/css", "--accent")]
    public async Task Files_stand_beside_the_assembly_and_are_asked_for_again_by_their_etag(string path, string type, string content)
    {
        await using var host = await WebChatHost.StartAsync();

        using var first = await host.Http.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var unchanged = await host.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.Contains(content, await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task The_bundle_is_served_compressed_where_the_build_could_fetch_it()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "page", "webchat.js.gz")), "This build has no web chat: Node, npm or the network was missing.");
        await using var host = await WebChatHost.StartAsync();

        using var bundle = await host.Http.GetAsync("/webchat.js");

        Assert.Equal("gzip", Assert.Single(bundle.Content.Headers.ContentEncoding));
        Assert.Equal(new MediaTypeHeaderValue("text/javascript", "utf-8"), bundle.Content.Headers.ContentType);
        Assert.InRange(bundle.Content.Headers.ContentLength!.Value, 800_000, 1_100_000);
    }
}
