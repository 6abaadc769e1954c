using StationBot.Channels.Teams;

namespace StationBot.Tests.Channels.Teams;

public sealed class ServiceUrlsTests
{
    [Theory]
    [InlineData("http://localhost:56150", true)]
    [InlineData("http://localhost:56150/_connector/", true)]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("HTTP://LOCALHOST", true)]
    [InlineData("https://smba.trafficmanager.net/apac/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://localhost@evil.example/", false)]
    [InlineData("http://evil.example@localhost/", false)]
    [InlineData("http://localhost/?x=", false)]
    [InlineData("http://localhost/#", false)]
    [InlineData("http://localhost/#x", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://[::ffff:10.0.0.1]/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//localhost/", false)]
    [InlineData("localhost:4010", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_this_machine_is_spoken_to(string? url, bool allowed) => Assert.Equal(allowed, ServiceUrls.IsAllowed(url));

    [Theory]
    [InlineData("http://localhost:1", "a:1", null, "/v3/conversations/a%3A1/activities")]
    [InlineData("http://localhost:1/", "a:1", "f:2", "/v3/conversations/a%3A1/activities/f%3A2")]
    [InlineData("http://localhost:1/apac//", "19:x@thread.tacv2;messageid=17", null, "/apac/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D17/activities")]
    [InlineData("http://localhost:1", "c1|livechat", "a b+c", "/v3/conversations/c1%7Clivechat/activities/a%20b%2Bc")]
    [InlineData("http://localhost:1", "../../admin?x#y", "%2e%2e", "/v3/conversations/..%2F..%2Fadmin%3Fx%23y/activities/%252e%252e")]
    [InlineData("http://localhost:1", "站点\\一", null, "/v3/conversations/%E7%AB%99%E7%82%B9%5C%E4%B8%80/activities")]
    public void Ids_stay_within_their_segment(string serviceUrl, string conversation, string? activity, string path) =>
        Assert.Equal(path, ServiceUrls.Activities(serviceUrl, conversation, activity).PathAndQuery);
}
