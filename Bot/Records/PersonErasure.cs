using System.Data.Common;
using Dapper;
using StationBot.Naming;
using StationBot.Records.Evidence;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>What became of a request to erase a person.</summary>
public abstract record Erased
{
    /// <param name="As">What stands in the place of the name.</param>
    /// <param name="IsScrubbed">False when the old bytes stand in the database's log until its next restart.</param>
    public sealed record Done(string As, bool IsScrubbed) : Erased;

    /// <summary>Nothing was changed.</summary>
    public sealed record NotFound : Erased;

    /// <summary>Nothing was changed.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Communities) : Erased;
}

/// <summary>
/// Erases a resident on request (product.md §7): the counts stay, the name and all that identifies go, out of the person, the records, their
/// history, and what was said in chat, whose cards and receipts hold names.
/// </summary>
public sealed class PersonErasure(Database database, ContentStore files, TimeProvider time)
{
    /// <summary>The records that name the person, and those of the cases and groups that the person is in.</summary>
    private const string Own =
        """
        station_id = @StationId AND number IN (
          SELECT number FROM record_person WHERE station_id = @StationId AND person_id = @Id
          UNION SELECT number FROM record WHERE station_id = @StationId AND file_id IN (SELECT file_id FROM record
            JOIN record_person USING (station_id, number) WHERE station_id = @StationId AND person_id = @Id))
        """;

    private const string OwnFiles =
        """
        station_id = @StationId AND id IN (SELECT file_id FROM record
          JOIN record_person USING (station_id, number) WHERE station_id = @StationId AND person_id = @Id)
        """;

    private const string Station = "station_id = @StationId";

    /// <summary>Pictures of the records that are about this person alone, where nothing else needs them.</summary>
    private const string Pictures =
        """
        WITH own AS (SELECT id, hash FROM attachment WHERE station_id = @StationId AND number IN (
          SELECT number FROM record_person WHERE station_id = @StationId GROUP BY number HAVING MIN(person_id) = @Id AND MAX(person_id) = @Id))
        SELECT DISTINCT hash FROM own
        WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = own.hash AND attachment.id NOT IN (SELECT id FROM own))
        """;

    /// <summary>Browser conversations, but for those of other stations' members.</summary>
    private const string Chats =
        """
        conversation NOT IN (SELECT 'web-' || user_id FROM account JOIN member ON member.id = account.member_id
          WHERE channel = 'webchat' AND station_id <> @StationId)
        """;

    private static readonly (string Table, string Column)[] RecordTexts =
    [
        ("record", "name"), ("record", "content"), ("record", "details"), ("record_history", "before"), ("record_history", "after"),
        ("attachment", "name"),
    ];

    /// <param name="community">Null where the name alone tells who it is.</param>
    public async Task<Erased> EraseAsync(long stationId, string name, string? community, CancellationToken cancellation = default)
    {
        string[] pictures = [];
        var erased = await database.WriteAsync<Erased>(
            Durability.Power,
            async connection =>
            {
                // In the file itself zeros take the place of what goes.
                await connection.ExecuteAsync("PRAGMA secure_delete=ON");
                var everybody = await RosterImport.LoadAsync(connection, stationId);
                var found = everybody.FindAll(IsMeant);
                if (found.Count == 0)
                {
                    // Added by mistake and taken back: nobody's any more, but said in chat and kept in the history.
                    found = (await PersonHistory.ForgottenAsync(connection, stationId)).FindAll(IsMeant);
                }

                switch (found)
                {
                    case []:
                        return new Erased.NotFound();
                    case [var person]:
                        var gone = $"{PersonName.ErasedPrefix}{everybody.Count(other => other.Name.StartsWith(PersonName.ErasedPrefix, StringComparison.Ordinal)) + 1}";
                        everybody.Remove(person);
                        pictures = [.. await connection.QueryAsync<string>(Pictures, new Whose(stationId, person.Id!.Value))];
                        await RedactAsync(connection, new Whose(stationId, person.Id.Value), person, everybody, gone);
                        await ForgetAsync(connection, person.Id.Value, gone);
                        await PersonHistory.EraseAsync(connection, new PersonStep(stationId, person.Id.Value, time.GetUtcNow(), PersonHistory.Erased, null, person.Erase(gone)), gone);
                        await DropLedgersAsync(connection, stationId);
                        return new Erased.Done(gone, IsScrubbed: true);
                    default:
                        return new Erased.Ambiguous([.. found.Select(person => person.Community)]);
                }
            },
            cancellation);

        // That they were there stays, as evidence; the bytes go only once nothing can bring the name back.
        Array.ForEach(pictures, files.Forget);
        return erased is Erased.Done done ? done with { IsScrubbed = await database.ScrubAsync(cancellation) } : erased;

        bool IsMeant(RosterEntry person) =>
            person.Name == name && !name.StartsWith(PersonName.ErasedPrefix, StringComparison.Ordinal) && (community is null || person.Community == community);
    }

    /// <summary>The domains, the days and the revisit flag stay: they are counted.</summary>
    private static Task ForgetAsync(DbConnection connection, long id, string gone) => connection.ExecuteAsync(
        """
        DELETE FROM person_alias WHERE person_id = @id;
        DELETE FROM person_tag WHERE person_id = @id;
        UPDATE person SET name = @gone, community = '', gender = NULL, born = NULL, home = NULL, phone = NULL, guardian = NULL, left_reason = NULL
        WHERE id = @id;
        """,
        new { id, gone });

    /// <summary>Excel files hold names and are made again when they are asked for; what they were evidence of stays marked.</summary>
    private async Task DropLedgersAsync(DbConnection connection, long stationId)
    {
        foreach (var hash in await connection.QueryAsync<string>(
            "SELECT hash FROM ledger WHERE station_id = @stationId AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = ledger.hash)",
            new { stationId }))
        {
            files.Forget(hash);
        }

        await connection.ExecuteAsync(
            """
            DELETE FROM ledger_record WHERE station_id = @stationId;
            DELETE FROM ledger WHERE station_id = @stationId;
            """,
            new { stationId });
    }

    private static async Task RedactAsync(DbConnection connection, Whose whose, RosterEntry person, List<RosterEntry> others, string gone)
    {
        // What the person was called, or had, before it was changed identifies too.
        var former = await PersonHistory.StatesAsync(connection, whose.StationId, whose.Id);
        var words = former.Append(person).SelectMany(Words).ToHashSet();
        var kept = others.SelectMany(Words).ToHashSet();
        var everything = new Redaction(words, kept.Except(words), gone);
        // Elsewhere a word that somebody else goes by, too, may mean that one.
        var unmistakable = new Redaction(words, kept, gone);

        foreach (var (table, column) in RecordTexts)
        {
            await RewriteAsync(connection, table, column, Own, whose, everything);
            await RewriteAsync(connection, table, column, Station, whose, unmistakable);
        }

        await RewriteAsync(connection, "person_history", "before", Station, whose, unmistakable);
        await RewriteAsync(connection, "person_history", "after", Station, whose, unmistakable);
        await RewriteAsync(connection, "form_draft", "inputs", Station, whose, everything);
        await RewriteAsync(connection, "form_draft", "telling", Station, whose, everything);
        await RewriteAsync(connection, "case_file", "name", OwnFiles, whose, everything);
        await RewriteAsync(connection, "case_file", "name", Station, whose, unmistakable);
        await RewriteAsync(connection, "webchat_activity", "body", Chats, whose, everything);
        await RewriteAsync(connection, "inbox", "body", "TRUE", whose, everything);
        await RewriteAsync(connection, "topic", "sentences", "TRUE", whose, everything);
    }

    private static IEnumerable<string> Words(RosterEntry person) =>
        new[] { person.Name, person.Label, person.Home, person.Phone, person.Guardian }.Concat(person.Aliases).OfType<string>().Where(word => word.Length > 1);

    private static async Task RewriteAsync(DbConnection connection, string table, string column, string where, Whose whose, Redaction redaction)
    {
        var texts = await connection.QueryAsync<string>($"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL AND {where}", whose);
        foreach (var before in texts)
        {
            var after = redaction.Apply(before);
            if (after != before)
            {
                await connection.ExecuteAsync(
                    $"UPDATE {table} SET {column} = @after WHERE {column} = @before AND {where}",
                    new { before, after, whose.StationId, whose.Id });
            }
        }
    }

    private sealed record Whose(long StationId, long Id);
}
