using StationBot.Indicators;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Readings;

/// <summary>今天那三条都传了, 没传 128: records were uploaded to 中国社会工作网, or were not after all.</summary>
/// <param name="Uploaded">False takes the marks back.</param>
public sealed record UploadMark(bool Uploaded) : Reading
{
    public override string Intent => "action.mark_uploaded";

    /// <summary>The numbers of the records, where they were said.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];

    /// <summary>Of the service, where it was said.</summary>
    public Period? Days { get; init; }

    /// <summary>How many it should be, where that was said.</summary>
    public int? Count { get; init; }

    /// <summary>Only of these rows, where any were said.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>Only of this person, as it was typed, where one was named.</summary>
    public string? Person { get; init; }

    /// <summary>刚才那条.</summary>
    public bool IsLast { get; init; }

    private protected override string Print() => Join(
        [Uploaded ? "uploaded" : "not-uploaded", .. Numbers.Select(number => $"#{number}"), IsLast ? "last" : null, Person, Count is null ? null : $"n={Count}", Rows, PrintedPeriod.Of(Days)]);
}

public enum EvidenceAsk
{
    /// <summary>Which records lack it: 哪些记录缺照片, 还有几条没上传.</summary>
    Lacking,

    /// <summary>How it stands with the rows that were said: 养老回访的材料齐不齐.</summary>
    OfRows,

    /// <summary>How many rows are ready: 材料齐的有几项, 验收准备到几成了.</summary>
    Ready,

    /// <summary>What an assessor would find missing: 迎检还有啥漏洞.</summary>
    Gaps,
}

/// <summary>哪些记录缺照片, 还有几条没上传, 128号的材料齐了吗, 材料齐的有几项.</summary>
/// <param name="Kind">Of which evidence; null for all.</param>
public sealed record EvidenceQuestion(EvidenceKind? Kind, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent =>
        Ask == EvidenceAsk.Ready ? "assessment.readiness"
        : Ask == EvidenceAsk.Gaps ? "assessment.gaps"
        : Number is not null || IsLast ? "evidence.of_unit"
        : Ask == EvidenceAsk.OfRows ? "evidence.of_indicator"
        : Kind == EvidenceKind.Uploaded ? "list.not_uploaded"
        : "list.missing_evidence";

    /// <summary>The record that is asked about.</summary>
    public long? Number { get; init; }

    /// <summary>刚才那条 is asked about.</summary>
    public bool IsLast { get; init; }

    public EvidenceAsk Ask { get; init; }

    /// <summary>The whole year, whatever the rows' own periods are: evidence is asked for at its end.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => YearOf(today, years);

    private protected override string Print() => Join(
        ["evidence", Kind?.ToString(), Number is null ? null : $"#{Number}", IsLast ? "last" : null, Ask switch { EvidenceAsk.OfRows => "of-rows", EvidenceAsk.Ready => "in-rows", EvidenceAsk.Gaps => "gaps", _ => null }, SaidRows, PrintedPeriod.Of(Period), .. Filters, PrintedPlace]);
}

/// <summary>导出养老需求调研台账, 生成骨干名册, 导出9月台账.</summary>
/// <param name="Rows">Null when none were said.</param>
/// <param name="IsLedger">台账 or 名册 was said; else only records are wanted.</param>
public sealed record ExportRequest(RowSet? Rows, Period? Period, bool IsLedger) : Reading
{
    public override string Intent => IsPack ? "export.assessment_pack" : Rows is not null && Rows.All(row => row.Topic == "register") ? "export.register" : "export.ledger";

    /// <summary>迎检资料打个包: all that an assessor looks at.</summary>
    public bool IsPack { get; init; }

    private protected override string Print() => Join("export", IsPack ? "pack" : IsLedger ? "ledger" : "records", Rows, PrintedPeriod.Of(Period));
}
