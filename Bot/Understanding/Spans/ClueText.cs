namespace StationBot.Understanding.Spans;

/// <summary>A piece of text and its clue.</summary>
internal sealed record ClueWord(Clue Clue);

/// <summary>The clues of a sentence: one walk over its characters; a sentence without any costs a look-up a character.</summary>
internal static class ClueText
{
    public static Clue Read(string text, WordTrie<ClueWord> words)
    {
        var found = Clue.None;
        for (var i = 0; i < text.Length; i++)
        {
            for (int at = i, node = 0; at < text.Length && (node = words.Step(node, text[at])) >= 0; at++)
                found |= words.At(node)?.Clue ?? Clue.None;
        }

        return found;
    }

    /// <summary>Which characters stand in a clue.</summary>
    public static bool[] Cover(string text, WordTrie<ClueWord> words)
    {
        var covered = new bool[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            for (int at = i, node = 0; at < text.Length && (node = words.Step(node, text[at])) >= 0; at++)
            {
                if (words.At(node) is not null)
                    covered.AsSpan(i, at + 1 - i).Fill(true);
            }
        }

        return covered;
    }
}
