using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>Every record kind that can be entered by card (product.md §4).</summary>
public sealed class RecordForms
{
    public const string VisitId = "visit";
    public const string CaseOpenId = "case.open";
    public const string CaseSessionId = "case.session";
    public const string CaseCloseId = "case.close";
    public const string DistributionId = "distribution";

    /// <summary>Titles as people say them; values are the names of <see cref="ServiceMode"/>.</summary>
    public static readonly IReadOnlyList<Choice> Modes =
    [
        new("上门", nameof(ServiceMode.HomeVisit)),
        new("电话", nameof(ServiceMode.Phone)),
        new("视频", nameof(ServiceMode.Video)),
        new("到站", nameof(ServiceMode.AtStation)),
        new("集体", nameof(ServiceMode.Collective)),
    ];

    private static readonly string[] VisitTopics = ["link", "care", "revisit"];

    public RecordForms(Catalog catalog)
    {
        var domain = new Field
        {
            Id = FieldIds.Domain,
            Label = "领域",
            Kind = FieldKind.Choice,
            IsRequired = true,
            Choices = [.. catalog.Domains.Select(area => new Choice(area.Name, area.Id))],
        };
        var category = new Field
        {
            Id = FieldIds.Category,
            Label = "类别",
            Kind = FieldKind.Choice,
            IsRequired = true,
            Choices = [.. VisitTopics.Select(topic => new Choice(catalog.OfTopic(topic).First().ShortName, topic))],
        };
        All =
        [
            new Form(VisitId, "记走访", "{domain}.{category}",
            [
                domain,
                category,
                Date("服务日期"),
                Person("服务对象"),
                Others("上面没有的写在这里，多人用顿号隔开"),
                new Field { Id = FieldIds.Mode, Label = "方式", Kind = FieldKind.Choice, Choices = Modes, Default = nameof(ServiceMode.HomeVisit) },
                Content("内容", "做了什么、对方情况如何"),
                new Field { Id = FieldIds.Minutes, Label = "时长", Kind = FieldKind.Number, Min = 1, Max = 1440, Placeholder = "分钟" },
                new Field
                {
                    Id = FieldIds.Outcome,
                    Label = "结果",
                    Kind = FieldKind.Choice,
                    Choices = [new("已完成", nameof(Outcome.Done)), new("没见到人", nameof(Outcome.Attempt))],
                    Default = nameof(Outcome.Done),
                },
            ]),
            new Form(CaseOpenId, "开个案", "{domain}.case",
            [
                domain,
                Person("对象"),
                Others("上面没有的写在这里"),
                Multiline("problem", "主要问题", isRequired: true),
                Multiline("goal", "目标"),
                Multiline("plan", "计划"),
            ]) { Outcome = Outcome.Noted, OpensFile = true },
            new Form(CaseSessionId, "记个案", "",
            [
                File("个案"),
                Date("日期"),
                Content("内容", "这一节谈了什么、有什么变化"),
                new Field { Id = "next", Label = "下次日期", Kind = FieldKind.PlannedDate },
            ]),
            new Form(CaseCloseId, "个案结案", "",
            [
                File("个案"),
                Content("结果", "目标达成情况、结案原因"),
            ]) { Outcome = Outcome.Noted },
            new Form(DistributionId, "记发放", "charity.aid",
            [
                Date("日期"),
                new Field { Id = FieldIds.Name, Label = "名称", Kind = FieldKind.Text, IsRequired = true, Placeholder = "例如 中秋米面油慰问" },
                new Field { Id = FieldIds.Amount, Label = "折合金额", Kind = FieldKind.Money, IsRequired = true, Placeholder = "元，总价值" },
                Text(RecordDetails.Goods, "物资", "例如 米20袋、油20桶"),
                new Field { Id = FieldIds.Recipients, Label = "领取人或户数", Kind = FieldKind.Recipients, IsRequired = true, MaxLength = 1000, Placeholder = "写户数，或写姓名并用顿号隔开" },
                Text(RecordDetails.Sponsor, "出资方", ""),
            ]),
        ];
    }

    public IReadOnlyList<Form> All { get; }

    public Form? Find(string id) => All.FirstOrDefault(form => form.Id == id);

    private static Field Date(string label) => new() { Id = FieldIds.Date, Label = label, Kind = FieldKind.Date, IsRequired = true };

    private static Field Person(string label) => new() { Id = FieldIds.Person, Label = label, Kind = FieldKind.Person, Placeholder = "输入姓名查找" };

    private static Field Others(string placeholder) => new() { Id = FieldIds.Others, Label = "其他姓名", Kind = FieldKind.Text, MaxLength = 400, Placeholder = placeholder };

    private static Field Content(string label, string placeholder) =>
        new() { Id = FieldIds.Content, Label = label, Kind = FieldKind.Multiline, IsRequired = true, MaxLength = 1000, Placeholder = placeholder };

    private static Field File(string label) => new() { Id = FieldIds.File, Label = label, Kind = FieldKind.File, IsRequired = true };

    private static Field Multiline(string id, string label, bool isRequired = false) =>
        new() { Id = id, Label = label, Kind = FieldKind.Multiline, IsRequired = isRequired, MaxLength = 1000 };

    private static Field Text(string id, string label, string placeholder) => new() { Id = id, Label = label, Kind = FieldKind.Text, Placeholder = placeholder };
}
