using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StationBot.Conversations;
using StationBot.Messages;

namespace StationBot.Tests.Channels.Teams;

public sealed class MessagesEndpointTests
{
    private const string WithoutUrl =
        """
        {"type":"message","id":"m1","channelId":"test","from":{"id":"u1"},"recipient":{"id":"bot"},"conversation":{"id":"c1"},"text":"帮助","deliveryMode":"expectReplies"}
        """;

    private static readonly TurnWork Echo = (message, via, cancellation) =>
        via.SendAsync(message.Address, new Reply { Text = "答：" + message.Text }, message.Id, cancellation);

    private static readonly TurnWork Nothing = (_, _, _) => Task.CompletedTask;

    [Fact]
    public async Task A_message_is_acknowledged_at_once_and_answered_through_the_connector()
    {
        var gate = new TaskCompletionSource();
        await using var app = await TeamsApp.StartAsync(async (message, via, cancellation) =>
        {
            await gate.Task;
            await Echo(message, via, cancellation);
        });

        Assert.Equal(new TeamsApp.Answer(200, ""), await app.PostAsync(app.Recorded("group-mention")));
        Assert.Empty(app.Sent);
        gate.SetResult();

        await Eventually(() => !app.Sent.IsEmpty);
        Assert.Equal("POST 19:2f0a@thread.v2/activities/1795449402944 答：<at>李华</at> 本月进度", Assert.Single(app.Sent));
    }

    [Fact]
    public async Task A_message_sent_three_times_at_once_acts_once()
    {
        var turns = 0;
        await using var app = await TeamsApp.StartAsync((_, _, _) =>
        {
            Interlocked.Increment(ref turns);
            return Task.CompletedTask;
        });
        var activity = app.Recorded("submit");

        var answers = await Task.WhenAll(app.PostAsync(activity), app.PostAsync(activity), app.PostAsync(activity));

        Assert.All(answers, answer => Assert.Equal(new TeamsApp.Answer(200, ""), answer));
        await app.StopAsync();
        Assert.Equal(1, turns);
    }

    [Theory]
    [InlineData("personal-text", true)]
    [InlineData("submit", true)]
    [InlineData("installed", true)]
    [InlineData("removed", true)]
    [InlineData("reaction", false)]
    [InlineData("message-edited", false)]
    [InlineData("emulator-user-added", false)]
    [InlineData("unknown-type", false)]
    public async Task Whatever_comes_is_answered_200(string payload, bool acts)
    {
        var turns = 0;
        await using var app = await TeamsApp.StartAsync((_, _, _) =>
        {
            Interlocked.Increment(ref turns);
            return Task.CompletedTask;
        });

        Assert.Equal(new TeamsApp.Answer(200, ""), await app.PostAsync(app.Recorded(payload)));

        await app.StopAsync();
        Assert.Equal(acts ? 1 : 0, turns);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("not json", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("\"message\"", "body")]
    [InlineData("""{"type":"message"}{}""", "body")]
    [InlineData("""{"type":"message","from":"u1"}""", "body")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "body")]
    [InlineData("{}", "type")]
    [InlineData("""{"type":{"a":1}}""", "type")]
    [InlineData("""{"type":"message","text":"好"}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"https://smba.trafficmanager.net/"}""", "serviceUrl")]
    public async Task A_malformed_activity_is_refused_and_told_why(string body, string field)
    {
        await using var app = await TeamsApp.StartAsync(Nothing);

        var answer = await app.PostAsync(body);

        Assert.Equal(400, answer.Status);
        var error = JsonNode.Parse(answer.Body)!["error"]!;
        Assert.Equal("BadSyntax", error["code"]!.GetValue<string>());
        Assert.StartsWith($"无法处理：{field} 缺失或无效（编号 ", error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deep_nesting_and_broken_utf8_are_refused()
    {
        await using var app = await TeamsApp.StartAsync(Nothing);

        Assert.Equal(400, (await app.PostAsync("{\"type\":\"message\",\"value\":" + new string('[', 5000))).Status);
        Assert.Equal(400, (await app.PostAsync([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Status);
    }

    [Theory]
    [InlineData(256 * 1024, 400)]
    [InlineData((256 * 1024) + 1, 413)]
    [InlineData(3_000_000, 413)]
    public async Task A_body_over_the_limit_is_refused(int bytes, int status)
    {
        await using var app = await TeamsApp.StartAsync(Nothing);
        var body = new byte[bytes];
        body.AsSpan().Fill((byte)' ');

        Assert.Equal(status, (await app.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData("Production", null, "127.0.0.1", null)]
    [InlineData("Staging", null, "127.0.0.1", null)]
    [InlineData("Development", "3f2b9f3e-6a0c-4f0e-8f3b-2a1d1c7b5e90", "127.0.0.1", null)]
    [InlineData("Development", null, "192.168.1.7", null)]
    [InlineData("Development", null, "::ffff:10.0.0.1", null)]
    [InlineData("Development", null, "127.0.0.1", "X-Forwarded-For")]
    [InlineData("Development", null, "127.0.0.1", "Forwarded")]
    [InlineData("Development", null, "127.0.0.1", "X-Real-IP")]
    [InlineData("Development", null, "127.0.0.1", "Origin")]
    public async Task Others_than_a_developer_on_this_machine_must_be_signed(string environment, string? appId, string remote, string? header)
    {
        await using var app = await TeamsApp.StartAsync(Echo, new TeamsApp.Setting(environment, appId, IPAddress.Parse(remote)));

        var answer = await app.PostAsync(WithoutUrl, header is null ? [] : [(header, header == "Origin" ? "https://elsewhere.example" : "127.0.0.1")]);

        Assert.Equal(new TeamsApp.Answer(401, ""), answer);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_developer_on_this_machine_needs_no_signature(string remote)
    {
        await using var app = await TeamsApp.StartAsync(Echo, new TeamsApp.Setting(Remote: IPAddress.Parse(remote)));

        Assert.Equal(200, (await app.PostAsync(WithoutUrl)).Status);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response()
    {
        await using var app = await TeamsApp.StartAsync(async (message, via, cancellation) =>
        {
            await via.ShowTypingAsync(message.Address, cancellation);
            await Echo(message, via, cancellation);
            await via.UpdateAsync(message.Address, "a1", new Reply { Text = "卡", Card = """{"type":"AdaptiveCard"}"""u8.ToArray() }, cancellation);
        });

        const string Accounts = "\"from\":{\"id\":\"bot\"},\"recipient\":{\"id\":\"u1\"},\"conversation\":{\"id\":\"c1\"}";
        Assert.Equal(
            new TeamsApp.Answer(
                200,
                "{\"activities\":[{\"type\":\"message\"," + Accounts + ",\"text\":\"答：帮助\",\"textFormat\":\"plain\",\"replyToId\":\"m1\"},"
                + "{\"type\":\"message\"," + Accounts + ",\"text\":\"卡\",\"textFormat\":\"plain\",\"summary\":\"卡\","
                + "\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\"}}]}]}"),
            await app.PostAsync(WithoutUrl));
        Assert.Equal(new TeamsApp.Answer(200, "{\"activities\":[]}"), await app.PostAsync(WithoutUrl));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_the_new_card_and_everybody_gets_it()
    {
        await using var app = await TeamsApp.StartAsync(async (message, via, cancellation) =>
        {
            Assert.Equal(new UndoRecord { Number = 128, Card = "c-17" }, message.Action);
            await via.UpdateAsync(message.Address, message.CardActivityId!, Receipt(), cancellation);
            await via.SendAsync(message.Address, new Reply { Text = "另：" }, null, cancellation);
        });

        var answer = await app.PostAsync(app.Recorded("execute"));

        Assert.Equal(
            new TeamsApp.Answer(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}"""),
            answer);
        await Eventually(() => app.Sent.Count == 2);
        Assert.Equal(["PUT 19:2f0a@thread.v2/activities/1795449402900 已撤销", "POST 19:2f0a@thread.v2/activities 另："], app.Sent);
    }

    [Fact]
    public async Task A_reply_that_replaces_the_card_updates_the_pressed_one()
    {
        await using var app = await TeamsApp.StartAsync((message, via, cancellation) =>
            via.SendAsync(message.Address, Receipt() with { ReplacesCard = true }, message.Id, cancellation));

        var answer = await app.PostAsync(app.Recorded("execute"));

        Assert.Contains("card.adaptive", answer.Body);
        await Eventually(() => !app.Sent.IsEmpty);
        Assert.Equal("PUT 19:2f0a@thread.v2/activities/1795449402900 已撤销", Assert.Single(app.Sent));
    }

    [Fact]
    public async Task An_invoke_that_changes_no_card_is_confirmed()
    {
        await using var app = await TeamsApp.StartAsync(Echo);
        var confirmed = new TeamsApp.Answer(200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"已收到"}""");

        Assert.Equal(confirmed, await app.PostAsync(app.Recorded("execute")));
        Assert.Equal("POST 19:2f0a@thread.v2/activities/f:9b9b0001 答：", Assert.Single(app.Sent));
        Assert.Equal(confirmed, await app.PostAsync(app.Recorded("execute")));
        Assert.Single(app.Sent);
    }

    [Fact]
    public async Task An_invoke_that_takes_long_is_finished_by_an_update()
    {
        var started = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        await using var app = await TeamsApp.StartAsync(async (message, via, cancellation) =>
        {
            started.SetResult();
            await gate.Task;
            await via.UpdateAsync(message.Address, message.CardActivityId!, Receipt(), cancellation);
        });

        var post = app.PostAsync(app.Recorded("execute"));
        await started.Task;
        // The turn may have begun before the endpoint began to wait.
        while (!post.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(8));
            await Task.Delay(5);
        }

        Assert.Equal(
            new TeamsApp.Answer(200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"处理中，请稍候……"}"""),
            await post);
        gate.SetResult();
        await Eventually(() => !app.Sent.IsEmpty);
        Assert.Equal("PUT 19:2f0a@thread.v2/activities/1795449402900 已撤销", Assert.Single(app.Sent));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"action":"save"}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"data":{"number":128}}}""")]
    [InlineData("""{"action":{"data":"record.undo"}}""")]
    public async Task A_malformed_invoke_is_an_error_in_the_body(string value)
    {
        await using var app = await TeamsApp.StartAsync(Nothing);
        var activity = JsonNode.Parse(app.Recorded("execute"))!;
        activity["value"] = JsonNode.Parse(value);

        var answer = await app.PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"无法处理：value""", answer.Body);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    public async Task Other_invokes_are_not_implemented(string name)
    {
        await using var app = await TeamsApp.StartAsync(Nothing);

        Assert.Equal(new TeamsApp.Answer(501, ""), await app.PostAsync(app.Recorded("execute").Replace("adaptiveCard/action", name)));
    }

    [Fact]
    public async Task When_too_much_is_in_hand_the_channel_comes_back_later()
    {
        await using var app = await TeamsApp.StartAsync((_, _, _) => throw new TurnQueueFullException());

        Assert.Equal(new TeamsApp.Answer(503, ""), await app.PostAsync(WithoutUrl));
    }

    private static Reply Receipt() => new() { Text = "已撤销", Card = """{"type":"AdaptiveCard"}"""u8.ToArray() };

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition(), "It did not happen within 5 seconds.");
    }
}
