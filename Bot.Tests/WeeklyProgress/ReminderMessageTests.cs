using Microsoft.Extensions.Configuration;
using StationBot.Answers;
using StationBot.Tests.Transcripts;
using StationBot.WeeklyProgress;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>A word only where one is worth saying, each thing when it begins.</summary>
public sealed class ReminderMessageTests : IAsyncLifetime
{
    /// <summary>Wednesday 2024-09-18, 15:00.</summary>
    private readonly StationApp _app = new();

    private Chat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _chat = _app.Chat();
        await _chat.SetUpAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("2024-10-20", null)]
    [InlineData("2024-10-24", "2024年10月 全部指标：还差 11 项，离月底 7 天")]
    [InlineData("2024-10-25", null)]
    [InlineData("2024-10-28", "2024年10月 全部指标：还差 11 项，离月底 3 天")]
    [InlineData("2024-10-30", "2024年10月 全部指标：还差 11 项，离月底 1 天")]
    [InlineData("2024-10-31", null)]
    public async Task Before_a_month_closes_what_is_behind_is_told(string day, string? first)
    {
        var reminder = await OnAsync(day);
        Assert.Equal(first, reminder?.Text.Split('\n')[0]);
        Assert.InRange(reminder?.Text.Split('\n').Length ?? 4, 4, PushPage.MostLines);
    }

    [Fact]
    public async Task Before_a_quarter_closes_month_and_quarter_stand_in_one_message()
    {
        MoveTo("2024-09-27");
        var lines = (await _app.ReminderAsync())!.Text.Split('\n');
        Assert.InRange(lines.Length, 6, PushPage.MostLines);
        await _chat.SayAsync("本月还差啥");
        Assert.Equal(_chat.FirstLine, lines[0]);
        Assert.Contains("2024年第3季度 跟踪回访、公益推介：还差 5 次，离季度末 3 天", lines);
    }

    [Fact]
    public async Task Who_is_not_behind_hears_nothing()
    {
        await _chat.SayAsync("平台检查");
        Assert.Null(await _app.ReminderAsync());
    }

    [Fact]
    public async Task A_session_of_tomorrow_is_told_with_its_button_and_only_to_whose_it_is()
    {
        await SessionAsync(next: "2024-09-19");
        var reminder = (await _app.ReminderAsync())!;
        Assert.Equal("2024年9月19日 个案、小组：约了 1 节：刘玉珍 第 2 节", reminder.Text);
        Assert.Contains("记刘玉珍的个案", System.Text.Encoding.UTF8.GetString(reminder.Card!.Value.Span), StringComparison.Ordinal);
        Assert.Equal("2024年9月19日 个案、小组：约了 1 节", (await _app.ReminderAsync(isGroup: true))!.Text);
        await _chat.SayAsync("加入码");
        var code = System.Text.RegularExpressions.Regex.Match(_chat.Text, "[A-Z0-9]{6,10}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await _app.Chat("u2", "小李").SayAsync("加入 " + code);
        Assert.Null(await _app.ReminderAsync(worker: "小李"));
    }

    [Fact]
    public async Task A_stalled_case_is_told_once()
    {
        MoveTo("2024-10-01");
        await SessionAsync(next: "", day: "2024-10-01");
        Assert.Null(await OnAsync("2024-10-14"));
        Assert.Equal("2024年 个案、小组：停滞 1 个：刘玉珍 14 天没有新的一节", (await OnAsync("2024-10-15"))!.Text);
        Assert.Null(await OnAsync("2024-10-16"));
    }

    [Fact]
    public async Task A_record_without_a_photo_is_told_after_three_days_once()
    {
        MoveTo("2024-10-14");
        await _chat.VisitAsync("elder", "care", "2024-10-14", "李桂兰");
        Assert.Null(await OnAsync("2024-10-16"));
        var reminder = (await OnAsync("2024-10-17"))!;
        Assert.Equal("2024年 水印照片：缺 1 条，其中 1 条已有 3 天：#1 10月14日 养老服务·关爱帮扶 李桂兰", reminder.Text);
        await _chat.SayAsync("哪些记录缺照片");
        Assert.Equal("2024年 水印照片：缺 1 条", _chat.FirstLine);
        Assert.Null(await OnAsync("2024-10-18"));
    }

    /// <summary>Nothing goes out on days off: of what begins on one, the next working day tells; of what ends on one, the last before it.</summary>
    [Fact]
    public async Task What_falls_on_a_holiday_is_told_beside_it()
    {
        MoveTo("2024-09-29");
        await _chat.VisitAsync("elder", "care", "2024-09-29", "李桂兰");
        Assert.Null(await OnAsync("2024-09-30"));
        Assert.Contains("已有 3 天：#1 9月29日", (await OnAsync("2024-10-08"))!.Text, StringComparison.Ordinal);
        Assert.Null(await OnAsync("2024-10-09"));
        // The month closes on a Saturday: its last day but one is a Friday, seven before is a Saturday.
        MoveTo("2024-11-01");
        Assert.StartsWith("2024年11月 全部指标：还差", (await OnAsync("2024-11-22"))!.Text, StringComparison.Ordinal);
        Assert.Null(await OnAsync("2024-11-25"));
        Assert.StartsWith("2024年11月 全部指标：还差", (await OnAsync("2024-11-29"))!.Text, StringComparison.Ordinal);
    }

    /// <summary>There is room for five buttons.</summary>
    [Fact]
    public void Of_several_things_each_can_be_begun()
    {
        var page = Reminder.Join(
        [
            new Reminder(1, "明天", "约了 1 节", [], [ActionModel.Ask("记个案"), ActionModel.Ask("明天到期的")]),
            new Reminder(3, "本月", "还差 1 项", [], [ActionModel.Ask("记走访"), ActionModel.Ask("本月还差啥")]),
            new Reminder(60, "照片", "缺 1 条", [], [ActionModel.Ask("哪些记录缺照片")]),
        ]);
        Assert.Equal(["记个案", "记走访", "哪些记录缺照片", "明天到期的", "本月还差啥"], page.Actions.Select(action => action.Title));
        Assert.All(page.Blocks, block => Assert.True(block.IsApart));
    }

    [Theory]
    [InlineData("7,3,1", null)]
    [InlineData(" 5 ， 2", null)]
    [InlineData("", null)]
    [InlineData("7,0", "“0”不是 1 到 30 的天数，应写成 7,3,1")]
    [InlineData("一周", "“一周”不是 1 到 30 的天数，应写成 7,3,1")]
    public void Days_are_checked_at_the_start(string value, string? reason) => Assert.Equal(reason, ReminderOptions.DaysReason(value));

    [Fact]
    public void Settings_are_read()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [ReminderOptions.MonthKey] = "5，2",
            [ReminderOptions.QuarterKey] = "",
            [ReminderOptions.PhotoKey] = "10",
        }).Build();
        var options = ReminderOptions.Of(configuration);
        Assert.Equal([5, 2], options.DaysBeforeMonthEnd);
        Assert.Empty(options.DaysBeforeQuarterEnd);
        Assert.Equal(10, options.DaysWithoutPhoto);
        Assert.Equal([7, 3, 1], ReminderOptions.Of(new ConfigurationBuilder().Build()).DaysBeforeMonthEnd);
    }

    private async Task<StationBot.Messages.Reply?> OnAsync(string day)
    {
        MoveTo(day);
        return await _app.ReminderAsync();
    }

    private async Task SessionAsync(string next, string day = "2024-09-18")
    {
        await _chat.SayAsync("开个案");
        await _chat.PressAsync("保存", ("domain", "elder"), ("others", "刘玉珍"), ("problem", "独居"));
        await _chat.SayAsync("记个案");
        await _chat.PressAsync("保存", ("date", day), ("content", "谈了生活"), ("next", next));
        Assert.StartsWith("已保存", _chat.Text, StringComparison.Ordinal);
    }

    private void MoveTo(string day) => _app.Time.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day), new TimeOnly(7, 0), TimeSpan.Zero));
}
