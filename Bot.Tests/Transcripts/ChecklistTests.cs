using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>平台检查: the whole of task 1 on one card.</summary>
public sealed class ChecklistTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_ticked_is_saved_shown_again_undone_and_restored_as_a_whole()
    {
        var chat = await OpenAsync();
        Assert.Equal("2024年 平台建设：已做 0/10 项，材料齐 0/10 项", chat.FirstLine);
        Assert.Contains("· 驻站社工：在岗 1/2 人，持证 0/1 人", chat.Text);
        await chat.PressAsync("保存", ("platform.office", "done"), ("platform.rooms", "na"), ("platform.rooms.reason", "社区没有场地"), ("date", "2024-03-01"));
        Assert.Equal("已保存 #1、#2。说“撤销”可以全部退回。", chat.FirstLine);
        // 不适用 is no miss, and has nothing to show.
        Assert.Contains("2024年 平台建设：已做 2/10 项，材料齐 1/10 项", chat.Text);
        Assert.Contains("· 办公用房 2024年3月1日 #1 缺上墙照片", chat.Text);
        Assert.Contains("· 活动室 不适用：社区没有场地 #2", chat.Text);
        Assert.Equal("done", chat.Submission("保存")["platform.office"]!.ToString());

        await chat.SayAsync("平台检查");
        Assert.Contains("· 办公用房 2024年3月1日 #1 缺上墙照片", chat.Text);
        Assert.Equal("没有要改的，和原来一样。", (await chat.PressAsync("保存")).Split('\n')[0]);

        Assert.Equal("已撤销上一次的改动，共 2 条：#1、#2。", await chat.SayAsync("撤销"));
        Assert.StartsWith("2024年 平台建设：已做 0/10 项", await chat.SayAsync("平台检查"));
        Assert.Equal("已恢复上一次的改动，共 2 条：#1、#2。", await chat.SayAsync("恢复"));
        Assert.StartsWith("2024年 平台建设：已做 2/10 项", await chat.SayAsync("平台检查"));
        Assert.Equal("2024年 活动室：已达标", (await chat.SayAsync("活动室够不够")).Split('\n')[0]);
    }

    [Fact]
    public async Task What_is_unticked_is_void_and_ticked_again_counts_again()
    {
        var chat = await OpenAsync();
        await chat.PressAsync("保存", ("platform.wall", "done"));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("已保存 #1。", await chat.PressAsync("保存", ("platform.wall", "open")));
        Assert.Contains("已做 0/10 项", chat.Text);
        Assert.StartsWith("已保存 #2。", await chat.PressAsync("保存", ("platform.wall", "done")));
        Assert.Contains("已做 1/10 项", chat.Text);
    }

    [Fact]
    public async Task Not_applicable_changed_to_done_keeps_its_record()
    {
        var chat = await OpenAsync();
        await chat.PressAsync("保存", ("platform.rooms", "na"), ("platform.rooms.reason", "没有场地"));
        await chat.PressAsync("保存", ("platform.rooms", "done"), ("date", "2024-06-01"));
        Assert.Contains("· 活动室 2024年6月1日 #1 缺上墙照片", chat.Text);
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await chat.SayAsync("撤销");
        Assert.Contains("· 活动室 不适用：没有场地 #1", await chat.SayAsync("平台检查"));
    }

    [Theory]
    [InlineData("platform.rooms", "na", "活动室不适用的原因要写上")]
    [InlineData("platform.office", "na", "办公用房不能填不适用")]
    [InlineData("platform.office", "也许", "请从列表中选择")]
    [InlineData("date", "2024-09-19", "2024年9月19日还没到，不能登记未来的服务")]
    [InlineData("date", "2023-01-01", "2023年1月1日不在项目年度内（2024年）")]
    [InlineData("date", "昨天", "完成日期不是有效的日期")]
    [InlineData("level:小王", "社会工作师", "填了级别，请填证号")]
    [InlineData("newCertificate", "A1", "填了证号，请填姓名")]
    [InlineData("newName", "小王", "小王已经在上面了")]
    public async Task What_is_wrong_comes_back_and_nothing_is_saved(string input, string value, string error)
    {
        var chat = await OpenAsync();
        await chat.PressAsync("保存", ("platform.wall", "done"), (input, value));
        Assert.Equal($"还没有保存：有 1 处要改。{error}。", chat.FirstLine);
        Assert.Contains("已做 0/10 项", chat.Text);
        Assert.Contains(error, chat.Card!.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Equal("done", chat.Submission("保存")["platform.wall"]!.ToString());
    }

    [Fact]
    public async Task Workers_and_their_certificates_meet_the_tier()
    {
        var chat = await OpenAsync();
        await chat.PressAsync("保存", ("certificate:小王", "蒙2019001"), ("level:小王", "社会工作师"), ("newName", "老赵"), ("newCertificate", ""));
        Assert.Contains("· 驻站社工：在岗 2/2 人，持证 1/1 人", chat.Text);
        Assert.StartsWith("2024年 驻站社工持证：已达标", await chat.SayAsync("持证社工够了没"));
        // The copy of the certificate is still to come.
        Assert.Contains("（1 项材料未齐）", chat.Text);

        await chat.SayAsync("平台检查");
        Assert.Equal("蒙2019001", chat.Submission("保存")["certificate:小王"]!.ToString());
        await chat.PressAsync("保存", ("presence:老赵", "gone"));
        Assert.Contains("· 驻站社工：在岗 1/2 人，持证 1/1 人", chat.Text);
        await chat.PressAsync("保存", ("certificate:小王", ""), ("level:小王", ""));
        Assert.Contains("· 驻站社工：在岗 1/2 人，持证 0/1 人", chat.Text);
    }

    [Fact]
    public async Task A_card_pressed_twice_or_older_than_the_records_saves_nothing_more()
    {
        var chat = await OpenAsync();
        var first = chat.Submission("保存", ("platform.wall", "done"));
        await chat.SendAsync(new() { ["value"] = first.DeepClone() }, "press");
        await chat.SendAsync(new() { ["value"] = first.DeepClone() }, "press-again");
        Assert.StartsWith("这张卡片打开以后又有改动，没有保存。", chat.Text);
        Assert.Contains("已做 1/10 项", chat.Text);
        Assert.Contains("· 展示墙面 2024年9月18日 #1", chat.Text);
    }

    [Fact]
    public async Task A_worker_takes_back_only_what_is_his()
    {
        var lead = await OpenAsync();
        await lead.PressAsync("保存", ("platform.wall", "done"));
        var code = (await lead.SayAsync("加入码")).Split('：')[1][..6];
        var worker = _app.Chat("u2", "小李");
        await worker.SayAsync("加入 " + code);
        await worker.SayAsync("平台检查");
        Assert.Contains("不是你登记的", await worker.PressAsync("保存", ("platform.wall", "open"), ("platform.office", "done")));
        Assert.Contains("已做 1/10 项", await worker.SayAsync("平台检查"));
    }

    [Fact]
    public async Task An_imported_row_stands_on_the_card()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "records.csv");
        await File.WriteAllTextAsync(file, "日期,指标,材料\n2024-01-10,platform.office,上墙照片\n");
        var station = (await _app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        await _app.Services.GetRequiredService<LedgerImport>().RecordsAsync(station, file, new LedgerOptions(false));
        Assert.Contains("已做 1/10 项，材料齐 1/10 项", await chat.SayAsync("平台检查"));
        Assert.Contains("· 办公用房 2024年1月10日 #1 材料齐", chat.Text);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<Chat> OpenAsync()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("平台检查");
        return chat;
    }
}
