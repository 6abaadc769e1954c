using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Understanding.Readings;
using static StationBot.Tests.Transcripts.Drafts.Told;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>One sentence becomes one card, one press and a receipt (product.md §4).</summary>
public sealed class TellTests : DraftStation
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task All_that_was_told_stands_in_one_card_and_one_press_saves_it()
    {
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日 下午 李桂兰（红旗村），对吗？", await Chat.TellAsync(Visit("李桂兰")));
        Assert.Equal(
            ("elder", "revisit", "2024-09-17", "李桂兰（红旗村）", "HomeVisit", "聊了用药情况"),
            (Value("domain"), Value("category"), Value("date"), Value("person"), Value("mode"), Value("content")));
        Assert.Equal(
            """
            已保存 #1
            养老服务·跟踪回访 2024年第3季度 1/1 次 ✅
            还缺材料：水印照片、网站上传
            """,
            await Chat.PressAsync("保存"));
        Assert.Contains("2024年9月17日 下午", Chat.Card!.ToJsonString(Readable));
        Assert.Equal("没有没填完的卡片。", await Chat.SayAsync("继续刚才的"));
    }

    /// <summary>To accept a wanted change, delete the file: the next run writes it anew and fails once.</summary>
    [Fact]
    public async Task The_card_looks_as_verified()
    {
        await Chat.TellAsync(Visit("李桂兰") with { Days = [Today], IsDayAssumed = true, PartOfDay = null, Evidence = [StationBot.Indicators.EvidenceKind.WatermarkPhoto] });
        var file = Path.Combine(Repository.Root, "Bot.Tests", "Transcripts", "Drafts", "told-card.verified.json");
        var shown = Chat.Card!.ToJsonString(Readable) + "\n";
        if (!File.Exists(file))
        {
            await File.WriteAllTextAsync(file, shown);
            Assert.Fail($"{file} was missing; look at it, then run again");
        }

        Assert.Equal(await File.ReadAllTextAsync(file), shown);
    }

    [Fact]
    public async Task What_was_assumed_is_shown()
    {
        Assert.Equal(
            "要登记 养老服务·跟踪回访 2024年9月18日（按今天记，可改） 王德福（红旗村），对吗？",
            await Chat.TellAsync(Visit("王大爷") with { Days = [Today], IsDayAssumed = true, PartOfDay = null }));
        Assert.StartsWith("要登记 养老服务·跟踪回访 2024年9月12日（按这天记，可改） 王德福", await Chat.TellAsync(Visit("王大爷") with { Days = [new(2024, 9, 12)], IsDayAssumed = true, PartOfDay = null }));
    }

    [Fact]
    public async Task A_double_press_and_a_message_sent_again_make_one_record()
    {
        await Chat.TellAsync(Visit("李桂兰"), "m1");
        var press = Chat.Submission("保存");
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
        await Chat.SendAsync(new JsonObject { ["value"] = press.DeepClone() });
        Assert.Contains("没有重复登记", Chat.Text);
        await Chat.TellAsync(Visit("李桂兰"), "m1");
        await Chat.SendAsync(new JsonObject { ["value"] = press });
        Assert.Contains("没有重复登记", Chat.Text);
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 1 次", await Chat.SayAsync("今年养老回访做了几次"));
    }

    [Fact]
    public async Task Several_persons_are_several_records_with_one_undo()
    {
        var told = await Chat.TellAsync(Visit("王大爷", "李桂兰") with { People = 3 });
        Assert.Equal(
            "要登记 养老服务·跟踪回访 2024年9月17日 下午 王德福（红旗村）、李桂兰（红旗村），对吗？\n勾选的每人登记一条，其余各项相同；说的是 3 位，写了 2 个名字，少的请补在“其他姓名”里。",
            told);
        Assert.Equal(("王德福（红旗村）,李桂兰（红旗村）", ""), (Value("persons"), Value("others")));
        Assert.StartsWith("已保存 2 条：#1 王德福（红旗村）、#2 李桂兰（红旗村）", await Chat.PressAsync("保存"));
        Assert.StartsWith("已撤销 2 条", await Chat.SayAsync("撤销"));
    }

    [Fact]
    public async Task Several_days_are_several_records()
    {
        Assert.StartsWith(
            "要登记 养老服务·跟踪回访 2024年9月17日、2024年9月12日（按这天记，可改） 王德福（红旗村），对吗？",
            await Chat.TellAsync(Visit("王大爷") with { Days = [Yesterday, new(2024, 9, 12)], IsDayAssumed = true, PartOfDay = null }));
        var press = Chat.Submission("保存");
        Assert.StartsWith("已保存 2 条：#1 王德福（红旗村） 9月12日、#2 王德福（红旗村） 9月17日", await Chat.PressAsync("保存"));
        await Chat.SendAsync(new JsonObject { ["value"] = press });
        Assert.Contains("没有重复登记", Chat.Text);
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 2 次", await Chat.SayAsync("今年养老回访做了几次"));
    }

    [Fact]
    public async Task A_day_that_cannot_be_is_said_at_once() =>
        Assert.Contains("还没到，不能登记未来的服务", await Chat.TellAsync(Visit("王大爷") with { Days = [new(2024, 9, 20)] }));

    [Theory]
    [InlineData("9月31号去李奶奶家回访，聊了用药", "李桂兰（红旗村）")]
    [InlineData("9月31号去了王大爷家", "跟踪回访")]
    public async Task A_day_that_does_not_exist_never_becomes_today(string told, string choice)
    {
        await Chat.SayAsync(told);
        await Chat.PressAsync(choice);
        Assert.DoesNotContain("保存", Chat.Buttons);
        Assert.Contains("哪天", Chat.Text);
        await Chat.SayAsync("9月13号");
        Assert.Contains("2024年9月13日", Chat.Text);
    }

    [Fact]
    public async Task A_colleague_gets_the_record()
    {
        Assert.Contains("记在小李名下", await Chat.TellAsync(Visit("王大爷") with { Worker = "小李" }));
        await Chat.PressAsync("保存");
        Assert.Contains("养老服务·跟踪回访 小李", await Chat.SayAsync("查王大爷"));
    }

    [Fact]
    public async Task A_session_goes_to_the_open_case_and_a_wrong_number_is_said()
    {
        var session = Of("case.session", "case_session") with { Topic = "case", Persons = ["张强"], Session = 3 };
        Assert.Equal("要登记 个案 2024年9月18日 张强（东风社区）\n没有找到“张强”没结束的个案，先开一个，再说“继续”。", await Chat.TellAsync(session));
        await Chat.PressAsync("开个案");
        Assert.Equal("张强（东风社区）", Value("person"));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存", ("domain", "disabled"), ("problem", "想找工作")));
        Assert.Equal(
            "接着刚才的填。\n要登记 扶残助残·个案 2024年9月18日 张强（东风社区），对吗？\n说的是第 3 节，按记录这次是第 1 节。",
            await Chat.SayAsync("继续"));
        Assert.Contains("张强（东风社区） 1/5 节", await Chat.PressAsync("保存"));
    }

    [Fact]
    public async Task Gifts_and_events_fill_their_own_forms()
    {
        Assert.Equal(
            "要登记 慈善救助 2024年9月18日 中秋慰问 1200.00 元，对吗？",
            await Chat.TellAsync(Of("distribution", "distribution") with { Area = "charity", Topic = "aid", Name = "中秋慰问", Fen = 120_000, People = 20, Goods = "米20袋" }));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
        Assert.Equal(
            "要登记 社会组织活动 2024年9月18日 舞蹈队，对吗？\n说到的材料：签到表，保存后发给我。",
            await Chat.TellAsync(Of("activity", "org_activity") with { Area = "org", Topic = "activity", Name = "舞蹈队", People = 15, Evidence = [StationBot.Indicators.EvidenceKind.SignInSheet] }));
        Assert.Equal("15", (string?)Chat.Submission("保存")["people"]!.ToString());
        Assert.StartsWith("已保存 #2", await Chat.PressAsync("保存"));
    }

    [Fact]
    public async Task A_platform_row_is_ticked_in_the_checklist()
    {
        Assert.StartsWith(
            "要登记 财务管理制度 已完成，对吗？核对后点“保存”。",
            await Chat.TellAsync(Of("platform", "platform_check") with { Area = "platform", Topic = "rule.finance" }));
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
        Assert.Contains("社工证", await Chat.TellAsync(Of("platform", "platform_staff") with { Area = "platform", Topic = "staff", Name = "老周" }));
        Assert.Equal("老周", (string?)Chat.Submission("保存")["newName"]);
    }

    [Fact]
    public async Task Words_about_waiting_files_bind_them_or_ask()
    {
        var attach = Of(null, "attach") with { Content = "这是1号的照片", Days = [] };
        Assert.StartsWith("没有等着归到记录的照片或文件。", await Chat.TellAsync(attach));
        await Chat.SendFilesAsync("", ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1]));
        Assert.Contains("还没归到记录", await Chat.SayAsync("有哪些照片没归"));
        await Chat.VisitAsync("elder", "care", "2024-09-18", "王大爷");
        Assert.StartsWith("已归入 1 张照片 #1", await Chat.TellAsync(attach));
    }

    [Fact]
    public async Task In_a_group_nothing_is_entered()
    {
        var group = new Chat(App, "u1", "小王") { InGroup = true };
        Assert.Equal(StationBot.Answers.Replies.NotInGroups.Text, await group.TellAsync(Visit("李桂兰")));
    }
}
