namespace StationBot.Records;

/// <summary>A person with all that a roster tells. A person is the same by name and community (product.md §8).</summary>
public sealed record RosterEntry
{
    /// <summary>Null for somebody new.</summary>
    public long? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when it isn't known.</summary>
    public required string Community { get; init; }

    /// <summary>Ids of the domains; empty for somebody who was met but is on no roster.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Gender { get; init; }
    public DateOnly? Born { get; init; }
    public string? Home { get; init; }
    public string? Phone { get; init; }
    public string? Guardian { get; init; }
    public bool Revisit { get; init; }
    public required DateOnly Entered { get; init; }

    /// <summary>The first day on which the person is no longer listed.</summary>
    public DateOnly? Left { get; init; }

    public string? LeftReason { get; init; }

    /// <summary>李桂兰（红旗村）.</summary>
    public string Label => Community.Length == 0 ? Name : $"{Name}（{Community}）";

    /// <summary>Met by name alone, never listed: a roster that has one person of the name means this one.</summary>
    internal bool IsStub => Community.Length == 0 && Areas.Count == 0;

    internal bool SaysTheSameAs(RosterEntry other) =>
        this with { Areas = other.Areas, Tags = other.Tags, Aliases = other.Aliases } == other
        && SameSet(Areas, other.Areas) && SameSet(Tags, other.Tags) && SameSet(Aliases, other.Aliases);

    private static bool SameSet(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.ToHashSet().SetEquals(other);
}
