using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.OverTime;

/// <summary>Two to four numbers side by side: of periods, of tasks, of topics, or of parts of the records. Rows of different units are compared by their records.</summary>
internal sealed class CompareAnswer(Standings standings, RecordParts parts, CardTemplates cards)
{
    private const int MostRows = 12;

    /// <summary>The unit of records, where rows have none in common.</summary>
    private const string Records = "条";

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, CompareQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        var period = asked.Period ?? asked.Implied(turn.Today, station.Years);
        if (period is not { } days)
        {
            return YearTexts.NotToday(turn, station);
        }

        var outside = asked.Periods.Where(side => !YearTexts.Touches(station, side)).ToList();
        if (!YearTexts.Touches(station, days) || (outside.Count > 0 && outside.Count == asked.Periods.Count))
        {
            return YearTexts.Outside(outside.Count > 0 ? outside[0] : days, station);
        }

        var only = await parts.OfAsync(who, asked, cancellation);
        var facts = await standings.FactsAsync(station, asked.Rows, days, cancellation, only);
        var sides = asked.Periods.Count > 0
            ? asked.Periods.Except(outside).Select(side => new Side(PeriodName.Of(side), side, asked.Rows, facts)).ToList()
            : [.. asked.Sets.Select(set => new Side(ScopeName.Of(turn.Catalog, set), days, set, facts))];
        foreach (var filter in asked.Parts)
        {
            var ofIt = await parts.OfAsync(who, asked with { Filters = [.. asked.Filters, filter] }, cancellation);
            sides.Add(new Side(filter.Label, days, asked.Rows, await standings.FactsAsync(station, asked.Rows, days, cancellation, ofIt)));
        }

        var part = RecordParts.Label(who, asked);
        var scope = asked.Periods.Count > 0 ? ScopeName.Of(turn.Catalog, asked.Rows) + part
            : asked.Parts.Count > 0 ? $"{PeriodName.Of(days)} {ScopeName.Of(turn.Catalog, asked.Rows)}{part}"
            : PeriodName.Of(days) + (part.Length == 0 ? "" : " " + part);
        var unit = asked.Rows.Select(row => row.Unit).Distinct().ToList() is [var common] ? common : Records;
        var counted = sides.ConvertAll(side => (Side: side, Number: Number(side, unit, turn.Today)));
        var missing = outside.Count == 0 ? "" : $"，{string.Join('、', outside.Select(side => PeriodName.Of(side)))}不在项目年度内，没法比";
        var difference = counted is [var one, var other] ? Difference(one.Number, other.Number, unit) : "";
        return new StatusPage
        {
            Headline = $"{scope}：{string.Join('，', counted.Select(side => $"{side.Side.Name} {Amount.Of(side.Number, unit)}"))}{difference}{missing}",
            Groups = asked.Sets.Count == 0 && asked.Rows.Count > 1 ? [new StatusRows(null, Rows(asked.Rows, [.. counted.Select(side => side.Side)], turn.Today))] : [],
            Hints = [.. Hints(turn, station, asked, unit, counted.ConvertAll(side => side.Side), outside)],
        }.ToReply(cards);
    }

    private static string Difference(long one, long other, string unit) => one == other ? "，一样多" : $"，差 {Amount.Of(Math.Abs(one - other), unit)}";

    private static long Number(Side side, string unit, DateOnly today) => unit == Records
        ? side.Rows.SelectMany(row => CreditRules.FactsOf(row, side.Days, side.Facts)).DistinctBy(fact => fact.Number).Count()
        : side.Rows.Sum(row => Counter.Count(row, side.Days, side.Facts, today).Counted);

    /// <summary><c>· 养老服务 10 次、12 次</c>, in the order of the first line; the rows that differ most, where not all can stand.</summary>
    private static List<ProgressRow> Rows(RowSet rows, IReadOnlyList<Side> sides, DateOnly today)
    {
        var counted = rows.Select(row => (Row: row, Numbers: sides.Select(side => Counter.Count(row, side.Days, side.Facts, today).Counted).ToList())).ToList();
        var shown = counted.Count <= MostRows ? counted
            : [.. counted.Where(row => row.Numbers.Distinct().Skip(1).Any()).OrderByDescending(row => row.Row.Unit == Amount.Yuan ? 0 : row.Numbers.Max() - row.Numbers.Min()).Take(MostRows)];
        return [.. shown.Select(row => ProgressRow.Bare(RowName.Within(row.Row, rows), string.Join('、', row.Numbers.Select(number => Amount.Of(number, row.Row.Unit)))))];
    }

    private static IEnumerable<string> Hints(Turn turn, Station station, CompareQuestion asked, string unit, List<Side> sides, List<Period> outside)
    {
        if (sides is [var one, var other] && asked.Periods.Count > 0 && one.Days.Days != other.Days.Days && Math.Abs(one.Days.Days - other.Days.Days) > 3)
        {
            yield return "两段时间长短不同。";
        }

        foreach (var side in sides.Select(side => side.Days).Distinct().Where(days => days.Contains(turn.Today) && days.Last > turn.Today))
        {
            yield return $"{PeriodName.Of(side)}还没结束，算到今天。";
        }

        foreach (var side in sides.Select(side => side.Days).Distinct().Where(days => days.First > turn.Today))
        {
            yield return $"{PeriodName.Of(side)}还没开始。";
        }

        if (unit == Records)
        {
            yield return "单位不同的指标按记录条数比。" + (asked.Sets.Count == 0 && asked.Rows.Count > MostRows ? $"以上只列相差最多的 {MostRows} 项。" : "");
        }

        if (outside.Count > 0)
        {
            yield return YearTexts.Of(station);
        }

        foreach (var note in QuestionNotes.Of(asked.Corrections))
        {
            yield return note;
        }
    }

    private sealed record Side(string Name, Period Days, RowSet Rows, StationFacts Facts);
}
