using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using StationBot.Understanding.Lexicon;

namespace StationBot.Understanding.Spans;

/// <summary>
/// A sentence in one way of writing: half width, lower case, simplified, without emoji, control characters and needless blanks.
/// <see cref="Origin"/> leads back to what was typed.
/// </summary>
internal sealed class NormalisedText
{
    /// <summary>Longer messages are refused before they are read (product.md §9); the reader itself just stops here.</summary>
    public const int MaxLength = 2000;

    private const string KeptPunctuation = "、，。？！：；.,?!:;-/~—–·#+%×()（）“”\"'";

    private static readonly FrozenDictionary<char, char> Simplified = ReadPairs(TraditionalTable.Pairs);

    private readonly string _typed;
    private readonly int[] _origin;

    private NormalisedText(string typed, string text, int[] origin) => (_typed, Text, _origin) = (typed, text, origin);

    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>What was typed where the normalised text has this piece.</summary>
    public string Typed(int start, string piece)
    {
        var typed = _typed.AsSpan(_origin[start].._origin[start + piece.Length]).Trim();
        return typed.SequenceEqual(piece) ? piece : typed.ToString();
    }

    public static NormalisedText Of(string typed)
    {
        var limit = Math.Min(typed.Length, MaxLength);
        var text = new StringBuilder(limit);
        var origin = new int[limit + 1];
        for (var i = 0; i < limit;)
        {
            if (Rune.DecodeFromUtf16(typed.AsSpan(i, limit - i), out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                i++;
                continue;
            }

            if (!rune.IsBmp)
            {
                // Rare characters of names stand outside the basic plane, and so do emoji.
                if (Rune.IsLetter(rune))
                {
                    origin[text.Length] = i;
                    text.Append(typed[i]);
                    origin[text.Length] = i + 1;
                    text.Append(typed[i + 1]);
                }
            }
            else if (Rewrite(typed[i]) is var c && (c != ' ' || BetweenDigits(text, typed, i)) && c != '\0')
            {
                origin[text.Length] = i;
                text.Append(c);
            }

            i += consumed;
            origin[text.Length] = i;
        }

        return new NormalisedText(typed, text.ToString(), origin);
    }

    /// <summary>The one way to write a character, or NUL for what carries no meaning.</summary>
    private static char Rewrite(char c)
    {
        c = c is >= '\uFF01' and <= '\uFF5E' && c is not ('，' or '？' or '！' or '：' or '；' or '（' or '）') ? (char)(c - 0xFEE0) : c;
        if (char.IsWhiteSpace(c))
        {
            return ' ';
        }

        if (char.IsAsciiLetterUpper(c))
        {
            return (char)(c | 0x20);
        }

        if (char.IsLetterOrDigit(c) || c == '〇')
        {
            return Simplified.GetValueOrDefault(c, c);
        }

        return c switch
        {
            '～' or '〜' => '~',
            _ when char.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation => '-',
            _ => KeptPunctuation.Contains(c) ? c : '\0',
        };
    }

    private static bool BetweenDigits(StringBuilder text, string typed, int at) =>
        text.Length > 0 && char.IsDigit(text[^1]) && at + 1 < typed.Length && char.IsDigit(typed[at + 1]);

    private static FrozenDictionary<char, char> ReadPairs(string lines)
    {
        var pairs = lines.Replace("\n", "", StringComparison.Ordinal);
        return Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]);
    }
}
