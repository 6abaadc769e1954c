using Dapper;
using StationBot.Indicators.Counting;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>
/// The stationed workers (驻站社工) of stations: members from the day they joined until they left, and whoever a record of
/// <c>platform.staff</c> names, from its date. A certificate counts from the date of the record that tells it (product.md §3.13).
/// </summary>
public sealed class StaffStore(Database database)
{
    public Task<IReadOnlyList<StaffMember>> AllAsync(long stationId, CancellationToken cancellation = default) => database.ReadKeptAsync<IReadOnlyList<StaffMember>>(
        stationId,
        nameof(StaffMember),
        async connection =>
        {
            var members = await connection.QueryAsync<MemberRow>(
                "SELECT name, joined, left_on AS LeftOn FROM member WHERE station_id = @stationId",
                new { stationId });
            var named = await connection.QueryAsync<NamedRow>(
                $"""
                SELECT COALESCE(record.worker, namesake.name, member.name, record.name, '') AS Name, record.date,
                  (COALESCE(record.details, '') LIKE '%"{RecordDetails.Certificate}":%'
                    OR EXISTS (SELECT 1 FROM record_evidence
                      WHERE record_evidence.station_id = record.station_id AND record_evidence.number = record.number AND kind = @certificate)) AS IsCertified
                FROM record
                  LEFT JOIN member namesake ON namesake.station_id = record.station_id AND namesake.name = record.name
                  LEFT JOIN member ON member.id = record.member_id
                WHERE record.station_id = @stationId AND record.indicator = 'platform.staff' AND NOT record.voided AND record.outcome = 'Done'
                """,
                new { stationId, certificate = (int)Indicators.EvidenceKind.Certificate });
            return Merge([.. members], named.ToLookup(row => row.Name));
        },
        cancellation);

    /// <summary>The names of those who are members on the day, and of all who ever were.</summary>
    public Task<(IReadOnlyList<string> Here, IReadOnlySet<string> Ever)> MembersAsync(long stationId, DateOnly day, CancellationToken cancellation = default) =>
        database.ReadAsync<(IReadOnlyList<string>, IReadOnlySet<string>)>(
            async connection =>
            {
                var members = (await connection.QueryAsync<MemberRow>(
                    "SELECT name, joined, left_on AS LeftOn FROM member WHERE station_id = @stationId ORDER BY id",
                    new { stationId })).AsList();
                return ([.. members.Where(member => member.LeftOn is null || member.LeftOn > day).Select(member => member.Name)], members.Select(member => member.Name).ToHashSet());
            },
            cancellation);

    private static List<StaffMember> Merge(List<MemberRow> members, ILookup<string, NamedRow> named)
    {
        var strangers = named.Select(rows => rows.Key).Except(members.Select(member => member.Name))
            .Select(name => new MemberRow { Name = name, Joined = DateOnly.MaxValue });
        return [.. members.Concat(strangers).Select(worker => Member(worker, [.. named[worker.Name]]))];
    }

    /// <summary>A record may show that a member was there before the day on which the bot got to know him.</summary>
    private static StaffMember Member(MemberRow worker, List<NamedRow> records) => new(
        records.Select(record => record.Date).Append(worker.Joined).Min(),
        worker.LeftOn,
        records.Where(record => record.IsCertified).Select(record => (DateOnly?)record.Date).Min());

    private sealed record MemberRow
    {
        public required string Name { get; init; }
        public required DateOnly Joined { get; init; }
        public DateOnly? LeftOn { get; init; }
    }

    private sealed record NamedRow
    {
        public required string Name { get; init; }
        public required DateOnly Date { get; init; }
        public required bool IsCertified { get; init; }
    }
}
