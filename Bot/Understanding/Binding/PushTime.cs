using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>星期五下午, 周一早上8点, 每天: when something is to come regularly. The last that is said holds (从周一改到周五).</summary>
/// <param name="At">Null where no time of day was said.</param>
internal readonly record struct PushTime(DayOfWeek? Weekday, bool IsDaily, TimeOnly? At)
{
    public static PushTime In(string text)
    {
        var weekday = PushWords.Weekday.Matches(text).LastOrDefault() is { } day ? DayOf(day.Groups["day"].Value) : (DayOfWeek?)null;
        return new PushTime(weekday, weekday is null && PushWords.Daily.IsMatch(text), AtIn(text));
    }

    private static TimeOnly? AtIn(string text)
    {
        if (PushWords.Clock.Matches(text).LastOrDefault() is { } clock)
            return Time(clock);
        return PushWords.PartOfDay.Matches(text).LastOrDefault() is { } part ? PushWords.TimeOf(part.Value) : null;
    }

    private static TimeOnly? Time(Match clock)
    {
        var part = clock.Groups["part"].Value.Length > 0 ? clock.Groups["part"].Value : PushWords.PartOfDay.Matches(clock.Result("$`")).LastOrDefault()?.Value ?? "";
        var hour = Numbers.Read(clock.Groups["hour"].Value).Value;
        var minute = clock.Groups["minute"].Value switch
        {
            "" => 0,
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            var said => Numbers.Read(said).Value,
        };
        // 下午三点; a bare 三点 is the afternoon's, nobody is at work in the night.
        var isLater = (part is "下午" or "傍晚" or "晚上" or "夜里" && hour < 12) || (part.Length == 0 && hour is > 0 and < 7);
        return (isLater ? hour + 12 : hour) is >= 0 and < 24 and var of && minute is >= 0 and < 60 ? new TimeOnly((int)of, (int)minute) : null;
    }

    private static DayOfWeek DayOf(string day) => day switch
    {
        "一" or "1" => DayOfWeek.Monday,
        "二" or "2" => DayOfWeek.Tuesday,
        "三" or "3" => DayOfWeek.Wednesday,
        "四" or "4" => DayOfWeek.Thursday,
        "五" or "5" => DayOfWeek.Friday,
        "六" or "6" => DayOfWeek.Saturday,
        _ => DayOfWeek.Sunday,
    };
}
