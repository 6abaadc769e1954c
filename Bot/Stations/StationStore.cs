using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Storage;

namespace StationBot.Stations;

/// <summary>Stations, their project years and tiers, their members and how those are known on channels.</summary>
public sealed class StationStore(Database database)
{
    public Task<Membership?> FindMemberAsync(string channel, string userId, CancellationToken cancellation = default) => database.ReadKeptAsync(
        Database.NoStation,
        (nameof(FindMemberAsync), channel, userId),
        connection =>
        {
            var rows = connection.Read(
                """
                SELECT member.id, member.name, member.role, station.id, station.name, station.is_demo, project_year.starts, station_tier.starts, station_tier.tier
                FROM account JOIN member ON member.id = account.member_id JOIN station ON station.id = member.station_id
                  JOIN project_year ON project_year.station_id = station.id JOIN station_tier ON station_tier.station_id = station.id
                WHERE account.channel = ?1 AND account.user_id = ?2 AND member.left_on IS NULL
                ORDER BY project_year.starts, station_tier.starts
                """,
                [channel, userId],
                row => (
                    Member: new MemberRow { Id = row.Number(0), StationId = row.Number(3), Name = row.Text(1), Role = row.Text(2) },
                    Station: new StationRow { Id = row.Number(3), Name = row.Text(4), IsDemo = row.Number(5) != 0 },
                    Year: row.Date(6),
                    Tier: new TierRow { Starts = row.Date(7), Tier = (int)row.Number(8) }));
            return Task.FromResult(rows is not [var (member, station, _, _), ..]
                ? null
                : new Membership(station.ToStation(rows.Select(row => row.Year).Distinct(), rows.Select(row => row.Tier).Distinct()), member.ToMember()));
        },
        cancellation);

    /// <returns>Null for somebody who left.</returns>
    public Task<Membership?> FindMembershipAsync(long memberId, CancellationToken cancellation = default) => database.ReadKeptAsync(
        Database.NoStation,
        (nameof(FindMembershipAsync), memberId),
        async connection =>
            await connection.QuerySingleOrDefaultAsync<MemberRow>("SELECT id, station_id AS StationId, name, role FROM member WHERE id = @memberId AND left_on IS NULL", new { memberId }) is { } member
                && await LoadAsync(connection, member.StationId) is { } station
                ? new Membership(station, member.ToMember())
                : null,
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

    /// <summary>
    /// The member leaves on this day: no account speaks for the station any more, each is free for another; what the member did stays.
    /// </summary>
    public Task<MemberRemoval> RemoveMemberAsync(long stationId, MemberKey who, DateOnly day, CancellationToken cancellation = default) => database.WriteAsync<MemberRemoval>(
        Durability.Power,
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<MemberRow>(
                """
                SELECT id, station_id AS StationId, name, role FROM member
                WHERE station_id = @stationId AND left_on IS NULL
                  AND (name = @Name OR id = (SELECT member_id FROM account WHERE channel = @Channel AND user_id = @UserId))
                """,
                new { stationId, who.Name, who.Channel, who.UserId });
            if (row is null)
            {
                return new MemberRemoval.NotFound();
            }

            var member = row.ToMember();
            if (member.Role == Role.Lead && await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM member WHERE station_id = @stationId AND role = @lead AND left_on IS NULL AND id <> @Id",
                new { stationId, lead = nameof(Role.Lead), member.Id }) == 0)
            {
                return new MemberRemoval.LastLead(member);
            }

            await connection.ExecuteAsync("UPDATE member SET left_on = @day WHERE id = @Id", new { day, member.Id });
            await connection.ExecuteAsync("DELETE FROM account WHERE member_id = @Id", member);
            return new MemberRemoval.Removed(member);
        },
        cancellation);

    /// <summary>Lets a tier hold from a day on; what ended before that day keeps its targets (product.md §3.16).</summary>
    public Task SetTierAsync(long stationId, Tier tier, DateOnly from, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        connection => connection.ExecuteAsync(
            """
            INSERT INTO station_tier (station_id, starts, tier) VALUES (@stationId, @from, @tier)
            ON CONFLICT (station_id, starts) DO UPDATE SET tier = excluded.tier
            """,
            new { stationId, from, tier = (int)tier }),
        cancellation);

    /// <returns>The year of the station that it overlaps, which is itself when it was there already; null when it was added.</returns>
    public Task<ProjectYear?> AddYearAsync(long stationId, ProjectYear year, CancellationToken cancellation = default) => database.WriteAsync<ProjectYear?>(
        Durability.Power,
        async connection =>
        {
            var station = await LoadAsync(connection, stationId);
            foreach (var other in station!.Years)
            {
                if (other.Period.Cut(year.Period) is not null)
                {
                    return other;
                }
            }

            await connection.ExecuteAsync("INSERT INTO project_year (station_id, starts) VALUES (@stationId, @Start)", new { stationId, year.Start });
            return null;
        },
        cancellation);

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

    /// <summary>Everybody who works at the station now, in the order of joining.</summary>
    public Task<IReadOnlyList<Member>> ActiveMembersAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Member>>(
        async connection => [.. (await connection.QueryAsync<MemberRow>(
            "SELECT id, station_id AS StationId, name, role FROM member WHERE station_id = @stationId AND left_on IS NULL ORDER BY id",
            new { stationId })).Select(row => row.ToMember())],
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
        var tiers = await connection.QueryAsync<TierRow>("SELECT starts, tier FROM station_tier WHERE station_id = @id ORDER BY starts", new { id });
        return row.ToStation(years, tiers);
    }

    private sealed record StationRow
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required bool IsDemo { get; init; }

        public Station ToStation(IEnumerable<DateOnly> years, IEnumerable<TierRow> tiers) => new()
        {
            Id = Id,
            Name = Name,
            IsDemo = IsDemo,
            Years = [.. years.Select(start => new ProjectYear(start))],
            Tiers = new TierHistory([.. tiers.Select(tier => (tier.Starts, (Tier)tier.Tier))]),
        };
    }

    private sealed record TierRow
    {
        public required DateOnly Starts { get; init; }
        public required int Tier { get; init; }
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

/// <summary>A member by name, or by an account.</summary>
public sealed record MemberKey(string? Name, string? Channel, string? UserId);

/// <summary>What became of a member that was to leave.</summary>
public abstract record MemberRemoval
{
    public sealed record Removed(Member Member) : MemberRemoval;

    /// <summary>Nothing was changed: a station is never without a lead.</summary>
    public sealed record LastLead(Member Member) : MemberRemoval;

    public sealed record NotFound : MemberRemoval;
}
