using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>An answer of persons.</summary>
/// <param name="Headline">Period, scope, the number: what a group may see too.</param>
/// <param name="Lines">With the <c>· </c> before them.</param>
internal sealed record PeopleList(string Headline, IReadOnlyList<ListLine> Lines)
{
    /// <summary>The lines are numbers, which a group may see too.</summary>
    public bool IsOfNumbers { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>All that a question about people is answered from.</summary>
internal sealed record PeopleCase
{
    public required PeopleQuestion Asked { get; init; }
    public required Catalog Catalog { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The days that the first line names.</summary>
    public required Period Period { get; init; }

    public required IReadOnlyList<Indicator> Rows { get; init; }

    /// <summary><c>（独居、红旗村）</c>; empty for everybody.</summary>
    public required string Part { get; init; }

    /// <summary>Everybody on any list, now or before, who fits the question.</summary>
    public required IReadOnlyList<RosterEntry> Roster { get; init; }

    /// <summary>The last day of each.</summary>
    public required IReadOnlyDictionary<long, DateOnly> Contacts { get; init; }

    /// <summary>The records of the rows and days.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Names of all whom the station knows.</summary>
    public required IReadOnlyDictionary<long, string> Labels { get; init; }

    /// <summary><c>2024年第3季度 养老服务·跟踪回访（独居）</c>.</summary>
    public string Scope => $"{PeriodName.Of(Period)} {ScopeName.Of(Catalog, Rows)}{Part}";

    /// <summary><c>2024年9月18日 名单（独居）</c>, or the domains that were said.</summary>
    public string RosterScope(Period period) => $"{PeriodName.Of(period)} {RosterName}{Part}";

    public IReadOnlyList<TaskArea> Areas => [.. Rows.Select(row => row.Area).Where(area => area.IsDomain).Distinct()];

    /// <summary>Who is asked about at all, on the day.</summary>
    public IEnumerable<RosterEntry> Listed(DateOnly day) => Listed(Rows, day);

    public IEnumerable<RosterEntry> Listed(IReadOnlyList<Indicator> rows, DateOnly day) =>
        Roster.Where(person => person.Counted is var counted && counted.IsActive(day) && rows.Any(row => CreditRules.IsListed(counted, row)));

    public int DaysSince(RosterEntry person) => Last(person) is { } last ? Today.DayNumber - last.DayNumber : int.MaxValue;

    public DateOnly? Last(RosterEntry person) => Contacts.TryGetValue(person.Id!.Value, out var last) ? last : null;

    /// <summary><c>· 李桂兰（红旗村）82 天未联系</c>, the longest first.</summary>
    public IReadOnlyList<ListLine> ByContact(IEnumerable<RosterEntry> persons, string verb = "联系", Func<RosterEntry, string>? more = null) =>
    [
        .. persons.OrderByDescending(DaysSince).ThenBy(person => person.Id)
            .Select(person => Line(person, PersonTexts.Contact(Last(person), Today, verb) + more?.Invoke(person))),
    ];

    public static ListLine Line(RosterEntry person, string? more = null) => new($"· {person.Label}{more}", new ListItem.OfPerson(person.Id!.Value, person.Label));

    private string RosterName => Areas.Count == Catalog.Domains.Count || Areas.Count == 0 ? "名单" : string.Join('、', Areas.Select(area => area.Name));
}
