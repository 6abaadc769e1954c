using Microsoft.Extensions.DependencyInjection;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>What is sent unasked is agreed by talking (product.md §6). It is Wednesday 2024-09-18 15:00; Monday and Tuesday were holidays.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private readonly StationApp _app = new();
    private Chat _lead = null!;

    public async ValueTask InitializeAsync()
    {
        _lead = _app.Chat();
        await _lead.SetUpAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("我下周休假", "9月23日至29日休假，9月30日（周一）起恢复提醒和周报")]
    [InlineData("我明天请假", "9月19日（周四）休假，9月20日（周五）起恢复提醒和周报")]
    [InlineData("我从9月28号休到10月3号年假", "9月28日至10月3日休假，10月8日（周二）起恢复提醒和周报")]
    [InlineData("我请三天假", "9月18日至20日休假，9月23日（周一）起恢复提醒和周报")]
    [InlineData("我请假了", "从哪天休到哪天？请连日期一起说，例如“下周休假”。")]
    [InlineData("我上周休假", "没有改动：9月9日至15日已经过了。")]
    [InlineData("取消休假", "没有改动：没有登记过现在或以后的休假。")]
    [InlineData("小赵下周休假", "没有改动：站里没有叫小赵的同事。你自己休假，请说“我下周休假”。")]
    [InlineData("先别提醒我，下周一再说", "9月23日（周一）起恢复提醒")]
    [InlineData("下周一再提醒我", "9月23日（周一）起恢复提醒")]
    [InlineData("这周先别提醒我", "9月23日（周一）起恢复提醒")]
    [InlineData("今天别再提醒我了", "9月19日（周四）起恢复提醒")]
    [InlineData("过俩小时再叫我", "9月19日（周四）起恢复提醒")]
    [InlineData("先别提醒我", "从现在起不提醒，也不发周报")]
    [InlineData("晚上别发消息", "20:00 到第二天 08:00 本来就不发消息")]
    [InlineData("以后不用提醒我", "从现在起不再提醒")]
    [InlineData("恢复提醒", "9月19日（周四）起恢复提醒")]
    [InlineData("周报改到周五下午发", "9月20日（周五）起周报每周五 14:30 发")]
    [InlineData("周报改成周一早上发", "9月23日（周一）起周报每周一 08:30 发")]
    [InlineData("周报改到周三下午四点发", "9月18日（周三）起周报每周三 16:00 发")]
    [InlineData("每天早上八点半给我推进度", "9月19日（周四）起周报每个工作日 08:30 发")]
    [InlineData("周报改到周五晚上九点发", "周报仍在每周一 08:30 发")]
    [InlineData("不要周报了", "从现在起不发周报")]
    [InlineData("订阅周报", "9月23日（周一）起周报每周一 08:30 发")]
    [InlineData("我什么时候收到周报", "周报：每周一 08:30，下一次9月23日（周一）")]
    [InlineData("回访的提醒推迟两天", "没有改动：现在只能整个暂停，不能只停“跟踪回访”的提醒。")]
    public async Task The_first_line_says_what_holds_now(string sentence, string first) => Assert.Equal(first, (await _lead.SayAsync(sentence)).Split('\n')[0]);

    [Fact]
    public async Task What_was_agreed_is_shown_and_its_buttons_turn_it_round()
    {
        await _lead.SayAsync("周报改到周五下午发");
        await _lead.SayAsync("我下周休假");
        await _lead.SayAsync("以后不用提醒我");
        Assert.Equal(
            "周报：每周五 14:30，下一次9月20日（周五）\n提醒：关了\n休假：9月23日至29日\n20:00 到 08:00、休假和暂停时不打扰，节假日顺延到上班第一天。",
            await _lead.SayAsync("现在的提醒设置"));
        Assert.StartsWith("从现在起不发周报", await _lead.PressAsync("不要周报了"), StringComparison.Ordinal);
        Assert.StartsWith("9月20日（周五）起周报每周五 14:30 发", await _lead.PressAsync("恢复周报"), StringComparison.Ordinal);
        Assert.StartsWith("9月18日（周三）起恢复提醒和周报\n取消了休假：9月23日至29日。", await _lead.SayAsync("取消休假"), StringComparison.Ordinal);
        Assert.StartsWith("9月19日（周四）起恢复提醒", await _lead.SayAsync("恢复提醒"), StringComparison.Ordinal);
        Assert.Equal(
            "周报：每周五 14:30，下一次9月20日（周五）\n提醒：开着，工作日有要紧的事才提醒，一天最多一条\n20:00 到 08:00、休假和暂停时不打扰，节假日顺延到上班第一天。",
            await _lead.SayAsync("现在的提醒设置"));
    }

    [Fact]
    public async Task A_colleagues_leave_and_who_was_reached_are_the_leads()
    {
        var worker = await JoinAsync("u2", "小李");
        Assert.Equal("没有改动：同事的休假请本人或站长来说。", await worker.SayAsync("小王下周休假"));
        Assert.Equal("周报的发送情况只有站长能看。你自己的，可以问“我什么时候收到周报”。", await worker.SayAsync("周报都发出去了吗"));
        Assert.StartsWith("小李9月23日至29日休假，9月30日（周一）起恢复提醒和周报", await _lead.SayAsync("小李下周休假"), StringComparison.Ordinal);
        Assert.Contains("休假：9月23日至29日", await worker.SayAsync("现在的提醒设置"), StringComparison.Ordinal);
        await worker.SayAsync("不要周报了");
        Assert.StartsWith("2024年9月16日至22日 周报：发到 0 份，没发到 2 份\n· 小王 没发到：还没到时间，9月23日 08:3", await _lead.SayAsync("周报都发出去了吗"), StringComparison.Ordinal);
        Assert.Contains("· 小李 没发到：自己关了周报", _lead.Text, StringComparison.Ordinal);
        // They came after it.
        Assert.StartsWith("2024年9月9日至15日 周报：发到 0 份，没发到 2 份\n· 小王 没发到：那一周没有安排\n· 小李 没发到：那一周没有安排", await _lead.SayAsync("上周的周报谁没收到"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_subscribes_for_itself_and_a_pause_is_personal()
    {
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("这个群没有订阅周报。", await group.SayAsync("我什么时候收到周报"));
        Assert.StartsWith("9月23日（周一）起本群周报每周一 08:30 发", await group.SayAsync("订阅周报"), StringComparison.Ordinal);
        Assert.StartsWith("9月20日（周五）起本群周报每周五 14:30 发", await group.SayAsync("周报改到周五下午发"), StringComparison.Ordinal);
        Assert.Equal("群里只发订阅了的周报，不发提醒。你自己的提醒，请私聊我说。", await group.SayAsync("先别提醒我"));
        Assert.Equal("谁收到了周报不在群里说，请站长私聊我。", await group.SayAsync("周报都发出去了吗"));
        Assert.StartsWith("周报：每周一 08:30，", await _lead.SayAsync("我什么时候收到周报"), StringComparison.Ordinal);
        Assert.StartsWith("本群从现在起不发周报", await group.SayAsync("不要周报了"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resent_message_changes_nothing_more()
    {
        await _lead.SendAsync(new() { ["text"] = "以后不用提醒我" }, "same");
        await _lead.SayAsync("恢复提醒");
        await _lead.SendAsync(new() { ["text"] = "以后不用提醒我" }, "same");
        Assert.Contains("提醒：开着", await _lead.SayAsync("现在的提醒设置"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_stands_in_the_web_chat_once_and_the_lead_sees_that_it_arrived()
    {
        var stations = _app.Services.GetRequiredService<StationStore>();
        var lead = (await stations.FindMemberAsync("emulator", "u1"))!;
        await _app.Services.GetRequiredService<StationBot.Conversations.ConversationStore>().MeetAsync(new Address("webchat", "webchat", "web-local"), isGroup: false, CancellationToken.None);
        _app.Services.GetRequiredService<Meetings>().Meet(lead.Member, "webchat", "web-local");
        _app.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(200);
        var log = _app.Services.GetRequiredService<StationBot.Channels.WebChat.ActivityLog>();
        _app.Time.SetUtcNow(new DateTimeOffset(2024, 9, 23, 0, 40, 0, TimeSpan.Zero));
        // What was sent once isn't sent again by the next round.
        for (var round = 0; round < 2; round++)
        {
            _app.Time.Advance(TimeSpan.FromSeconds(5));
            for (var wait = 0; wait < 400 && (await log.ReadAsync("web-local", null, CancellationToken.None)).Activities.Count == 0; wait++)
            {
                await Task.Delay(50);
            }
        }

        // It is marked as sent a moment after it stands there.
        for (var wait = 0; wait < 100 && !(await _lead.SayAsync("周报都发出去了吗")).Contains("已发", StringComparison.Ordinal); wait++)
        {
            await Task.Delay(50);
        }

        _app.Time.Advance(TimeSpan.FromHours(2));
        await Task.Delay(300);
        var arrived = Assert.Single((await log.ReadAsync("web-local", null, CancellationToken.None)).Activities);
        Assert.Contains("2024年9月 全部指标", arrived, StringComparison.Ordinal);
        var told = await _lead.SayAsync("周报都发出去了吗");
        Assert.StartsWith("2024年9月23日至29日 周报：都发到了，共 1 份\n· 小王 9月23日 08:40 已发", told, StringComparison.Ordinal);
    }

    private async Task<Chat> JoinAsync(string user, string name)
    {
        var code = (await _lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var chat = _app.Chat(user, name);
        await chat.SayAsync($"加入 {code}");
        return chat;
    }
}
