using StationBot.Indicators;
using StationBot.Naming;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>All words that sentences are read with: the catalogue's and the lexicon's, by writing and by sound. Built once for a catalogue.</summary>
public sealed class Vocabulary
{
    public Vocabulary(Catalog catalog)
    {
        Catalog = catalog;
        AllRows = new RowSet(catalog, catalog.Rows);
        // The catalogue's words come first: they win over the lexicon's.
        foreach (var word in WordsOf(catalog).Concat(WordTable.All.SelectMany(table => table.Read())))
            Add(word);
        var small = ServiceWords.SmallByPinyin.Split(' ').ToHashSet();
        foreach (var word in WordTable.All.SelectMany(table => table.Read()).Where(word => small.Contains(word.Text)))
            AddLetters(word);
        foreach (var period in ServiceWords.PeriodsBySound.Split(' '))
            AddSound(new Word(WordKind.Period, period, period));
    }

    public Catalog Catalog { get; }

    /// <summary>Pieces of text that hint at something; see <see cref="Clue"/>.</summary>
    internal WordTrie<ClueWord> Clues { get; } = ReadClues();

    public RowSet AllRows { get; }

    internal WordTrie<Word> ByWriting { get; } = new();

    /// <summary>Keys are the signs of <see cref="Pinyin.Sound"/>.</summary>
    internal WordTrie<Word> BySound { get; } = new();

    /// <summary>guanai.</summary>
    internal WordTrie<Word> ByPinyin { get; } = new();

    internal static IEnumerable<Word> WordsOf(Catalog catalog)
    {
        foreach (var row in catalog.Rows)
        {
            foreach (var word in row.Area.IsDomain ? row.Synonyms : [row.ShortName, .. row.Synonyms])
                yield return new Word(WordKind.Row, NormalisedText.Of(word).Text, row.Id);
        }

        foreach (var topic in catalog.Topics)
        {
            foreach (var word in (IEnumerable<string>)[topic.Name, .. topic.Synonyms])
                yield return new Word(WordKind.Topic, NormalisedText.Of(word).Text, topic.Id);
        }

        foreach (var area in catalog.Areas)
        {
            // 儿童关爱 stands for the task in the catalogue, but people mean the topic of that domain: such pairs are read as two words.
            foreach (var word in area.Synonyms.Where(word => !IsPair(catalog, area, word)).Prepend(area.Name))
                yield return new Word(WordKind.Area, NormalisedText.Of(word).Text, area.Id);
        }
    }

    private static WordTrie<ClueWord> ReadClues()
    {
        var pieces = new Dictionary<string, Clue>();
        foreach (var table in ClueWords.Tables)
        {
            foreach (var piece in table.Read())
                pieces[piece] = pieces.GetValueOrDefault(piece) | table.Clue;
        }

        var clues = new WordTrie<ClueWord>();
        foreach (var (piece, clue) in pieces)
            clues.TryAdd(piece, new ClueWord(clue));
        return clues;
    }

    private static bool IsPair(Catalog catalog, TaskArea area, string word) =>
        catalog.Topics.SelectMany(topic => topic.Synonyms.Prepend(topic.Name))
            .Any(topic => word.EndsWith(topic, StringComparison.Ordinal) && area.Synonyms.Contains(word[..^topic.Length]));

    private void Add(Word word)
    {
        if (ByWriting.TryAdd(word.Text, word) && MayBeBent(word))
            AddSound(word);
    }

    private void AddSound(Word word)
    {
        BySound.TryAdd(string.Concat(word.Text.Select(Pinyin.Sound)), word);
        // 调 of 调研 is read diao, and 掉研 typed for it.
        if (word.Text.Contains('调', StringComparison.Ordinal))
            BySound.TryAdd(string.Concat(word.Text.Replace('调', '掉').Select(Pinyin.Sound)), word);
        AddLetters(word);
    }

    private void AddLetters(Word word)
    {
        if (Pinyin.Letters(word.Text) is { } letters)
            ByPinyin.TryAdd(letters, word);
        if (word.Text.Contains('调', StringComparison.Ordinal) && Pinyin.Letters(word.Text.Replace('调', '掉')) is { } others)
            ByPinyin.TryAdd(others, word);
    }

    /// <summary>
    /// Only words that carry the meaning: to bend a word to a filler would hide that it was not understood,
    /// and an order that deletes is never guessed. Nor is a form of one character with 个案 or 小组 behind it: it would be the end of a name (王洁个案, 结个案).
    /// </summary>
    private static bool MayBeBent(Word word) =>
        word.Text.Length >= (word.Kind switch { WordKind.Form => 4, WordKind.About => 3, _ => 2 })
        && word.Text.All(c => Pinyin.Sound(c) != '\0')
        && word.Kind is WordKind.Area or WordKind.Topic or WordKind.Row or WordKind.AllRows or WordKind.Remaining or WordKind.HowMany or WordKind.What
            or WordKind.Progress or WordKind.Form or WordKind.JoinCode or WordKind.Help or WordKind.Hello
            or WordKind.Family or WordKind.AskingFamily or WordKind.Mode or WordKind.Did or WordKind.About;
}
