using System.Data.Common;
using Dapper;
using StationBot.Indicators.Counting;
using StationBot.Naming;
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

    /// <summary>The first day on which the person is no longer listed.</summary>
    public DateOnly? Left { get; init; }

    /// <summary>李桂兰（红旗村）.</summary>
    public string Label => PersonName.LabelOf(Name, Community);
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

    /// <summary>
    /// Whom a name, alias, 称谓 or <see cref="Person.Label"/> means among those who hadn't left on the day; who had left, where nobody else bears
    /// the name or alias: else the name would become a second person.
    /// </summary>
    public Task<IReadOnlyList<Person>> FindByNameAsync(long stationId, string name, DateOnly day, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Person>>(
        async connection =>
        {
            var (resolution, candidates) = await ResolveAsync(connection, stationId, name, names => names.Resolve(name, day, MatchedBy.Address) is { Persons.Count: > 0 } there ? there : names.Resolve(name, day, MatchedBy.Alias, orLeft: true));
            return [.. resolution.Persons.Select(person => candidates.First(candidate => candidate.Id == person.Id).Person)];
        },
        cancellation);

    /// <summary>Whom somebody who speaks means: by sound too, and of those who left when nobody else can be meant.</summary>
    public Task<Resolution> ResolveAsync(long stationId, string name, DateOnly day, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => (await ResolveAsync(connection, stationId, name, names => names.Resolve(name, day, orLeft: true))).Resolution,
        cancellation);

    /// <summary>The names by which persons may be spoken of.</summary>
    public Task<IReadOnlyList<PersonName>> NamesAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<PersonName>>(
        async connection => [.. (await CandidatesAsync(connection, stationId, null)).Select(candidate => candidate.Called)],
        cancellation);

    /// <summary>Changes whenever a name of the station's persons does.</summary>
    public Task<(long Change, long Person)> RevisionAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync(
        connection => connection.QuerySingleAsync<(long, long)>(
            """
            SELECT COALESCE((SELECT MAX(id) FROM person_history WHERE station_id = @stationId), 0),
                   COALESCE((SELECT MAX(id) FROM person WHERE station_id = @stationId), 0)
            """,
            new { stationId }),
        cancellation);

    /// <summary>
    /// A name, alias or label that stands there as it was typed decides before anything else, so first only those who have it are looked at.
    /// </summary>
    private static async Task<(Resolution Resolution, List<Candidate> Candidates)> ResolveAsync(
        DbConnection connection, long stationId, string name, Func<PersonResolver, Resolution> resolve)
    {
        var called = await CandidatesAsync(connection, stationId, name);
        var resolution = called.Count == 0 ? Resolution.Nobody : resolve(new PersonResolver([.. called.Select(candidate => candidate.Called)]));
        if (resolution.By is MatchedBy.Name or MatchedBy.Alias)
        {
            return (resolution, called);
        }

        var everybody = await CandidatesAsync(connection, stationId, null);
        return (resolve(new PersonResolver([.. everybody.Select(candidate => candidate.Called)])), everybody);
    }

    /// <param name="name">Null for everybody.</param>
    private static async Task<List<Candidate>> CandidatesAsync(DbConnection connection, long stationId, string? name) => (await connection.QueryAsync<Candidate>(
        $"""
        SELECT person.id, person.name, person.community, person.revisit, person.gender, person.born, person.left_on AS "Left",
          (SELECT string_agg(alias, '、') FROM person_alias WHERE person_alias.person_id = person.id) AS Aliases,
          (SELECT string_agg(area, '、') FROM person_area WHERE person_area.person_id = person.id) AS Areas
        FROM person
        WHERE person.station_id = @stationId
        {(name is null ? "" : $"AND (person.name = @name OR {LabelSql} = @name OR EXISTS (SELECT 1 FROM person_alias WHERE person_alias.person_id = person.id AND alias = @name))")}
        ORDER BY person.id
        """,
        new { stationId, name })).AsList();

    /// <summary>The labels of those whose name may have been meant by this one.</summary>
    public Task<IReadOnlyList<string>> SimilarAsync(long stationId, string name, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. (await connection.QueryAsync<Person>(
            "SELECT id, name, community, revisit FROM person WHERE station_id = @stationId AND left_on IS NULL AND LENGTH(name) = @length AND name <> @name",
            new { stationId, name, length = name.Length }))
            .Where(person => PersonResolver.IsNear(person.Name, name))
            .Select(person => person.Label)
            .Take(MostSimilar)],
        cancellation);

    private const int MostSimilar = 3;

    /// <summary>The domains on whose lists the persons stand, by person.</summary>
    public Task<ILookup<long, string>> ListedAreasAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) => database.ReadAsync(
        connection => Task.FromResult(connection.Read(
            $"SELECT person_id, area FROM person_area WHERE person_id {Dialect.In("?1")}",
            [Dialect.List(ids)],
            row => (Id: row.Number(0), Area: row.Text(1))).ToLookup(row => row.Id, row => row.Area)),
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
    public Task<IReadOnlyList<RosterPerson>> ListedAsync(long stationId, CancellationToken cancellation = default) => database.ReadKeptAsync<IReadOnlyList<RosterPerson>>(
        stationId,
        nameof(ListedAsync),
        async connection => [.. (await connection.QueryAsync<ListedRow>(
            """
            SELECT person.id, person.entered, person.left_on AS LeftOn, person.revisit, person.away, person_area.area
            FROM person JOIN person_area ON person_area.person_id = person.id
            WHERE person.station_id = @stationId
            ORDER BY person.id, person_area.area
            """,
            new { stationId }))
            .GroupBy(row => row.Id)
            .Select(rows => new RosterPerson(rows.Key, [.. rows.Select(row => row.Area)], rows.First().Entered, rows.First().LeftOn, rows.First().Revisit)
            {
                Away = AwayText.Read(rows.First().Away),
            })],
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
        public required string Away { get; init; }
        public required string Area { get; init; }
    }

    private sealed record Candidate
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required string Community { get; init; }
        public required bool Revisit { get; init; }
        public string? Gender { get; init; }
        public DateOnly? Born { get; init; }
        public DateOnly? Left { get; init; }

        /// <summary>Separated by 、, which stands in no alias.</summary>
        public string? Aliases { get; init; }
        public string? Areas { get; init; }

        public Person Person => new() { Id = Id, Name = Name, Community = Community, Revisit = Revisit, Left = Left };

        public PersonName Called => new()
        {
            Id = Id,
            Name = Name,
            Community = Community,
            Aliases = Aliases?.Split('、') ?? [],
            Areas = Areas?.Split('、') ?? [],
            Gender = Gender,
            Born = Born,
            Left = Left,
        };
    }
}
