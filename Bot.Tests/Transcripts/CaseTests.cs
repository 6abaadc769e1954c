namespace StationBot.Tests.Transcripts;

/// <summary>个案 and 慈善发放 by card: from the sentence that asks for it to the receipt in three presses.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_case_is_opened_counts_with_its_fifth_session_and_is_closed()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        Assert.Equal("已保存 #1\n个案建好了，共要 5 节，说“记个案”记第 1 节\n名单里没有刘玉珍，已按名单外人员登记", chat.Text);
        for (var session = 1; session <= 4; session++)
        {
            await SessionAsync(chat, $"2024-09-0{session}");
            Assert.Contains($"养老服务·个案 刘玉珍 {session}/5 节\n养老服务·个案 2024年 0/6 个 差 6 个", chat.Text);
        }

        Assert.Contains("养老服务·个案 刘玉珍 5/5 节\n养老服务·个案 2024年 1/6 个 差 5 个", await SessionAsync(chat, "2024-09-05"));
        Assert.Equal("2024年 个案：还差 23 个，离年底 104 天", (await chat.SayAsync("还差几个个案")).Split('\n')[0]);

        await chat.SayAsync("个案结案");
        Assert.Contains("个案已结束，共做了 5 节", await chat.PressAsync("保存", ("file", FirstFile(chat)), ("content", "目标达成")));
        Assert.Equal("还没有进行中的个案。先说“开个案”建一个。", await chat.SayAsync("记个案"));
        Assert.StartsWith("已撤销 #7", await chat.SayAsync("撤销"));
        await chat.SayAsync("记个案");
        Assert.Contains("保存", chat.Buttons);
    }

    [Fact]
    public async Task An_undone_session_gives_its_number_back_and_counts_no_more()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "disabled", "张强");
        await SessionAsync(chat, "2024-09-02");
        await SessionAsync(chat, "2024-09-03");
        await chat.SayAsync("撤销");
        Assert.Contains("扶残助残·个案 张强 2/5 节", await SessionAsync(chat, "2024-09-04"));
        Assert.Equal("已经有 2 节记录，先撤销它们，才能撤销这一条。", await chat.SayAsync("撤销1号"));
    }

    [Fact]
    public async Task Two_sessions_on_one_day_count_with_a_warning()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "child", "林小雨");
        await SessionAsync(chat, "2024-09-02");
        var second = await SessionAsync(chat, "2024-09-02");
        Assert.Contains("儿童关爱保护·个案 林小雨 2/5 节", second);
        Assert.Contains("2024年9月2日已有一节，同一天两节都计数", second);
    }

    [Fact]
    public async Task A_second_open_case_of_a_person_is_pointed_out()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        Assert.Contains("刘玉珍已有一个没结束的个案", await OpenAsync(chat, "elder", "刘玉珍"));
    }

    [Theory]
    [InlineData("999.99", "慈善救助 2024年9月 1/1 次 ✅", false)]
    [InlineData("1000", "慈善救助 2024年9月 1/1 次 ✅", true)]
    public async Task A_distribution_counts_and_from_1000_yuan_on_meets_the_amount(string amount, string effect, bool isLarge)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记发放");
        await chat.PressAsync("保存", ("name", "中秋米面油慰问"), ("amount", amount), ("recipients", "20户"), ("goods", "米20袋"));
        Assert.StartsWith($"已保存 #1\n{effect}", chat.Text);
        Assert.Equal(isLarge, chat.Text.Contains("慈善救助资金 2024年 1/1 次 ✅", StringComparison.Ordinal));
        Assert.StartsWith("2024年9月 慈善救助：已达标", await chat.SayAsync("本月慈善救助够了没"));
    }

    [Theory]
    [InlineData("amount", "一大笔", "折合金额应是大于 0 的金额，例如 1200 或 1200.50")]
    [InlineData("amount", "0", "折合金额应是大于 0 的金额，例如 1200 或 1200.50")]
    [InlineData("recipients", "", "请填写领取人或户数")]
    [InlineData("name", "", "请填写名称")]
    public async Task A_distribution_says_what_is_wrong(string field, string value, string error)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记发放");
        await chat.PressAsync("保存", ("name", "中秋慰问"), ("amount", "1200"), ("recipients", "20"), (field, value));
        Assert.Equal($"还没有保存：有 1 处要改。{error}。", chat.Text);
    }

    [Fact]
    public async Task A_file_of_another_station_is_no_choice()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        var other = _app.Chat("u9", "老赵");
        await other.SetUpAsync("河西社工站");
        await OpenAsync(other, "elder", "周大爷");
        await other.SayAsync("记个案");
        await other.PressAsync("保存", ("file", "1"), ("content", "聊了"));
        Assert.Equal("还没有保存：有 1 处要改。请从列表中选择个案。", other.Text);
    }

    private static async Task<string> OpenAsync(Chat chat, string domain, string person)
    {
        await chat.SayAsync("开个案");
        return await chat.PressAsync("保存", ("domain", domain), ("others", person), ("problem", "丧偶后情绪低落"));
    }

    private static async Task<string> SessionAsync(Chat chat, string date)
    {
        await chat.SayAsync("记个案");
        return await chat.PressAsync("保存", ("file", FirstFile(chat)), ("date", date), ("content", "谈了近况"));
    }

    private static string FirstFile(Chat chat) => chat.Choices("file")[0];
}
