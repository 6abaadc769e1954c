using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;
using StationBot.Tests.Ledgers;

namespace StationBot.Tests.Transcripts;

/// <summary>确认台账, 推荐案例, and the attendance of a group's session.</summary>
public sealed class ConfirmationTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_flagged_persons_are_shown_confirmed_and_written_as_a_file()
    {
        var chat = await WithRosterAsync();
        await chat.SayAsync("确认台账");
        Assert.Contains("养老服务 2 人：李桂兰（红旗村）、王大爷（红旗村）\n", chat.Text);
        Assert.Contains("社会救助 0 人", chat.Text);
        await chat.SayAsync("确认养老台账");
        Assert.DoesNotContain("社会救助", chat.Text, StringComparison.Ordinal);
        await chat.PressAsync("保存");
        Assert.StartsWith("已保存 #1\n养老服务·回访台账 2024年 1/1 份 ✅\n养老服务回访人员台账（2024年）.xlsx已生成。\n· 养老服务回访人员台账 1 条\n下载（60 分钟内有效", chat.Text);
        Assert.DoesNotContain("还缺材料", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["撤销"], chat.Buttons);

        var sheet = Assert.Single(await Workbook.DownloadAsync(_app, chat.Text));
        Assert.Equal(["李桂兰", "王大爷"], sheet.Column("姓名"));
        Assert.Equal(["1", "1"], sheet.Column("记录号"));
        Assert.Equal(["2024-09-18", "2024-09-18"], sheet.Column("确认日期"));
        Assert.Equal(["13800000001", ""], sheet.Column("电话"));

        Assert.StartsWith("已撤销 #1", await chat.SayAsync("撤销"));
        Assert.StartsWith("2024年 养老服务·回访台账：还差 1 份", await chat.SayAsync("养老回访台账还差几份"));
        Assert.StartsWith("已恢复 #1\n养老服务·回访台账 2024年 1/1 份 ✅", await chat.SayAsync("恢复"));
        Assert.StartsWith("2024年 养老服务·回访台账 材料：齐了", await chat.SayAsync("养老回访台账材料齐了吗"));
    }

    [Fact]
    public async Task A_domain_without_anybody_to_revisit_is_refused_and_a_repeat_saves_once()
    {
        var chat = await WithRosterAsync();
        await chat.SayAsync("确认台账");
        Assert.Equal("还没有保存：有 1 处要改。这个领域的名单里没有标“需回访”的人，先在名单里标上。", await chat.PressAsync("保存", ("domain", "relief")));
        var submission = chat.Submission("保存", ("domain", "elder"));
        await chat.SendAsync(new() { ["value"] = submission.DeepClone() }, "one");
        await chat.SendAsync(new() { ["value"] = submission.DeepClone() }, "two");
        Assert.StartsWith("已保存 #1\n养老服务·回访台账 2024年 1/1 份 ✅\n这张卡片已经登记过", chat.Text);
        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM ledger"));
        await chat.SendAsync(new() { ["value"] = new System.Text.Json.Nodes.JsonObject { ["verb"] = "record.edit", ["number"] = 1 } });
        Assert.Equal("#1 没有要填的内容；要换请先撤销，再重新登记。", chat.Text);
    }

    [Fact]
    public async Task A_case_with_its_five_sessions_is_put_forward_by_the_lead()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        Assert.Equal("还没有可以推荐的个案或小组。", await chat.SayAsync("推荐案例"));
        await SessionsAsync(chat, 4);
        await chat.SayAsync("推荐案例");
        Assert.Equal("还没有保存：有 1 处要改。刘玉珍在2024年只做了 4 节，还差 1 节才能推荐。", await chat.PressAsync("保存", ("file", chat.Choices("file")[0])));
        await SessionsAsync(chat, 1);
        await chat.SayAsync("个案结案");
        await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("content", "目标达成"));

        await chat.SayAsync("推荐案例");
        await chat.PressAsync("保存", ("file", chat.Choices("file")[0]));
        Assert.Equal(
            """
            已保存 #8
            养老服务·成功案例 2024年 1/1 个 ✅
            成功案例全站至少 1 个，已有 1 个
            还有 5 节没有水印照片：#2、#3、#4、#5、#6
            还缺材料：活动记录
            """,
            chat.Text);

        await chat.SayAsync("推荐案例");
        Assert.StartsWith("还没有保存：有 1 处要改。这个领域2024年已经推荐了 #8", await chat.PressAsync("保存", ("file", chat.Choices("file")[0])));
        Assert.StartsWith("已撤销 #8", await chat.SayAsync("撤销"));
        Assert.StartsWith("2024年 养老服务·成功案例：还差 1 个", await chat.SayAsync("养老成功案例够了没"));
        Assert.StartsWith("已恢复 #8\n养老服务·成功案例 2024年 1/1 个 ✅", await chat.SayAsync("恢复"));
        // The case is still one.
        Assert.StartsWith("2024年 养老服务·个案：共 1 个", await chat.SayAsync("养老个案完成几个"));
    }

    /// <summary>Those that can count first, whatever the others have been; and none is out of reach.</summary>
    [Fact]
    public async Task Every_case_is_offered_and_those_that_can_count_come_first()
    {
        const int Files = 70;
        var chat = _app.Chat();
        await chat.SetUpAsync();
        // The last has its five sessions, one of another domain four.
        await ImportAsync("日期,指标,名称\n" + string.Concat(
            from file in Enumerable.Range(1, Files)
            from session in Enumerable.Range(1, file == Files ? 5 : file == 1 ? 4 : 1 + (file % 3))
            select $"2024-0{session}-10,{(file == 1 ? "child" : "elder")}.case,案例{file:00}\n"));

        await chat.SayAsync("推荐案例");
        var first = chat.Titles("file");
        Assert.Equal(60, first.Count);
        Assert.Equal("案例70 · 养老服务 · 已做 5 节，上次 2024年5月10日", first[0]);
        Assert.Equal("案例01 · 儿童关爱保护 · 已做 4 节，上次 2024年4月10日，还差 1 节", first[1]);
        Assert.All(first.Skip(2), title => Assert.Matches("已做 [1-3] 节，上次 .*日，还差 [2-4] 节$", title));
        var best = chat.Choices("file")[0];
        Assert.Equal(["保存", "取消", "更多（还有 10 个）"], chat.Buttons);

        await chat.PressAsync("更多（还有 10 个）");
        Assert.Equal(Files, first.Concat(chat.Titles("file")).Distinct().Count());
        Assert.Equal(["保存", "取消"], chat.Buttons);
        var last = chat.Choices("file")[^1];
        Assert.Contains("还差 4 节才能推荐", await chat.PressAsync("保存", ("file", last)), StringComparison.Ordinal);
        // What was chosen is shown, whichever page it stood on.
        Assert.Contains(last, chat.Choices("file"));

        Assert.StartsWith("已保存 #146\n", await chat.PressAsync("保存", ("file", best)));
        await chat.SayAsync("推荐案例");
        Assert.StartsWith("案例01", chat.Titles("file")[0]);
        await chat.SayAsync("推荐养老案例");
        Assert.EndsWith("已推荐 #146", chat.Titles("file")[0]);
    }

    [Fact]
    public async Task Only_the_lead_puts_a_case_forward()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        await SessionsAsync(lead, 5);
        await lead.SayAsync("推荐案例");
        var submission = lead.Submission("保存", ("file", "1"));
        var code = (await lead.SayAsync("加入码")).Split('：')[1][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync("加入 " + code);
        Assert.Equal("成功案例由站长推荐，请站长来点。", await worker.SayAsync("推荐案例"));
        await worker.SendAsync(new() { ["value"] = submission });
        Assert.Equal("成功案例由站长推荐，请站长来点。", worker.Text);
        Assert.StartsWith("2024年 养老服务·成功案例：还差 1 个", await worker.SayAsync("养老成功案例够了没"));
    }

    [Fact]
    public async Task Members_are_ticked_who_came_to_a_session()
    {
        var chat = await WithGroupAsync();
        await chat.SayAsync("记小组");
        Assert.Equal(["李桂兰（红旗村）", "王大爷（红旗村）"], chat.Choices("attendance"));
        await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("content", "剪纸"), ("attendance", "李桂兰（红旗村）,王大爷（红旗村）"), ("recipients", "路人甲"));
        Assert.StartsWith("已保存 #2\n养老服务·小组 手工小组 1/5 节", chat.Text);
        Assert.Equal(["李桂兰", "王大爷", "路人甲"], Rows("SELECT person.name FROM record_person JOIN person ON person.id = person_id WHERE number = 2 ORDER BY place"));

        await chat.PressAsync("修改");
        var shown = chat.Submission("保存");
        Assert.Equal("李桂兰（红旗村）,王大爷（红旗村）,路人甲", shown["attendance"]!.ToString());
        await chat.PressAsync("保存", ("attendance", "王大爷（红旗村）"), ("recipients", ""));
        Assert.Equal(["王大爷"], Rows("SELECT person.name FROM record_person JOIN person ON person.id = person_id WHERE number = 2"));
    }

    [Fact]
    public async Task Who_came_may_be_only_a_number()
    {
        var chat = await WithGroupAsync();
        await chat.SayAsync("记小组");
        await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("content", "剪纸"), ("attendance", ""), ("recipients", "12"));
        Assert.Equal(["12|0"], Rows("SELECT people, (SELECT COUNT(*) FROM record_person WHERE number = 2) FROM record WHERE number = 2"));
        await chat.PressAsync("修改");
        Assert.Equal("12", chat.Submission("保存")["recipients"]!.ToString());
        await chat.PressAsync("保存", ("attendance", "王大爷（红旗村）"), ("recipients", ""));
        Assert.Equal(["|1"], Rows("SELECT people, (SELECT COUNT(*) FROM record_person WHERE number = 2) FROM record WHERE number = 2"));
    }

    [Fact]
    public async Task With_several_groups_each_member_says_which_and_a_guest_is_pointed_out()
    {
        var chat = await WithGroupAsync();
        await chat.SayAsync("开小组");
        await chat.PressAsync("保存", ("domain", "elder"), ("name", "合唱小组"), ("members", "张三、王大爷"));
        await chat.SayAsync("记小组");
        Assert.Equal(["李桂兰（红旗村）", "王大爷（红旗村）", "张三（东风村）"], chat.Choices("attendance"));
        Assert.Contains("王大爷（红旗村） · 手工小组、合唱小组", chat.Card!.ToJsonString(Readable));
        await chat.PressAsync("保存", ("file", "1"), ("content", "剪纸"), ("attendance", "李桂兰（红旗村）,张三（东风村）"));
        Assert.Contains("张三（东风村）不在手工小组的成员里，已按出席登记", chat.Text);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<Chat> WithGroupAsync()
    {
        var chat = await WithRosterAsync();
        await chat.SayAsync("开小组");
        await chat.PressAsync("保存", ("domain", "elder"), ("name", "手工小组"), ("members", "李桂兰、王大爷"));
        return chat;
    }

    private async Task<Chat> WithRosterAsync()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        var outcome = await ImportAsync(
            "姓名,领域,社区,电话,需回访,入册日期\n李桂兰,养老服务,红旗村,13800000001,是,2024-01-01\n王大爷,养老服务,红旗村,,是,2024-01-01\n张三,养老服务,东风村,,否,2024-01-01\n",
            (import, station, file) => import.RosterAsync(station, file, new LedgerOptions(false)));
        Assert.IsType<LedgerOutcome.Roster>(outcome);
        return chat;
    }

    private async Task ImportAsync(string records) =>
        Assert.IsType<LedgerOutcome.Records>(await ImportAsync(records, (import, station, file) => import.RecordsAsync(station, file, new LedgerOptions(false))));

    private async Task<LedgerOutcome> ImportAsync(string csv, Func<LedgerImport, Station, string, Task<LedgerOutcome>> run)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "import.csv");
        await File.WriteAllTextAsync(file, csv);
        return await run(_app.Services.GetRequiredService<LedgerImport>(), (await _app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!, file);
    }

    private static async Task SessionsAsync(Chat chat, int sessions)
    {
        if (!(await chat.SayAsync("记个案")).StartsWith("记个案", StringComparison.Ordinal))
        {
            await chat.SayAsync("开个案");
            await chat.PressAsync("保存", ("domain", "elder"), ("others", "刘玉珍"), ("problem", "丧偶后情绪低落"));
        }

        for (var session = 1; session <= sessions; session++)
        {
            await chat.SayAsync("记个案");
            await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("date", $"2024-09-0{session}"), ("content", "谈了近况"));
        }
    }

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.DatabaseFile, sql);
}
