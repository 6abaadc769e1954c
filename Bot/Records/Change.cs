namespace StationBot.Records;

/// <summary>What became of a wish to change a record.</summary>
public abstract record Change
{
    /// <summary>It is as was wished, whether it had to be changed or not.</summary>
    public sealed record Done(StationRecord Record) : Change;

    /// <summary>Several records that one card made are as was wished.</summary>
    /// <param name="Records">By number; at least one.</param>
    public sealed record AllDone(IReadOnlyList<StationRecord> Records) : Change;

    /// <summary>Its last change was taken back.</summary>
    /// <param name="Undone">What it was changed to, and is no more.</param>
    public sealed record Reverted(StationRecord Record, RecordDraft Undone) : Change
    {
        /// <summary>Not taken back, but done again.</summary>
        public bool IsAgain { get; init; }
    }

    /// <summary>What a message did to several records was taken back, or done again.</summary>
    /// <param name="Numbers">Of the records that are again as they were.</param>
    /// <param name="Kept">Of those that were changed since, and were left alone.</param>
    public sealed record SetReverted(bool IsUndo, IReadOnlyList<long> Numbers, IReadOnlyList<long> Kept) : Change;

    /// <summary>The station has no such record; without a number, none that could be meant.</summary>
    public sealed record NotFound : Change;

    /// <summary>Only the author or the lead may touch it.</summary>
    public sealed record NotYours(long Number) : Change;

    /// <summary>It is void: first it must be restored.</summary>
    public sealed record Voided(long Number) : Change;

    /// <summary>There is nothing to restore.</summary>
    /// <param name="WasVoided">It was void once.</param>
    public sealed record NotVoided(long Number, bool WasVoided) : Change;

    /// <summary>Since it was entered, restored or put back, its contents were not changed.</summary>
    public sealed record NotEdited(long Number) : Change;

    /// <summary>Somebody else changed it after the member did: his change isn't taken back unasked.</summary>
    public sealed record ChangedByOther(long Number) : Change;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Stale(long Number) : Change;

    /// <summary>It opened a file that has sessions.</summary>
    public sealed record HasSessions(int Sessions) : Change;

    /// <summary>It opened a file that was closed, opened again or handed over since.</summary>
    public sealed record HasSteps(int Steps) : Change;
}
