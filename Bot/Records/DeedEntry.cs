namespace StationBot.Records;

/// <summary>One line of what a member did, out of the history of the records or of the persons; the two are read as one.</summary>
internal sealed record DeedEntry
{
    private const string OfLedger = "ledger:";

    /// <summary>Of the record; null where the entry is a person's.</summary>
    public long? Number { get; init; }

    public long? PersonId { get; init; }
    public required int Step { get; init; }
    public required string Action { get; init; }
    public string? Cause { get; init; }

    /// <summary>The key of the deed that this turns round; null where it is something new, or was asked for by itself (删掉3号, 解除).</summary>
    public string? Deed { get; init; }

    /// <summary>The card that made the record together with others.</summary>
    public string? Batch { get; init; }

    /// <summary>What one message or card did has one key.</summary>
    public string Key => (Cause, Action, Batch) switch
    {
        (null, HistoryAction.Add, { } batch) => $"batch {batch}",
        (null, _, _) => $"{(Number is { } number ? "#" + number : "person " + PersonId)}.{Step}",
        ({ } cause, _, _) => BaseOf(cause),
    };

    public bool IsOfSet => ChangeSets.SetOf(Cause) is not null || ChangeSets.IsUndoing(Cause);

    /// <summary>A file that was made marks what it lists: that is nothing that could be taken back.</summary>
    public bool IsOfLedger => Cause?.StartsWith(OfLedger, StringComparison.Ordinal) == true;

    /// <summary>The entries of one message have its cause with something behind it: <c>/2</c>, or <c>:128</c> for files.</summary>
    private static string BaseOf(string cause) => cause.LastIndexOfAny(['/', ':']) is > 0 and var end && cause[(end + 1)..].All(char.IsAsciiDigit) ? cause[..end] : cause;
}

/// <summary>What one message did: all its entries in one history.</summary>
internal sealed record DeedEvent(string Key, IReadOnlyList<DeedEntry> Entries)
{
    public DeedEntry First => Entries[0];

    public string Action => First.Action;
}

/// <summary>A thing that can be taken back or done again: 撤销 and 恢复 turn round its newest event, whichever of them it was.</summary>
internal sealed record Deed(string Key, DeedEvent Last);
