namespace StationBot.Records;

/// <summary>What became of a wish to change a record.</summary>
public abstract record Change
{
    /// <summary>It is as was wished, whether it had to be changed or not.</summary>
    public sealed record Done(StationRecord Record) : Change;

    /// <summary>The station has no such record; without a number, none that could be meant.</summary>
    public sealed record NotFound : Change;

    /// <summary>Only the author or the lead may touch it.</summary>
    public sealed record NotYours(long Number) : Change;

    /// <summary>It is void: first it must be restored.</summary>
    public sealed record Voided(long Number) : Change;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Stale(long Number) : Change;

    /// <summary>It opened a file that has sessions.</summary>
    public sealed record HasSessions(int Sessions) : Change;

    /// <summary>It opened a file that was closed, opened again or handed over since.</summary>
    public sealed record HasSteps(int Steps) : Change;
}
