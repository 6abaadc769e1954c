using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>kill -9 in the middle of 200 pictures: what was taken over is there, whole and once, and nothing is half there.</summary>
public sealed class AttachmentCrashTests
{
    private const int Pictures = 200;

    [Fact]
    public async Task A_kill_loses_no_picture_and_doubles_none()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var drive = await RecordingConnector.StartAsync(app => app.MapGet("/pictures/{i:int}", (int i) => Results.Bytes(Picture(i), "image/jpeg")));
        using var http = new HttpClient { BaseAddress = bot.Url };
        var year = TimeProvider.System.GetUtcNow().Year;
        await PostAsync(http, drive, "setup", new JsonObject
        {
            ["value"] = new JsonObject { ["verb"] = "station.create", ["name"] = "阳光社工站", ["tier"] = "10万", ["yearStart"] = $"{year}-01-01" },
        });
        await drive.WaitForAsync(() => drive.Texts.Any(text => text.Contains("建好了", StringComparison.Ordinal)));

        var accepted = new ConcurrentBag<int>();
        var sending = Parallel.ForAsync(0, Pictures, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) =>
        {
            if (await PostAsync(http, drive, $"picture-{i}", Message(drive, i)))
            {
                accepted.Add(i);
            }
        });
        await drive.WaitForAsync(() => accepted.Count >= Pictures / 4);
        await bot.KillAsync();
        await sending;
        Assert.InRange(accepted.Count, Pictures / 4, Pictures - 1);

        await bot.RestartAsync();
        // A channel that heard no answer sends again; so does one that did, now and then.
        await Parallel.ForAsync(0, Pictures, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) => Assert.True(await PostAsync(http, drive, $"picture-{i}", Message(drive, i))));
        var database = $"Data Source={Path.Combine(bot.Folder, "data", "stationbot.db")};Pooling=False";
        await drive.WaitForAsync(() => Count(database, "SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL") == 0);
        await bot.KillAsync();

        await using var connection = new SqliteConnection(database);
        var hashes = (await connection.QueryAsync<string>("SELECT hash FROM attachment")).ToList();
        Assert.Equal(Enumerable.Range(0, Pictures).Select(HashOf).Order(), hashes.Order());
        var files = new DirectoryInfo(Path.Combine(bot.Folder, "data", "attachments")).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Directory!.Name != "incoming").ToList();
        Assert.Equal(hashes.Order(), files.Select(file => file.Name).Order());
        Assert.All(files, file => Assert.Equal(file.Name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)))));
    }

    /// <summary>Large enough to be written in pieces.</summary>
    private static byte[] Picture(int i) => [.. SampleFiles.Jpeg($"picture {i}"), .. new byte[300_000]];

    private static string HashOf(int i) => Convert.ToHexStringLower(SHA256.HashData(Picture(i)));

    private static JsonObject Message(RecordingConnector drive, int i) => new()
    {
        ["text"] = "",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["name"] = $"{i}.jpg", ["contentUrl"] = $"{drive.Url}/pictures/{i}" }),
    };

    private static long Count(string database, string sql)
    {
        using var connection = new SqliteConnection(database);
        return connection.ExecuteScalar<long>(sql);
    }

    /// <returns>Whether the bot took it over.</returns>
    private static async Task<bool> PostAsync(HttpClient http, RecordingConnector drive, string id, JsonObject body)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id,
            ["channelId"] = "emulator",
            ["serviceUrl"] = drive.Url,
            ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "小王" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "conversation-" + id },
        };
        foreach (var (key, value) in body)
        {
            activity[key] = value?.DeepClone();
        }

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
