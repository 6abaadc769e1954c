using StationBot.Understanding.Readings;
using static StationBot.Tests.Transcripts.Drafts.Told;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>Plans and attempts are kept and never counted (product.md §3.15).</summary>
public sealed class PlanTests : DraftStation
{
    private static readonly LogDraft Plan = Visit("王大爷") with { Kind = DraftKind.Plan, Days = [new(2024, 9, 19)], Content = "" };

    [Fact]
    public async Task A_plan_is_saved_by_one_press_and_never_counted()
    {
        Assert.Equal("要记下计划 养老服务·跟踪回访 2024年9月19日 下午 王德福（红旗村），对吗？计划不计入次数。", await Chat.TellAsync(Plan));
        Assert.Equal("已保存 #1\n已记下计划：9月19日 下午 养老服务·跟踪回访 王德福（红旗村）。计划不计入次数", await Chat.PressAsync("保存"));
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 0 次", await Chat.SayAsync("今年养老回访做了几次"));
        Assert.Contains("· #1 9月19日 养老服务·跟踪回访（计划） 小王", await Chat.SayAsync("查王大爷"));
        Assert.Contains("还没有联系记录", Chat.Text);
        App.Time.Advance(TimeSpan.FromDays(2));
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 0 次", await Chat.SayAsync("今年养老回访做了几次"));
    }

    [Fact]
    public async Task It_is_met_by_the_visit_that_follows_and_open_again_when_that_is_undone()
    {
        await Chat.TellAsync(Plan);
        await Chat.PressAsync("保存");
        App.Time.Advance(TimeSpan.FromDays(1));
        await Chat.TellAsync(Visit("王大爷") with { Days = [new(2024, 9, 19)] });
        Assert.Contains("9月19日的计划 #1 做到了", await Chat.PressAsync("保存"));
        Assert.Contains("（计划，#2 做到了）", await Chat.SayAsync("查王大爷"));
        await Chat.SayAsync("删掉2号");
        Assert.Contains("（计划） 小王", await Chat.SayAsync("查王大爷"));
    }

    [Fact]
    public async Task A_late_entry_of_an_earlier_visit_does_not_meet_it()
    {
        await Chat.TellAsync(Plan);
        await Chat.PressAsync("保存");
        await Chat.TellAsync(Visit("王大爷") with { Days = [new(2024, 9, 10)] });
        Assert.DoesNotContain("计划", await Chat.PressAsync("保存"));
    }

    [Fact]
    public async Task A_plan_can_be_changed_and_undone()
    {
        await Chat.TellAsync(Plan);
        await Chat.PressAsync("保存");
        Assert.StartsWith("修改 #1：计划日期 2024年9月19日 → 2024年9月21日", await Chat.SayAsync("改成9月21号"));
        Assert.StartsWith("已修改 #1\n已记下计划：9月21日", await Chat.PressAsync("保存"));
        Assert.StartsWith("已撤销", await Chat.SayAsync("删掉1号"));
    }

    [Fact]
    public async Task An_attempt_is_kept_with_the_plan_for_the_next_time()
    {
        var told = await Chat.TellAsync(Visit("王大爷") with { Kind = DraftKind.Attempt, Days = [Today], Next = new(2024, 9, 19), PartOfDay = null, Content = "去了趟王大爷家没人，明天再去" });
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月18日 王德福（红旗村），对吗？没见到人，不计入次数。", told);
        Assert.Equal(("Attempt", "2024-09-19"), (Value("outcome"), Value("next")));
        var saved = await Chat.PressAsync("保存");
        Assert.StartsWith("已保存 2 条：#1 王德福（红旗村） 9月18日、#2 王德福（红旗村） 9月19日（计划）", saved);
        Assert.Contains("没见到人：已记下，不计入次数", saved);
        Assert.Contains("已记下计划：9月19日", saved);
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 0 次", await Chat.SayAsync("今年养老回访做了几次"));
        Assert.StartsWith("已撤销 2 条", await Chat.SayAsync("撤销"));
    }

    [Fact]
    public async Task Without_the_next_day_it_is_one_record()
    {
        await Chat.TellAsync(Visit("王大爷") with { Next = new(2024, 9, 19) });
        Assert.StartsWith("已保存 1 条：#1 王德福（红旗村）", await Chat.PressAsync("保存", ("next", "")));
    }

    [Fact]
    public async Task What_was_called_off_may_become_a_plan()
    {
        await Chat.SayAsync("开小组");
        await Chat.PressAsync("保存", ("domain", "elder"), ("name", "手工小组"));
        var told = Of("group.session", "group_cancelled") with { Kind = DraftKind.Cancelled, Topic = "group", Name = "手工小组", Next = new(2024, 9, 20) };
        Assert.EndsWith("没开成的不计入次数。要记下 2024年9月20日 的计划吗？", await Chat.TellAsync(told));
        Assert.StartsWith("要记下计划 养老服务·小组 2024年9月20日 手工小组，对吗？", await Chat.PressAsync("记计划"));
        Assert.Contains("已记下计划：9月20日 养老服务·小组 手工小组", await Chat.PressAsync("保存"));
        Assert.Equal("没开成的不计入次数，没有登记。改到哪天，说一声就记下计划。", await Chat.TellAsync(told with { Next = null }));
    }

    [Fact]
    public async Task A_plan_beyond_the_project_years_is_refused() =>
        Assert.Contains("不在项目年度内", await Chat.TellAsync(Plan with { Days = [new(2025, 1, 3)] }));
}
