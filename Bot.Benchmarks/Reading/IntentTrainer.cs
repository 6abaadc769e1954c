using System.Security.Cryptography;
using StationBot.Tests.Understanding;
using StationBot.Understanding.Binding;
using StationBot.Understanding.Binding.Telling;
using StationBot.Understanding.Intents;
using StationBot.Understanding.Spans;

namespace StationBot.Benchmarks.Reading;

/// <summary>
/// Learns each model from its sentences (intent, tab, sentence): multinomial logistic regression by stochastic gradient descent with AdaGrad.
/// The same sentences give the same file.
/// </summary>
internal static class IntentTrainer
{
    private const int Rounds = 14;
    private const int Seed = 1;
    private const float Step = 0.25f;
    private const float Decay = 1e-5f;

    /// <summary>A piece of one sentence alone tells more of that sentence than of its intent.</summary>
    private const int FewestSentences = 3;

    private const int FewestOfRest = 2;

    /// <summary>Weights that can't turn an answer.</summary>
    private const float Smallest = 0.5f;

    /// <summary>What is told or asked, and which service it is that was done.</summary>
    private static readonly (string Sentences, string Model)[] All = [("sentences.tsv", IntentModel.IntentsFile), ("services.tsv", IntentModel.ServicesFile)];

    public static int Run(string folder, TextWriter output)
    {
        foreach (var (sentences, model) in All)
            Run(Path.Combine(folder, "Bot", "Understanding", "Intents"), sentences, model, output);
        return 0;
    }

    private static void Run(string folder, string sentences, string model, TextWriter output)
    {
        var file = Path.Combine(folder, sentences);
        var rows = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(parts => (Intent: parts[0], Text: parts[1])).ToList();
        using var stream = File.Create(Path.Combine(folder, model));
        Learn(model, rows, HashOf(file), stream);
        output.WriteLine($"{model}: {rows.Count} sentences, {stream.Length / 1024} KB");
    }

    internal static void Learn(string model, List<(string Intent, string Text)> rows, string hash, Stream to)
    {
        var context = Readers.Context();
        var scanned = rows.ConvertAll(row => Scanner.Scan(NormalisedText.Of(row.Text), context));
        var intents = rows.Select(row => row.Intent).Distinct().Order(StringComparer.Ordinal).ToList();
        var labels = rows.ConvertAll(row => intents.IndexOf(row.Intent));

        var pieces = rows.Zip(scanned, (row, tokens) => model == IntentModel.ServicesFile
            ? ServiceTopic.PiecesOf(new Story(new Sentence(NormalisedText.Of(row.Text), tokens, context)))
            : IntentFeatures.Of(tokens, context.Vocabulary.Catalog)).ToList();
        var known = pieces.SelectMany(piece => piece).GroupBy(piece => piece).Where(group => group.Count() >= FewestSentences).Select(group => group.Key).Order().ToArray();
        var examples = pieces.ConvertAll(all => all.Select(piece => Array.BinarySearch(known, piece)).Where(at => at >= 0).ToArray());
        var weights = Learn(examples, labels, known.Length, intents.Count);
        IntentModel.Write(to, hash, intents, WeightsOf(known, weights, intents.Count), Rests(rows.Select(row => row.Intent), scanned));
    }

    public static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    private static float[] Learn(List<int[]> examples, List<int> labels, int pieces, int intents)
    {
        var (weights, squares, scores) = (new float[pieces * intents], new float[pieces * intents], new float[intents]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var example = examples[at];
                var scale = 1 / MathF.Sqrt(Math.Max(example.Length, 1));
                Array.Clear(scores);
                foreach (var piece in example)
                {
                    for (var intent = 0; intent < intents; intent++)
                        scores[intent] += weights[(piece * intents) + intent];
                }

                IntentModel.Normalise(scores, scale);
                for (var intent = 0; intent < intents; intent++)
                {
                    var error = scores[intent] - (intent == labels[at] ? 1 : 0);
                    if (MathF.Abs(error) < 5e-3f)
                        continue;
                    foreach (var piece in example)
                    {
                        var place = (piece * intents) + intent;
                        var slope = (error * scale) + (Decay * weights[place]);
                        squares[place] += slope * slope;
                        weights[place] -= Step * slope / MathF.Sqrt(squares[place] + 1e-6f);
                    }
                }
            }
        }

        return weights;
    }

    private static List<(uint Piece, IReadOnlyList<(int Intent, float Weight)> Weights)> WeightsOf(uint[] known, float[] weights, int intents) =>
        [.. known.Select((piece, at) => (piece, (IReadOnlyList<(int, float)>)[.. Enumerable.Range(0, intents).Select(intent => (intent, weights[(at * intents) + intent])).Where(weight => MathF.Abs(weight.Item2) >= Smallest)]))];

    /// <summary>What no word explains in at least two sentences that say something, and in none that is to be asked back.</summary>
    private static IEnumerable<uint> Rests(IEnumerable<string> intents, List<List<Token>> scanned)
    {
        var rows = intents.Zip(scanned, (intent, tokens) => (IsAskedBack: intent is "clarify" or "none", Pieces: tokens.Where(token => token.Kind == WordKind.Unknown).SelectMany(token => PiecesOf(token.Text)).Distinct())).ToList();
        var askedBack = rows.Where(row => row.IsAskedBack).SelectMany(row => row.Pieces).ToHashSet();
        return rows.Where(row => !row.IsAskedBack)
            .SelectMany(row => row.Pieces)
            .GroupBy(piece => piece)
            .Where(group => group.Count() >= FewestOfRest && !askedBack.Contains(group.Key))
            .Select(group => IntentModel.RestOf(group.Key));
    }

    private static IEnumerable<string> PiecesOf(string rest) =>
        rest.Length == 1 ? [rest] : Enumerable.Range(0, rest.Length - 1).Select(at => rest.Substring(at, 2));
}
