using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>Queue, send, mark: once each, at a time at which it may go, whatever the network and other processes do. It is Friday 2024-09-20.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private const string Monday = "2024-09-23T08:40";
    private PushBench _bench = null!;
    private PushProcess _bot = null!;
    private Station _station = null!;
    private Member _lead = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await PushBench.CreateAsync("2024-09-20T10:00");
        _bot = _bench.Process();
        _station = (await _bench.StationAsync("阳光站"))!;
        _lead = await _bench.JoinAsync(_station, "小王", "log", Role.Lead);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task The_week_arrives_on_Monday_between_half_past_and_twenty_to()
    {
        await _bench.RunAtAsync("2024-09-23T08:30", _bot);
        Assert.Empty(_bench.Arrived);
        for (var second = 0; second <= 600; second += 5)
        {
            _bench.Time.SetUtcNow(new DateTimeOffset(2024, 9, 23, 0, 30, 0, TimeSpan.Zero).AddSeconds(second));
            await _bot.RunAsync();
        }

        var arrival = Assert.Single(_bench.Arrived);
        Assert.Equal("with-小王", arrival.Conversation);
        Assert.InRange(arrival.At, new DateTime(2024, 9, 23, 8, 30, 30), new DateTime(2024, 9, 23, 8, 39, 35));
    }

    [Fact]
    public async Task Rounds_and_restarts_send_nothing_twice()
    {
        await _bench.RunAtAsync(Monday, _bot);
        await _bot.RunAsync();
        await _bench.Process().RunAsync();
        await _bench.RunAtAsync("2024-09-27T18:00", _bench.Process());
        Assert.Single(_bench.Arrived);
        await _bench.RunAtAsync("2024-09-30T09:00", _bench.Process());
        Assert.Equal(2, _bench.Arrived.Count);
    }

    [Fact]
    public async Task Several_processes_on_one_database_send_once()
    {
        for (var i = 0; i < 40; i++)
        {
            await _bench.JoinAsync(_station, $"社工{i}", i % 2 == 0 ? "log" : "wire");
        }

        _bench.Time.SetUtcNow(new DateTimeOffset(2024, 9, 23, 0, 40, 0, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _bench.Process()).ToList().Select(process => Task.Run(process.RunAsync)));
        Assert.Equal(41, _bench.Arrived.Count);
        Assert.Equal(41, _bench.Arrived.Select(arrival => arrival.Conversation).Distinct().Count());
    }

    /// <summary>When the process comes back after Monday's was due, and what then becomes of it.</summary>
    [Theory]
    [InlineData("2024-09-23T15:00", "Sent", "2024-09-23T15:00", null)]
    [InlineData("2024-09-23T21:00", "Queued", null, "2024-09-24T08:50")]
    [InlineData("2024-09-25T10:00", "Sent", "2024-09-25T10:00", null)]
    [InlineData("2024-09-26T10:00", "Dropped", null, null)]
    [InlineData("2024-09-29T10:00", "Dropped", null, null)]
    public async Task What_was_missed_goes_late_or_not_at_all(string back, string state, string? arrived, string? later)
    {
        await _bench.RunAtAsync(back, _bot);
        var (_, became, reason) = (await _bench.OutboxAsync())[0];
        Assert.Equal(state, became);
        Assert.Equal(state == "Dropped" ? "Late" : null, reason);
        Assert.Equal(arrived, _bench.Arrived.SingleOrDefault()?.At.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(state == "Dropped", _bot.Logged.Lines.Any(line => line.StartsWith("Weekly of 09/23/2024 for target 1 was dropped: Late", StringComparison.Ordinal)));
        if (later is not null)
        {
            await _bench.RunAtAsync(later, _bot);
            Assert.Single(_bench.Arrived);
        }
    }

    [Fact]
    public async Task Months_of_silence_bring_one_message()
    {
        await _bench.RunAtAsync("2024-12-09T08:50", _bot);
        var arrival = Assert.Single(_bench.Arrived);
        Assert.Equal($"push-Weekly-1-2024-12-09", arrival.Key);
        Assert.Equal(11, (await _bench.OutboxAsync()).Count(row => row is { Kind: "Weekly", State: "Dropped", Reason: "Late" }));
    }

    [Fact]
    public async Task A_throttled_message_waits_as_long_as_the_channel_says_and_so_do_the_others()
    {
        for (var i = 0; i < 29; i++)
        {
            await _bench.JoinAsync(_station, $"社工{i}", "log");
        }

        var asked = 0;
        _bench.Network = (_, _, _, _) =>
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult<Pushed>(new Pushed.NotNow(TimeSpan.FromMinutes(10), IsThrottled: true));
        };
        await _bench.RunAtAsync(Monday, _bot);
        await _bench.RunAtAsync("2024-09-23T08:49", _bot);
        // Those that were on their way already, and nobody after them.
        Assert.InRange(asked, 1, 8);
        _bench.Network = null;
        await _bench.RunAtAsync("2024-09-23T08:52", _bot);
        Assert.Equal(30, _bench.Arrived.Count);
    }

    [Fact]
    public async Task What_keeps_failing_is_tried_ever_more_rarely_and_given_up_before_it_is_stale()
    {
        var asked = new List<DateTime>();
        _bench.Network = (_, _, _, _) =>
        {
            asked.Add(_bench.Now);
            return Task.FromResult<Pushed>(new Pushed.NotNow(null, IsThrottled: false));
        };
        for (var at = new DateTime(2024, 9, 23, 8, 40, 0); at < new DateTime(2024, 9, 28); at = at.AddMinutes(3))
        {
            _bench.Time.SetUtcNow(new DateTimeOffset(at, TimeSpan.FromHours(8)));
            await _bot.RunAsync();
        }

        Assert.InRange(asked.Count(at => at.Day == 23), 20, 30);
        Assert.True(asked[1] - asked[0] < TimeSpan.FromMinutes(4));
        Assert.True(asked.All(at => at.Hour is >= 8 and < 20));
        Assert.Contains(("Weekly", "Dropped", "Late"), await _bench.OutboxAsync());
    }

    [Fact]
    public async Task A_dead_conversation_stops_and_the_lead_is_told_once()
    {
        var li = await _bench.JoinAsync(_station, "小李", "wire");
        await _bench.JoinAsync(_station, "小赵", "wire");
        _bench.Content = (push, to, _) => push.Kind switch
        {
            PushKind.Weekly => new Reply { Text = "周报" },
            PushKind.Unreachable => _bot.Get<StationBot.WeeklyProgress.UnreachableNotice>().ForAsync(push, CancellationToken.None).Result,
            _ => null,
        };
        _bench.Network = (channel, _, _, deliver) => channel.Name == "wire" ? Task.FromResult<Pushed>(new Pushed.Gone()) : deliver();
        await _bench.RunAtAsync(Monday, _bot);
        Assert.Equal(["周报"], _bench.Arrived.Select(arrival => arrival.Text));
        // One unasked message a day: the notice comes the day after.
        await _bench.RunAtAsync("2024-09-24T08:45", _bot);
        var notice = _bench.Arrived.Last();
        Assert.StartsWith("发不到了：小李、小赵\n", notice.Text, StringComparison.Ordinal);
        await _bench.RunAtAsync("2024-09-30T08:45", _bot);
        await _bench.RunAtAsync("2024-10-08T08:45", _bot);
        Assert.Equal(4, _bench.Arrived.Count);
        Assert.Single(_bench.Arrived, arrival => arrival.Text.StartsWith("发不到了", StringComparison.Ordinal));

        // Whoever writes again is reached again, from then on.
        _bench.Network = null;
        await _bench.SpeakAsync(li, "wire", "with-小李");
        await _bench.RunAtAsync("2024-10-08T15:00", _bot);
        Assert.DoesNotContain(_bench.Arrived, arrival => arrival.Channel == "wire");
        await _bench.RunAtAsync("2024-10-14T08:45", _bot);
        Assert.Equal("with-小李", Assert.Single(_bench.Arrived, arrival => arrival.Channel == "wire").Conversation);
    }

    [Fact]
    public async Task The_personal_conversation_used_last_is_where_it_goes()
    {
        await _bench.SpeakAsync(_lead, "wire", "phone");
        await _bench.RunAtAsync(Monday, _bot);
        Assert.Equal("phone", Assert.Single(_bench.Arrived).Conversation);
        await _bench.SpeakAsync(_lead, "log", "with-小王");
        await _bench.RunAtAsync("2024-09-30T08:45", _bot);
        Assert.Equal("with-小王", _bench.Arrived.Last().Conversation);
    }

    [Fact]
    public async Task A_group_gets_it_only_when_it_asked_and_no_reminders()
    {
        await _bot.Get<StationBot.Conversations.ConversationStore>().MeetAsync(new Address("log", "log", "group"), isGroup: true, CancellationToken.None);
        await _bench.RunAtAsync(Monday, _bot);
        Assert.DoesNotContain(_bench.Arrived, arrival => arrival.Conversation == "group");
        await _bot.Get<PushTargets>().ChangeGroupAsync(new Membership(_station, _lead), "log", "group", new PushChange(_lead.Id, "m1"), target => target with { Weekly = true }, CancellationToken.None);
        _bench.Content = (push, to, _) => new Reply { Text = $"{push.Kind} {to.IsGroup}" };
        await _bench.RunAtAsync("2024-09-24T10:00", _bot);
        await _bench.RunAtAsync("2024-09-30T08:45", _bot);
        Assert.Equal("Weekly True", Assert.Single(_bench.Arrived, arrival => arrival.Conversation == "group").Text);
    }

    [Fact]
    public async Task Nobody_gets_two_unasked_messages_a_day()
    {
        _bench.Content = (push, _, _) => new Reply { Text = push.Kind.ToString() };
        for (var at = new DateTime(2024, 9, 20, 10, 0, 0); at < new DateTime(2024, 10, 20); at = at.AddMinutes(30))
        {
            _bench.Time.SetUtcNow(new DateTimeOffset(at, TimeSpan.FromHours(8)));
            await _bot.RunAsync();
        }

        Assert.All(_bench.Arrived.GroupBy(arrival => arrival.At.Date), day => Assert.Single(day));
        // 23–30 September without its weekend but with the 29th, 8–18 October with the 12th: a message each, the weekly one on Mondays.
        Assert.Equal(17, _bench.Arrived.Count);
        Assert.Equal(4, _bench.Arrived.Count(arrival => arrival.Text == "Weekly"));
        Assert.All(_bench.Arrived, arrival => Assert.True(_bot.Get<WorkingDays>().IsWorking(DateOnly.FromDateTime(arrival.At))));
    }

    [Fact]
    public async Task Leave_a_pause_and_a_stop_hold_in_the_moment_of_sending()
    {
        var targets = _bot.Get<PushTargets>();
        _bench.Network = (_, _, _, _) => Task.FromResult<Pushed>(new Pushed.NotNow(TimeSpan.FromMinutes(30), IsThrottled: false));
        await _bench.RunAtAsync(Monday, _bot);
        _bench.Network = null;
        await targets.ChangeLeaveAsync(_lead, new PushChange(_lead.Id, "m1"), new Period(new DateOnly(2024, 9, 23), new DateOnly(2024, 9, 24)), default, CancellationToken.None);
        await _bench.RunAtAsync("2024-09-23T10:00", _bot);
        Assert.Empty(_bench.Arrived);
        await _bench.RunAtAsync("2024-09-25T08:45", _bot);
        Assert.Single(_bench.Arrived);
        await targets.ChangeAsync(_lead, new PushChange(_lead.Id, "m2"), target => target with { Weekly = false }, CancellationToken.None);
        await _bench.RunAtAsync("2024-09-30T08:45", _bot);
        Assert.Single(_bench.Arrived);
    }

    [Fact]
    public async Task A_change_said_twice_by_the_same_message_is_one()
    {
        var targets = _bot.Get<PushTargets>();
        for (var i = 0; i < 2; i++)
        {
            await targets.ChangeAsync(_lead, new PushChange(_lead.Id, "m1"), target => target with { Weekly = !target.Weekly }, CancellationToken.None);
        }

        Assert.False((await targets.OfMemberAsync(_lead.Id, CancellationToken.None)).Target!.Weekly);
    }

    [Fact]
    public async Task Another_cron_holds_from_the_next_start()
    {
        await _bench.RunAtAsync("2024-09-22T10:00", _bot);
        _bench.Settings["WeeklyProgress:Cron"] = "0 15 * * 4";
        var again = _bench.Process();
        await _bench.RunAtAsync(Monday, again);
        Assert.Empty(_bench.Arrived);
        await _bench.RunAtAsync("2024-09-26T15:10", again);
        Assert.Single(_bench.Arrived);
    }
}
