using StationBot.Indicators;
using StationBot.Indicators.Counting;
using static StationBot.Indicators.EvidenceKind;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>A year in which every target is met and nothing is done beyond it.</summary>
public sealed class FullYearTests
{
    private static readonly DateOnly Today = new(2024, 12, 31);
    private static readonly Period Year = Period.CalendarYear(2024);
    private static readonly string[] Domains = ["relief", "elder", "child", "disabled"];
    private static readonly EvidenceKind[] All = Enum.GetValues<EvidenceKind>();

    [Theory]
    [InlineData(Tier.T10, 509)]
    [InlineData(Tier.T20, 589)]
    public void Meets_every_row_and_equals_the_recount(Tier tier, int services)
    {
        var station = Station(tier);

        Assert.Equal(services, station.Facts.Count(IsService));
        Assert.All(TaskList.Of2024.Rows, row =>
        {
            var year = Counter.Count(row, Year, station, Today);
            Assert.True(year.IsMet, row.Id);
            Assert.Equal((year.Target, 0), (year.Done, year.Unready));

            foreach (var asked in Enumerable.Range(1, 12).Select(month => Period.Month(2024, month)).Append(Year))
            {
                var standing = Counter.Count(row, asked, station, Today);
                var recount = NaiveRecount.Of(row.Id, asked, station, Today);
                Assert.Equal(
                    (row.Id, asked, recount.Done, recount.Target, recount.Remaining, recount.Counted, recount.Unready),
                    (row.Id, asked, standing.Done, standing.Target, standing.Remaining, standing.Counted, standing.Unready));
            }
        });
    }

    [Theory]
    [InlineData(Tier.T10)]
    [InlineData(Tier.T20)]
    public void Without_any_one_record_only_its_rows_are_unmet(Tier tier)
    {
        var station = Station(tier);
        var shown = station.Facts.Where(fact => fact.Indicator.EndsWith(".showcase", StringComparison.Ordinal)).Select(fact => fact.File!.Value).ToHashSet();
        Assert.All(station.Facts, left =>
        {
            var without = station with { Facts = [.. station.Facts.Where(fact => fact != left)] };
            var unmet = TaskList.Of2024.Rows.Where(row => !Counter.Count(row, Year, without, Today).IsMet).Select(row => row.Id);
            Assert.Equal(RowsOf(left, shown), unmet);
        });
    }

    /// <summary>The row of a record, and by product.md §3.10, §3.8 and §3.14 the other one that stands on it.</summary>
    private static IEnumerable<string> RowsOf(Fact fact, HashSet<long> shown)
    {
        var area = fact.Indicator.Split('.')[0];
        return fact switch
        {
            { Indicator: "charity.fund" or "charity.project", Fen: > 0 } => new[] { fact.Indicator, "charity.raised" }.Order(CatalogOrder),
            { Indicator: "charity.aid", Fen: >= 100_000 } => [fact.Indicator, "charity.aid_amount"],
            { HasNeeds: true, Indicator: not "charity.needs" } => [fact.Indicator, "charity.needs"],
            { File: { } file } when shown.Contains(file) && !fact.Indicator.EndsWith(".showcase", StringComparison.Ordinal) => [fact.Indicator, area + ".showcase"],
            _ => [fact.Indicator],
        };
    }

    private static readonly Comparer<string> CatalogOrder =
        Comparer<string>.Create((a, b) => TaskList.Rows(a)[0].SourceLines.First - TaskList.Rows(b)[0].SourceLines.First);

    /// <summary>indicators.md §1's table: links, care, revisits, sessions, activities, trainings, projects, promotions, distributions.</summary>
    private static bool IsService(Fact fact) =>
        fact.Indicator.Split('.')[1] is "link" or "care" or "revisit" or "case" or "group" or "activity" or "training" or "project" or "promo" or "aid";

    internal static StationFacts Station(Tier tier)
    {
        var facts = new List<Fact>();
        var files = new List<CaseFile>();

        void Add(string row, DateOnly date, Func<Fact, Fact>? with = null)
        {
            var fact = new Fact { Number = facts.Count + 1, Indicator = row, Date = date, Evidence = All.ToHashSet() };
            facts.Add(with?.Invoke(fact) ?? fact);
        }

        void AddFiles(string row, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var file = new CaseFile(files.Count + 1, row, null);
                files.Add(file);
                for (var session = 0; session < 5; session++)
                    Add(row, new DateOnly(2024, 2, 1).AddDays((i * 30) + (session * 7)), fact => fact with { File = file.Id });
            }
        }

        // Two persons for each roster, and one who stands in all four: of nine, five needs sheets are half.
        var roster = Domains.SelectMany((domain, i) => new[] { Person((2 * i) + 1, domain), Person((2 * i) + 2, domain) })
            .Append(new RosterPerson(9, Domains, new DateOnly(2023, 1, 1), null, false)).ToList();
        foreach (var (i, domain) in Domains.Index())
        {
            AddFiles(domain + ".case", tier == Tier.T20 ? 8 : 6);
            AddFiles(domain + ".group", tier == Tier.T20 ? 9 : 7);
            Add(domain + ".showcase", Today, fact => fact with { File = files.First(file => file.Indicator.StartsWith(domain, StringComparison.Ordinal)).Id });
            Add(domain + ".register", new DateOnly(2024, 1, 8));
            foreach (var person in roster.Where(person => person.Areas.Contains(domain)))
                Add(domain + ".survey", new DateOnly(2024, 3, 31), fact => fact with { Persons = [person.Id], HasNeeds = person.Id == (2 * i) + 1 });
            for (var month = 1; month <= 12; month++)
            {
                foreach (var row in new[] { domain + ".link", domain + ".care" })
                {
                    Add(row, new DateOnly(2024, month, 1), fact => fact with { Persons = [1] });
                    Add(row, Period.Month(2024, month).Last, fact => fact with { Persons = [1] });
                }

                if (month % 3 == 0)
                    Add(domain + ".revisit", Period.Month(2024, month).Last, fact => fact with { Persons = [1], ByPhone = true });
            }
        }

        for (var month = 1; month <= 12; month++)
        {
            var date = Period.Month(2024, month).Last;
            Add("org.activity", date, fact => fact with { Name = "活动" });
            Add("charity.project", date, fact => fact with { Name = "项目", Fen = month == 5 ? 300_000 : 0 });
            Add("charity.aid", date, fact => fact with { Name = "发放", Fen = month == 6 ? 100_000 : 99_999 });
            if (month % 3 == 1)
                Add("charity.promo", date, fact => fact with { Name = "推介" });
        }

        Add("org.incubate", Today, fact => fact with { Name = "夕阳红舞蹈队" });
        Add("org.training", Today, fact => fact with { Name = "培训" });
        Add("org.backbone", Today, fact => fact with { Name = "甲、乙、丙" });
        Add("org.backbone", Today, fact => fact with { Name = "丙、丁、戊" });
        Add("charity.fund", Today, fact => fact with { Name = "基金", Fen = 200_000 });
        Add("charity.raised", Today, fact => fact with { Name = "市慈善总会", Fen = 500_000 });
        Add("charity.needs", Today, fact => fact with { Persons = [9], HasNeeds = true });
        foreach (var row in TaskList.Rows("platform.*").Where(row => row.Id != "platform.staff"))
            Add(row.Id, Today);

        return new StationFacts
        {
            Tiers = new TierHistory(tier),
            Years = [new ProjectYear(new DateOnly(2024, 1, 1))],
            Facts = facts,
            Files = files,
            Roster = roster,
            Staff = [Worker(true), Worker(tier == Tier.T20), .. tier == Tier.T20 ? [Worker(false)] : Array.Empty<StaffMember>()],
        };
    }

    private static RosterPerson Person(long id, string domain) => new(id, [domain], new DateOnly(2023, 1, 1), null, false);

    private static StaffMember Worker(bool certified) => new(new DateOnly(2023, 1, 1), null, certified ? new DateOnly(2023, 1, 1) : null);
}
