using StationBot.Naming;
using StationBot.Understanding.Periods;

namespace StationBot.Understanding.Spans;

/// <summary>
/// Cuts a sentence into the words that explain it best: every place offers the words that begin there, and the cheapest chain from the
/// beginning to the end wins. What is in the lexicon is cheap, few long words are cheaper than many short ones, a bent word is dear,
/// and dearer still is what nothing explains; so a word is bent only when nothing else reads better.
/// </summary>
internal static class Scanner
{
    private const int NameCost = 9;
    private const int PeriodCost = 9;
    private const int WordCost = 10;
    private const int NumberCost = 12;

    /// <summary>One character that says nothing may as well be half of a misspelt word.</summary>
    private const int LoneFillerCost = 16;
    private const int PinyinCost = 14;
    private const int BentCost = 30;
    private const int UnknownCost = 25;

    public static Token[] Scan(NormalisedText sentence, ReadingContext context)
    {
        var text = sentence.Text;
        var clock = new PeriodClock(DateOnly.FromDateTime(context.Now), context.ProjectYears);
        var best = new Step[text.Length + 1];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            best[i] = new Step(UnknownCost + best[i + 1].Cost, 1, null, default, false);
            OfferWords(best, text, i, context.Vocabulary.ByWriting, WordCost);
            if (context.Names is { } names)
                OfferWords(best, text, i, names.Trie, NameCost);
            if (PeriodReader.MayBeginAt(text, i))
                OfferNumbers(best, text, i, clock);
            if (char.IsAsciiLetterLower(text[i]))
                OfferPinyin(best, text, i, context.Vocabulary.ByPinyin, clock);
            else
                OfferSounds(best, text, i, context.Vocabulary.BySound, clock);
        }

        return Follow(best, sentence);
    }

    private static void OfferWords(Step[] best, string text, int from, WordTrie<Word> trie, int cost)
    {
        for (int i = from, node = 0; i < text.Length && (node = trie.Step(node, text[i])) >= 0; i++)
        {
            if (trie.At(node) is { } word)
                Offer(best, from, new Step(i == from && word.Kind == WordKind.Filler ? LoneFillerCost : cost, i + 1 - from, word, default, false));
        }
    }

    private static void OfferNumbers(Step[] best, string text, int from, PeriodClock clock)
    {
        var rest = text.AsSpan(from);
        var period = PeriodReader.Read(rest, clock);
        if (period.Found)
            Offer(best, from, new Step(PeriodCost, period.Length, Words.Period, period, false));
        var (length, _) = Numbers.Read(rest);
        if (length > 0)
            Offer(best, from, new Step(NumberCost, length, Words.Number, default, false));
    }

    private static void OfferPinyin(Step[] best, string text, int from, WordTrie<Word> trie, PeriodClock clock)
    {
        for (int i = from, node = 0; i < text.Length && (node = trie.Step(node, text[i])) >= 0; i++)
        {
            if (trie.At(node) is { } word)
                Offer(best, from, Bend(PinyinCost, i + 1 - from, word, clock));
        }
    }

    private static void OfferSounds(Step[] best, string text, int from, WordTrie<Word> trie, PeriodClock clock)
    {
        for (int i = from, node = 0; i < text.Length && Pinyin.Sound(text[i]) is not '\0' and var sound && (node = trie.Step(node, sound)) >= 0; i++)
        {
            if (trie.At(node) is { } word && !text.AsSpan(from, i + 1 - from).SequenceEqual(word.Text))
                Offer(best, from, Bend(BentCost, i + 1 - from, word, clock));
        }
    }

    private static Step Bend(int cost, int length, Word word, PeriodClock clock) =>
        new(cost, length, word, word.Kind == WordKind.Period ? PeriodReader.Read(word.Text, clock) : default, true);

    private static void Offer(Step[] best, int from, Step step)
    {
        var cost = step.Cost + best[from + step.Length].Cost;
        if (cost < best[from].Cost)
            best[from] = step with { Cost = cost };
    }

    private static Token[] Follow(Step[] best, NormalisedText sentence)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < sentence.Length;)
        {
            var step = best[i];
            var length = step.Length;
            // Neighbouring characters that nothing explains are one unknown word.
            while (step.Word is null && i + length < sentence.Length && best[i + length].Word is null)
                length++;
            var word = step.Word ?? Words.Unknown;
            var text = sentence.Text.AsSpan(i, length).SequenceEqual(word.Text) ? word.Text : sentence.Text.Substring(i, length);
            tokens.Add(new Token(word, text, sentence.Typed(i, text), step.Period, step.IsBent));
            i += length;
        }

        return [.. tokens];
    }

    /// <summary>The first word of the cheapest chain from here to the end, and the cost of the whole chain.</summary>
    private readonly record struct Step(int Cost, int Length, Word? Word, PeriodMatch Period, bool IsBent);

    private static class Words
    {
        public static readonly Word Unknown = new(WordKind.Unknown, "", "");
        public static readonly Word Period = new(WordKind.Period, "", "");
        public static readonly Word Number = new(WordKind.Number, "", "");
    }
}
