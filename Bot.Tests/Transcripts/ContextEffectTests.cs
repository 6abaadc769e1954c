namespace StationBot.Tests.Transcripts;

/// <summary>What 还有呢, 第二个, 是哪几个人, 哪几次, 分人看 do to the answer before (product.md §5). Today is 2024-09-18.</summary>
public sealed class ContextEffectTests(ContextEffectTests.Village village) : IClassFixture<ContextEffectTests.Village>
{
    [Fact]
    public async Task A_long_list_goes_on_by_its_button_and_by_words()
    {
        var chat = village.Lead;
        var first = await chat.SayAsync("谁还没回访");
        Assert.StartsWith("2024年第3季度 跟踪回访：还有 28 人未回访", first);
        Assert.Contains("以上是第 1 到 12 人", first);
        var second = await chat.SayAsync("还有呢");
        Assert.StartsWith("2024年第3季度 跟踪回访：还有 28 人未回访", second);
        Assert.Contains("以上是第 13 到 24 人", second);
        Assert.Contains("以上是第 25 到 28 人", await chat.PressAsync("看后面 4 人"));
        Assert.Contains("后面没有了", await chat.SayAsync("继续列"));
        Assert.Contains("以上是第 13 到 24 人", await chat.SayAsync("第二页"));
        Assert.Contains("（红旗村）", await chat.SayAsync("红旗村的呢"));
        Assert.Contains("以上是第 1 到 12 人", chat.Text);
    }

    [Fact]
    public async Task A_page_that_was_asked_for_survives_a_restart()
    {
        await using var app = new StationApp();
        var chat = app.Chat();
        await chat.SetUpAsync();
        await Rosters.ImportAsync(app, Village.Roster);
        await chat.SayAsync("谁还没回访");
        await chat.SayAsync("还有呢");
        await using var again = await app.RestartAsync();
        Assert.Contains("以上是第 25 到", await chat.GoOn(again).SayAsync("下一页"));
    }

    [Fact]
    public async Task A_line_of_a_list_of_people_opens_the_person()
    {
        var chat = village.Lead;
        await chat.SayAsync("谁还没回访");
        var third = chat.Text.Split('\n')[3];
        Assert.StartsWith(third["· ".Length..(third.IndexOf('）') + 1)], await chat.SayAsync("第三个详细说说"));
        await chat.SayAsync("谁还没回访 第2页");
        var last = chat.Text.Split('\n')[12];
        Assert.StartsWith(last["· ".Length..(last.IndexOf('）') + 1)], await chat.SayAsync("最后一个"));
        Assert.Contains("没有第 50 个", await chat.SayAsync("第五十个"));
    }

    [Theory]
    [InlineData("8月15号都做了啥", "第二条", "#2 ")]
    [InlineData("8月都做了啥", "最后一条展开", "#5 ")]
    [InlineData("王一今年的服务记录", "第一条", "#1 ")]
    [InlineData("哪些记录缺照片", "第三条具体说说", "#1 ")]
    public async Task A_line_of_a_list_of_records_opens_the_record(string question, string pick, string first)
    {
        await village.Lead.SayAsync(question);
        Assert.StartsWith(first, await village.Lead.SayAsync(pick));
    }

    [Fact]
    public async Task A_line_of_a_list_of_files_opens_the_file()
    {
        var chat = village.Lead;
        Assert.StartsWith("个案：进行中 2 个", await chat.SayAsync("进行中的个案"));
        var second = chat.Text.Split('\n')[2];
        Assert.Contains(second.Split(' ')[1], (await chat.SayAsync("第二个")).Split('\n')[0]);
    }

    [Theory]
    [InlineData("8月关爱帮扶做了几次", "是哪几个人", "2024年8月 关爱帮扶：服务 3 人，共 3 人次")]
    [InlineData("8月关爱帮扶做了几次", "具体哪几次", "2024年8月 关爱帮扶：共 3 条")]
    [InlineData("8月关爱帮扶做了几次", "哪几条，点开看看", "2024年8月 关爱帮扶：共 3 条")]
    [InlineData("8月关爱帮扶做了几次", "都有谁", "2024年8月 关爱帮扶：服务 3 人，共 3 人次")]
    [InlineData("8月关爱帮扶做了几次", "展开说说", "2024年8月 关爱帮扶：共 3 条")]
    [InlineData("小李8月关爱帮扶做了几次", "是哪几个人", "2024年8月 关爱帮扶（小李）：共 1 条")]
    [InlineData("本季度养老回访还差几次", "是哪几个人", "2024年第3季度 养老服务·跟踪回访：还有 28 人未回访")]
    [InlineData("养老服务调研还差几个", "都是谁", "2024年 养老服务·需求调研：还有 30 人未调研")]
    [InlineData("8月服务了多少人", "是谁", "2024年8月 全部指标：服务 4 人，共 5 人次")]
    [InlineData("名单上有多少老人", "都有谁", "2024年9月18日 养老服务：共 30 人")]
    [InlineData("8月录了多少条", "哪几条", "2024年8月 全部指标：共 5 条")]
    [InlineData("今年个案还差几个", "是哪几个", "个案：不满 5 节 2 个")]
    [InlineData("王一今年关爱帮扶了几次", "哪几次", "2024年 王一（红旗村） 关爱帮扶：共 2 条")]
    public async Task What_is_behind_a_number(string question, string follow, string first)
    {
        await village.Lead.SayAsync(question);
        Assert.Equal(first, (await village.Lead.SayAsync(follow)).Split('\n')[0]);
    }

    [Theory]
    [InlineData("8月关爱帮扶做了几次", "分人看", "2024年8月 关爱帮扶：小王最多，2 次")]
    [InlineData("8月都做了啥", "按社工分", "2024年8月 全部指标：小王最多，4 条")]
    [InlineData("今年养老关爱帮扶做了几次", "改成一个月一行", "2024年 养老服务·关爱帮扶：")]
    [InlineData("8月都做了啥", "按领域看", "2024年8月 全部指标：共 5 条")]
    [InlineData("8月关爱帮扶做了几次", "按村拆开", "2024年8月 关爱帮扶：红旗村最多，2 次\n· 红旗村 2 次\n· 东风社区 0 次\n")]
    [InlineData("8月每个社工关爱帮扶做了几次", "小李呢", "2024年8月 关爱帮扶（小李）：")]
    public async Task Parted_otherwise(string question, string follow, string first)
    {
        await village.Lead.SayAsync(question);
        Assert.StartsWith(first, await village.Lead.SayAsync(follow));
    }

    [Fact]
    public async Task A_worker_sees_the_own_number_and_no_colleagues_records()
    {
        var chat = village.Worker;
        await chat.SayAsync("8月关爱帮扶做了几次");
        Assert.StartsWith("2024年8月 关爱帮扶：你 1 次", await chat.SayAsync("分人看"));
        await chat.SayAsync("小王8月关爱帮扶做了几次");
        Assert.StartsWith("同事的记录明细站长才能看", await chat.SayAsync("哪几次"));
    }

    [Fact]
    public async Task A_group_sees_numbers_and_no_names()
    {
        var chat = village.Group;
        await chat.SayAsync("谁还没回访");
        Assert.DoesNotContain("王", await chat.SayAsync("还有呢"));
        Assert.StartsWith("群聊里不显示居民信息", await chat.SayAsync("第二个"));
    }

    [Fact]
    public async Task Two_of_a_name_are_told_apart_by_place_and_village()
    {
        var chat = village.Lead;
        Assert.StartsWith("有 2 位“李奶奶”", await chat.SayAsync("李奶奶今年的服务记录"));
        Assert.StartsWith("2024年 李桂芝（东风社区）：", await chat.SayAsync("东风社区那个"));
        await chat.SayAsync("李奶奶多久没去了");
        Assert.StartsWith("李桂兰（红旗村）：", await chat.SayAsync("我问的是红旗村二组那位"));
        await chat.SayAsync("李奶奶的电话");
        Assert.Contains("电话", await chat.SayAsync("第二个"));
        Assert.StartsWith("李桂芝（东风社区）", chat.Text);
        Assert.Contains("李桂兰（红旗村）", (await chat.SayAsync("红旗村的李奶奶")).Split('\n')[0]);
    }

    [Fact]
    public async Task What_has_no_list_says_so()
    {
        await village.Lead.SayAsync("本月还差几次关爱帮扶");
        Assert.StartsWith("上面已经全部列出了", await village.Lead.SayAsync("还有呢"));
        Assert.StartsWith("上面那个回答没有可以这样看的明细", await village.Lead.SayAsync("第二个"));
    }

    public sealed class Village : IAsyncLifetime
    {
        private const string Digits = "一二三四五六七八九十";

        private readonly StationApp _app = new();

        internal Chat Lead { get; private set; } = null!;

        internal Chat Worker { get; private set; } = null!;

        internal Chat Group { get; private set; } = null!;

        internal static string Roster { get; } = "姓名,领域,社区,需回访,电话,别名\n李桂兰,养老服务,红旗村,是,13900000001,李奶奶\n李桂芝,养老服务,东风社区,是,13900000002,李奶奶\n"
            + string.Concat(Enumerable.Range(0, 28).Select(i => $"王{(i < 10 ? "" : "大小"[(i / 10) - 1])}{Digits[i % 10]},养老服务,红旗村,是,,\n"));

        public async ValueTask InitializeAsync()
        {
            Lead = _app.Chat();
            await Lead.SetUpAsync();
            Worker = _app.Chat("u2", "小李");
            Group = new Chat(_app, "u1", "小王") { InGroup = true };
            var code = (await Lead.SayAsync("加入码"))["加入码：".Length..][..6];
            await Worker.SayAsync($"加入 {code}");
            await Rosters.ImportAsync(_app, Roster);
            await _app.ImportRecordsAsync(
                """
                日期,指标,服务对象,方式,社工,内容,名称
                2024-08-15,elder.care,王一、王二,上门,小王,聊天,
                2024-08-15,elder.care,王一,电话,小李,又打了电话,
                2024-08-16,elder.care,王三,上门,小王,送药,
                2024-08-20,elder.revisit,王四,电话,小王,问候,
                2024-08-21,elder.revisit,王一,电话,小王,问候,
                2024-07-02,elder.case,王五,上门,小王,第一节,王五
                2024-07-03,elder.case,王六,上门,小王,第一节,王六

                """);
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
