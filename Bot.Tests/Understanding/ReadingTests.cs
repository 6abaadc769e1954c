using CsCheck;
using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Understanding;

public sealed class ReadingTests
{
    private static readonly string[] Words =
        [.. WordTable.All.SelectMany(table => table.Read()).Concat(Vocabulary.WordsOf(Readers.Vocabulary.Catalog)).Select(word => word.Text)];

    private static readonly string[] Pieces =
    [
        "9月", "31号", "二〇二四", "从", "到", "截至", "最近", "99999999999", "😊", "\ud83d", "\u0000",
        "春节", "前", "底", "-", "李奶奶", "benyue", "去年", "第五季度",
    ];

    private static readonly Gen<string> Sentences = Gen.OneOf(
        Gen.String,
        Gen.OneOf(AnyOf(Words), AnyOf(Pieces), Gen.Char.Select(c => c.ToString())).Array[0, 25].Select(string.Concat),
        AnyOf([.. QuestionTests.Questions().Select(row => row.Data.Item1)]).SelectMany(Mutated));

    [Fact]
    public void No_text_makes_the_reader_fail() => Sentences.Select(Gen.DateTime[new DateTime(2020, 1, 1), new DateTime(2035, 12, 31)]).Sample(
        (text, now) =>
        {
            ProjectYear[] years = [new(new DateOnly(now.Year, 3, 1)), new(new DateOnly(now.Year - 1, 3, 1))];
            var reading = SentenceReader.Read(text, Readers.Context() with { Now = now, ProjectYears = years });
            return reading.ToString().Length > 0
                && (reading is not Unclear unclear || unclear.Choices.Count <= 4)
                && (reading is not StatusQuestion status || status.Rows.Count > 0);
        },
        iter: 20_000);

    [Fact]
    public void Every_case_is_the_reading_of_some_sentence()
    {
        var read = QuestionTests.Questions().Select(row => Readers.Read(row.Data.Item1).GetType()).ToHashSet();
        // An answer is read only where something was asked.
        read.Add(ReplyReader.Read("养老", Readers.Context(), new DraftQuestion(EditField.Domain))!.GetType());
        var cases = typeof(Reading).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Reading)) && !type.IsAbstract);
        Assert.Equal([], cases.Except(read).Select(type => type.Name));
    }

    [Fact]
    public void A_follow_up_is_forgotten_after_ten_minutes()
    {
        var asked = Readers.Read("本月还差几次关爱帮扶");
        var context = Readers.Context();
        var fresh = SentenceReader.Read("那养老呢", context with { Previous = new PreviousReading(asked, context.Now.AddMinutes(-10)) });
        var stale = SentenceReader.Read("那养老呢", context with { Previous = new PreviousReading(asked, context.Now.AddMinutes(-10).AddSeconds(-1)) });
        Assert.IsType<StatusQuestion>(fresh);
        Assert.IsType<ContextQuestion>(stale);
    }

    [Fact]
    public void Spans_show_how_a_sentence_was_cut() =>
        Assert.Equal(
            ["本月=Period { First = 09/01/2024, Last = 09/30/2024, Days = 30 }", "Remaining:还差", "HowMany:几次", "关艾→Topic:关爱=care"],
            SentenceReader.Spans("本月还差几次关艾", Readers.Context()));

    private static Gen<string> AnyOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> Mutated(string text) =>
        from at in Gen.Int[0, text.Length]
        from cut in Gen.Int[0, 3]
        from piece in AnyOf(Pieces)
        select text[..at] + piece + text[Math.Min(at + cut, text.Length)..];
}
