using StationBot.Indicators;

namespace StationBot.Records.Demo;

/// <summary>
/// What the demo station did in the months up to today: some rows ahead, some behind, some records without all their evidence.
/// The same day always gives the same records.
/// </summary>
internal static class DemoServices
{
    private const int DaySpread = 24;

    /// <summary>
    /// How many in each of the six months, this one last; asked are 2 a month of link and care, 1 a quarter of revisit and promo, 1 a month
    /// of the others.
    /// </summary>
    private static readonly (string Indicator, string Counts)[] Plan =
    [
        ("relief.link", "222321"), ("relief.care", "232222"), ("relief.revisit", "010010"),
        ("elder.link", "221222"), ("elder.care", "343332"), ("elder.revisit", "110211"),
        ("child.link", "220121"), ("child.care", "212221"), ("child.revisit", "100000"),
        ("disabled.link", "222220"), ("disabled.care", "122231"), ("disabled.revisit", "001010"),
        ("org.activity", "111011"), ("charity.project", "110111"), ("charity.promo", "010010"), ("charity.aid", "111110"),
    ];

    private static readonly Dictionary<string, string[]> Contents = new()
    {
        ["relief.link"] = ["协助准备临时救助申请材料", "联系街道就业窗口，推荐保洁岗位", "介绍医疗救助政策，陪同到窗口咨询"],
        ["relief.care"] = ["送去米面油，了解近期收入和开支", "聊了孩子上学的压力，做情绪疏导", "帮助整理家中杂物，查看用电安全"],
        ["relief.revisit"] = ["生活平稳，低保金按时到账", "腰疼好转，已能做轻活"],
        ["elder.link"] = ["联系社区食堂，办好送餐", "对接卫生服务中心上门量血压", "介绍居家适老化改造，登记扶手安装"],
        ["elder.care"] = ["陪聊一小时，提醒按时吃降压药", "帮助学会用手机和儿子视频", "检查燃气和电线，讲防诈骗", "一起包饺子，情绪很好"],
        ["elder.revisit"] = ["精神好，饮食正常，天冷少出门", "膝盖疼，已提醒家人带去复查"],
        ["child.link"] = ["对接大学生志愿者，每周辅导数学", "协助申请助学金"],
        ["child.care"] = ["谈心，缓解考试紧张", "和监护人聊陪伴方式，约好每晚通话", "一起读绘本，做手工"],
        ["child.revisit"] = ["作业按时完成，监护人按约定每晚通话"],
        ["disabled.link"] = ["协助申请辅助器具，登记轮椅", "联系残联，了解公益岗位报名"],
        ["disabled.care"] = ["陪同做康复训练半小时", "家中卫生间加装防滑垫", "情绪低落，倾听并约定下周再来"],
        ["disabled.revisit"] = ["轮椅使用顺手，出门次数多了", "按时服药，睡眠改善"],
        ["org.activity"] = ["志愿者清理楼道杂物", "广场舞队排练并讲防诈骗", "义务理发半天"],
        ["charity.project"] = ["为独居老人换节能灯", "给困境儿童配齐书包文具", "为残疾人家庭检修电路"],
        ["charity.promo"] = ["在社区广场介绍慈善项目，发放宣传页"],
        ["charity.aid"] = ["向困难家庭发放生活物资"],
    };

    private static readonly Dictionary<string, string[]> EventNames = new()
    {
        ["org.activity"] = ["清洁家园", "文艺排练", "便民理发"],
        ["charity.project"] = ["一盏灯", "爱心书包", "安心用电"],
        ["charity.promo"] = ["慈善项目推介会"],
        ["charity.aid"] = ["米面油发放", "棉被发放", "药品补助"],
    };

    /// <param name="people">With ids.</param>
    public static IEnumerable<DemoRecord> All(DemoCalendar calendar, Catalog catalog, IReadOnlyList<RosterEntry> people)
    {
        var slots =
            from row in Plan.Index()
            from month in Enumerable.Range(0, DemoCalendar.Months)
            from turn in Enumerable.Range(0, row.Item.Counts[month] - '0')
            let slot = new Slot(row.Item.Indicator, row.Index, month, turn)
            let date = slot.Date(calendar)
            where calendar.Contains(date)
            orderby date, slot.Place
            select (slot, date);
        return slots.Index().Select(item => new DemoRecord(
            Draft(item.Item.slot, item.Item.date, catalog.Find(item.Item.slot.Indicator)!, people),
            Evidence(item.Index, item.Item.slot, calendar.Today, item.Item.date)));
    }

    private static RecordDraft Draft(Slot slot, DateOnly date, Indicator row, IReadOnlyList<RosterEntry> people)
    {
        var draft = new RecordDraft
        {
            Form = RecordKinds.FormOf(row),
            Indicator = row.Id,
            Date = date,
            Content = slot.Of(Contents[row.Id]),
            Name = EventNames.TryGetValue(row.Id, out var names) ? slot.Of(names) : null,
        };
        if (!row.Area.IsDomain)
        {
            return row.Topic == "aid"
                ? draft with { People = 8 + slot.Month, Fen = 60_000 + 20_000 * slot.Month, Details = new Dictionary<string, string> { [RecordDetails.Sponsor] = "兴盛爱心超市", [RecordDetails.Goods] = $"米{8 + slot.Month}袋、油{8 + slot.Month}桶" } }
                : draft with { People = 12 + slot.Month * 3 };
        }

        var listed = people.Where(person => person.Areas.Contains(row.Area.Id)).ToList();
        // Those to be revisited are not all reached: the list of who is still to be visited has somebody on it.
        var candidates = row.Topic == "revisit" ? listed.FindAll(person => person.Revisit) : listed;
        var person = candidates[(slot.Month * 2 + slot.Turn * 3) % candidates.Count];
        return draft with
        {
            Persons = [new PersonRef(person.Id, person.Label)],
            Mode = row.Topic == "revisit" && slot.Month % 2 == 1 ? ServiceMode.Phone : slot.Turn == 2 ? ServiceMode.AtStation : ServiceMode.HomeVisit,
            Minutes = 20 + slot.Month * 5 + slot.Turn * 10,
        };
    }

    /// <summary>Photos are mostly there; the uploads of the last two weeks are still to be done.</summary>
    private static List<EvidenceKind> Evidence(int index, Slot slot, DateOnly today, DateOnly date)
    {
        if (slot.Indicator.StartsWith("org.", StringComparison.Ordinal) || slot.Indicator.StartsWith("charity.", StringComparison.Ordinal))
        {
            return slot.Month == 0 ? [EvidenceKind.Plan, EvidenceKind.ActivityRecord, EvidenceKind.SignInSheet] : [EvidenceKind.ActivityRecord];
        }

        var kinds = new List<EvidenceKind>();
        if (index % 9 != 4)
        {
            kinds.Add(EvidenceKind.WatermarkPhoto);
        }

        if (index % 7 != 5 && date < today.AddDays(-14))
        {
            kinds.Add(EvidenceKind.Uploaded);
        }

        return kinds;
    }

    /// <param name="Place">Of the row in the plan.</param>
    /// <param name="Month">0 is the earliest, 5 this month.</param>
    /// <param name="Turn">Which of the row's records in the month.</param>
    private sealed record Slot(string Indicator, int Place, int Month, int Turn)
    {
        /// <summary>Spread over the month.</summary>
        public DateOnly Date(DemoCalendar calendar) => calendar.Day(Month, (Place * 3 + Turn * 9 + Month * 5) % DaySpread);

        public string Of(string[] texts) => texts[(Month + Turn) % texts.Length];
    }
}
