using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>A brief of a period from the one counting engine: done by task, what stands out, what is missing. Numbers only.</summary>
internal sealed class ReportAnswer(Standings standings, RecordParts parts, CardTemplates cards)
{
    private const int MostGaps = 8;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, ReportQuestion asked, CancellationToken cancellation)
    {
        if (Replies.NotOfColleagues(who, asked) is { } refused)
        {
            return refused;
        }

        var station = who.Station;
        var period = asked.Period ?? Period.MonthOf(turn.Today);
        if (asked.Filters.FirstOrDefault(filter => filter is not (MineFilter or WorkerFilter)) is { } narrow)
        {
            return Replies.Plain($"小结还不能只写“{narrow.Label}”的部分。");
        }

        var question = new StatusQuestion(StatusAsk.Progress, asked.Rows, period) { Filters = asked.Filters };
        if (StatusScope.Of(question, station.Years, turn.Today) is not { } scope)
        {
            return YearTexts.Outside(period, station);
        }

        var facts = await standings.FactsAsync(station, asked.Rows, period, cancellation, await parts.OfAsync(who, question, cancellation));
        var all = asked.Rows.Select(row => Counter.Count(row, period, facts, turn.Today)).ToList();
        // A colleague has no targets: only what was done is told.
        var judged = asked.Filters.Count > 0 ? [] : all.FindAll(standing => scope.Rows.Contains(standing.Row) && period == scope.Period);
        var met = judged.Count(standing => standing.IsMet);
        var done = all.Where(standing => standing.Counted > 0 && standing.Row.Counting is not CountingRule.Staff).ToList();
        var name = $"{ScopeName.Of(turn.Catalog, asked.Rows)}{RecordParts.Label(who, question)}";
        return new ListPage(
            judged.Count > 0 ? $"{PeriodName.Of(period)} {name}：完成 {met}/{judged.Count} 项" : $"{PeriodName.Of(period)} {name}：有 {done.Count} 项做了服务",
            [.. done.GroupBy(standing => standing.Row.Area).Select(task => $"{task.Key.Name}：{string.Join('、', task.Select(one => $"{one.Row.ShortName} {Amount.Of(one.Counted, one.Row.Unit)}"))}")])
        {
            Hints = [.. Highlights(judged), .. Gaps(judged, period, turn.Today), done.Count == 0 ? "这段时间还没有记录。" : "以上数字可以直接抄进小结，文字请自己写。"],
        }.ToReply(cards);
    }

    private static IEnumerable<string> Highlights(List<Standing> judged)
    {
        var over = judged.Where(standing => standing.IsMet && standing.Done > standing.Target && standing.Target > 0).ToList();
        if (over.Count > 0)
        {
            yield return $"亮点：{string.Join('、', over.Take(MostGaps).Select(one => $"{RowName.Of(one.Row)} {StatusText.Row(one)}"))}。";
        }
    }

    private static IEnumerable<string> Gaps(List<Standing> judged, Period period, DateOnly today)
    {
        var behind = judged.Where(standing => !standing.IsMet).ToList();
        if (behind.Count > 0)
        {
            var more = behind.Count > MostGaps ? $" 等 {behind.Count} 项" : "";
            yield return $"{(period.Last < today ? "没做够" : "还差")}：{string.Join('、', behind.Take(MostGaps).Select(one => one.LacksRoster ? $"{RowName.Of(one.Row)} 没有名单" : $"{RowName.Of(one.Row)} {Amount.Of(one.Remaining, one.Row.Unit)}"))}{more}。";
        }

        if (judged.Sum(standing => standing.Unready) is > 0 and var unready)
        {
            yield return $"材料未齐 {unready} 条，可以问“哪些记录缺材料”。";
        }
    }
}
