using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>还差几次, 做了几次, 进度: counted now, by the one engine.</summary>
internal sealed class StatusAnswer(Standings standings, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, StatusQuestion question, CancellationToken cancellation)
    {
        var station = who.Station;
        if (question.Period is null && station.YearOf(turn.Today) is null)
        {
            return new Reply { Text = $"今天（{PeriodName.Of(Period.Day(turn.Today))}）不在任何项目年度内。{Years(station)}" };
        }

        var year = (station.YearOf(turn.Today) ?? station.Years[^1]).Period;
        var asked = question.Period ?? StatusScope.DefaultPeriod(question.Rows, turn.Today, year);
        var touched = station.Years.Where(candidate => candidate.Period.Cut(asked) is not null).ToList();
        if (touched.Count == 0)
        {
            return new Reply { Text = $"{PeriodName.Of(asked)}不在项目年度内。{Years(station)}" };
        }

        var scope = question.Ask == StatusAsk.Count
            ? new StatusScope(asked, question.Rows, [], IsWidened: false)
            : StatusScope.Of(question.Rows, asked, touched[^1].Period);
        var counted = await standings.CountAsync(station, [.. scope.Rows, .. scope.Longer], scope.Period, turn.Today, cancellation);
        var main = counted[..scope.Rows.Count];
        var longer = counted[scope.Rows.Count..];
        var view = new StatusView
        {
            Question = question,
            Scope = scope,
            ScopeName = ScopeName.Of(turn.Catalog, question.Rows),
            Main = main,
            Longer = longer,
            Asked = asked,
            Today = turn.Today,
            Revisits = await standings.RevisitsAsync(station, [.. main.Where(IsRevisit)], cancellation),
        };
        return view.ToReply(cards);
    }

    private static bool IsRevisit(Standing standing) => standing.Row.Topic == Standings.RevisitTopic;

    private static string Years(Station station) => $"本站的项目年度：{string.Join("、", station.Years.Select(year => PeriodName.Of(year.Period)))}。";
}
