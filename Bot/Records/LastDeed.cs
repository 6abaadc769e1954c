using StationBot.Records.Evidence;

namespace StationBot.Records;

/// <summary>What 撤销, or 恢复, would turn round now.</summary>
public abstract record LastDeed
{
    private protected LastDeed()
    {
    }

    /// <summary>Of records; <see cref="UndoStore"/> turns it round.</summary>
    public sealed record OfRecords : LastDeed;

    /// <summary>Of the roster; <see cref="PersonStore"/> turns it round.</summary>
    /// <param name="Step">How many changes the person had seen.</param>
    public sealed record OfPerson(string Key, long Id, int Step) : LastDeed;

    /// <summary>Files that went to a record; <see cref="AttachmentStore"/> turns it round.</summary>
    public sealed record OfFiles(string Key, LastBinding Files) : LastDeed;

    /// <param name="WasCleared">Something was taken back, but something new was done since.</param>
    public sealed record Nothing(bool WasCleared) : LastDeed;
}
