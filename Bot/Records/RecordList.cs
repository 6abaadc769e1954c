using System.Globalization;
using Dapper;
using StationBot.Indicators;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A record with what a list of records shows beside it.</summary>
/// <param name="Worker">Who did it: as an import tells it, else the member who entered it.</param>
public sealed record ListedRecord(StationRecord Record, IReadOnlySet<EvidenceKind> Evidence, string? Worker);

/// <summary>Which records a list shows; null means any.</summary>
/// <param name="Indicators">Ids of rows.</param>
/// <param name="MemberId">Who entered it.</param>
/// <param name="Numbers">Only these.</param>
public sealed record RecordSelection(IReadOnlyCollection<string> Indicators, Period Days, long? MemberId = null, IReadOnlyCollection<long>? Numbers = null)
{
    /// <summary>Only this part.</summary>
    public FactFilter? Only { get; init; }
}

/// <summary>Whole records of a station, neither void ones nor attempts nor plans; oldest first.</summary>
public sealed class RecordList(Database database)
{
    private const string Selected =
        """
        record.station_id = @stationId AND record.indicator IN @Indicators AND record.date BETWEEN @First AND @Last
        AND NOT record.voided AND record.outcome = @outcome AND (@MemberId IS NULL OR record.member_id = @MemberId)
        """;

    public Task<IReadOnlyList<ListedRecord>> ReadAsync(long stationId, RecordSelection selection, CancellationToken cancellation = default) =>
        ReadAsync(stationId, selection, nameof(Outcome.Done), cancellation);

    /// <summary>What was planned for the days, and never counts (product.md §3.15).</summary>
    public Task<IReadOnlyList<ListedRecord>> PlannedAsync(long stationId, RecordSelection selection, CancellationToken cancellation = default) =>
        ReadAsync(stationId, selection, nameof(Outcome.Plan), cancellation);

    private Task<IReadOnlyList<ListedRecord>> ReadAsync(long stationId, RecordSelection selection, string outcome, CancellationToken cancellation) => database.ReadAtOnceAsync<IReadOnlyList<ListedRecord>>(
        async connection =>
        {
            var where = (selection.Numbers is null ? Selected : Selected + " AND record.number IN @Numbers") + selection.Only?.Sql;
            var bound = new
            {
                stationId,
                selection.Indicators,
                selection.Days.First,
                selection.Days.Last,
                selection.MemberId,
                selection.Numbers,
                modes = selection.Only?.ModeList,
                workers = selection.Only?.WorkerList,
                persons = selection.Only?.PersonList,
                outcome,
            };
            var persons = (await connection.QueryAsync<PersonRow>(
                $"""
                SELECT record.number, person.id, {RosterStore.LabelSql} AS Label
                FROM record
                  JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
                  JOIN person ON person.id = record_person.person_id
                WHERE {where}
                ORDER BY record.number, record_person.place
                """,
                bound)).ToLookup(row => row.Number, row => new PersonRef(row.Id, row.Label));
            var beside = (await connection.QueryAsync<BesideRow>(
                $"""
                SELECT record.number, COALESCE(record.worker, (SELECT member.name FROM member WHERE member.id = record.member_id)) AS Worker,
                  (SELECT string_agg(CAST(kind AS text), ',') FROM record_evidence child
                   WHERE child.station_id = record.station_id AND child.number = record.number) AS Evidence
                FROM record
                WHERE {where}
                """,
                bound)).ToDictionary(row => row.Number);
            var rows = await connection.QueryAsync<RecordRow>($"SELECT {RecordRow.Columns} FROM record WHERE {where} ORDER BY record.date, record.number", bound);
            return [.. rows.Select(row => new ListedRecord(row.ToRecord([.. persons[row.Number]]), beside[row.Number].Kinds, beside[row.Number].Worker))];
        },
        cancellation);

    /// <summary>How many changes of contents the rows' records have seen, void ones included: a card that is older than them shows what stood before.</summary>
    public Task<int> StepAsync(long stationId, IReadOnlyCollection<string> indicators, CancellationToken cancellation = default) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>(
            $"""
            SELECT COUNT(*)
            FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
            WHERE record.station_id = @stationId AND record.indicator IN @indicators AND record_history.action NOT IN ({HistoryAction.OfEvidence})
            """,
            new { stationId, indicators }),
        cancellation);

    private sealed record PersonRow
    {
        public required long Number { get; init; }
        public required long Id { get; init; }
        public required string Label { get; init; }
    }

    private sealed record BesideRow
    {
        public required long Number { get; init; }
        public string? Worker { get; init; }

        /// <summary>Kinds, joined by commas.</summary>
        public string? Evidence { get; init; }

        public IReadOnlySet<EvidenceKind> Kinds =>
            (Evidence?.Split(',') ?? []).Select(kind => (EvidenceKind)int.Parse(kind, CultureInfo.InvariantCulture)).ToHashSet();
    }
}
