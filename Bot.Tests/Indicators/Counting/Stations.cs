using CsCheck;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

internal sealed record Question(StationFacts Station, Period Asked, DateOnly Today);

/// <summary>Random stations, crowded around the days on which counting goes wrong.</summary>
internal static class Stations
{
    private static readonly string[] Domains = ["relief", "elder", "child", "disabled"];

    private static readonly Gen<ProjectYear[]> Years =
        from first in Gen.OneOf(
            new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1), new DateOnly(2023, 3, 1), new DateOnly(2024, 3, 1),
            new DateOnly(2023, 5, 15), new DateOnly(2024, 2, 29), new DateOnly(2023, 8, 31))
        from count in Gen.Int[1, 3]
        from gap in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 70]))
        select Enumerable.Range(0, count).Select(i => new ProjectYear(first.AddMonths(12 * i).AddDays(i > 0 ? gap : 0))).ToArray();

    public static readonly Gen<Question> Questions =
        from years in Years
        let days = DayIn(years)
        from station in Station(years, days)
        from asked in Asked(years, days)
        from today in Gen.Frequency((5, days), (1, Around(years)))
        select new Question(station, asked, today);

    /// <summary>A day of a project year: month ends and beginnings, the leap day, the year's edges, a few crowded days.</summary>
    private static Gen<DateOnly> DayIn(ProjectYear[] years) =>
        from year in Gen.OneOf(years)
        from offset in Gen.Int[0, year.Period.Days - 1]
        let day = year.Start.AddDays(offset)
        from chosen in Gen.OneOf(
            day, day, Period.MonthOf(day).First, Period.MonthOf(day).Last, year.Start, year.Period.Last,
            new DateOnly(2024, 2, 29), new DateOnly(year.Start.Year, 12, 31), year.Start.AddDays(offset / 90 * 90))
        select year.Period.Contains(chosen) ? chosen : day;

    private static Gen<DateOnly> Around(ProjectYear[] years) => Gen.Int[-500, 1500].Select(offset => years[0].Start.AddDays(offset));

    private static Gen<Period> Asked(ProjectYear[] years, Gen<DateOnly> days) =>
        from day in Gen.Frequency((6, days), (1, Around(years)))
        from other in Around(years)
        from length in Gen.Int[0, 45]
        from kind in Gen.Int[0, 8]
        select kind switch
        {
            0 => Period.Day(day),
            1 => Period.WeekOf(day),
            2 => Period.MonthOf(day),
            3 => Period.QuarterOf(day),
            4 => new Period(new DateOnly(day.Year, day.Month < 7 ? 1 : 7, 1), day.Month < 7 ? new DateOnly(day.Year, 6, 30) : new DateOnly(day.Year, 12, 31)),
            5 => Period.CalendarYear(day.Year),
            6 => years[^1].Period,
            7 => new Period(day, day.AddDays(length)),
            _ => day < other ? new Period(day, other) : new Period(other, day),
        };

    private static Gen<StationFacts> Station(ProjectYear[] years, Gen<DateOnly> days) =>
        from tiers in Tiers(days)
        from loose in Loose(days).List[0, 60]
        from files in Files(days).List[0, 8]
        from order in Gen.Int
        from roster in Person(days).List[0, 9]
        from staff in Worker(days).List[0, 5]
        let facts = loose.Concat(files.SelectMany((file, i) => file.Facts(i + 1))).ToList()
        select new StationFacts
        {
            Tiers = tiers,
            Years = years,
            Facts = [.. facts.Select((fact, i) => (fact, Key: HashCode(order, i))).OrderBy(pair => pair.Key).Select((pair, i) => pair.fact with { Number = i + 1 })],
            Roster = [.. roster.Select((person, i) => person with { Id = i + 1 })],
            Files = [.. files.Select((file, i) => new CaseFile(i + 1, file.Row, null))],
            Staff = staff,
        };

    private static int HashCode(int order, int i) => unchecked(((order + i) * 7919) ^ (order >> 3)) % 1009;

    private static Gen<TierHistory> Tiers(Gen<DateOnly> days) =>
        from tier in Gen.Enum<Tier>()
        from changes in Gen.Select(days, Gen.Enum<Tier>()).List[0, 2]
        select new TierHistory([(DateOnly.MinValue, tier), .. changes.OrderBy(change => change.Item1)]);

    private static Gen<RosterPerson> Person(Gen<DateOnly> days) =>
        from areas in Gen.Shuffle(Domains)
        from count in Gen.Int[1, 3]
        from entered in Gen.Frequency((3, Gen.Const(new DateOnly(2020, 1, 1))), (2, days))
        from left in Gen.Frequency((2, Gen.Const((DateOnly?)null)), (1, days.Select(day => (DateOnly?)day)))
        select new RosterPerson(0, [.. areas.Take(count)], entered, left > entered ? left : null, count == 1);

    private static Gen<StaffMember> Worker(Gen<DateOnly> days) =>
        from joined in Gen.Frequency((2, Gen.Const(new DateOnly(2020, 1, 1))), (1, days))
        from left in Gen.Frequency((2, Gen.Const((DateOnly?)null)), (1, days.Select(day => (DateOnly?)day)))
        from certified in Gen.Frequency((1, Gen.Const((DateOnly?)null)), (2, days.Select(day => (DateOnly?)day)))
        select new StaffMember(joined, left > joined ? left : null, certified);

    private static Gen<HashSet<EvidenceKind>> Evidence(string row)
    {
        var asked = TaskList.Rows(row)[0].Evidence.SelectMany(requirement => requirement.AnyOf).ToList();
        return Gen.Frequency(
            (2, Gen.Const(() => asked.ToHashSet())),
            (1, Gen.Enum<EvidenceKind>().List[0, 6].Select(kinds => kinds.ToHashSet())));
    }

    /// <summary>Records that belong to no case or group.</summary>
    private static Gen<Fact> Loose(Gen<DateOnly> days) =>
        from row in Gen.OneOf<string>(
            Gen.OneOf("relief.care", "elder.link", "child.revisit", "disabled.care"),
            Gen.OneOf("relief.survey", "elder.survey", "child.survey", "disabled.survey", "charity.needs"),
            Gen.OneOf<string>([.. TaskList.Of2024.Rows.Select(row => row.Id).Where(id => !id.EndsWith(".case") && !id.EndsWith(".group") && !id.EndsWith(".showcase") && id != "charity.aid_amount")]))
        from date in days
        from persons in Gen.Long[1, 5].List[0, 3]
        from evidence in Evidence(row)
        from name in Gen.OneOf("甲", "乙", "丙")
        from blank in Gen.Int[0, 3]
        from fen in Gen.OneOf(0, 1, 99_999, 100_000, 350_000, 900_000)
        from people in Gen.Int[1, 4]
        from flag in Gen.Bool
        select new Fact
        {
            Number = 0,
            Indicator = row,
            Date = date,
            Persons = Named(row) ? [] : [.. persons.Distinct()],
            Name = (row, blank) switch
            {
                ("charity.raised", 0) => null,
                ("charity.raised", 1) => " ",
                ("org.backbone", 0) => null,
                ("org.backbone", 1) => name + "、丁",
                _ when Named(row) => name,
                _ => null,
            },
            People = (row, blank) is ("org.backbone", 0) ? people : 0,
            Fen = row.StartsWith("charity.") && row is not "charity.needs" and not "charity.promo" ? fen : 0,
            InKind = row is "charity.raised" or "charity.fund" or "charity.project" or "charity.aid" && flag && blank > 1,
            HasNeeds = row == "charity.needs" || (row.EndsWith(".survey") && flag),
            NotApplicable = row is "platform.rooms" or "platform.wall" && flag,
            Evidence = evidence,
        };

    private static bool Named(string row) => row.StartsWith("org.") || (row.StartsWith("charity.") && row != "charity.needs");

    /// <summary>The sessions of a case or group, and sometimes its showcase.</summary>
    private static Gen<(string Row, Func<long, List<Fact>> Facts)> Files(Gen<DateOnly> days) =>
        from row in Gen.OneOf("elder.case", "elder.case", "elder.group", "relief.case", "child.group", "disabled.case")
        from common in days
        from sessions in Gen.Select(Gen.Frequency((1, days), (2, Gen.Int[0, 60].Select(common.AddDays))), Evidence(row)).List[0, 8]
        from shown in Gen.Select(days, Evidence(row[..row.IndexOf('.')] + ".showcase")).List[0, 2]
        let showcase = row[..row.IndexOf('.')] + ".showcase"
        select (row, (Func<long, List<Fact>>)(file =>
        [
            .. sessions.Select(session => new Fact { Number = 0, Indicator = row, Date = session.Item1, File = file, Evidence = session.Item2 }),
            .. shown.Select(flag => new Fact { Number = 0, Indicator = showcase, Date = flag.Item1, File = file, Evidence = flag.Item2 }),
        ]));
}
