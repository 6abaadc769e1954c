using StationBot.Indicators;
using StationBot.Records;

namespace StationBot.Ledgers;

/// <summary>What a line of a ledger is made from.</summary>
/// <param name="Place">Counted from 1 within the sheet.</param>
/// <param name="Person">The one of the record's persons whose line it is; null where a line is a record's.</param>
/// <param name="LastRevisit">Of the person in the project year, with how many there were.</param>
internal sealed record LedgerLine(int Place, ListedRecord Listed, Indicator Row, PersonDetails? Person, (DateOnly? Last, int Count) LastRevisit)
{
    public RecordDraft What => Listed.Record.What;

    public string Detail(string id) => What.Details.GetValueOrDefault(id, "");
}

/// <param name="Name">In the first row of the sheet.</param>
internal sealed record LedgerColumn(string Name, Func<LedgerLine, object?> Value);

/// <summary>A 台账 or 名册 that the task list asks for: which rows' records stand in it, and how.</summary>
/// <param name="PerPerson">One line a person, else one a record.</param>
/// <param name="Filed">What the file is for the records that it lists.</param>
internal sealed record LedgerKind(string Title, Func<Indicator, bool> Rows, bool PerPerson, EvidenceKind Filed, IReadOnlyList<LedgerColumn> Columns)
{
    /// <summary>Records of other rows that count here too (product.md §3.8); they are listed, but have a ledger of their own.</summary>
    public Func<Indicator, bool> AlsoRows { get; init; } = _ => false;

    /// <summary>Which of the <see cref="AlsoRows"/>' records are meant.</summary>
    public Func<RecordDraft, bool> AlsoRecords { get; init; } = _ => false;

    /// <summary>One sheet for each domain.</summary>
    public bool PerDomain { get; init; }
}
