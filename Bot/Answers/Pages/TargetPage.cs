using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records.Forms;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>还差几次 and 完成率: each row against its target; rows of longer periods follow under 另： (product.md §3.5).</summary>
internal static class TargetPage
{
    /// <summary>Six actions are what Teams shows (adaptive-cards.md §3); one is for recording.</summary>
    private const int MostDrills = 5;

    public static StatusPage Of(StatusCase status)
    {
        var main = status.Count(status.Scope.Rows);
        var longer = status.Count(status.Scope.Longer);
        var shown = Listed(status, main);
        return new StatusPage
        {
            Headline = status.Headline(Number(status, main)),
            Groups = longer.Count == 0 ? [Rows(status, null, shown)] : [Rows(status, null, shown), Rows(status, "另：", Listed(status, longer))],
            Hints = [.. Hints(status, main), .. shown.Count < main.Count ? [$"没有列出的 {main.Count - shown.Count} 项{(status.Question.Ask == StatusAsk.Progress ? "还没达标" : "已达标")}。"] : Array.Empty<string>()],
            Actions = [.. Record(main), .. Drill(status, main)],
        };
    }

    public static string Number(StatusCase status, List<Standing> main)
    {
        var number = status.Question.Ask == StatusAsk.Progress ? StatusText.Completed(main) : StatusText.Remaining(main, status.Question.InRows);
        var isOpen = status.Question.Ask == StatusAsk.Progress ? main.Exists(s => !s.LacksRoster) : main.Exists(s => s.Remaining > 0);
        return number + (isOpen ? StatusText.DaysLeft(status.Scope.Period, status.Today) : "");
    }

    /// <summary>哪些完成了, 哪些没完成, of a long list: those that are asked for.</summary>
    private static List<Standing> Listed(StatusCase status, List<Standing> standings) =>
        !status.Question.ListsRows || standings.Count <= TaskRows.BarsInCard ? standings : standings.FindAll(s => s.IsMet == (status.Question.Ask == StatusAsk.Progress));

    private static StatusRows Rows(StatusCase status, string? title, List<Standing> standings) => new(
        title,
        [.. standings.Select(s => ProgressRow.Of(title is null ? status.Label(s.Row) : Longer(status, s), RowText.Of(status, s), s))],
        standings.Count > TaskRows.BarsInCard ? TaskRows.Of(standings) : null);

    /// <summary>A row that is judged over a longer span says which.</summary>
    private static string Longer(StatusCase status, Standing standing) => standing.Slices.Count == 0
        ? status.Label(standing.Row)
        : $"{status.Label(standing.Row)}（{PeriodName.Of(new Period(standing.Slices[0].Period.First, standing.Slices[^1].Period.Last))}）";

    private static IEnumerable<string> Hints(StatusCase status, List<Standing> main)
    {
        if (status.Scope.IsWidened)
        {
            yield return $"问的是{PeriodName.Of(status.Scope.Asked)}；{StatusText.AssessedBy(main[0].Row.Assessment)}考核，以上按{PeriodName.Of(status.Scope.Period)}计算。";
        }

        if (StatusText.Spread(main, status.Today) is { } spread)
        {
            yield return spread + "。";
        }

        if (main.Exists(s => s.Remaining > 0 && s.Done + s.Remaining > s.Target))
        {
            yield return "每月（每季度）分别考核，多做的不能补别的月份。";
        }

        foreach (var hint in StatusHints.Of(status, main))
        {
            yield return hint;
        }
    }

    /// <summary>Questions for the single tasks that the card has summed up.</summary>
    private static IEnumerable<ActionModel> Drill(StatusCase status, List<Standing> main) => main.Count <= TaskRows.BarsInCard
        ? []
        : main.Where(s => !s.IsMet).Select(s => s.Row.Area.Name).Distinct().Take(MostDrills)
            .Select(task => ActionModel.Ask($"{PeriodName.Of(status.Scope.Period)}{task}进度"));

    /// <summary>The next thing to do: record what is behind.</summary>
    public static List<ActionModel> Record(IEnumerable<Standing> main)
    {
        var behind = main.Where(s => !s.IsMet && s.Row.Counting == CountingRule.Services).Select(s => s.Row).ToList();
        return behind.Count == 0
            ? []
            : [ActionModel.OpenForm(
                $"记{StatusText.Common(behind, row => row.ShortName) ?? "走访"}",
                RecordForms.VisitId,
                (RecordForms.DomainField, StatusText.Common(behind, row => row.Area.Id) ?? ""),
                (RecordForms.CategoryField, StatusText.Common(behind, row => row.Topic) ?? ""))];
    }
}
