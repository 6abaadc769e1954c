using System.Text.Json;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Understanding;

/// <summary>logs.json: what people tell, and the draft that it becomes. Add a row for each message that was read wrongly.</summary>
public sealed class LogTests
{
    /// <summary>A question, small talk, or too little: whatever it reads as, it is no draft.</summary>
    private const string NoDraft = "no draft";

    public static TheoryData<string, string, string?> Logs()
    {
        var rows = new TheoryData<string, string, string?>();
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Understanding", "logs.json")));
        foreach (var row in file.RootElement.EnumerateArray())
            rows.Add(row.GetProperty("text").GetString()!, row.GetProperty("reads").GetString()!, row.TryGetProperty("now", out var now) ? now.GetString() : null);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_message_reads_as_the_table_says(string text, string reads, string? now)
    {
        var reading = SentenceReader.Read(text, Readers.Context(now));
        if (reads == NoDraft)
            Assert.IsNotType<LogDraft>(reading);
        else
            Assert.Equal(reads, reading.ToString());
    }

    [Fact]
    public void What_is_told_leaves_something_to_keep()
    {
        var empty = Logs().Where(row => Readers.Read(row.Data.Item1, row.Data.Item3) is LogDraft { Content.Length: 0 }).Select(row => row.Data.Item1);
        Assert.Equal([], empty);
    }

    [Fact]
    public void Each_choice_is_told_by_itself()
    {
        var choices = Logs().Select(row => Readers.Read(row.Data.Item1, row.Data.Item3)).OfType<Unclear>().SelectMany(unclear => unclear.Choices).Distinct().ToList();
        Assert.NotEmpty(choices);
        Assert.DoesNotContain(choices, choice => Readers.Read(choice) is Unclear or OtherRequest);
    }

    /// <summary>The rows come from the persons' lists: of two 李奶奶 both are old, of 张强 nobody knows which list is meant.</summary>
    [Theory]
    [InlineData("昨天下午去李奶奶家回访", "elder.revisit")]
    [InlineData("9.13调研：王德福、郭守义、马桂英，表齐", "relief.survey+elder.survey")]
    [InlineData("张强个案第3节，谈了找工作的打算", "")]
    [InlineData("人员管理制度和财务管理制度今天都上墙了", "platform.rule.staff+platform.rule.finance")]
    public void The_rows_are_as_far_as_they_are_known(string text, string rows)
    {
        var context = Readers.Context();
        var draft = Assert.IsType<LogDraft>(SentenceReader.Read(text, context));
        Assert.Equal(rows, string.Join('+', draft.RowsIn(context.Vocabulary.Catalog, context.Names).Select(row => row.Id)));
    }
}
