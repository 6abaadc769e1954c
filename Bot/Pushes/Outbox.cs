using System.Data.Common;
using Dapper;
using StationBot.Storage;

namespace StationBot.Pushes;

public enum PushKind
{
    Weekly,
    Reminder,

    /// <summary>The lead is told that somebody can't be reached.</summary>
    Unreachable,
}

public enum PushState
{
    Queued,

    /// <summary>Handed to the channel; what became of it isn't known yet.</summary>
    Sending,
    Sent,

    /// <summary>It may have arrived: the process ended, or the connection broke, in the moment of sending. It is not sent again.</summary>
    Unsure,
    Dropped,

    /// <summary>The channel refused it for good.</summary>
    Failed,
}

/// <summary>Why something wasn't sent.</summary>
public enum PushReason
{
    /// <summary>The process was down too long.</summary>
    Late,

    /// <summary>The channel says that nobody is there any more.</summary>
    Gone,
    Left,
    Stopped,
    NoYear,

    /// <summary>Something unasked went out that day already.</summary>
    Another,
    Refused,
    Interrupted,
    Broken,
}

/// <summary>Something to be sent.</summary>
public sealed record Push
{
    public required long Id { get; init; }
    public required PushKind Kind { get; init; }
    public required long TargetId { get; init; }
    public required DateOnly Period { get; init; }
    public required string Due { get; init; }
    public required PushState State { get; init; }
    public required long Attempts { get; init; }

    /// <summary>Where it began to be sent to.</summary>
    public string? Channel { get; init; }
    public string? Conversation { get; init; }

    /// <summary>By which a channel knows it again.</summary>
    public string Key => $"push-{Kind}-{TargetId}-{Period:yyyy-MM-dd}";
}

/// <summary>What is to be sent and what became of it; one owner at a time, however many processes there are.</summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    /// <summary>Longer than a send with its rendering can take. What a killed process had in hand is taken over after that.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>What the lead may ask about.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(190);

    private const string Columns = "id, kind, target_id AS TargetId, period, due, state, attempts, channel, conversation";

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Queues it; what has its key already stays as it is.</summary>
    internal static async Task<bool> AddAsync(DbConnection connection, PushKind kind, PushTarget target, DateOnly period, string due, PushReason? dropped = null) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO push_outbox (kind, target_id, period, station_id, due, state, next_try, reason)
            VALUES (@kind, @Id, @period, @StationId, @due, @state, @next, @reason) ON CONFLICT (kind, target_id, period) DO NOTHING
            """,
            new
            {
                kind = kind.ToString(),
                target.Id,
                period,
                target.StationId,
                due,
                state = (dropped is null ? PushState.Queued : PushState.Dropped).ToString(),
                next = dropped is null ? due : null,
                reason = dropped?.ToString(),
            }) > 0;

    /// <summary>Takes what is due and in nobody's hand.</summary>
    public Task<IReadOnlyList<Push>> LeaseAsync(int most, CancellationToken cancellation) => database.WriteAsync<IReadOnlyList<Push>>(
        Durability.Process,
        async connection => (await connection.QueryAsync<Push>(
            $"""
            UPDATE push_outbox SET owner = @_owner, leased_until = @until
            WHERE id IN (SELECT id FROM push_outbox WHERE next_try <= @now AND (leased_until IS NULL OR leased_until < @now) ORDER BY next_try LIMIT @most)
            RETURNING {Columns}
            """,
            new { _owner, until = Utc(Lease), now = Utc(TimeSpan.Zero), most })).OrderBy(push => push.Due, StringComparer.Ordinal).ToList(),
        cancellation);

    /// <summary>When there is something to do next, to plan or to send; null when there is nothing.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        var next = await database.ReadAsync(
            connection => connection.QuerySingleAsync<(string?, string?, string?)>(
                "SELECT (SELECT MIN(next_try) FROM push_outbox), (SELECT MIN(next_weekly) FROM push_target), (SELECT MIN(next_reminder) FROM push_target)"),
            cancellation);
        string?[] all = [next.Item1, next.Item2, next.Item3];
        return all.Where(one => one is not null).Min(StringComparer.Ordinal) is { } first ? PushPlan.Moment(first) : null;
    }

    /// <summary>From here on it counts as sent: it is marked before the channel is asked.</summary>
    /// <param name="day">The station's.</param>
    /// <param name="durability">As much as a channel needs that can't tell a repeat.</param>
    public Task<Begun> BeginAsync(Push push, PushTarget target, DateOnly day, Durability durability, CancellationToken cancellation)
    {
        return durability == Durability.Power ? database.WriteOwnAsync(target.StationId, BeginAsync, cancellation) : database.WriteAsync(durability, BeginAsync, cancellation);

        async Task<Begun> BeginAsync(DbConnection connection)
        {
            var bound = new { push.Id, TargetId = target.Id, day, target.Channel, target.Conversation, _owner, now = Utc(TimeSpan.Zero), until = Utc(Lease) };
            var another = await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM push_outbox WHERE target_id = @TargetId AND day = @day AND id <> @Id",
                bound);
            return another > 0 ? Begun.NotToday
                : await connection.ExecuteAsync(
                    """
                    UPDATE push_outbox
                    SET state = 'Sending', day = @day, channel = @Channel, conversation = @Conversation, leased_until = @until
                    WHERE id = @Id AND owner = @_owner AND leased_until >= @now AND next_try IS NOT NULL
                    """,
                    bound) > 0 ? Begun.Yes
                : Begun.NotOurs;
        }
    }

    /// <summary>It is over.</summary>
    public Task EndAsync(Push push, PushState state, PushReason? reason = null, string? activityId = null) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync(
            """
            UPDATE push_outbox
            SET state = @state, reason = @reason, activity_id = @activityId, next_try = NULL, owner = NULL, leased_until = NULL,
              sent_at = CASE WHEN @state = 'Sent' THEN @now END, day = CASE WHEN @state IN ('Sent', 'Unsure') THEN day END
            WHERE id = @Id AND owner = @_owner
            """,
            new { push.Id, _owner, state = state.ToString(), reason = reason?.ToString(), activityId, now = Utc(TimeSpan.Zero) }));

    /// <summary>There was nothing to say: as if they had never been queued.</summary>
    public Task ForgetAsync(IReadOnlyList<Push> pushes) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync("DELETE FROM push_outbox WHERE id IN @ids AND owner = @_owner AND state = 'Queued'", new { ids = pushes.Select(push => push.Id), _owner }));

    /// <summary>It didn't go out, and is tried again then. What a process may have sent before it ended stays with the conversation it was sent to.</summary>
    public Task PostponeAsync(Push push, DateTimeOffset until) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync(
            """
            UPDATE push_outbox
            SET state = @State, day = CASE WHEN @State = 'Sending' THEN day END, channel = @Channel, conversation = @Conversation, attempts = @Attempts, next_try = @until,
              owner = NULL, leased_until = NULL
            WHERE id = @Id AND owner = @_owner
            """,
            new { push.Id, _owner, State = push.State.ToString(), push.Channel, push.Conversation, push.Attempts, until = PushPlan.UtcText(until) }));

    /// <summary>Nobody has it in hand any more.</summary>
    public Task ReleaseAsync(Push push) => PostponeAsync(push, PushPlan.Moment(push.Due) > time.GetUtcNow() ? PushPlan.Moment(push.Due) : time.GetUtcNow());

    /// <summary>All of a station's of one kind and period.</summary>
    public Task<IReadOnlyList<Delivery>> OfStationAsync(long stationId, PushKind kind, DateOnly first, DateOnly last, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<Delivery>>(
        async connection => (await connection.QueryAsync<Delivery>(
            """
            SELECT target_id AS TargetId, period, state, reason, due, sent_at AS SentAt, next_try AS NextTry FROM push_outbox
            WHERE station_id = @stationId AND kind = @kind AND period BETWEEN @first AND @last ORDER BY period, target_id
            """,
            new { stationId, kind = kind.ToString(), first, last })).AsList(),
        cancellation);

    public Task ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync("DELETE FROM push_outbox WHERE due < @before AND next_try IS NULL", new { before = Utc(-Kept) }),
        cancellation);

    private string Utc(TimeSpan from) => PushPlan.UtcText(time.GetUtcNow() + from);
}

public enum Begun
{
    Yes,

    /// <summary>Something unasked went to the same person that day.</summary>
    NotToday,

    /// <summary>Somebody else has it in hand.</summary>
    NotOurs,
}

/// <summary>What became of one message.</summary>
public sealed record Delivery
{
    public required long TargetId { get; init; }
    public required DateOnly Period { get; init; }
    public required PushState State { get; init; }
    public PushReason? Reason { get; init; }
    public required string Due { get; init; }
    public string? SentAt { get; init; }
    public string? NextTry { get; init; }
}
