using System.Data.Common;
using Dapper;
using StationBot.Indicators.Counting;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>Someone the station knows.</summary>
public sealed record Person
{
    public required long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Empty when it isn't known.</summary>
    public required string Community { get; init; }

    public required bool Revisit { get; init; }

    /// <summary>李桂兰（红旗村）.</summary>
    public string Label => Community.Length == 0 ? Name : $"{Name}（{Community}）";
}

/// <summary>The persons of a station: those on the district's roster and those only met.</summary>
public sealed class RosterStore(Database database)
{
    /// <summary><see cref="Person.Label"/> of the row <c>person</c>.</summary>
    internal const string LabelSql = "CASE WHEN person.community = '' THEN person.name ELSE person.name || '（' || person.community || '）' END";

    /// <summary>
    /// The persons that a visit is likeliest about: to be revisited and longest unseen first, then those met lately, then the rest.
    /// </summary>
    public Task<IReadOnlyList<Person>> LikelyAsync(long stationId, int most, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Person>>(
        async connection => (await connection.QueryAsync<Person>(
            """
            WITH met AS (
              SELECT record_person.person_id, MAX(record.date) AS last
              FROM record JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
              WHERE record.station_id = @stationId AND NOT record.voided
              GROUP BY record_person.person_id
            )
            SELECT person.id, person.name, person.community, person.revisit
            FROM person LEFT JOIN met ON met.person_id = person.id
            WHERE person.station_id = @stationId AND person.left_on IS NULL
            ORDER BY person.revisit DESC,
                     CASE WHEN person.revisit THEN COALESCE(met.last, '') ELSE '' END,
                     met.last IS NULL, met.last DESC, person.id
            LIMIT @most
            """,
            new { stationId, most })).AsList(),
        cancellation);

    /// <summary>Everybody who goes by this name, alias or <see cref="Person.Label"/> and hadn't left on the day.</summary>
    public Task<IReadOnlyList<Person>> FindByNameAsync(long stationId, string name, DateOnly day, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Person>>(
        async connection => Meant(name, (await connection.QueryAsync<Person>(
            $"""
            SELECT person.id, person.name, person.community, person.revisit
            FROM person
            WHERE person.station_id = @stationId AND (person.left_on IS NULL OR person.left_on > @day)
              AND (person.name = @name OR {LabelSql} = @name OR EXISTS (SELECT 1 FROM person_alias WHERE person_alias.person_id = person.id AND alias = @name))
            ORDER BY person.id
            """,
            new { stationId, name, day })).AsList()),
        cancellation);

    /// <summary>The labels of those whose name differs from this one in a single character.</summary>
    public Task<IReadOnlyList<string>> SimilarAsync(long stationId, string name, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. (await connection.QueryAsync<Person>(
            "SELECT id, name, community, revisit FROM person WHERE station_id = @stationId AND left_on IS NULL AND LENGTH(name) = @length AND name <> @name",
            new { stationId, name, length = name.Length }))
            .Where(person => person.Name.Zip(name).Count(pair => pair.First != pair.Second) == 1 && name.Length > 1)
            .Select(person => person.Label)
            .Take(MostSimilar)],
        cancellation);

    private const int MostSimilar = 3;

    /// <summary>A name goes before an alias.</summary>
    private static List<Person> Meant(string name, List<Person> found) =>
        found.FindAll(person => person.Name == name || person.Label == name) is { Count: > 0 } named ? named : found;

    /// <summary>The domains on whose lists the persons stand, by person.</summary>
    public Task<ILookup<long, string>> ListedAreasAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => (await connection.QueryAsync<(long Id, string Area)>(
            "SELECT person_id, area FROM person_area WHERE person_id IN @ids",
            new { ids })).ToLookup(row => row.Id, row => row.Area),
        cancellation);

    /// <summary>Who of a domain's list is to be revisited, as the list stands on the day.</summary>
    public Task<IReadOnlyList<Person>> FlaggedAsync(long stationId, string area, DateOnly day, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Person>>(
        async connection => (await connection.QueryAsync<Person>(
            """
            SELECT person.id, person.name, person.community, person.revisit
            FROM person JOIN person_area ON person_area.person_id = person.id AND person_area.area = @area
            WHERE person.station_id = @stationId AND person.revisit AND person.entered <= @day AND (person.left_on IS NULL OR person.left_on > @day)
            ORDER BY person.community, person.name, person.id
            """,
            new { stationId, area, day })).AsList(),
        cancellation);

    /// <summary>Who is on the district's list, as counting needs it.</summary>
    public Task<IReadOnlyList<RosterPerson>> ListedAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<RosterPerson>>(
        async connection => [.. (await connection.QueryAsync<ListedRow>(
            """
            SELECT person.id, person.entered, person.left_on AS LeftOn, person.revisit, person_area.area
            FROM person JOIN person_area ON person_area.person_id = person.id
            WHERE person.station_id = @stationId
            ORDER BY person.id, person_area.area
            """,
            new { stationId }))
            .GroupBy(row => row.Id)
            .Select(rows => new RosterPerson(rows.Key, [.. rows.Select(row => row.Area)], rows.First().Entered, rows.First().LeftOn, rows.First().Revisit))],
        cancellation);

    /// <summary>Makes somebody known by name, off the roster; who is known already by that name alone stays the same person.</summary>
    internal static Task<long> MeetAsync(DbConnection connection, long stationId, string name, DateOnly day) => connection.QuerySingleAsync<long>(
        """
        INSERT INTO person (station_id, name, community, entered) VALUES (@stationId, @name, '', @day)
        ON CONFLICT (station_id, name, community) DO UPDATE SET name = excluded.name
        RETURNING id
        """,
        new { stationId, name, day });

    private sealed record ListedRow
    {
        public required long Id { get; init; }
        public required DateOnly Entered { get; init; }
        public DateOnly? LeftOn { get; init; }
        public required bool Revisit { get; init; }
        public required string Area { get; init; }
    }
}
