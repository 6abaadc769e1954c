using System.Text;
using System.Text.Json;
using StationBot.Channels.Teams;
using StationBot.Messages;

namespace StationBot.Tests.Channels.Teams;

public sealed class ActivityReaderTests
{
    private const string WangMin = "8d1f4c57-62f3-4d3b-9b1c-3f7f2f0f7a10";

    [Theory]
    [InlineData("personal-text", "1795449402943", WangMin, false, "本月还差几次关爱帮扶")]
    [InlineData("group-mention", "1795449402944", WangMin, true, "<at>李华</at> 本月进度")]
    [InlineData("channel-thread", "1795449402945", WangMin, true, "本月还差啥")]
    [InlineData("emulator-text", "e-1", "u1", false, "帮助")]
    [InlineData("unknown-fields", "1795449402947", WangMin, false, "帮助")]
    [InlineData("file", "1795449402946", WangMin, false, "")]
    public void A_message_is_read_as_text(string payload, string id, string sender, bool isGroup, string text)
    {
        var message = Read(payload)!;

        Assert.Equal((MessageKind.Text, id, sender, isGroup, text), (message.Kind, message.Id, message.From.Id, message.IsGroup, message.Text));
        Assert.Null(message.Action);
        Assert.Null(message.CardActivityId);
    }

    [Fact]
    public void The_address_holds_what_a_later_send_needs()
    {
        var address = Read("channel-thread")!.Address;

        Assert.Equal(("teams", "msteams", "19:9c1e@thread.tacv2;messageid=1795449400000"), (address.Channel, address.ChannelId, address.Conversation));
        Assert.Equal(
            """
            {"serviceUrl":"http://localhost:4010/apac/","bot":{"id":"28:3f2b9f3e-6a0c-4f0e-8f3b-2a1d1c7b5e90","name":"StationBot"},"user":{"id":"29:1abcWangMin","name":"王敏","aadObjectId":"8d1f4c57-62f3-4d3b-9b1c-3f7f2f0f7a10"},"conversation":{"id":"19:9c1e@thread.tacv2;messageid=1795449400000","conversationType":"channel","tenantId":"5c8f0f0a-1f0e-4a43-9c5e-0d6c7a3f9b11","isGroup":true}}
            """,
            address.Reference);
    }

    [Fact]
    public void Fields_that_are_not_known_are_kept_for_the_way_back()
    {
        var reference = ActivityWriter.ReferenceOf(Read("unknown-fields")!.Address);

        Assert.Equal("x", reference.Bot!.Properties!["agenticAppId"].GetString());
        Assert.Equal("""{"a":[1]}""", Compact(reference.Conversation!.Properties!["properties"]));
    }

    [Fact]
    public void Fields_of_an_activity_that_are_not_known_are_kept()
    {
        var activity = Payload.Activity("unknown-fields");

        Assert.Equal("high", activity.Properties!["importance"].GetString());
        Assert.Equal("1795449402947", activity.Id);
    }

    [Theory]
    [InlineData("submit", "1795449402900")]
    [InlineData("submit-toggles", null)]
    [InlineData("submit-with-text", "1795449402901")]
    [InlineData("execute", "1795449402900")]
    public void A_value_is_read_as_an_action(string payload, string? card)
    {
        var message = Read(payload)!;

        Assert.Equal((MessageKind.Action, "", card), (message.Kind, message.Text, message.CardActivityId));
        CardAction expected = payload switch
        {
            "submit" => new CreateStation { Name = "阳光社工站", Tier = "10万", YearStart = "2026-01-01", Card = "c-17" },
            "submit-with-text" => new AskAgain { Text = "本月还差啥" },
            "execute" => new UndoRecord { Number = 128, Card = "c-17" },
            _ => message.Action!,
        };
        Assert.Equal(expected, message.Action);
    }

    [Fact]
    public void Inputs_keep_the_strings_that_clients_make_of_them()
    {
        var save = Assert.IsType<SaveForm>(Read("submit-toggles")!.Action);

        Assert.Equal(("visit", 128L, "c-18"), (save.Form, save.Number!.Value, save.Card));
        Assert.Equal(
            ["domains=elder,child", "flagged=false", "phoned=true"],
            save.Values!.Select(input => $"{input.Key}={input.Value.GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_are_what_can_be_downloaded() => Assert.Equal(
        [
            new FileReference("走访.jpg", "image/jpeg", "https://contoso.sharepoint.com/download?id=1"),
            new FileReference("", "image/png", "https://smba.example/v3/attachments/0-x/views/original"),
        ],
        ActivityReader.FilesOf(ActivityReader.Parse(Payload.Bytes("file"))!.Attachments));

    [Theory]
    [InlineData("installed", MessageKind.Arrived)]
    [InlineData("bot-added", MessageKind.Arrived)]
    [InlineData("removed", MessageKind.Left)]
    [InlineData("bot-removed", MessageKind.Left)]
    [InlineData("user-added", null)]
    [InlineData("emulator-user-added", null)]
    [InlineData("reaction", null)]
    [InlineData("message-edited", null)]
    [InlineData("unknown-type", null)]
    public void Other_activities_are_comings_and_goings_or_nothing(string payload, MessageKind? kind) =>
        Assert.Equal(kind, Read(payload)?.Kind);

    [Theory]
    [InlineData("""{"type":"imBack"}""", null)]
    [InlineData("\"text\"", null)]
    [InlineData("null", null)]
    [InlineData("7", null)]
    public void A_value_that_is_no_object_belongs_to_no_card(string value, string? replyTo)
    {
        var message = Read(Payload.Activity("personal-text") with { Value = JsonDocument.Parse(value).RootElement, ReplyToId = replyTo })!;

        Assert.Equal(value[0] == '{' ? new UnknownAction() : null, message.Action);
    }

    [Fact]
    public void An_activity_without_id_is_known_by_its_content()
    {
        var one = Encoding.UTF8.GetBytes("""{"type":"conversationUpdate","timestamp":"2026-11-23T15:56:47Z"}""");
        var other = Encoding.UTF8.GetBytes("""{"type":"conversationUpdate","timestamp":"2026-11-23T15:56:48Z"}""");

        Assert.Equal(ActivityReader.FallbackId(one), ActivityReader.FallbackId([.. one]));
        Assert.NotEqual(ActivityReader.FallbackId(one), ActivityReader.FallbackId(other));
        Assert.True(ActivityReader.IsFallbackId(ActivityReader.FallbackId(one)));
    }

    [Theory]
    [InlineData("{}", "type")]
    [InlineData("""{"type":""}""", "type")]
    [InlineData("""{"type":"message"}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{}}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{"id":".."}}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"id":"."}""", "id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"}}""", "from.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"}}""", "serviceUrl")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"https://smba.trafficmanager.net/"}""", "serviceUrl")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"http://localhost:1"}""", null)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"deliveryMode":"expectReplies"}""", null)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"deliveryMode":"expectReplies","serviceUrl":"http://10.0.0.1"}""", "serviceUrl")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"c"},"from":{"id":"u"}}""", "serviceUrl")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "conversation.id")]
    [InlineData("""{"type":"typing"}""", null)]
    [InlineData("""{"type":"futureThing"}""", null)]
    public void What_is_missing_is_named(string activity, string? field) =>
        Assert.Equal(field, ActivityReader.Problem(ActivityReader.Parse(Encoding.UTF8.GetBytes(activity))!));

    /// <summary>Any byte may be broken on the way or on purpose: the answer is a message, nothing, or a named problem, never an exception.</summary>
    [Fact]
    public void Damaged_bodies_never_throw()
    {
        var random = new Random(20260923);
        foreach (var file in Payload.All())
        {
            var whole = File.ReadAllBytes(file);
            for (var i = 0; i < 2000; i++)
            {
                var body = whole.ToArray();
                for (var changes = random.Next(1, 4); changes > 0; changes--)
                {
                    body[random.Next(body.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "\"{}[],:\\\0u9"u8[random.Next(11)];
                }

                if (ActivityReader.Parse(body) is { } activity && ActivityReader.Problem(activity) is null)
                    ActivityReader.Read(activity, ActivityReader.FallbackId(body));
            }
        }
    }

    private static IncomingMessage? Read(string payload) => Read(Payload.Activity(payload));

    private static IncomingMessage? Read(Activity activity)
    {
        Assert.Null(ActivityReader.Problem(activity));
        return ActivityReader.Read(activity, fallbackId: null);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
