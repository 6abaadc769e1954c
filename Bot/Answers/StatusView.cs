using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records.Forms;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>What was counted, as text and as a card with bars that says the same (product.md §5).</summary>
internal sealed record StatusView
{
    /// <summary>Of a longer list of counts, only rows with something are listed.</summary>
    private const int RowsInFull = 8;

    /// <summary>A longer list stands in the text; the card then has one bar a task, and buttons that open it.</summary>
    private const int BarsInCard = 12;

    public required StatusQuestion Question { get; init; }
    public required StatusScope Scope { get; init; }
    public required string ScopeName { get; init; }
    public required IReadOnlyList<Standing> Main { get; init; }
    public required IReadOnlyList<Standing> Longer { get; init; }

    /// <summary>The period as it was asked, before it was widened to the rows' own.</summary>
    public required Period Asked { get; init; }

    public required DateOnly Today { get; init; }
    public required IReadOnlyList<RevisitReach> Revisits { get; init; }

    private bool IsCount => Question.Ask == StatusAsk.Count;

    public Reply ToReply(CardTemplates cards)
    {
        var headline = $"{PeriodName.Of(Scope.Period)} {ScopeName}：{Number()}";
        var rows = Rows(Main);
        var longer = IsCount ? [] : Rows(Longer);
        var hints = Hints().ToList();
        var lines = new List<string> { headline };
        lines.AddRange(rows.Select(row => row.Line));
        if (longer.Count > 0)
        {
            lines.Add("另：");
            lines.AddRange(longer.Select(row => row.Line));
        }

        lines.AddRange(hints);
        return new Reply
        {
            Text = string.Join('\n', lines),
            Card = cards.Fill("progress", new ProgressModel(headline, Groups(rows, longer), hints, [.. Actions(), .. Drill()]), CardJson.Default.ProgressModel),
            CardStandsAlone = true,
        };
    }

    private string Number() => Question.Ask switch
    {
        StatusAsk.Count => StatusText.Counted(Main),
        StatusAsk.Progress when Main.Count > 1 => StatusText.Completed(Main) + StatusText.DaysLeft(Scope.Period, Today),
        _ => StatusText.Remaining(Main) + (Main.Any(s => s.Remaining > 0) ? StatusText.DaysLeft(Scope.Period, Today) : ""),
    };

    private List<ProgressRow> Rows(IReadOnlyList<Standing> standings) =>
        [.. standings
            .Where(s => !IsCount || standings.Count <= RowsInFull || s.Counted > 0)
            .Select(s => (s, Label: RowName.Within(s.Row, Question.Rows)))
            .Select(row => IsCount
                ? ProgressRow.Bare(row.Label, Amount.Of(row.s.Counted, row.s.Row.Unit))
                : ProgressRow.Of(row.Label, StatusText.Row(row.s), row.s))];

    private List<ProgressGroup> Groups(List<ProgressRow> rows, List<ProgressRow> longer)
    {
        var main = new ProgressGroup(null, rows.Count > BarsInCard && !IsCount ? ByTask(Main) : rows);
        return longer.Count == 0
            ? [main]
            : [main, new ProgressGroup("另：", longer.Count > BarsInCard ? ByTask(Longer) : longer)];
    }

    private static List<ProgressRow> ByTask(IReadOnlyList<Standing> standings) =>
        [.. standings.GroupBy(s => s.Row.Area).Select(task => ProgressRow.Share(task.Key.Name, task.Count(s => s.IsMet), task.Count()))];

    /// <summary>Questions for the single tasks that the card has summed up.</summary>
    private IEnumerable<ActionModel> Drill() => IsCount || Main.Count <= BarsInCard
        ? []
        : Main.Where(s => !s.IsMet).Select(s => s.Row.Area.Name).Distinct().Take(MostDrills).Select(task => ActionModel.Ask($"{PeriodName.Of(Scope.Period)}{task}进度"));

    /// <summary>Six actions are what Teams shows (adaptive-cards.md §3); one is for recording.</summary>
    private const int MostDrills = 5;

    private IEnumerable<string> Hints()
    {
        if (Scope.IsWidened && !Scope.Period.Equals(Asked))
        {
            yield return $"问的是{PeriodName.Of(Asked)}；{AssessedBy(Main[0].Row.Assessment)}考核，以上按{PeriodName.Of(Scope.Period)}计算。";
        }

        if (!IsCount && StatusText.Spread(Main, Today) is { } spread)
        {
            yield return spread + "。";
        }

        foreach (var reach in Revisits.Where(reach => reach.Flagged > 0))
        {
            yield return $"{reach.Row.Area.Name}需回访 {reach.Flagged} 人，已回访 {reach.Reached} 人。";
        }

        foreach (var reach in Revisits.Where(reach => reach.OnlyByPhone))
        {
            yield return $"{reach.Row.Area.Name}的回访全是电话，建议至少上门一次。";
        }

        if (IsCount && Main.Count > RowsInFull && Main.Any(s => s.Counted == 0))
        {
            yield return "没有列出的指标为 0。";
        }
    }

    /// <summary>The next thing to do: record what is behind.</summary>
    private List<ActionModel> Actions()
    {
        var behind = Main.Where(s => !s.IsMet && s.Row.Counting == CountingRule.Services).Select(s => s.Row).ToList();
        return behind.Count == 0 || IsCount
            ? []
            : [ActionModel.OpenForm(
                $"记{(behind.Select(row => row.ShortName).Distinct().ToList() is [var name] ? name : "走访")}",
                RecordForms.VisitId,
                ("domain", behind.Select(row => row.Area.Id).Distinct().ToList() is [var area] ? area : ""),
                ("category", behind.Select(row => row.Topic).Distinct().ToList() is [var topic] ? topic : ""))];
    }

    private static string AssessedBy(Assessment assessment) => assessment switch
    {
        Assessment.Month => "按月",
        Assessment.Quarter => "按季度",
        _ => "按年",
    };
}
