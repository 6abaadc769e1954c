using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Answers;

/// <summary>From the checklist as it stands, or as it was tried to change it, to what cards/checklist.json shows. Pure.</summary>
internal static class ChecklistModels
{
    private static readonly ChoiceModel[] TwoStates = [new("还没有", Checklist.Open), new("已完成", Checklist.Done)];
    private static readonly ChoiceModel[] ThreeStates = [.. TwoStates, new("不适用", Checklist.NotApplicable)];
    private static readonly ChoiceModel[] Levels = [.. Checklist.Levels.Select(level => new ChoiceModel(level.Title, level.Value))];

    public static ChecklistRowModel Row(ChecklistItem item, IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string>? errors)
    {
        var mayNotApply = CreditRules.MayNotApply(item.Row);
        var reason = Checklist.ReasonOf(item.Row);
        return new ChecklistRowModel(
            item.Row.Id,
            item.Row.ShortName,
            values?.GetValueOrDefault(item.Row.Id) ?? item.State,
            StateOf(item),
            mayNotApply ? ThreeStates : TwoStates,
            mayNotApply ? reason : null,
            values?.GetValueOrDefault(reason) ?? item.Reason,
            errors?.GetValueOrDefault(item.Row.Id) ?? errors?.GetValueOrDefault(reason));
    }

    /// <summary><c>2024年1月10日 #3 材料齐</c>, <c>不适用：没有场地 #4</c>; null while it is open.</summary>
    public static string? StateOf(ChecklistItem item) => item.Stands is not { } stands ? null
        : item.State == Checklist.NotApplicable ? $"不适用：{item.Reason} #{stands.Record.Number}"
        : $"{PeriodName.Of(Period.Day(stands.Record.What.Date))} #{stands.Record.Number} {Evidence(item.Row, stands)}";

    public static WorkerModel Worker(ChecklistWorker worker, IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string>? errors) => new()
    {
        Name = worker.Name,
        State = worker.Stands is { } stands && worker.Certificate.Length > 0 ? $"#{stands.Record.Number} {(stands.Evidence.Contains(EvidenceKind.Certificate) ? "材料齐" : "缺社工证")}" : null,
        NameId = null,
        NameValue = "",
        NameError = null,
        PresenceId = worker.IsMember ? null : worker.PresenceField,
        CertificateId = worker.CertificateField,
        Certificate = values?.GetValueOrDefault(worker.CertificateField) ?? worker.Certificate,
        LevelId = worker.LevelField,
        Level = values?.GetValueOrDefault(worker.LevelField) ?? worker.Level,
        Levels = Levels,
        Error = errors?.GetValueOrDefault(worker.CertificateField),
    };

    /// <summary>Empty inputs for a worker who is not there yet.</summary>
    public static WorkerModel Newcomer(IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string>? errors) => new()
    {
        Name = "添加一位",
        State = "不用本机器人的驻站社工",
        NameId = Checklist.NewName,
        NameValue = values?.GetValueOrDefault(Checklist.NewName) ?? "",
        NameError = errors?.GetValueOrDefault(Checklist.NewName),
        PresenceId = null,
        CertificateId = Checklist.NewCertificate,
        Certificate = values?.GetValueOrDefault(Checklist.NewCertificate) ?? "",
        LevelId = Checklist.NewLevel,
        Level = values?.GetValueOrDefault(Checklist.NewLevel) ?? "",
        Levels = Levels,
        Error = errors?.GetValueOrDefault(Checklist.NewCertificate),
    };

    private static string Evidence(Indicator row, ListedRecord record)
    {
        var lacking = row.Evidence.Where(requirement => !requirement.AnyOf.Any(record.Evidence.Contains)).Select(EvidenceText.Of).ToList();
        return lacking.Count == 0 ? "材料齐" : "缺" + string.Join('、', lacking);
    }
}
