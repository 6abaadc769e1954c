using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Records;

namespace StationBot.Tests.Transcripts;

/// <summary>One visit to several households: one card, a record each, one undo.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("记走访 张三、李四、王五三户")]
    [InlineData("记走访张三、李四、王五")]
    public async Task Several_names_open_one_card_with_ticks(string said)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        Assert.Equal(
            "记走访（每人一条）：请填写卡片后点“保存”。\n勾选的每人登记一条，其余各项相同；名单里没有张三、李四、王五，保存后按名单外人员登记。",
            await chat.SayAsync(said));
        Assert.Equal(["张三", "李四", "王五"], chat.Choices("persons"));
        Assert.Equal("张三,李四,王五", (string?)chat.Submission("保存")["persons"]);
        Assert.Equal("2024-09-18", (string?)chat.Submission("保存")["date"]);
    }

    [Theory]
    [InlineData("今天走访了张三、李四、王五三户")]
    [InlineData("今天走访了张三、李四和王五三户低保，都问了冬季取暖")]
    [InlineData("去了张三、李四、王五家，聊了近况")]
    public async Task Told_the_card_is_the_same_with_what_was_told(string said)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync(said);
        if (!chat.Buttons.Contains("保存"))
        {
            await chat.PressAsync("在卡片里填");
        }

        Assert.EndsWith(" 张三、李四、王五，对吗？\n勾选的每人登记一条，其余各项相同；名单里没有张三、李四、王五，保存后按名单外人员登记。", chat.Text);
        Assert.Equal(["张三", "李四", "王五"], chat.Choices("persons"));
        Assert.Equal(("张三,李四,王五", "2024-09-18"), ((string?)chat.Submission("保存")["persons"], (string?)chat.Submission("保存")["date"]));
    }

    [Fact]
    public async Task A_batch_is_saved_undone_and_restored_as_one()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("今天走访了张三、李四、王五三户低保，都问了冬季取暖");
        Assert.Equal(("relief", "都问了冬季取暖"), ((string?)chat.Submission("保存")["domain"], (string?)chat.Submission("保存")["content"]));
        Assert.Equal(
            """
            已保存 3 条：#1 张三、#2 李四、#3 王五
            社会救助·关爱帮扶 2024年9月 3/2 次 ✅ 超 1 次
            名单里没有张三、李四、王五，已按名单外人员登记
            还缺材料：水印照片、网站上传
            """,
            await chat.PressAsync("保存", ("category", "care")));
        Assert.Equal(["撤销", "再记一条"], chat.Buttons);
        Assert.StartsWith("已撤销 3 条：#1 张三、#2 李四、#3 王五\n已撤销，不计入次数", await chat.PressAsync("撤销"));
        Assert.StartsWith("2024年9月 社会救助·关爱帮扶：共 0 次", await chat.SayAsync("本月社会救助关爱帮扶做了几次"));
        Assert.StartsWith("已恢复 3 条：#1 张三、#2 李四、#3 王五\n社会救助·关爱帮扶 2024年9月 3/2 次", await chat.SayAsync("恢复"));
        Assert.StartsWith("已撤销 3 条", await chat.SayAsync("撤销"));
        Assert.StartsWith("已恢复 3 条", await chat.PressAsync("恢复"));
        Assert.StartsWith("已撤销 #2", await chat.SayAsync("删掉2号"));
        _app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("已撤销 3 条", await chat.SayAsync("刚才那条删掉"));
        Assert.StartsWith("已恢复 2 条：#1 张三、#3 王五", await chat.SayAsync("恢复"));
        Assert.StartsWith("2024年9月 社会救助·关爱帮扶：共 2 次", await chat.SayAsync("本月社会救助关爱帮扶做了几次"));
    }

    [Fact]
    public async Task Only_who_is_ticked_is_saved_and_pressing_twice_saves_once()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访 张三、李四、王五三户");
        var pressed = chat.Submission("保存", ("persons", "张三,王五"), ("domain", "elder"), ("category", "care"), ("content", "聊了"), ("others", "赵六"));
        await chat.SendAsync(new JsonObject { ["value"] = pressed.DeepClone() });
        Assert.StartsWith("已保存 3 条：#1 张三、#2 王五、#3 赵六", chat.Text);
        pressed["persons"] = "张三,李四,王五";
        await chat.SendAsync(new JsonObject { ["value"] = pressed });
        Assert.StartsWith("已保存 3 条：#1 张三、#2 王五、#3 赵六", chat.Text);
        Assert.Contains("这张卡片已经登记过，没有重复登记", chat.Text);
        Assert.Null(await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 4));
        Assert.Equal("visit", (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 2))!.What.Form);
    }

    [Theory]
    [InlineData("date", "2024-09-19", "2024年9月19日还没到，不能登记未来的服务")]
    [InlineData("persons", "", "请至少勾选一位服务对象")]
    [InlineData("content", "", "请填写内容")]
    public async Task What_is_wrong_saves_nothing_and_keeps_the_ticks(string field, string value, string error)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访 张三、李四、王五三户");
        await chat.PressAsync("保存", ("persons", "张三,李四"), ("domain", "elder"), ("category", "care"), ("content", "聊了"), (field, value));
        Assert.Equal($"还没有保存：有 1 处要改。{error}。", chat.Text);
        Assert.Equal(["张三", "李四", "王五"], chat.Choices("persons"));
        Assert.Null(await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1));
    }

    [Fact]
    public async Task Names_of_the_roster_are_those_persons_and_two_of_a_name_are_asked()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await Rosters.ImportAsync(_app, "姓名,领域,社区,别名\n李桂兰,养老服务,红旗村,李奶奶\n李桂芝,养老服务,东风社区,李奶奶\n王德福,养老服务,红旗村,王大爷\n");
        Assert.EndsWith("是哪一类？", await chat.SayAsync("昨天走访了王大爷、李奶奶两户"));
        Assert.Contains("有 2 位“李奶奶”，请勾选去过的那位", await chat.PressAsync("关爱帮扶"));
        Assert.Equal(["王德福（红旗村）", "李桂兰（红旗村）", "李桂芝（东风社区）"], chat.Choices("persons"));
        Assert.Equal("王德福（红旗村）", (string?)chat.Submission("保存")["persons"]);
        await chat.PressAsync("保存", ("persons", "王德福（红旗村）,李桂芝（东风社区）"), ("content", "聊了"));
        Assert.StartsWith("已保存 2 条：#1 王德福（红旗村）、#2 李桂芝（东风社区）\n养老服务·关爱帮扶 2024年9月 2/2 次 ✅", chat.Text);
    }

    [Theory]
    [InlineData("明天走访张三、李四两户")]
    [InlineData("今天走访了张三、李四两户，都不在家")]
    public async Task Plans_and_attempts_open_no_card(string said)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync(said);
        Assert.DoesNotContain("保存", chat.Buttons);
    }

    /// <summary>Somebody else's card, or one that never was, undoes nothing.</summary>
    [Fact]
    public async Task A_batch_of_another_is_not_undone()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync($"加入 {code}");
        await lead.SayAsync("记走访 张三、李四两户");
        await lead.PressAsync("保存", ("domain", "elder"), ("category", "care"), ("content", "聊了"));
        await worker.SendAsync(new JsonObject { ["value"] = lead.Submission("撤销") });
        Assert.Equal("没有可以撤销的记录。", worker.Text);
        Assert.False((await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1))!.IsVoided);
    }
}
