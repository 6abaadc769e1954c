using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.WebChat;
using StationBot.Storage;

namespace StationBot.Tests.Channels.WebChat;

public sealed class ActivityLogTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webchat-");
    private readonly Database _database;
    private readonly ActivityLog _log;

    public ActivityLogTests()
    {
        _database = new Database($"Data Source={Path.Combine(_folder.FullName, "stationbot.db")}");
        _log = new ActivityLog(_database, new Listeners(), new FakeTimeProvider());
    }

    public async ValueTask InitializeAsync() => await new Migrator(_database).MigrateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Only_the_last_activities_are_kept_and_what_went_cannot_be_updated()
    {
        var first = await AppendAsync("c", 1);
        for (var i = 2; i <= ActivityLog.Kept + 5; i++)
        {
            await AppendAsync("c", i);
        }

        await AppendAsync("other", 1);
        var all = await _log.ReadAsync("c", watermark: null, CancellationToken.None);

        Assert.Equal(ActivityLog.Kept, all.Activities.Count);
        Assert.Equal((6, ActivityLog.Kept + 5), (Number(all.Activities[0]), Number(all.Activities[^1])));
        Assert.False(await _log.ReplaceAsync("c", first, Activity(0), CancellationToken.None));
        Assert.Single((await _log.ReadAsync("other", watermark: null, CancellationToken.None)).Activities);
    }

    [Fact]
    public async Task Reading_on_never_misses_a_change_made_between()
    {
        var first = await AppendAsync("c", 1);
        await AppendAsync("c", 2);
        var seen = await _log.ReadAsync("c", watermark: null, CancellationToken.None);
        await _log.ReplaceAsync("c", first, Activity(10), CancellationToken.None);
        await AppendAsync("c", 3);

        var news = await _log.ReadAsync("c", seen.Watermark, CancellationToken.None);
        var all = await _log.ReadAsync("c", watermark: null, CancellationToken.None);

        Assert.Equal([10, 3], news.Activities.Select(Number));
        Assert.Equal([10, 2, 3], all.Activities.Select(Number));
        Assert.Equal(news.Watermark, all.Watermark);
    }

    /// <summary>What makes the web chat's pushes exactly once.</summary>
    [Fact]
    public async Task A_push_with_the_same_key_stands_once()
    {
        var channel = new WebChatChannel(_log, new Listeners());
        var to = new StationBot.Messages.Address("webchat", "webchat", "c");
        var first = await channel.PushAsync(to, new StationBot.Messages.Reply { Text = "周报" }, "push-Weekly-1-2024-09-23", CancellationToken.None);
        await AppendAsync("c", 1);
        Assert.True(channel.KnowsKeys);
        Assert.Equal(first, await channel.PushAsync(to, new StationBot.Messages.Reply { Text = "又一遍" }, "push-Weekly-1-2024-09-23", CancellationToken.None));
        Assert.NotEqual(first, await channel.PushAsync(to, new StationBot.Messages.Reply { Text = "下周" }, "push-Weekly-1-2024-09-30", CancellationToken.None));
        Assert.Equal(3, (await _log.ReadAsync("c", null, CancellationToken.None)).Activities.Count);
    }

    private Task<string> AppendAsync(string conversation, int number) =>
        _log.AppendAsync(conversation, Activity(number), clientId: null, CancellationToken.None);

    private static JsonObject Activity(int number) => new() { ["text"] = number };

    private static int Number(string activity) => (int)JsonNode.Parse(activity)!["text"]!;
}
