using System.Globalization;
using StationBot.Indicators;
using StationBot.Records.Forms;

namespace StationBot.Records.Demo;

/// <summary>Cases and groups: closed, complete, on their way, and one that has stood still for months.</summary>
internal static class DemoFiles
{
    private const int DaysBetween = 14;

    private static readonly Plan[] Cases =
    [
        new("relief.case", "韩建国", 0, 5, "失业后家庭收入中断，情绪低落", Closed: true),
        new("relief.case", "秦海燕", 1, 3, "单亲抚养，债务压力大"),
        new("elder.case", "沈凤英", 0, 6, "独居，慢病管理困难", Closed: true),
        new("elder.case", "冯秀兰", 1, 5, "与子女沟通少，孤独感强"),
        new("elder.case", "钱守业", 3, 3, "丧偶后不愿出门"),
        new("elder.case", "卫长林", 4, 2, "忘记服药，需要提醒"),
        new("child.case", "曹天宇", 1, 5, "听力障碍，同伴交往困难"),
        new("child.case", "孔诗涵", 4, 2, "厌学，与监护人冲突"),
        new("disabled.case", "严志强", 0, 5, "康复信心不足", Closed: true),
        new("disabled.case", "魏红霞", 3, 3, "就业意愿强，缺少渠道"),
    ];

    private static readonly Plan[] Groups =
    [
        new("relief.group", "互助成长小组", 1, 5, "困难家庭互助"),
        new("elder.group", "银龄手机课堂", 0, 5, "学用智能手机"),
        new("elder.group", "夕阳红手工小组", 3, 3, "手工与交流"),
        new("child.group", "情绪小课堂", 0, 6, "认识情绪"),
        new("child.group", "周末阅读小组", 4, 2, "共读绘本"),
        new("disabled.group", "康复支持小组", 2, 4, "康复经验分享"),
    ];

    private static readonly string[] Talks =
    [
        "建立关系，了解基本情况", "一起梳理困难，商定目标", "练习应对方法，布置小任务", "回顾变化，邀请家人参与", "巩固成果，讨论以后怎么办", "总结并告别",
    ];

    /// <param name="people">With ids.</param>
    public static IEnumerable<DemoRecord> All(DemoCalendar calendar, IReadOnlyList<RosterEntry> people) =>
    [
        .. Cases.Index().SelectMany(file => Case(file.Item, file.Index, calendar, people.First(person => person.Name == file.Item.Name))),
        .. Groups.Index().SelectMany(group => Sessions(group.Item, group.Index + Cases.Length, calendar, group.Item.Name, Members(group.Item, people))),
    ];

    private static IEnumerable<DemoRecord> Case(Plan plan, int place, DemoCalendar calendar, RosterEntry person)
    {
        List<PersonRef> persons = [new(person.Id, person.Label)];
        var sessions = Sessions(plan, place, calendar, person.Label, persons).ToList();
        if (sessions.Count == 0)
        {
            yield break;
        }

        var opening = Draft(plan, RecordForms.CaseOpenId, sessions[0].Draft.Date, person.Label) with
        {
            Persons = persons,
            Outcome = Outcome.Noted,
            Details = new Dictionary<string, string> { ["problem"] = plan.About },
        };
        yield return new DemoRecord(opening, []);
        foreach (var session in sessions)
        {
            yield return session;
        }

        if (plan.Closed && sessions.Count == plan.Sessions)
        {
            var last = sessions[^1].Draft.Date;
            yield return new DemoRecord(
                opening with { Form = RecordForms.CaseCloseId, Date = last, Content = "目标基本达成，服务对象同意结案", Details = new Dictionary<string, string>() },
                []);
            // Only the longest has its report written already.
            yield return new DemoRecord(
                Draft(plan with { Indicator = plan.Indicator.Replace(".case", ".showcase", StringComparison.Ordinal) }, RecordKinds.Showcase, last, person.Label) with
                {
                    Name = person.Label,
                    Persons = persons,
                },
                plan.Sessions == Talks.Length ? [EvidenceKind.ActivityRecord] : []);
        }
    }

    private static IEnumerable<DemoRecord> Sessions(Plan plan, int place, DemoCalendar calendar, string name, List<PersonRef> persons)
    {
        var first = calendar.Day(plan.Month, place % 7);
        for (var number = 0; number < plan.Sessions; number++)
        {
            var date = DemoCalendar.WorkingDay(first.AddDays(number * DaysBetween));
            if (!calendar.Contains(date))
            {
                continue;
            }

            var session = Draft(plan, plan.Indicator.EndsWith(".case", StringComparison.Ordinal) ? RecordForms.CaseSessionId : "group.session", date, name) with
            {
                Persons = persons,
                Content = Talks[number],
                Session = number + 1,
                Details = number + 1 == plan.Sessions
                    ? new Dictionary<string, string>()
                    : new Dictionary<string, string> { [RecordDetails.Next] = date.AddDays(DaysBetween).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            };
            yield return new DemoRecord(session, Evidence(place + number, date, calendar.Today));
        }
    }

    private static RecordDraft Draft(Plan plan, string form, DateOnly date, string name) =>
        new() { Form = form, Indicator = plan.Indicator, Date = date, File = new FileRef(null, name) };

    private static List<PersonRef> Members(Plan plan, IReadOnlyList<RosterEntry> people) =>
    [
        .. people.Where(person => person.Areas.Contains(plan.Indicator[..plan.Indicator.IndexOf('.', StringComparison.Ordinal)])).Take(5)
            .Select(person => new PersonRef(person.Id, person.Label)),
    ];

    /// <summary>Some photos are missing, and the uploads of the last two weeks.</summary>
    private static List<EvidenceKind> Evidence(int place, DateOnly date, DateOnly today)
    {
        var kinds = new List<EvidenceKind>();
        if (place % 6 != 5)
        {
            kinds.Add(EvidenceKind.WatermarkPhoto);
        }

        if (date < today.AddDays(-DaysBetween))
        {
            kinds.Add(EvidenceKind.Uploaded);
        }

        return kinds;
    }

    /// <param name="Name">Of the group, or of the person whose case it is.</param>
    /// <param name="Month">In which it begins: 0 is the earliest, 5 this one.</param>
    private sealed record Plan(string Indicator, string Name, int Month, int Sessions, string About, bool Closed = false);
}
