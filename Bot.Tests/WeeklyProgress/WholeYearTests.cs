using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>
/// A year of 50 stations with three workers each, on a fake clock that goes from due to due, while processes are killed before and after the channel
/// took a message, the channel is throttled, and hours pass in which nothing runs. What has to arrive is recounted day by day, without the code under test.
/// </summary>
public sealed class WholeYearTests : IAsyncLifetime
{
    private const int Stations = 50;
    private static readonly DateTime First = new(2024, 1, 2, 10, 0, 0);
    private static readonly DateTime Last = new(2024, 12, 31, 23, 0, 0);

    private readonly Random _chance = new(20240102);
    private readonly HashSet<PushProcess> _killed = [];
    private readonly Dictionary<FakeChannel, PushProcess> _owners = [];
    private TaskCompletionSource _kill = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PushBench _bench = null!;
    private int _kills;
    private int _throttled;
    private int _restarts;

    public async ValueTask InitializeAsync() => _bench = await PushBench.CreateAsync("2024-01-02T10:00");

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Every_due_message_arrives_exactly_once_and_none_in_quiet_hours()
    {
        for (var i = 0; i < Stations; i++)
        {
            var station = (await _bench.StationAsync($"站{i}"))!;
            for (var j = 0; j < 3; j++)
            {
                var member = await _bench.JoinAsync(station, $"社工{i}-{j}", i % 2 == 0 ? "log" : "wire", j == 0 ? Role.Lead : Role.Worker);
                if (j == 2)
                {
                    await _bench.Any<PushTargets>().ChangeAsync(member, new PushChange(member.Id, $"stop-{i}"), target => target with { Reminders = false }, CancellationToken.None);
                }
            }
        }

        _bench.Content = (push, _, today) => push.Kind == PushKind.Weekly || HasReminder(push.TargetId, today) ? new Reply { Text = push.Kind.ToString() } : null;
        _bench.Network = NetworkAsync;
        var process = Start();
        while (_bench.Now < Last)
        {
            _kill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var run = process.RunAsync();
            await Task.WhenAny(run, _kill.Task);
            if (_killed.Contains(process) || _chance.Next(150) == 0)
            {
                _restarts++;
                if (!_killed.Contains(process))
                {
                    await run;
                }

                process.Kill();
                process = Start();
                // Nothing runs for hours; not past the evening, so that the recount knows which day each message comes on.
                var down = TimeSpan.FromMinutes(_chance.Next(5 * 60));
                if (_chance.Next(4) == 0 && (_bench.Now.TimeOfDay + down < TimeSpan.FromHours(18) || _bench.Now.Hour > 19))
                {
                    _bench.Time.Advance(down);
                }
            }

            var next = await process.NextAsync();
            var now = _bench.Time.GetUtcNow();
            // What a killed process had in hand comes free later than it is due. Those due soon after go together.
            _bench.Time.SetUtcNow(next > now ? next.Value.AddSeconds(90) : now.AddSeconds(45));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{_bench.Arrived.Count} arrived, {_kills} kills, {_restarts} restarts, {_throttled} throttled");
        Assert.True(_kills > 50 && _throttled > 300, $"{_kills} kills, {_throttled} throttled");
        Assert.All(_bench.Arrived, arrival => Assert.InRange(arrival.At.TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromHours(20)));
        Assert.All(_bench.Arrived, arrival => Assert.True(IsWorking(DateOnly.FromDateTime(arrival.At)), $"{arrival}"));
        Assert.All(_bench.Arrived.GroupBy(arrival => (arrival.Conversation, arrival.At.Date)), day => Assert.Single(day));
        Assert.Empty(_bench.Arrived.GroupBy(arrival => arrival.Key).Where(group => group.Count() > 1).Select(group => group.Key));
        await AssertArrivedAsync();
    }

    private async Task AssertArrivedAsync()
    {
        var arrived = _bench.Arrived.ToDictionary(arrival => arrival.Key);
        var outbox = await _bench.OutboxAsync();
        var targets = Stations * 3;
        var lost = 0;
        for (var target = 1; target <= targets; target++)
        {
            for (var monday = new DateOnly(2024, 1, 8); monday <= new DateOnly(2024, 12, 23); monday = monday.AddDays(7))
            {
                var key = $"push-Weekly-{target}-{monday:yyyy-MM-dd}";
                var due = monday;
                while (!IsWorking(due))
                {
                    due = due.AddDays(1);
                }

                if (arrived.TryGetValue(key, out var arrival))
                {
                    Assert.Equal(due, DateOnly.FromDateTime(arrival.At));
                }
                else
                {
                    Assert.True(IsOnWire(target), key);
                    lost++;
                }
            }

            for (var day = new DateOnly(2024, 1, 3); day <= new DateOnly(2024, 12, 30); day = day.AddDays(1))
            {
                var hasWeekly = _weeklyDays.Contains(day);
                var isDue = IsWorking(day) && !hasWeekly && HasReminder(target, day);
                var came = arrived.ContainsKey($"push-Reminder-{target}-{day:yyyy-MM-dd}");
                Assert.False(came && !isDue, $"a reminder too many: {target} {day}");
                if (isDue && !came)
                {
                    Assert.True(IsOnWire(target), $"a reminder too few: {target} {day}");
                    lost++;
                }
            }
        }

        // A channel that can't tell a repeat rather loses what a kill cut off: each is on record, and there is no other.
        Assert.True(lost <= outbox.Count(row => row.State == "Unsure"), $"{lost} lost");
        Assert.DoesNotContain(outbox, row => row.State is "Queued" or "Sending" or "Failed");
    }

    private static bool IsOnWire(long target) => (target - 1) / 3 % 2 == 1;

    private static bool HasReminder(long target, DateOnly day) => target % 3 != 0 && ((target * 7) + day.DayNumber) % 10 == 0;

    private PushProcess Start()
    {
        var process = _bench.Process();
        foreach (var channel in process.Get<IEnumerable<IChannel>>().OfType<FakeChannel>())
        {
            _owners[channel] = process;
        }

        return process;
    }

    private async Task<Pushed> NetworkAsync(FakeChannel channel, Address to, string key, Func<Task<Pushed>> deliver)
    {
        int chance;
        TimeSpan wait;
        lock (_chance)
        {
            (chance, wait) = (_chance.Next(1000), TimeSpan.FromMinutes(1 + _chance.Next(15)));
        }

        var owner = _owners[channel];
        if (_killed.Contains(owner))
            return await Never();
        switch (chance)
        {
            case < 8:
                return await KillAsync(owner);
            case < 16:
                await deliver();
                return await KillAsync(owner);
            case < 60:
                Interlocked.Increment(ref _throttled);
                return new Pushed.NotNow(wait, IsThrottled: chance < 20);
            default:
                return await deliver();
        }
    }

    private Task<Pushed> KillAsync(PushProcess owner)
    {
        lock (_killed)
        {
            _killed.Add(owner);
        }

        Interlocked.Increment(ref _kills);
        _kill.TrySetResult();
        return Never();
    }

    private static Task<Pushed> Never() => new TaskCompletionSource<Pushed>().Task;

    /// <summary>2024, as the State Council's notice of 2023-10-25 has it.</summary>
    private static bool IsWorking(DateOnly day) => Worked.Contains(day) || (!Off.Any(period => day >= period.First && day <= period.Last) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static readonly (DateOnly First, DateOnly Last)[] Off =
    [
        (new(2024, 1, 1), new(2024, 1, 1)), (new(2024, 2, 10), new(2024, 2, 17)), (new(2024, 4, 4), new(2024, 4, 6)), (new(2024, 5, 1), new(2024, 5, 5)),
        (new(2024, 6, 10), new(2024, 6, 10)), (new(2024, 9, 15), new(2024, 9, 17)), (new(2024, 10, 1), new(2024, 10, 7)), (new(2025, 1, 1), new(2025, 1, 1)),
    ];

    private static readonly HashSet<DateOnly> Worked =
        [new(2024, 2, 4), new(2024, 2, 18), new(2024, 4, 7), new(2024, 4, 28), new(2024, 5, 11), new(2024, 9, 14), new(2024, 9, 29), new(2024, 10, 12)];

    private readonly HashSet<DateOnly> _weeklyDays = [.. Enumerable.Range(0, 53).Select(week =>
    {
        var day = new DateOnly(2024, 1, 1).AddDays(week * 7);
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    })];
}
