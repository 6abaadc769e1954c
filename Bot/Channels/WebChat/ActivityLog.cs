using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using StationBot.Storage;

namespace StationBot.Channels.WebChat;

/// <summary>
/// What was said in the browser conversations, for whoever opens the page again and for sockets and pollers that read on from their
/// watermark. Every change gets the next number of its conversation; that number is the watermark.
/// </summary>
internal sealed class ActivityLog(Database database, Listeners listeners, TimeProvider time)
{
    /// <summary>So many activities of a conversation are kept and shown again; older ones go.</summary>
    public const int Kept = 200;

    private const string NextSeq = "SELECT COALESCE(MAX(seq), 0) + 1 FROM webchat_activity WHERE conversation = @conversation";

    /// <summary>Members that an update leaves as they were.</summary>
    private static readonly string[] Lasting = ["id", "timestamp", "conversation", "replyToId"];

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<bool> ExistsAsync(string conversation, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM webchat_activity WHERE conversation = @conversation)",
            new { conversation }),
        cancellation);

    /// <summary>Adds the activity and gives it its id, time and conversation.</summary>
    /// <param name="clientId">The browser's own id of it: what is there under that id is not added again.</param>
    /// <returns>The id of the activity.</returns>
    public async Task<string> AppendAsync(string conversation, JsonObject activity, string? clientId, CancellationToken cancellation)
    {
        var id = await database.WriteAsync(
            Durability.Process,
            async connection =>
            {
                var known = await connection.QuerySingleOrDefaultAsync<string>(
                    "SELECT activity_id FROM webchat_activity WHERE conversation = @conversation AND client_id = @clientId",
                    new { conversation, clientId });
                if (known is not null)
                {
                    return known;
                }

                var seq = await connection.ExecuteScalarAsync<long>(NextSeq, new { conversation });
                var id = $"{conversation}|{seq:D7}";
                activity["id"] = id;
                activity["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("O");
                activity["conversation"] = new JsonObject { ["id"] = conversation };
                await connection.ExecuteAsync(
                    """
                    INSERT INTO webchat_activity (conversation, position, seq, activity_id, client_id, body)
                    VALUES (@conversation, @seq, @seq, @id, @clientId, @body)
                    """,
                    new { conversation, seq, id, clientId, body = activity.ToJsonString(Readable) });
                await connection.ExecuteAsync(
                    """
                    DELETE FROM webchat_activity
                    WHERE conversation = @conversation AND position <=
                      (SELECT position FROM webchat_activity WHERE conversation = @conversation ORDER BY position DESC LIMIT 1 OFFSET @kept)
                    """,
                    new { conversation, kept = Kept });
                return id;
            },
            cancellation);
        listeners.Wake(conversation, Signal.Changed);
        return id;
    }

    /// <summary>Puts the activity in the place of an older one, whose id and time it takes.</summary>
    /// <returns>False when that one is gone.</returns>
    public async Task<bool> ReplaceAsync(string conversation, string id, JsonObject activity, CancellationToken cancellation)
    {
        var replaced = await database.WriteAsync(
            Durability.Process,
            async connection =>
            {
                var old = await connection.QuerySingleOrDefaultAsync<string>(
                    "SELECT body FROM webchat_activity WHERE conversation = @conversation AND activity_id = @id",
                    new { conversation, id });
                if (old is null)
                {
                    return false;
                }

                var before = JsonNode.Parse(old)!;
                foreach (var name in Lasting.Where(name => before[name] is not null))
                {
                    activity[name] = before[name]!.DeepClone();
                }

                await connection.ExecuteAsync(
                    $"UPDATE webchat_activity SET body = @body, seq = ({NextSeq}) WHERE conversation = @conversation AND activity_id = @id",
                    new { conversation, id, body = activity.ToJsonString(Readable) });
                return true;
            },
            cancellation);
        if (replaced)
        {
            listeners.Wake(conversation, Signal.Changed);
        }

        return replaced;
    }

    /// <summary>What changed after the watermark, in the order of the changes; without one, all that is kept, in its order.</summary>
    public async Task<ActivitySet> ReadAsync(string conversation, long? watermark, CancellationToken cancellation)
    {
        var rows = (await database.ReadAsync(
            connection => connection.QueryAsync<(long Seq, string Body)>(
                $"""
                SELECT seq, body FROM webchat_activity
                WHERE conversation = @conversation AND seq > @after
                ORDER BY {(watermark is null ? "position" : "seq")}
                """,
                new { conversation, after = watermark ?? 0 }),
            cancellation)).AsList();
        return new ActivitySet([.. rows.Select(row => row.Body)], rows.Count == 0 ? watermark : rows.Max(row => row.Seq));
    }
}

/// <param name="Activities">As JSON.</param>
/// <param name="Watermark">Where to read on; null at the start of an empty conversation.</param>
internal sealed record ActivitySet(IReadOnlyList<string> Activities, long? Watermark)
{
    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("activities");
            foreach (var activity in Activities)
            {
                writer.WriteRawValue(activity);
            }

            writer.WriteEndArray();
            if (Watermark is { } watermark)
            {
                writer.WriteString("watermark", watermark.ToString());
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
