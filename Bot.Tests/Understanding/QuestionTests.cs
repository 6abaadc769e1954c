using System.Text.Json;
using StationBot.Understanding;

namespace StationBot.Tests.Understanding;

/// <summary>questions.json: what people type and how it is read. Add a row for each sentence that was read wrongly.</summary>
public sealed class QuestionTests
{
    public static TheoryData<string, string, string?, string?> Questions()
    {
        var rows = new TheoryData<string, string, string?, string?>();
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Understanding", "questions.json")));
        foreach (var row in file.RootElement.EnumerateArray())
        {
            rows.Add(
                row.GetProperty("text").GetString()!,
                row.GetProperty("reads").GetString()!,
                row.TryGetProperty("now", out var now) ? now.GetString() : null,
                row.TryGetProperty("after", out var after) ? after.GetString() : null);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_sentence_reads_as_the_table_says(string text, string reads, string? now, string? after)
    {
        var previous = after is null ? null : Readers.Read(after, now);
        Assert.Equal(reads, SentenceReader.Read(text, Readers.Context(now, previous)).ToString());
    }

    [Fact]
    public void Every_choice_of_an_unclear_reading_is_understood()
    {
        var choices = Questions()
            .Select(row => Readers.Read(row.Data.Item1, row.Data.Item3))
            .OfType<Unclear>()
            .SelectMany(unclear => unclear.Choices)
            .Distinct()
            .ToList();
        Assert.NotEmpty(choices);
        Assert.DoesNotContain(choices, choice => Readers.Read(choice) is Unclear or Told or OtherRequest);
    }
}
