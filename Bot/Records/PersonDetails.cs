using Dapper;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A person with all that a ledger tells of her.</summary>
public sealed record PersonDetails
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Community { get; init; }
    public string? Gender { get; init; }
    public DateOnly? Born { get; init; }
    public string? Home { get; init; }
    public string? Phone { get; init; }
    public string? Guardian { get; init; }
    public required DateOnly Entered { get; init; }

    /// <summary>独居、低保.</summary>
    public string? Tags { get; init; }
}

/// <summary>Reads persons for ledgers; never shown in a group.</summary>
public sealed class PersonReader(Database database)
{
    /// <returns>The station's persons, by id.</returns>
    public Task<IReadOnlyDictionary<long, PersonDetails>> ReadAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyDictionary<long, PersonDetails>>(
        async connection =>
        {
            var tags = (await connection.QueryAsync<(long Id, string Tag)>(
                "SELECT person_tag.person_id, person_tag.tag FROM person_tag JOIN person ON person.id = person_tag.person_id WHERE person.station_id = @stationId ORDER BY 1, 2",
                new { stationId })).ToLookup(row => row.Id, row => row.Tag);
            var persons = await connection.QueryAsync<PersonDetails>(
                "SELECT id, name, community, gender, born, home, phone, guardian, entered FROM person WHERE station_id = @stationId",
                new { stationId });
            return persons.ToDictionary(person => person.Id, person => person with { Tags = string.Join('、', tags[person.Id]) });
        },
        cancellation);
}
