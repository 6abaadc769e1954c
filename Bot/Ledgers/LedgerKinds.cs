using System.Globalization;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Ledgers;

/// <summary>The ledgers of the task list (indicators.md §4, E3 and E10), with the columns that assessors look for.</summary>
internal static class LedgerKinds
{
    private static readonly LedgerColumn Place = new("序号", line => line.Place);
    private static readonly LedgerColumn Number = new("记录号", line => line.Listed.Record.Number);
    private static readonly LedgerColumn Worker = new("社工", line => line.Listed.Worker);
    private static readonly LedgerColumn Content = new("内容", line => line.What.Content);

    private static readonly LedgerColumn[] Who =
    [
        new("姓名", line => line.Person?.Name),
        new("性别", line => line.Person?.Gender),
        new("出生日期", line => Text(line.Person?.Born)),
        new("社区", line => line.Person?.Community),
        new("住址", line => line.Person?.Home),
        new("电话", line => line.Person?.Phone),
        new("监护人", line => line.Person?.Guardian),
        new("标签", line => line.Person?.Tags),
    ];

    public static readonly IReadOnlyList<LedgerKind> All =
    [
        new("需求调研台账", row => row.Counting == CountingRule.RosterSurvey, PerPerson: true, EvidenceKind.Ledger,
            [Place, Number, Date("调研日期"), .. Who, new("主要需求", line => Needs(line)), new("慈善需求", line => line.Detail(RecordDetails.Needs)), Worker]) { PerDomain = true },
        new("回访人员台账", row => row.Counting == CountingRule.Register, PerPerson: true, EvidenceKind.Ledger,
            [
                Place, Number, Date("确认日期"), .. Who, new("入册日期", line => Text(line.Person?.Entered)),
                new("最近回访", line => Text(line.LastRevisit.Last)), new("本年度回访次数", line => line.LastRevisit.Count),
            ]) { PerDomain = true },
        new("基金和募集资金台账", row => row.Id is "charity.fund" or "charity.raised", PerPerson: false, EvidenceKind.Ledger,
            [
                Place, Number, Date("日期"), new("类别", line => line.Row.ShortName), new("名称或合作慈善组织", line => line.What.Name), Content,
                Amount("金额（元）"), new("现金/实物", line => line.What.Fen is null ? "" : line.Detail(RecordDetails.InKind) == RecordDetails.Yes ? "实物" : "现金"),
                new("归入基金", line => line.Detail(RecordDetails.Fund)), Worker,
            ]),
        new("慈善项目台账", row => row.Id == "charity.project", PerPerson: false, EvidenceKind.Ledger,
            [Place, Number, Date("日期"), new("项目名称", line => line.What.Name), Content, Amount("募集金额（元）"), Worker]),
        new("需求信息台账", row => row.Counting == CountingRule.RosterNeeds, PerPerson: true, EvidenceKind.Ledger,
            [
                Place, Number, Date("日期"), .. Who, new("需求内容", line => line.Row.Counting == CountingRule.RosterNeeds ? line.What.Content : line.Detail(RecordDetails.Needs)),
                new("来源", line => line.Row.Counting == CountingRule.RosterNeeds ? "需求信息" : "需求调研"), Worker,
            ])
        {
            AlsoRows = row => row.Counting == CountingRule.RosterSurvey,
            AlsoRecords = record => record.Details.ContainsKey(RecordDetails.Needs),
        },
        new("骨干人才名册", row => row.Counting == CountingRule.Persons, PerPerson: false, EvidenceKind.NameList,
            [Place, Number, Date("日期"), new("姓名", line => line.What.Name ?? string.Join('、', line.What.Persons.Select(person => person.Label))), new("培养情况", line => line.What.Content), new("人数", line => line.What.People), Worker]),
    ];

    /// <summary>The columns of an import, so that what was taken out can be brought in again (product.md §8).</summary>
    public static readonly IReadOnlyList<LedgerColumn> Records =
    [
        new("日期", line => Text(line.What.Date)),
        new("指标", line => line.Row.Area.IsDomain ? $"{line.Row.Area.Name}/{line.Row.ShortName}" : line.Row.Id),
        new("服务对象", line => string.Join('、', line.What.Persons.Select(person => person.Label))),
        new("方式", line => RecordForms.Modes.FirstOrDefault(mode => mode.Value == line.What.Mode?.ToString())?.Title),
        new("社工", line => line.Listed.Worker),
        new("内容", line => line.What.Content),
        new("名称", line => line.What.Name ?? line.What.File?.Name),
        new("节次", line => line.What.Session),
        Amount("金额"),
        new("人数", line => line.What.People),
        new("材料", line => string.Join('、', line.Listed.Evidence.Where(kind => kind != EvidenceKind.Uploaded).Order().Select(EvidenceName.Of))),
        new("已上传", line => line.Listed.Evidence.Contains(EvidenceKind.Uploaded) ? "是" : "否"),
        new("实物", line => line.Detail(RecordDetails.InKind) == RecordDetails.Yes ? "是" : ""),
        new("归入基金", line => line.Detail(RecordDetails.Fund)),
        new("出资方", line => line.Detail(RecordDetails.Sponsor)),
        new("物资", line => line.Detail(RecordDetails.Goods)),
        new("出席", line => line.Detail(RecordDetails.Attendance)),
        new("证号", line => line.Detail(RecordDetails.Certificate)),
    ];

    private static LedgerColumn Date(string name) => new(name, line => Text(line.What.Date));

    private static LedgerColumn Amount(string name) => new(name, line => line.What.Fen is { } fen ? fen / 100m : null);

    /// <summary>An imported survey has one text for all of it.</summary>
    private static string? Needs(LedgerLine line) => line.Detail("mainNeeds") is { Length: > 0 } needs ? needs : line.What.Content;

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
