namespace StationBot.Indicators;

/// <summary>Which tier held when: a change never rewrites what ended before it (product.md §3.16).</summary>
/// <param name="Changes">Oldest first, each from its day on; at least one.</param>
public sealed record TierHistory(IReadOnlyList<(DateOnly From, Tier Tier)> Changes)
{
    public TierHistory(Tier tier)
        : this([(DateOnly.MinValue, tier)])
    {
    }

    /// <summary>The tier on a day; before the first change, the first one.</summary>
    public Tier On(DateOnly day)
    {
        var tier = Changes[0].Tier;
        foreach (var (from, changed) in Changes)
        {
            if (from <= day)
            {
                tier = changed;
            }
        }

        return tier;
    }
}
