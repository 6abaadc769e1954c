using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>Whom the records are about: how many, who, how often (product.md §3.12). Pure.</summary>
internal static class ServedPeople
{
    /// <summary>服务了多少人: <c>服务 12 人，共 31 人次</c>, then domain by domain, or row by row of one.</summary>
    public static PeopleList Served(PeopleCase people)
    {
        var total = Of(people, people.Facts);
        var byArea = people.Areas.Count != 1;
        var parts = people.Rows.GroupBy(row => byArea ? row.Area.Name : RowName.Within(row, people.Rows))
            .Select(part => (part.Key, Attended: Of(people, [.. people.Facts.Where(fact => part.Any(row => row.Id == fact.Indicator))])))
            .Where(part => part.Attended.Times > 0)
            .ToList();
        return new PeopleList(Headline(people, total), parts.Count < 2 ? [] : [.. parts.Select(part => ListLine.Bare($"· {part.Key} {part.Attended.Persons} 人 {part.Attended.Times} 人次"))])
        {
            IsOfNumbers = true,
            Notes =
            [
                .. parts.Sum(part => part.Attended.Persons) > total.Persons ? ["同一个人只算一个人，所以各项加起来比总人数多。"] : Array.Empty<string>(),
                .. Nameless(total),
            ],
        };
    }

    /// <summary>去了哪些人家: everybody with the number of records and the last day, the latest first.</summary>
    public static PeopleList Reached(PeopleCase people)
    {
        var total = Of(people, people.Facts);
        var lines = Times(people).OrderByDescending(one => one.Last).ThenBy(one => one.Id).Select(one => Line(people, one));
        return new PeopleList(Headline(people, total), [.. lines]) { Notes = [.. Nameless(total)] };
    }

    /// <summary>走访最多, 最少: of the roster, those too who were never met, where the fewest are asked for.</summary>
    public static PeopleList ByTimes(PeopleCase people)
    {
        var most = people.Asked.Ask == PeopleAsk.MostMet;
        var times = Times(people).ToDictionary(one => one.Id);
        var listed = people.Listed(Counter.AsOf(people.Period, people.Today)).Select(person => person.Id!.Value).ToHashSet();
        var all = (most ? times.Values : listed.Select(id => times.GetValueOrDefault(id) ?? new Met(id, 0, default))).ToList();
        var sorted = (most ? all.OrderByDescending(one => one.Times) : all.OrderBy(one => one.Times)).ThenBy(one => one.Last).ThenBy(one => one.Id).ToList();
        var edge = sorted.Count == 0 ? "还没有记录" : $"{(most ? "最多" : "最少")}的 {sorted[0].Times} 次，有 {sorted.Count(one => one.Times == sorted[0].Times)} 人";
        return new PeopleList($"{people.Scope}：{edge}", [.. sorted.Select(one => Line(people, one))]);
    }

    private static string Headline(PeopleCase people, Attendance total) => $"{people.Scope}：服务 {total.Persons} 人，共 {total.Times} 人次";

    private static IEnumerable<string> Nameless(Attendance total)
    {
        if (total.Unnamed > 0)
        {
            yield return $"其中 {total.Unnamed} 人次只记了人数，没有姓名，不算在人数里。";
        }

        if (total.Elsewhere > 0)
        {
            yield return $"另有活动、发放等只记了人数或户数（共 {total.Elsewhere}），没有算进去。";
        }
    }

    private static Attendance Of(PeopleCase people, IReadOnlyList<Fact> facts) => Attendance.Of(facts, people.Catalog.Find);

    private static IEnumerable<Met> Times(PeopleCase people) => Attendance.Served(people.Facts, people.Catalog.Find)
        .SelectMany(fact => fact.Persons.Distinct(), (fact, person) => (person, fact.Date))
        .GroupBy(pair => pair.person)
        .Select(person => new Met(person.Key, person.Count(), person.Max(pair => pair.Date)));

    private static ListLine Line(PeopleCase people, Met one)
    {
        var label = people.Labels.GetValueOrDefault(one.Id, "");
        return new ListLine($"· {label}{one.Times} 次{(one.Times == 0 ? "" : $"，最近 {PeriodName.Of(one.Last, people.Today)}")}", new ListItem.OfPerson(one.Id, label));
    }

    private sealed record Met(long Id, int Times, DateOnly Last);
}
