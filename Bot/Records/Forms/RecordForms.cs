using System.Collections.Concurrent;
using StationBot.Indicators;
using StationBot.Records.Files;

namespace StationBot.Records.Forms;

/// <summary>Every record kind that can be entered by card (product.md §4).</summary>
public sealed class RecordForms
{
    public const string VisitId = "visit";
    public const string CaseOpenId = "case.open";
    public const string CaseSessionId = "case.session";
    public const string CaseCloseId = "case.close";
    public const string GroupOpenId = "group.open";
    public const string GroupSessionId = "group.session";
    public const string GroupCloseId = "group.close";

    /// <summary>A closed case or group goes on.</summary>
    public const string ReopenId = "file.reopen";

    /// <summary>A case or group goes to a colleague.</summary>
    public const string HandoverId = "file.handover";
    public const string DistributionId = "distribution";

    /// <summary>Presets of a form name these fields.</summary>
    public const string DomainField = "domain";
    public const string CategoryField = "category";
    public const string DateField = "date";
    public const string ModeField = "mode";
    public const string FileField = "file";
    public const string PersonField = "person";
    public const string ContentField = "content";
    public const string MainNeedsField = "mainNeeds";
    public const string OthersField = "others";
    public const string ProblemField = "problem";
    public const string PersonsField = "persons";

    /// <summary>Beside the form's own values: everybody whom its list of ticks offers.</summary>
    public const string OfferedPersons = "offered";

    /// <summary>Behind a form's id: the same form with a record a person.</summary>
    public const string EachSuffix = ".each";

    /// <summary>The same form with a record a day.</summary>
    public const string DaysSuffix = ".days";
    public const string DaysField = "days";

    /// <summary>The same form with a plan for the next time.</summary>
    public const string NextSuffix = ".next";

    /// <summary>The same form for what is only planned.</summary>
    public const string PlanSuffix = ".plan";

    public const string AttendanceField = "attendance";
    public const string RecipientsField = "recipients";

    /// <summary>Titles as people say them; values are the names of <see cref="ServiceMode"/>.</summary>
    public static readonly IReadOnlyList<Choice> Modes =
    [
        new("上门", nameof(ServiceMode.HomeVisit)),
        new("电话", nameof(ServiceMode.Phone)),
        new("视频", nameof(ServiceMode.Video)),
        new("到站", nameof(ServiceMode.AtStation)),
        new("集体", nameof(ServiceMode.Collective)),
    ];

    internal const int MostPeople = 100_000;

    private static readonly string[] VisitTopics = ["link", "care", "revisit"];

    /// <summary>What a form sends for a mode as people say it; empty for none.</summary>
    public static string ModeValue(string? title) => Modes.FirstOrDefault(mode => mode.Title == title)?.Value ?? "";

    private static readonly ConcurrentDictionary<Catalog, RecordForms> Known = [];

    /// <summary>The forms of a task list: made once, for there are few lists.</summary>
    public static RecordForms Of(Catalog catalog) => Known.GetOrAdd(catalog, list => new RecordForms(list));

    private RecordForms(Catalog catalog)
    {
        var domain = Choose(DomainField, "领域", Slot.Domain, catalog.Domains.Select(area => new Choice(area.Name, area.Id)));
        var category = Choose(CategoryField, "类别", Slot.Category, VisitTopics.Select(topic => new Choice(catalog.OfTopic(topic).First().ShortName, topic)));
        All =
        [
            new Form(VisitId, "记走访", ".",
            [
                domain,
                category,
                Date("服务日期"),
                Person("服务对象"),
                Others,
                Mode(),
                Content("内容", "做了什么、对方情况如何"),
                Number("minutes", "时长", "分钟", Slot.Minutes, 1440),
                new Field
                {
                    Id = "outcome",
                    Label = "结果",
                    Kind = FieldKind.Choice,
                    Slot = Slot.Outcome,
                    Choices = [new("已完成", nameof(Outcome.Done)), new("没见到人", nameof(Outcome.Attempt))],
                    Default = nameof(Outcome.Done),
                },
            ]),
            new Form("survey", "记调研", ".survey",
            [
                domain, Date("日期"), Person("对象"), Others, Note(MainNeedsField, "主要需求"), Note(RecordDetails.Needs, "慈善需求"),
            ]),
            new Form(CaseOpenId, "开个案", ".case",
            [
                domain, Person("对象"), Others, Note(ProblemField, "主要问题") with { IsRequired = true }, Note("goal", "目标"), Note("plan", "计划"),
            ]) { Outcome = Outcome.Noted, OpensFile = true },
            new Form(CaseSessionId, "记个案", ".",
            [
                File("个案", "case"), Date("日期"), Content("内容", "这一节谈了什么、有什么变化"),
                new Field { Id = RecordDetails.Next, Label = "下次日期", Kind = FieldKind.PlannedDate, Slot = Slot.Detail(RecordDetails.Next) },
                new Field
                {
                    Id = RecordDetails.Stage,
                    Label = "阶段",
                    Kind = FieldKind.Choice,
                    Slot = Slot.Detail(RecordDetails.Stage),
                    Choices = FileStages.Choices,
                    Placeholder = "不选就按第几节定",
                },
            ]),
            new Form(CaseCloseId, "个案结案", ".", [File("个案", "case"), Content("结果", "目标达成情况、结案原因")]) { Outcome = Outcome.Noted, ClosesFile = true },
            new Form(GroupOpenId, "开小组", ".group",
            [
                domain, Name("名称", "例如 手工小组"),
                Number("sessions", "计划节数", "节", Slot.Detail("sessions"), 60) with { IsRequired = true, Default = "5" },
                new Field { Id = "members", Label = "成员", Kind = FieldKind.Names, Slot = Slot.AllPersons, MaxLength = 1000, Placeholder = "姓名用顿号隔开" },
            ]) { Outcome = Outcome.Noted, OpensFile = true },
            new Form(GroupSessionId, "记小组", ".",
            [
                File("小组", "group"), Date("日期"), Content("内容", "这一节做了什么"),
                new Field { Id = AttendanceField, Label = "出席", Kind = FieldKind.Attendance, Slot = Slot.Attendance, MaxLength = 2000 },
                Recipients("出席", "写人数，或写姓名并用顿号隔开") with { Slot = Slot.MoreAttendance, Column = RecordColumns.Attendance },
            ]),
            new Form(GroupCloseId, "小组结束", ".", [File("小组", "group"), Free("结果")]) { Outcome = Outcome.Noted, ClosesFile = true },
            new Form(ReopenId, "重新打开", ".", [File("个案或小组", "case", "group"), Free("原因")]) { Outcome = Outcome.Noted, ReopensFile = true },
            new Form(HandoverId, "转交", ".",
            [
                File("个案或小组", "case", "group"),
                new Field { Id = RecordDetails.HandedTo, Label = "交给", Kind = FieldKind.Member, Slot = Slot.Detail(RecordDetails.HandedTo), IsRequired = true },
                Date("从哪天起"), Free("说明"),
            ]) { Outcome = Outcome.Noted, HandsFileOver = true },
            new Form(DistributionId, "记发放", "charity.aid",
            [
                Date("日期"), Name("名称", "例如 中秋米面油慰问"), Money("折合金额", "元，总价值") with { IsRequired = true }, Text(RecordDetails.Goods, "物资", "例如 米20袋、油20桶"),
                Recipients("领取人或户数", "写户数，或写姓名并用顿号隔开") with { IsRequired = true }, Text(RecordDetails.Sponsor, "出资方", ""),
            ]),
            new Form("fundraising", "记募捐", "charity.raised",
            [
                Date("日期"), Name("合作慈善组织", "例如 县慈善协会"), Money("金额", "元") with { IsRequired = true },
                new Field
                {
                    Id = RecordDetails.InKind,
                    Label = "现金/实物",
                    Kind = FieldKind.Choice,
                    Slot = Slot.Detail(RecordDetails.InKind),
                    Choices = [new("现金", RecordDetails.No), new("实物", RecordDetails.Yes)],
                    Default = RecordDetails.No,
                    Column = RecordColumns.InKind,
                },
                Text(RecordDetails.Fund, "归入基金", ""),
            ]),
            Charity("fund", "记基金", "charity.fund"),
            Charity("project", "记项目", "charity.project"),
            Charity("promo", "记推介", "charity.promo"),
            new Form(RecordKinds.Needs, "记需求", "charity.needs", [Date("日期"), Person("对象"), Others, Free("内容") with { Placeholder = "需要什么帮助" }]),
            Organisation("organisation", "记社会组织", "org.incubate", "名称"),
            Organisation("activity", "记活动", "org.activity", "名称"),
            Organisation("backbone", "记骨干", "org.backbone", "人员"),
            Organisation("training", "记培训", "org.training", "名称"),
            new Form(RecordKinds.Register, "确认台账", ".register", [domain]) { ConfirmsRegister = true },
            new Form(RecordKinds.Showcase, "推荐案例", ".showcase", [File("个案或小组", "case", "group")]) { PutsForward = true, IsForLead = true },
        ];
    }

    public IReadOnlyList<Form> All { get; }

    public Form? Find(string id) => All.FirstOrDefault(form => form.Id == id) ?? FormVariants.All
        .Where(variant => id.EndsWith(variant.Suffix, StringComparison.Ordinal))
        .Select(variant => Find(id[..^variant.Suffix.Length]) is { } form ? variant.Of(form) : null)
        .FirstOrDefault();

    private static Form Charity(string id, string title, string row) => new(id, title, row, [Date("日期"), Name("名称", ""), Free("内容"), Money("募集金额", "元")]);

    private static Form Organisation(string id, string title, string row, string name) =>
        new(id, title, row, [Date("日期"), Name(name, ""), Free("内容"), Number("people", "人数", "人", Slot.People, MostPeople) with { Column = RecordColumns.People }]);

    private static readonly Field Others = new()
    {
        Id = OthersField,
        Label = "其他姓名",
        Kind = FieldKind.Names,
        Slot = Slot.OtherPersons,
        MaxLength = 1000,
        Placeholder = "多人用顿号隔开",
    };

    private static Field Choose(string id, string label, Slot slot, IEnumerable<Choice> choices) =>
        new() { Id = id, Label = label, Kind = FieldKind.Choice, Slot = slot, IsRequired = true, Choices = [.. choices] };

    internal static Field Date(string label) =>
        new() { Id = DateField, Label = label, Kind = FieldKind.Date, Slot = Slot.Date, IsRequired = true, Column = RecordColumns.Date };

    internal static Field Mode() => new()
    {
        Id = ModeField,
        Label = "方式",
        Kind = FieldKind.Choice,
        Slot = Slot.Mode,
        Choices = Modes,
        Default = nameof(ServiceMode.HomeVisit),
        Column = RecordColumns.Mode,
    };

    private static Field Person(string label) => new()
    {
        Id = PersonField,
        Label = label,
        Kind = FieldKind.Person,
        Slot = Slot.FirstPerson,
        Placeholder = "输入姓名查找；名单里没有的写在下面",
        Column = RecordColumns.Persons,
    };

    private static Field File(string label, params IReadOnlyList<string> topics) =>
        new() { Id = FileField, Label = label, Kind = FieldKind.File, Slot = Slot.File, IsRequired = true, Topics = topics };

    internal static Field Name(string label, string placeholder) =>
        new() { Id = "name", Label = label, Kind = FieldKind.Text, Slot = Slot.Name, IsRequired = true, Placeholder = placeholder, Column = RecordColumns.Name };

    private static Field Content(string label, string placeholder) => Free(label) with { IsRequired = true, Placeholder = placeholder };

    internal static Field Free(string label) =>
        new() { Id = ContentField, Label = label, Kind = FieldKind.Multiline, Slot = Slot.Content, MaxLength = 1000, Column = RecordColumns.Content };

    private static Field Note(string id, string label) => new() { Id = id, Label = label, Kind = FieldKind.Multiline, Slot = Slot.Detail(id), MaxLength = 1000 };

    internal static Field Text(string id, string label, string placeholder) =>
        new() { Id = id, Label = label, Kind = FieldKind.Text, Slot = Slot.Detail(id), Placeholder = placeholder, Column = new SheetColumn(label) };

    internal static Field Money(string label, string placeholder) =>
        new() { Id = "amount", Label = label, Kind = FieldKind.Money, Slot = Slot.Amount, Min = 1, Placeholder = placeholder, Column = RecordColumns.Amount };

    internal static Field Number(string id, string label, string unit, Slot slot, int most) =>
        new() { Id = id, Label = label, Kind = FieldKind.Number, Slot = slot, Min = 1, Max = most, Placeholder = unit };

    internal static Field Recipients(string label, string placeholder) =>
        new() { Id = RecipientsField, Label = label, Kind = FieldKind.Recipients, Slot = Slot.Recipients, MaxLength = 1000, Placeholder = placeholder };
}
