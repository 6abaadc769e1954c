using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;

namespace StationBot.Answers.People;

/// <summary>The roster itself: who stands on it, how many, who on several lists, who came and who left. Pure.</summary>
internal static class RosterLists
{
    public static PeopleList Listed(PeopleCase people)
    {
        var all = people.Listed(people.Period.Last).ToList();
        return new PeopleList($"{people.RosterScope(people.Period)}：共 {all.Count} 人", [.. all.Select(person => PeopleCase.Line(person, string.Join('、', person.Tags)))]);
    }

    /// <summary>名单上有多少人: one person on two lists is one, so the domains may add up to more.</summary>
    public static PeopleList Counted(PeopleCase people)
    {
        var all = people.Listed(people.Period.Last).ToList();
        var parts = people.Catalog.Domains
            .Where(area => people.Areas.Count == 0 || people.Areas.Contains(area))
            .Select(area => (area.Name, Count: all.Count(person => person.Areas.Contains(area.Id))))
            .ToList();
        return new PeopleList($"{people.RosterScope(people.Period)}：共 {all.Count} 人", parts.Count < 2 ? [] : [.. parts.Select(part => ListLine.Bare($"· {part.Name} {part.Count} 人"))])
        {
            IsOfNumbers = true,
            Notes = parts.Sum(part => part.Count) > all.Count ? ["有人在几个领域的名单里，合计只算一次。"] : [],
        };
    }

    /// <summary>In all the domains that were said, else in any two.</summary>
    public static PeopleList Overlap(PeopleCase people)
    {
        var said = people.Asked.RowsAssumed ? [] : people.Areas;
        var isSaid = said.Count > 1;
        var both = people.Roster
            .Where(person => person.Counted.IsActive(people.Period.Last))
            .Where(person => isSaid ? said.All(area => person.Areas.Contains(area.Id)) : person.Areas.Count > 1 && (said.Count == 0 || person.Areas.Contains(said[0].Id)))
            .ToList();
        var where = isSaid ? string.Join('、', said.Select(area => area.Name)) : "两个以上领域";
        return new PeopleList(
            $"{PeriodName.Of(people.Period)} 名单{people.Part}：{both.Count} 人同时在{where}",
            [.. both.Select(person => PeopleCase.Line(person, AreasOf(people, person)))]);
    }

    /// <summary>Who came in the days, and who left, whether or not they came back.</summary>
    public static PeopleList Moves(PeopleCase people)
    {
        var came = OfRows(people).SelectMany(person => Comings(person).Where(people.Period.Contains), (person, day) => (person, day, $"{PeriodName.Of(day, people.Today)}入册")).ToList();
        var went = OfRows(people).SelectMany(person => Leavings(person).Where(people.Period.Contains), (person, day) => (person, day, $"{PeriodName.Of(day, people.Today)}{(day == person.Left ? person.LeftReason ?? "退出" : "离开，后来回来了")}")).ToList();
        return new PeopleList(
            $"{people.RosterScope(people.Period)}：新增 {came.Select(one => one.person.Id).Distinct().Count()} 人，离开 {went.Select(one => one.person.Id).Distinct().Count()} 人",
            [.. came.OrderBy(one => one.day).Concat(went.OrderBy(one => one.day)).Select(one => PeopleCase.Line(one.person, one.Item3))]);
    }

    private static IEnumerable<RosterEntry> OfRows(PeopleCase people) => people.Roster.Where(person => people.Rows.Any(row => CreditRules.IsListed(person.Counted, row)));

    private static IEnumerable<DateOnly> Comings(RosterEntry person) => [person.Entered];

    private static IEnumerable<DateOnly> Leavings(RosterEntry person) =>
        [.. person.Counted.Away.Select(away => away.First), .. person.Left is { } left ? [left] : Array.Empty<DateOnly>()];

    private static string AreasOf(PeopleCase people, RosterEntry person) =>
        string.Join('、', people.Catalog.Domains.Where(area => person.Areas.Contains(area.Id)).Select(area => area.Name));
}
