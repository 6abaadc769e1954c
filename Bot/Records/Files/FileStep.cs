namespace StationBot.Records.Files;

/// <summary>A record of a case or group that is not void, with what the state of the file takes from it.</summary>
public sealed record FileStep
{
    public required long Number { get; init; }
    public required FileStepKind Kind { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>Who did it, by name; null where an import doesn't tell.</summary>
    public string? Author { get; init; }

    /// <summary>Which session it is, where an import tells.</summary>
    public int? ToldPlace { get; init; }

    /// <summary>As the session says; null where it doesn't.</summary>
    public FileStage? Stage { get; init; }

    /// <summary>下次日期.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>The colleague that the file was handed to, by name.</summary>
    public string? To { get; init; }
}

public enum FileStepKind
{
    Opened,
    Session,
    Closed,
    Reopened,
    HandedOver,
}
