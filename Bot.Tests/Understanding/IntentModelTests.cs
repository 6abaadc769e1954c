using System.Security.Cryptography;
using StationBot.Understanding.Intents;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Understanding;

public sealed class IntentModelTests
{
    public static readonly TheoryData<string> Files = ["sentences.tsv", "services.tsv"];

    /// <summary>Whoever adds a sentence learns the model anew: `dotnet run -c Release --project Bot.Benchmarks/Reading -- --train`.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void The_model_was_learned_from_the_sentences_that_stand_there(string file) =>
        Assert.Equal(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(PathOf(file)))), (file == "services.tsv" ? IntentModel.Services : IntentModel.Shared).Sentences);

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_sentence_stands_there_once_with_one_intent(string file)
    {
        var rows = File.ReadAllLines(PathOf(file)).Select(line => line.Split('\t')).ToList();
        Assert.All(rows, row => Assert.Equal(2, row.Length));
        Assert.Empty(rows.GroupBy(row => row[1]).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "Bot", "Understanding", "Intents", file);

    [Theory]
    [InlineData("救命 这个月老人关爱还欠几次啊", "status.remaining")]
    [InlineData("八月份够数了的是哪些项，写总结要用", "status.list_done")]
    [InlineData("档案制度的电子版有没有存", "evidence.of_indicator")]
    public void What_no_word_of_asking_tells_is_read_by_what_sentences_like_it_mean(string text, string intent)
    {
        var reading = Readers.Read(text);
        Assert.Equal(intent, reading.Intent);
        Assert.IsAssignableFrom<Question>(reading);
    }

    /// <summary>A number is never given of more than was asked about.</summary>
    [Theory]
    [InlineData("晚上做的关爱帮扶有几次")]
    [InlineData("5月以后做了几次关爱")]
    [InlineData("张伟上个月去了几次")]
    [InlineData("取消了的小组有几个")]
    public void What_narrows_a_number_down_is_never_passed_over(string text) => Assert.IsType<Unclear>(Readers.Read(text));
}
