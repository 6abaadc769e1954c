using System.Data.Common;
using Dapper;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>What became of a wish to change the roster.</summary>
public abstract record RosterChange
{
    /// <param name="Before">Null for somebody new.</param>
    /// <param name="After">Without an id where the person is known no longer.</param>
    /// <param name="Step">How many changes the person has seen by now.</param>
    public sealed record Done(RosterEntry? Before, RosterEntry After, int Step) : RosterChange;

    /// <summary>The station knows no such person.</summary>
    public sealed record NotFound : RosterChange;

    /// <summary>Somebody else changed the person meanwhile, or there is nothing more to take back.</summary>
    public sealed record Stale(RosterEntry Person) : RosterChange;

    /// <summary>Name and community are another person's already (product.md §8).</summary>
    public sealed record SamePerson(RosterEntry Other) : RosterChange;
}

/// <summary>A person with the number of changes that the person has seen.</summary>
public sealed record KnownPerson(RosterEntry Entry, int Step);

/// <summary>A change of a person, as it is wished.</summary>
/// <param name="Cause">Of the message or the card: the same again changes nothing more.</param>
/// <param name="Step">How many changes the person had seen when it was wished; null where that doesn't matter.</param>
public sealed record RosterWish(Membership By, string Cause, long Id, int? Step);

/// <summary>The persons of a station one by one. Every change is one transaction, keyed against repetition and kept in the history.</summary>
public sealed class PersonStore(Database database, TimeProvider time)
{
    /// <returns>Null when the station knows no such person.</returns>
    public Task<KnownPerson?> FindAsync(long stationId, long id, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => FindAsync(connection, stationId, id), cancellation);

    /// <param name="cause">Of the card: saved twice, it adds once.</param>
    public Task<RosterChange> AddAsync(Membership by, string cause, RosterEntry entry, CancellationToken cancellation = default) => database.WriteAsync<RosterChange>(
        Durability.Power,
        async connection =>
        {
            var stationId = by.Station.Id;
            if (await PersonHistory.CausedAsync(connection, stationId, cause) is { } caused)
            {
                return await FindAsync(connection, stationId, caused) is { } again ? new RosterChange.Done(again.Entry, again.Entry, again.Step) : new RosterChange.NotFound();
            }

            var named = (await NamesakesAsync(connection, stationId, entry.Name)).ConvertAll(person => person.Entry);
            var before = named.Find(person => person.Community == entry.Community) ?? (named is [{ IsStub: true } met] ? met : null);
            return before is { IsStub: false }
                ? new RosterChange.SamePerson(before)
                : await SaveAsync(connection, new Doing(by, cause, PersonHistory.Added), before, entry with { Id = before?.Id });
        },
        cancellation);

    public Task<RosterChange> EditAsync(RosterWish wish, Func<RosterEntry, RosterEntry> change, CancellationToken cancellation = default) =>
        ChangeAsync(wish, PersonHistory.Changed, change, cancellation);

    public Task<RosterChange> FlagAsync(RosterWish wish, bool revisit, CancellationToken cancellation = default) =>
        ChangeAsync(wish, PersonHistory.Flagged, person => person with { Revisit = revisit }, cancellation);

    /// <param name="day">The first on which the person is no longer listed.</param>
    public Task<RosterChange> LeaveAsync(RosterWish wish, DateOnly day, string reason, CancellationToken cancellation = default) =>
        ChangeAsync(wish, PersonHistory.Left, person => person.Leave(day, reason), cancellation);

    /// <param name="day">The first on which the person is listed again.</param>
    public Task<RosterChange> ReturnAsync(RosterWish wish, DateOnly day, CancellationToken cancellation = default) =>
        ChangeAsync(wish, PersonHistory.Returned, person => person.Return(day), cancellation);

    /// <summary>
    /// Takes the last change back that stands. Who was added by it is known no longer, or, where records tell of the person, no longer listed.
    /// </summary>
    /// <param name="deed">Where 撤销 takes back the last thing that the member did (<see cref="DeedEntry.Deed"/>).</param>
    public Task<RosterChange> UndoAsync(RosterWish wish, string? deed = null, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            var (person, refused) = await BeforeAsync(connection, wish, allowsAnyStep: false);
            if (person is null)
            {
                return refused!;
            }

            if (await PersonHistory.OpenAsync(connection, wish.By.Station.Id, wish.Id, isUndo: true) is not [.., { Action: not (PersonHistory.Erased or PersonHistory.Imported) } change])
            {
                return new RosterChange.Stale(person.Entry);
            }

            var doing = new Doing(wish.By, wish.Cause, PersonHistory.Undone) { Deed = deed };
            return change.Before is { } before ? await SaveOnlyOneAsync(connection, doing, person.Entry, before with { Id = wish.Id })
                : await IsRecordedAsync(connection, wish.Id) ? await SaveAsync(connection, doing, person.Entry, person.Entry with { Areas = [], Revisit = false })
                : await ForgetAsync(connection, doing, person.Entry);
        },
        cancellation);

    /// <summary>Makes the person again what was taken back last, also somebody who is known no longer.</summary>
    /// <inheritdoc cref="UndoAsync" path="/param"/>
    public Task<RosterChange> RedoAsync(RosterWish wish, string? deed = null, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            var stationId = wish.By.Station.Id;
            var (person, refused) = await BeforeAsync(connection, wish, allowsAnyStep: false);
            if (person is null && (refused is not RosterChange.NotFound || await PersonHistory.StepsAsync(connection, stationId, wish.Id) != wish.Step))
            {
                return refused!;
            }

            var doing = new Doing(wish.By, wish.Cause, PersonHistory.Redone) { Deed = deed };
            return await PersonHistory.OpenAsync(connection, stationId, wish.Id, isUndo: false) is not [.., { Before: { } undone }] ? person is null ? new RosterChange.NotFound() : new RosterChange.Stale(person.Entry)
                : person is not null ? await SaveOnlyOneAsync(connection, doing, person.Entry, undone with { Id = wish.Id })
                : await KnowAgainAsync(connection, doing, undone with { Id = wish.Id });
        },
        cancellation);

    private Task<RosterChange> ChangeAsync(RosterWish wish, string action, Func<RosterEntry, RosterEntry> change, CancellationToken cancellation) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            var (person, refused) = await BeforeAsync(connection, wish, allowsAnyStep: wish.Step is null);
            if (person is null)
            {
                return refused!;
            }

            return await SaveOnlyOneAsync(connection, new Doing(wish.By, wish.Cause, action), person.Entry, change(person.Entry));
        },
        cancellation);

    /// <summary>Saves unless name and community are another person's by now.</summary>
    private async Task<RosterChange> SaveOnlyOneAsync(DbConnection connection, Doing doing, RosterEntry before, RosterEntry after)
    {
        var namesakes = await NamesakesAsync(connection, doing.By.Station.Id, after.Name);
        return namesakes.Find(other => other.Entry.Id != before.Id && other.Entry.Community == after.Community) is { } same
            ? new RosterChange.SamePerson(same.Entry)
            : await SaveAsync(connection, doing, before, after);
    }

    /// <returns>The person to change, or why nothing is to be changed.</returns>
    private static async Task<(KnownPerson? Person, RosterChange? Refused)> BeforeAsync(DbConnection connection, RosterWish wish, bool allowsAnyStep)
    {
        var stationId = wish.By.Station.Id;
        var caused = await PersonHistory.CausedAsync(connection, stationId, wish.Cause) is not null;
        return await FindAsync(connection, stationId, wish.Id) switch
        {
            null => (null, new RosterChange.NotFound()),
            var person when caused => (null, new RosterChange.Done(person.Entry, person.Entry, person.Step)),
            var person when !allowsAnyStep && person.Step != wish.Step => (null, new RosterChange.Stale(person.Entry)),
            var person => (person, null),
        };
    }

    private async Task<RosterChange> SaveAsync(DbConnection connection, Doing doing, RosterEntry? before, RosterEntry after)
    {
        var stationId = doing.By.Station.Id;
        if (before is null || !after.SaysTheSameAs(before))
        {
            after = after with { Id = await RosterImport.SaveAsync(connection, stationId, after) };
            await PersonHistory.RememberAsync(connection, doing.Step(after.Id!.Value, time.GetUtcNow(), before, after));
        }

        var now = await FindAsync(connection, stationId, after.Id!.Value);
        return new RosterChange.Done(before, now!.Entry, now.Step);
    }

    /// <summary>The person comes back under the same id, so what was changed later can be done again too.</summary>
    private async Task<RosterChange> KnowAgainAsync(DbConnection connection, Doing doing, RosterEntry person)
    {
        var stationId = doing.By.Station.Id;
        if ((await NamesakesAsync(connection, stationId, person.Name)).Find(other => other.Entry.Community == person.Community) is { } same)
        {
            return new RosterChange.SamePerson(same.Entry);
        }

        await connection.ExecuteAsync(
            "INSERT INTO person (id, station_id, name, community, entered) VALUES (@Id, @stationId, @Name, @Community, @Entered)",
            new { person.Id, stationId, person.Name, person.Community, person.Entered });
        return await SaveAsync(connection, doing, null, person);
    }

    private async Task<RosterChange> ForgetAsync(DbConnection connection, Doing doing, RosterEntry person)
    {
        await connection.ExecuteAsync(
            """
            DELETE FROM person_area WHERE person_id = @Id;
            DELETE FROM person_tag WHERE person_id = @Id;
            DELETE FROM person_alias WHERE person_id = @Id;
            DELETE FROM person WHERE id = @Id;
            """,
            new { person.Id });
        await PersonHistory.RememberAsync(connection, doing.Step(person.Id!.Value, time.GetUtcNow(), person, null));
        return new RosterChange.Done(person, person with { Id = null, Areas = [], Revisit = false }, 0);
    }

    private static async Task<KnownPerson?> FindAsync(DbConnection connection, long stationId, long id)
    {
        var found = await RosterImport.LoadAsync(connection, stationId, id);
        return found is not [var person] ? null : new KnownPerson(person, await PersonHistory.StepsAsync(connection, stationId, id));
    }

    private static async Task<List<KnownPerson>> NamesakesAsync(DbConnection connection, long stationId, string name)
    {
        var ids = await connection.QueryAsync<long>("SELECT id FROM person WHERE station_id = @stationId AND name = @name ORDER BY id", new { stationId, name });
        var found = new List<KnownPerson>();
        foreach (var id in ids)
        {
            found.Add((await FindAsync(connection, stationId, id))!);
        }

        return found;
    }

    private static async Task<bool> IsRecordedAsync(DbConnection connection, long id) =>
        await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM record_person WHERE person_id = @id", new { id }) > 0;

    /// <summary>Who does what, because of which message.</summary>
    private sealed record Doing(Membership By, string Cause, string Action)
    {
        /// <inheritdoc cref="Entry.Deed"/>
        public string? Deed { get; init; }

        public PersonStep Step(long id, DateTimeOffset at, RosterEntry? before, RosterEntry? after) =>
            new(By.Station.Id, id, at, Action, before, after) { MemberId = By.Member.Id, Cause = Cause, Deed = Deed };
    }
}
