using System.Text.Json;
using StationBot.Indicators;
using StationBot.Naming;
using StationBot.Understanding;

namespace StationBot.Benchmarks.Reading;

/// <summary>What is read: the sentences that the tests read, of what people ask and of what they tell.</summary>
internal static class Sentences
{
    private static readonly Vocabulary Vocabulary = new(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")).For(Period.CalendarYear(2024)));

    public static string[] All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sentences"), "*.json")
            .Where(file => Path.GetFileName(file) is "questions.json" or "logs.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(Texts),
    ];

    /// <param name="persons">On the station's roster.</param>
    public static ReadingContext Context(int persons) => new()
    {
        Now = new DateTime(2024, 9, 18, 15, 0, 0),
        Vocabulary = Vocabulary,
        ProjectYears = [new ProjectYear(new DateOnly(2024, 1, 1))],
        Names = new NameIndex([.. Enumerable.Range(0, persons).Select(Person)], ["小王", "小李"]),
    };

    private static PersonName Person(int at) => new() { Id = at + 1, Name = Name(at), Community = $"第{at % 50}村", Areas = ["elder"] };

    /// <summary>A different name for each, of characters that stand in no word of the lexicon.</summary>
    private static string Name(int at) => $"{(char)('\u8d75' + (at % 20))}{(char)('\u6dd1' + (at / 20 % 40))}{(char)('\u82b3' + (at / 800))}";

    private static List<string> Texts(string file)
    {
        using var rows = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. rows.RootElement.EnumerateArray().Select(row => row.GetProperty("text").GetString()!)];
    }
}
