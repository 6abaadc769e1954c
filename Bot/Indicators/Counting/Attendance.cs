namespace StationBot.Indicators.Counting;

/// <summary>人 and 人次 of records (product.md §3.12): distinct persons and attendances; a record that repeats an earlier one of the day adds none.</summary>
/// <param name="Persons">Distinct, of those who stand in the records by name.</param>
/// <param name="Times">With those of whom a session of a group tells only the number.</param>
/// <param name="Unnamed">Of <paramref name="Times"/>, those without a name.</param>
/// <param name="Elsewhere">The people or households of events that tell only their number; in neither.</param>
public sealed record Attendance(int Persons, int Times, int Unnamed, int Elsewhere)
{
    public static Attendance Of(IReadOnlyCollection<Fact> facts, Func<string, Indicator?> rowOf)
    {
        var served = Served(facts, rowOf);
        var inDomains = served.Where(fact => rowOf(fact.Indicator)?.Area.IsDomain == true).Sum(Nameless);
        return new Attendance(
            served.SelectMany(fact => fact.Persons).Distinct().Count(),
            served.Sum(fact => fact.Persons.Count) + inDomains,
            inDomains,
            served.Sum(Nameless) - inDomains);
    }

    /// <summary>The records that add attendances.</summary>
    public static List<Fact> Served(IReadOnlyCollection<Fact> facts, Func<string, Indicator?> rowOf) =>
    [
        .. facts.GroupBy(fact => fact.Indicator)
            .SelectMany(row => rowOf(row.Key)?.Counting == CountingRule.Services ? CreditRules.NotRepeated([.. row.OrderBy(fact => fact.Number)]) : row),
    ];

    private static int Nameless(Fact fact) => Math.Max(0, fact.People - fact.Persons.Count);
}
