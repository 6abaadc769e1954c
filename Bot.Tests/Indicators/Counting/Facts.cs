using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>Short ways to write what a station did.</summary>
internal static class Facts
{
    public static readonly Catalog Catalog = Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")).For(Period.CalendarYear(2024));

    public static Indicator Row(string id) => Catalog.Find(id)!;

    public static DateOnly Day(string date) => DateOnly.Parse(date);

    /// <summary>Records in order: <c>2024-09-17:1,2</c> is one of persons 1 and 2 on that day.</summary>
    public static IReadOnlyList<Fact> Of(string indicator, params string[] records) =>
        [.. records.Select((record, i) => new Fact
        {
            Number = i + 1,
            Indicator = indicator,
            Date = Day(record.Split(':')[0]),
            Persons = record.Contains(':') ? [.. record.Split(':')[1].Split(',').Select(long.Parse)] : [],
        })];

    public static StationFacts Station(IReadOnlyList<Fact> facts, string yearStart = "2024-01-01", TierHistory? tiers = null) => new()
    {
        Tiers = tiers ?? new TierHistory(Tier.T10),
        Years = [new ProjectYear(Day(yearStart))],
        Facts = facts,
    };
}
