using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>给我看今年的图: the picture where a channel takes one, the same as bars everywhere.</summary>
internal sealed class PictureAnswer(YearPictures pictures, CardTemplates cards)
{
    /// <summary>The picture stands below the card: more would push it out of sight.</summary>
    private const int MostDrills = 3;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, PictureQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if ((asked.Period ?? asked.Implied(turn.Today, station.Years)) is not { } days)
        {
            return YearTexts.NotToday(turn, station);
        }

        if (station.Years.Select(year => year.Period).LastOrDefault(year => year.Cut(days) is not null) is not { Days: > 1 } year)
        {
            return YearTexts.Outside(days, station);
        }

        var scope = ScopeName.Of(turn.Catalog, asked.Rows);
        var overview = await pictures.OfAsync(station, [.. asked.Rows], scope, year, turn.Today, cancellation);
        var isLong = overview.Standings.Count > TaskRows.BarsInCard;
        var reply = new StatusPage
        {
            Headline = $"{PeriodName.Of(year)} {scope}：{overview.Number}{StatusText.DaysLeft(year, turn.Today)}",
            Groups = [new StatusRows(null, isLong ? TaskRows.Of(overview.Standings) : [.. overview.Standings.Select(one => ProgressRow.Of(RowName.Within(one.Row, asked.Rows), StatusText.Row(one), one))])],
            Hints = [.. Hints(asked, days, year, overview)],
            Actions = isLong
                ? [.. overview.Standings.GroupBy(one => one.Row.Area.Name).OrderBy(task => (double)task.Count(one => one.IsMet) / task.Count()).Take(MostDrills).Select(task => task.Key).Select(task => ActionModel.Ask($"{PeriodName.Of(year)}{task}的图"))]
                : [],
        }.ToReply(cards);
        return reply with { Picture = overview.Picture };
    }

    private static IEnumerable<string> Hints(PictureQuestion asked, Period days, Period year, YearOverview overview)
    {
        if (asked.Period is not null && days != year)
        {
            yield return "图按整个项目年度画。";
        }

        if (asked.Filters.Count > 0)
        {
            yield return "指标是全站的，图也是全站的，不分到人。";
        }

        yield return overview.Picture is null
            ? "这台机器画不了图，以上是各项的进度。"
            : "图上一格一个月：绿色圆角是达标，橙色空心是还能补，红色实心是没做够，右边是全年。";
        foreach (var note in QuestionNotes.Of(asked.Corrections))
        {
            yield return note;
        }
    }
}
