namespace StationBot.Indicators.Counting;

/// <summary>How a row stands for an asked period.</summary>
public sealed record Standing
{
    public required Indicator Row { get; init; }
    public required Period Asked { get; init; }

    /// <summary>The assessment periods that the asked one touches, whole, oldest first; empty when no project year touches it.</summary>
    public required IReadOnlyList<Slice> Slices
    {
        get;
        init
        {
            field = value;
            foreach (var slice in value)
            {
                LacksRoster |= slice.Target is null;
                Done += slice.Done;
                Target += slice.Target ?? 0;
                Remaining += slice.Remaining;
            }
        }
    }

    /// <summary>What counts within the asked period itself: 做了几次.</summary>
    public required long Counted { get; init; }

    /// <summary>How many of the counted records of the slices lack evidence.</summary>
    public required int Unready { get; init; }

    /// <summary>What is asked once a year and stands with no record yet; only where a whole project year was counted.</summary>
    public IReadOnlyList<EvidenceRequirement> MissingSet { get; init; } = [];

    /// <summary>No target can be computed, because there is no roster (product.md §3.7).</summary>
    public bool LacksRoster { get; private init; }

    public long Done { get; private init; }
    public long Target { get; private init; }

    /// <summary>Σ over the assessment periods: a surplus in one never covers another (product.md §3.4).</summary>
    public long Remaining { get; private init; }

    public bool IsMet => !LacksRoster && Remaining == 0;

    /// <summary>材料齐: met, and with all its evidence.</summary>
    public bool IsReady => IsMet && Unready == 0 && MissingSet.Count == 0;

    /// <summary>What is missing in periods that are over: already lost.</summary>
    public long Lost(DateOnly today) => Slices.Where(s => s.Period.Last < today).Sum(s => s.Remaining);

    /// <summary>What is missing in the period that runs: due now.</summary>
    public long Due(DateOnly today) => Slices.Where(s => s.Period.Contains(today)).Sum(s => s.Remaining);

    /// <summary>What is missing in periods that haven't begun.</summary>
    public long ToCome(DateOnly today) => Slices.Where(s => s.Period.First > today).Sum(s => s.Remaining);
}

/// <summary>One assessment period (a month, a quarter, a year, cut to the project year).</summary>
/// <param name="Target">Null when it can't be computed.</param>
public readonly record struct Slice(Period Period, long Done, long? Target)
{
    public long Remaining => Math.Max(0, (Target ?? 0) - Done);
}

/// <summary>What one record adds to a row: on which day, how much (of the row's unit; fen for money), and whether its evidence is complete.</summary>
public readonly record struct Credit(DateOnly Date, long Amount, Fact Fact, bool IsReady);
