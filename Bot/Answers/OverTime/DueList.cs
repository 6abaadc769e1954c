using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;

namespace StationBot.Answers.OverTime;

/// <summary>What is to be done in some days: the same whether it is asked or sent.</summary>
internal sealed class DueList(Standings standings, Caseload caseload, RecordList records, PlanStore plans)
{
    /// <summary>Cases and groups whose next date lies in the days, the earliest first; what is overdue, as long as the days aren't over.</summary>
    /// <param name="worker">Whose; null for everybody's.</param>
    public async Task<List<Dossier>> SessionsAsync(Station station, IEnumerable<Indicator> rows, Period days, DateOnly today, string? worker, CancellationToken cancellation) =>
    [
        .. from file in await FilesAsync(station, rows, cancellation)
           where worker is null || file.Life.Worker == worker
           where file.Life.Next is { } next && (days.Contains(next) || (next < today && days.Contains(today)))
           orderby file.Life.Next, file.Id
           select file,
    ];

    /// <summary>The cases and groups of the rows with their lives.</summary>
    public async Task<IReadOnlyList<Dossier>> FilesAsync(Station station, IEnumerable<Indicator> rows, CancellationToken cancellation)
    {
        string[] ids = [.. rows.Where(row => row.Counting == CountingRule.Sessions).Select(row => row.Id)];
        return ids.Length == 0 ? [] : await caseload.AllAsync(station.Id, ids, cancellation);
    }

    /// <summary>Visits that were promised for the days and not made since.</summary>
    public async Task<List<ListedRecord>> PlansAsync(Station station, IEnumerable<Indicator> rows, Period days, string? worker, CancellationToken cancellation)
    {
        var planned = await records.PlannedAsync(station.Id, new RecordSelection([.. rows.Select(row => row.Id)], days), cancellation);
        var open = planned.Where(plan => worker is null || plan.Worker == worker).ToList();
        var met = (await plans.AmongAsync(station.Id, [.. open.Select(plan => plan.Record.Number)], cancellation)).Select(plan => plan.Number).ToHashSet();
        return open.FindAll(plan => !met.Contains(plan.Record.Number));
    }

    /// <summary>Rows of which a month, quarter or year ends in the days, and isn't met; what was over before today can't be done any more.</summary>
    public async Task<List<Standing>> EndsAsync(Station station, IReadOnlyCollection<Indicator> rows, Period days, DateOnly today, CancellationToken cancellation)
    {
        var ends = station.Years
            .SelectMany(year => rows.Select(row => row.Assessment).Distinct().SelectMany(assessment => Counter.AssessmentPeriods(assessment, year.Period).Select(period => (Assessment: assessment, Period: period))))
            .Where(end => days.Contains(end.Period.Last) && end.Period.Last >= today)
            .ToLookup(end => end.Assessment, end => end.Period);
        var behind = new List<Standing>();
        foreach (var (assessment, periods) in ends.Select(end => (end.Key, end.ToList())))
        {
            List<Indicator> ending = [.. rows.Where(row => row.Assessment == assessment)];
            behind.AddRange(await standings.CountAsync(station, ending, new Period(periods[0].First, periods[^1].Last), today, cancellation));
        }

        return [.. behind.Where(one => one.Remaining > 0).OrderBy(one => one.Slices[^1].Period.Last).ThenBy(one => rows.Index().First(row => row.Item == one.Row).Index)];
    }

    /// <summary><c>约了 2 节，计划 1 次，到期 3 项</c>.</summary>
    public static string Number(int sessions, int plans, int ends)
    {
        (string Words, int Count, string Unit)[] parts = [("约了", sessions, "节"), ("计划", plans, "次"), ("到期", ends, "项")];
        var told = parts.Where(part => part.Count > 0).Select(part => $"{part.Words} {part.Count} {part.Unit}");
        return string.Join("，", told) is { Length: > 0 } text ? text : "没有到期的";
    }
}
