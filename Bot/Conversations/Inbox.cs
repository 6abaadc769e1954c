using System.Text.Json;
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
        VALUES (?1, ?2, ?3, ?4, ?5)
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
        connection => Task.FromResult(connection.Run($"{Add} RETURNING seq", Row(message, JsonSerializer.Serialize(message, MessageJson.Default.IncomingMessage)))));

    /// <summary>The turn of a kept message is over: the key stays, the text goes.</summary>
    public Task CloseAsync(long seq) => database.WriteAsync(
        Durability.Process,
        connection => Task.FromResult(connection.Run("UPDATE inbox SET body = NULL WHERE seq = ?1", seq)));

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

    private object?[] Row(IncomingMessage message, string? body) =>
        [message.Address.ChannelId, message.Address.Conversation, message.Id, time.GetUtcNow().UtcDateTime.ToString("O"), body];

    private async Task WriteAsync(Batch batch)
    {
        await Task.Delay(Gathering);
        lock (_gate)
        {
            _gathering = null;
        }

        await database.WriteAsync(
            Durability.Process,
            connection =>
            {
                foreach (var row in batch.Rows)
                {
                    connection.Run(Add, row);
                }

                return Task.CompletedTask;
            });
    }

    private sealed class Batch
    {
        public Batch(Inbox inbox) => Written = inbox.WriteAsync(this);

        public List<object?[]> Rows { get; } = [];

        public Task Written { get; }
    }

    /// <summary>What was taken over and not worked off before the process ended, oldest first.</summary>
    /// <returns>The message is null where a version before wrote what this one can't read.</returns>
    public async Task<IReadOnlyList<(long Seq, IncomingMessage? Message)>> OpenAsync(CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => Task.FromResult(connection.Read("SELECT seq, body FROM inbox WHERE body IS NOT NULL ORDER BY seq", [], row => (row.Number(0), Read(row.Text(1))))),
            cancellation);
        return rows;
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
        connection =>
        {
            connection.Run(
                """
                DELETE FROM inbox
                WHERE body IS NULL AND seq < COALESCE((SELECT seq FROM inbox WHERE received >= ?1 ORDER BY seq LIMIT 1), (SELECT MAX(seq) FROM inbox))
                """,
                Before(Kept));
            connection.Run("DELETE FROM sent_card WHERE sent < ?1", Before(CardsKept));
            return Task.CompletedTask;
        },
        cancellation);

    private string Before(TimeSpan age) => (time.GetUtcNow() - age).UtcDateTime.ToString("O");
}
