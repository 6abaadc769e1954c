using System.Collections.Concurrent;
using System.Text.Json;
using StationBot.Messages;
using StationBot.Storage;
using StationBot.Understanding;

namespace StationBot.Conversations;

/// <param name="Sentences">The question, and what followed it up; read one after the other they are the question as it stands now.</param>
/// <param name="At">In the station's zone.</param>
internal sealed record Topic(IReadOnlyList<string> Sentences, DateTime At);

/// <summary>
/// What a conversation is about, for the ten minutes that follow-ups may come (product.md §5). Kept in memory, and written a moment later in one
/// piece with those of the other conversations: a restart, or another process, goes on where this one was. A kill may lose the last second.
/// </summary>
internal sealed class TopicStore(Database database, TimeProvider time) : BackgroundService
{
    /// <summary>A longer chain of follow-ups is cut to its end: the oldest are the least likely to matter.</summary>
    private const int MostSentences = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Channel, string Conversation), Topic> _topics = [];
    private readonly ConcurrentDictionary<(string Channel, string Conversation), bool> _unwritten = [];

    public void Keep(Address address, Topic topic)
    {
        var key = (address.ChannelId, address.Conversation);
        _topics[key] = topic.Sentences.Count <= MostSentences ? topic : topic with { Sentences = [topic.Sentences[0], .. topic.Sentences.TakeLast(MostSentences - 1)] };
        _unwritten[key] = true;
    }

    /// <returns>Null when nothing was asked in the last ten minutes.</returns>
    public async Task<Topic?> FindAsync(Address address, DateTime now, CancellationToken cancellation)
    {
        var topic = _topics.GetValueOrDefault((address.ChannelId, address.Conversation)) ?? await ReadAsync(address, cancellation);
        return topic is not null && now - topic.At <= PreviousReading.Lifetime ? topic : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await WriteAsync();
        }
    }

    private async Task<Topic?> ReadAsync(Address address, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => Task.FromResult(connection.Read(
                "SELECT sentences, at FROM topic WHERE channel = ?1 AND conversation = ?2",
                [address.ChannelId, address.Conversation],
                row => new Topic(JsonSerializer.Deserialize(row.Text(0), TopicJson.Default.IReadOnlyListString)!, DateTime.Parse(row.Text(1), System.Globalization.CultureInfo.InvariantCulture)))),
            cancellation);
        return rows.SingleOrDefault();
    }

    private async Task WriteAsync()
    {
        var rows = new List<object[]>();
        foreach (var key in _unwritten.Keys)
        {
            if (_unwritten.TryRemove(key, out _) && _topics.TryGetValue(key, out var topic))
            {
                rows.Add([key.Channel, key.Conversation, JsonSerializer.Serialize(topic.Sentences, TopicJson.Default.IReadOnlyListString), topic.At.ToString("s")]);
            }
        }

        if (rows.Count == 0)
        {
            return;
        }

        // The zones of stations lie within a day of each other.
        var old = time.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var (key, topic) in _topics)
        {
            if (topic.At < old)
            {
                _topics.TryRemove(key, out _);
            }
        }

        await database.WriteAsync(
            Durability.Process,
            connection =>
            {
                foreach (var row in rows)
                {
                    connection.Run(
                        """
                        INSERT INTO topic (channel, conversation, sentences, at) VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (channel, conversation) DO UPDATE SET sentences = excluded.sentences, at = excluded.at
                        """,
                        row);
                }

                connection.Run("DELETE FROM topic WHERE at < ?1", old.ToString("s"));
                return Task.CompletedTask;
            });
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class TopicJson : System.Text.Json.Serialization.JsonSerializerContext;
