using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StationBot.Conversations;
using StationBot.Messages;
using StationBot.Storage;
using StationBot.Tests.Storage;

namespace StationBot.Tests.Conversations;

/// <summary>A message is acknowledged when a kill can't lose it: its turn is over, or it is in the inbox.</summary>
public sealed class TurnQueueTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _goOn = new();
    private readonly List<string> _done = [];
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<TurnTelemetry>().BuildServiceProvider();
    private TemporaryDatabase _temporary = null!;
    private TurnQueue _queue = null!;

    private TurnTelemetry Telemetry => _services.GetRequiredService<TurnTelemetry>();

    public async ValueTask InitializeAsync()
    {
        _temporary = await TemporaryDatabase.CreateAsync();
        _queue = new TurnQueue(new Inbox(_temporary.Database, TimeProvider.System), [new Nowhere()], WorkAsync, TimeProvider.System, Telemetry, NullLogger<TurnQueue>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _goOn.TrySetResult();
        await _queue.StopAsync(CancellationToken.None);
        await _temporary.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_quick_turn_leaves_only_its_key()
    {
        await _queue.AcceptAsync(Message("1"), CancellationToken.None);
        Assert.Equal(["1"], _done);
        Assert.Equal([("1", false)], await InboxAsync());
    }

    [Fact]
    public async Task What_could_not_be_kept_is_not_acknowledged()
    {
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => _queue.AcceptAsync(Message("unkeepable"), CancellationToken.None));
        Assert.Equal(["unkeepable"], _done);
    }

    [Fact]
    public async Task A_slow_turn_is_kept_before_it_is_acknowledged_and_closed_when_it_is_over()
    {
        await _queue.AcceptAsync(Message("slow"), CancellationToken.None);
        Assert.Empty(_done);
        Assert.Equal([("slow", true)], await InboxAsync());

        _goOn.SetResult();
        await UntilAsync(async () => await InboxAsync() is [("slow", false)]);
        Assert.Equal(["slow"], _done);
    }

    [Fact]
    public async Task What_waits_behind_another_is_kept_before_it_is_acknowledged()
    {
        var slow = _queue.AcceptAsync(Message("slow"), CancellationToken.None);
        await _queue.AcceptAsync(Message("2"), CancellationToken.None);
        await slow;
        Assert.Empty(_done);
        Assert.Equal([("2", true), ("slow", true)], (await InboxAsync()).Order());

        _goOn.SetResult();
        await UntilAsync(async () => (await InboxAsync()).All(entry => !entry.IsOpen));
        Assert.Equal(["slow", "2"], _done);
    }

    [Fact]
    public async Task A_repeat_acts_once_whether_the_first_is_in_hand_or_over()
    {
        var first = _queue.AcceptAsync(Message("slow"), CancellationToken.None);
        await Task.WhenAll(first, _queue.AcceptAsync(Message("slow"), CancellationToken.None));
        _goOn.SetResult();
        await UntilAsync(async () => await InboxAsync() is [("slow", false)]);
        await _queue.AcceptAsync(Message("slow"), CancellationToken.None);
        Assert.Equal(["slow"], _done);
    }

    [Fact]
    public async Task What_was_kept_and_cut_off_is_done_at_the_next_start()
    {
        await _queue.AcceptAsync(Message("slow"), CancellationToken.None);
        var next = new TurnQueue(
            new Inbox(_temporary.Database, TimeProvider.System),
            [new Nowhere()],
            (message, _, _) =>
            {
                _done.Add("again " + message.Id);
                return Task.CompletedTask;
            },
            TimeProvider.System,
            Telemetry,
            NullLogger<TurnQueue>.Instance);
        await next.StartAsync(CancellationToken.None);
        await next.StopAsync(CancellationToken.None);
        Assert.Equal(["again slow"], _done);
        Assert.Equal([("slow", false)], await InboxAsync());
    }

    private async Task WorkAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        if (message.Id == "slow")
        {
            await _goOn.Task;
        }
        else if (message.Id == "unkeepable")
        {
            await _temporary.Database.WriteAsync(Durability.Process, connection => connection.ExecuteAsync("DROP TABLE inbox"), cancellation);
        }

        _done.Add(message.Id);
    }

    private Task<List<(string Id, bool IsOpen)>> InboxAsync() => _temporary.Database.ReadAsync(async connection =>
        (await connection.QueryAsync<(string, bool)>("SELECT activity_id, body IS NOT NULL FROM inbox ORDER BY seq")).ToList());

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 500 && !await isSo(); tries++)
        {
            await Task.Delay(10);
        }

        Assert.True(await isSo());
    }

    private static IncomingMessage Message(string id) => new()
    {
        Address = new Address(Nowhere.ChannelName, "test", "c1"),
        Id = id,
        From = new Sender("u1"),
        Kind = MessageKind.Text,
        Text = "你好",
    };

    private sealed class Nowhere : IChannel
    {
        public const string ChannelName = "nowhere";

        public string Name => ChannelName;

        public Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation) => Task.FromResult(false);

        public Task ShowTypingAsync(Address to, CancellationToken cancellation) => Task.CompletedTask;
    }
}
