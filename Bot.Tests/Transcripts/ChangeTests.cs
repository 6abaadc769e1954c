using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>Changes of what is recorded, and cards that were tampered with.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A crash between the change and the end of the turn: the turn is done again, and must not undo the record before.</summary>
    [Fact]
    public async Task The_same_message_undoes_once()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var store = _app.Services.GetRequiredService<RecordStore>();
        var who = (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;
        var undo = _app.Services.GetRequiredService<UndoStore>();
        var first = await undo.TurnAsync(who, "the-message", isUndo: true);
        var again = await undo.TurnAsync(who, "the-message", isUndo: true);
        Assert.Equal(2, Assert.IsType<Change.Done>(first).Record.Number);
        Assert.Equal(2, Assert.IsType<Change.Done>(again).Record.Number);
        Assert.False((await store.FindAsync(who.Station.Id, 1))!.IsVoided);
    }

    [Fact]
    public async Task Somebody_elses_change_in_between_is_not_overwritten()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        var store = _app.Services.GetRequiredService<RecordStore>();
        var who = (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;
        var before = (await store.FindAsync(who.Station.Id, 1))!;
        Assert.IsType<Change.Done>(await store.EditAsync(who, "one", before, before.What with { Content = "甲" }));
        Assert.IsType<Change.Stale>(await store.EditAsync(who, "two", before, before.What with { Content = "乙" }));
        Assert.Equal("甲", (await store.FindAsync(who.Station.Id, 1))!.What.Content);
    }

    [Fact]
    public async Task An_edit_card_that_is_older_than_the_record_saves_nothing()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await chat.PressAsync("修改");
        var older = chat.Submission("保存", ("content", "后改的"));
        await chat.PressAsync("保存", ("content", "先改的"));
        await chat.SendAsync(new JsonObject { ["value"] = older });
        Assert.Equal("#1 刚被改过，请重新打开“修改”再改。", chat.Text);
        Assert.Equal("先改的", (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1))!.What.Content);
    }

    [Fact]
    public async Task A_changed_session_keeps_its_number_its_file_and_what_the_form_does_not_ask()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("开个案");
        await chat.PressAsync("保存", ("domain", "elder"), ("others", "刘玉珍"), ("problem", "丧偶"));
        await chat.SayAsync("记个案");
        await chat.PressAsync("保存", ("file", "1"), ("date", "2024-09-02"), ("content", "第一次谈"));
        await chat.PressAsync("修改");
        await chat.PressAsync("保存", ("content", "第一次谈，改过"));
        Assert.StartsWith("已修改 #2\n养老服务·个案 刘玉珍 1/5 节", chat.Text);
        var record = (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 2))!;
        Assert.Equal((1, 1, "第一次谈，改过"), (record.Place!.Value, record.What.File!.Id!.Value, record.What.Content));
    }

    [Fact]
    public async Task A_changed_opening_changes_its_sessions_with_it_and_not_its_day()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("开个案");
        await chat.PressAsync("保存", ("domain", "elder"), ("others", "刘玉珍"), ("problem", "丧偶"));
        await chat.SayAsync("记个案");
        await chat.PressAsync("保存", ("file", "1"), ("date", "2024-09-02"), ("content", "第一次谈"));
        _app.Time.Advance(TimeSpan.FromDays(3));
        await chat.SendAsync(new JsonObject { ["value"] = new JsonObject { ["verb"] = "record.edit", ["number"] = 1 } });
        await chat.PressAsync("保存", ("domain", "disabled"));
        var store = _app.Services.GetRequiredService<RecordStore>();
        Assert.Equal(new DateOnly(2024, 9, 18), (await store.FindAsync(1, 1))!.What.Date);
        Assert.Equal("disabled.case", (await store.FindAsync(1, 2))!.What.Indicator);
    }

    [Fact]
    public async Task Fields_that_a_form_does_not_have_are_left_out()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记发放");
        await chat.PressAsync("保存", ("name", "中秋慰问"), ("amount", "1200"), ("recipients", "20"), ("outcome", "Plan"), ("minutes", "99"));
        var record = (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1))!.What;
        Assert.Equal((Outcome.Done, null), (record.Outcome, record.Minutes));
    }

    [Fact]
    public async Task A_record_cannot_be_made_another_kind()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.SayAsync("记发放");
        var submission = chat.Submission("保存", ("name", "中秋慰问"), ("amount", "1200"), ("recipients", "20"));
        submission["number"] = 1;
        await chat.SendAsync(new JsonObject { ["value"] = submission });
        Assert.StartsWith("这个按钮我不认识", chat.Text);
        Assert.Equal("elder.care", (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1))!.What.Indicator);
    }

    [Fact]
    public async Task A_card_saves_nothing_in_a_group()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        var submission = chat.Submission("保存", ("domain", "elder"), ("category", "care"), ("others", "李桂兰"), ("content", "聊了"));
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        await group.SendAsync(new JsonObject { ["value"] = submission });
        Assert.StartsWith("群聊里不登记服务", group.Text);
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("加入码"));
        Assert.Null(await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1));
    }

    [Theory]
    [InlineData("约20户", "“约20户”不像姓名；户数或人数请只写数字")]
    [InlineData("李桂兰（东风村）", "名单里没有“李桂兰（东风村）”")]
    public async Task What_is_no_name_becomes_no_person(string others, string error)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        Assert.Equal($"还没有保存：有 1 处要改。{error}。", await chat.VisitAsync("elder", "care", "2024-09-17", others));
    }

    [Fact]
    public async Task A_name_with_a_blank_is_one_person_once_it_is_known()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", ("domain", "elder"), ("category", "care"), ("date", "2024-09-16"), ("person", "阿依古丽 买买提"), ("content", "聊了"));
        var again = await chat.VisitAsync("elder", "care", "2024-09-17", "阿依古丽 买买提");
        Assert.DoesNotContain("名单里没有", again);
        var record = (await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 2))!.What;
        Assert.Equal("阿依古丽 买买提", Assert.Single(record.Persons).Label);
    }

    [Fact]
    public async Task Two_of_one_name_join_as_two_members()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var one = _app.Chat("u2", "小李");
        var other = _app.Chat("u3", "小李");
        await Task.WhenAll(one.SayAsync($"加入 {code}"), other.SayAsync($"加入 {code}"));
        Assert.Equal(["欢迎小李2加入“阳光社工站”。", "欢迎小李加入“阳光社工站”。"], new[] { one.FirstLine, other.FirstLine }.Order());
    }
}
