using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Answers;

/// <summary>The sentences of an answer about numbers, exactly as product.md §5 has them. Pure.</summary>
internal static class StatusText
{
    /// <summary>The number of a 还差 answer: of the rows' unit, or, where units differ or rows were asked, rows still behind (项).</summary>
    public static string Remaining(IReadOnlyCollection<Standing> standings, bool inRows = false)
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

        if (known.All(s => s.IsMet))
        {
            return $"{standings.Count - known.Count} 项{NoRoster}";
        }

        return UnitOf(known) is { } unit && !(inRows && known.Count > 1)
            ? $"还差 {Amount.Of(known.Sum(s => s.Remaining), unit)}"
            : $"还差 {known.Count(s => !s.IsMet)} 项";
    }

    /// <summary>The number of a 做了几次 answer.</summary>
    public static string Counted(IEnumerable<Standing> standings) => "共 " + Sums(standings);

    /// <summary>Sums of different units stand side by side.</summary>
    public static string Sums(IEnumerable<Standing> standings) =>
        string.Join("、", standings.GroupBy(s => s.Row.Unit).Select(unit => Amount.Of(unit.Sum(s => s.Counted), unit.Key)));

    /// <summary>The number of a 完成率 answer: how many rows are met; of a single row, how much of its target.</summary>
    public static string Completed(IReadOnlyList<Standing> standings) => standings switch
    {
        [{ LacksRoster: true }] => NoRoster,
        [{ Row.Counting: not CountingRule.Staff, Target: > 0 } one] =>
            $"完成 {Amount.Number(one.Target - one.Remaining, one.Row.Unit)}/{Amount.Of(one.Target, one.Row.Unit)}",
        _ => Share(standings),
    };

    /// <summary><c>完成 3/8 项</c>.</summary>
    public static string Share(IReadOnlyCollection<Standing> standings) => $"完成 {standings.Count(s => s.IsMet)}/{standings.Count} 项";

    /// <summary>已做 and 材料齐 of a set of rows, side by side.</summary>
    public static string ShareWithEvidence(IReadOnlyCollection<Standing> standings) => $"{Share(standings)}，材料齐 {standings.Count(s => s.IsReady)} 项";

    /// <summary>Several rows in one: <c>7/8 次 差 1 次</c>, or where units differ <c>完成 3/4 项</c>.</summary>
    /// <param name="withEvidence">Whether what lacks evidence ends the row; not where it is only counted.</param>
    public static string Total(IReadOnlyCollection<Standing> standings, bool withEvidence)
    {
        if (UnitOf(standings) is not { } unit || standings.Any(s => s.LacksRoster))
        {
            return Share(standings);
        }

        var (done, target, remaining) = (standings.Sum(s => s.Done), standings.Sum(s => s.Target), standings.Sum(s => s.Remaining));
        var unready = withEvidence ? standings.Sum(s => s.Unready) : 0;
        return $"{Amount.Number(done, unit)}/{Amount.Of(target, unit)}{State(unit, remaining, done - target)}{Unready(unready, standings.First().Row)}";
    }

    /// <summary><c>1/2 次 差 1 次</c>, <c>2/2 次 ✅</c>, <c>3/2 次 ✅ 超 1 次</c>, with what lacks evidence.</summary>
    /// <param name="beside">What else the row shows, before the evidence.</param>
    public static string Row(Standing standing, string beside = "")
    {
        if (standing.LacksRoster)
        {
            return NoRoster;
        }

        if (standing.Target == 0)
        {
            return "不适用";
        }

        var unit = standing.Row.Unit;
        return $"{Amount.Number(standing.Done, unit)}/{Amount.Of(standing.Target, unit)}{State(standing)}{beside}{Unready(standing)}";
    }

    /// <summary>What follows the numbers: <c> 差 1 次</c>, <c> ✅</c>, <c> ✅ 超 1 次</c>.</summary>
    public static string State(Standing standing) => State(standing.Row.Unit, standing.Remaining, standing.Done - standing.Target);

    private static string State(string unit, long remaining, long surplus) =>
        remaining > 0 ? $" 差 {Amount.Of(remaining, unit)}"
        : surplus > 0 ? $" ✅ 超 {Amount.Of(surplus, unit)}"
        : " ✅";

    /// <summary>The unit that all have in common, if any.</summary>
    private static string? UnitOf(IEnumerable<Standing> standings) => Common(standings, s => s.Row.Unit);

    /// <summary>What all have in common; null where two differ, or where there is nothing.</summary>
    public static string? Common<T>(IEnumerable<T> things, Func<T, string> of)
    {
        string? common = null;
        foreach (var thing in things)
        {
            var one = of(thing);
            if (common is not null && common != one)
            {
                return null;
            }

            common = one;
        }

        return common;
    }

    /// <summary>Where periods that are over lack something: what is lost, what is due, what is still to come (product.md §3.4).</summary>
    public static string? Spread(IReadOnlyCollection<Standing> standings, DateOnly today)
    {
        if (standings.All(s => s.Slices.Count < 2) || UnitOf(standings) is not { } unit)
        {
            return null;
        }

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

    /// <summary>按月, 按季度, 按年.</summary>
    public static string AssessedBy(Assessment assessment) => assessment switch
    {
        Assessment.Month => "按月",
        Assessment.Quarter => "按季度",
        _ => "按年",
    };

    private const string NoRoster = "还没有导入名单，无法计算";

    /// <summary><c>（1 次材料未齐）</c>, or nothing.</summary>
    public static string Unready(Standing standing) => Unready(standing.Unready, standing.Row);

    private static string Unready(int records, Indicator row) => records == 0 ? "" : $"（{records} {RecordUnit(row)}材料未齐）";

    /// <summary>Evidence belongs to records; money's are counted in 笔.</summary>
    private static string RecordUnit(Indicator row) => row.Unit == Amount.Yuan ? "笔" : row.Unit;

    /// <summary>月底, 季度末, 年底.</summary>
    public static string EndOf(Period period) =>
        period == Period.MonthOf(period.First) ? "月底"
        : period == Period.QuarterOf(period.First) ? "季度末"
        : period == Period.CalendarYear(period.First.Year) ? "年底"
        : period == new ProjectYear(period.First).Period ? "项目年度末"
        : "期末";
}
