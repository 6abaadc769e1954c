using System.Text.Json.Nodes;

namespace StationBot.Tests.Transcripts;

/// <summary>What the product is for: log a visit by card, ask, undo, ask again.</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_visit_is_logged_asked_for_undone_and_asked_for_again()
    {
        var chat = _app.Chat();
        await chat.SayAsync("你好");
        Assert.Contains("创建站点", chat.Buttons);
        await chat.PressAsync("创建站点", ("name", "阳光社工站"), ("tier", "10万"), ("yearStart", "2024-01-01"));
        Assert.Equal("“阳光社工站”建好了：10万，项目年度 2024年。你是站长。", chat.FirstLine);

        Assert.Equal(
            """
            2024年9月 关爱帮扶：还差 8 次，离月底 12 天
            · 社会救助 0/2 次 差 2 次
            · 养老服务 0/2 次 差 2 次
            · 儿童关爱保护 0/2 次 差 2 次
            · 扶残助残 0/2 次 差 2 次
            """,
            await chat.SayAsync("本月还差几次关爱帮扶"));

        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", ("domain", "elder"), ("category", "care"), ("date", "2024-09-17"), ("others", "李桂兰"), ("content", "聊了用药情况"));
        Assert.Equal(
            """
            已保存 #1
            养老服务·关爱帮扶 2024年9月 1/2 次 差 1 次
            名单里没有李桂兰，已按名单外人员登记
            还缺材料：水印照片、网站上传
            """,
            chat.Text);

        Assert.Equal("2024年9月 关爱帮扶：还差 7 次，离月底 12 天", (await chat.SayAsync("本月还差几次关爱帮扶")).Split('\n')[0]);
        Assert.Contains("· 养老服务 1/2 次 差 1 次（1 次材料未齐）", chat.Text);

        Assert.Equal("已撤销 #1\n已撤销，不计入次数", await chat.SayAsync("撤销"));
        Assert.Equal("2024年9月 关爱帮扶：还差 8 次，离月底 12 天", (await chat.SayAsync("本月还差几次关爱帮扶")).Split('\n')[0]);
        Assert.StartsWith("已恢复 #1\n养老服务·关爱帮扶 2024年9月 1/2 次", await chat.SayAsync("恢复"));
    }

    [Fact]
    public async Task The_second_visit_meets_the_target_and_the_third_exceeds_it()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-02", "张三");
        Assert.Contains("养老服务·关爱帮扶 2024年9月 2/2 次 ✅", await chat.VisitAsync("elder", "care", "2024-09-03", "张三"));
        Assert.Contains("养老服务·关爱帮扶 2024年9月 3/2 次 ✅ 超 1 次", await chat.VisitAsync("elder", "care", "2024-09-04", "张三"));
        Assert.Equal("2024年9月 养老服务·关爱帮扶：已达标", (await chat.SayAsync("老人这个月关爱帮扶够了没")).Split('\n')[0]);
        Assert.Equal("2024年9月 关爱帮扶：还差 6 次，离月底 12 天", (await chat.SayAsync("本月还差几次关爱帮扶")).Split('\n')[0]);
    }

    [Theory]
    [InlineData("date", "2024-09-19", "2024年9月19日还没到，不能登记未来的服务")]
    [InlineData("date", "2023-12-31", "2023年12月31日不在项目年度内（2024年）")]
    [InlineData("date", "2024-09-31", "服务日期不是有效的日期")]
    [InlineData("date", "", "请填写服务日期")]
    [InlineData("domain", "platform", "请从列表中选择领域")]
    [InlineData("category", "case", "请从列表中选择类别")]
    [InlineData("mode", "飞行", "请从列表中选择方式")]
    [InlineData("content", "", "请填写内容")]
    [InlineData("minutes", "0", "时长应是 1 到 1440 之间的整数")]
    [InlineData("minutes", "半小时", "时长应是 1 到 1440 之间的整数")]
    [InlineData("others", "", "请选择服务对象，名单里没有的写在“其他姓名”里")]
    public async Task What_is_wrong_comes_back_beside_its_field_and_nothing_is_saved(string field, string value, string error)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        (string, string)[] inputs =
        [
            ("domain", "elder"), ("category", "care"), ("date", "2024-09-17"), ("others", "李桂兰"), ("content", "聊了用药情况"), ("minutes", "30"), (field, value),
        ];
        await chat.PressAsync("保存", inputs);

        Assert.Equal($"还没有保存：有 1 处要改。{error}。", chat.Text);
        Assert.Contains(error, chat.Card!.ToJsonString(Readable));
        foreach (var (id, kept) in inputs.Where(input => input.Item1 != field && input.Item2.Length > 0))
        {
            Assert.Equal(kept, chat.Submission("保存")[id]!.ToString());
        }

        Assert.StartsWith("2024年9月 关爱帮扶：还差 8 次", await chat.SayAsync("本月还差几次关爱帮扶"));
    }

    [Fact]
    public async Task A_corrected_card_saves()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", ("domain", "elder"), ("category", "care"), ("date", "2024-09-19"), ("others", "李桂兰"), ("content", "聊了用药情况"));
        Assert.StartsWith("还没有保存", chat.Text);
        Assert.StartsWith("已保存 #1", await chat.PressAsync("保存", ("date", "2024-09-18")));
    }

    [Fact]
    public async Task Saving_twice_saves_once()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        var pressed = chat.Submission("保存", ("domain", "elder"), ("category", "care"), ("date", "2024-09-17"), ("others", "李桂兰"), ("content", "聊了"));
        await chat.SendAsync(new JsonObject { ["value"] = pressed.DeepClone() });
        await chat.SendAsync(new JsonObject { ["value"] = pressed.DeepClone() });
        Assert.Contains("这张卡片已经登记过，没有重复登记", chat.Text);
        Assert.Equal("2024年9月 养老服务·关爱帮扶：共 1 次", (await chat.SayAsync("本月养老关爱帮扶做了几次")).Split('\n')[0]);
    }

    [Fact]
    public async Task The_same_activity_three_times_at_once_acts_once()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        var body = new JsonObject
        {
            ["value"] = chat.Submission("保存", ("domain", "elder"), ("category", "care"), ("date", "2024-09-17"), ("others", "李桂兰"), ("content", "聊了")),
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => chat.SendAsync(body, "the-same")));
        Assert.Equal([0, 0, 1], answers.Select(a => a.Count).Order());
        Assert.Equal("2024年9月 养老服务·关爱帮扶：共 1 次", (await chat.SayAsync("本月养老关爱帮扶做了几次")).Split('\n')[0]);
    }

    [Fact]
    public async Task The_same_person_on_the_same_day_is_kept_and_counts_nothing()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var second = await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Contains("养老服务·关爱帮扶 2024年9月 1/2 次", second);
        Assert.Contains("2024年9月17日已有同一服务对象的关爱帮扶，这条保留，但不计入次数", second);
        Assert.Contains("养老服务·关爱帮扶 2024年9月 2/2 次 ✅", await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰、王德福"));
    }

    [Fact]
    public async Task Nobody_met_is_kept_and_counts_nothing()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", ("domain", "elder"), ("category", "revisit"), ("others", "何长贵"), ("content", "家里没人"), ("outcome", "Attempt"));
        Assert.Contains("没见到人：已记下，不计入次数", chat.Text);
        Assert.StartsWith("2024年第3季度 养老服务·跟踪回访：还差 1 次", await chat.SayAsync("三季度老人回访做了没有"));
    }

    [Fact]
    public async Task A_record_is_changed_by_its_card()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.PressAsync("修改");
        Assert.Equal("2024-09-17", (string?)chat.Submission("保存")["date"]);
        Assert.StartsWith("已修改 #1\n扶残助残·关爱帮扶 2024年8月 1/2 次", await chat.PressAsync("保存", ("domain", "disabled"), ("date", "2024-08-16")));
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：还差 2 次", await chat.SayAsync("本月养老关爱帮扶还差几次"));
    }

    [Theory]
    [InlineData("""{"verb":"nonsense"}""")]
    [InlineData("""{"verb":"record.undo"}""")]
    [InlineData("""{"verb":"form.save","form":"visit"}""")]
    [InlineData("""{"verb":"form.open","form":"nonsense"}""")]
    [InlineData("""{"nothing":1}""")]
    public async Task A_button_that_no_card_has_is_answered_and_does_nothing(string value)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SendAsync(new JsonObject { ["value"] = JsonNode.Parse(value) });
        Assert.StartsWith("这个按钮我不认识", chat.Text);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        Assert.StartsWith("这条消息太长了（最多 2000 个字）", await chat.SayAsync(new string('长', 2001)));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
