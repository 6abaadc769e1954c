using StationBot.Indicators;

namespace StationBot.Records;

/// <summary>One of the things that a message wants done to records.</summary>
public abstract record RecordChange
{
    private protected RecordChange()
    {
    }

    /// <param name="Key">The same key again makes no second record.</param>
    public sealed record Add(string Key, RecordDraft Draft) : RecordChange;

    public sealed record Edit(long Number, RecordDraft Draft) : RecordChange;

    public sealed record Void(long Number) : RecordChange;

    public sealed record Restore(long Number) : RecordChange;

    public sealed record Mark(long Number, EvidenceKind Kind) : RecordChange;

    public sealed record Unmark(long Number, EvidenceKind Kind) : RecordChange;
}

/// <summary>What became of several changes that belong together.</summary>
public abstract record ChangeSet
{
    private protected ChangeSet()
    {
    }

    /// <param name="Numbers">Of the records that were changed, in the order of the changes; what stood already as was wished is left out.</param>
    public sealed record Done(IReadOnlyList<long> Numbers) : ChangeSet;

    /// <summary>One of them may not be done, so none was.</summary>
    public sealed record Refused(Change Reason) : ChangeSet;
}
