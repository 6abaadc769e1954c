using System.Text.Json.Serialization;
using StationBot.Indicators;

namespace StationBot.Records.Evidence;

/// <param name="Kind">As which evidence, where all were the same.</param>
public sealed record LastBinding(string Batch, long Number, EvidenceKind? Kind);

/// <summary>What the history keeps of a binding.</summary>
internal sealed record BoundFiles(IReadOnlyList<long> Files, IReadOnlyList<EvidenceKind> Kinds);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(BoundFiles))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
