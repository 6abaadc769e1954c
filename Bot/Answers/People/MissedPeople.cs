using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>Who of the roster still misses something, and who is to be seen next. Pure.</summary>
internal static class MissedPeople
{
    /// <summary>Nobody who was met within so many days is proposed, unless a revisit is still due.</summary>
    private const int LongUnseen = 30;

    public static PeopleList ToRevisit(PeopleCase people)
    {
        var flagged = people.Listed(people.Today).Where(person => person.Revisit).ToList();
        return new PeopleList($"{people.Scope}：名单里需回访 {flagged.Count} 人", people.ByContact(flagged));
    }

    public static PeopleList NotRevisited(PeopleCase people)
    {
        var flagged = people.Listed(people.Period.Last).Where(person => person.Revisit).ToList();
        var reached = Reached(people);
        var open = flagged.FindAll(person => !reached.Contains(person.Id!.Value));
        var headline = flagged.Count == 0 ? "名单里没有标记需回访的人" : open.Count == 0 ? $"{flagged.Count} 人都回访过了" : $"还有 {open.Count} 人未回访";
        return new PeopleList($"{people.Scope}：{headline}", people.ByContact(open));
    }

    /// <summary>Persons by row, as the row counts them: somebody on two lists is to be surveyed for each.</summary>
    public static PeopleList NotReached(PeopleCase people, string verb, StationFacts facts, Func<Fact, bool> counts)
    {
        var asOf = Counter.AsOf(people.Period, people.Today);
        var lines = new List<ListLine>();
        var persons = new HashSet<long>();
        foreach (var row in people.Rows)
        {
            var reached = CreditRules.FactsOf(row, people.Period, facts).Where(counts).SelectMany(fact => fact.Persons).ToHashSet();
            var open = people.Listed([row], asOf).Where(person => !reached.Contains(person.Id!.Value)).ToList();
            persons.UnionWith(open.Select(person => person.Id!.Value));
            lines.AddRange(open.Select(person => PeopleCase.Line(person, people.Rows.Count > 1 ? row.Area.Name : "")));
        }

        var more = lines.Count > persons.Count ? $"，分领域共 {lines.Count} 份" : "";
        return new PeopleList($"{people.Scope}：{(lines.Count == 0 ? $"名单里的人都{verb}过了" : $"还有 {persons.Count} 人未{verb}{more}")}", lines);
    }

    /// <summary>这个月哪些老人还没去看过: nobody's record of the rows in the days.</summary>
    public static PeopleList NotVisited(PeopleCase people)
    {
        var asOf = Counter.AsOf(people.Period, people.Today);
        var reached = Reached(people);
        var all = people.Listed(asOf).ToList();
        var open = all.FindAll(person => !reached.Contains(person.Id!.Value));
        var verb = VerbOf(people);
        var scope = people.Asked.Rows.Any(row => row.Counting != CountingRule.Services) ? people.RosterScope(people.Period) : people.Scope;
        return new PeopleList($"{scope}：{(all.Count == 0 ? "名单里没有这样的人" : open.Count == 0 ? $"{all.Count} 人都{verb}过了" : $"还有 {open.Count} 人未{verb}")}", people.ByContact(open));
    }

    public static PeopleList NotContacted(PeopleCase people)
    {
        var asked = people.Asked;
        var open = people.Listed(people.Today).Where(person => people.DaysSince(person) > (asked.IsMore ? asked.Days : asked.Days - 1)).ToList();
        var verb = VerbOf(people);
        var scope = verb == "联系" ? people.RosterScope(people.Period) : people.Scope;
        return new PeopleList($"{scope}：{open.Count} 人{(asked.IsMore ? "超过 " : " ")}{asked.Days} 天未{verb}", people.ByContact(open, verb));
    }

    public static PeopleList LastContact(PeopleCase people)
    {
        var all = people.Listed(people.Today).ToList();
        return new PeopleList($"{people.RosterScope(people.Period)}：共 {all.Count} 人", people.ByContact(all));
    }

    /// <summary>To be revisited and not yet this quarter, or long unseen; the longest unseen first.</summary>
    public static PeopleList Suggested(PeopleCase people, Period quarter)
    {
        var revisited = people.Facts.Where(fact => quarter.Contains(fact.Date)).SelectMany(fact => fact.Persons).ToHashSet();
        var due = people.Listed(people.Today).Where(person => IsDue(person) || people.DaysSince(person) > LongUnseen).ToList();
        var headline = due.Count == 0 ? "最近都看过了，没有要优先看望的" : $"建议看望 {due.Count} 人";
        return new PeopleList($"{people.RosterScope(people.Period)}：{headline}", people.ByContact(due, more: person => IsDue(person) ? "，本季度未回访" : ""))
        {
            Notes = [$"本季度还没回访的，和超过 {LongUnseen} 天未联系的，最久的在前。"],
        };

        bool IsDue(RosterEntry person) => person.Revisit && !revisited.Contains(person.Id!.Value);
    }

    /// <summary>Who of the roster stands in no distribution by name; one that tells only households can't be asked whom it reached.</summary>
    public static PeopleList WithoutBenefit(PeopleCase people)
    {
        var got = people.Facts.SelectMany(fact => fact.Persons).ToHashSet();
        var open = people.Listed(PeopleRows(people), Counter.AsOf(people.Period, people.Today)).Where(person => !got.Contains(person.Id!.Value)).ToList();
        var nameless = people.Facts.Count(fact => fact.Persons.Count == 0);
        return new PeopleList($"{PeriodName.Of(people.Period)} 慈善救助{people.Part}：还有 {open.Count} 人没领过", [.. open.Select(person => PeopleCase.Line(person))])
        {
            Notes = nameless == 0 ? [] : [$"另有 {nameless} 次发放只记了户数，没有姓名，查不到发给了谁。"],
        };
    }

    private static IReadOnlyList<Indicator> PeopleRows(PeopleCase people) => people.Asked.Rows.Where(row => row.Area.IsDomain).ToList() is { Count: > 0 } said ? said : people.Catalog.Domains.SelectMany(area => people.Catalog.InArea(area.Id)).ToList();

    private static HashSet<long> Reached(PeopleCase people) => people.Facts.Where(fact => people.Period.Contains(fact.Date)).SelectMany(fact => fact.Persons).ToHashSet();

    /// <summary>Of which kind of record it is; any is a contact.</summary>
    public static string VerbOf(PeopleCase people) =>
        people.Asked.Rows.Select(row => row.Topic).Distinct().ToList() switch
        {
            ["revisit"] => "回访",
            ["care"] => "帮扶",
            ["link"] => "链接",
            ["survey"] => "调研",
            ["link", "care", "revisit"] => "走访",
            _ => "联系",
        };
}
