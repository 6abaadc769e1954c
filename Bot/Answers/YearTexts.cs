using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What is said of days that lie in no project year (product.md §3.15).</summary>
internal static class YearTexts
{
    public static Reply NotToday(Turn turn, Station station) => NotToday(turn.Today, station);

    public static Reply NotToday(DateOnly today, Station station) => Replies.Plain($"今天（{PeriodName.Of(Period.Day(today))}）不在任何项目年度内。{Of(station)}");

    /// <param name="period">Null where none was said: then it is today that lies outside.</param>
    public static Reply Outside(Turn turn, Period? period, Station station) => period is { } said ? Outside(said, station) : NotToday(turn, station);

    public static Reply Outside(Period period, Station station) => Replies.Plain($"{PeriodName.Of(period)}不在项目年度内。{Of(station)}");

    /// <summary>Whether a project year has one of the days.</summary>
    public static bool Touches(Station station, Period period) => station.Years.Any(year => year.Period.Cut(period) is not null);

    public static string Of(Station station) => $"本站的项目年度：{string.Join("、", station.Years.Select(year => PeriodName.Of(year.Period)))}。";
}
