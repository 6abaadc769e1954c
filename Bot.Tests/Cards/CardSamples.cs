using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Cards;

namespace StationBot.Tests.Cards;

/// <summary>
/// The data shape of each card, by example: <c>form.sample.json</c> and <c>form-errors.sample.json</c> fill cards/form.json. Beside each stands
/// <c>*.verified.json</c>, the card as filled. Every property of the shape is always there, null where it has no value. A filtered choice carries its
/// title as its value: Web Chat shows a preset value as it stands (an id would be seen) and sends what was typed where it matches no title.
/// </summary>
internal static class CardSamples
{
    private const string Suffix = ".sample.json";

    public static readonly CardTemplates Templates = new(Path.Combine(AppContext.BaseDirectory, "cards"));

    public static readonly string Folder = Path.GetDirectoryName(ThisFile())!;

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*" + Suffix)
        .Select(file => Path.GetFileName(file)[..^Suffix.Length])
        .Order(StringComparer.Ordinal);

    public static TheoryData<string> Theory => [.. Names];

    public static string CardOf(string sample) => sample.Split('-')[0];

    public static JsonObject Read(string sample) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, sample + Suffix)))!.AsObject();

    public static JsonObject Fill(string sample) => Fill(CardOf(sample), Read(sample));

    public static JsonObject Fill(string card, JsonObject data) => JsonNode.Parse(Templates.Fill(card, JsonSerializer.SerializeToElement(data)).Span)!.AsObject();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
