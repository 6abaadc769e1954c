using System.Data.Common;
using System.Text.Json;
using Dapper;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A form that was opened and is neither saved nor cancelled.</summary>
public sealed record FormDraft
{
    /// <summary>The id of the card: saving either copy of it saves once.</summary>
    public required string Card { get; init; }

    public required string Form { get; init; }

    /// <summary>The record that is changed; none where a new one is to be made.</summary>
    public long? Number { get; init; }

    /// <summary>As <see cref="StationRecord.Step"/> was when the form was opened.</summary>
    public int? Step { get; init; }

    /// <summary>By field id: what it was opened with, or what came back last.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>It came back with errors: what stands in it was typed by somebody.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>What was told that the form came from, in the words of whoever reads sentences; null for a form that was opened empty.</summary>
    public string? Telling { get; init; }
}

/// <summary>
/// Opened forms by member, so that they can be gone on with after a question, a restart, and on another channel. Written when a form is
/// opened, comes back or is saved, never by a question.
/// </summary>
public sealed class DraftStore(Database database, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string Columns = "card, form, number, step, inputs, submitted AS IsSubmitted, telling";

    /// <summary>The key of whatever saving the card makes.</summary>
    public static string KeyOf(Member member, string card) => $"card:{member.Id}:{card}";

    /// <summary>Keeps the form as it stands; an untouched one of the same kind makes room. What was saved already is no draft.</summary>
    /// <returns>As <see cref="TakeExpiredAsync"/>.</returns>
    public Task<IReadOnlyList<ExpiredDraft>> KeepAsync(Membership by, DraftPlace place, FormDraft draft, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Process,
        async connection =>
        {
            var bound = new
            {
                Key = KeyOf(by.Member, draft.Card),
                StationId = by.Station.Id,
                MemberId = by.Member.Id,
                place.Channel,
                place.Conversation,
                draft.Card,
                draft.Form,
                draft.Number,
                draft.Step,
                Inputs = JsonSerializer.Serialize(draft.Values, RecordJson.Default.IReadOnlyDictionaryStringString),
                draft.IsSubmitted,
                draft.Telling,
                Touched = RecordStore.Utc(time.GetUtcNow()),
            };
            var expired = await ExpiredAsync(connection, by.Member, place.Cause);
            await connection.ExecuteAsync(
                """
                DELETE FROM form_draft
                WHERE member_id = @MemberId AND form = @Form AND COALESCE(number, 0) = COALESCE(@Number, 0) AND key <> @Key AND NOT submitted AND told IS NULL AND dropped IS NULL
                """,
                bound);
            await connection.ExecuteAsync(
                """
                INSERT INTO form_draft (key, station_id, member_id, channel, conversation, card, form, number, step, inputs, submitted, touched, telling)
                SELECT @Key, @StationId, @MemberId, @Channel, @Conversation, @Card, @Form, @Number, @Step, @Inputs, @IsSubmitted, @Touched, @Telling
                WHERE NOT EXISTS (SELECT 1 FROM record WHERE station_id = @StationId AND (key = @Key OR batch = @Key))
                ON CONFLICT (key) DO UPDATE
                SET form = excluded.form, telling = COALESCE(excluded.telling, form_draft.telling), inputs = excluded.inputs, submitted = excluded.submitted, touched = excluded.touched, channel = excluded.channel, conversation = excluded.conversation,
                  told = NULL, dropped = NULL
                """,
                bound);
            return expired;
        },
        cancellation);

    /// <summary>The member's open forms, the one touched last first.</summary>
    public Task<IReadOnlyList<FormDraft>> OpenAsync(Member member, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<FormDraft>>(
        async connection => [.. (await connection.QueryAsync<DraftRow>(
            $"SELECT {Columns} FROM form_draft WHERE member_id = @Id AND touched >= @limit AND dropped IS NULL ORDER BY touched DESC, key DESC",
            new { member.Id, limit = Limit })).Select(row => row.ToDraft())],
        cancellation);

    /// <returns>Null when the card's form is saved or cancelled, or was told to have expired.</returns>
    public Task<FormDraft?> FindAsync(Member member, string card, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<DraftRow>(
            $"SELECT {Columns} FROM form_draft WHERE key = @key AND dropped IS NULL",
            new { key = KeyOf(member, card) }))?.ToDraft(),
        cancellation);

    /// <summary>What the member told last and hasn't saved, where nothing else was opened or recorded since.</summary>
    public Task<(FormDraft Draft, DateTimeOffset Touched)?> ToldAsync(Member member, CancellationToken cancellation = default) => database.ReadAsync<(FormDraft, DateTimeOffset)?>(
        async connection => await connection.QueryFirstOrDefaultAsync<DraftRow>(
            $"""
            SELECT {Columns}, touched FROM form_draft
            WHERE member_id = @Id AND touched >= @limit AND dropped IS NULL
              AND touched >= COALESCE((SELECT MAX(at) FROM record_history WHERE station_id = @StationId AND member_id = @Id), '')
            ORDER BY touched DESC, telling IS NULL, key DESC
            LIMIT 1
            """,
            new { member.Id, member.StationId, limit = Limit }) is { Telling: not null } row
            ? (row.ToDraft(), RecordStore.Moment(row.Touched!))
            : null,
        cancellation);

    /// <summary>Gives up a form.</summary>
    /// <param name="card">Null: the one touched last.</param>
    /// <param name="cause">Of the message: the same again gives up no other.</param>
    /// <returns>The form that the message gave up; null when there is none.</returns>
    public Task<FormDraft?> DropAsync(Member member, string? card, string cause, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Process,
        async connection => (await connection.QueryFirstOrDefaultAsync<DraftRow>(
            $"""
            UPDATE form_draft SET dropped = @cause
            WHERE key = (
              SELECT key FROM form_draft
              WHERE member_id = @Id AND (dropped = @cause OR dropped IS NULL AND touched >= @limit AND (@key IS NULL OR key = @key))
              ORDER BY dropped IS NULL, touched DESC, key DESC
              LIMIT 1)
            RETURNING {Columns}
            """,
            new { member.Id, cause, limit = Limit, key = card is null ? null : KeyOf(member, card) }))?.ToDraft(),
        cancellation);

    /// <summary>What the card holds is saved; doing it again changes nothing.</summary>
    public Task CloseAsync(Member member, string card, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Process,
        connection => DropAsync(connection, KeyOf(member, card)),
        cancellation);

    /// <summary>The forms that have expired and of which nobody was told; from now on the member counts as told, in the answer to this message.</summary>
    /// <param name="cause">Of the message: the same again is told the same.</param>
    public async Task<IReadOnlyList<ExpiredDraft>> TakeExpiredAsync(Member member, string cause, CancellationToken cancellation = default)
    {
        var any = await database.ReadNumberAsync("SELECT COUNT(*) FROM form_draft WHERE member_id = ?1 AND touched < ?2", [member.Id, Limit], cancellation);
        return any == 0 ? [] : await database.WriteAsync(Durability.Process, connection => ExpiredAsync(connection, member, cause), cancellation);
    }

    internal static Task DropAsync(DbConnection connection, string key) => Task.FromResult(connection.Run("DELETE FROM form_draft WHERE key = ?1", key));

    private string Limit => RecordStore.Utc(time.GetUtcNow() - Lifetime);

    /// <summary>What was told in another answer is done with.</summary>
    private async Task<IReadOnlyList<ExpiredDraft>> ExpiredAsync(DbConnection connection, Member member, string cause)
    {
        var bound = new { member.Id, cause, limit = Limit };
        await connection.ExecuteAsync("DELETE FROM form_draft WHERE member_id = @Id AND (told <> @cause OR dropped <> @cause)", bound);
        var expired = await connection.QueryAsync<(string Form, string Touched)>(
            "UPDATE form_draft SET told = @cause WHERE member_id = @Id AND touched < @limit AND dropped IS NULL RETURNING form, touched",
            bound);
        return [.. expired.OrderBy(row => row.Touched, StringComparer.Ordinal)
            .Select(row => new ExpiredDraft(row.Form, RecordStore.Moment(row.Touched)))];
    }

    private sealed record DraftRow
    {
        public required string Card { get; init; }
        public required string Form { get; init; }
        public long? Number { get; init; }
        public int? Step { get; init; }
        public required string Inputs { get; init; }
        public bool IsSubmitted { get; init; }
        public string? Telling { get; init; }
        public string? Touched { get; init; }

        public FormDraft ToDraft() => new()
        {
            Card = Card,
            Form = Form,
            Number = Number,
            Step = Step,
            Values = JsonSerializer.Deserialize(Inputs, RecordJson.Default.IReadOnlyDictionaryStringString)!,
            IsSubmitted = IsSubmitted,
            Telling = Telling,
        };
    }
}

/// <param name="Touched">When it was opened, or came back, last.</param>
public sealed record ExpiredDraft(string Form, DateTimeOffset Touched);

/// <summary>Where a form stands, and the message that put it there.</summary>
public sealed record DraftPlace(string Channel, string Conversation, string Cause);
