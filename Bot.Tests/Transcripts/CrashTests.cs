using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace StationBot.Tests.Transcripts;

/// <summary>kill -9 in the middle of 200 saves (product.md §9): what was taken over is saved, what was receipted is there, nothing is there twice.</summary>
public sealed class CrashTests
{
    private const int Saves = 200;

    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    [Fact]
    public async Task A_kill_loses_no_save_and_doubles_none()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var connector = await RecordingConnector.StartAsync();
        using var http = new HttpClient { BaseAddress = bot.Url };
        await PostAsync(http, connector, "setup", new JsonObject { ["verb"] = "station.create", ["name"] = "阳光社工站", ["tier"] = "10万", ["yearStart"] = $"{Year}-01-01" });
        await connector.WaitForAsync(() => connector.Texts.Any(text => text.Contains("建好了", StringComparison.Ordinal)));

        var accepted = new ConcurrentBag<string>();
        var saving = Parallel.ForAsync(0, Saves, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            if (await PostAsync(http, connector, $"save-{i}", Visit($"card-{i}")))
            {
                accepted.Add($"card-{i}");
            }
        });
        await connector.WaitForAsync(() => accepted.Count >= Saves / 4);
        await bot.KillAsync();
        await saving;
        var receipted = connector.Receipts;
        Assert.InRange(accepted.Count, Saves / 4, Saves - 1);

        await bot.RestartAsync();
        var database = $"Data Source={Path.Combine(bot.Folder, "data", "stationbot.db")}";
        await connector.WaitForAsync(() => Open(database) == 0);

        // A channel that heard no answer sends again: what was taken over before the restart acts no more.
        foreach (var card in accepted)
        {
            Assert.True(await PostAsync(http, connector, card.Replace("card", "save", StringComparison.Ordinal), Visit("again-" + card)));
        }

        await connector.WaitForAsync(() => Open(database) == 0);
        await bot.KillAsync();
        await using var connection = new SqliteConnection(database);
        var keys = (await connection.QueryAsync<string>("SELECT key FROM record")).Select(key => key.Split(':')[^1]).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(accepted.Except(keys));
        Assert.DoesNotContain(keys, key => key.StartsWith("again", StringComparison.Ordinal));
        Assert.True(keys.Count >= receipted, $"{receipted} receipts, {keys.Count} records");
        Assert.Equal(keys.Count, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM record_history WHERE action = 'add'"));
        Assert.Equal(keys.Count, await connection.ExecuteScalarAsync<int>("SELECT last_record FROM station"));
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Messages that were taken over and are not worked off.</summary>
    private static long Open(string database)
    {
        using var connection = new SqliteConnection(database);
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL");
    }

    private static JsonObject Visit(string card) => new()
    {
        ["verb"] = "form.save",
        ["form"] = "visit",
        ["card"] = card,
        ["domain"] = "elder",
        ["category"] = "care",
        ["date"] = $"{Year}-01-01",
        ["others"] = "李桂兰",
        ["content"] = "聊了近况",
    };

    /// <returns>Whether the bot took it over.</returns>
    private static async Task<bool> PostAsync(HttpClient http, RecordingConnector connector, string id, JsonObject value)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id,
            ["channelId"] = "emulator",
            ["serviceUrl"] = connector.Url,
            ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "小王" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "conversation-" + id },
            ["value"] = value,
        };
        try
        {
            using var response = await http.PostAsJsonAsync("/api/messages", activity);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // The bot was killed before it answered: nothing was promised.
            return false;
        }
    }
}
