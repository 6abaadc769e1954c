using System.Collections.Concurrent;
using Dapper;
using StationBot.Messages;
using StationBot.Storage;

namespace StationBot.Conversations;

/// <summary>The newest address of each conversation, and where the cards stand that were sent there.</summary>
public sealed class ConversationStore(Database database, TimeProvider time)
{
    /// <summary>Most turns come from where the one before came from. More conversations than these are asked of the database.</summary>
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Channel, string Conversation), (string ChannelId, string? Reference, bool IsGroup)> _met = [];

    /// <summary>Keeps the newest address; writes only when something is new.</summary>
    public async Task MeetAsync(Address address, bool isGroup, CancellationToken cancellation)
    {
        var key = (address.Channel, address.Conversation);
        var seen = (address.ChannelId, address.Reference, isGroup);
        if (_met.TryGetValue(key, out var met) && met == seen)
        {
            return;
        }

        await KeepAsync(address, isGroup, cancellation);
        if (_met.Count >= MostRemembered)
        {
            _met.Clear();
        }

        _met[key] = seen;
    }

    private async Task KeepAsync(Address address, bool isGroup, CancellationToken cancellation)
    {
        var bound = new { address.Channel, address.Conversation, address.ChannelId, address.Reference, isGroup };
        var known = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                """
                SELECT COUNT(*) FROM conversation
                WHERE channel = @Channel AND conversation = @Conversation AND channel_id = @ChannelId AND is_group = @isGroup AND NOT gone
                  AND COALESCE(reference, '') = COALESCE(@Reference, '')
                """,
                bound),
            cancellation);
        if (known == 0)
        {
            await database.WriteAsync(
                Durability.Process,
                connection => connection.ExecuteAsync(
                    """
                    INSERT INTO conversation (channel, conversation, channel_id, reference, is_group)
                    VALUES (@Channel, @Conversation, @ChannelId, @Reference, @isGroup)
                    ON CONFLICT (channel, conversation) DO UPDATE
                    SET channel_id = excluded.channel_id, reference = excluded.reference, is_group = excluded.is_group, gone = FALSE
                    """,
                    bound),
                cancellation);
        }
    }

    /// <returns>True for the first who asks: channels tell of one arrival in several ways (activity.md §3).</returns>
    public Task<bool> MayGreetAsync(Address address, CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        async connection => await connection.ExecuteAsync(
            "UPDATE conversation SET greeted = TRUE WHERE channel = @Channel AND conversation = @Conversation AND NOT greeted",
            address) > 0,
        cancellation);

    public async Task LeaveAsync(Address address, CancellationToken cancellation)
    {
        await database.WriteAsync(
            Durability.Process,
            connection => connection.ExecuteAsync(
                "UPDATE conversation SET gone = TRUE, greeted = FALSE WHERE channel = @Channel AND conversation = @Conversation",
                address),
            cancellation);
        _met.TryRemove((address.Channel, address.Conversation), out _);
    }

    public Task RememberCardAsync(Address address, string card, string activityId, CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync(
            """
            INSERT INTO sent_card (channel, conversation, card, activity_id, sent) VALUES (@Channel, @Conversation, @card, @activityId, @sent)
            ON CONFLICT (channel, conversation, card) DO UPDATE SET activity_id = excluded.activity_id, sent = excluded.sent
            """,
            new { address.Channel, address.Conversation, card, activityId, sent = time.GetUtcNow().UtcDateTime.ToString("O") }),
        cancellation);

    public Task<string?> FindCardAsync(Address address, string card, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<string?>(
            "SELECT activity_id FROM sent_card WHERE channel = @Channel AND conversation = @Conversation AND card = @card",
            new { address.Channel, address.Conversation, card }),
        cancellation);
}
