using System.Runtime.InteropServices;
using System.Text;
using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Intents;

/// <summary>
/// How well each intent explains a sentence, learned from sentences that people labelled (sentences.tsv): a weight for each piece of text and
/// intent, added up. Nothing is guessed from it alone; see <see cref="IntentArbiter"/>.
/// </summary>
internal sealed class IntentModel
{
    public const string IntentsFile = "intents.bin";
    public const string ServicesFile = "services.bin";

    private const uint Magic = 0x314D4E49;
    private const uint RestSeed = 97;
    private const int LeadingBits = 12;
    private const string Batch = "_batch";

    private readonly uint[] _pieces;
    private readonly int[] _starts;
    private readonly byte[] _intents;
    private readonly sbyte[] _weights;
    private readonly float _scale;
    private readonly uint[] _rests;

    /// <summary>Where the pieces with each leading <see cref="LeadingBits"/> bits begin: hashes are spread evenly, so a few stand in each.</summary>
    private readonly int[] _leading = new int[(1 << LeadingBits) + 1];

    private readonly int[] _kinds;
    private readonly Dictionary<string, int> _kindOf = new(StringComparer.Ordinal);

    internal IntentModel(BinaryReader from)
    {
        if (from.ReadUInt32() != Magic)
            throw new InvalidDataException("This is no model.");
        Sentences = from.ReadString();
        Intents = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        _scale = from.ReadSingle();
        _pieces = Read<uint>(from);
        _starts = Read<int>(from);
        _intents = Read<byte>(from);
        _weights = Read<sbyte>(from);
        _rests = Read<uint>(from);
        for (var (at, leading) = (0, 0); leading < _leading.Length; leading++)
        {
            while (at < _pieces.Length && _pieces[at] >> (32 - LeadingBits) < leading)
                at++;
            _leading[leading] = at;
        }

        foreach (var intent in Intents)
            _kindOf.TryAdd(Single(intent), _kindOf.Count);
        _kinds = [.. Intents.Select(intent => _kindOf[Single(intent)])];
    }

    /// <summary>Read when the first sentence asks for it.</summary>
    public static IntentModel Shared { get; } = Load(IntentsFile);

    /// <summary>Of what was done for somebody: which of the three services it is (services.tsv).</summary>
    public static IntentModel Services { get; } = Load(ServicesFile);

    /// <summary>The hash of the sentences that it was learned from.</summary>
    public string Sentences { get; }

    public IReadOnlyList<string> Intents { get; }

    /// <returns>The share of each intent, as <see cref="Intents"/> has them; all together 1.</returns>
    public float[] Score(Token[] tokens, Catalog catalog) => Score(IntentFeatures.Of(tokens, catalog));

    public (string Intent, float Share) Likeliest(uint[] pieces)
    {
        var shares = Score(pieces);
        var best = Array.IndexOf(shares, shares.Max());
        return (Intents[best], shares[best]);
    }

    /// <summary>Several persons in one message make no other kind of thing: of such intents the shares together. Null for what was never labelled.</summary>
    /// <param name="shares">As <see cref="Score(Token[], Catalog)"/> gave them.</param>
    public float? ShareOf(string intent, float[] shares)
    {
        if (!_kindOf.TryGetValue(Single(intent), out var kind))
            return null;
        var share = 0f;
        for (var i = 0; i < shares.Length; i++)
            share += _kinds[i] == kind ? shares[i] : 0;
        return share;
    }

    public static bool IsSame(string one, string other) => one == other || Single(one) == Single(other);

    private static string Single(string intent) => intent.EndsWith(Batch, StringComparison.Ordinal) ? intent[..^Batch.Length] : intent;

    private float[] Score(ReadOnlySpan<uint> pieces)
    {
        var scores = new float[Intents.Count];
        var known = 0;
        foreach (var piece in pieces)
        {
            var first = _leading[piece >> (32 - LeadingBits)];
            var last = _leading[(piece >> (32 - LeadingBits)) + 1];
            if (Array.BinarySearch(_pieces, first, last - first, piece) is not (>= 0 and var at))
                continue;
            known++;
            for (var i = _starts[at]; i < _starts[at + 1]; i++)
                scores[_intents[i]] += _weights[i];
        }

        Normalise(scores, _scale / MathF.Sqrt(Math.Max(known, 1)));
        return scores;
    }

    /// <summary>Whether a piece that no word explains stood in several labelled sentences and changed nothing: it is no name, place or condition.</summary>
    public bool IsHarmless(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length - 1; i++)
        {
            if (Array.BinarySearch(_rests, RestOf(rest.Slice(i, 2))) < 0)
                return false;
        }

        return rest.Length > 1 || Array.BinarySearch(_rests, RestOf(rest)) >= 0;
    }

    public static uint RestOf(ReadOnlySpan<char> piece) => IntentFeatures.Hash(piece, RestSeed);

    public static void Normalise(Span<float> scores, float scale)
    {
        var (most, sum) = (float.MinValue, 0f);
        foreach (var score in scores)
            most = Math.Max(most, score);
        foreach (ref var score in scores)
            sum += score = MathF.Exp((score - most) * scale);
        foreach (ref var score in scores)
            score /= sum;
    }

    /// <param name="weights">For each piece its intents and their weights.</param>
    /// <param name="rests">Of pieces that do no harm, by <see cref="RestOf"/>.</param>
    public static void Write(Stream to, string sentences, IReadOnlyList<string> intents, IReadOnlyList<(uint Piece, IReadOnlyList<(int Intent, float Weight)> Weights)> weights, IEnumerable<uint> rests)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        var most = weights.SelectMany(piece => piece.Weights).Max(weight => Math.Abs(weight.Weight));
        var scale = most / sbyte.MaxValue;
        var kept = weights
            .Select(piece => (piece.Piece, Weights: piece.Weights.Select(weight => (weight.Intent, Weight: (sbyte)MathF.Round(weight.Weight / scale))).Where(weight => weight.Weight != 0).OrderBy(weight => weight.Intent).ToList()))
            .Where(piece => piece.Weights.Count > 0)
            .OrderBy(piece => piece.Piece)
            .ToList();
        writer.Write(Magic);
        writer.Write(sentences);
        writer.Write(intents.Count);
        foreach (var intent in intents)
            writer.Write(intent);
        writer.Write(scale);
        Write(writer, [.. kept.Select(piece => piece.Piece)]);
        Write(writer, StartsOf(kept.Select(piece => piece.Weights.Count)));
        Write(writer, [.. kept.SelectMany(piece => piece.Weights.Select(weight => (byte)weight.Intent))]);
        Write(writer, [.. kept.SelectMany(piece => piece.Weights.Select(weight => weight.Weight))]);
        Write(writer, [.. rests.Distinct().Order()]);
    }

    private static int[] StartsOf(IEnumerable<int> counts)
    {
        var starts = new List<int> { 0 };
        foreach (var count in counts)
            starts.Add(starts[^1] + count);
        return [.. starts];
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] Read<T>(BinaryReader from)
        where T : unmanaged
    {
        var values = new T[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static IntentModel Load(string file)
    {
        using var stream = typeof(IntentModel).Assembly.GetManifestResourceStream(file)!;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return new IntentModel(reader);
    }
}
