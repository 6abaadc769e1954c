using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>A form that was opened and not saved is gone on with, given up, or expires with a word.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private static readonly (string, string)[] Visit = [("domain", "elder"), ("category", "care"), ("others", "李桂兰"), ("content", "聊了用药")];

    private StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("继续刚才的")]
    [InlineData("接着填")]
    [InlineData("继续记走访")]
    public async Task A_question_in_between_loses_nothing(string said)
    {
        var chat = await RejectedAsync();
        await chat.SayAsync("本月还差几次关爱帮扶");
        Assert.Equal("记走访：请填写卡片后点“保存”。\n接着刚才的填。", await chat.SayAsync(said));
        Assert.Equal(("elder", "2024-09-19", "聊了用药"), (Value(chat, "domain"), Value(chat, "date"), Value(chat, "content")));
        Assert.StartsWith("已保存 #1", await chat.PressAsync("保存", ("date", "2024-09-18")));
        Assert.Equal("没有没填完的卡片。", await chat.SayAsync("继续刚才的"));
    }

    [Fact]
    public async Task What_was_said_when_it_was_opened_is_kept_too()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记昨天养老关爱");
        await chat.SayAsync("继续刚才的");
        Assert.Equal(("elder", "care", "2024-09-17"), (Value(chat, "domain"), Value(chat, "category"), Value(chat, "date")));
    }

    [Fact]
    public async Task It_is_there_after_a_restart_and_on_another_channel_of_the_member_and_saves_once()
    {
        var chat = await RejectedAsync();
        var first = chat.Submission("保存", ("date", "2024-09-18"));
        var stations = _app.Services.GetRequiredService<StationStore>();
        await stations.AddMemberAsync(1, new NewMember("小王", "webchat", "other-account", new DateOnly(2024, 9, 18), IsNewcomer: false));
        _app = await _app.RestartAsync();
        var elsewhere = new Chat(_app, "other-account", "小王") { Channel = "webchat" };
        Assert.StartsWith("记走访：请填写卡片后点“保存”。", await elsewhere.SayAsync("继续刚才的"));
        Assert.Equal("聊了用药", Value(elsewhere, "content"));
        Assert.StartsWith("已保存 #1", await elsewhere.PressAsync("保存", ("date", "2024-09-18")));
        var again = chat.GoOn(_app);
        await again.SendAsync(new JsonObject { ["value"] = first });
        Assert.Contains("这张卡片已经登记过，没有重复登记", again.Text);
    }

    [Theory]
    [InlineData("不记了")]
    [InlineData("算了不记了")]
    [InlineData("取消")]
    [InlineData(null)]
    public async Task Given_up_it_is_gone(string? said)
    {
        var chat = await RejectedAsync();
        Assert.Equal("“记走访”不记了，没有保存。", said is null ? await chat.PressAsync("取消") : await chat.SayAsync(said));
        Assert.Equal("没有没填完的卡片。", await chat.SayAsync("继续刚才的"));
        Assert.Equal("没有正在填的卡片。要撤销记录，请说“撤销”。", await chat.SayAsync("不记了"));
    }

    [Fact]
    public async Task Pressing_cancel_twice_gives_up_one_form_only()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        await chat.SayAsync("记发放");
        var pressed = chat.Submission("取消");
        await chat.SendAsync(new JsonObject { ["value"] = pressed.DeepClone() });
        Assert.StartsWith("“记发放”不记了", chat.Text);
        await chat.SendAsync(new JsonObject { ["value"] = pressed });
        Assert.Equal("这张卡片已经不在填了，没有登记什么。", chat.Text);
        Assert.StartsWith("记走访：", await chat.SayAsync("继续刚才的"));
    }

    [Fact]
    public async Task A_form_opened_over_another_leaves_that_one_to_be_gone_on_with()
    {
        var chat = await RejectedAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await chat.SayAsync("记发放");
        Assert.Equal("记发放：请填写卡片后点“保存”。\n接着刚才的填。还有没填完的：记走访，说“继续记走访”。", await chat.SayAsync("继续"));
        await chat.SayAsync("继续记走访");
        Assert.Equal("聊了用药", Value(chat, "content"));
    }

    [Fact]
    public async Task After_a_day_it_expires_with_a_word_once()
    {
        var chat = await RejectedAsync();
        _app.Time.Advance(TimeSpan.FromHours(25));
        Assert.DoesNotContain("过期", await chat.SayAsync("本月还差几次关爱帮扶"));
        const string Word = "昨天没填完的“记走访”已过期（保留 24 小时），没有登记。";
        Assert.EndsWith("\n" + Word, await chat.SayAsync("你好"));
        Assert.Contains("记走访”已过期", chat.Card!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.DoesNotContain("过期", await chat.SayAsync("你好"));
        Assert.Equal("没有没填完的卡片。", await chat.SayAsync("继续刚才的"));
    }

    [Theory]
    [InlineData("继续刚才的", "昨天没填完的“记走访”已过期（保留 24 小时），没有登记。")]
    [InlineData("记发放", "记发放：请填写卡片后点“保存”。\n昨天没填完的“记走访”已过期（保留 24 小时），没有登记。")]
    public async Task The_word_comes_with_whatever_has_to_do_with_forms(string said, string answer)
    {
        var chat = await RejectedAsync();
        _app.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(answer, await chat.SayAsync(said));
        Assert.DoesNotContain("过期", await chat.SayAsync("记发放"));
    }

    /// <summary>A turn that a crash cut off is done again: its answer must say the same.</summary>
    [Fact]
    public async Task A_turn_done_again_tells_again_and_another_does_not()
    {
        await RejectedAsync();
        _app.Time.Advance(TimeSpan.FromHours(25));
        var drafts = _app.Services.GetRequiredService<DraftStore>();
        var who = (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;
        Assert.Single(await drafts.TakeExpiredAsync(who.Member, "one"));
        Assert.Single(await drafts.TakeExpiredAsync(who.Member, "one"));
        Assert.Empty(await drafts.TakeExpiredAsync(who.Member, "two"));
    }

    [Fact]
    public async Task A_turn_done_again_gives_up_one_form()
    {
        var chat = await RejectedAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await chat.SayAsync("记发放");
        var drafts = _app.Services.GetRequiredService<DraftStore>();
        var who = (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;
        Assert.Equal("distribution", (await drafts.DropAsync(who.Member, null, "one"))!.Form);
        Assert.Equal("distribution", (await drafts.DropAsync(who.Member, null, "one"))!.Form);
        Assert.Equal("visit", Assert.Single(await drafts.OpenAsync(who.Member)).Form);
    }

    [Fact]
    public async Task An_edit_is_gone_on_with_unless_the_record_was_changed_meanwhile()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await chat.SayAsync("1号改成电话");
        await chat.SayAsync("本月还差啥");
        Assert.Equal("修改 #1：接着刚才的填：方式 上门 → 电话。核对后点“保存”。", await chat.SayAsync("继续刚才的"));
        Assert.Equal("Phone", Value(chat, "mode"));
        await chat.SayAsync("删掉1号");
        Assert.Equal("#1 刚被改过，请重新打开“修改”再改。", await chat.SayAsync("继续刚才的"));
        Assert.Equal("没有没填完的卡片。", await chat.SayAsync("继续刚才的"));
    }

    [Fact]
    public async Task A_batch_is_gone_on_with_its_ticks()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访 张三、李四、王五三户");
        await chat.PressAsync("保存", ("persons", "张三,王五"), ("domain", "elder"), ("category", "care"));
        _app = await _app.RestartAsync();
        var later = chat.GoOn(_app);
        await later.SayAsync("继续刚才的");
        Assert.Equal(["张三", "李四", "王五"], later.Choices("persons"));
        Assert.Equal("张三,王五", Value(later, "persons"));
        Assert.StartsWith("已保存 2 条", await later.PressAsync("保存", ("content", "聊了")));
    }

    [Fact]
    public async Task Nobody_elses_form_is_gone_on_with()
    {
        var chat = await RejectedAsync();
        var code = (await chat.SayAsync("加入码"))["加入码：".Length..][..6];
        var other = _app.Chat("u2", "小李");
        await other.SayAsync($"加入 {code}");
        Assert.Equal("没有没填完的卡片。", await other.SayAsync("继续刚才的"));
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("继续刚才的"));
    }

    [Fact]
    public async Task Who_is_erased_stands_in_no_draft()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await Rosters.ImportAsync(_app, "姓名,领域,社区\n李桂兰,养老服务,红旗村\n");
        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", [.. Visit, ("person", "李桂兰（红旗村）"), ("date", "2024-09-19")]);
        Assert.IsType<Erased.Done>(await _app.Services.GetRequiredService<PersonErasure>().EraseAsync(1, "李桂兰", null));
        await chat.SayAsync("继续刚才的");
        Assert.DoesNotContain("李桂兰", chat.Card!.ToString() + Value(chat, "person") + Value(chat, "others"));
        Assert.StartsWith("已删除", Value(chat, "person"));
    }

    /// <summary>A form that came back, because its day was still to come.</summary>
    private async Task<Chat> RejectedAsync()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("记走访");
        Assert.StartsWith("还没有保存", await chat.PressAsync("保存", [.. Visit, ("date", "2024-09-19")]));
        return chat;
    }

    private static string? Value(Chat chat, string field) => (string?)chat.Submission("保存")[field];
}
