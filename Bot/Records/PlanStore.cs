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
        First(await PairsAsync(stationId, number, personId: null, cancellation)).Where(plan => plan.Met == number).ToList();

    /// <summary>The plans about the person that are met.</summary>
    public async Task<IReadOnlyList<MetPlan>> MetOfAsync(long stationId, long personId, CancellationToken cancellation = default) =>
        [.. First(await PairsAsync(stationId, number: null, personId, cancellation))];

    private IEnumerable<MetPlan> First(IEnumerable<Pair> pairs) =>
        from pair in pairs
        where pair.DoneOn >= clock.DayOf(RecordStore.Moment(pair.Made))
        group pair by (pair.Plan, pair.Date) into plan
        orderby plan.Key.Plan
        select new MetPlan(plan.Key.Plan, plan.Key.Date, plan.Min(pair => pair.Done));

    private Task<IEnumerable<Pair>> PairsAsync(long stationId, long? number, long? personId, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<Pair>(
            """
            SELECT DISTINCT made.number AS "Plan", made.date AS "Date", made.entered AS Made, done.number AS Done, done.date AS DoneOn
            FROM record made
            JOIN record_person planned ON planned.station_id = made.station_id AND planned.number = made.number
            JOIN record_person met ON met.person_id = planned.person_id AND met.station_id = made.station_id
            JOIN record done ON done.station_id = met.station_id AND done.number = met.number AND done.outcome = 'Done' AND NOT done.voided AND done.number > made.number
            WHERE made.station_id = @stationId AND made.outcome = 'Plan' AND NOT made.voided
              AND (@personId IS NULL OR planned.person_id = @personId)
              AND (@number IS NULL OR planned.person_id IN (SELECT person_id FROM record_person own WHERE own.station_id = @stationId AND own.number = @number))
            """,
            new { stationId, number, personId }),
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
