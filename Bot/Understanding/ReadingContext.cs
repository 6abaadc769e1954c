using StationBot.Indicators;
using StationBot.Understanding.Readings;

namespace StationBot.Understanding;

/// <summary>What a sentence is read against.</summary>
public sealed record ReadingContext
{
    /// <summary>In the station's time zone.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The words of the catalogue in force; built once for each catalogue.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The station's project years (product.md §2).</summary>
    public required IReadOnlyList<ProjectYear> ProjectYears { get; init; }

    /// <summary>Whom this station knows; null where names don't matter.</summary>
    public NameIndex? Names { get; init; }

    /// <summary>What was read before in this conversation, and when.</summary>
    public PreviousReading? Previous { get; init; }

    /// <summary>The reading before, while it is remembered.</summary>
    internal Reading? Fresh => Previous is { } previous && previous.IsFresh(Now) ? previous.Reading : null;
}

/// <param name="At">In the station's time zone.</param>
public sealed record PreviousReading(Reading Reading, DateTime At)
{
    /// <summary>Follow-ups keep the topic for ten minutes (product.md §5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public bool IsFresh(DateTime now) => now - At is var age && age >= TimeSpan.Zero && age <= Lifetime;
}
