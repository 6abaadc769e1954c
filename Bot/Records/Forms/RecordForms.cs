using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>Every record kind that can be entered by card.</summary>
public sealed class RecordForms(Catalog catalog)
{
    public const string VisitId = "visit";

    /// <summary>Titles as people say them; values are the names of <see cref="ServiceMode"/>.</summary>
    public static readonly IReadOnlyList<Choice> Modes =
    [
        new("上门", nameof(ServiceMode.HomeVisit)),
        new("电话", nameof(ServiceMode.Phone)),
        new("视频", nameof(ServiceMode.Video)),
        new("到站", nameof(ServiceMode.AtStation)),
        new("集体", nameof(ServiceMode.Collective)),
    ];

    public IReadOnlyList<Form> All { get; } = [Visit(catalog)];

    public Form? Find(string id) => All.FirstOrDefault(form => form.Id == id);

    private static Form Visit(Catalog catalog) => new(VisitId, "记走访", [
        new Field
        {
            Id = "domain",
            Label = "领域",
            Kind = FieldKind.Choice,
            IsRequired = true,
            Choices = [.. catalog.Areas.Where(area => area.IsDomain).Select(area => new Choice(area.Name, area.Id))],
        },
        new Field
        {
            Id = "category",
            Label = "类别",
            Kind = FieldKind.Choice,
            IsRequired = true,
            Choices = [.. VisitTopics.Select(topic => new Choice(catalog.Rows.First(row => row.Topic == topic).ShortName, topic))],
        },
        new Field { Id = "date", Label = "服务日期", Kind = FieldKind.Date, IsRequired = true },
        new Field { Id = "person", Label = "服务对象", Kind = FieldKind.Person, Placeholder = "输入姓名查找" },
        new Field { Id = "others", Label = "其他姓名", Kind = FieldKind.Text, MaxLength = 400, Placeholder = "上面没有的写在这里，多人用顿号隔开" },
        new Field { Id = "mode", Label = "方式", Kind = FieldKind.Choice, Choices = Modes, Default = nameof(ServiceMode.HomeVisit) },
        new Field { Id = "content", Label = "内容", Kind = FieldKind.Multiline, IsRequired = true, MaxLength = 1000, Placeholder = "做了什么、对方情况如何" },
        new Field { Id = "minutes", Label = "时长", Kind = FieldKind.Number, Min = 1, Max = 1440, Placeholder = "分钟" },
        new Field
        {
            Id = "outcome",
            Label = "结果",
            Kind = FieldKind.Choice,
            Choices = [new("已完成", nameof(Outcome.Done)), new("没见到人", nameof(Outcome.Attempt))],
            Default = nameof(Outcome.Done),
        },
    ]);

    private static readonly string[] VisitTopics = ["link", "care", "revisit"];
}
