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

    /// <returns>The place in the inbox, or null when the message is there already.</returns>
    public Task<long?> AddAsync(IncomingMessage message, CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        connection => connection.QuerySingleOrDefaultAsync<long?>(
            """
            INSERT INTO inbox (channel, conversation, activity_id, received, body)
            VALUES (@ChannelId, @Conversation, @Id, @received, @body)
            ON CONFLICT (channel, conversation, activity_id) DO NOTHING
            RETURNING seq
            """,
            new
            {
                message.Address.ChannelId,
                message.Address.Conversation,
                message.Id,
                received = time.GetUtcNow().UtcDateTime.ToString("O"),
                body = JsonSerializer.Serialize(message, MessageJson.Default.IncomingMessage),
            }),
        cancellation);

    /// <summary>The turn is over: the key stays, the text goes.</summary>
    public Task CloseAsync(long seq) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync("UPDATE inbox SET body = NULL WHERE seq = @seq", new { seq }));

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
            await connection.ExecuteAsync("DELETE FROM inbox WHERE received < @before AND body IS NULL", new { before = Before(Kept) });
            await connection.ExecuteAsync("DELETE FROM sent_card WHERE sent < @before", new { before = Before(CardsKept) });
        },
        cancellation);

    private string Before(TimeSpan age) => (time.GetUtcNow() - age).UtcDateTime.ToString("O");
}
