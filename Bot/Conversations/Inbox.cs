using System.Text.Json;
using Dapper;
using StationBot.Messages;
using StationBot.Storage;

namespace StationBot.Conversations;

/// <summary>Every message that came in, kept by the channel's id (activity.md §1): a duplicate is dropped, and what a crash cut
/// off is done again, so whatever a turn writes is keyed by its message.</summary>
public sealed class Inbox(Database database, TimeProvider time)
{
    /// <summary>Channels resend for minutes; a week is far more than any of them tries.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(90);

    /// <summary>What ends within this time is kept by one commit. A channel waits a little longer for its acknowledgement, nobody for an answer.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private const string Knows = "SELECT EXISTS (SELECT 1 FROM inbox WHERE activity_id = ?1 AND conversation = ?2 AND channel = ?3)";

    private const string Add =
        """
        INSERT INTO inbox (channel, conversation, activity_id, received, body)
        VALUES (@ChannelId, @Conversation, @Id, @Received, @Body)
        ON CONFLICT (activity_id, conversation, channel) DO NOTHING
        """;

    private readonly Lock _gate = new();
    private Batch? _gathering;

    /// <summary>Whether the message came before.</summary>
    public async Task<bool> KnowsAsync(IncomingMessage message, CancellationToken cancellation) =>
        await database.ReadNumberAsync(Knows, [message.Id, message.Address.Conversation, message.Address.ChannelId], cancellation) == 1;

    /// <summary>Keeps a message whose turn isn't over: after a kill it is worked off at the next start.</summary>
    /// <returns>The place in the inbox, or null when the message is there already.</returns>
    public Task<long?> AddAsync(IncomingMessage message) => database.WriteAsync(
        Durability.Process,
        connection => connection.QuerySingleOrDefaultAsync<long?>($"{Add} RETURNING seq", Row(message, JsonSerializer.Serialize(message, MessageJson.Default.IncomingMessage))));

    /// <summary>The turn of a kept message is over: the key stays, the text goes.</summary>
    public Task CloseAsync(long seq) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync("UPDATE inbox SET body = NULL WHERE seq = @seq", new { seq }));

    /// <summary>The turn of a message that was never kept is over: only its key is, together with those that end in the same moment.</summary>
    public Task AddClosedAsync(IncomingMessage message)
    {
        lock (_gate)
        {
            var batch = _gathering ??= new Batch(this);
            batch.Rows.Add(Row(message, body: null));
            return batch.Written;
        }
    }

    private object Row(IncomingMessage message, string? body) => new
    {
        message.Address.ChannelId,
        message.Address.Conversation,
        message.Id,
        Received = time.GetUtcNow().UtcDateTime.ToString("O"),
        Body = body,
    };

    private async Task WriteAsync(Batch batch)
    {
        await Task.Delay(Gathering);
        lock (_gate)
        {
            _gathering = null;
        }

        await database.WriteAsync(Durability.Process, connection => connection.ExecuteAsync(Add, batch.Rows));
    }

    private sealed class Batch
    {
        public Batch(Inbox inbox) => Written = inbox.WriteAsync(this);

        public List<object> Rows { get; } = [];

        public Task Written { get; }
    }

    /// <summary>What was taken over and not worked off before the process ended, oldest first.</summary>
    /// <returns>The message is null where a version before wrote what this one can't read.</returns>
    public async Task<IReadOnlyList<(long Seq, IncomingMessage? Message)>> OpenAsync(CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(long Seq, string Body)>("SELECT seq, body FROM inbox WHERE body IS NOT NULL ORDER BY seq"),
            cancellation);
        return [.. rows.Select(row => (row.Seq, Read(row.Body)))];
    }

    private static IncomingMessage? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, MessageJson.Default.IncomingMessage);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Keys of messages, and where cards stand that nobody will press any more.</summary>
    public Task ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        async connection =>
        {
            await connection.ExecuteAsync(
                """
                DELETE FROM inbox
                WHERE body IS NULL AND seq < COALESCE((SELECT seq FROM inbox WHERE received >= @before ORDER BY seq LIMIT 1), (SELECT MAX(seq) FROM inbox))
                """,
                new { before = Before(Kept) });
            await connection.ExecuteAsync("DELETE FROM sent_card WHERE sent < @before", new { before = Before(CardsKept) });
        },
        cancellation);

    private string Before(TimeSpan age) => (time.GetUtcNow() - age).UtcDateTime.ToString("O");
}
