using System.Text;

namespace StationBot.Naming;

/// <summary>How characters sound, without tones.</summary>
internal static class Pinyin
{
    private static readonly Dictionary<char, string> Syllables = ReadTable();

    /// <summary>One sign for each syllable; syllables that many speakers don't tell apart (zh/z, ing/in …) share one.</summary>
    private static readonly Dictionary<char, char> Sounds = NumberSounds();

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

    private static Dictionary<char, string> ReadTable()
    {
        var syllables = new Dictionary<char, string>();
        foreach (var line in PinyinTable.Lines.Split('\n'))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var syllable = line[..blank];
            foreach (var c in line.AsSpan(blank + 1))
            {
                syllables.Add(c, syllable);
            }
        }

        return syllables;
    }

    private static Dictionary<char, char> NumberSounds()
    {
        var signs = new Dictionary<string, char>();
        var sounds = new Dictionary<char, char>(Syllables.Count);
        foreach (var (c, syllable) in Syllables)
        {
            var sound = Blur(syllable);
            signs.TryAdd(sound, (char)(signs.Count + 1));
            sounds.Add(c, signs[sound]);
        }

        return sounds;
    }

    private static string Blur(string syllable)
    {
        var blurred = syllable.Length > 1 && syllable[0] is 'z' or 'c' or 's' && syllable[1] == 'h' ? syllable[0] + syllable[2..] : syllable;
        return blurred.EndsWith("ing", StringComparison.Ordinal) || blurred.EndsWith("eng", StringComparison.Ordinal) ? blurred[..^1] : blurred;
    }
}
