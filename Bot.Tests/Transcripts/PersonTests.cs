using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.Tests.Ledgers;

namespace StationBot.Tests.Transcripts;

/// <summary>The roster by chat: looked up, added, changed, left, come back, listed (product.md §3.7, §3.8, §7, §8).</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private const string Roster =
        """
        姓名,领域,标签,性别,出生日期,社区,电话,需回访,入册日期,别名
        李桂兰,养老服务,独居、高龄,女,1941-03-02,红旗村,13900000001,是,2024-01-01,李奶奶
        李桂芝,养老服务、社会救助,空巢,女,1946-08-19,东风社区,13900000002,是,2024-01-01,李奶奶
        王德福,养老服务,独居,男,1944-11-30,红旗村,13900000003,是,2024-01-01,
        张三,社会救助,低保,男,1972-04-03,东风社区,13900000010,否,2024-01-01,

        """;

    private readonly StationApp _app = new();
    private readonly Chat _chat;

    public PersonTests() => _chat = _app.Chat();

    public async ValueTask InitializeAsync()
    {
        await _chat.SetUpAsync();
        await ImportAsync(Roster);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_person_is_looked_up_with_all_that_is_known()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-12", "王德福");
        await _chat.VisitAsync("elder", "revisit", "2024-09-16", "王德福");
        Assert.Equal(
            """
            王德福（红旗村）：2 天未联系
            名单：在册，2024年1月1日入册
            领域：养老服务
            标签：独居
            性别：男
            出生日期：1944年11月30日
            电话：13900000003
            需回访：是
            · #2 9月16日 养老服务·跟踪回访 小王
            · #1 9月12日 养老服务·关爱帮扶 小王
            """,
            await _chat.SayAsync("查王大爷"));
        Assert.Equal(["记走访", "修改资料", "取消需回访", "迁出/去世"], _chat.Buttons);
        await _chat.PressAsync("记走访");
        Assert.StartsWith("已保存 #3", await _chat.PressAsync("保存", ("category", "care"), ("content", "聊天")));
        Assert.StartsWith("王德福（红旗村）：今天联系过", await _chat.SayAsync("王大爷最近谁去过"));
    }

    [Fact]
    public async Task A_long_timeline_is_cut_and_says_so()
    {
        for (var day = 1; day <= 12; day++)
        {
            await _chat.VisitAsync("elder", "care", $"2024-09-{day.ToString("00", CultureInfo.InvariantCulture)}", "王德福");
        }

        var lines = (await _chat.SayAsync("王德福的情况")).Split('\n');
        Assert.Equal(10, lines.Count(line => line.StartsWith("· #", StringComparison.Ordinal)));
        Assert.Equal("共 12 条记录，以上是最近 10 条。", lines[^1]);
        await _chat.SayAsync("撤销12号");
        Assert.Contains("共 11 条记录", await _chat.SayAsync("王德福的情况"));
    }

    [Fact]
    public async Task Two_that_a_name_fits_are_buttons_with_their_community()
    {
        Assert.Equal("有 2 位“李奶奶”，是哪一位？", await _chat.SayAsync("李奶奶电话多少"));
        Assert.Equal(["李桂兰（红旗村）", "李桂芝（东风社区）"], _chat.Buttons);
        Assert.Contains("电话：13900000002", await _chat.PressAsync("李桂芝（东风社区）"));
        Assert.StartsWith("李桂兰（红旗村）：还没有联系记录", await _chat.SayAsync("查红旗村李奶奶"));
        Assert.EndsWith("按“李桂兰”理解了“李桂蓝”。", await _chat.SayAsync("查李桂蓝"));
        Assert.Equal("名单里没有“钱老汉”。", await _chat.SayAsync("查钱老汉"));
        Assert.Contains("新增人员", _chat.Buttons);
    }

    [Fact]
    public async Task A_form_understands_an_address()
    {
        Assert.DoesNotContain("名单里没有", await _chat.VisitAsync("elder", "care", "2024-09-17", "王大爷"));
        Assert.Contains("#1 9月17日", await _chat.SayAsync("查王德福"));
    }

    [Fact]
    public async Task A_group_sees_no_person()
    {
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("群聊里不显示居民信息。请私聊我。", await group.SayAsync("查王德福"));
        Assert.Equal("群聊里不显示居民信息。请私聊我。", await group.SayAsync("王德福去世了"));
        Assert.Equal("2024年第3季度 跟踪回访：还有 3 人未回访", await group.SayAsync("谁还没回访"));
        Assert.Null(group.Card);
        await group.SendAsync(new JsonObject { ["value"] = new JsonObject { ["verb"] = "person.show", ["number"] = 1 } });
        Assert.DoesNotContain("李桂兰", group.Text);
    }

    [Fact]
    public async Task Another_station_sees_no_person()
    {
        var other = _app.Chat("u9", "老赵");
        await other.SetUpAsync("河西社工站");
        Assert.Equal("名单里没有“王德福”。", await other.SayAsync("查王德福"));
        foreach (var verb in new[] { "person.show", "person.flag", "person.leave", "person.return", "person.undo" })
        {
            await other.SendAsync(new JsonObject { ["value"] = new JsonObject { ["verb"] = verb, ["number"] = 3, ["step"] = 1, ["reason"] = "去世", ["date"] = "2024-09-18", ["shown"] = "去世|2024-09-18" } });
            Assert.Equal("没有找到这个人，可能已经撤销或删除。", other.Text);
        }

        await other.SendAsync(new JsonObject { ["value"] = new JsonObject { ["verb"] = "form.open", ["form"] = "person", ["id"] = "3" } });
        Assert.Equal("没有找到这个人，可能已经撤销或删除。", other.Text);
        Assert.Contains("需回访：是", await _chat.SayAsync("查王德福"));
    }

    [Fact]
    public async Task Somebody_is_added_once_and_taken_back()
    {
        await _chat.SayAsync("新增人员");
        Assert.StartsWith("还没有保存：有 2 处要改。请填写姓名；请填写领域。", await _chat.PressAsync("保存"));
        var saved = _chat.Submission("保存", [("name", "周秀梅"), ("areas", "elder,disabled"), ("gender", "女"), ("born", "1950-01-02"), ("community", "红旗村"), ("tags", "独居 失能"), ("aliases", "周奶奶")]);
        await _chat.SendAsync(new JsonObject { ["value"] = saved.DeepClone() });
        Assert.Equal(
            """
            已加入名单：周秀梅（红旗村）
            养老服务·需求调研 名单 3 → 4 人，完成率 0% → 0%
            扶残助残·需求调研 名单 0 → 1 人，完成率 无法计算 → 0%
            需求信息 应收 2 → 3 份，已收 0 → 0 份
            """,
            _chat.Text);
        var undo = _chat.Submission("撤销");
        await _chat.SendAsync(new JsonObject { ["value"] = saved.DeepClone() });
        Assert.StartsWith("周秀梅（红旗村） 这张卡片已经保存过，没有重复添加", _chat.Text);
        Assert.Contains("标签：失能、独居", await _chat.SayAsync("查周奶奶"));

        await _chat.SendAsync(new JsonObject { ["value"] = undo });
        Assert.StartsWith("已撤销：周秀梅（红旗村） 不在名单里了\n养老服务·需求调研 名单 4 → 3 人", _chat.Text);
        Assert.Equal("名单里没有“周奶奶”。", await _chat.SayAsync("查周奶奶"));
    }

    [Fact]
    public async Task Who_is_there_already_is_offered_to_be_changed()
    {
        await _chat.SayAsync("加个名单");
        Assert.StartsWith("名单里已有 王德福（红旗村），姓名和社区相同就是同一人", await _chat.PressAsync("保存", ("name", "王德福"), ("areas", "elder"), ("community", "红旗村"), ("phone", "13911112222")));
        await _chat.PressAsync("修改这一位");
        Assert.StartsWith("已修改 王德福（红旗村）", await _chat.PressAsync("保存"));
        Assert.Contains("电话：13911112222", await _chat.SayAsync("查王德福"));
        Assert.Contains("标签：独居", _chat.Text);
    }

    [Fact]
    public async Task Who_was_met_before_becomes_the_person_of_the_roster()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-12", "周秀梅");
        await _chat.SayAsync("新增人员");
        Assert.EndsWith("之前按姓名登记过，那些记录都算在这一位上。", await _chat.PressAsync("保存", ("name", "周秀梅"), ("areas", "elder"), ("community", "红旗村")));
        Assert.Contains("#1 9月12日", await _chat.SayAsync("查周秀梅"));
    }

    [Fact]
    public async Task A_change_is_checked_field_by_field_and_can_be_undone()
    {
        await _chat.SayAsync("查王德福");
        await _chat.PressAsync("修改资料");
        Assert.Equal(
            "还没有保存：有 3 处要改。姓名“王（福）”里不能有顿号或括号；出生日期在今天之后；入册日期在今天之后。",
            await _chat.PressAsync("保存", ("name", "王（福）"), ("born", "2030-01-01"), ("entered", "2030-01-01")));
        Assert.StartsWith("已修改 王得福（红旗村）", await _chat.PressAsync("保存", ("name", "王得福"), ("born", "1944-11-30"), ("entered", "2024-01-01")));
        var undo = _chat.Submission("撤销");
        Assert.StartsWith("已撤销：王德福（红旗村） 恢复到改动之前", await _chat.PressAsync("撤销"));
        await _chat.SendAsync(new JsonObject { ["value"] = undo });
        Assert.Equal("王德福（红旗村） 之后又改过，或已经撤销，没有改动。", _chat.Text);
        Assert.Equal(["import", "edit", "undo"], Rows("SELECT action FROM person_history WHERE person_id = 3 ORDER BY step"));
    }

    [Fact]
    public async Task An_old_edit_card_changes_nothing()
    {
        await _chat.SayAsync("查王德福");
        await _chat.PressAsync("修改资料");
        var old = _chat.Submission("保存", ("phone", "1"));
        await _chat.SayAsync("查王德福");
        await _chat.PressAsync("取消需回访");
        Assert.Equal("王德福（红旗村） 已取消需回访", _chat.FirstLine);
        await _chat.SendAsync(new JsonObject { ["value"] = old });
        Assert.Equal("王德福（红旗村） 刚被改过，请重新打开“修改资料”再改。", _chat.Text);
    }

    [Fact]
    public async Task Two_cannot_become_one_by_a_change()
    {
        await _chat.SayAsync("查李桂芝");
        await _chat.PressAsync("修改资料");
        Assert.Equal("还没有保存：有 1 处要改。名单里已有 李桂兰（红旗村），姓名和社区相同就是同一人。", await _chat.PressAsync("保存", ("name", "李桂兰"), ("community", "红旗村")));
    }

    [Fact]
    public async Task Who_dies_leaves_both_sides_after_the_effect_was_shown()
    {
        await SurveyAsync("李桂兰", "王德福");
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            """
            王德福（红旗村） 离开名单（2024年9月18日起去世），确认吗？
            养老服务·需求调研 名单 3 → 2 人，完成率 66% → 50%
            需求信息 应收 2 → 2 份，已收 2 → 1 份
            """,
            await _chat.SayAsync("王大爷去世了"));
        Assert.Contains("在册", await _chat.SayAsync("查王德福"));
        await _chat.SayAsync("王大爷去世了");
        var confirm = _chat.Submission("确认");
        Assert.StartsWith("王德福（红旗村） 2024年9月18日起去世，已离开名单\n养老服务·需求调研 名单 3 → 2 人", await _chat.PressAsync("确认"));
        Assert.Equal("2024年 养老服务·需求调研：还差 1 人，离年底 104 天", (await _chat.SayAsync("养老调研还差几个")).Split('\n')[0]);
        await _chat.SendAsync(new JsonObject { ["value"] = confirm });
        Assert.Equal("王德福（红旗村） 2024年9月18日起去世，不在名单，没有改动。", _chat.Text);

        _app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("已撤销：王德福（红旗村） 恢复到改动之前\n养老服务·需求调研 名单 2 → 3 人，完成率 50% → 66%", await _chat.SayAsync("撤销"));
        Assert.Contains("在册", await _chat.SayAsync("查王德福"));
    }

    [Fact]
    public async Task Another_day_than_the_shown_one_is_shown_again()
    {
        await _chat.SayAsync("查张三");
        await _chat.PressAsync("迁出/去世");
        Assert.Equal("张三（东风社区） 离开名单：日期在今天之后，到了那天再登记。", await _chat.PressAsync("看影响", ("date", "2024-09-19")));
        Assert.Equal("张三（东风社区） 离开名单：日期早于入册日期（2024年1月1日）。", await _chat.PressAsync("看影响", ("date", "2023-09-19")));
        Assert.StartsWith("张三（东风社区） 离开名单（2024年9月10日起迁出），确认吗？", await _chat.PressAsync("看影响", ("date", "2024-09-10")));
        Assert.StartsWith("张三（东风社区） 离开名单（2024年9月11日起退出），确认吗？", await _chat.PressAsync("确认", ("date", "2024-09-11"), ("reason", "退出")));
        Assert.StartsWith("张三（东风社区） 2024年9月11日起退出，已离开名单", await _chat.PressAsync("确认"));
    }

    [Fact]
    public async Task Who_comes_back_was_away_in_between()
    {
        await _chat.SayAsync("张三9月10日迁出");
        await _chat.PressAsync("确认");
        Assert.Equal("张三（东风社区） 重新入册：日期早于离开名单的日期（2024年9月10日）。", await _chat.SayAsync("张三9月9日搬回来了"));
        Assert.StartsWith("张三（东风社区） 重新入册（2024年9月16日起），确认吗？\n社会救助·需求调研 名单 1 → 2 人", await _chat.SayAsync("张三9月16日搬回来了"));
        Assert.StartsWith("张三（东风社区） 2024年9月16日起重新入册", await _chat.PressAsync("确认"));
        Assert.Equal(["2024-09-10..2024-09-15"], Rows("SELECT away FROM person WHERE name = '张三'"));
        Assert.Contains("在册", await _chat.SayAsync("查张三"));
    }

    [Fact]
    public async Task Lists_tell_who_still_misses_something()
    {
        await _chat.VisitAsync("elder", "revisit", "2024-07-10", "王德福");
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂芝");
        await SurveyAsync("李桂兰");
        Assert.Equal(
            """
            2024年第3季度 养老服务·跟踪回访：还有 2 人未回访
            · 李桂兰（红旗村）1 天未联系
            · 李桂芝（东风社区）1 天未联系
            """,
            await _chat.SayAsync("老人谁还没回访"));
        Assert.Equal(
            """
            2024年9月18日 跟踪回访：名单里需回访 3 人
            · 王德福（红旗村）70 天未联系
            · 李桂兰（红旗村）1 天未联系
            · 李桂芝（东风社区）1 天未联系
            """,
            await _chat.SayAsync("哪些人需要回访"));
        Assert.Equal(
            """
            2024年 需求调研：还有 3 人未调研，分领域共 4 份
            · 李桂芝（东风社区）社会救助
            · 张三（东风社区）社会救助
            · 李桂芝（东风社区）养老服务
            · 王德福（红旗村）养老服务
            """,
            await _chat.SayAsync("哪些人还没调研"));
        Assert.Equal("2024年 需求信息：还有 3 人未收集", (await _chat.SayAsync("还有谁没收集需求信息")).Split('\n')[0]);
        Assert.Equal(
            """
            2024年9月18日 名单：2 人超过 30 天未联系
            · 张三（东风社区）还没有联系记录
            · 王德福（红旗村）70 天未联系
            """,
            await _chat.SayAsync("谁超过30天没联系了"));
        Assert.Equal("2024年9月18日 养老服务（独居、上门）：2 人 60 天未联系", (await _chat.SayAsync("独居老人里哪些两个月没上门了")).Split('\n')[0]);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await ImportAsync("姓名,领域\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"居民{(char)('一' + i)},扶残助残\n")));
        await _chat.SayAsync("残疾人哪些人还没调研");
        Assert.Equal("2024年 扶残助残·需求调研：还有 30 人未调研", _chat.FirstLine);
        Assert.EndsWith("共 30 人，以上是第 1 到 12 人。", _chat.Text);
        await _chat.PressAsync("看后面 12 人");
        Assert.EndsWith("共 30 人，以上是第 13 到 24 人。", _chat.Text);
        await _chat.PressAsync("看后面 6 人");
        Assert.EndsWith("共 30 人，以上是第 25 到 30 人。", _chat.Text);
        Assert.DoesNotContain(_chat.Buttons, button => button.StartsWith("看后面", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_named_in_a_question_is_heeded()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "王德福");
        Assert.Equal("2024年9月 关爱帮扶（小王）：共 1 次", (await _chat.SayAsync("小王这个月做了几次关爱帮扶")).Split('\n')[0]);
        Assert.StartsWith("2024年9月 关爱帮扶：还差 7 次", await _chat.SayAsync("本月还差几次关爱帮扶"));
    }

    [Fact]
    public async Task What_was_done_for_one_person_is_counted()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-16", "王德福");
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal("2024年9月 关爱帮扶（王德福）：共 1 次", (await _chat.SayAsync("王大爷这个月关爱做了几次")).Split('\n')[0]);
        Assert.Equal("有 2 位“李奶奶”，是哪一位？", await _chat.SayAsync("李奶奶这个月关爱做了几次"));
    }

    [Fact]
    public async Task A_name_that_was_added_or_erased_is_so_in_the_next_sentence()
    {
        Assert.Equal("名单里没有“钱多多”。", await _chat.SayAsync("查钱多多"));
        await ImportAsync("姓名,领域\n钱多多,养老服务\n");
        Assert.StartsWith("钱多多：还没有联系记录", await _chat.SayAsync("钱多多的情况"));
        await _app.Services.GetRequiredService<StationBot.Records.PersonErasure>().EraseAsync(1, "钱多多", null);
        Assert.Equal("名单里没有“钱多多”。", await _chat.SayAsync("查钱多多"));
    }

    private async Task SurveyAsync(params string[] names)
    {
        await _chat.SayAsync("记调研");
        await _chat.PressAsync("保存", ("domain", "elder"), ("date", "2024-09-17"), ("others", string.Join('、', names)), ("charityNeeds", "米面"));
    }

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.Services.GetRequiredService<Database>().FilePath, sql);

    private async Task ImportAsync(string csv)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "roster.csv");
        await File.WriteAllTextAsync(file, csv);
        var station = (await _app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        Assert.IsType<LedgerOutcome.Roster>(await _app.Services.GetRequiredService<LedgerImport>().RosterAsync(station, file, new LedgerOptions(false)));
    }
}
