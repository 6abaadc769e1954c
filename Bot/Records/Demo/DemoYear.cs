using StationBot.Indicators;

namespace StationBot.Records.Demo;

/// <summary>What is asked once a year: surveys, the platform's checklist, registers, social organisations, money.</summary>
internal static class DemoYear
{
    private const long Yuan = 100;

    /// <summary>How many of each domain's list are surveyed: one domain is done, the others are on their way.</summary>
    private static readonly (string Area, int Surveyed)[] Surveys = [("relief", 5), ("elder", 8), ("child", 3), ("disabled", 6)];

    private static readonly string[] MainNeeds = ["生活照料、定期探访", "就医陪同、用药提醒", "学业辅导、心理支持", "就业信息、技能培训", "康复训练、辅助器具"];

    /// <param name="people">With ids.</param>
    public static IEnumerable<DemoRecord> All(DemoCalendar calendar, IReadOnlyList<RosterEntry> people) =>
    [
        .. Platform(calendar),
        .. Surveys.SelectMany(survey => Surveyed(calendar, survey.Area, [.. people.Where(person => person.Areas.Contains(survey.Area)).Take(survey.Surveyed)])),
        .. Registers(calendar),
        .. Organisations(calendar),
        .. Charity(calendar, people),
    ];

    /// <summary>One rule is not there yet, one has neither photo nor text, and there is no room for activities.</summary>
    private static IEnumerable<DemoRecord> Platform(DemoCalendar calendar)
    {
        yield return Ticked("platform.office", EvidenceKind.WallPhoto);
        yield return Ticked("platform.wall", EvidenceKind.WallPhoto);
        yield return Ticked("platform.rule.staff", EvidenceKind.WallPhoto);
        yield return Ticked("platform.rule.finance", EvidenceKind.ElectronicRules);
        yield return Ticked("platform.rule.volunteer", EvidenceKind.WallPhoto);
        yield return Ticked("platform.rule.archive");
        yield return Ticked("platform.orgchart", EvidenceKind.WallPhoto);
        var rooms = Ticked("platform.rooms");
        yield return rooms with { Draft = rooms.Draft with { Details = Detail(RecordDetails.NotApplicable, "社区没有多余的场地") } };
        foreach (var (worker, number) in new[] { (DemoStation.Lead, "2019150003121"), (DemoPeople.Workers[0], "2021150007845") })
        {
            var staff = Ticked("platform.staff", EvidenceKind.Certificate);
            yield return staff with { Draft = staff.Draft with { Name = worker, Details = Detail(RecordDetails.Certificate, number) } };
        }

        DemoRecord Ticked(string indicator, params EvidenceKind[] evidence) =>
            new(new RecordDraft { Form = "platform", Indicator = indicator, Date = calendar.DayWithin(0, 2) }, evidence);
    }

    /// <summary>Every third also tells what help from charity is wanted; the last sheet is not filed yet.</summary>
    private static IEnumerable<DemoRecord> Surveyed(DemoCalendar calendar, string area, List<RosterEntry> people) =>
        people.Index().Select(item => new DemoRecord(
            new RecordDraft
            {
                Form = "survey",
                Indicator = area + ".survey",
                Date = calendar.DayWithin(item.Index / 3, 3 + item.Index * 2 % 18),
                Persons = [new PersonRef(item.Item.Id, item.Item.Label)],
                Mode = ServiceMode.HomeVisit,
                Content = MainNeeds[(item.Index + area.Length) % MainNeeds.Length],
                Details = item.Index % 3 == 0 ? Detail(RecordDetails.Needs, "过冬衣物、米面油") : new Dictionary<string, string>(),
            },
            item.Index + 1 == people.Count ? [] : [EvidenceKind.SurveyForm]));

    /// <summary>The fourth domain has none yet.</summary>
    private static IEnumerable<DemoRecord> Registers(DemoCalendar calendar) =>
        new[] { ("relief", EvidenceKind.Ledger), ("elder", EvidenceKind.Ledger), ("disabled", (EvidenceKind?)null) }.Select(register => new DemoRecord(
            new RecordDraft { Form = "register", Indicator = register.Item1 + ".register", Date = calendar.DayWithin(1, 8), Content = "跟踪回访人员已确认" },
            register.Item2 is { } ledger ? [ledger] : []));

    private static IEnumerable<DemoRecord> Organisations(DemoCalendar calendar) =>
    [
        new(
            new RecordDraft { Form = "organisation", Indicator = "org.incubate", Date = calendar.DayWithin(1, 15), Name = "向阳邻里互助社", Content = "协助备案，完善章程", People = 18 },
            [EvidenceKind.SupportingDocument]),
        new(
            new RecordDraft { Form = "backbone", Indicator = "org.backbone", Date = calendar.DayWithin(2, 10), Name = "周明、吴桂芬、郑洪", Content = "楼栋长和文艺队骨干" },
            [EvidenceKind.SupportingDocument]),
        new(new RecordDraft { Form = "backbone", Indicator = "org.backbone", Date = calendar.DayWithin(4, 6), Name = "王丽", Content = "志愿者队长" }, []),
        new(
            new RecordDraft { Form = "training", Indicator = "org.training", Date = calendar.DayWithin(3, 12), Name = "社区社会组织能力提升培训", Content = "项目设计与财务管理", People = 24 },
            [EvidenceKind.Plan, EvidenceKind.SignInSheet]),
    ];

    private static IEnumerable<DemoRecord> Charity(DemoCalendar calendar, IReadOnlyList<RosterEntry> people)
    {
        const string fund = "向阳社区暖心基金";
        yield return new DemoRecord(Money("fund", "charity.fund", calendar.DayWithin(1, 4), fund, 3000 * Yuan), [EvidenceKind.Ledger]);
        yield return new DemoRecord(
            Money("fundraising", "charity.raised", calendar.DayWithin(2, 16), "市慈善总会", 2000_50) with { Details = Detail(RecordDetails.Fund, fund) },
            [EvidenceKind.Ledger]);
        yield return new DemoRecord(Money("fundraising", "charity.raised", calendar.DayWithin(4, 9), "星火公益基金会", 1260 * Yuan), []);
        yield return new DemoRecord(
            Money("fundraising", "charity.raised", calendar.DayWithin(3, 5), "兴盛爱心超市", 1500 * Yuan) with
            {
                Details = new Dictionary<string, string> { [RecordDetails.InKind] = "是", [RecordDetails.Goods] = "棉被15床" },
            },
            []);
        foreach (var (index, person) in people.Where((_, place) => place % 5 == 3).Index())
        {
            yield return new DemoRecord(
                new RecordDraft
                {
                    Form = RecordKinds.Needs,
                    Indicator = "charity.needs",
                    Date = calendar.DayWithin(2 + index % 3, 5 + index * 3),
                    Persons = [new PersonRef(person.Id, person.Label)],
                    Content = "需要过冬物资和助医帮扶",
                },
                index == 0 ? [EvidenceKind.Ledger] : []);
        }
    }

    private static RecordDraft Money(string form, string indicator, DateOnly date, string name, long fen) =>
        new() { Form = form, Indicator = indicator, Date = date, Name = name, Fen = fen };

    private static Dictionary<string, string> Detail(string id, string text) => new() { [id] = text };
}
