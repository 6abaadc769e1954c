using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers.People;

/// <summary>What a change of one person does to the rows that are counted from the roster, by the one counting engine (product.md §3.7, §3.8).</summary>
internal sealed class RosterEffect(Standings standings)
{
    /// <param name="before">Null for somebody new.</param>
    /// <param name="after">Null for somebody who is known no longer.</param>
    /// <param name="day">From which it is so: that day is judged, unless it is past, then today.</param>
    public async Task<IReadOnlyList<string>> OfAsync(Turn turn, Station station, RosterEntry? before, RosterEntry? after, DateOnly day, CancellationToken cancellation)
    {
        var asOf = day > turn.Today ? day : turn.Today;
        var areas = (before?.Areas ?? []).Concat(after?.Areas ?? []).ToHashSet();
        if (station.YearOf(asOf) is not { } year || areas.Count == 0)
        {
            return [];
        }

        var rows = turn.Catalog.Rows.Where(row => row.Counting == CountingRule.RosterNeeds || (row.Counting == CountingRule.RosterSurvey && areas.Contains(row.Area.Id))).ToList();
        var facts = await standings.FactsAsync(station, rows, year.Period, cancellation);
        var others = facts.Roster.Where(person => person.Id != (after?.Id ?? before?.Id)).ToList();
        return [.. rows.Select(row => Line(Count(row, before), Count(row, after))).OfType<string>()];

        Standing Count(Indicator row, RosterEntry? person) =>
            Counter.Count(row, year.Period, facts with { Roster = person is { Areas.Count: > 0 } ? [.. others, person.Counted] : others }, asOf);
    }

    /// <returns>Null where nothing changes.</returns>
    private static string? Line(Standing before, Standing after)
    {
        if (before.Slices.SequenceEqual(after.Slices))
        {
            return null;
        }

        var row = before.Row;
        return row.Counting == CountingRule.RosterSurvey
            ? $"{RowName.Of(row)} 名单 {before.Target} → {after.Target} 人，完成率 {Share(before)} → {Share(after)}"
            : $"{RowName.Of(row)} 应收 {before.Target} → {after.Target} {row.Unit}，已收 {before.Done} → {after.Done} {row.Unit}";
    }

    /// <summary>Rounded down: 100% is only what is complete.</summary>
    private static string Share(Standing standing) => standing.Target == 0 ? "无法计算" : $"{standing.Done * 100 / standing.Target}%";
}
