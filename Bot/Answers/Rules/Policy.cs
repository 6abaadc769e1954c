using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Rules;

/// <summary>One sentence of how it is counted.</summary>
/// <param name="Section">Of product.md, which it says in other words.</param>
/// <param name="Rows">Whom it concerns.</param>
/// <param name="Point">It answers this in particular.</param>
internal sealed record Policy(string Section, Func<Indicator, bool> Rows, string Text, RulePoint? Point = null);

/// <summary>The policies of product.md §3 as people read them, one table: whoever changes a rule finds its sentence here.</summary>
internal static class Policies
{
    /// <summary>What makes one of the row's unit, by the rule that counts it.</summary>
    public static readonly IReadOnlyDictionary<CountingRule, string> Counted = new Dictionary<CountingRule, string>
    {
        [CountingRule.Services] = "一条服务记录算 1 次",
        [CountingRule.Events] = "做一次、登记一条，算 1 次",
        [CountingRule.Names] = "按名称数，同名只算 1 个",
        [CountingRule.Persons] = "按人数，同一个人只算 1 人",
        [CountingRule.Sessions] = "当年满 5 节才算 1 个",
        [CountingRule.RosterSurvey] = "当年调研过的在册人数 ÷ 名单在册人数",
        [CountingRule.RosterNeeds] = "有需求信息的人数 ÷ 四个领域名单去重后的人数",
        [CountingRule.Money] = "写明合作慈善组织的现金，按到账金额相加",
        [CountingRule.LargeDistribution] = "一次发放折合满 1000 元，就算达标",
        [CountingRule.Checklist] = "平台检查里勾了已完成就算",
        [CountingRule.Staff] = "看问的那天在岗的社工人数和社工证",
        [CountingRule.Register] = "确认一次台账，算 1 份",
        [CountingRule.Showcase] = "站长推荐、满 5 节的个案或小组，算 1 个",
    };

    /// <summary>Everybody's: said after the rest.</summary>
    public static readonly Policy[] All =
    [
        new("§3.12", Services, "一天去两家是两条记录，算 2 次。同一个人同一天同一项登记两次，第二条会提醒，算 0 次。", RulePoint.SameDay),
        new("§3.12", Services, "一条记录里有几个人都算 1 次；人次、人数另外数。", RulePoint.Crowd),
        new("§3.11", Revisits, "电话回访也算 1 次。一个季度全是电话会提示，清单要求提高上门频率。", RulePoint.Mode),
        new("§3.11", row => Services(row) && !Revisits(row), "上门、电话、视频、到站、集体都算，方式不影响次数。", RulePoint.Mode),
        new("§3.11", Revisits, "够不够按全站的次数算；名单里需回访的人回访到几位，旁边会列出来。"),
        new("§3.15", Services, "没见到人、约了还没去的，留着备查，不算次数。", RulePoint.Attempt),
        new("§3.4", row => row.Assessment != Assessment.Year, "每个考核期单独算，多做的不能抵别的月份、季度或别的指标。"),
        new("§3.6", Sessions, "第 5 节的日期就是完成日期；没满的显示 3/5，不算个数。"),
        new("§3.6", Sessions, "同一天做两节都算，会提醒。", RulePoint.SameDay),
        new("§3.6", row => row.Topic == "group", "任务清单没有规定小组每节要几个人，来几个都算 1 节，签到表照实填。", RulePoint.Crowd),
        new("§3.6", row => row.Topic == "case", "个案只写一位服务对象，一个人的个案满 5 节算 1 个。", RulePoint.Crowd),
        new("§3.7", row => row.Counting == CountingRule.RosterSurvey, "一个人一年只算一次。没有导入名单就无法计算；去世、迁出、退出的人，从当天起两边都不算。"),
        new("§3.8", row => row.Counting == CountingRule.RosterNeeds, "需求调研里填了慈善需求的也算；一个人在几个名单里只算一位，目标人数有小数就进一。"),
        new("§3.9", row => row.Counting == CountingRule.Money, "实物另外列出，不计入；专项基金、慈善项目募到的现金也加进来。"),
        new("§3.10", row => row.Counting == CountingRule.LargeDistribution, "一年有一次满 1000 元就够，不用每次都满；同一次发放也算 1 次慈善救助。", RulePoint.Once),
        new("§3.10", row => row.Id == "charity.aid", "金额不限；折合满 1000 元的那次，同时满足慈善救助资金。", RulePoint.Once),
        new("§3.10", row => row.Topic == "care" || row.Id == "charity.aid", "慈善发放不再算关爱帮扶。"),
        new("§3.13", row => row.Topic == "rooms", "没有条件的可以选“不适用”并写原因，不算缺。"),
        new("§3.13", row => row.Topic.StartsWith("rule.", StringComparison.Ordinal), "上墙照片和电子版制度有一样就行。"),
        new("§3.13", row => row.Counting == CountingRule.Staff, "人数和持证数两样都够才算达标，要留社工证复印件。"),
        new("§3.14", row => row.Counting == CountingRule.Showcase, "每个领域 1 个，全站至少 1 个；结案报告和五节照片都有才算材料齐。"),
        new("§4", row => row.Counting == CountingRule.Register, "名单里至少标一位需回访的人，确认时生成台账文件。"),
        new("§3.1", row => row.Counting is not (CountingRule.Checklist or CountingRule.Staff), "按服务日期算，不按录入日期；撤销的不算。"),
    ];

    /// <summary>The only double credits, by the row that is recorded and the row that gains.</summary>
    public static readonly (string From, string To, string Text)[] Merges =
    [
        ("charity.aid", "charity.aid_amount", "慈善救助和慈善救助资金：同一次发放两项都算，折合满 1000 元即可"),
        ("charity.project", "charity.raised", "慈善项目和共募资金：项目算 1 个，募到的现金同时加进共募资金"),
        ("charity.fund", "charity.raised", "专项基金和共募资金：基金算 1 个，募到的现金同时加进共募资金；台账可以合成一本"),
        ("survey", "charity.needs", "需求调研和需求信息：调研时填了慈善需求，两项都算"),
    ];

    public static readonly string[] Scope =
    [
        "个案、小组、调研针对辖区交下来的名单；名单外的人也可以登记服务，会自动记为未入册的人。",
        "资源链接、关爱帮扶、跟踪回访：登记时选哪个领域，就算哪个领域的次数。",
        "需求调研、需求信息只数名单在册的人，名单外的人不计入。",
        "名单外的人做的个案、小组，次数照算；验收认不认由民政局定，最好先补进名单（说“新增人员”）。",
    ];

    public static readonly string[] Backfill =
    [
        "没有天数限制：只要真做过，服务日期在项目年度内、不在将来，就能补。",
        "按服务日期算进当月，补上个月的就算上个月。隔天以后录的会标“补录”，一直看得到。",
    ];

    private static bool Services(Indicator row) => row.Counting == CountingRule.Services;

    private static bool Revisits(Indicator row) => row.Topic == RevisitReach.Topic;

    private static bool Sessions(Indicator row) => row.Counting == CountingRule.Sessions;
}
