using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Answers;

/// <summary>The sentences of an answer about numbers, exactly as product.md §5 has them. Pure.</summary>
internal static class StatusText
{
    /// <summary>The number of a 还差 answer: of the rows' unit, or, where units differ, rows still behind (项).</summary>
    public static string Remaining(IReadOnlyCollection<Standing> standings)
    {
        if (standings.All(s => s.LacksRoster))
        {
            return NoRoster;
        }

        var known = standings.Where(s => !s.LacksRoster).ToList();
        if (known.All(s => s.IsMet) && known.Count == standings.Count)
        {
            return "已达标";
        }

        var units = known.Select(s => s.Row.Unit).Distinct().ToList();
        return units is [var unit] && known.Count == standings.Count
            ? $"还差 {Amount.Of(known.Sum(s => s.Remaining), unit)}"
            : $"还差 {known.Count(s => !s.IsMet)} 项";
    }

    /// <summary>The number of a 做了几次 answer; sums of different units stand side by side.</summary>
    public static string Counted(IEnumerable<Standing> standings) =>
        "共 " + string.Join("、", standings.GroupBy(s => s.Row.Unit).Select(unit => Amount.Of(unit.Sum(s => s.Counted), unit.Key)));

    public static string Completed(IReadOnlyCollection<Standing> standings) => $"完成 {standings.Count(s => s.IsMet)}/{standings.Count} 项";

    /// <summary><c>1/2 次 差 1 次</c>, <c>2/2 次 ✅</c>, <c>3/2 次 ✅ 超 1 次</c>, with what lacks evidence.</summary>
    public static string Row(Standing standing)
    {
        if (standing.LacksRoster)
        {
            return NoRoster;
        }

        var unit = standing.Row.Unit;
        var done = $"{Amount.Number(standing.Done, unit)}/{Amount.Of(standing.Target, unit)}";
        var state = standing.Remaining > 0 ? $" 差 {Amount.Of(standing.Remaining, unit)}"
            : standing.Done > standing.Target ? $" ✅ 超 {Amount.Of(standing.Done - standing.Target, unit)}"
            : " ✅";
        return done + state + Unready(standing);
    }

    /// <summary>Where periods that are over lack something: what is lost, what is due, what is still to come (product.md §3.4).</summary>
    public static string? Spread(IReadOnlyCollection<Standing> standings, DateOnly today)
    {
        if (standings.All(s => s.Slices.Count < 2) || standings.Select(s => s.Row.Unit).Distinct().Count() != 1)
        {
            return null;
        }

        var unit = standings.First().Row.Unit;
        (string Words, long Value)[] parts =
        [
            ("已错过", standings.Sum(s => s.Lost(today))),
            ("当期还差", standings.Sum(s => s.Due(today))),
            ("往后还要", standings.Sum(s => s.ToCome(today))),
        ];
        var told = parts.Where(part => part.Value > 0).Select(part => $"{part.Words} {Amount.Of(part.Value, unit)}");
        return string.Join("，", told) is { Length: > 0 } text ? text : null;
    }

    /// <summary><c>，离月底 12 天</c> while the period runs, else nothing.</summary>
    public static string DaysLeft(Period period, DateOnly today)
    {
        var days = period.Last.DayNumber - today.DayNumber;
        return days <= 0 || !period.Contains(today) ? "" : $"，离{EndOf(period)} {days} 天";
    }

    private const string NoRoster = "还没有导入名单，无法计算";

    private static string Unready(Standing standing) => standing.Unready == 0 ? "" : $"（{standing.Unready} {RecordUnit(standing.Row)}材料未齐）";

    /// <summary>Evidence belongs to records; money's are counted in 笔.</summary>
    private static string RecordUnit(Indicator row) => row.Unit == Amount.Yuan ? "笔" : row.Unit;

    private static string EndOf(Period period) =>
        period == Period.MonthOf(period.First) ? "月底"
        : period == Period.QuarterOf(period.First) ? "季度末"
        : period == Period.CalendarYear(period.First.Year) ? "年底"
        : "期末";
}
