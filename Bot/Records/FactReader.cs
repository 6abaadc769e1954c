using System.Data.Common;
using System.Globalization;
using Dapper;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Records;

/// <summary>Records as counting sees them.</summary>
internal static class FactReader
{
    public static async Task<IReadOnlyList<Fact>> ReadAsync(DbConnection connection, long stationId, IReadOnlyCollection<string> indicators, Period days, FactFilter? only)
    {
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT number, indicator, date, mode, name, fen, people, file_id AS File, form, details,
              (SELECT string_agg(CAST(person_id AS text), ',') FROM record_person child
               WHERE child.station_id = record.station_id AND child.number = record.number) AS Persons,
              (SELECT string_agg(CAST(kind AS text), ',') FROM record_evidence child
               WHERE child.station_id = record.station_id AND child.number = record.number) AS Evidence
            FROM record
            WHERE station_id = @stationId AND indicator IN @indicators AND date BETWEEN @First AND @Last AND NOT voided AND outcome = 'Done'
              {only?.Sql}
            ORDER BY number
            """,
            new { stationId, indicators, days.First, days.Last, modes = only?.ModeNames, workers = only?.Workers, persons = only?.Persons });
        return [.. rows.Select(row => new Fact
        {
            Number = row.Number,
            Indicator = row.Indicator,
            Date = row.Date,
            Persons = [.. Numbers(row.Persons)],
            Name = row.Name,
            ByPhone = row.Mode == nameof(ServiceMode.Phone),
            Fen = row.Fen ?? 0,
            People = row.People ?? 0,
            File = row.File,
            InKind = row.Details?.Contains($"\"{RecordDetails.InKind}\":\"{RecordDetails.Yes}\"", StringComparison.Ordinal) == true,
            HasNeeds = row.Form == RecordKinds.Needs || row.Has(RecordDetails.Needs),
            NotApplicable = row.Has(RecordDetails.NotApplicable),
            HasCertificate = row.Has(RecordDetails.Certificate),
            Evidence = Numbers(row.Evidence).Select(kind => (EvidenceKind)kind).ToHashSet(),
        })];
    }

    private static IEnumerable<long> Numbers(string? list) => list?.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture)) ?? [];

    private sealed record Row
    {
        public required long Number { get; init; }
        public required string Indicator { get; init; }
        public required DateOnly Date { get; init; }
        public string? Mode { get; init; }
        public string? Name { get; init; }
        public long? Fen { get; init; }
        public int? People { get; init; }
        public long? File { get; init; }
        public required string Form { get; init; }
        public string? Details { get; init; }

        /// <summary>Ids, joined by commas.</summary>
        public string? Persons { get; init; }

        /// <summary>Kinds, joined by commas.</summary>
        public string? Evidence { get; init; }

        /// <summary>Whether a detail is filled in. The details are JSON that this program wrote, so a key stands there as it is written here.</summary>
        public bool Has(string detail) => Details?.Contains($"\"{detail}\":", StringComparison.Ordinal) == true;
    }
}
