using StationBot.Indicators;

namespace StationBot.Stations;

/// <summary>A social-work station (社工站) with what its contract says.</summary>
public sealed record Station
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>Oldest first; at least one.</summary>
    public required IReadOnlyList<ProjectYear> Years { get; init; }

    /// <summary>Oldest first; at least one.</summary>
    public required TierHistory Tiers { get; init; }

    /// <summary>今年: the project year that contains the day, if any (product.md §3.15).</summary>
    public ProjectYear? YearOf(DateOnly day)
    {
        foreach (var year in Years)
        {
            if (year.Period.Contains(day))
            {
                return year;
            }
        }

        return null;
    }
}

/// <summary>Someone who works with the bot.</summary>
public sealed record Member
{
    public required long Id { get; init; }
    public required long StationId { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
}

public enum Role
{
    Worker,

    /// <summary>站长.</summary>
    Lead,
}

/// <summary>Who speaks, and for which station: what every query is bound to.</summary>
public sealed record Membership(Station Station, Member Member);
