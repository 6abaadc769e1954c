using System.Security.Cryptography;
using StationBot.Tests.Understanding;
using StationBot.Understanding.Binding;
using StationBot.Understanding.Binding.Telling;
using StationBot.Understanding.Intents;
using StationBot.Understanding.Spans;

namespace StationBot.Benchmarks.Reading;

/// <summary>
/// Learns each model from its sentences (intent, tab, sentence): multinomial logistic regression by stochastic gradient descent with AdaGrad.
/// The same sentences and words give the same file.
/// </summary>
internal static class IntentTrainer
{
    private const int Rounds = 14;
    private const int Folds = 5;
    private const int Seed = 1;
    private const float Step = 0.25f;
    private const float Decay = 1e-5f;

    /// <summary>A piece of one sentence alone tells more of that sentence than of its intent.</summary>
    private const int FewestSentences = 3;

    private const int FewestOfRest = 2;

    /// <summary>Weights that can't turn an answer.</summary>
    private const float Smallest = 0.5f;

    /// <summary>Of fewer sentences weights grow less.</summary>
    private const float SmallestOfServices = 0.05f;

    /// <summary>What is asked or told, and which service it is that was done.</summary>
    private static readonly (string Sentences, string Model)[] All = [("sentences.tsv", IntentModel.IntentsFile), ("services.tsv", IntentModel.ServicesFile)];

    /// <summary>Writes the models.</summary>
    public static int Run(string folder, TextWriter output)
    {
        foreach (var (sentences, model) in All)
        {
            var file = FileIn(folder, sentences);
            var (rows, scanned, pieces) = Read(file, model);
            var intents = IntentsOf(rows);
            var (known, weights) = Learn(pieces, rows.ConvertAll(row => intents.IndexOf(row.Intent)), intents.Count);
            using var stream = File.Create(FileIn(folder, model));
            IntentModel.Write(stream, HashOf(file), intents, WeightsOf(known, weights, intents.Count, model == IntentModel.ServicesFile ? SmallestOfServices : Smallest), Rests(rows.Select(row => row.Intent), scanned));
            output.WriteLine($"{model}: {rows.Count} sentences, {intents.Count} intents, {known.Length} pieces, {stream.Length / 1024} KB");
        }

        return 0;
    }

    /// <summary>Learns from four fifths of the sentences and asks for the others, five times over: what the models are worth on what they haven't seen.</summary>
    public static int Check(string folder, TextWriter output)
    {
        foreach (var (sentences, model) in All)
        {
            output.WriteLine(sentences);
            Check(Read(FileIn(folder, sentences), model), output);
        }

        return 0;
    }

    private static void Check((List<(string Intent, string Text)> Rows, List<Token[]> Scanned, List<uint[]> Pieces) read, TextWriter output)
    {
        var (rows, _, pieces) = read;
        var intents = IntentsOf(rows);
        var labels = rows.ConvertAll(row => intents.IndexOf(row.Intent));
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Random(Seed).Shuffle(order);
        var found = new List<(float Share, bool IsRight)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learned = order.Where((_, at) => at % Folds != fold).ToList();
            var (known, weights) = Learn(learned.ConvertAll(at => pieces[at]), learned.ConvertAll(at => labels[at]), intents.Count);
            var scores = new float[intents.Count];
            foreach (var at in order.Where((_, at) => at % Folds == fold))
            {
                Score(weights, [.. pieces[at].Select(piece => Array.BinarySearch(known, piece)).Where(place => place >= 0)], scores);
                found.Add((scores.Max(), Array.IndexOf(scores, scores.Max()) == labels[at]));
            }
        }

        foreach (var least in (float[])[0, 0.5f, 0.75f, 0.9f])
            output.WriteLine($"share of at least {least:0.##}: {found.Count(one => one.Share >= least)} of {found.Count} sentences, {found.Where(one => one.Share >= least).Average(one => one.IsRight ? 1.0 : 0):P1} right");
    }

    private static string FileIn(string folder, string name) => Path.Combine(folder, "Bot", "Understanding", "Intents", name);

    private static (List<(string Intent, string Text)> Rows, List<Token[]> Scanned, List<uint[]> Pieces) Read(string file, string model)
    {
        var context = Readers.Context();
        var rows = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(parts => (Intent: parts[0], Text: parts[1])).ToList();
        var scanned = rows.ConvertAll(row => Scanner.Scan(NormalisedText.Of(row.Text), context));
        var pieces = model == IntentModel.ServicesFile
            ? rows.Zip(scanned, (row, tokens) => ServiceTopic.PiecesOf(new Story(new Sentence(NormalisedText.Of(row.Text), tokens, context)))).ToList()
            : scanned.ConvertAll(tokens => IntentFeatures.Of(tokens, context.Vocabulary.Catalog));
        return (rows, scanned, pieces);
    }

    private static List<string> IntentsOf(List<(string Intent, string Text)> rows) => [.. rows.Select(row => row.Intent).Distinct().Order(StringComparer.Ordinal)];

    private static (uint[] Known, float[] Weights) Learn(List<uint[]> pieces, List<int> labels, int intents)
    {
        var known = pieces.SelectMany(piece => piece).GroupBy(piece => piece).Where(group => group.Count() >= FewestSentences).Select(group => group.Key).Order().ToArray();
        var examples = pieces.ConvertAll(all => all.Select(piece => Array.BinarySearch(known, piece)).Where(at => at >= 0).ToArray());
        return (known, Learn(examples, labels, known.Length, intents));
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
                var scale = Score(weights, example, scores);
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

    /// <returns>What each weight counts for in a sentence of so many pieces.</returns>
    private static float Score(float[] weights, int[] example, float[] scores)
    {
        var scale = 1 / MathF.Sqrt(Math.Max(example.Length, 1));
        Array.Clear(scores);
        foreach (var piece in example)
        {
            for (var intent = 0; intent < scores.Length; intent++)
                scores[intent] += weights[(piece * scores.Length) + intent];
        }

        IntentModel.Normalise(scores, scale);
        return scale;
    }

    private static List<(uint Piece, IReadOnlyList<(int Intent, float Weight)> Weights)> WeightsOf(uint[] known, float[] weights, int intents, float smallest) =>
        [.. known.Select((piece, at) => (piece, (IReadOnlyList<(int, float)>)[.. Enumerable.Range(0, intents).Select(intent => (intent, weights[(at * intents) + intent])).Where(weight => MathF.Abs(weight.Item2) >= smallest)]))];

    /// <summary>What no word explains in at least two sentences that say something, and in none that is to be asked back.</summary>
    private static IEnumerable<uint> Rests(IEnumerable<string> intents, List<Token[]> scanned)
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
