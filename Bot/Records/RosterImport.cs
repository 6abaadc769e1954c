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
public sealed class RosterImport(Database database)
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
        ? database.ReadAsync(connection => RunAsync(connection, stationId, rows, _ => Task.CompletedTask, progress), cancellation)
        : database.WriteAsync(
            Durability.Power,
            connection => RunAsync(
                connection,
                stationId,
                rows,
                person =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return SaveAsync(connection, stationId, person);
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
        };
        var id = await connection.QuerySingleAsync<long>(
            person.Id is null
                ? """
                  INSERT INTO person (station_id, name, community, gender, born, home, phone, guardian, revisit, entered, left_on, left_reason)
                  VALUES (@stationId, @Name, @Community, @Gender, @Born, @Home, @Phone, @Guardian, @Revisit, @Entered, @Left, @LeftReason)
                  RETURNING id
                  """
                : """
                  UPDATE person SET community = @Community, gender = @Gender, born = @Born, home = @Home, phone = @Phone, guardian = @Guardian,
                    revisit = @Revisit, entered = @Entered, left_on = @Left, left_reason = @LeftReason
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
        Func<RosterEntry, Task> save,
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
                await save(after);
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

    internal static async Task<List<RosterEntry>> LoadAsync(DbConnection connection, long stationId)
    {
        var people = await connection.QueryAsync<RosterEntry>(
            """
            SELECT id, name, community, gender, born, home, phone, guardian, revisit, entered, left_on AS "Left", left_reason AS LeftReason
            FROM person
            WHERE station_id = @stationId
            ORDER BY id
            """,
            new { stationId });
        var areas = await ChildrenAsync(connection, "person_area", "area", stationId);
        var tags = await ChildrenAsync(connection, "person_tag", "tag", stationId);
        var aliases = await ChildrenAsync(connection, "person_alias", "alias", stationId);
        return [.. people.Select(person => person with
        {
            Areas = [.. areas[person.Id!.Value]],
            Tags = [.. tags[person.Id!.Value]],
            Aliases = [.. aliases[person.Id!.Value]],
        })];
    }

    private static async Task<ILookup<long, string>> ChildrenAsync(DbConnection connection, string table, string column, long stationId)
    {
        var rows = await connection.QueryAsync<(long Id, string Value)>(
            $"SELECT child.person_id, child.{column} FROM person JOIN {table} child ON child.person_id = person.id WHERE person.station_id = @stationId",
            new { stationId });
        return rows.ToLookup(row => row.Id, row => row.Value);
    }
}
