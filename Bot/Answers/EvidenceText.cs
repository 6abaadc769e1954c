using StationBot.Indicators;

namespace StationBot.Answers;

/// <summary>What must be filed, as people read it: <c>上墙照片或电子版制度</c>.</summary>
internal static class EvidenceText
{
    public static string Of(EvidenceRequirement requirement) => string.Join('或', requirement.AnyOf.Select(EvidenceName.Of));

    public static string Of(IEnumerable<EvidenceRequirement> requirements) => string.Join('、', requirements.Select(Of));
}
