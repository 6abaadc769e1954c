using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.Teams;
using StationBot.Messages;
using static StationBot.Tests.Channels.Teams.Connector;

namespace StationBot.Tests.Channels.Teams;

public sealed class TeamsChannelTests
{
    private const string Accounts =
        """
        "from":{"id":"bot-1","name":"Bot","role":"bot"},"recipient":{"id":"u1","name":"小王","role":"user"},"conversation":{"id":"c1|livechat"}
        """;

    private const string Path = "http://localhost:4010/v3/conversations/c1%7Clivechat/activities";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_reply_is_posted_to_the_activity_that_it_answers()
    {
        var (channel, connector) = Open(Answer(201));

        var id = await channel.SendAsync(Emulator(), new Reply { Text = "[点我](http://x) <李桂兰>" }, "e-1", default);

        Assert.Equal("r1", id);
        var sent = Assert.Single(connector.Requests);
        Assert.Equal(("POST", Path + "/e-1"), (sent.Method, sent.Url));
        Assert.Equal("{\"type\":\"message\"," + Accounts + ",\"text\":\"[点我](http://x) <李桂兰>\",\"textFormat\":\"plain\",\"replyToId\":\"e-1\"}", sent.Body);
    }

    [Fact]
    public async Task A_card_goes_with_its_text_and_a_summary()
    {
        var (channel, connector) = Open(Answer(201));
        var reply = new Reply { Text = "2024年9月 关爱帮扶：还差 3 次\n· 养老服务 1/2 次 差 1 次", Card = """{"type":"AdaptiveCard","version":"1.5"}"""u8.ToArray() };

        await channel.SendAsync(Emulator(), reply, null, default);

        var sent = Assert.Single(connector.Requests);
        Assert.Equal(("POST", Path), (sent.Method, sent.Url));
        Assert.Equal(
            "{\"type\":\"message\"," + Accounts + ",\"text\":\"2024年9月 关爱帮扶：还差 3 次\\n· 养老服务 1/2 次 差 1 次\",\"textFormat\":\"plain\","
            + "\"summary\":\"2024年9月 关爱帮扶：还差 3 次\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
            + "\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\"}}]}",
            sent.Body);
    }

    [Fact]
    public async Task A_picture_goes_as_a_link()
    {
        var (channel, connector) = Open(Answer(201));

        await channel.SendAsync(Emulator(), new Reply { Text = "图", Picture = new Picture(new byte[] { 1 }, "image/png", "2024年.png", "http://localhost:3978/files/t") }, null, default);

        var sent = Assert.Single(connector.Requests);
        Assert.EndsWith("""
            ,"summary":"图","attachments":[{"contentType":"image/png","contentUrl":"http://localhost:3978/files/t","name":"2024年.png"}]}
            """, sent.Body, StringComparison.Ordinal);
    }

    /// <summary>A link to this machine is of use only to a client on this machine.</summary>
    [Theory]
    [InlineData("https://bot.example.com/files/t", 1)]
    [InlineData("http://localhost:3978/files/t", 0)]
    public void Elsewhere_only_a_public_link_is_sent(string url, int pictures)
    {
        var teams = new ConversationReference { ServiceUrl = "https://smba.trafficmanager.net/apac/" };
        var activity = ActivityWriter.Message(teams, new Reply { Text = "图", Picture = new Picture(new byte[] { 1 }, "image/png", "2024年.png", url) }, null);
        Assert.Equal(pictures, activity.Attachments?.Count ?? 0);
    }

    [Fact]
    public async Task An_update_puts_the_whole_activity()
    {
        var (channel, connector) = Open(Answer(200));

        Assert.True(await channel.UpdateAsync(Emulator(), "r:1", new Reply { Text = "好" }, default));

        var sent = Assert.Single(connector.Requests);
        Assert.Equal(("PUT", Path + "/r%3A1"), (sent.Method, sent.Url));
        Assert.Equal("{\"type\":\"message\",\"id\":\"r:1\"," + Accounts + ",\"text\":\"好\",\"textFormat\":\"plain\"}", sent.Body);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task An_activity_that_is_gone_or_fixed_is_not_updated(int status)
    {
        var (channel, connector) = Open(Answer(status, """{"error":{"code":"ActivityNotFoundInConversation","message":"x"}}"""));

        Assert.False(await channel.UpdateAsync(Emulator(), "r1", new Reply { Text = "好" }, default));
        Assert.Single(connector.Requests);
    }

    [Fact]
    public async Task Typing_is_shown()
    {
        var (channel, connector) = Open(Answer(202, null));

        await channel.ShowTypingAsync(Emulator(), default);

        var sent = Assert.Single(connector.Requests);
        Assert.Equal(("POST", Path), (sent.Method, sent.Url));
        Assert.Equal("{\"type\":\"typing\"," + Accounts + "}", sent.Body);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(400)]
    public async Task Typing_is_not_worth_a_failure(int status)
    {
        var (channel, connector) = Open(Answer(status, "no"));

        await channel.ShowTypingAsync(Emulator(), default);

        Assert.Single(connector.Requests);
    }

    [Fact]
    public async Task Typing_over_a_broken_connection_is_not_worth_a_failure()
    {
        var (channel, connector) = Open(Fail(HttpRequestError.ConnectionError));

        await channel.ShowTypingAsync(Emulator(), default);

        Assert.Single(connector.Requests);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("ok", null)]
    [InlineData("""{"id":"1:a"}""", "1:a")]
    [InlineData("""{"id":1795449402943,"more":{}}""", "1795449402943")]
    public async Task The_id_of_what_was_sent_is_read_leniently(string body, string? id)
    {
        var (channel, _) = Open(Answer(202, body));

        Assert.Equal(id, await channel.SendAsync(Emulator(), new Reply { Text = "好" }, null, default));
    }

    [Fact]
    public async Task An_id_of_our_own_making_is_not_replied_to()
    {
        var (channel, connector) = Open(Answer(201));

        await channel.SendAsync(Emulator(), new Reply { Text = "好" }, ActivityReader.FallbackId("{}"u8), default);

        Assert.Equal(Path, connector.Requests[0].Url);
        Assert.False(connector.Requests[0].Json.TryGetProperty("replyToId", out _));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again_a_little_later_each_time(int status)
    {
        var (channel, connector) = Open(Answer(status), Answer(status), Answer(201));

        Assert.Equal("r1", await Advance(channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default)));

        Assert.Equal(3, connector.Requests.Count);
        Assert.Single(connector.Requests.Select(sent => sent.Body).Distinct());
        Assert.All(Gaps(connector), gap => Assert.InRange(gap.TotalSeconds, 0.1, 17));
    }

    [Fact]
    public async Task After_five_tries_it_fails()
    {
        var (channel, connector) = Open(Answer(503, """{"error":{"code":"ServiceError","message":"x"}}"""));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Advance(channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default)));

        Assert.Equal(5, connector.Requests.Count);
        Assert.Equal("The connector answered 503 ServiceError (MS-CV cv1.0).", failure.Message);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("40", 40)]
    [InlineData("Mon, 23 Nov 2026 08:00:30 GMT", 30)]
    [InlineData("Mon, 23 Nov 2026 07:00:00 GMT", 0)]
    public async Task The_connector_says_how_long_to_wait(string retryAfter, int seconds)
    {
        var (channel, connector) = Open(Answer(429, retryAfter: retryAfter), Answer(201));

        await Advance(channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default));

        Assert.InRange(Assert.Single(Gaps(connector)).TotalSeconds, seconds, seconds + 1);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 2)]
    [InlineData(HttpRequestError.NameResolutionError, 2)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    [InlineData(HttpRequestError.SecureConnectionError, 1)]
    public async Task A_broken_connection_is_tried_again_only_when_nothing_was_sent(HttpRequestError error, int tries)
    {
        var (channel, connector) = Open(Fail(error), Answer(201));

        var send = Advance(channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default));

        if (tries == 1)
            await Assert.ThrowsAsync<HttpRequestException>(() => send);
        else
            await send;
        Assert.Equal(tries, connector.Requests.Count);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(404, "ActivityNotFoundInConversation")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(500, "ServiceError")]
    public async Task A_lasting_failure_is_not_repeated(int status, string code)
    {
        var (channel, connector) = Open(Answer(status, $$$"""{"error":{"code":"{{{code}}}","message":"王敏"}}"""));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Advance(channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default)));

        Assert.Single(connector.Requests);
        Assert.Equal(((HttpStatusCode)status, false), (failure.Status, failure.IsConversationDead));
        Assert.Equal($"The connector answered {status} {code} (MS-CV cv1.0).", failure.Message);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotDisabledByAdmin"}}""", "BotDisabledByAdmin")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster")]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser")]
    [InlineData(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"x\"}"}""", "MessageWritesBlocked")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound")]
    [InlineData(403, """{"errorCode":"2"}""", "Other")]
    [InlineData(403, """{"errorCode":209,"message":"{broken"}""", "Other")]
    [InlineData(403, "[1]", "Other")]
    [InlineData(403, "", "Other")]
    public async Task A_dead_conversation_is_recognised(int status, string body, string code)
    {
        var (channel, _) = Open(Answer(status, body));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => channel.SendAsync(Emulator(), new Reply { Text = "好" }, "e-1", default));

        Assert.Equal((code, code != "Other"), (failure.Code.ToString(), failure.IsConversationDead));
    }

    [Fact]
    public async Task Nothing_is_sent_to_another_host_even_when_an_address_says_so()
    {
        var (channel, connector) = Open(Answer(201));
        var elsewhere = Emulator() with { Reference = """{"serviceUrl":"https://evil.example/"}""" };

        await Assert.ThrowsAsync<InvalidOperationException>(() => channel.SendAsync(elsewhere, new Reply { Text = "好" }, null, default));

        Assert.Empty(connector.Requests);
    }

    private static Address Emulator() => ActivityReader.Read(Payload.Activity("emulator-text"), null)!.Address;

    private static IEnumerable<TimeSpan> Gaps(Connector connector) =>
        connector.Requests.Zip(connector.Requests.Skip(1), (first, second) => second.At - first.At);

    private (TeamsChannel Channel, Connector Connector) Open(params Func<HttpResponseMessage>[] answers)
    {
        var connector = new Connector(_time, answers);
        return (new TeamsChannel(connector, _time, NullLogger<TeamsChannel>.Instance), connector);
    }

    private async Task<T> Advance<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.Delay(2);
            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await task;
    }
}
