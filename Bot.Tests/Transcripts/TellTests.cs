using System.Text.Json.Nodes;
using StationBot.Tests.Understanding;

namespace StationBot.Tests.Transcripts;

/// <summary>What is told in one sentence becomes a filled card, and a record by one press (product.md §4).</summary>
public sealed class TellTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_visit_is_saved_by_one_press()
    {
        var chat = await SetUpAsync();
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日下午 王德福（红旗村），对吗？", (await chat.SayAsync("昨天下午去王大爷家回访，聊了用药情况")).Split('\n')[0]);
        var press = new JsonObject { ["value"] = chat.Submission("保存") };
        Assert.StartsWith("已保存 #1\n养老服务·跟踪回访 2024年第3季度 1/1 次 ✅", await chat.PressAsync("保存"));
        await chat.SendAsync(press);
        Assert.Contains("这张卡片已经登记过，没有重复登记", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_meant_is_asked_first_and_nothing_that_was_told_is_lost()
    {
        var chat = await SetUpAsync();
        Assert.Equal("哪一位李奶奶？", await chat.SayAsync("昨天下午去李奶奶家回访，聊了用药情况"));
        await chat.PressAsync("李桂芝（东风社区）");
        Assert.StartsWith("已保存 #1\n养老服务·跟踪回访", await chat.PressAsync("保存", ("domain", "elder")));
    }

    [Fact]
    public async Task A_kind_that_was_not_said_is_asked()
    {
        var chat = await SetUpAsync();
        Assert.Equal("算哪一类？", await chat.SayAsync("今天去了王大爷家"));
        Assert.Equal(["资源链接", "关爱帮扶", "跟踪回访"], chat.Buttons);
        await chat.PressAsync("关爱帮扶");
        Assert.StartsWith("已保存 #1\n养老服务·关爱帮扶 2024年9月 1/2 次", await chat.PressAsync("保存", ("content", "陪他说话")));
    }

    [Fact]
    public async Task An_assumed_day_and_a_day_that_does_not_exist_are_shown()
    {
        var chat = await SetUpAsync();
        Assert.Contains("没说哪天，按2024年9月18日记，可以改。", await chat.SayAsync("给王大爷打电话问了下身体"), StringComparison.Ordinal);
        Assert.Contains("还差服务日期", await chat.SayAsync("9月31号去王大爷家回访，聊了用药"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9月31号去李奶奶家回访，聊了用药")]
    [InlineData("9月31号去了王大爷家")]
    public async Task A_day_that_does_not_exist_never_becomes_today(string told)
    {
        var chat = await SetUpAsync();
        await chat.SayAsync(told);
        Assert.Equal("", (string?)chat.Submission("保存")["date"] ?? "");
        Assert.DoesNotContain("已保存", await chat.PressAsync("保存", ("domain", "elder"), ("category", "revisit"), ("person", "李桂芝（东风社区）"), ("content", "聊了用药")));
    }

    [Fact]
    public async Task A_plan_is_kept_and_never_counted()
    {
        var chat = await SetUpAsync();
        Assert.StartsWith("要记下计划 养老服务·跟踪回访 2024年9月19日下午 王德福（红旗村）", await chat.SayAsync("明天下午去王大爷家回访"));
        Assert.StartsWith("已保存 #1\n计划：已记下，不计入次数", await chat.PressAsync("保存"));
        Assert.StartsWith("2024年第3季度 养老服务·跟踪回访：还差 1 次", await chat.SayAsync("养老回访还差几次"));
        Assert.StartsWith("2024年第3季度 养老服务·跟踪回访：共 0 次", await chat.SayAsync("三季度养老回访做了几次"));
    }

    [Fact]
    public async Task An_attempt_is_kept_and_never_counted()
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("去了趟王大爷家回访，没人");
        Assert.StartsWith("已保存 #1\n没见到人：已记下，不计入次数", await chat.PressAsync("保存", ("category", "revisit"), ("content", "没人在家")));
        Assert.StartsWith("2024年第3季度 养老服务·跟踪回访：还差 1 次", await chat.SayAsync("养老回访还差几次"));
    }

    [Theory]
    [InlineData("低保妇女编织小组今天下雨没开成，改到周五", "没有登记：没办成的不计入次数。改到2024年9月20日")]
    [InlineData("爱心企业捐了十床被子折合两千", "这笔是募集来的，还是发给居民的？")]
    public async Task What_cannot_be_a_record_yet_is_said(string told, string begins) => Assert.StartsWith(begins, await (await SetUpAsync()).SayAsync(told));

    [Fact]
    public async Task A_session_goes_to_the_open_case_of_that_name()
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("给刘奶奶开个个案，主要是丧偶后情绪低落");
        Assert.StartsWith("已保存 #1", await chat.PressAsync("保存"));
        Assert.StartsWith("要登记 个案 2024年9月18日 刘玉珍（红旗村）", await chat.SayAsync("今天刘奶奶个案第3节，谈了找人说话的打算"));
        Assert.Contains("说的是第 3 节，这里接着是第 1 节。", chat.Text, StringComparison.Ordinal);
        Assert.StartsWith("已保存 #2", await chat.PressAsync("保存"));
    }

    [Fact]
    public async Task Several_persons_are_several_records()
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("今天走访了张三、李四、王五三户低保，都问了冬季取暖");
        Assert.StartsWith("已保存 3 条：#1 张三（东风社区）、#2 李四（东风社区）、#3 王五（河西社区）\n社会救助·跟踪回访", await chat.PressAsync("保存", ("domain", "relief"), ("category", "revisit")));
    }

    [Fact]
    public async Task Money_and_names_stand_in_their_fields()
    {
        var chat = await SetUpAsync();
        Assert.StartsWith("要登记 共募资金 2024年9月18日", await chat.SayAsync("和县慈善协会共募到5000元，进社区基金了"));
        Assert.Contains("共 5000.00 元", await SavedAsync(chat, "今年募了多少钱"), StringComparison.Ordinal);
    }

    private static async Task<string> SavedAsync(Chat chat, string question)
    {
        await chat.PressAsync("保存");
        return await chat.SayAsync(question);
    }

    private async Task<Chat> SetUpAsync()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await Rosters.ImportAsync(_app, Readers.RosterFile);
        return chat;
    }
}
