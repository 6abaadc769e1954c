using System.Text.Json.Nodes;

namespace StationBot.Tests.Transcripts;

/// <summary>Who may do what, and what others see (product.md §7).</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_colleague_joins_with_the_code_and_shares_the_numbers()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = await CodeAsync(lead);
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync("在吗");
        Assert.StartsWith("欢迎小李加入“阳光社工站”。", await worker.PressAsync("加入", ("code", code.ToLowerInvariant())));

        await lead.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal("2024年9月 养老服务·关爱帮扶：共 1 次", (await worker.SayAsync("本月养老关爱帮扶做了几次")).Split('\n')[0]);
        Assert.Equal("只有站长可以发加入码，请向站长要。", await worker.SayAsync("加入码"));
    }

    [Fact]
    public async Task A_code_lasts_seven_days()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = await CodeAsync(lead);
        _app.Time.Advance(TimeSpan.FromDays(7));
        var worker = _app.Chat("u2", "小李");
        Assert.Contains("这个加入码不对或已过期", await worker.SayAsync($"加入 {code}"));
    }

    [Fact]
    public async Task Only_the_author_or_the_lead_undoes_a_record()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync($"加入 {await CodeAsync(lead)}");
        await lead.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal("#1 不是你登记的，只有登记人或站长可以改。", await worker.SayAsync("撤销1号"));
        await worker.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        Assert.StartsWith("已撤销 #2", await lead.SayAsync("撤销2号"));
    }

    [Fact]
    public async Task Stations_do_not_see_each_other()
    {
        var sunshine = _app.Chat();
        await sunshine.SetUpAsync();
        await sunshine.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var river = _app.Chat("u9", "老赵");
        await river.SetUpAsync("河西社工站");
        Assert.Equal("没有找到 #1 这条记录。", await river.SayAsync("撤销1号"));
        await river.SendAsync(new JsonObject { ["value"] = new JsonObject { ["verb"] = "record.edit", ["number"] = 1 } });
        Assert.Equal("没有找到 #1 这条记录。", river.Text);
        Assert.StartsWith("2024年9月 关爱帮扶：还差 8 次", await river.SayAsync("本月还差几次关爱帮扶"));
        await river.SayAsync("记走访");
        Assert.DoesNotContain("李桂兰", river.Card!.ToJsonString());
    }

    [Fact]
    public async Task Two_stations_do_not_share_a_name()
    {
        await _app.Chat().SetUpAsync();
        var other = _app.Chat("u9", "老赵");
        await other.SetUpAsync();
        Assert.Contains("已经有同名的站点", other.Text);
    }

    [Fact]
    public async Task A_group_gets_numbers_and_no_names()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        await lead.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.StartsWith("2024年9月 关爱帮扶：还差 7 次", await group.SayAsync("本月还差几次关爱帮扶"));
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("记走访"));
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("撤销"));
        var stranger = new Chat(_app, "u7", "路人") { InGroup = true };
        Assert.StartsWith("还不认识你", await stranger.SayAsync("本月还差几次关爱帮扶"));
    }

    private static async Task<string> CodeAsync(Chat lead) => (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
}
