using Dapper;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A plan with the record that it came to.</summary>
/// <param name="Number">Of the plan.</param>
/// <param name="Met">The number of the first record that met it.</param>
public sealed record MetPlan(long Number, DateOnly Date, long Met);

/// <summary>
/// Plans are met by the first thing that was done for one of their persons: entered after the plan, and dated from the day on which the plan
/// was made. Nothing of it is stored, so whatever is undone, restored or changed leaves it right.
/// </summary>
public sealed class PlanStore(Database database, StationClock clock)
{
    /// <summary>The plans that the record met.</summary>
    public async Task<IReadOnlyList<MetPlan>> MetByAsync(long stationId, long number, CancellationToken cancellation = default) =>
        First(await PairsAsync("planned.person_id IN (SELECT person_id FROM record_person WHERE station_id = @stationId AND number = @number)", new { stationId, number }, cancellation)).Where(plan => plan.Met == number).ToList();

    /// <summary>The plans about the person that are met.</summary>
    public async Task<IReadOnlyList<MetPlan>> MetOfAsync(long stationId, long personId, CancellationToken cancellation = default) =>
        [.. First(await PairsAsync("planned.person_id = @personId", new { stationId, personId }, cancellation))];

    /// <summary>Which of the plans are met.</summary>
    /// <param name="plans">Numbers; few enough for one statement.</param>
    public async Task<IReadOnlyList<MetPlan>> AmongAsync(long stationId, IReadOnlyCollection<long> plans, CancellationToken cancellation = default) =>
        plans.Count == 0 ? [] : [.. First(await PairsAsync("planned.number IN @plans", new { stationId, plans }, cancellation))];

    private IEnumerable<MetPlan> First(IEnumerable<Pair> pairs) =>
        from pair in pairs
        where pair.DoneOn >= clock.DayOf(RecordStore.Moment(pair.Made))
        group pair by (pair.Plan, pair.Date) into plan
        orderby plan.Key.Plan
        select new MetPlan(plan.Key.Plan, plan.Key.Date, plan.Min(pair => pair.Done));

    /// <param name="which">SQL: whose plans, or which.</param>
    private Task<IEnumerable<Pair>> PairsAsync(string which, object bound, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<Pair>(
            $"""
            SELECT DISTINCT made.number AS "Plan", made.date AS "Date", made.entered AS Made, done.number AS Done, done.date AS DoneOn
            FROM record_person planned
            JOIN record made ON made.station_id = planned.station_id AND made.number = planned.number AND made.outcome = 'Plan' AND NOT made.voided
            JOIN record_person met ON met.person_id = planned.person_id AND met.station_id = planned.station_id
            JOIN record done ON done.station_id = met.station_id AND done.number = met.number AND done.outcome = 'Done' AND NOT done.voided AND done.number > made.number
            WHERE planned.station_id = @stationId AND {which}
            """,
            bound),
        cancellation);

    private sealed record Pair
    {
        public required long Plan { get; init; }
        public required DateOnly Date { get; init; }
        public required string Made { get; init; }
        public required long Done { get; init; }
        public required DateOnly DoneOn { get; init; }
    }
}
