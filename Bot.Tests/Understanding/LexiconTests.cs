using StationBot.Understanding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Tests.Understanding;

public sealed class LexiconTests
{
    private static readonly Word[] Words = [.. WordTable.All.SelectMany(table => table.Read())];

    [Fact]
    public void Each_word_stands_once_in_the_lexicon()
    {
        var twice = Words.CountBy(word => word.Text).Where(count => count.Value > 1).Select(count => count.Key);
        Assert.Equal("", string.Join(' ', twice));
    }

    [Fact]
    public void No_word_of_the_lexicon_is_one_of_the_catalogue()
    {
        var catalogue = Vocabulary.WordsOf(Readers.Vocabulary.Catalog).Select(word => word.Text).ToHashSet();
        Assert.Equal("", string.Join(' ', Words.Select(word => word.Text).Where(catalogue.Contains)));
    }

    [Fact]
    public void Words_are_written_as_normalised_sentences_are()
    {
        var others = Words.Select(word => word.Text).Where(word => NormalisedText.Of(word).Text != word);
        Assert.Equal("", string.Join(' ', others));
    }

    [Fact]
    public void Every_meaning_of_the_lexicon_is_known()
    {
        var catalog = Readers.Vocabulary.Catalog;
        foreach (var word in Words)
        {
            var known = word.Kind switch
            {
                WordKind.Row => catalog.Find(word.Meaning) is not null,
                WordKind.Topic => word.Meaning == "rule" || word.Meaning.Split('+').All(topic => catalog.OfTopic(topic).Any()),
                WordKind.Family or WordKind.AskingFamily or WordKind.Order => Enum.TryParse<RequestFamily>(word.Meaning, out _),
                WordKind.About => Enum.TryParse<Matter>(word.Meaning, out _),
                WordKind.Refused => Enum.TryParse<RefusalKind>(word.Meaning, out _),
                WordKind.Form => typeof(Forms).GetFields().Any(form => (string?)form.GetValue(null) == word.Meaning),
                WordKind.Mode => word.Meaning is "上门" or "电话" or "视频" or "到站" or "集体",
                _ => true,
            };
            Assert.True(known, word.ToString());
        }
    }
}
