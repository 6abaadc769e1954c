using System.Data.Common;
using Dapper;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>One row of a roster: whom it means, and what it changes. What it doesn't speak of stays as it is.</summary>
/// <param name="Community">Null where the roster doesn't tell: then the only person of the name is meant.</param>
/// <param name="Entered">入册日期 of somebody new, where the row tells none.</param>
public sealed record RosterRow(string Name, string? Community, DateOnly Entered, Func<RosterEntry, RosterEntry> Change);

public sealed record RosterImportResult(int Added, int Updated, int Unchanged);

/// <summary>Whole rosters in one transaction (product.md §8).</summary>
public sealed class RosterImport(Database database, TimeProvider time)
{
    /// <summary>Everybody whom the station knows, listed, met or gone.</summary>
    public Task<IReadOnlyList<RosterEntry>> EverybodyAsync(long stationId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<RosterEntry>>(async connection => await LoadAsync(connection, stationId), cancellation);

    /// <param name="isDryRun">Says what would happen and changes nothing.</param>
    /// <param name="progress">Told after each row how many are done.</param>
    public Task<RosterImportResult> RunAsync(
        long stationId,
        IReadOnlyList<RosterRow> rows,
        bool isDryRun,
        Action<int>? progress = null,
        CancellationToken cancellation = default) => isDryRun
        ? database.ReadAsync(connection => RunAsync(connection, stationId, rows, (_, _) => Task.CompletedTask, progress), cancellation)
        : database.WriteAsync(
            Durability.Power,
            connection => RunAsync(
                connection,
                stationId,
                rows,
                async (before, after) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    var saved = after with { Id = await SaveAsync(connection, stationId, after) };
                    await PersonHistory.RememberAsync(connection, new PersonStep(stationId, saved.Id.Value, time.GetUtcNow(), PersonHistory.Imported, before, saved));
                },
                progress),
            cancellation);

    /// <returns>The person's id.</returns>
    internal static async Task<long> SaveAsync(DbConnection connection, long stationId, RosterEntry person)
    {
        var row = new
        {
            stationId,
            person.Id,
            person.Name,
            person.Community,
            person.Gender,
            person.Born,
            person.Home,
            person.Phone,
            person.Guardian,
            person.Revisit,
            person.Entered,
            person.Left,
            person.LeftReason,
            person.Away,
        };
        var id = await connection.QuerySingleAsync<long>(
            person.Id is null
                ? """
                  INSERT INTO person (station_id, name, community, gender, born, home, phone, guardian, revisit, entered, left_on, left_reason, away)
                  VALUES (@stationId, @Name, @Community, @Gender, @Born, @Home, @Phone, @Guardian, @Revisit, @Entered, @Left, @LeftReason, @Away)
                  RETURNING id
                  """
                : """
                  UPDATE person SET name = @Name, community = @Community, gender = @Gender, born = @Born, home = @Home, phone = @Phone, guardian = @Guardian,
                    revisit = @Revisit, entered = @Entered, left_on = @Left, left_reason = @LeftReason, away = @Away
                  WHERE station_id = @stationId AND id = @Id
                  RETURNING id
                  """,
            row);
        await ReplaceAsync(connection, "person_area", "area", id, person.Areas);
        await ReplaceAsync(connection, "person_tag", "tag", id, person.Tags);
        await ReplaceAsync(connection, "person_alias", "alias", id, person.Aliases);
        return id;
    }

    private static async Task<RosterImportResult> RunAsync(
        DbConnection connection,
        long stationId,
        IReadOnlyList<RosterRow> rows,
        Func<RosterEntry?, RosterEntry, Task> save,
        Action<int>? progress)
    {
        var known = (await LoadAsync(connection, stationId)).ToLookup(person => person.Name);
        var namesakes = rows.CountBy(row => row.Name).ToDictionary();
        int added = 0, updated = 0, done = 0;
        foreach (var row in rows)
        {
            var before = Find(known[row.Name], row, isOnlyOne: namesakes[row.Name] == 1);
            var after = row.Change(before is null or { IsStub: true }
                ? new RosterEntry { Id = before?.Id, Name = row.Name, Community = row.Community ?? "", Entered = row.Entered }
                : before);
            if (before is null)
            {
                added++;
            }
            else if (!after.SaysTheSameAs(before))
            {
                updated++;
            }

            if (before is null || !after.SaysTheSameAs(before))
            {
                await save(before, after);
            }

            progress?.Invoke(++done);
        }

        return new RosterImportResult(added, updated, rows.Count - added - updated);
    }

    private static RosterEntry? Find(IEnumerable<RosterEntry> sameName, RosterRow row, bool isOnlyOne)
    {
        var people = sameName.ToList();
        if (row.Community is null)
        {
            return people is [var only] ? only : null;
        }

        return people.Find(person => person.Community == row.Community)
            ?? (isOnlyOne && people is [{ IsStub: true } stub] ? stub : null);
    }

    private static async Task ReplaceAsync(DbConnection connection, string table, string column, long id, IReadOnlyList<string> values)
    {
        await connection.ExecuteAsync($"DELETE FROM {table} WHERE person_id = @id", new { id });
        foreach (var value in values.Distinct())
        {
            await connection.ExecuteAsync($"INSERT INTO {table} (person_id, {column}) VALUES (@id, @value)", new { id, value });
        }
    }

    /// <param name="id">Of the only one to load.</param>
    internal static async Task<List<RosterEntry>> LoadAsync(DbConnection connection, long stationId, long? id = null)
    {
        var people = await connection.QueryAsync<RosterEntry>(
            """
            SELECT id, name, community, gender, born, home, phone, guardian, revisit, entered, left_on AS "Left", left_reason AS LeftReason, away
            FROM person
            WHERE station_id = @stationId AND (@id IS NULL OR id = @id)
            ORDER BY id
            """,
            new { stationId, id });
        var areas = await ChildrenAsync(connection, "person_area", "area", stationId, id);
        var tags = await ChildrenAsync(connection, "person_tag", "tag", stationId, id);
        var aliases = await ChildrenAsync(connection, "person_alias", "alias", stationId, id);
        return [.. people.Select(person => person with
        {
            Areas = [.. areas[person.Id!.Value]],
            Tags = [.. tags[person.Id!.Value]],
            Aliases = [.. aliases[person.Id!.Value]],
        })];
    }

    private static async Task<ILookup<long, string>> ChildrenAsync(DbConnection connection, string table, string column, long stationId, long? id)
    {
        var rows = await connection.QueryAsync<(long Id, string Value)>(
            $"SELECT child.person_id, child.{column} FROM person JOIN {table} child ON child.person_id = person.id WHERE person.station_id = @stationId AND (@id IS NULL OR person.id = @id) ORDER BY 2",
            new { stationId, id });
        return rows.ToLookup(row => row.Id, row => row.Value);
    }
}
