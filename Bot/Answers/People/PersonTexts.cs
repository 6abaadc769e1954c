using StationBot.Indicators;
using StationBot.Records;

namespace StationBot.Answers.People;

/// <summary>How persons and what was done with them stand in a line. Pure.</summary>
internal static class PersonTexts
{
    /// <summary><c>82 天未联系</c>, <c>今天联系过</c>.</summary>
    public static string Contact(DateOnly? last, DateOnly today, string verb = "联系") => last is not { } day ? $"还没有{verb}记录"
        : today.DayNumber - day.DayNumber is > 0 and var days ? $"{days} 天未{verb}"
        : $"今天{verb}过";

    /// <summary><c>· #128 8月15日 养老服务·关爱帮扶 小王</c>.</summary>
    /// <param name="met">The number of the record that met the plan, where it is one.</param>
    public static string Line(Catalog catalog, PersonRecord record, DateOnly today, long? met = null)
    {
        var row = catalog.Find(record.Indicator) is { } known ? RowName.Of(known) : record.Indicator;
        var outcome = record.Outcome switch
        {
            nameof(Outcome.Attempt) => "（没见到人）",
            nameof(Outcome.Plan) => met is null ? "（计划）" : $"（计划，#{met} 做到了）",
            nameof(Outcome.Noted) => "（开案或结案）",
            _ => "",
        };
        return $"· #{record.Number} {PeriodName.Of(record.Date, today)} {row}{outcome}{(record.Worker is { } worker ? " " + worker : "")}";
    }

    /// <summary>在册, or since when and why no longer.</summary>
    public static string State(RosterEntry person, DateOnly today) => person switch
    {
        { Left: { } left } when left <= today => $"{PeriodName.Of(Period.Day(left))}起{person.LeftReason ?? "退出"}，不在名单",
        { Areas.Count: 0 } => "不在名单（只登记过姓名）",
        _ => $"在册，{PeriodName.Of(Period.Day(person.Entered))}入册",
    };
}
