namespace StationBot.Indicators.Counting;

/// <summary>One rule a kind of row: which records of a project year count for it, on which day, and how much.</summary>
public static class CreditRules
{
    /// <summary>Product.md §3.6.</summary>
    public const int SessionsToComplete = 5;

    /// <summary>Product.md §3.10: 1000 元.</summary>
    public const long LargeDistributionFen = 100_000;

    /// <summary>Rows whose records add to another row as well (product.md §3.8, §3.10), by the id of the row that gains.</summary>
    private static readonly Dictionary<string, string[]> MergedFrom = new()
    {
        ["charity.raised"] = ["charity.fund", "charity.project"],
        ["charity.aid_amount"] = ["charity.aid"],
        ["charity.needs"] = ["relief.survey", "elder.survey", "child.survey", "disabled.survey"],
    };

    /// <summary>The rows whose records <paramref name="row"/> is counted from.</summary>
    public static IEnumerable<string> SourcesOf(Indicator row) => [row.Id, .. MergedFrom.GetValueOrDefault(row.Id, [])];

    /// <summary>A person belongs to the list of the row's domain; to any list, where the row is of no domain (charity.needs).</summary>
    public static bool IsListed(RosterPerson person, Indicator row) => row.Area.IsDomain ? person.Areas.Contains(row.Area.Id) : person.Areas.Count > 0;

    public static IReadOnlyList<Credit> Of(Indicator row, Period year, StationFacts station)
    {
        var facts = FactsOf(row, year, station);
        return row.Counting switch
        {
            CountingRule.Services => Services(row, facts),
            CountingRule.Events or CountingRule.Register or CountingRule.Showcase or CountingRule.Checklist => [.. facts.Select(fact => One(row, fact))],
            CountingRule.Names => FirstOfEach(row, facts, fact => fact.Name),
            CountingRule.Persons => Persons(row, facts),
            CountingRule.Sessions => Sessions(row, facts),
            CountingRule.RosterSurvey => FirstOfEachPerson(row, facts, station),
            CountingRule.RosterNeeds => FirstOfEachPerson(row, facts.Where(fact => fact.HasNeeds), station),
            CountingRule.Money => Money(row, facts),
            CountingRule.LargeDistribution => [.. facts.Where(fact => fact.Fen >= LargeDistributionFen).Select(fact => One(row, fact))],
            CountingRule.Staff => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whether a record is filed with all that its row asks of each record.</summary>
    public static bool IsReady(Indicator row, Fact fact) => !Missing(row, fact).Any();

    /// <summary>What a record still lacks; what is asked once a year is not asked of each.</summary>
    public static IEnumerable<EvidenceRequirement> Missing(Indicator row, Fact fact) =>
        row.Evidence.Where(requirement => !requirement.OncePerYear && !requirement.AnyOf.Any(fact.Evidence.Contains));

    private static List<Fact> FactsOf(Indicator row, Period year, StationFacts station)
    {
        var sources = SourcesOf(row).ToList();
        return [.. station.Facts.Where(fact => year.Contains(fact.Date) && sources.Contains(fact.Indicator))];
    }

    private static Credit One(Indicator row, Fact fact) => new(fact.Date, 1, fact, IsReady(row, fact));

    /// <summary>Product.md §3.12: a record all of whose persons stand in earlier records of that day counts nothing.</summary>
    private static List<Credit> Services(Indicator row, List<Fact> facts)
    {
        var credits = new List<Credit>(facts.Count);
        var seen = new HashSet<(DateOnly, long)>();
        foreach (var fact in facts)
        {
            var isNew = fact.Persons.Count == 0;
            foreach (var person in fact.Persons)
            {
                isNew |= seen.Add((fact.Date, person));
            }

            if (isNew)
            {
                credits.Add(One(row, fact));
            }
        }

        return credits;
    }

    private static List<Credit> FirstOfEach(Indicator row, IEnumerable<Fact> facts, Func<Fact, string?> key) =>
        [.. facts.OrderBy(fact => fact.Date).DistinctBy(fact => key(fact) ?? "#" + fact.Number).Select(fact => One(row, fact))];

    /// <summary>Backbone members: distinct by name, or by roster person; an entry of a number alone stands for so many.</summary>
    private static List<Credit> Persons(Indicator row, List<Fact> facts) => FirstOfEach(row, facts, fact => fact.Name);

    /// <summary>A file counts on the day of its fifth session within the year.</summary>
    private static List<Credit> Sessions(Indicator row, List<Fact> facts) =>
    [
        .. facts.GroupBy(fact => fact.Name)
            .Where(file => file.Count() >= SessionsToComplete)
            .Select(file =>
            {
                var sessions = file.OrderBy(fact => fact.Date).ThenBy(fact => fact.Number).ToList();
                var last = sessions[SessionsToComplete - 1];
                return new Credit(last.Date, 1, last, sessions.All(fact => IsReady(row, fact)));
            }),
    ];

    private static List<Credit> FirstOfEachPerson(Indicator row, IEnumerable<Fact> facts, StationFacts station)
    {
        var listed = station.Roster.Where(person => IsListed(person, row)).ToDictionary(person => person.Id);
        var credits = new List<Credit>();
        var seen = new HashSet<long>();
        foreach (var fact in facts.OrderBy(fact => fact.Date).ThenBy(fact => fact.Number))
        {
            foreach (var id in fact.Persons)
            {
                if (listed.TryGetValue(id, out var person) && person.Left is null && seen.Add(id))
                {
                    credits.Add(One(row, fact));
                }
            }
        }

        return credits;
    }

    /// <summary>Product.md §3.9: cash, and for the row's own records a named partner.</summary>
    private static List<Credit> Money(Indicator row, List<Fact> facts) =>
    [
        .. facts.Where(fact => fact.Fen > 0 && !fact.InKind && (fact.Indicator != row.Id || !string.IsNullOrWhiteSpace(fact.Name)))
            .Select(fact => new Credit(fact.Date, fact.Fen, fact, IsReady(row, fact))),
    ];
}
