using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Storage;

namespace StationBot.Stations;

/// <summary>Stations, their project years and tiers, their members and how those are known on channels.</summary>
public sealed class StationStore(Database database)
{
    public Task<Membership?> FindMemberAsync(string channel, string userId, CancellationToken cancellation = default) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<MemberRow>(
                """
                SELECT member.id, member.station_id AS StationId, member.name, member.role
                FROM account JOIN member ON member.id = account.member_id
                WHERE account.channel = @channel AND account.user_id = @userId AND member.left_on IS NULL
                """,
                new { channel, userId });
            return row is null ? null : new Membership((await LoadAsync(connection, row.StationId))!, row.ToMember());
        },
        cancellation);

    public Task<Station?> FindAsync(string name, CancellationToken cancellation = default) => database.ReadAsync(
        async connection =>
        {
            var id = await connection.QuerySingleOrDefaultAsync<long?>("SELECT id FROM station WHERE name = @name", new { name });
            return id is null ? null : await LoadAsync(connection, id.Value);
        },
        cancellation);

    /// <returns>Null when the name is taken.</returns>
    public Task<Station?> AddAsync(NewStation station, CancellationToken cancellation = default) =>
        database.WriteAsync(Durability.Power, connection => AddAsync(connection, station), cancellation);

    /// <summary>A station with its first member, both or neither.</summary>
    /// <returns>Null when the name is taken or the person is another station's.</returns>
    public Task<Station?> FoundAsync(NewStation station, NewMember lead, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection => await AddAsync(connection, station) is { } added && await AddMemberAsync(connection, added.Id, lead) is not null ? added : null,
        cancellation);

    /// <summary>
    /// Makes the person a member. The first member of a station is its lead unless a role is given (product.md §7, §8).
    /// </summary>
    /// <returns>Null when the account belongs to another person already; only from the demo station may it move.</returns>
    public Task<Member?> AddMemberAsync(long stationId, NewMember person, CancellationToken cancellation = default) =>
        database.WriteAsync(Durability.Power, connection => AddMemberAsync(connection, stationId, person), cancellation);

    private static async Task<Member?> AddMemberAsync(DbConnection connection, long stationId, NewMember person)
    {
        var owner = await connection.QuerySingleOrDefaultAsync<OwnerRow>(
            """
            SELECT member.station_id AS StationId, member.name, station.is_demo AS IsDemo
            FROM account JOIN member ON member.id = account.member_id JOIN station ON station.id = member.station_id
            WHERE account.channel = @Channel AND account.user_id = @UserId AND member.left_on IS NULL
            """,
            person);
        if (owner is { IsDemo: false } && (owner.StationId != stationId || owner.Name != person.Name))
        {
            return null;
        }

        var isFirst = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM member WHERE station_id = @stationId", new { stationId }) == 0;
        var row = await connection.QuerySingleAsync<MemberRow>(
            """
            INSERT INTO member (station_id, name, role, joined) VALUES (@stationId, @name, @role, @Joined)
            ON CONFLICT (station_id, name) DO UPDATE SET role = COALESCE(@given, member.role), left_on = NULL
            RETURNING id, station_id AS StationId, name, role
            """,
            new
            {
                stationId,
                name = person.IsNewcomer ? await FreeNameAsync(connection, stationId, person.Name) : person.Name,
                person.Joined,
                role = (person.Role ?? (isFirst ? Role.Lead : Role.Worker)).ToString(),
                given = person.Role?.ToString(),
            });
        await connection.ExecuteAsync(
            "INSERT INTO account (channel, user_id, member_id) VALUES (@Channel, @UserId, @Id) ON CONFLICT (channel, user_id) DO UPDATE SET member_id = excluded.member_id",
            new { person.Channel, person.UserId, row.Id });
        return row.ToMember();
    }

    /// <summary>小李, or 小李2 where the station has a 小李.</summary>
    private static async Task<string> FreeNameAsync(DbConnection connection, long stationId, string name)
    {
        var taken = (await connection.QueryAsync<string>("SELECT name FROM member WHERE station_id = @stationId", new { stationId })).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? name : $"{name}{i}").First(candidate => !taken.Contains(candidate));
    }

    public Task AddJoinCodeAsync(string code, Membership issuer, DateTimeOffset expires, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        connection => connection.ExecuteAsync(
            "INSERT INTO join_code (code, station_id, member_id, expires) VALUES (@code, @StationId, @Id, @expires)",
            new { code, issuer.Member.StationId, issuer.Member.Id, expires = expires.UtcDateTime.ToString("O") }),
        cancellation);

    /// <returns>The station that the code lets in, or null when it is unknown or expired.</returns>
    public Task<Station?> FindByJoinCodeAsync(string code, DateTimeOffset now, CancellationToken cancellation = default) => database.ReadAsync(
        async connection =>
        {
            var id = await connection.QuerySingleOrDefaultAsync<long?>(
                "SELECT station_id FROM join_code WHERE code = @code AND expires > @now",
                new { code, now = now.UtcDateTime.ToString("O") });
            return id is null ? null : await LoadAsync(connection, id.Value);
        },
        cancellation);

    /// <summary>Everybody who works or worked at the station, by name.</summary>
    public Task<IReadOnlyDictionary<string, long>> MembersAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyDictionary<string, long>>(
        async connection => (await connection.QueryAsync<(string Name, long Id)>("SELECT name, id FROM member WHERE station_id = @stationId", new { stationId }))
            .ToDictionary(row => row.Name, row => row.Id),
        cancellation);

    /// <returns>Null when the name is taken.</returns>
    internal static async Task<Station?> AddAsync(DbConnection connection, NewStation station)
    {
        var id = await connection.QuerySingleOrDefaultAsync<long?>(
            "INSERT INTO station (name, is_demo) VALUES (@Name, @IsDemo) ON CONFLICT (name) DO NOTHING RETURNING id",
            station);
        if (id is null)
        {
            return null;
        }

        await connection.ExecuteAsync("INSERT INTO project_year (station_id, starts) VALUES (@id, @Starts)", new { id, station.Starts });
        await connection.ExecuteAsync(
            "INSERT INTO station_tier (station_id, starts, tier) VALUES (@id, @Starts, @tier)",
            new { id, station.Starts, tier = (int)station.Tier });
        return await LoadAsync(connection, id.Value);
    }

    /// <summary>A member whom no channel knows yet.</summary>
    internal static Task<long> AddMemberAsync(DbConnection connection, long stationId, string name, Role role, DateOnly joined) =>
        connection.QuerySingleAsync<long>(
            "INSERT INTO member (station_id, name, role, joined) VALUES (@stationId, @name, @role, @joined) RETURNING id",
            new { stationId, name, role = role.ToString(), joined });

    private static async Task<Station?> LoadAsync(DbConnection connection, long id)
    {
        var row = await connection.QuerySingleOrDefaultAsync<StationRow>("SELECT id, name, is_demo AS IsDemo FROM station WHERE id = @id", new { id });
        if (row is null)
        {
            return null;
        }

        var years = await connection.QueryAsync<DateOnly>("SELECT starts FROM project_year WHERE station_id = @id ORDER BY starts", new { id });
        var tiers = await connection.QueryAsync<(DateOnly From, int Tier)>(
            "SELECT starts, tier FROM station_tier WHERE station_id = @id ORDER BY starts",
            new { id });
        return new Station
        {
            Id = row.Id,
            Name = row.Name,
            IsDemo = row.IsDemo,
            Years = [.. years.Select(start => new ProjectYear(start))],
            Tiers = new TierHistory([.. tiers.Select(t => (t.From, (Tier)t.Tier))]),
        };
    }

    private sealed record StationRow
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required bool IsDemo { get; init; }
    }

    private sealed record OwnerRow
    {
        public required long StationId { get; init; }
        public required string Name { get; init; }
        public required bool IsDemo { get; init; }
    }

    private sealed record MemberRow
    {
        public required long Id { get; init; }
        public required long StationId { get; init; }
        public required string Name { get; init; }
        public required string Role { get; init; }

        public Member ToMember() => new() { Id = Id, StationId = StationId, Name = Name, Role = Enum.Parse<Role>(Role) };
    }
}

public sealed record NewStation(string Name, Tier Tier, DateOnly Starts, bool IsDemo = false);

/// <param name="Role">Null: the first member becomes the lead, the others workers.</param>
/// <param name="IsNewcomer">Somebody else than whoever has that name already; else the account is added to the member of that name.</param>
public sealed record NewMember(string Name, string Channel, string UserId, DateOnly Joined, Role? Role = null, bool IsNewcomer = false);
