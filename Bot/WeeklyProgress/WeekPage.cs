using StationBot.Answers;
using StationBot.Answers.OverTime;
using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;

namespace StationBot.WeeklyProgress;

/// <summary>
/// The week in at most ten lines: what is at risk, what was done, what is due, what evidence is lacking, one thanks. Each number is the one that
/// asking gives at that moment. Pure.
/// </summary>
internal sealed record WeekPage
{
    private const int MostRows = 3;
    private const int MostNamed = 2;
    private const int MostRisks = 3;

    /// <summary>The month's question with all that answers it.</summary>
    public required StatusCase Month { get; init; }

    public required Catalog Catalog { get; init; }

    /// <summary>The worker whose week it is; null for the station's.</summary>
    public required string? Worker { get; init; }

    /// <summary>Nobody is named (product.md §7).</summary>
    public required bool IsGroup { get; init; }

    /// <summary>Of the project year, the most endangered first.</summary>
    public required IReadOnlyList<Forecast> Risks { get; init; }

    /// <summary>Of the lead's version.</summary>
    public required IReadOnlyList<Dossier> Stalled { get; init; }

    /// <summary>Records of the week that is over.</summary>
    public required IReadOnlyList<ListedRecord> Done { get; init; }

    public required IReadOnlyList<Dossier> Sessions { get; init; }
    public required IReadOnlyList<ListedRecord> Plans { get; init; }

    /// <summary>Rows whose month, quarter or year ends this week.</summary>
    public required IReadOnlyList<Standing> Ends { get; init; }

    /// <summary>Records of the project year that lack evidence.</summary>
    public required IReadOnlyList<FiledRecord> Lacking { get; init; }

    /// <summary>Files that were brought to their fifth session in the week that is over.</summary>
    public required IReadOnlyList<Dossier> Completed { get; init; }

    private DateOnly Today => Month.Today;

    public PushPage ToPage()
    {
        var main = Month.Count(Month.Scope.Rows);
        var behind = PushTexts.Behind(main);
        PushBlock?[] some =
        [
            Risks.Count == 0 ? null : Line("全年", $"{Risks.Count} 项有风险：{PushTexts.Few([.. Risks.Select(risk => RowName.Of(risk.Row))], MostRisks)}"),
            Stalled.Count == 0 ? null : Line("停滞", $"{Kinds(Stalled)}{Named([.. Stalled.Select(file => PushTexts.Silence(file, Today))])}"),
            Line("上周", DoneText()),
            Line("本周", DueText()),
            Lacking.Count == 0 ? null : Line("材料", PushTexts.Lacking(Lacking, MostNamed)),
            Thanks() is { } thanks ? Line("谢谢", thanks) : null,
        ];
        PushBlock[] lines = [.. some.OfType<PushBlock>()];
        return new PushPage(
            Month.Headline(TargetPage.Number(Month, main)),
            behind.Count == 0 ? lines : [new PushBlock(null, null, PushTexts.Rows(behind, MostRows)), lines[0] with { IsApart = true }, .. lines[1..]])
        {
            Actions = [.. Actions(behind)],
        };
    }

    private static PushBlock Line(string label, string text) => new(label, text, []);

    /// <summary><c>记录 8 条，小王 5 条、小李 3 条</c>: in a group nobody's own number is told.</summary>
    private string DoneText()
    {
        if (Done.Count == 0)
            return Worker is null ? "没有记录" : "你没有记录";
        var workers = Done.GroupBy(record => record.Worker ?? "未署名").OrderByDescending(worker => worker.Count()).Select(worker => $"{worker.Key} {worker.Count()} 条").ToList();
        return Worker is not null ? $"你记了 {Done.Count} 条" : $"记录 {Done.Count} 条{(IsGroup || workers.Count < 2 ? "" : "，" + string.Join('、', workers))}";
    }

    private string DueText()
    {
        List<string> named =
        [
            .. Sessions.Select(file => PushTexts.Session(file, Today)),
            .. Plans.Select(plan => RecordLine.Of(Catalog, plan)),
        ];
        var ends = Ends.Select(one => $"{RowName.Of(one.Row)} 差 {Amount.Of(one.Remaining, one.Row.Unit)}");
        List<string> all = [.. IsGroup ? [] : named, .. ends];
        return DueList.Number(Sessions.Count, Plans.Count, Ends.Count) + (all.Count == 0 ? "" : "：" + PushTexts.Few(all, MostNamed));
    }

    /// <summary><c>个案 3 个、小组 2 个</c>: the numbers of two questions.</summary>
    private static string Kinds(IEnumerable<Dossier> files) =>
        string.Join('、', files.GroupBy(file => file.IsGroup).OrderBy(kind => kind.Key).Select(kind => $"{(kind.Key ? "小组" : "个案")} {kind.Count()} 个"));

    private string Named(IReadOnlyList<string> texts) => IsGroup ? "" : "：" + PushTexts.Few(texts, MostNamed);

    /// <summary>One thing, the rarest first; null after a week without any.</summary>
    private string? Thanks()
    {
        if (Completed.Count > 0)
        {
            return IsGroup || Worker is not null
                ? $"上周有 {Completed.Count} 个个案、小组做满了 {CreditRules.SessionsToComplete} 节，辛苦了"
                : $"{PushTexts.Few([.. Completed.Select(file => file.Name)], MostNamed)}做满了 {CreditRules.SessionsToComplete} 节，{string.Join('、', Completed.Select(file => file.Life.Worker).OfType<string>().Distinct())}辛苦了";
        }

        var persons = Done.SelectMany(record => record.Record.What.Persons).Select(person => person.Id).Distinct().Count();
        return persons > 0 ? $"上周服务了 {persons} 位居民，辛苦了" : Done.Count > 0 ? $"上周做了 {Done.Count} 件事，辛苦了" : null;
    }

    private IEnumerable<ActionModel> Actions(List<Standing> behind)
    {
        if (!IsGroup)
        {
            foreach (var action in behind.Take(1).SelectMany(one => PushActions.Record(Catalog, one.Row)).Concat(Sessions.Take(1).Select(PushActions.Session)))
            {
                yield return action;
            }
        }

        if (Lacking.Count > 0)
            yield return ActionModel.Ask(Worker is null ? "哪些记录缺材料" : "我的哪些记录缺材料");
        yield return ActionModel.Ask("本周到期的");
        yield return ActionModel.Ask("本月还差啥");
    }
}
