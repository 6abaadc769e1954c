using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>What a station's office asks for beside its numbers (product.md §5): evidence, checks, reports, other stations, reminders. Today is 2024-09-18.</summary>
public sealed class OfficeTests(AskingTests.Sunshine station) : IClassFixture<AskingTests.Sunshine>
{
    [Theory]
    [InlineData("养老关爱帮扶的照片齐不齐", "2024年 养老服务·关爱帮扶 水印照片：缺 1 条，已有 1 条")]
    [InlineData("专项基金的台账有了吗", "2024年 专项基金 台账：还没有要材料的记录")]
    [InlineData("小王还有哪些记录缺照片", "2024年 水印照片（小王）：齐了")]
    [InlineData("电话回访的缺照片吗", "2024年 跟踪回访 水印照片（电话）：齐了")]
    [InlineData("独居老人的照片齐了吗", "还不能只看「独居」的，看下面的可以吗？")]
    [InlineData("王德福的个案材料齐不齐", "王德福（红旗村）的个案：材料齐了")]
    [InlineData("王德福的个案下次什么时候", "王德福（红旗村）的个案：没有约下次日期，下一节是第 4 节，上次是5月3日")]
    [InlineData("验收准备到几成了", "2024年 全部指标：材料齐 3/53 项，已做 4/53 项")]
    [InlineData("补录的有几条", "2024年 全部指标：补录 89 条")]
    [InlineData("10月补录的有几条", "2024年10月 全部指标：没有补录的记录")]
    [InlineData("有没有重复用的照片", "2024年 全部指标：没有重复使用的照片")]
    [InlineData("不满5节的个案有哪些", "个案：不满 5 节 2 个")]
    [InlineData("今年结案的个案有几个", "2024年 个案：已结案 0 个")]
    [InlineData("哪些个案能拿来写成功案例", "2024年 成功案例：可以推荐 1 个")]
    [InlineData("手工小组每节来了几个人", "2024年 小组（手工小组）：2 节，都没有登记出席人数")]
    [InlineData("小组里谁来得最勤", "2024年 小组：出席没有登记姓名，排不了")]
    [InlineData("帮我写个8月工作小结", "2024年8月 全部指标：完成 4/11 项")]
    [InlineData("8月养老服务小结", "2024年8月 养老服务：完成 1/2 项")]
    [InlineData("小王9月的小结写一份", "2024年9月 全部指标（小王）：有 1 项做了服务")]
    [InlineData("给广场舞活动写条新闻", "2024年9月 社会组织活动 新闻稿：没有找到可以写的记录")]
    [InlineData("给2月的社会组织活动写条新闻", "2024年2月 社会组织活动 新闻稿：可以从 1 条记录写起")]
    [InlineData("阳光站比河西站差在哪", "现在只能看本站的，看不到其他站，没法比较。本站的情况：")]
    [InlineData("八月份哪些站还没关账", "现在没有按月关账，也只能看本站的情况，看不到其他站。")]
    [InlineData("迎检资料打个包", "迎检材料还不能一键打包。现在可以先导出台账，再看缺什么：")]
    [InlineData("谢谢", "好的，有事随时找我。")]
    [InlineData("直接帮我给王德福打个电话", "这件事我不能替你做。做完告诉我，我来登记；也可以先查要联系的人的情况。")]
    [InlineData("导出花名册", "听到的是“导出”。要导出哪一份？名单和照片还不能导出。")]
    [InlineData("第3条删掉", "听到的是“撤销”。撤销编号 3 的记录吗？")]
    public async Task A_question_has_its_first_line(string question, string first) => Assert.Equal(first, await station.FirstLineAsync(question));

    [Theory]
    [InlineData("儿童这块迎检还有啥漏洞", "2024年 儿童关爱保护：没做够 8 项，做够但材料未齐 0 项，离年底 104 天\n· 儿童关爱保护·需求调研 还没有导入名单，无法计算\n")]
    [InlineData("帮我写个8月工作小结", "\n没做够：")]
    [InlineData("8月养老服务小结", "\n· 养老服务：资源链接 2 次\n没做够：养老服务·关爱帮扶 2 次。\n")]
    [InlineData("给2月的社会组织活动写条新闻", "社会组织活动 广场舞：广场舞，20 人")]
    [InlineData("养老关爱帮扶的照片齐不齐", " 养老服务·关爱帮扶 王德福")]
    [InlineData("不满5节的个案有哪些", "\n· 王德福")]
    public async Task An_answer_tells(string question, string told) => Assert.Contains(told, await station.SayAsync(question));

    [Fact]
    public async Task Which_file_is_to_be_closed_is_asked_with_the_open_ones()
    {
        await using var app = new StationApp();
        var chat = app.Chat();
        await chat.SetUpAsync();
        Assert.Equal("现在没有进行中的个案或小组。", await chat.SayAsync("结案"));
        await chat.SayAsync("开养老个案");
        await chat.PressAsync("保存", ("person", "刘玉珍"), ("problem", "独居"));
        Assert.Equal("结案哪一个？", await chat.SayAsync("结案"));
        Assert.Equal(["1号个案 养老服务 刘玉珍"], chat.Buttons);
        Assert.Equal("转交哪一个？", await chat.SayAsync("转交"));
        Assert.Equal("刘玉珍的个案：还没有做过一节，没有要交的材料", (await chat.SayAsync("刘玉珍的个案材料齐不齐")).Split('\n')[0]);
        await chat.SayAsync("记刘玉珍的个案");
        await chat.PressAsync("保存", ("date", "2024-09-18"), ("content", "建立关系"), ("next", "2024-09-25"));
        Assert.Equal("刘玉珍的个案：缺 2 样材料\n· 第 1 节缺水印照片、网站上传\n已做 1 节，每节要水印照片、网站上传。", await chat.SayAsync("刘玉珍的个案材料齐不齐"));
        Assert.Equal("刘玉珍的个案：下次 9月25日（还有 7 天），第 2 节", await chat.SayAsync("刘玉珍的个案下一节什么时候"));
    }

    [Fact]
    public async Task One_picture_on_two_records_is_found_until_one_of_them_is_undone()
    {
        await using var app = new StationApp();
        var chat = app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.SendFilesAsync("", ("a.jpg", SampleFiles.Jpeg("a")));
        await chat.VisitAsync("elder", "care", "2024-09-18", "刘玉珍");
        app.Time.Advance(TimeSpan.FromMinutes(3));
        await chat.SendFilesAsync("", ("b.jpg", SampleFiles.Jpeg("a")));
        Assert.StartsWith("2024年 全部指标：重复使用 1 张照片\n· 同一张照片用在 #1、#2\n", await chat.SayAsync("有没有重复用的照片"));
        await chat.SayAsync("撤销2号");
        Assert.StartsWith("2024年 全部指标：没有重复使用的照片", await chat.SayAsync("有没有重复用的照片"));
    }

    [Fact]
    public async Task What_a_colleague_lacks_is_for_the_lead()
    {
        await using var app = new StationApp();
        var lead = app.Chat();
        await lead.SetUpAsync();
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var worker = app.Chat("u2", "小李");
        await worker.SayAsync($"加入 {code}");
        await lead.VisitAsync("elder", "care", "2024-09-10", "李桂兰");
        const string refused = "同事个人的情况只有站长能看。可以问全站的，或你自己的。";
        Assert.Equal(refused, await worker.SayAsync("小王补录了几条"));
        Assert.Equal(refused, await worker.SayAsync("小王还有哪些记录缺照片"));
        Assert.Equal(refused, await worker.SayAsync("小王9月的小结写一份"));
        Assert.StartsWith("2024年 全部指标（小李）：没有补录的记录", await worker.SayAsync("我补录了几条"));
        Assert.StartsWith("2024年 全部指标（小王）：补录 1 条", await lead.SayAsync("小王补录了几条"));
    }

    [Fact]
    public async Task Attendance_is_told_by_session_by_person_and_by_rank()
    {
        await using var app = new StationApp();
        var chat = app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("开小组");
        await chat.PressAsync("保存", ("domain", "elder"), ("name", "手工"), ("planned", "5"), ("members", "刘玉珍、王德福"));
        foreach (var (day, came) in new[] { ("2024-09-10", "刘玉珍,王德福"), ("2024-09-17", "刘玉珍") })
        {
            await chat.SayAsync("记小组");
            await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("date", day), ("content", "剪纸"), ("attendance", came));
        }

        Assert.Equal(
            "2024年 小组（手工）：2 节，共 3 人次\n· 手工 第 1 节 9月10日 2 人\n· 手工 第 2 节 9月17日 1 人",
            await chat.SayAsync("手工小组每节签到人数"));
        Assert.Equal("2024年 小组 王德福：出席 1 节，缺 1 节\n· 手工 出席 1 节，缺 1 节", await chat.SayAsync("王德福小组缺过几次课"));
        Assert.StartsWith("2024年 小组：来得最多的 1 人，2 节\n· 刘玉珍 2 节\n· 王德福 1 节\n", await chat.SayAsync("小组里谁来得最勤"));
        Assert.StartsWith("2024年 养老服务·小组：来得最少的 1 人，1 节\n· 王德福 1 节\n", await chat.SayAsync("哪几个老人老是不来小组"));
        // Two members, three of four that could have come.
        Assert.Equal("2024年 小组：手工出席率最高，75%\n· 手工 2 节，平均每节 1.5 人，出席率 75%", await chat.SayAsync("哪个小组出席率最高"));
        Assert.Equal("群聊里不显示居民信息。请私聊我。", await new Chat(app, "u1", "小王") { InGroup = true }.SayAsync("小组里谁来得最勤"));
    }
}
