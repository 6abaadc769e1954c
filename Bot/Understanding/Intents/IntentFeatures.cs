using System.Runtime.InteropServices;
using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Intents;

/// <summary>
/// A sentence as the numbers of its pieces: every run of one to four characters with names, days, numbers and rows masked, every run of two
/// or three as it is read, and the words that carry meaning. What somebody is called, or which day is meant, tells nothing of what is asked.
/// </summary>
internal static class IntentFeatures
{
    private const int LongestMasked = 4;
    private const int LongestRead = 3;

    /// <summary>What is masked stands in Unicode's private area: one character a kind.</summary>
    private const char FirstMask = '\uE000';
    private const char FirstTopic = '\uE100';

    private const char Begin = '\u0002';
    private const char End = '\u0003';

    private const uint MaskedSeed = 2166136261;
    private const uint ReadSeed = 2870177450;
    private const uint WordSeed = 374761393;

    /// <returns>Each once, in ascending order.</returns>
    /// <param name="beside">What else is known of the sentence.</param>
    public static uint[] Of(Token[] tokens, Catalog catalog, IEnumerable<uint>? beside = null)
    {
        var (masked, read) = (new System.Text.StringBuilder().Append(Begin), new System.Text.StringBuilder().Append(Begin));
        var found = new List<uint>(tokens.Length * 24);
        foreach (var token in tokens)
        {
            var text = token.IsBent ? token.Word.Text : token.Text;
            read.Append(text);
            if (MaskOf(token, catalog) is { } mask)
                masked.Append(mask);
            else
                masked.Append(text);
            if (token.Kind is not (WordKind.Filler or WordKind.Unknown or WordKind.Punctuation))
                found.Add(Hash(IsTelling(token.Kind) ? token.Meaning : "", WordSeed + (uint)token.Kind));
        }

        AddRuns(found, masked.Append(End).ToString(), 1, LongestMasked, MaskedSeed);
        AddRuns(found, read.Append(End).ToString(), 2, LongestRead, ReadSeed);
        found.AddRange(beside ?? []);
        var pieces = CollectionsMarshal.AsSpan(found);
        pieces.Sort();
        var count = 0;
        foreach (var piece in pieces)
        {
            if (count == 0 || pieces[count - 1] != piece)
                pieces[count++] = piece;
        }

        return pieces[..count].ToArray();
    }

    private static char? MaskOf(Token token, Catalog catalog) => token.Kind switch
    {
        WordKind.Topic => (char)(FirstTopic + 1 + IndexOf(catalog, token.Meaning)),
        WordKind.Period or WordKind.Number or WordKind.Person or WordKind.Worker or WordKind.Village or WordKind.Tag or WordKind.Area or WordKind.Row => (char)(FirstMask + (int)token.Kind),
        _ => null,
    };

    /// <summary>-1 for several topics in one word.</summary>
    private static int IndexOf(Catalog catalog, string topic)
    {
        for (var i = 0; i < catalog.Topics.Count; i++)
        {
            if (catalog.Topics[i].Id == topic)
                return i;
        }

        return -1;
    }

    /// <summary>Kinds whose meaning says what is asked, and not of what.</summary>
    private static bool IsTelling(WordKind kind) =>
        kind is WordKind.Family or WordKind.AskingFamily or WordKind.About or WordKind.Form or WordKind.Topic or WordKind.Order or WordKind.Context or WordKind.FileDeed;

    private static void AddRuns(List<uint> found, string text, int shortest, int longest, uint seed)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var hash = seed;
            for (var length = 1; length <= longest && from + length <= text.Length; length++)
            {
                hash = Mix(hash, text[from + length - 1]);
                if (length >= shortest)
                    found.Add(hash + (uint)length);
            }
        }
    }

    public static uint Hash(ReadOnlySpan<char> text, uint seed)
    {
        foreach (var c in text)
            seed = Mix(seed, c);
        return seed;
    }

    /// <summary>FNV-1a: the same on every machine and in every run.</summary>
    private static uint Mix(uint hash, char c) => unchecked((((hash ^ (c & 0xFFu)) * 16777619u) ^ (uint)(c >> 8)) * 16777619u);
}
