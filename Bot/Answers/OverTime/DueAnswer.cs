using StationBot.Answers.Files;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.OverTime;

/// <summary>What is to be done in the days: sessions that were agreed on, visits that were planned, targets whose month, quarter or year ends.</summary>
internal sealed class DueAnswer(DueList due, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, DueQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        var days = asked.Period ?? asked.Implied(turn.Today, station.Years)!.Value;
        if (!YearTexts.Touches(station, days))
        {
            return YearTexts.Outside(days, station);
        }

        var worker = asked.IsMine ? who.Member.Name : asked.Worker;
        var sessions = (await due.SessionsAsync(station, asked.Rows, days, turn.Today, worker, cancellation)).ConvertAll(file => Session(turn, file));
        var plans = asked.OnlySessions ? [] : (await due.PlansAsync(station, asked.Rows, days, worker, cancellation)).ConvertAll(plan => Plan(turn, plan));
        var behind = asked.OnlySessions ? [] : await due.EndsAsync(station, asked.Rows, days, turn.Today, cancellation);
        List<(ProgressRow Row, ListItem Item)> rows =
        [
            .. turn.Message.IsGroup ? [] : sessions.Select(session => (session.Row, (ListItem)session.Item)),
            .. turn.Message.IsGroup ? [] : plans,
            .. behind.Select(one => (ProgressRow.Of(RowName.Within(one.Row, asked.Rows), StatusText.Row(one, $"，{PeriodName.Of(one.Slices[^1].Period.Last, turn.Today)}到期"), one), (ListItem)new ListItem.OfRow(one.Row.Id))),
        ];
        var paged = Paged.Of(turn, rows, asked.Page, "项");
        var scope = $"{PeriodName.Of(days)} {ScopeName.Of(turn.Catalog, asked.Rows)}{(worker is null ? "" : $"（{worker}）")}";
        return new StatusPage
        {
            Headline = $"{scope}：{Number(asked, sessions.Count, plans.Count, behind)}",
            Groups = rows.Count == 0 ? [] : [new StatusRows(null, [.. paged.Shown.Select(line => line.Row)])],
            Hints = [.. paged.Notes, .. Hints(turn, asked, days, worker, sessions.Count, behind)],
            Actions = paged.Next,
            Items = [.. paged.Shown.Select(line => line.Item)],
        }.ToReply(cards);
    }

    private static string Number(DueQuestion asked, int sessions, int plans, List<Standing> behind)
    {
        if (asked.OnlySessions)
        {
            return sessions == 0 ? "没有约好的" : $"约了 {sessions} 节";
        }

        if (asked.CountsTrips)
        {
            var visits = behind.Where(one => one.Row.Counting == CountingRule.Services).Sum(one => one.Remaining);
            return visits + sessions + plans == 0 ? "不用再跑了" : $"至少还要跑 {visits + Math.Max(0, plans - visits) + sessions} 趟";
        }

        return DueList.Number(sessions, plans, behind.Count);
    }

    private static (ProgressRow Row, ListItem.OfFile Item) Session(Turn turn, Dossier file)
    {
        var row = turn.Catalog.Find(file.Indicator)!;
        var next = file.Life.Next!.Value;
        return (ProgressRow.Bare($"{PeriodName.Of(next, turn.Today)} {RowName.Of(row)}", $"{file.Name} 第 {file.Life.NextPlace} 节{(next < turn.Today ? "（已过）" : "")}"), new ListItem.OfFile(row.Topic, file.Ordinal));
    }

    private static (ProgressRow Row, ListItem Item) Plan(Turn turn, ListedRecord plan) =>
        (ProgressRow.Bare("计划", RecordLine.Of(turn.Catalog, plan, !turn.Message.IsGroup)), new ListItem.OfRecord(plan.Record.Number));

    private static IEnumerable<string> Hints(Turn turn, DueQuestion asked, Period days, string? worker, int sessions, List<Standing> behind)
    {
        if (asked.CountsTrips && behind.Count > 0)
        {
            yield return "按上门、回访、链接、关爱还差的次数加上约好的节次算。";
        }

        if (behind.Count == 0 && !asked.OnlySessions && days.Contains(turn.Today) && days.Last < Period.MonthOf(turn.Today).Last)
        {
            yield return $"本月的指标 {PeriodName.Of(Period.MonthOf(turn.Today).Last, turn.Today)}到期，可以问“本月还差哪些”。";
        }

        if (sessions > 0 && turn.Message.IsGroup)
        {
            yield return "名单请私聊我。";
        }

        if (worker is not null && behind.Count > 0)
        {
            yield return "指标是全站的，不分到人；节次和计划只列本人的。";
        }

        foreach (var note in QuestionNotes.Of(asked.Corrections))
        {
            yield return note;
        }
    }
}
