namespace StationBot.Indicators;

/// <summary>Twelve months of a contract, from its start date (product.md §2).</summary>
public readonly record struct ProjectYear(DateOnly Start)
{
    public Period Period => new(Start, Start.AddMonths(12).AddDays(-1));
}
