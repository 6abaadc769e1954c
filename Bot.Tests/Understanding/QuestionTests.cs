using System.Text.Json;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

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

    [Theory]
    [InlineData("本月还差几次关爱帮扶", false)]
    [InlineData("老人那边关爱帮扶这个月够了没", false)]
    [InlineData("这季度回访还差几次", false)]
    [InlineData("今年养老服务进度", false)]
    [InlineData("记走访", false)]
    [InlineData("查李奶奶", true)]
    [InlineData("小王这个月做了几次走访", true)]
    [InlineData("王大爷去世了", true)]
    public void Names_are_wanted_only_where_something_stands_that_no_word_explains(string text, bool mayName)
    {
        SentenceReader.Read(text, Readers.Context() with { Names = null }, out var may);
        Assert.Equal(mayName, may);
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
        Assert.DoesNotContain(choices, choice => Readers.Read(choice) is Unclear or OtherRequest);
    }
}
