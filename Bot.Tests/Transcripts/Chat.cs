using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Transcripts;

/// <summary>One person's conversation through the activity protocol; what the bot says comes back in the response (expectReplies).</summary>
internal sealed class Chat(StationApp app, string user, string name)
{
    private int _sent;
    private JsonObject? _last;

    public bool InGroup { get; init; }

    public string Channel { get; init; } = "emulator";

    public string Conversation { get; init; } = "conversation-" + user;

    /// <summary>The same conversation after a restart.</summary>
    public Chat GoOn(StationApp again) => new(again, user, name) { _sent = _sent };

    /// <summary>The text of the last answer.</summary>
    public string Text => (string?)_last?["text"] ?? "";

    public string FirstLine => Text.Split('\n')[0];

    public JsonObject? Card => _last?["attachments"]?[0]?["content"]?.AsObject();

    public IEnumerable<string> Buttons => Actions().Select(action => (string)action["title"]!);

    public async Task<string> SayAsync(string text)
    {
        await SendAsync(new JsonObject { ["text"] = text });
        return Text;
    }

    /// <summary>As if a sentence had been read so; its card's buttons are the real ones.</summary>
    /// <param name="id">Of the message; the same again is the message resent.</param>
    public async Task<string> TellAsync(Reading reading, string? id = null)
    {
        var who = await app.Services.GetRequiredService<StationStore>().FindMemberAsync(Channel, user, CancellationToken.None);
        var now = TimeZoneInfo.ConvertTime(app.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime;
        var turn = new Turn
        {
            Message = new IncomingMessage
            {
                Address = new Address("teams", Channel, InGroup ? "group" : "conversation-" + user),
                Id = id ?? $"{user}-told-{Interlocked.Increment(ref _sent)}",
                From = new Sender(user, name),
                Kind = MessageKind.Text,
                IsGroup = InGroup,
            },
            Who = who,
            Now = now,
            Catalog = app.Services.GetRequiredService<Catalogs>().For(who!.Station.YearOf(DateOnly.FromDateTime(now))!.Value.Period),
        };
        var reply = await app.Services.GetRequiredService<Answerer>().AnswerAsync(turn, reading, CancellationToken.None);
        _last = new JsonObject { ["text"] = reply.Text, ["attachments"] = reply.Card is { } card ? new JsonArray(new JsonObject { ["content"] = JsonNode.Parse(card.Span) }) : null };
        return reply.Text;
    }

    /// <summary>Sends files, each with a name and the type that the sender claims, and words beside them.</summary>
    public async Task<string> SendFilesAsync(string text, params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var attachments = files.Select(file => new JsonObject
        {
            ["name"] = file.Name,
            ["contentType"] = "image/jpeg",
            ["contentUrl"] = "data:image/jpeg;base64," + Convert.ToBase64String(file.Bytes),
        });
        await SendAsync(new JsonObject { ["text"] = text, ["attachments"] = new JsonArray([.. attachments]) });
        return Text;
    }

    /// <summary>Where the links of the last card lead.</summary>
    public IEnumerable<(string Title, string Url)> Links => Card is null ? [] : Descendants(Card)
        .Where(node => (string?)node["type"] == "Action.OpenUrl")
        .Select(node => ((string)node["title"]!, (string)node["url"]!));

    /// <summary>The values that an input of the last card offers.</summary>
    public IReadOnlyList<string> Choices(string input) =>
        [.. Descendants(Card!).First(node => (string?)node["id"] == input)["choices"]!.AsArray().Select(choice => (string)choice!["value"]!)];

    /// <summary>What the choices of an input of the last card say.</summary>
    public IReadOnlyList<string> Titles(string input) =>
        [.. Descendants(Card!).First(node => (string?)node["id"] == input)["choices"]!.AsArray().Select(choice => (string)choice!["title"]!)];

    /// <summary>Presses a button of the last card, with inputs filled in; what is not given keeps the card's value.</summary>
    public async Task<string> PressAsync(string title, params IEnumerable<(string Id, string Value)> inputs)
    {
        await SendAsync(new JsonObject { ["value"] = Submission(title, inputs) });
        return Text;
    }

    /// <summary>What a client would send when the button is pressed.</summary>
    public JsonObject Submission(string title, params IEnumerable<(string Id, string Value)> inputs)
    {
        var action = Actions().FirstOrDefault(action => (string?)action["title"] == title)
            ?? throw new InvalidOperationException($"no button {title}, only {string.Join("、", Buttons)}");
        var value = action["data"]!.DeepClone().AsObject();
        if ((string?)action["associatedInputs"] != "none")
        {
            foreach (var input in Descendants(Card!).Where(node => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
            {
                value[(string)input["id"]!] = input["value"]?.DeepClone() ?? "";
            }
        }

        foreach (var (id, given) in inputs)
        {
            value[id] = given;
        }

        return value;
    }

    public async Task<JsonArray> SendAsync(JsonObject body, string? id = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id ?? $"{user}-{Interlocked.Increment(ref _sent)}",
            ["channelId"] = Channel,
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = user, ["name"] = name },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = InGroup ? "group" : Conversation, ["isGroup"] = InGroup },
        };
        foreach (var (key, value) in body)
        {
            activity[key] = value?.DeepClone();
        }

        using var response = await app.Client.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        var answers = (await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        if (answers.Count > 0)
        {
            _last = answers[^1]!.AsObject();
        }

        return answers;
    }

    /// <summary>A station of its own, whose lead this person is.</summary>
    public async Task SetUpAsync(string station = "阳光社工站", string tier = "10万", string yearStart = "2024-01-01")
    {
        await SayAsync("你好");
        await PressAsync("创建站点", ("name", station), ("tier", tier), ("yearStart", yearStart));
    }

    public async Task<string> VisitAsync(string domain, string category, string date, string others, string mode = "HomeVisit")
    {
        await SayAsync("记走访");
        return await PressAsync("保存", ("domain", domain), ("category", category), ("date", date), ("others", others), ("mode", mode), ("content", "聊了近况"));
    }

    private IEnumerable<JsonObject> Actions() => Card is null ? [] : Descendants(Card).Where(node => (string?)node["type"] == "Action.Submit");

    private static IEnumerable<JsonObject> Descendants(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Descendants(p.Value!)).Prepend(o),
        JsonArray a => a.Where(item => item is not null).SelectMany(item => Descendants(item!)),
        _ => [],
    };
}
