using StationBot.Indicators;

namespace StationBot.Records.Evidence;

/// <summary>A file that a member sent.</summary>
public sealed record Attachment
{
    public required long Id { get; init; }

    /// <summary>Of the message that it came with.</summary>
    public required string Batch { get; init; }

    public required string Hash { get; init; }
    public required FileType Type { get; init; }

    /// <summary>To show.</summary>
    public required string Name { get; init; }

    /// <summary>Local time of the camera, where the file tells it.</summary>
    public DateTime? Taken { get; init; }

    /// <summary>The record that it is evidence of; null while it belongs to none.</summary>
    public long? Number { get; init; }

    /// <summary>What it counts as there.</summary>
    public EvidenceKind? Kind { get; init; }
}

/// <summary>A file that has just come.</summary>
public sealed record NewAttachment(StoredContent Content, string Name, DateTime? Taken);

/// <summary>A record that a file may belong to.</summary>
public sealed record Candidate
{
    public required long Number { get; init; }

    /// <summary>The id of its row.</summary>
    public required string Indicator { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Names of persons, or of the event, case or group.</summary>
    public required string About { get; init; }

    public required IReadOnlySet<EvidenceKind> Has { get; init; }
}

/// <summary>What became of the wish to make files evidence of a record.</summary>
public abstract record Bound
{
    /// <param name="UsedOn">Other records on which the same bytes stand, by the id of the file.</param>
    public sealed record Done(long Number, IReadOnlyList<Attachment> Files, IReadOnlyDictionary<long, long> UsedOn) : Bound;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(Change Why) : Bound;

    /// <summary>There are no such files, or they are evidence of another record already.</summary>
    /// <param name="Elsewhere">That record.</param>
    public sealed record Gone(long? Elsewhere) : Bound;
}
