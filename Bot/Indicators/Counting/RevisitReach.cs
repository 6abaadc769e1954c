namespace StationBot.Indicators.Counting;

/// <summary>How many of a domain's persons flagged for revisit were reached in the asked days; it never decides the row (product.md §3.11).</summary>
/// <param name="Flagged">Persons to revisit who are listed on the last of the days.</param>
/// <param name="Reached">Those among them with a revisit in the days.</param>
/// <param name="OnlyByPhone">There were revisits, and all of them were phone calls.</param>
public sealed record RevisitReach(Indicator Row, int Flagged, int Reached, bool OnlyByPhone)
{
    /// <summary>The topic of the rows that it belongs to.</summary>
    public const string Topic = "revisit";

    public static RevisitReach Of(Standing standing, IReadOnlyList<RosterPerson> roster, IReadOnlyList<Fact> facts)
    {
        var days = standing.Asked;
        var visits = facts.Where(fact => fact.Indicator == standing.Row.Id && days.Contains(fact.Date)).ToList();
        var reached = visits.SelectMany(visit => visit.Persons).ToHashSet();
        var flagged = roster.Where(person => person.Revisit && CreditRules.IsListed(person, standing.Row) && person.IsActive(days.Last)).ToList();
        return new RevisitReach(standing.Row, flagged.Count, flagged.Count(person => reached.Contains(person.Id)), visits.Count > 0 && visits.All(visit => visit.ByPhone));
    }
}
