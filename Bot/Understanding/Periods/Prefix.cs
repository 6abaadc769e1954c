using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Periods;

/// <summary>The small steps of the rules: what does the text begin with?</summary>
internal static class Prefix
{
    /// <summary>The length of the first of these words that the text begins with, else 0. Longer words stand before their beginnings.</summary>
    public static int Any(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }

        return 0;
    }

    /// <summary>The word of a table that the text begins with; the longest one.</summary>
    public static (int Length, int Value) In(ReadOnlySpan<char> text, (string Word, int Value)[] table)
    {
        var best = (Length: 0, Value: 0);
        foreach (var (word, value) in table)
        {
            if (word.Length > best.Length && text.StartsWith(word, StringComparison.Ordinal))
                best = (word.Length, value);
        }

        return best;
    }

    /// <summary>A number within bounds and the word after it; the length is 0 where either is missing.</summary>
    public static (int Length, int Value) NumberThen(ReadOnlySpan<char> text, int least, int most, params ReadOnlySpan<string> words)
    {
        var (length, value) = Numbers.Read(text);
        if (length == 0 || value < least || value > most)
            return default;
        var word = Any(text[length..], words);
        return word == 0 ? default : (length + word, value);
    }
}
