using StationBot.Tests.Ledgers;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>Upload marks for 中国社会工作网, and what evidence is lacking.</summary>
public sealed class UploadMarkTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Three_of_today_are_marked_and_the_mark_is_undone_and_restored()
    {
        var chat = await WithVisitsAsync("2024-09-18", "2024-09-18", "2024-09-18", "2024-09-17");
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("已标记上传 3 条：#1、#2、#3。", await chat.SayAsync("今天那三条都传了"));
        Assert.StartsWith("2024年 网站上传：缺 1 条", await chat.SayAsync("哪些记录没上传"));
        Assert.Equal("已撤销上一次的改动，共 3 条：#1、#2、#3。", await chat.SayAsync("撤销"));
        Assert.StartsWith("2024年 网站上传：缺 4 条", await chat.SayAsync("哪些记录没上传"));
        Assert.Equal("已恢复上一次的改动，共 3 条：#1、#2、#3。", await chat.SayAsync("恢复"));
        Assert.StartsWith("2024年 网站上传：缺 1 条", await chat.SayAsync("哪些记录没上传"));
        // The records themselves were never touched.
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：共 4 次", await chat.SayAsync("老人本月关爱帮扶做了几次"));
    }

    [Theory]
    [InlineData("都传网站了", "已标记上传 2 条：#1、#2。")]
    [InlineData("今天的都上传了", "已标记上传 2 条：#1、#2。")]
    [InlineData("昨天的都上传了", "已标记上传 1 条：#3。")]
    [InlineData("3号传了", "已标记上传 1 条：#3。")]
    [InlineData("1、3号都传了", "已标记上传 2 条：#1、#3。")]
    [InlineData("#3 传了", "已标记上传 1 条：#3。")]
    [InlineData("刚才那条传了", "已标记上传 1 条：#3。")]
    [InlineData("17号的都传了", "已标记上传 1 条：#3。")]
    [InlineData("本周的都传了", "已标记上传 3 条：#3、#1、#2。")]
    [InlineData("居民乙那条传网站了", "已标记上传 1 条：#2。")]
    [InlineData("昨天居民丙那条已经传网站了", "已标记上传 1 条：#3。")]
    [InlineData("99号传了", "没有找到 #99 这条记录。")]
    [InlineData("没传 1", "#1 本来就没有标记上传。")]
    [InlineData("8月的都传了", "2024年8月没有你登记的、要传网站的记录。")]
    public async Task It_is_said_in_many_ways(string said, string answer) =>
        Assert.Equal(answer, await (await WithVisitsAsync("2024-09-18", "2024-09-18", "2024-09-17")).SayAsync(said));

    [Fact]
    public async Task Said_again_it_changes_nothing_and_a_mark_is_taken_back()
    {
        var chat = await WithVisitsAsync("2024-09-18", "2024-09-18");
        await chat.SayAsync("今天的都传了");
        Assert.Equal("今天的 2 条已经标记过上传了：#1、#2。", await chat.SayAsync("今天的都传了"));
        Assert.Equal("已取消上传标记 1 条：#2。", await chat.SayAsync("没传 2"));
        Assert.Equal("已标记上传 1 条：#2。", await chat.SayAsync("今天那两条都传了"));
    }

    [Fact]
    public async Task A_number_that_does_not_fit_is_asked_for()
    {
        var chat = await WithVisitsAsync("2024-09-18", "2024-09-18");
        Assert.Equal("今天只有 2 条没标记的，是这 2 条吗？\n· #1 9月18日 养老服务·关爱帮扶 居民甲\n· #2 9月18日 养老服务·关爱帮扶 居民乙", await chat.SayAsync("今天那三条都传了"));
        Assert.Equal("已标记上传 2 条：#1、#2。", await chat.PressAsync("是这 2 条"));

        await VisitAsync(chat, "2024-09-18", 2);
        await VisitAsync(chat, "2024-09-18", 3);
        Assert.StartsWith("今天有 2 条没标记的，是哪 1 条？可以说“3号传了”。", await chat.SayAsync("今天那一条传了"));
    }

    [Fact]
    public async Task The_receipt_has_the_button_while_the_mark_is_missing()
    {
        var chat = await WithVisitsAsync("2024-09-18");
        Assert.Equal(["撤销", "修改", "再记一条", "已传网站"], chat.Buttons);
        Assert.Equal("已标记上传 #1\n养老服务·关爱帮扶 2024年9月 1/2 次 差 1 次\n还缺材料：水印照片", await chat.PressAsync("已传网站"));
        Assert.Equal(["撤销", "修改", "再记一条"], chat.Buttons);
    }

    /// <summary>Done is one figure, ready another, in the rows of every answer about targets.</summary>
    [Fact]
    public async Task Months_and_tasks_show_what_lacks_evidence()
    {
        var chat = await WithVisitsAsync("2024-09-18");
        Assert.Contains("· 2024年9月 1/2 次 差 1 次（1 次材料未齐）", await chat.SayAsync("养老关爱每个月还差几次"));
        await chat.SayAsync("今年总体进度");
        Assert.Contains("完成 0/8 项，材料齐 0 项", chat.Card!.ToJsonString(Readable));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_record_that_the_site_does_not_want_is_not_marked()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记发放");
        await chat.PressAsync("保存", ("name", "中秋慰问"), ("amount", "1200"), ("recipients", "20"));
        Assert.DoesNotContain("已传网站", chat.Buttons);
        Assert.Equal("#1 是慈善救助，不用传中国社会工作网。", await chat.SayAsync("1号传了"));
        Assert.Equal("今天没有你登记的、要传网站的记录。", await chat.SayAsync("都传网站了"));
    }

    [Fact]
    public async Task Nobody_marks_what_is_somebody_elses()
    {
        var lead = await WithVisitsAsync("2024-09-18");
        var code = (await lead.SayAsync("加入码")).Split('：')[1][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync("加入 " + code);
        Assert.Equal("#1 不是你登记的，只有登记人或站长可以改。", await worker.SayAsync("1号传了"));
        Assert.Equal("今天没有你登记的、要传网站的记录。", await worker.SayAsync("都传网站了"));
    }

    /// <summary>A tick and a picture of the page prove the same: taking the tick back leaves what the picture proves.</summary>
    [Fact]
    public async Task A_bound_screenshot_stays_evidence_when_the_mark_is_taken_back()
    {
        var chat = await WithVisitsAsync("2024-09-18");
        await chat.SayAsync("1号传了");
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await chat.SendFilesAsync("1号网站截图", ("截图.png", SampleFiles.Png));
        Assert.Equal(["1|2|0"], Rows("SELECT number, kind, marked FROM attachment"));

        Assert.Equal("已取消上传标记 1 条：#1。\n#1 归入的上传截图还在，仍算已上传。", await chat.SayAsync("1号没传"));
        Assert.Equal(["撤销", "解除"], chat.Buttons);
        Assert.Equal(["1|2|1"], Rows("SELECT number, kind, marked FROM attachment"));
        Assert.Equal("2024年 网站上传：齐了", await chat.SayAsync("哪些记录没上传"));
        // There is no mark any more that could be taken back.
        Assert.Equal("#1 归入的上传截图还在，仍算已上传。", await chat.SayAsync("1号没传"));

        await chat.SayAsync("1号传了");
        await chat.SayAsync("1号没传");
        await chat.PressAsync("解除");
        Assert.StartsWith("2024年 网站上传：缺 1 条", await chat.SayAsync("哪些记录没上传"));
        Assert.Equal(["||0"], Rows("SELECT number, kind, marked FROM attachment"));
    }

    [Fact]
    public async Task A_mark_that_was_taken_back_and_comes_back_outlives_the_screenshot()
    {
        var chat = await WithVisitsAsync("2024-09-18");
        await chat.SayAsync("1号传了");
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await chat.SendFilesAsync("1号网站截图", ("截图.png", SampleFiles.Png));
        await chat.SayAsync("1号没传");
        Assert.Equal("已撤销上一次的改动，共 1 条：#1。", await chat.SayAsync("撤销"));
        await chat.SayAsync("1号没传");
        var stays = chat.Buttons;
        Assert.Equal(["撤销", "解除"], stays);
        await chat.PressAsync("撤销");
        Assert.Equal(["1|2|0"], Rows("SELECT number, kind, marked FROM attachment"));
    }

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.DatabaseFile, sql);

    [Fact]
    public async Task One_record_tells_what_it_lacks()
    {
        var chat = await WithVisitsAsync("2024-09-18");
        Assert.Equal("#1 9月18日 养老服务·关爱帮扶 居民甲：还缺水印照片、网站上传", await chat.SayAsync("1号的材料齐了吗"));
        Assert.Equal("已标记上传 #1\n养老服务·关爱帮扶 2024年9月 1/2 次 差 1 次\n还缺材料：水印照片", await chat.PressAsync("已传网站"));
        Assert.Equal("#1 9月18日 养老服务·关爱帮扶 居民甲：还缺水印照片\n已有：网站上传", await chat.SayAsync("1号还缺啥材料"));
    }

    [Fact]
    public async Task The_records_that_lack_something_are_listed_with_their_numbers()
    {
        var chat = await WithVisitsAsync("2024-09-18", "2024-08-15");
        await chat.SayAsync("1号传了");
        Assert.Equal("2024年 水印照片：缺 2 条\n· #2 8月15日 养老服务·关爱帮扶 居民乙\n· #1 9月18日 养老服务·关爱帮扶 居民甲", await chat.SayAsync("哪些记录缺照片"));
        Assert.Equal("2024年8月 水印照片：缺 1 条\n· #2 8月15日 养老服务·关爱帮扶 居民乙", await chat.SayAsync("8月的照片缺几张"));
        Assert.Equal("2024年9月 网站上传：齐了", await chat.SayAsync("9月哪些没上传"));
        Assert.StartsWith("2024年 材料：缺 2 条\n· #2 8月15日 养老服务·关爱帮扶 居民乙 缺水印照片、网站上传\n", await chat.SayAsync("还缺啥材料"));
        Assert.StartsWith("2024年 全部指标：材料齐 0/53 项，已做 0/53 项", await chat.SayAsync("材料齐的有几项"));

        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("2024年8月 水印照片：缺 1 条\n· #2 8月15日 养老服务·关爱帮扶", await group.SayAsync("8月的照片缺几张"));
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("都传网站了"));
    }

    private async Task<Chat> WithVisitsAsync(params string[] dates)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        foreach (var (place, date) in dates.Index())
        {
            await VisitAsync(chat, date, place);
        }

        return chat;
    }

    private static Task<string> VisitAsync(Chat chat, string date, int place) => chat.VisitAsync("elder", "care", date, "居民" + "甲乙丙丁"[place]);
}
