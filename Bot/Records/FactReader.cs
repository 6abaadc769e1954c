using System.Data.Common;
using System.Globalization;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>Records as counting sees them.</summary>
internal static class FactReader
{
    public static IReadOnlyList<Fact> Read(DbConnection connection, long stationId, IReadOnlyCollection<string> indicators, Period days, FactFilter? only) =>
        connection.Read(
            $"""
            SELECT number, indicator, date, mode, name, fen, people, file_id, form, details,
              (SELECT string_agg(CAST(person_id AS text), ',') FROM record_person child
               WHERE child.station_id = record.station_id AND child.number = record.number),
              (SELECT string_agg(CAST(kind AS text), ',') FROM record_evidence child
               WHERE child.station_id = record.station_id AND child.number = record.number)
            FROM record
            WHERE station_id = ?1 AND indicator {Dialect.In("?2")} AND date BETWEEN ?3 AND ?4 AND NOT voided AND outcome = 'Done'
              {only?.Sql}
            ORDER BY number
            """,
            [stationId, Dialect.List(indicators), days.First.ToString("O", CultureInfo.InvariantCulture), days.Last.ToString("O", CultureInfo.InvariantCulture), .. only?.Values ?? []],
            FactOf);

    private static Fact FactOf(Row row)
    {
        var details = row.TextOrNull(9);
        return new Fact
        {
            Number = row.Number(0),
            Indicator = row.Text(1),
            Date = row.Date(2),
            Persons = [.. Numbers(row.TextOrNull(10))],
            Name = row.TextOrNull(4),
            ByPhone = row.TextOrNull(3) == nameof(ServiceMode.Phone),
            Fen = row.NumberOrNull(5) ?? 0,
            People = (int?)row.NumberOrNull(6) ?? 0,
            File = row.NumberOrNull(7),
            InKind = details?.Contains($"\"{RecordDetails.InKind}\":\"{RecordDetails.Yes}\"", StringComparison.Ordinal) == true,
            HasNeeds = row.Text(8) == RecordKinds.Needs || Has(details, RecordDetails.Needs),
            NotApplicable = Has(details, RecordDetails.NotApplicable),
            HasCertificate = Has(details, RecordDetails.Certificate),
            Evidence = Numbers(row.TextOrNull(11)).Select(kind => (EvidenceKind)kind).ToHashSet(),
        };
    }

    /// <summary>Whether a detail is filled in. The details are JSON that this program wrote, so a key stands there as it is written here.</summary>
    private static bool Has(string? details, string detail) => details?.Contains($"\"{detail}\":", StringComparison.Ordinal) == true;

    private static IEnumerable<long> Numbers(string? list) => list?.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture)) ?? [];
}
