using StationBot.Indicators;

namespace StationBot.Records.Evidence;

/// <summary>As which evidence a file counts: what its sender says, else what the row of the record asks and the record lacks.</summary>
public static class EvidenceChoice
{
    private static readonly EvidenceKind[] Pictures =
    [
        EvidenceKind.WatermarkPhoto, EvidenceKind.SurveyForm, EvidenceKind.SignInSheet, EvidenceKind.ReceiptForm, EvidenceKind.WallPhoto,
        EvidenceKind.Certificate, EvidenceKind.ActivityRecord, EvidenceKind.SupportingDocument,
    ];

    private static readonly EvidenceKind[] Documents =
    [
        EvidenceKind.Plan, EvidenceKind.ActivityRecord, EvidenceKind.SurveyForm, EvidenceKind.SignInSheet, EvidenceKind.ReceiptForm, EvidenceKind.News,
        EvidenceKind.SupportingDocument, EvidenceKind.ElectronicRules, EvidenceKind.Certificate,
    ];

    private static readonly EvidenceKind[] Sheets =
    [
        EvidenceKind.Ledger, EvidenceKind.NameList, EvidenceKind.SignInSheet, EvidenceKind.ReceiptForm, EvidenceKind.Plan, EvidenceKind.SupportingDocument,
    ];

    /// <summary>What a record of the row still lacks and such a file can be, in the order in which the row asks for it.</summary>
    public static IReadOnlyList<EvidenceKind> Lacking(Indicator row, IReadOnlySet<EvidenceKind> has, FileType type) =>
        [.. row.Evidence.Where(requirement => !requirement.AnyOf.Any(has.Contains)).SelectMany(requirement => requirement.AnyOf).Where(Possible(type).Contains).Distinct()];

    /// <param name="said">By the sender, beside the file or in its name.</param>
    public static EvidenceKind KindOf(Indicator row, IReadOnlySet<EvidenceKind> has, FileType type, EvidenceKind? said) =>
        said
        ?? Lacking(row, has, type).Cast<EvidenceKind?>().FirstOrDefault()
        // One more of what is there already.
        ?? row.Evidence.SelectMany(requirement => requirement.AnyOf).Where(Possible(type).Contains).Cast<EvidenceKind?>().FirstOrDefault()
        ?? EvidenceKind.SupportingDocument;

    private static EvidenceKind[] Possible(FileType type) => type.IsPicture ? Pictures : type == FileType.Xlsx ? Sheets : Documents;
}
