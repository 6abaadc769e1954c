using System.Text.Json.Nodes;
using StationBot.Understanding.Readings;
using static StationBot.Tests.Transcripts.Drafts.Told;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>What is missing is asked, one question at a time, and answered by button or by typing.</summary>
public sealed class AskedBackTests : DraftStation
{
    /// <summary>今天做了个关爱帮扶.</summary>
    private static readonly LogDraft Bare = Of("visit", "service") with { Topic = "care" };

    [Fact]
    public async Task Whom_and_which_domain_are_asked_by_buttons()
    {
        Assert.Equal("要登记 关爱帮扶 2024年9月18日\n服务对象是谁？", await Chat.TellAsync(Bare));
        Assert.Equal(["李桂兰（红旗村）", "李桂芝（东风社区）", "王德福（红旗村）", "张三（东风社区）", "在卡片里填"], Chat.Buttons);
        Assert.Equal("要登记 关爱帮扶 2024年9月18日 李桂芝（东风社区）\n算哪个领域？", await Chat.PressAsync("李桂芝（东风社区）"));
        Assert.Equal(["社会救助", "养老服务", "在卡片里填"], Chat.Buttons);
        Assert.Equal("要登记 养老服务·关爱帮扶 2024年9月18日 李桂芝（东风社区），对吗？", await Chat.PressAsync("养老服务"));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
    }

    [Fact]
    public async Task The_same_by_typing_with_a_question_and_a_restart_between()
    {
        await Chat.TellAsync(Bare with { Topic = null, Days = [], Content = "" });
        Assert.Equal("要登记 走访 李桂芝（东风社区）\n算哪个领域？", await Chat.SayAsync("李桂芝"));
        Assert.EndsWith("算哪个领域？", await Chat.SayAsync("关爱"));
        Assert.StartsWith("2024年9月 关爱帮扶：", await Chat.SayAsync("本月还差几次关爱帮扶"));
        App = await App.RestartAsync();
        Chat = Chat.GoOn(App);
        Assert.EndsWith("是哪天？", await Chat.SayAsync("养老"));
        Assert.EndsWith("内容是什么？直接回一句就行。", await Chat.SayAsync("昨天"));
        Assert.Equal("要登记 养老服务·关爱帮扶 2024年9月17日 李桂芝（东风社区），对吗？", await Chat.SayAsync("陪她量了血压"));
        Assert.Equal("陪她量了血压", Value("content"));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
    }

    [Fact]
    public async Task A_name_of_two_is_asked_with_the_community()
    {
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日 下午 李奶奶\n有 2 位“李奶奶”，是哪一位？", await Chat.TellAsync(Visit("李奶奶")));
        var press = Chat.Submission("李桂兰（红旗村）");
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日 下午 李桂兰（红旗村），对吗？", await Chat.PressAsync("李桂兰（红旗村）"));
        await Chat.SendAsync(new JsonObject { ["value"] = press });
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日 下午 李桂兰（红旗村），对吗？", Chat.Text);
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
        await Chat.SendAsync(new JsonObject { ["value"] = press.DeepClone() });
        Assert.Equal("这张卡片已经登记过，或者不在填了。", Chat.Text);
    }

    [Theory]
    [InlineData("红旗村的李奶奶", "李桂兰（红旗村）")]
    [InlineData("李桂芝", "李桂芝（东风社区）")]
    [InlineData("李桂芝（东风社区）", "李桂芝（东风社区）")]
    public async Task Or_the_name_is_typed(string typed, string person)
    {
        await Chat.TellAsync(Visit("李奶奶"));
        await Chat.SayAsync(typed);
        if (Chat.Buttons.Contains("养老服务"))
            await Chat.PressAsync("养老服务");
        Assert.Equal(person, Value("person"));
    }

    [Fact]
    public async Task The_names_of_a_number_of_persons_are_asked()
    {
        Assert.EndsWith("说的是 2 位，是哪几位？姓名用顿号隔开。", await Chat.TellAsync(Visit() with { Area = "elder", People = 2 }));
        Assert.StartsWith("要登记 养老服务·跟踪回访 2024年9月17日 下午 王德福（红旗村）、李桂兰（红旗村），对吗？", await Chat.SayAsync("王大爷、李桂兰"));
        Assert.StartsWith("已保存 2 条", await Chat.PressAsync("保存"));
    }

    [Theory]
    [InlineData("1200")]
    [InlineData("1200元")]
    [InlineData("一千二")]
    public async Task An_amount_is_typed(string typed)
    {
        Assert.EndsWith("折合金额是多少元？", await Chat.TellAsync(Of("distribution", "distribution") with { Area = "charity", Topic = "aid", Name = "中秋慰问", People = 20 }));
        Assert.Equal("要登记 慈善救助 2024年9月18日 中秋慰问 1200.00 元，对吗？", await Chat.SayAsync(typed));
    }

    [Theory]
    [InlineData("募集", "fundraising")]
    [InlineData("发放", "distribution")]
    [InlineData("发出去了", "distribution")]
    public async Task Raised_or_given_away_is_asked(string typed, string form)
    {
        var told = Of(null, "distribution_or_raised") with { Area = "charity", Fen = 200_000, IsInKind = true, Goods = "十床被子", Name = "爱心企业", Sponsor = "爱心企业", People = 5 };
        Assert.Equal("是募集进来的，还是发放出去的？", await Chat.TellAsync(told));
        await Chat.SayAsync(typed);
        if (form == "distribution")
        {
            Assert.EndsWith("名称是什么？", Chat.Text);
            Assert.EndsWith(" 十床被子发放 2000.00 元，对吗？", await Chat.PressAsync("十床被子发放"));
        }

        Assert.Equal((form, "2000"), (Value("form"), Value("amount")));
    }

    [Theory]
    [InlineData("登记", "要登记 养老服务·跟踪回访 2024年9月17日 下午 王德福（红旗村），对吗？")]
    [InlineData("是的", "要登记 养老服务·跟踪回访 2024年9月17日 下午 王德福（红旗村），对吗？")]
    [InlineData("不是", "好的，没有登记。")]
    public async Task Hearsay_is_no_record_until_somebody_says_so(string typed, string answer)
    {
        Assert.EndsWith("听起来不是您做的。是站里做的吗？", await Chat.TellAsync(Visit("王大爷") with { Kind = DraftKind.Hearsay }));
        Assert.Equal(["登记", "不是"], Chat.Buttons);
        Assert.Equal(answer, await Chat.SayAsync(typed));
    }

    [Fact]
    public async Task The_rest_can_be_filled_in_by_hand()
    {
        await Chat.TellAsync(Bare);
        Assert.StartsWith("要登记 关爱帮扶 2024年9月18日，对吗？", await Chat.PressAsync("在卡片里填"));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存", ("domain", "elder"), ("others", "王大爷")));
    }

    [Fact]
    public async Task It_expires_with_a_word()
    {
        await Chat.TellAsync(Bare);
        App.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("昨天没填完的“记走访”已过期（保留 24 小时），没有登记。", await Chat.SayAsync("继续刚才的"));
        Assert.DoesNotContain("要登记", await Chat.SayAsync("养老"));
    }

    [Fact]
    public async Task Given_up_nothing_is_asked_any_more()
    {
        await Chat.TellAsync(Bare);
        Assert.StartsWith("“记走访”不记了", await Chat.SayAsync("不记了"));
        Assert.DoesNotContain("要登记", await Chat.SayAsync("李桂芝"));
    }

    [Theory]
    [InlineData("本月还差啥")]
    [InlineData("帮助")]
    [InlineData("那养老呢")]
    [InlineData("查王大爷")]
    public async Task A_question_is_no_answer(string question)
    {
        await Chat.TellAsync(Bare);
        Assert.DoesNotContain("要登记", await Chat.SayAsync(question));
        Assert.StartsWith("要登记 养老服务·关爱帮扶", await Chat.SayAsync("王大爷"));
    }

    [Theory]
    [InlineData("明天下雨不")]
    [InlineData("咱管的低保有多少人")]
    [InlineData("上一条撤回来")]
    [InlineData("第二个")]
    public async Task What_names_no_open_group_is_no_answer_to_which_one(string said)
    {
        Assert.EndsWith("先开一个，再说“继续”。", await Chat.TellAsync(Of("group.session", "group_session") with { Name = "手工小组", Area = "elder" }));
        Assert.DoesNotContain("要登记", await Chat.SayAsync(said));
    }

    [Theory]
    [InlineData("量了血压，问还有没有补助", true)]
    [InlineData("明天下雨不", false)]
    [InlineData("现在来评估我们能过吗", false)]
    public async Task What_happened_is_told_and_not_asked(string said, bool isAnswer)
    {
        Assert.EndsWith("内容是什么？直接回一句就行。", await Chat.TellAsync(Visit("王大爷") with { Content = "" }));
        Assert.Equal(isAnswer, (await Chat.SayAsync(said)).StartsWith("要登记", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happened_is_told_at_once_or_not_at_all()
    {
        await Chat.TellAsync(Visit("王大爷") with { Content = "" });
        App.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain("要登记", await Chat.SayAsync("隔壁种了两亩地的瓜"));
    }
}
