using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;

namespace StationBot.Records;

/// <summary>One change of the roster.</summary>
/// <param name="Before">Null where it made the person known, or where what was before must not be kept.</param>
/// <param name="After">Null where it took back what had made the person known.</param>
internal sealed record PersonStep(long StationId, long PersonId, DateTimeOffset At, string Action, RosterEntry? Before, RosterEntry? After)
{
    /// <summary>Null for an import.</summary>
    public long? MemberId { get; init; }

    /// <summary>Follows from the message (<see cref="Entry.Cause"/>).</summary>
    public string? Cause { get; init; }

    /// <inheritdoc cref="Entry.Deed"/>
    public string? Deed { get; init; }
}

/// <summary>A change of a person that can be turned round.</summary>
/// <param name="Before">What to go back to; null where it made the person known.</param>
internal sealed record PersonTurn(int Step, string Action, RosterEntry? Before);

/// <summary>The table <c>person_history</c>: what can be taken back, and what can be recounted.</summary>
internal static class PersonHistory
{
    public const string Added = "add";
    public const string Changed = "edit";
    public const string Flagged = "flag";
    public const string Left = "leave";
    public const string Returned = "return";
    public const string Undone = "undo";
    public const string Redone = "redo";
    public const string Imported = "import";
    public const string Erased = "erase";

    public static Task RememberAsync(DbConnection connection, PersonStep step) => connection.ExecuteAsync(
        """
        INSERT INTO person_history (station_id, person_id, step, at, member_id, action, before, after, cause, deed)
        VALUES (@StationId, @PersonId, (SELECT COUNT(*) + 1 FROM person_history WHERE station_id = @StationId AND person_id = @PersonId),
          @at, @MemberId, @Action, @before, @after, @Cause, @Deed)
        """,
        new
        {
            step.StationId,
            step.PersonId,
            at = RecordStore.Utc(step.At),
            step.MemberId,
            step.Action,
            before = Json(step.Before),
            after = Json(step.After),
            step.Cause,
            step.Deed,
        });

    /// <summary>The person's changes that can be turned round: what was not taken back, or with <paramref name="isUndo"/> false what was; the newest last.</summary>
    public static async Task<IReadOnlyList<PersonTurn>> OpenAsync(DbConnection connection, long stationId, long personId, bool isUndo)
    {
        var rows = await connection.QueryAsync<(int Step, string Action, string? Before)>(
            "SELECT step, action, before FROM person_history WHERE station_id = @stationId AND person_id = @personId ORDER BY step",
            new { stationId, personId });
        var (standing, undone) = (new List<PersonTurn>(), new List<PersonTurn>());
        foreach (var (step, action, before) in rows)
        {
            var (from, to) = action == Undone ? (standing, undone) : (undone, standing);
            if (action is Undone or Redone)
            {
                from.RemoveRange(Math.Max(0, from.Count - 1), Math.Min(1, from.Count));
            }
            else
            {
                undone.Clear();
            }

            to.Add(new PersonTurn(step, action, Entry(before)));
        }

        return isUndo ? standing : undone;
    }

    /// <summary>How many changes the person has seen.</summary>
    public static Task<int> StepsAsync(DbConnection connection, long stationId, long personId) => connection.ExecuteScalarAsync<int>(
        "SELECT COUNT(*) FROM person_history WHERE station_id = @stationId AND person_id = @personId",
        new { stationId, personId });

    /// <summary>The person whom a message changed already.</summary>
    public static Task<long?> CausedAsync(DbConnection connection, long stationId, string cause) => connection.QuerySingleOrDefaultAsync<long?>(
        "SELECT person_id FROM person_history WHERE station_id = @stationId AND cause = @cause",
        new { stationId, cause });

    /// <summary>All that the person ever was.</summary>
    public static async Task<IReadOnlyList<RosterEntry>> StatesAsync(DbConnection connection, long stationId, long personId)
    {
        var texts = await connection.QueryAsync<(string? Before, string? After)>(
            "SELECT before, after FROM person_history WHERE station_id = @stationId AND person_id = @personId ORDER BY step",
            new { stationId, personId });
        return [.. texts.SelectMany(text => new[] { Entry(text.Before), Entry(text.After) }).OfType<RosterEntry>()];
    }

    /// <summary>Who was known once and is no longer, as they last were.</summary>
    public static async Task<List<RosterEntry>> ForgottenAsync(DbConnection connection, long stationId)
    {
        var texts = await connection.QueryAsync<(long PersonId, string Json)>(
            """
            SELECT person_id, COALESCE(after, before) FROM person_history
            WHERE station_id = @stationId AND COALESCE(after, before) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = person_history.person_id)
            ORDER BY person_id, step
            """,
            new { stationId });
        return [.. texts.GroupBy(text => text.PersonId).Select(steps => Entry(steps.Last().Json)! with { Id = steps.Key })];
    }

    /// <summary>Takes all that identifies out of the person's changes; the days, domains and flags stay, because they are counted.</summary>
    public static async Task EraseAsync(DbConnection connection, PersonStep step, string gone)
    {
        var rows = await connection.QueryAsync<(long Id, string? Before, string? After)>(
            "SELECT id, before, after FROM person_history WHERE station_id = @StationId AND person_id = @PersonId ORDER BY step",
            new { step.StationId, step.PersonId });
        foreach (var (id, before, after) in rows)
        {
            await connection.ExecuteAsync(
                "UPDATE person_history SET before = @before, after = @after WHERE id = @id",
                new { id, before = Json(Entry(before)?.Erase(gone)), after = Json(Entry(after)?.Erase(gone)) });
        }

        await RememberAsync(connection, step);
    }

    private static string? Json(RosterEntry? entry) => entry is null ? null : JsonSerializer.Serialize(entry, RosterJson.Default.RosterEntry);

    private static RosterEntry? Entry(string? json) => json is null ? null : JsonSerializer.Deserialize(json, RosterJson.Default.RosterEntry);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RosterEntry))]
internal sealed partial class RosterJson : JsonSerializerContext;
