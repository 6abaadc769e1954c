using StationBot.Indicators;

namespace StationBot.Tests.Indicators;

/// <summary>The list of 2024 as the program loads it.</summary>
internal static class TaskList
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Indicators");

    public static Catalog Of2024 { get; } = Catalogs.Load(Folder).For(Period.CalendarYear(2024));

    /// <param name="patterns"><c>elder.care</c>, <c>elder.*</c>, <c>*.care</c>, <c>*</c>; several by blanks.</param>
    public static IReadOnlyList<Indicator> Rows(string patterns)
    {
        var rows = patterns.Split(' ').SelectMany(Matching).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static IEnumerable<Indicator> Matching(string pattern) => pattern switch
    {
        "*" => Of2024.Rows,
        ['*', '.', .. var topic] => Of2024.OfTopic(topic),
        [.. var area, '.', '*'] => Of2024.InArea(area),
        _ => [Of2024.Find(pattern) ?? throw new ArgumentException($"no row {pattern}", nameof(pattern))],
    };
}
