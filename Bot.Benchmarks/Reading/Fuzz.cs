using System.Diagnostics;
using System.Globalization;
using StationBot.Understanding;

namespace StationBot.Benchmarks.Reading;

/// <summary>Random and mutated sentences, the same in each run; none may throw. Says how long readings take, and which took longest.</summary>
internal static class Fuzz
{
    private const string Odd = "0123456789０９一二十百千万零〇两半.,，。：:；;？?！!、-~/()（）“”\"'#@%×年月日号周点个次条户元块节 \t\n\0😊\ud83d\ufeff\u200b\u3000";

    public static int Run(int count, TextWriter output)
    {
        var random = new Random(2024);
        var context = Sentences.Context(25);
        var ticks = new long[count];
        var (slowest, text) = (0L, "");
        foreach (var sentence in Sentences.All)
            SentenceReader.Read(sentence, context);
        for (var i = 0; i < count; i++)
        {
            var sentence = Mutated(random);
            var began = Stopwatch.GetTimestamp();
            try
            {
                SentenceReader.Read(sentence, context);
            }
            catch (Exception e)
            {
                output.WriteLine($"“{sentence}”: {e}");
                return 1;
            }

            ticks[i] = Stopwatch.GetTimestamp() - began;
            if (ticks[i] > slowest)
                (slowest, text) = (ticks[i], sentence);
        }

        Array.Sort(ticks);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} sentences, no exception. Microseconds: median {Microseconds(ticks[count / 2]):0}, 99 % {Microseconds(ticks[count * 99L / 100]):0}, slowest {Microseconds(slowest):0}, of {text.Length} characters: “{text.ReplaceLineEndings(" ")}”"));
        return 0;
    }

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;

    private static string Mutated(Random random)
    {
        if (random.Next(20) == 0)
            return new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(char.MaxValue + 1))]);
        var text = Pick(random).ToList();
        if (random.Next(3) == 0)
            text.AddRange(Pick(random));
        for (var change = random.Next(5); change > 0 && text.Count > 0; change--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(5))
            {
                case 0:
                    text.RemoveAt(at);
                    break;
                case 1:
                    text.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next('\u4e00', '\u9fa6');
                    break;
                case 3:
                    (text[at], text[^1]) = (text[^1], text[at]);
                    break;
                default:
                    var piece = Pick(random);
                    text.InsertRange(at, piece[..random.Next(piece.Length + 1)]);
                    break;
            }
        }

        return string.Concat(text);
    }

    private static string Pick(Random random) => Sentences.All[random.Next(Sentences.All.Length)];
}
