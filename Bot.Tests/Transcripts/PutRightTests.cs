using System.Text.Json.Nodes;

namespace StationBot.Tests.Transcripts;

/// <summary>撤销, 删掉, 恢复, 修改 and who did it, by sentence.</summary>
public sealed class PutRightTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Each change stands on the record's card as before → after, and one press saves it.</summary>
    [Theory]
    [InlineData("刚才记的日期错了，是周一", "服务日期 2024年9月17日 → 2024年9月16日")]
    [InlineData("记错了，是昨天", "和原来一样，没有要改的")]
    [InlineData("日期改成9月12号", "服务日期 2024年9月17日 → 2024年9月12日")]
    [InlineData("1号改成电话", "方式 上门 → 电话")]
    [InlineData("#1改成电话", "方式 上门 → 电话")]
    [InlineData("把上一条改成电话回访", "类别 关爱帮扶 → 跟踪回访；方式 上门 → 电话")]
    [InlineData("不是李桂兰，是李桂芝", "服务对象 李桂兰 → 李桂芝")]
    [InlineData("时长改成30分钟", "时长 （空） → 30 分钟")]
    [InlineData("时长改成一个半小时", "时长 （空） → 90 分钟")]
    [InlineData("改成半小时", "时长 （空） → 30 分钟")]
    [InlineData("内容加一句：血压130/85，Ok", "内容 聊了近况 → 聊了近况。血压130/85，Ok")]
    [InlineData("内容改成送了米面", "内容 聊了近况 → 送了米面")]
    [InlineData("领域改成扶残助残", "领域 养老服务 → 扶残助残")]
    [InlineData("不是上门，是电话", "方式 上门 → 电话")]
    [InlineData("结果改成没见到人", "结果 已完成 → 没见到人")]
    public async Task What_was_said_stands_on_the_card(string said, string change)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var isSame = change.StartsWith("和原来", StringComparison.Ordinal);
        Assert.Equal($"修改 #1：{change}。{(isSame ? "可以在卡片里改。" : "核对后点“保存”。")}", await chat.SayAsync(said));
        Assert.Equal(["保存", "取消"], chat.Buttons);
        if (!isSame)
        {
            Assert.StartsWith("已修改 #1\n", await chat.PressAsync("保存"));
            Assert.All(change.Split('；'), line => Assert.Contains(line, chat.Text));
        }
    }

    /// <summary>Said by whose and which day's it is, a record is shown first and goes with one press; where two fit, it asks which.</summary>
    [Fact]
    public async Task A_record_is_voided_by_person_and_day()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.VisitAsync("elder", "care", "2024-09-17", "王德福");
        Assert.Equal("撤销这一条吗？\n· #3 9月17日 养老服务·关爱帮扶 王德福", await chat.SayAsync("昨天王德福那条删掉，记重了"));
        Assert.Equal("已撤销 1 条：#3，不计入次数。", await chat.PressAsync("撤销 #3"));
        Assert.Equal("没有找到你登记的2024年9月17日王德福的记录。知道编号的话，可以说“撤销128号”。", await chat.SayAsync("昨天王德福那条删掉，记重了"));
        Assert.Equal("撤销哪一条？\n· #2 9月17日 养老服务·关爱帮扶 李桂兰\n· #1 9月16日 养老服务·关爱帮扶 李桂兰", await chat.SayAsync("把李桂兰那条删了，我记重了"));
        Assert.Equal(["撤销 #2", "撤销 #1"], chat.Buttons);
        Assert.Equal("已撤销 1 条：#1，不计入次数。", await chat.PressAsync("撤销 #1"));
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：共 1 次", await chat.SayAsync("老人本月关爱帮扶做了几次"));
        await chat.SayAsync("恢复");
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：共 2 次", await chat.SayAsync("老人本月关爱帮扶做了几次"));
    }

    [Fact]
    public async Task An_amount_is_changed_by_sentence()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记发放");
        await chat.PressAsync("保存", ("name", "中秋慰问"), ("amount", "1000"), ("recipients", "20"));
        Assert.Equal("修改 #1：折合金额 1000.00 元 → 1200 元。核对后点“保存”。", await chat.SayAsync("金额改成1200元"));
        await chat.PressAsync("保存");
        Assert.Contains("折合金额 1000.00 元 → 1200.00 元", chat.Text);
        Assert.Equal("修改 #1：领取人或户数 20 → 25。核对后点“保存”。", await chat.SayAsync("户数改成25户"));
    }

    [Theory]
    [InlineData("日期改成明天", "还没有保存：有 1 处要改。2024年9月19日还没到，不能登记未来的服务。")]
    [InlineData("金额改成1200元", "修改 #1：“记走访”没有“金额”这一项。可以在卡片里改。")]
    [InlineData("128号改成电话", "没有找到 #128 这条记录。")]
    [InlineData("不是王五，是李桂芝", "修改 #1：这条记录里没有“王五”。可以在卡片里改。")]
    [InlineData("时长改成一会儿", "修改 #1：没看懂“一会儿”。可以在卡片里改。")]
    [InlineData("修改128号", "没有找到 #128 这条记录。")]
    [InlineData("恢复128号", "没有找到 #128 这条记录。")]
    [InlineData("恢复1号", "#1 没有撤销过，不用恢复。")]
    [InlineData("恢复", "没有可以恢复的记录。")]
    [InlineData("撤销1号的修改", "#1 没有可以撤销的修改。整条不要了，请说“删掉1号”。")]
    [InlineData("把张奶奶那条改成电话回访", "名单里没有“张奶奶”。说编号也行，例如“修改128号”。")]
    [InlineData("日期改成9月31号", "没有「9月31号」这一天，是哪天？")]
    public async Task What_cannot_be_done_is_said(string said, string answer)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal(answer, await chat.SayAsync(said));
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：共 1 次", await chat.SayAsync("本月养老关爱帮扶做了几次"));
    }

    [Theory]
    [InlineData("修改1号")]
    [InlineData("修改")]
    [InlineData("刚才记错了")]
    [InlineData("1号改一下")]
    [InlineData("日期错了")]
    public async Task Without_a_value_the_card_is_shown(string said)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal("修改 #1：请填写卡片后点“保存”。", await chat.SayAsync(said));
        Assert.Equal("2024-09-17", (string?)chat.Submission("保存")["date"]);
    }

    [Theory]
    [InlineData("刚才那条删掉", 2)]
    [InlineData("删掉1号", 1)]
    [InlineData("撤销1", 1)]
    [InlineData("撤销", 2)]
    public async Task A_record_is_undone_and_restored(string said, int number)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal($"已撤销 #{number}\n已撤销，不计入次数", await chat.SayAsync(said));
        Assert.StartsWith($"已恢复 #{number}\n养老服务·关爱帮扶 2024年9月 2/2 次", await chat.SayAsync($"恢复{number}号"));
        Assert.Equal($"#{number} 已经恢复过了，现在没有撤销。", await chat.SayAsync($"恢复{number}号"));
    }

    [Fact]
    public async Task Undo_after_an_edit_puts_the_values_back_and_then_undoes_the_record()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.SayAsync("1号改成电话");
        await chat.PressAsync("保存");
        Assert.Equal(["撤销修改", "撤销", "修改", "再记一条", "已传网站"], chat.Buttons);
        Assert.Equal(
            """
            已撤销修改 #1
            养老服务·关爱帮扶 2024年9月 1/2 次 差 1 次
            改回：方式 电话 → 上门
            只撤销了上一次修改，记录还在；整条不要了，请说“删掉1号”
            还缺材料：水印照片、网站上传
            """,
            await chat.SayAsync("撤销"));
        Assert.StartsWith("已撤销 #1", await chat.SayAsync("撤销"));
        Assert.Equal("没有可以撤销的记录。", await chat.SayAsync("撤销"));
    }

    [Fact]
    public async Task The_button_of_an_edit_takes_it_back_once()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.SayAsync("时长改成30分钟");
        await chat.PressAsync("保存");
        await chat.SayAsync("时长改成40分钟");
        await chat.PressAsync("保存");
        var pressed = chat.Submission("撤销修改");
        await chat.SendAsync(new JsonObject { ["value"] = pressed.DeepClone() });
        Assert.Contains("改回：时长 40 分钟 → 30 分钟", chat.Text);
        await chat.SendAsync(new JsonObject { ["value"] = pressed });
        Assert.Equal("#1 刚被改过，请重新打开“修改”再改。", chat.Text);
        Assert.Contains("改回：时长 30 分钟 → （空）", await chat.SayAsync("撤销刚才的修改"));
        Assert.StartsWith("#1 没有可以撤销的修改", await chat.SayAsync("撤销1号的修改"));
    }

    [Fact]
    public async Task The_history_says_who_when_and_what()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync($"加入 {code}");
        await worker.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        _app.Time.Advance(TimeSpan.FromMinutes(20));
        await lead.SayAsync("1号改成电话");
        await lead.PressAsync("保存");
        _app.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("#1 后来被别人改过，没有撤销。整条不要了，请说“删掉1号”。", await worker.SayAsync("撤销"));
        await worker.SayAsync("删掉1号");
        Assert.Equal(
            """
            #1 养老服务·关爱帮扶（已撤销）
            服务日期：2024年9月17日
            服务对象：李桂兰
            方式：电话
            内容：聊了近况
            · 2024年9月18日 15:00 小李 登记
            · 2024年9月18日 15:20 小王 修改：方式 上门 → 电话
            · 2024年9月18日 15:25 小李 撤销
            """,
            await lead.SayAsync("1号记录谁改过"));
        Assert.Equal(["恢复"], lead.Buttons);
        Assert.StartsWith("#1 养老服务", await worker.SayAsync("1号记录"));
        Assert.StartsWith("没有找到 #9", await worker.SayAsync("9号记录谁改过"));
    }

    [Fact]
    public async Task Somebody_elses_record_is_not_touched()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync($"加入 {code}");
        await lead.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        foreach (var said in new[] { "1号改成电话", "修改1号", "删掉1号", "恢复1号", "撤销1号的修改" })
        {
            Assert.Equal("#1 不是你登记的，只有登记人或站长可以改。", await worker.SayAsync(said));
        }

        Assert.Equal("没有可以修改的记录。", await worker.SayAsync("改成电话"));
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("1号记录谁改过"));
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("1号改成电话"));
    }

    [Fact]
    public async Task A_name_that_fits_two_is_asked_on_the_card()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await Rosters.ImportAsync(_app, "姓名,领域,社区,别名\n李桂兰,养老服务,红旗村,李奶奶\n李桂芝,养老服务,东风社区,李奶奶\n王德福,养老服务,红旗村,王大爷\n");
        await chat.VisitAsync("elder", "care", "2024-09-17", "王德福");
        Assert.StartsWith("还没有保存：有 1 处要改。有 2 位“李奶奶”", await chat.SayAsync("不是王大爷，是李奶奶"));
        Assert.Equal(["李桂兰（红旗村）", "李桂芝（东风社区）"], chat.Choices("person").Take(2));
        await chat.PressAsync("保存", ("person", "李桂芝（东风社区）"));
        Assert.Contains("服务对象 王德福（红旗村） → 李桂芝（东风社区）", chat.Text);
    }
}
