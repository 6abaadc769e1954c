using System.Collections.Frozen;
using System.Text;

namespace StationBot.Naming;

/// <summary>How characters sound, without tones.</summary>
internal static class Pinyin
{
    private static readonly FrozenDictionary<char, string> Syllables = ReadTable();

    /// <summary>One sign for each syllable; syllables that many speakers don't tell apart (zh/z, ing/in …) share one.</summary>
    private static readonly FrozenDictionary<char, char> Sounds = NumberSounds();

    /// <summary>The sign of a character's sound, or NUL where the table has none.</summary>
    public static char Sound(char c) => Sounds.GetValueOrDefault(c);

    /// <summary>guanai for 关爱; null when a character is not in the table.</summary>
    public static string? Letters(string word)
    {
        var letters = new StringBuilder();
        foreach (var c in word)
        {
            if (!Syllables.TryGetValue(c, out var syllable))
            {
                return null;
            }

            letters.Append(syllable);
        }

        return letters.ToString();
    }

    private static FrozenDictionary<char, string> ReadTable() =>
        PinyinTable.Lines.Split('\n')
            .Select(line => line.Split(' '))
            .SelectMany(parts => parts[1].Select(c => (Character: c, Syllable: parts[0])))
            .ToFrozenDictionary(pair => pair.Character, pair => pair.Syllable);

    private static FrozenDictionary<char, char> NumberSounds()
    {
        var signs = new Dictionary<string, char>();
        return Syllables.ToFrozenDictionary(pair => pair.Key, pair =>
        {
            var sound = Blur(pair.Value);
            signs.TryAdd(sound, (char)(signs.Count + 1));
            return signs[sound];
        });
    }

    private static string Blur(string syllable)
    {
        var blurred = syllable.Length > 1 && syllable[0] is 'z' or 'c' or 's' && syllable[1] == 'h' ? syllable[0] + syllable[2..] : syllable;
        return blurred.EndsWith("ing", StringComparison.Ordinal) || blurred.EndsWith("eng", StringComparison.Ordinal) ? blurred[..^1] : blurred;
    }
}
