using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.Tests.Ledgers;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>撤销 said again and again takes back what the member did last of what still stands, whatever it was.</summary>
public sealed class UndoOrderTests : IAsyncLifetime
{
    private readonly StationApp _app = new();
    private readonly Chat _chat;

    public UndoOrderTests() => _chat = _app.Chat();

    public async ValueTask InitializeAsync() => await _chat.SetUpAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_edit_that_was_taken_back_makes_its_record_no_newer()
    {
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰"));
        await LaterAsync(() => _chat.SayAsync("1号改成电话"));
        await LaterAsync(() => _chat.PressAsync("保存"));
        Assert.StartsWith("已撤销修改 #1", await UndoAsync());
        Assert.StartsWith("已撤销 #2", await UndoAsync());
        Assert.StartsWith("已撤销 #1", await UndoAsync());
        Assert.Equal("没有可以撤销的记录。", await UndoAsync());
    }

    [Fact]
    public async Task Savings_of_the_checklist_are_taken_back_one_after_the_other_each_as_a_whole()
    {
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        await ChecklistAsync(("platform.rooms", "na"), ("platform.rooms.reason", "没有场地"));
        await ChecklistAsync(("platform.wall", "done"), ("platform.office", "done"));
        await ChecklistAsync(("platform.wall", "open"), ("platform.rooms", "done"));
        Assert.Equal("已撤销上一次的改动，共 2 条：#2、#4。", await UndoAsync());
        Assert.Equal("已撤销上一次的改动，共 2 条：#3、#4。", await UndoAsync());
        Assert.Contains("· 活动室 不适用：没有场地 #2", await LaterAsync(() => _chat.SayAsync("平台检查")));
        Assert.Equal("已撤销上一次的改动，共 1 条：#2。", await UndoAsync());
        Assert.StartsWith("已撤销 #1", await UndoAsync());
        Assert.Equal("没有可以撤销的记录。", await UndoAsync());
    }

    [Fact]
    public async Task A_saving_of_the_checklist_under_something_else_is_taken_back_as_a_whole()
    {
        await ChecklistAsync(("platform.wall", "done"), ("platform.office", "done"));
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        Assert.StartsWith("已撤销 #3", await UndoAsync());
        Assert.Equal("已撤销上一次的改动，共 2 条：#1、#2。", await UndoAsync());
        Assert.Equal("已恢复上一次的改动，共 2 条：#1、#2。", await LaterAsync(() => _chat.SayAsync("恢复")));
    }

    [Fact]
    public async Task A_binding_is_taken_back_and_not_the_record()
    {
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰"));
        await LaterAsync(() => _chat.SendFilesAsync("这是1号的照片", ("照片.jpg", SampleFiles.Jpeg("a"))));
        Assert.Equal("1 张照片已从 #1 解除，还没归到记录。", (await UndoAsync()).Split('\n')[0]);
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM record_evidence"));
        Assert.StartsWith("已归入 1 张照片 #1", await LaterAsync(() => _chat.SayAsync("恢复")));
        Assert.Equal(["1"], Rows("SELECT number FROM record_evidence"));
        Assert.StartsWith("1 张照片已从 #1 解除", await UndoAsync());
        Assert.StartsWith("已撤销 #2", await UndoAsync());
    }

    [Fact]
    public async Task A_case_given_back_takes_its_sessions_along()
    {
        await _chat.SayAsync("开个案");
        await LaterAsync(() => _chat.PressAsync("保存", ("domain", "elder"), ("others", "刘玉珍"), ("problem", "丧偶")));
        await _chat.SayAsync("记个案");
        await LaterAsync(() => _chat.PressAsync("保存", ("file", "1"), ("date", "2024-09-02"), ("content", "第一次谈")));
        await _chat.SayAsync("刘玉珍的个案");
        await _chat.PressAsync("改内容");
        await LaterAsync(() => _chat.PressAsync("保存", ("person", ""), ("others", "刘玉芬")));
        Assert.StartsWith("已撤销修改 #1", await UndoAsync());
        var store = _app.Services.GetRequiredService<RecordStore>();
        Assert.Equal("刘玉珍", Assert.Single((await store.FindAsync(1, 2))!.What.Persons).Label);
    }

    [Fact]
    public async Task A_change_of_the_roster_that_was_taken_back_comes_again_and_no_older_record()
    {
        await Rosters.ImportAsync(_app, "姓名,领域,社区,入册日期\n王德福,养老服务,红旗村,2024-01-01\n");
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "王德福"));
        Assert.StartsWith("已撤销 #1", await UndoAsync());
        await LaterAsync(() => _chat.SayAsync("王德福去世了"));
        await LaterAsync(() => _chat.PressAsync("确认"));
        Assert.StartsWith("已撤销：王德福（红旗村） 恢复到改动之前", await UndoAsync());
        Assert.StartsWith("已恢复：王德福（红旗村） 又和撤销之前一样", await LaterAsync(() => _chat.SayAsync("恢复")));
        Assert.Contains("去世，不在名单", await _chat.SayAsync("查王德福"));
        Assert.StartsWith("已撤销：王德福（红旗村） 恢复到改动之前", await UndoAsync());
    }

    [Fact]
    public async Task What_a_saving_of_the_checklist_voided_comes_back_as_a_whole_under_something_else()
    {
        await ChecklistAsync(("platform.wall", "done"), ("platform.office", "done"));
        await ChecklistAsync(("platform.wall", "open"), ("platform.office", "open"));
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        Assert.Equal("没有可以恢复的记录。", await LaterAsync(() => _chat.SayAsync("恢复")));
        Assert.StartsWith("已撤销 #3", await UndoAsync());
        Assert.Equal("已撤销上一次的改动，共 2 条：#1、#2。", await UndoAsync());
        Assert.Equal("已恢复上一次的改动，共 2 条：#1、#2。", await RedoAsync());
        Assert.StartsWith("已恢复 #3", await RedoAsync());
    }

    /// <summary>Whatever two things are done one after the other, 撤销 goes back through both, 恢复 forward through both, as often as one likes.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Two_deeds_go_back_and_forth_in_their_order(string first, string second)
    {
        await Rosters.ImportAsync(_app, "姓名,领域,社区,入册日期\n王德福,养老服务,红旗村,2024-01-01\n张三,养老服务,红旗村,2024-01-01\n");
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-02", "王德福"));
        var states = new List<string> { State() };
        foreach (var deed in new[] { first, second })
        {
            await LaterAsync(() => DoAsync(deed));
            states.Add(State());
        }

        Assert.Equal(3, states.Distinct().Count());
        for (var round = 0; round < 2; round++)
        {
            await UndoAsync();
            Assert.Equal(states[1], State());
            await UndoAsync();
            Assert.Equal(states[0], State());
            await RedoAsync();
            Assert.Equal(states[1], State());
            await RedoAsync();
            Assert.Equal(states[2], State());
        }

        await RedoAsync();
        Assert.Equal(states[2], State());
        await UndoAsync();
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-03", "张三"));
        Assert.StartsWith("撤销之后又有新的改动，不能直接恢复了", await RedoAsync());
        await UndoAsync();
        Assert.Equal(states[1], State());
        await UndoAsync();
        Assert.Equal(states[0], State());
        Assert.StartsWith("已撤销 #1", await UndoAsync());
        Assert.Equal("没有可以撤销的记录。", await UndoAsync());
    }

    public static TheoryData<string, string> Pairs
    {
        get
        {
            string[] deeds = ["visit", "edit", "batch", "checklist", "photo", "leave", "add", "change", "upload"];
            return [.. from first in Enumerable.Range(0, deeds.Length) from apart in new[] { 1, 4, 8 } select (deeds[first], deeds[(first + apart) % deeds.Length])];
        }
    }

    [Fact]
    public async Task Who_was_added_and_taken_back_comes_again_with_what_was_changed_later()
    {
        await LaterAsync(() => DoAsync("add"));
        await LaterAsync(() => _chat.SayAsync("周秀梅9月18日迁出"));
        await LaterAsync(() => _chat.PressAsync("确认"));
        var last = State();
        Assert.StartsWith("已撤销：周秀梅（红旗村） 恢复到改动之前", await UndoAsync());
        Assert.StartsWith("已撤销：周秀梅（红旗村） 不在名单里了", await UndoAsync());
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM person"));
        Assert.StartsWith("已恢复：周秀梅（红旗村）", await RedoAsync());
        Assert.StartsWith("已恢复：周秀梅（红旗村）", await RedoAsync());
        Assert.Equal(last, State());
    }

    [Fact]
    public async Task The_last_few_records_go_by_one_press_and_come_back_by_one_word()
    {
        await LaterAsync(() => _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰"));
        await LaterAsync(() => _chat.VisitAsync("elder", "revisit", "2024-09-17", "王德福"));
        await LaterAsync(() => _chat.VisitAsync("child", "care", "2024-09-18", "小明"));
        Assert.Equal(
            "撤销最近登记的这 2 条吗？\n· #3 9月18日 儿童关爱保护·关爱帮扶 小明\n· #2 9月17日 养老服务·跟踪回访 王德福",
            await LaterAsync(() => _chat.SayAsync("把刚才那两条撤了")));
        Assert.Equal("0", Assert.Single(Rows("SELECT COUNT(*) FROM record WHERE voided")));
        var pressed = _chat.Submission("撤销这 2 条");
        await _chat.SendAsync(new() { ["value"] = pressed.DeepClone() });
        Assert.Equal("已撤销 2 条：#2、#3，不计入次数。", _chat.Text);
        Assert.Equal(["恢复"], _chat.Buttons);
        await _chat.SendAsync(new() { ["value"] = pressed });
        Assert.Equal("#2、#3 没有动：已经撤销、不是你登记的，或后面还有记录。", _chat.Text);
        Assert.Equal("已恢复 2 条：#2、#3。", await RedoAsync());
        Assert.Equal("已撤销 2 条：#2、#3。", await UndoAsync());
        Assert.StartsWith("已撤销 #1", await UndoAsync());
        Assert.Equal("没有可以撤销的记录。", await LaterAsync(() => _chat.SayAsync("刚才那三条都删了")));
        Assert.StartsWith("已恢复 #1", await RedoAsync());
        Assert.StartsWith("能撤销的只有 1 条，撤销吗？\n· #1", await LaterAsync(() => _chat.SayAsync("撤销刚才那三条")));
    }

    /// <summary>A crash between the change and the end of the turn: the turn is done again, and must not take back what was before.</summary>
    [Fact]
    public async Task The_same_message_takes_back_one_change_of_the_roster()
    {
        await Rosters.ImportAsync(_app, "姓名,领域,社区,入册日期\n王德福,养老服务,红旗村,2024-01-01\n张三,养老服务,红旗村,2024-01-01\n");
        var persons = _app.Services.GetRequiredService<PersonStore>();
        var who = await MeAsync();
        foreach (var id in new[] { 1L, 2L })
        {
            _app.Time.Advance(TimeSpan.FromMinutes(1));
            await persons.FlagAsync(new RosterWish(who, $"flag-{id}", id, null), revisit: true);
        }

        for (var i = 0; i < 2; i++)
        {
            var last = Assert.IsType<LastDeed.OfPerson>(await _app.Services.GetRequiredService<DeedStore>().LastAsync(who, "the-message", isUndo: true));
            Assert.IsType<RosterChange.Done>(await persons.UndoAsync(new RosterWish(who, "the-message", last.Id, last.Step), last.Key));
        }

        Assert.Equal(["1|1", "2|0"], Rows("SELECT id, revisit FROM person ORDER BY id"));
    }

    [Fact]
    public async Task A_name_that_was_given_away_since_is_not_taken_back()
    {
        await Rosters.ImportAsync(_app, "姓名,领域,社区,入册日期\n王德福,养老服务,红旗村,2024-01-01\n");
        var persons = _app.Services.GetRequiredService<PersonStore>();
        var who = await MeAsync();
        var before = (await persons.FindAsync(1, 1))!.Entry;
        await persons.EditAsync(new RosterWish(who, "rename", 1, null), person => person with { Name = "王得福" });
        Assert.IsType<RosterChange.Done>(await persons.AddAsync(who, "another", before with { Id = null }));
        Assert.IsType<RosterChange.SamePerson>(await persons.UndoAsync(new RosterWish(who, "undo", 1, (await persons.FindAsync(1, 1))!.Step)));
    }

    [Fact]
    public async Task Who_was_added_and_taken_back_can_still_be_erased()
    {
        await _chat.SayAsync("新增人员");
        await _chat.PressAsync("保存", ("name", "周秀梅"), ("community", "红旗村"), ("areas", "elder"));
        Assert.StartsWith("已撤销：周秀梅（红旗村） 不在名单里了", await _chat.PressAsync("撤销"));
        Assert.IsType<Erased.Done>(await _app.Services.GetRequiredService<PersonErasure>().EraseAsync(1, "周秀梅", null));
        Assert.DoesNotContain(Rows("SELECT COALESCE(before, '') || COALESCE(after, '') FROM person_history"), text => text.Contains("周秀梅", StringComparison.Ordinal));
        Assert.IsType<Erased.NotFound>(await _app.Services.GetRequiredService<PersonErasure>().EraseAsync(1, "周秀梅", null));
    }

    [Fact]
    public async Task A_photo_makes_no_checklist_old()
    {
        await ChecklistAsync(("platform.office", "done"));
        await _chat.SayAsync("平台检查");
        var saving = _chat.Submission("保存", ("platform.wall", "done"));
        await _chat.SendFilesAsync("这是1号的照片", ("照片.jpg", SampleFiles.Jpeg("a")));
        await _chat.SendAsync(new() { ["value"] = saving });
        Assert.StartsWith("已保存 #2", _chat.Text);
    }

    /// <summary>A crash between the binding and the end of the turn, where the words said what the file is.</summary>
    [Fact]
    public async Task The_same_message_with_a_kind_binds_once()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var store = _app.Services.GetRequiredService<AttachmentStore>();
        var file = new NewAttachment(new StoredContent(new string('a', 64), FileType.Jpeg, 1), "照片.jpg", null);
        for (var i = 0; i < 2; i++)
        {
            Assert.Single(await store.AddAsync(await MeAsync(), "the-message", [file]));
            Assert.IsType<Bound.Done>(await store.BindAsync(await MeAsync(), "the-message", "the-message", 1, (_, _, _) => EvidenceKind.WatermarkPhoto, again: true));
        }

        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM record_history WHERE action = 'bind'"));
    }

    private async Task<Membership> MeAsync() => (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;

    private Task<string> UndoAsync() => LaterAsync(() => _chat.SayAsync("撤销"));

    private Task<string> RedoAsync() => LaterAsync(() => _chat.SayAsync("恢复"));

    private async Task<string> DoAsync(string deed)
    {
        switch (deed)
        {
            case "visit":
                return await _chat.VisitAsync("elder", "revisit", "2024-09-16", "王德福");
            case "edit":
                await _chat.SayAsync("1号改成电话");
                return await _chat.PressAsync("保存");
            case "batch":
                await _chat.SayAsync("记走访 王德福、张三两户");
                return await _chat.PressAsync("保存", ("domain", "elder"), ("category", "care"), ("content", "聊了"));
            case "checklist":
                return await ChecklistAsync(("platform.wall", "done"), ("platform.office", "done"));
            case "photo":
                return await _chat.SendFilesAsync("这是1号的照片", ("照片.jpg", SampleFiles.Jpeg("a")));
            case "leave":
                await _chat.SayAsync("王德福9月10日迁出");
                return await _chat.PressAsync("确认");
            case "add":
                await _chat.SayAsync("新增人员");
                return await _chat.PressAsync("保存", ("name", "周秀梅"), ("community", "红旗村"), ("areas", "elder"));
            case "change":
                await _chat.SayAsync("查张三");
                await _chat.PressAsync("修改资料");
                return await _chat.PressAsync("保存", ("areas", "relief"));
            default:
                return await _chat.SayAsync("1号传了");
        }
    }

    /// <summary>All that counts: contents, marks, files, roster.</summary>
    private string State() => string.Join('\n',
    [
        .. Rows("SELECT number, date, mode, voided FROM record WHERE NOT voided ORDER BY number"),
        .. Rows("SELECT record_evidence.number, kind FROM record_evidence JOIN record ON record.number = record_evidence.number WHERE NOT voided ORDER BY 1, 2"),
        .. Rows("SELECT number, kind FROM attachment WHERE number IS NOT NULL ORDER BY id"),
        .. Rows("SELECT id, name, community, left_on, area FROM person JOIN person_area ON person_id = id ORDER BY id, area"),
    ]);

    private Task<string> ChecklistAsync(params (string Id, string Value)[] inputs) => LaterAsync(async () =>
    {
        await _chat.SayAsync("平台检查");
        return await _chat.PressAsync("保存", inputs);
    });

    private Task<string> LaterAsync(Func<Task<string>> act)
    {
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        return act();
    }

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.Services.GetRequiredService<Database>().FilePath, sql);
}
