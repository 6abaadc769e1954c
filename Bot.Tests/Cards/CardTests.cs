using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Cards;

namespace StationBot.Tests.Cards;

public sealed class CardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What phones render too: schema 1.2, and inputs' labels, which older clients ignore.</summary>
    private static readonly string[] SafeTypes =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "ColumnSet", "Column", "Container", "ActionSet", "Action.Submit", "Action.OpenUrl",
        "Input.Text", "Input.Number", "Input.Date", "Input.ChoiceSet",
    ];

    public static TheoryData<string> Samples => CardSamples.Theory;

    [Fact]
    public void Every_card_has_a_sample() =>
        Assert.Equal(CardSamples.Templates.Names.Order(), CardSamples.Names.Select(CardSamples.CardOf).Distinct().Order());

    /// <summary>To accept a wanted change, delete the .verified.json: the next run writes it anew and fails once.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void A_filled_card_looks_as_verified(string sample)
    {
        var file = Path.Combine(CardSamples.Folder, sample + ".verified.json");
        var filled = CardSamples.Fill(sample);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, filled.ToJsonString(Readable) + "\n");
            Assert.Fail($"{file} was missing; look at it, then run again");
        }
        Assert.Equal(File.ReadAllText(file), filled.ToJsonString(Readable) + "\n");
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_filled_card_uses_safe_elements_and_stays_small(string sample)
    {
        var card = CardSamples.Fill(sample);
        Assert.Empty(Types(card).Except(SafeTypes));
        Assert.InRange(CardSize.Bytes(card), 1, CardSize.Limit);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Every_button_says_what_it_does(string sample)
    {
        var buttons = Objects(CardSamples.Fill(sample)).Where(o => TypeOf(o) == "Action.Submit").ToList();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.NotEmpty(button["data"]!["verb"]!.GetValue<string>()));
    }

    /// <summary>A TextBlock reads markdown: a name with asterisks would lose them, and "1." would begin a list.</summary>
    [Fact]
    public void Bound_text_stands_in_rich_text()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cards"))
            .SelectMany(file => Objects(JsonNode.Parse(File.ReadAllText(file))!))
            .Where(o => TypeOf(o) == "TextBlock")
            .Select(o => o["text"]!.GetValue<string>())
            .ToList();
        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => text.Contains("${", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_with_sixty_residents_and_long_texts_stays_small()
    {
        var form = CardSamples.Read("form-errors");
        foreach (var field in form["fields"]!.AsArray())
        {
            var type = field!["type"]!.GetValue<string>();
            if (type == "filtered")
            {
                field["choices"] = new JsonArray([.. Enumerable.Range(1, 60).Select(i => new JsonObject
                {
                    ["title"] = $"欧阳桂兰{i}（红旗街道东风社区第{i}网格，女，{60 + (i % 30)} 岁）", ["value"] = $"person-{i}",
                })]);
            }
            else if (type == "multiline")
            {
                field["value"] = new string('访', 2000);
            }
        }
        var size = CardSize.Bytes(CardSamples.Fill("form", form));
        Assert.InRange(size, 12 * 1024, CardSize.Limit);
    }

    /// <summary>Longer lists are for the caller to cut.</summary>
    [Fact]
    public void A_progress_card_with_forty_rows_stays_small()
    {
        var progress = CardSamples.Read("progress");
        var rows = progress["groups"]![0]!["rows"]!.AsArray();
        while (rows.Count < 38)
        {
            rows.Add(rows[1]!.DeepClone());
        }
        Assert.InRange(CardSize.Bytes(CardSamples.Fill("progress", progress)), 20 * 1024, CardSize.Limit);
    }

    [Fact]
    public void What_people_typed_arrives_unharmed()
    {
        const string Hostile = "${$root.card} \\${x} \"quoted\" \\ 😊\n</script> {{DATE(2024-01-01T00:00:00Z)}} *粗* 1. [链](x) \u0000";
        var form = CardSamples.Read("form");
        form["fields"]![7]!["value"] = Hostile;
        form["fields"]![7]!["error"] = Hostile;
        form["title"] = Hostile;

        var card = CardSamples.Fill("form", form);

        var content = Objects(card).Single(o => (string?)o["id"] == "content");
        Assert.Equal(Hostile, (string?)content["value"]);
        Assert.Equal(2, Objects(card).Count(o => TypeOf(o) == "TextRun" && (string?)o["text"] == Hostile));
    }

    [Fact]
    public void An_unknown_card_is_named() =>
        Assert.Contains("no card 'nothing'", Assert.Throws<CardTemplateException>(() => CardSamples.Fill("nothing", [])).Message);

    [Fact]
    public void A_filling_is_independent_of_its_data_and_of_the_next()
    {
        var data = CardSamples.Read("receipt");
        var first = CardSamples.Templates.Fill("receipt", JsonSerializer.SerializeToElement(data));
        var before = first.ToArray();
        data["actions"]![0]!["data"]!["number"] = 999;
        CardSamples.Fill("receipt", data);
        Assert.Equal(before, first.ToArray());
    }

    private static IEnumerable<string> Types(JsonNode card) => Objects(card).Select(TypeOf).OfType<string>();

    private static string? TypeOf(JsonObject node) => node["type"] is JsonValue value ? value.GetValue<string>() : null;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Objects(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
