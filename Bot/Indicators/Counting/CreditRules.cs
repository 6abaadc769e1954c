using System.Diagnostics;

namespace StationBot.Indicators.Counting;

/// <summary>One rule a kind of row: which records of a project year count for it, on which day, and how much.</summary>
public static class CreditRules
{
    /// <summary>Product.md §3.6.</summary>
    public const int SessionsToComplete = 5;

    /// <summary>Product.md §3.10: 1000 元.</summary>
    public const long LargeDistributionFen = 100_000;

    /// <summary>The only row that may be 不适用 (product.md §3.13).</summary>
    private const string Optional = "platform.rooms";

    /// <summary>Rows whose records add to another row as well (product.md §3.8, §3.10), by the id of the row that gains.</summary>
    private static readonly Dictionary<string, string[]> MergedFrom = new()
    {
        ["charity.raised"] = ["charity.fund", "charity.project"],
        ["charity.aid_amount"] = ["charity.aid"],
        ["charity.needs"] = ["relief.survey", "elder.survey", "child.survey", "disabled.survey"],
    };

    /// <summary>The rows whose records <paramref name="row"/> is counted from.</summary>
    public static string[] SourcesOf(Indicator row) => row.Counting == CountingRule.Showcase
        ? [row.Id, $"{row.Area.Id}.case", $"{row.Area.Id}.group"]
        : [row.Id, .. MergedFrom.GetValueOrDefault(row.Id, [])];

    /// <summary>A person belongs to the list of the row's domain; to any list, where the row is of no domain (charity.needs).</summary>
    public static bool IsListed(RosterPerson person, Indicator row) => row.Area.IsDomain ? person.Areas.Contains(row.Area.Id) : person.Areas.Count > 0;

    /// <param name="asOf">The day on which it is judged who is on the roster.</param>
    public static List<Credit> Of(Indicator row, Period year, StationFacts station, DateOnly asOf)
    {
        var facts = FactsOf(row, year, station);
        return row.Counting switch
        {
            CountingRule.Services => Services(row, facts),
            CountingRule.Events => [.. facts.Select(fact => One(row, fact))],

            // A thing that is there or not: ticked or confirmed again, it is still one.
            CountingRule.Register or CountingRule.Checklist =>
                [.. facts.Where(fact => !fact.NotApplicable).OrderBy(fact => fact.Date).Take(1).Select(fact => One(row, fact))],
            CountingRule.Names => [.. facts.OrderBy(fact => fact.Date).DistinctBy(fact => fact.Name ?? "#" + fact.Number).Select(fact => One(row, fact))],
            CountingRule.Persons => Persons(row, facts),
            CountingRule.Sessions => [.. FilesOf(facts).SelectMany(file => Completed(row, file))],
            CountingRule.Showcase => Showcases(row, facts),
            CountingRule.RosterSurvey => OncePerPerson(row, facts, station, asOf),
            CountingRule.RosterNeeds => OncePerPerson(row, facts.Where(fact => fact.HasNeeds), station, asOf),
            CountingRule.Money => Money(row, facts),
            CountingRule.LargeDistribution => [.. facts.Where(fact => fact.Fen >= LargeDistributionFen).Select(fact => One(row, fact))],
            CountingRule.Staff => [],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What happened on some days of the year (product.md §3.5): a person surveyed again counts there, though once in the year.</summary>
    public static List<Credit> Within(Period days, Indicator row, Period year, StationFacts station, DateOnly asOf) =>
        row.Counting is CountingRule.Sessions or CountingRule.Showcase
            ? Of(row, year, station, asOf).FindAll(credit => days.Contains(credit.Date))
            : Of(row, days, station, asOf);

    /// <summary>The row that may be 不适用 is, and was not ticked after all: no miss (product.md §3.13).</summary>
    public static bool IsExcused(Indicator row, Period year, StationFacts station) =>
        row.Id == Optional && FactsOf(row, year, station) is { Count: > 0 } facts && facts.TrueForAll(fact => fact.NotApplicable);

    /// <summary>What a record still lacks; what is asked once a year is not asked of each.</summary>
    public static IEnumerable<EvidenceRequirement> Missing(Indicator row, Fact fact)
    {
        // What doesn't apply has nothing to show, nor a worker who has no certificate.
        if (fact.NotApplicable || (row.Counting == CountingRule.Staff && !fact.HasCertificate))
        {
            yield break;
        }

        foreach (var requirement in row.Evidence)
        {
            if (!requirement.OncePerYear && !requirement.IsMetBy(fact.Evidence))
            {
                yield return requirement;
            }
        }
    }

    /// <summary>What is asked once a year and stands with none of the records: one of them must have the whole set. The set that lacks least.</summary>
    public static IReadOnlyList<EvidenceRequirement> MissingSet(Indicator row, IEnumerable<Fact> facts)
    {
        List<EvidenceRequirement> set = [.. row.Evidence.Where(requirement => requirement.OncePerYear)];
        return set.Count == 0 ? [] : facts
            .Select(fact => set.FindAll(requirement => !requirement.IsMetBy(fact.Evidence)))
            .Append(set)
            .MinBy(lacking => lacking.Count)!;
    }

    /// <summary>Of all rows the one (活动室) that may be 不适用 (product.md §3.13).</summary>
    public static bool MayNotApply(Indicator row) => row.Id == Optional;

    internal static List<Fact> FactsOf(Indicator row, Period year, StationFacts station)
    {
        var sources = SourcesOf(row);
        var facts = new List<Fact>();
        foreach (var fact in station.Facts)
        {
            if (year.Contains(fact.Date) && sources.Contains(fact.Indicator))
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    /// <summary>The sessions of each file, in the order in which they were held.</summary>
    internal static IEnumerable<IGrouping<long, Fact>> FilesOf(IEnumerable<Fact> facts) =>
        facts.Where(fact => fact.File is not null).OrderBy(fact => fact.Date).ThenBy(fact => fact.Number).GroupBy(fact => fact.File!.Value);

    private static bool IsReady(Indicator row, Fact fact) => !Missing(row, fact).Any();

    private static Credit One(Indicator row, Fact fact) => new(fact.Date, 1, fact, IsReady(row, fact));

    private static List<Credit> Services(Indicator row, List<Fact> facts) => [.. NotRepeated(facts).Select(fact => One(row, fact))];

    /// <summary>Product.md §3.12: a record all of whose persons stand in earlier records of that day counts nothing.</summary>
    /// <param name="facts">Of one row, in the order of their numbers.</param>
    internal static IEnumerable<Fact> NotRepeated(IReadOnlyCollection<Fact> facts)
    {
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
                yield return fact;
            }
        }
    }

    /// <summary>Backbone members count once by name; where only a number is told, it stands for so many.</summary>
    private static List<Credit> Persons(Indicator row, List<Fact> facts)
    {
        var seen = new HashSet<string>();
        var credits = new List<Credit>();
        foreach (var fact in facts.OrderBy(fact => fact.Date).ThenBy(fact => fact.Number))
        {
            var names = (fact.Name ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var amount = names.Length == 0 ? fact.People : names.Count(seen.Add);
            if (amount > 0)
            {
                credits.Add(new Credit(fact.Date, amount, fact, IsReady(row, fact)));
            }
        }

        return credits;
    }

    /// <summary>A file counts on the day of its fifth session within the year (product.md §3.6).</summary>
    private static IEnumerable<Credit> Completed(Indicator row, IEnumerable<Fact> sessions)
    {
        var held = sessions.ToList();
        if (held.Count >= SessionsToComplete)
        {
            var fifth = held[SessionsToComplete - 1];
            yield return new Credit(fifth.Date, 1, fifth, held.All(session => IsReady(row, session)));
        }
    }

    /// <summary>A file put forward by the lead counts once it has its five sessions; ready with all their photos (product.md §3.14).</summary>
    private static List<Credit> Showcases(Indicator row, List<Fact> facts)
    {
        var files = FilesOf(facts.Where(fact => fact.Indicator != row.Id)).ToDictionary(file => file.Key, file => file.ToList());
        var credits = new List<Credit>();
        foreach (var fact in facts.Where(fact => fact.Indicator == row.Id && fact.File is not null).OrderBy(fact => fact.Date).DistinctBy(fact => fact.File))
        {
            if (files.GetValueOrDefault(fact.File!.Value) is { Count: >= SessionsToComplete } sessions)
            {
                var completed = sessions[SessionsToComplete - 1].Date;
                var hasPhotos = sessions.TrueForAll(session => session.Evidence.Contains(EvidenceKind.WatermarkPhoto));
                credits.Add(new Credit(fact.Date > completed ? fact.Date : completed, 1, fact, IsReady(row, fact) && hasPhotos));
            }
        }

        return credits;
    }

    /// <summary>Listed persons, each on the day of the first record (product.md §3.7, §3.8).</summary>
    private static List<Credit> OncePerPerson(Indicator row, IEnumerable<Fact> facts, StationFacts station, DateOnly asOf)
    {
        var open = station.Roster.Where(person => IsListed(person, row) && person.IsActive(asOf)).Select(person => person.Id).ToHashSet();
        return
        [
            .. facts.OrderBy(fact => fact.Date).ThenBy(fact => fact.Number)
                .SelectMany(fact => fact.Persons.Where(open.Remove).Select(_ => One(row, fact))),
        ];
    }

    /// <summary>Product.md §3.9: cash, and for the row's own records a named partner.</summary>
    private static List<Credit> Money(Indicator row, List<Fact> facts) =>
    [
        .. facts.Where(fact => fact.Fen > 0 && !fact.InKind && (fact.Indicator != row.Id || !string.IsNullOrWhiteSpace(fact.Name)))
            .Select(fact => new Credit(fact.Date, fact.Fen, fact, IsReady(row, fact))),
    ];
}
