using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StationBot.Messages;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Channels.WebChat;

public sealed class DirectLineTests
{
    private const string Activities = "conversations/web-local/activities";

    [Fact]
    public async Task Start_greets_once_and_a_return_finds_the_conversation()
    {
        await using var host = await WebChatHost.StartAsync();
        Assert.Null((await host.OpenAsync())["conversationId"]);

        var starts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Http.PostAsync("conversations", null)));
        Assert.All(starts, start => Assert.True(start.IsSuccessStatusCode));
        Assert.Contains(starts, start => start.StatusCode == HttpStatusCode.Created);
        var (activities, _) = await host.ReadUntilAsync(WebChatHost.Greeting);

        var greeting = Assert.Single(activities);
        Assert.Equal("bot", (string?)greeting["from"]!["role"]);
        Assert.Equal("plain", (string?)greeting["textFormat"]);
        Assert.Equal("web-local", (string?)greeting["conversation"]!["id"]);
        Assert.Equal("2024-09-18T07:00:00.0000000Z", (string?)greeting["timestamp"]);

        Assert.Equal("web-local", (string?)(await host.OpenAsync())["conversationId"]);
        var again = await host.SendAsync(HttpMethod.Post, "conversations", new { });
        Assert.Equal("web-local", (string?)again["conversationId"]);
        Assert.Equal(3600, (int)again["expires_in"]!);
        Assert.Equal(MessageKind.Arrived, Assert.Single(host.Received).Kind);
    }

    [Fact]
    public async Task A_message_is_echoed_as_the_token_s_user_and_answered()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();
        var (_, watermark) = await host.ReadAsync();

        var id = await host.SayAsync("你好", "c1");
        var (news, next) = await host.ReadUntilAsync("听到：你好", watermark);

        Assert.Equal(["你好", "听到：你好"], news.Select(a => (string?)a["text"]));
        Assert.Equal(id, (string?)news[0]["id"]);
        Assert.Equal("local", (string?)news[0]["from"]!["id"]);
        Assert.Equal("user", (string?)news[0]["from"]!["role"]);
        Assert.Equal("c1", (string?)news[0]["channelData"]!["clientActivityID"]);
        Assert.Equal(id, (string?)news[1]["replyToId"]);
        Assert.Equal(new Sender("local"), host.Received.Last().From);
        Assert.Empty((await host.ReadAsync(next)).Activities);
    }

    [Fact]
    public async Task A_message_sent_again_gets_the_same_id_and_no_second_turn()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.SayAsync("记一次", "same")));
        await host.ReadUntilAsync("听到：记一次");
        await host.SayAsync("另一次", "other");
        var (activities, _) = await host.ReadUntilAsync("听到：另一次");

        Assert.Single(ids.Distinct());
        Assert.Equal([WebChatHost.Greeting, "记一次", "听到：记一次", "另一次", "听到：另一次"], activities.Select(a => (string?)a["text"]));
        Assert.Single(host.Received, message => message.Text == "记一次");
    }

    [Fact]
    public async Task An_update_reaches_readers_after_their_watermark_and_keeps_its_place()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();
        await host.SayAsync("一", "c1");
        var (before, watermark) = await host.ReadUntilAsync("听到：一");
        host.Time.Advance(TimeSpan.FromMinutes(5));

        await host.SayAsync("改", "c2");
        var (news, _) = await host.ReadUntilAsync("改过的问候", watermark);
        var (all, _) = await host.ReadAsync();

        var updated = news.Single(a => (string?)a["text"] == "改过的问候");
        Assert.Equal((string?)before[0]["id"], (string?)updated["id"]);
        Assert.Equal((string?)before[0]["timestamp"], (string?)updated["timestamp"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)updated["attachments"]![0]!["contentType"]);
        Assert.True((bool)updated["channelData"]!["cardStandsAlone"]!);
        Assert.Equal(["改过的问候", "一", "听到：一", "改"], all.Select(a => (string?)a["text"]));
    }

    [Fact]
    public async Task A_pressed_button_is_an_action_and_its_inputs_stay_out_of_the_log()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();
        var value = new { verb = "station.create", card = "k1", name = "阳光社工站", tier = "10万", yearStart = "2024-01-01" };
        var body = new { type = "message", value, channelData = new { postBack = true, clientActivityID = "c1" } };

        await host.SendAsync(HttpMethod.Post, Activities, body);
        var (activities, _) = await host.ReadUntilAsync("听到：");

        var action = Assert.IsType<CreateStation>(host.Received.Last().Action);
        Assert.Equal(("k1", "阳光社工站"), (action.Card, action.Name));
        var echo = activities.Single(a => (string?)a["from"]!["role"] == "user");
        Assert.True((bool)echo["channelData"]!["postBack"]!);
        Assert.DoesNotContain("阳光", echo.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(echo["value"]);
    }

    [Fact]
    public async Task The_log_survives_a_restart_with_open_tokens()
    {
        var first = await WebChatHost.StartAsync();
        await first.StartConversationAsync();
        await first.SayAsync("还在吗", "c1");
        var (before, watermark) = await first.ReadUntilAsync("听到：还在吗");
        var token = first.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        await first.StopAsync();

        await using var second = await WebChatHost.StartAsync(first.Folder);
        second.Use(token);
        var (after, _) = await second.ReadAsync();
        var conversation = await second.SendAsync(HttpMethod.Get, $"conversations/web-local?watermark={watermark}");

        Assert.Equal(before.Select(a => a.ToJsonString()), after.Select(a => a.ToJsonString()));
        Assert.EndsWith("&watermark=" + watermark, (string?)conversation["streamUrl"], StringComparison.Ordinal);
        Assert.Equal(before.Where(a => (string?)a["channelData"]!["clientActivityID"] == "c1").Select(a => (string?)a["id"]), [await second.SayAsync("还在吗", "c1")]);
    }

    [Fact]
    public async Task Tokens_that_are_forged_expired_or_of_another_conversation_are_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();
        var token = host.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Decode(parts[1]))!;
        claims["user"] = "somebody";
        string[] bad = [$"{parts[0]}.{Encode(claims.ToJsonString())}.{parts[2]}", parts[1], "..", $"{parts[0]}.{parts[1]}.", token[..^4] + "AAAA"];

        await host.SendAsync(HttpMethod.Get, "conversations/web-other/activities", expected: HttpStatusCode.Forbidden);
        foreach (var forged in bad)
        {
            host.Use(forged);
            await host.SendAsync(HttpMethod.Get, Activities, expected: HttpStatusCode.Forbidden);
        }

        host.Http.DefaultRequestHeaders.Authorization = null;
        await host.SendAsync(HttpMethod.Get, Activities, expected: HttpStatusCode.Unauthorized);

        host.Use(token);
        host.Time.Advance(TimeSpan.FromMinutes(59));
        var fresh = (string)(await host.SendAsync(HttpMethod.Post, "tokens/refresh"))["token"]!;
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var error = await host.SendAsync(HttpMethod.Get, Activities, expected: HttpStatusCode.Forbidden);
        Assert.Equal("会话已过期，请刷新页面。", (string?)error["error"]!["message"]);
        host.Use(fresh);
        await host.SendAsync(HttpMethod.Get, Activities);

        static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        static string Decode(string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));
    }

    [Theory]
    [InlineData("203.0.113.5", null, null)]
    [InlineData("127.0.0.1", "X-Forwarded-For", "203.0.113.5")]
    [InlineData("127.0.0.1", "Forwarded", "for=203.0.113.5")]
    [InlineData("127.0.0.1", "Host", "chat.example.org")]
    public async Task Who_is_not_at_this_machine_is_refused(string remote, string? header, string? value)
    {
        await using var host = await WebChatHost.StartAsync(remote: IPAddress.Parse(remote));
        if (header is not null)
        {
            host.Http.DefaultRequestHeaders.Add(header, value);
        }

        var error = await host.SendAsync(HttpMethod.Post, "tokens/generate", expected: HttpStatusCode.Forbidden);
        Assert.StartsWith("网页聊天只在", (string?)error["error"]!["message"], StringComparison.Ordinal);
        using var page = await host.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.StartsWith("网页聊天只在", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"  "}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":7}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"typing"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"event","name":"x","value":1}""", HttpStatusCode.OK)]
    public async Task What_is_no_message_never_reaches_the_bot(string body, HttpStatusCode expected)
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();

        await host.SendAsync(HttpMethod.Post, Activities, new StringContent(body, Encoding.UTF8, "application/json"), expected);

        Assert.Single((await host.ReadAsync()).Activities);
        Assert.Single(host.Received);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();

        var large = new { type = "message", text = new string('x', 260 * 1024) };
        await host.SendAsync(HttpMethod.Post, Activities, large, HttpStatusCode.RequestEntityTooLarge);
        var typing = new { type = "typing" };
        for (var i = 0; i < 59; i++)
        {
            await host.SendAsync(HttpMethod.Post, Activities, typing);
        }

        using var refused = await host.Http.PostAsync(Activities, new StringContent("""{"type":"typing"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
    }

    [Fact]
    public async Task Uploads_are_on_the_disk_before_the_bot_learns_of_them()
    {
        await using var host = await WebChatHost.StartAsync();
        await host.StartConversationAsync();
        var picture = SampleFiles.Jpeg();
        string[] texts = ["照片", "太大的", "不是照片", "空的"];
        byte[][] uploads = [picture, new byte[(10 * 1024 * 1024) + 1], SampleFiles.Html, []];
        foreach (var (text, bytes) in texts.Zip(uploads))
        {
            await host.SendAsync(HttpMethod.Post, "conversations/web-local/upload?userId=x", Upload(text, bytes));
            await host.ReadUntilAsync("听到：" + text);
        }

        var kept = new IncomingFile("走访.jpg") { Hash = Convert.ToHexStringLower(SHA256.HashData(picture)), Type = "jpeg", Size = picture.Length };
        var none = new IncomingFile("走访.jpg");
        Assert.Equal(
            [kept, none with { Problem = FileProblem.TooLarge }, none with { Problem = FileProblem.WrongType }, none with { Problem = FileProblem.Empty }],
            host.Received.Skip(1).Select(message => Assert.Single(message.Files)));
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(host.Folder, "attachments", kept.Hash[..2], kept.Hash)));

        static MultipartFormDataContent Upload(string text, byte[] bytes)
        {
            var picture = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
            var activity = new StringContent($$"""{"type":"message","text":"{{text}}"}""", Encoding.UTF8, "application/vnd.microsoft.activity");
            return new MultipartFormDataContent { { activity, "activity", "blob" }, { picture, "file", "走访.jpg" } };
        }
    }

    [Fact]
    public async Task Sockets_get_the_backlog_then_every_news_and_a_goodbye()
    {
        var host = await WebChatHost.StartAsync();
        var conversation = await host.StartConversationAsync();
        using var one = await WebChatHost.ConnectAsync(conversation);
        using var two = await WebChatHost.ConnectAsync(conversation);
        foreach (var socket in new[] { one, two })
        {
            var backlog = await WebChatHost.ReceiveAsync(socket);
            Assert.Equal(WebChatHost.Greeting, (string?)Assert.Single(backlog!["activities"]!.AsArray())!["text"]);
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);
        }

        await host.SayAsync("你好", "c1");
        foreach (var socket in new[] { one, two })
        {
            List<string?> texts = [];
            while (!texts.Contains("听到：你好"))
            {
                var frame = await WebChatHost.ReceiveAsync(socket);
                texts.AddRange(frame!["activities"]!.AsArray().Where(a => (string?)a!["type"] == "message").Select(a => (string?)a!["text"]));
            }

            Assert.Equal(["你好", "听到：你好"], texts);
        }

        var stopping = host.DisposeAsync();
        Assert.Null(await WebChatHost.ReceiveAsync(one));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, one.CloseStatus);
        await one.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping;
    }
}
