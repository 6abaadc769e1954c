using Microsoft.Extensions.DependencyInjection;
using StationBot.Records;

namespace StationBot.Tests.Transcripts;

/// <summary>A case and a group from their opening to their end and back, by what people say and press.</summary>
public sealed class CaseLifeTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_case_lives_from_its_opening_to_its_closing_and_beyond()
    {
        var lead = _app.Chat();
        await lead.SetUpAsync();
        var worker = await JoinAsync(lead, "u2", "小李");
        await JoinAsync(lead, "u3", "小张");
        await OpenAsync(worker, "elder", "刘玉珍");
        Assert.Equal(
            "养老服务·个案 刘玉珍：0/5 节，接案阶段\n· 编号 1号个案\n· 对象 刘玉珍\n· 社工 小李\n还差 5 节满 5 节",
            await worker.SayAsync("刘玉珍的个案"));

        // Sessions: the card's button knows the file and the stage.
        await worker.PressAsync("记一节");
        Assert.Equal("Assessment", (string)worker.Submission("保存")["stage"]!);
        var receipt = await worker.PressAsync("保存", ("date", "2024-09-16"), ("content", "建立关系"), ("next", "2024-09-20"));
        Assert.Contains("养老服务·个案 刘玉珍 1/5 节", receipt);
        await worker.PressAsync("再记一条");
        Assert.Equal(("1", "Planning"), ((string)worker.Submission("保存")["file"]!, (string)worker.Submission("保存")["stage"]!));
        await worker.PressAsync("保存", ("date", "2024-09-18"), ("content", "商定目标"), ("stage", "Intervention"), ("next", "2024-09-25"));
        Assert.Equal(
            """
            养老服务·个案 刘玉珍：2/5 节，介入阶段
            · 编号 1号个案
            · 对象 刘玉珍
            · 社工 小李
            · 下次 9月25日（还有 7 天）
            · 第 1 节 9月16日 小李 预估
            · 第 2 节 9月18日 小李 介入
            还差 3 节满 5 节
            还缺材料：第 1、2 节缺水印照片、网站上传
            """.ReplaceLineEndings("\n"),
            await lead.SayAsync("看看1号个案"));

        // Silence.
        _app.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal("2024年9月30日至10月6日 个案：该做 1 个", (await worker.SayAsync("这周该做哪些个案")).Split('\n')[0]);
        Assert.Equal(
            "个案：停滞 1 个\n· 刘玉珍 养老服务 2/5 节 介入 已过期 7 天 停滞 14 天 小李\n停滞：没结束，14 天没有新的一节。",
            await lead.SayAsync("哪些个案停滞了"));
        Assert.Contains("⚠️ 14 天没有新的一节，停滞了", await lead.PressAsync("刘玉珍"));

        // To a colleague: only the lead or who has it; the sessions stay whose they are.
        var colleague = new Chat(_app, "u3", "小张");
        await colleague.SayAsync("刘玉珍的个案交给我");
        Assert.Equal("还没有保存：有 1 处要改。只有站长或现在跟进的社工（小李）可以转交。", await colleague.PressAsync("保存"));
        Assert.Equal("没有叫“小赵”的同事，可以交给：小王、小李、小张。", await worker.SayAsync("刘玉珍的个案交给小赵"));
        await worker.SayAsync("刘玉珍的个案交给小张");
        Assert.Equal(["1", "2", "3"], worker.Choices("to"));
        Assert.StartsWith("已保存 #4\n个案 刘玉珍 从2024年10月2日起由小张跟进，之前是小李", await worker.PressAsync("保存"));
        Assert.Equal("还没有保存：有 1 处要改。只有站长或现在跟进的社工（小张）可以转交。", await TryHandOverAsync(worker));
        Assert.StartsWith("个案（小张）：进行中 1 个\n· 刘玉珍", await colleague.SayAsync("我的个案"));
        Assert.Equal("个案（小李）：进行中 0 个", await worker.SayAsync("我的个案"));
        Assert.StartsWith("个案（小张）：进行中 1 个\n· 刘玉珍", await lead.SayAsync("小张手上的个案"));
        Assert.Contains("· 社工 小张（10月2日起，之前是小李）\n· 下次 9月25日（已过 7 天）\n· 第 1 节 9月16日 小李 预估", await lead.SayAsync("刘玉珍的个案"));
        Assert.DoesNotContain("转交", await ButtonsAsync(worker, "刘玉珍的个案"));
        await colleague.SayAsync("刘玉珍的个案");
        await colleague.PressAsync("改内容");
        Assert.StartsWith("已修改 #1", await colleague.PressAsync("保存", ("goal", "愿意出门")));
        await worker.SayAsync("撤销4号");
        Assert.StartsWith("个案（小李）：进行中 1 个", await worker.SayAsync("我的个案"));
        await worker.SayAsync("恢复4号");
        Assert.StartsWith("个案（小张）：进行中 1 个", await colleague.SayAsync("我的个案"));

        // The end, and after it.
        await colleague.SayAsync("刘玉珍的个案结案");
        Assert.StartsWith("已保存 #5\n个案已结束，共做了 2 节", await colleague.PressAsync("保存", ("content", "服务对象搬走")));
        Assert.Equal(["重新打开"], await ButtonsAsync(lead, "刘玉珍的个案"));
        Assert.StartsWith("养老服务·个案 刘玉珍：2/5 节，已结案", lead.Text);
        Assert.StartsWith("个案：已结案 1 个\n· 刘玉珍", await lead.SayAsync("哪些个案结案了"));
        Assert.StartsWith("没有可以", (await lead.SayAsync("恢复")));
        await lead.SayAsync("重新打开刘玉珍的个案");
        Assert.StartsWith("已保存 #6\n个案重新打开了，已做 2 节，说“记个案”记第 3 节", await lead.PressAsync("保存", ("content", "又搬回来了")));
        Assert.StartsWith("养老服务·个案 刘玉珍：2/5 节，介入阶段", await lead.SayAsync("刘玉珍的个案"));
        await lead.SayAsync("撤销");
        Assert.StartsWith("养老服务·个案 刘玉珍：2/5 节，已结案", await lead.SayAsync("刘玉珍的个案"));
        Assert.Equal("还没有进行中的个案。先说“开个案”建一个。", await lead.SayAsync("记个案"));
        await lead.SayAsync("恢复");
        Assert.Equal("后面还有 3 条结案、转交之类的记录，先撤销它们，才能撤销这一条。", await WithoutSessionsAsync(lead));
    }

    [Fact]
    public async Task Sessions_are_numbered_by_their_days_whatever_is_undone_or_moved()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        for (var day = 2; day <= 6; day++)
        {
            await SessionAsync(chat, $"2024-09-0{day}");
        }

        Assert.StartsWith("2024年 个案：还差 23 个", await chat.SayAsync("还差几个个案"));
        await chat.SayAsync("撤销4号");
        Assert.Equal([1, 2, null, 3, 4], await PlacesAsync());
        Assert.StartsWith("2024年 个案：还差 24 个", await chat.SayAsync("还差几个个案"));
        await SessionAsync(chat, "2024-09-10");
        Assert.Equal([1, 2, null, 3, 4, 5], await PlacesAsync());
        await chat.SayAsync("恢复4号");
        Assert.Equal([1, 2, 3, 4, 5, 6], await PlacesAsync());
        await chat.SendAsync(new() { ["value"] = new System.Text.Json.Nodes.JsonObject { ["verb"] = "record.edit", ["number"] = 2 } });
        await chat.PressAsync("保存", ("date", "2024-09-12"));
        Assert.Equal([6, 1, 2, 3, 4, 5], await PlacesAsync());
    }

    [Fact]
    public async Task A_person_s_other_open_case_is_pointed_out_before_and_after_and_not_refused()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        await chat.SayAsync("开个案");
        Assert.Contains("已有没结束的个案：刘玉珍。同一人不要重复开。", chat.Card!.ToJsonString(Readable));
        var second = await chat.PressAsync("保存", ("domain", "disabled"), ("others", "刘玉珍"), ("problem", "腿脚不便"));
        Assert.StartsWith("已保存 #2", second);
        Assert.Contains("刘玉珍已有一个没结束的个案（养老服务，已做 0 节），请确认不是重复", second);
        Assert.Equal("有 2 个个案都像“刘玉珍”，是哪一个？", await chat.SayAsync("刘玉珍的个案"));
        Assert.Equal(["1号个案 养老服务 刘玉珍", "2号个案 扶残助残 刘玉珍"], chat.Buttons);
        Assert.StartsWith("扶残助残·个案 刘玉珍：0/5 节，接案阶段", await chat.PressAsync("2号个案 扶残助残 刘玉珍"));
        await chat.SayAsync("1号个案结案");
        await chat.PressAsync("保存", ("content", "转到助残"));
        await chat.SayAsync("重新打开1号个案");
        Assert.Contains("刘玉珍已有一个没结束的个案（扶残助残，已做 0 节），请确认不是重复", await chat.PressAsync("保存"));
    }

    [Fact]
    public async Task A_group_meets_changes_its_members_and_ends()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("开小组");
        await chat.PressAsync("保存", ("domain", "elder"), ("name", "夕阳红手工小组"), ("members", "李桂兰、王秀英"));
        Assert.StartsWith("养老服务·小组 夕阳红手工小组：0/5 节，筹备\n· 编号 1号小组\n· 成员 李桂兰、王秀英（2 人）", await chat.SayAsync("看看手工小组"));
        await chat.PressAsync("改成员");
        await chat.PressAsync("保存", ("members", "李桂兰、赵大勇"));
        Assert.Contains("· 成员 李桂兰、赵大勇（2 人）", await chat.SayAsync("1号小组"));
        await chat.SayAsync("记手工小组");
        await chat.PressAsync("保存", ("date", "2024-09-02"), ("content", "剪纸"), ("recipients", "李桂兰、周芳"));
        Assert.Equal("小组：停滞 0 个\n停滞：没结束，14 天没有新的一节。", await chat.SayAsync("哪些小组停滞了"));
        _app.Time.Advance(TimeSpan.FromDays(14));
        Assert.Contains("夕阳红手工小组 养老服务 1/5 节 进行中 停滞 14 天 小王", await chat.SayAsync("停滞的小组"));
        Assert.Contains("· 成员 李桂兰、赵大勇（2 人）", await chat.SayAsync("手工小组"));
        await chat.SayAsync("手工小组结束");
        await chat.PressAsync("保存", ("content", "人凑不齐"));
        Assert.Equal("小组：进行中 0 个", await chat.SayAsync("进行中的小组"));
        await chat.SayAsync("撤销");
        Assert.StartsWith("小组：进行中 1 个\n· 夕阳红手工小组", await chat.SayAsync("进行中的小组"));
        await chat.SayAsync("恢复");
        await chat.SayAsync("重新打开手工小组");
        Assert.Contains("小组重新打开了，已做 1 节，说“记小组”记第 2 节", await chat.PressAsync("保存"));
    }

    [Fact]
    public async Task A_case_that_was_another_s_takes_its_sessions_along()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        await SessionAsync(chat, "2024-09-02");
        await chat.SayAsync("刘玉珍的个案");
        await chat.PressAsync("改内容");
        await chat.PressAsync("保存", ("person", ""), ("others", "刘玉芬"));
        Assert.Contains("· 对象 刘玉芬\n", await chat.SayAsync("刘玉芬的个案"));
        await SessionAsync(chat, "2024-09-09");
        var store = _app.Services.GetRequiredService<RecordStore>();
        Assert.Equal("刘玉芬", Assert.Single((await store.FindAsync(1, 2))!.What.Persons).Label);
        Assert.Equal("刘玉芬", Assert.Single((await store.FindAsync(1, 3))!.What.Persons).Label);
    }

    [Fact]
    public async Task Saving_a_closing_twice_closes_once_and_says_so()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        await chat.SayAsync("刘玉珍的个案结案");
        var submission = chat.Submission("保存", ("content", "搬走"));
        await chat.SendAsync(new() { ["value"] = submission });
        await chat.SendAsync(new() { ["value"] = submission.DeepClone() });
        Assert.Equal("已保存 #2\n个案已结束，共做了 0 节\n这张卡片已经登记过，没有重复登记", chat.Text);
    }

    [Fact]
    public async Task Lists_end_with_a_count_and_a_group_conversation_hears_no_names()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        for (var i = 1; i <= 14; i++)
        {
            await OpenAsync(chat, "elder", $"刘玉珍{(char)('甲' + i)}");
        }

        var list = (await chat.SayAsync("我的个案")).Split('\n');
        Assert.Equal((14, "个案（小王）：进行中 14 个", "共 14 个，以上是第 1 到 12 个。"), (list.Length, list[0], list[^1]));
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("个案：进行中 14 个\n名单请私聊我。", await group.SayAsync("进行中的个案"));
        Assert.DoesNotContain("刘玉珍", group.Card!.ToJsonString(Readable));
        Assert.StartsWith("群聊里不登记服务", await group.SayAsync("刘玉珍的个案"));
    }

    [Fact]
    public async Task A_file_of_another_station_has_no_name_and_no_number()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await OpenAsync(chat, "elder", "刘玉珍");
        var other = _app.Chat("u9", "老赵");
        await other.SetUpAsync("河西社工站");
        Assert.Equal("没有找到“刘玉珍”的个案。", await other.SayAsync("刘玉珍的个案"));
        Assert.Equal("没有找到1号个案。", await other.SayAsync("1号个案"));
        await OpenAsync(other, "child", "周小宝");
        Assert.StartsWith("儿童关爱保护·个案 周小宝", await other.SayAsync("1号个案"));
        await other.SayAsync("1号个案交给小王");
        Assert.Equal("没有叫“小王”的同事，站里现在只有您一位。同事先用加入码加入，再转交。", other.Text);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<Chat> JoinAsync(Chat lead, string user, string name)
    {
        var code = (await lead.SayAsync("加入码"))["加入码：".Length..][..6];
        var chat = _app.Chat(user, name);
        await chat.SayAsync($"加入 {code}");
        return chat;
    }

    private static async Task<string> OpenAsync(Chat chat, string domain, string person)
    {
        await chat.SayAsync("开个案");
        return await chat.PressAsync("保存", ("domain", domain), ("others", person), ("problem", "丧偶后情绪低落"));
    }

    private static async Task<string> SessionAsync(Chat chat, string date)
    {
        await chat.SayAsync("记个案");
        return await chat.PressAsync("保存", ("file", chat.Choices("file")[0]), ("date", date), ("content", "谈了近况"));
    }

    private static async Task<string> TryHandOverAsync(Chat chat)
    {
        await chat.SayAsync("刘玉珍的个案交给小王");
        return await chat.PressAsync("保存");
    }

    private static async Task<IEnumerable<string>> ButtonsAsync(Chat chat, string text)
    {
        await chat.SayAsync(text);
        return chat.Buttons;
    }

    /// <summary>Without its sessions only what came after the opening stands in the way of undoing it.</summary>
    private static async Task<string> WithoutSessionsAsync(Chat chat)
    {
        Assert.Equal("已经有 2 节记录，先撤销它们，才能撤销这一条。", await chat.SayAsync("撤销1号"));
        await chat.SayAsync("撤销2号");
        await chat.SayAsync("撤销3号");
        return await chat.SayAsync("撤销1号");
    }

    /// <summary>Of the records from #2 on.</summary>
    private async Task<List<int?>> PlacesAsync()
    {
        var store = _app.Services.GetRequiredService<RecordStore>();
        var places = new List<int?>();
        for (var number = 2; await store.FindAsync(1, number) is { } record; number++)
        {
            places.Add(record.Place);
        }

        return places;
    }
}
