using System.Text.Json;
using Dapper;
using StationBot.Messages;
using StationBot.Storage;

namespace StationBot.Conversations;

/// <summary>Every message that came in, kept by the channel's id (activity.md §1): what is here is never acted on twice and never forgotten.</summary>
public sealed class Inbox(Database database, TimeProvider time)
{
    /// <summary>Channels resend for minutes; a week is far more than any of them tries.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

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
    public async Task<IReadOnlyList<(long Seq, IncomingMessage Message)>> OpenAsync(CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(long Seq, string Body)>("SELECT seq, body FROM inbox WHERE body IS NOT NULL ORDER BY seq"),
            cancellation);
        return [.. rows.Select(row => (row.Seq, JsonSerializer.Deserialize(row.Body, MessageJson.Default.IncomingMessage)!))];
    }

    public Task<int> ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync(
            "DELETE FROM inbox WHERE received < @before AND body IS NULL",
            new { before = (time.GetUtcNow() - Kept).UtcDateTime.ToString("O") }),
        cancellation);
}
