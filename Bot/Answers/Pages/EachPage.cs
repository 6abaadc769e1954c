using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>每个月做了几次, 哪几个月没达标: a row for each month or quarter.</summary>
internal static class EachPage
{
    public static StatusPage Of(StatusCase status)
    {
        var parts = Parts(status, status.Question.Each!.Value);
        return status.Question.Ask == StatusAsk.Missed
            ? Missed(status, parts)
            : new StatusPage
            {
                Headline = status.Headline(Number(status)),
                Groups = [new StatusRows(null, [.. parts.Where(part => IsShown(status, part)).Select(part => part.Row(IsBare(status), status.Question.Ask != StatusAsk.Count))])],
                Hints = [.. LeftOut(status)],
            };
    }

    private static string Number(StatusCase status)
    {
        var all = status.Count(status.Scope.Rows);
        return status.Question.Ask == StatusAsk.Count ? StatusText.Counted(all) : TargetPage.Number(status, all);
    }

    private static StatusPage Missed(StatusCase status, List<Part> parts)
    {
        var missed = parts.Where(part => part.Days.Last < status.Today && part.Standings.Exists(s => s.Remaining > 0)).ToList();
        var running = parts.Where(part => part.Days.Contains(status.Today) && part.Standings.Exists(s => s.Remaining > 0));
        var (unit, any) = status.Question.Each == Assessment.Month ? ("个月", "月份") : ("个季度", "季度");
        return new StatusPage
        {
            Headline = status.Headline(missed.Count == 0 ? $"没有未达标的{any}" : $"有 {missed.Count} {unit}未达标"),
            Groups = [new StatusRows(null, [.. missed.Select(part => part.Row(isBare: false, withEvidence: true))])],
            Hints = [.. running.Select(part => $"{PeriodName.Of(part.Days)}还没结束：{StatusText.Remaining(part.Standings)}。"), .. LeftOut(status)],
        };
    }

    /// <summary>The months or quarters of the project years, cut to what was asked, each counted.</summary>
    private static List<Part> Parts(StatusCase status, Assessment each) =>
    [
        .. status.Years
            .SelectMany(year => Counter.AssessmentPeriods(each, year))
            .Select(period => period.Cut(status.Scope.Period))
            .OfType<Period>()
            .Select(days => new Part(days, status.Count(status.Scope.Rows, days))),
    ];

    /// <summary>What has not begun has no count; it has a target.</summary>
    private static bool IsShown(StatusCase status, Part part) => status.Question.Ask != StatusAsk.Count || part.Days.First <= status.Today;

    /// <summary>Targets of longer periods, or cut or mixed ones, say nothing about a part.</summary>
    private static bool IsBare(StatusCase status) => status.Question.Ask == StatusAsk.Count
        && (status.Scope.Rows.Any(row => row.Assessment > status.Question.Each) || status.Question.Filters.Count > 0
            || status.Scope.Rows.Select(row => row.Unit).Distinct().Count() > 1);

    private static IEnumerable<string> LeftOut(StatusCase status)
    {
        var left = status.Question.Rows.Except(status.Scope.Rows).Select(row => row.Assessment).Distinct().Order().Select(StatusText.AssessedBy).ToList();
        if (left.Count > 0)
        {
            yield return $"{string.Join('、', left)}考核的指标没有计入。";
        }
    }

    private sealed record Part(Period Days, List<Standing> Standings)
    {
        public ProgressRow Row(bool isBare, bool withEvidence)
        {
            var label = PeriodName.Of(Days);

            // A month that the asked days cut counts only what lies within them.
            return isBare || Standings.Exists(s => s.Slices.Any(slice => Days.Cut(slice.Period) != slice.Period))
                ? ProgressRow.Bare(label, StatusText.Sums(Standings))
                : ProgressRow.Bar(label, StatusText.Total(Standings, withEvidence), Standings.Sum(s => s.Target - s.Remaining), Standings.Sum(s => s.Target));
        }
    }
}
