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
internal sealed class DueAnswer(Standings standings, Caseload caseload, RecordList records, CardTemplates cards)
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
        var sessions = await SessionsAsync(turn, station, asked, days, worker, cancellation);
        var plans = asked.OnlySessions ? [] : await PlansAsync(turn, station, asked, days, worker, cancellation);
        var behind = asked.OnlySessions ? [] : await BehindAsync(turn, station, asked, days, cancellation);
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

        (string Words, int Count, string Unit)[] parts = [("约了", sessions, "节"), ("计划", plans, "次"), ("到期", behind.Count, "项")];
        var told = parts.Where(part => part.Count > 0).Select(part => $"{part.Words} {part.Count} {part.Unit}");
        return string.Join("，", told) is { Length: > 0 } text ? text : "没有到期的";
    }

    /// <summary>Cases and groups whose next date lies in the days; what is overdue, as long as they aren't over.</summary>
    private async Task<List<(ProgressRow Row, ListItem.OfFile Item)>> SessionsAsync(Turn turn, Station station, DueQuestion asked, Period days, string? worker, CancellationToken cancellation)
    {
        string[] rows = [.. asked.Rows.Where(row => row.Counting == CountingRule.Sessions).Select(row => row.Id)];
        if (rows.Length == 0)
        {
            return [];
        }

        return
        [
            .. from file in await caseload.AllAsync(station.Id, rows, cancellation)
               where worker is null || file.Life.Worker == worker
               where file.Life.Next is { } next && (days.Contains(next) || (next < turn.Today && days.Contains(turn.Today)))
               orderby file.Life.Next, file.Id
               let row = turn.Catalog.Find(file.Indicator)!
               select (ProgressRow.Bare($"{PeriodName.Of(file.Life.Next!.Value, turn.Today)} {RowName.Of(row)}", $"{file.Name} 第 {file.Life.NextPlace} 节{(file.Life.Next < turn.Today ? "（已过）" : "")}"), new ListItem.OfFile(row.Topic!, file.Ordinal)),
        ];
    }

    private async Task<List<(ProgressRow Row, ListItem Item)>> PlansAsync(Turn turn, Station station, DueQuestion asked, Period days, string? worker, CancellationToken cancellation) =>
    [
        .. (await records.PlannedAsync(station.Id, new RecordSelection([.. asked.Rows.Select(row => row.Id)], days), cancellation))
            .Where(plan => worker is null || plan.Worker == worker)
            .Select(plan => (ProgressRow.Bare("计划", RecordLine.Of(turn.Catalog, plan, !turn.Message.IsGroup)), (ListItem)new ListItem.OfRecord(plan.Record.Number))),
    ];

    /// <summary>Rows of which a month, quarter or year ends in the days, and isn't met; what was over before today can't be done any more.</summary>
    private async Task<List<Standing>> BehindAsync(Turn turn, Station station, DueQuestion asked, Period days, CancellationToken cancellation)
    {
        var ends = station.Years
            .SelectMany(year => asked.Rows.Select(row => row.Assessment).Distinct().SelectMany(assessment => Counter.AssessmentPeriods(assessment, year.Period).Select(period => (Assessment: assessment, Period: period))))
            .Where(end => days.Contains(end.Period.Last) && end.Period.Last >= turn.Today)
            .ToLookup(end => end.Assessment, end => end.Period);
        var behind = new List<Standing>();
        foreach (var (assessment, periods) in ends.Select(end => (end.Key, end.ToList())))
        {
            List<Indicator> rows = [.. asked.Rows.Where(row => row.Assessment == assessment)];
            behind.AddRange(await standings.CountAsync(station, rows, new Period(periods[0].First, periods[^1].Last), turn.Today, cancellation));
        }

        return [.. behind.Where(one => one.Remaining > 0).OrderBy(one => one.Slices[^1].Period.Last).ThenBy(one => asked.Rows.Index().First(row => row.Item == one.Row).Index)];
    }

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
