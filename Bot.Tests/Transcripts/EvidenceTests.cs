using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Tests.Ledgers;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>Photos and files in chat, and the record that each comes to belong to (product.md §4).</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    private Chat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _chat = _app.Chat();
        await _chat.SetUpAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_photo_after_its_record_is_its_photo()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        Assert.Contains("还缺材料：水印照片、网站上传", _chat.Text);
        await _chat.SendFilesAsync("", ("走访.jpg", SampleFiles.Jpeg("a", new DateTime(2024, 9, 18, 9, 30, 0))));
        Assert.Equal(
            """
            已归入 1 张照片 #1
            养老服务·关爱帮扶 2024年9月 1/2 次 差 1 次
            已有材料：水印照片 1 份
            还缺材料：网站上传
            """,
            _chat.Text);
        Assert.Equal(["解除", "撤销", "修改", "再记一条", "已传网站"], _chat.Buttons);
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
        Assert.Equal(["2024-09-18T09:30:00|走访.jpg|1"], Rows("SELECT taken, name, number FROM attachment"));
        Assert.Equal(["add", "bind"], Rows("SELECT action FROM record_history ORDER BY step"));
    }

    [Fact]
    public async Task The_link_on_the_receipt_opens_the_picture_for_an_hour()
    {
        var picture = SampleFiles.Jpeg("a");
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        await _chat.SendFilesAsync("", ("../../etc/走访.png", picture));
        var (title, url) = Assert.Single(_chat.Links);
        Assert.Equal("1. 走访.jpg", title);
        Assert.Equal(picture, await _app.Client.GetByteArrayAsync(url));
        _app.Time.Advance(FileLinks.Lifetime);
        using var expired = await _app.Client.GetAsync(url);
        Assert.Equal(System.Net.HttpStatusCode.Gone, expired.StatusCode);
    }

    [Fact]
    public async Task Between_two_records_it_asks_and_loses_nothing()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.VisitAsync("child", "link", "2024-09-18", "张小雨");
        await _chat.SendFilesAsync("", Photo("a"), Photo("b"));
        Assert.Equal("收到 2 张照片，归到哪一条？", _chat.Text);
        Assert.Equal(["#2 9月18日 儿童关爱保护·资源链接 张小雨", "#1 9月17日 养老服务·关爱帮扶 李桂兰", "记走访", "不要了"], _chat.Buttons);
        Assert.Empty(Evidence());
        Assert.StartsWith("已归入 2 张照片 #1\n", await _chat.PressAsync("#1 9月17日 养老服务·关爱帮扶 李桂兰"));
        Assert.Contains("已有材料：水印照片 2 份", _chat.Text);
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
        // The other record is the only one without a photo now.
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.StartsWith("已归入 1 张照片 #2\n", await _chat.SendFilesAsync("", Photo("c")));
    }

    [Fact]
    public async Task Photos_that_come_first_wait_for_the_record_and_are_offered_on_its_receipt()
    {
        Assert.StartsWith("收到 2 张照片，先放着：最近三天没有缺照片或材料的记录。", await _chat.SendFilesAsync("", Photo("a"), Photo("b")));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        Assert.Contains("有 2 张照片还没归到记录", _chat.Text);
        Assert.Empty(Evidence());
        Assert.StartsWith("已归入 2 张照片 #1\n", await _chat.PressAsync("归入 2 张照片"));
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
        await _chat.VisitAsync("elder", "care", "2024-09-17", "王秀英");
        Assert.DoesNotContain("还没归到记录", _chat.Text);
    }

    /// <summary>Phones send each picture as a message of its own.</summary>
    [Fact]
    public async Task Photos_that_come_one_after_the_other_go_together()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        await _chat.SendFilesAsync("", Photo("a"));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _chat.SendFilesAsync("", Photo("b"));
        Assert.StartsWith("已归入 2 张照片 #1\n", _chat.Text);
        Assert.Contains("已有材料：水印照片 2 份", _chat.Text);
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.StartsWith("收到 1 张照片，先放着", await _chat.SendFilesAsync("", Photo("c")));
        _app.Time.Advance(TimeSpan.FromSeconds(20));
        await _chat.VisitAsync("elder", "care", "2024-09-17", "王秀英");
        Assert.StartsWith("已归入 1 张照片 #2\n", await _chat.SendFilesAsync("", Photo("d")));
    }

    [Fact]
    public async Task Photos_that_wait_are_listed()
    {
        await _chat.SendFilesAsync("", Photo("a"));
        _app.Time.Advance(TimeSpan.FromMinutes(5));
        await _chat.SendFilesAsync("", ("签到.pdf", SampleFiles.Pdf));
        Assert.StartsWith("有 1 张照片和 1 个文件还没归到记录：照片.jpg、签到.pdf", await _chat.PressAsync("看没归的"));
    }

    [Fact]
    public async Task Unwanted_photos_are_no_longer_offered()
    {
        await _chat.SendFilesAsync("", Photo("a"));
        Assert.Equal("好的，1 个文件不要了。", await _chat.PressAsync("不要了"));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        Assert.DoesNotContain("还没归到记录", _chat.Text);
    }

    [Fact]
    public async Task A_named_sheet_goes_to_the_last_event_that_lacks_it()
    {
        await _chat.SayAsync("记活动");
        await _chat.PressAsync("保存", ("name", "重阳节活动"), ("date", "2024-09-10"), ("content", "包饺子"));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        Assert.StartsWith("已归入 2 张照片 #1\n", await _chat.SendFilesAsync("签到表拍好了", Photo("a"), Photo("b")));
        Assert.Contains("已有材料：签到表 2 份", _chat.Text);
        Assert.StartsWith("已归入 1 个文件 #1\n", await _chat.SendFilesAsync("", ("活动计划.docx", SampleFiles.Docx)));
        Assert.Equal(["1|Plan", "1|SignInSheet"], Evidence());
        Assert.StartsWith("收到 1 张照片，先放着：最近没有缺领取单的记录。", await _chat.SendFilesAsync("这是领取单", Photo("c")));
    }

    [Fact]
    public async Task What_the_picture_is_can_be_put_right()
    {
        await _chat.SayAsync("记发放");
        await _chat.PressAsync("保存", ("name", "中秋慰问"), ("amount", "1200"), ("recipients", "20"));
        await _chat.SendFilesAsync("", Photo("a"));
        Assert.Contains("已有材料：签到表 1 份", _chat.Text);
        await _chat.PressAsync("是领取单");
        Assert.Contains("已有材料：领取单 1 份", _chat.Text);
        Assert.Equal(["1|ReceiptForm"], Evidence());
    }

    [Theory]
    [InlineData("这是1号的照片")]
    [InlineData("#1 的照片")]
    [InlineData("补一下9月2号李桂兰那条的照片")]
    public async Task The_words_say_which_record(string words)
    {
        await _chat.VisitAsync("elder", "care", "2024-09-02", "李桂兰");
        await _chat.VisitAsync("elder", "care", "2024-09-02", "王秀英");
        await _chat.VisitAsync("elder", "care", "2024-09-18", "张玉兰");
        Assert.StartsWith("已归入 1 张照片 #1\n", await _chat.SendFilesAsync(words, Photo("a")));
    }

    [Fact]
    public async Task A_number_that_nobody_has_keeps_the_photo()
    {
        Assert.Equal("没有找到 #77 这条记录。\n照片或文件先放着，没有归到记录。", await _chat.SendFilesAsync("这是77号的照片", Photo("a")));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        Assert.Contains("有 1 张照片还没归到记录", _chat.Text);
    }

    [Fact]
    public async Task A_question_beside_a_photo_is_answered_and_the_photo_waits()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        var answer = await _chat.SendFilesAsync("本月还差几次关爱帮扶", Photo("a"));
        Assert.StartsWith("2024年9月 关爱帮扶：还差 ", answer);
        Assert.EndsWith("收到 1 张照片，先放着。记录保存后点回执上的“归入”。", answer);
        Assert.Empty(Evidence());
    }

    [Fact]
    public async Task A_picture_that_stands_on_another_record_is_pointed_out()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.SendFilesAsync("", Photo("same"));
        _app.Time.Advance(TimeSpan.FromSeconds(20));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "王秀英");
        await _chat.SendFilesAsync("", Photo("same"));
        Assert.StartsWith("已归入 1 张照片 #2\n", _chat.Text);
        Assert.Contains("已经用在 #1 上，请确认没有发错", _chat.Text);
        Assert.Equal(["1|WatermarkPhoto", "2|WatermarkPhoto"], Evidence());
        Assert.Single(Files());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(16, false)]
    [InlineData(17, false)]
    public async Task A_picture_taken_on_another_day_is_pointed_out(int day, bool isToldSo)
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.SendFilesAsync("", ("照片.jpg", SampleFiles.Jpeg("a", new DateTime(2024, 9, day, 8, 0, 0))));
        Assert.Equal(isToldSo, _chat.Text.Contains("照片拍摄于 2024年9月1日，和服务日期 2024年9月17日 差 16 天", StringComparison.Ordinal));
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
    }

    [Fact]
    public async Task A_binding_can_be_taken_back()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.VisitAsync("elder", "care", "2024-09-18", "王秀英");
        await _chat.SendFilesAsync("", Photo("a"));
        await _chat.PressAsync("#2 9月18日 养老服务·关爱帮扶 王秀英");
        await _chat.PressAsync("解除");
        Assert.Equal("1 张照片已从 #2 解除，还没归到记录。", _chat.Text);
        Assert.Empty(Evidence());
        await _chat.PressAsync("#1 9月17日 养老服务·关爱帮扶 李桂兰");
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
        Assert.Equal(["2|bind", "2|unbind", "1|bind"], Rows("SELECT number, action FROM record_history WHERE action <> 'add' ORDER BY at, rowid"));
    }

    [Fact]
    public async Task Evidence_that_was_there_before_stays_when_the_picture_goes()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _app.Services.GetRequiredService<StationBot.Storage.Database>().WriteAsync(
            StationBot.Storage.Durability.Process,
            async connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO record_evidence (station_id, number, kind, marked) VALUES (1, 1, 1, '2024-09-17T00:00:00.0000000Z')";
                await command.ExecuteNonQueryAsync();
            });
        await _chat.SendFilesAsync("这是1号的照片", Photo("a"));
        await _chat.PressAsync("解除");
        Assert.Equal(["1|WatermarkPhoto"], Evidence());
    }

    [Fact]
    public async Task An_undone_record_comes_back_with_its_evidence()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.SendFilesAsync("", Photo("a"));
        await _chat.PressAsync("撤销");
        Assert.StartsWith("收到 1 张照片，先放着", await _chat.SendFilesAsync("", Photo("b")));
        Assert.Equal("#1 已经撤销，先恢复才能修改。", await _chat.SendFilesAsync("这是1号的照片", Photo("c")));
        await _chat.SayAsync("恢复");
        Assert.Contains("已有材料：水印照片 1 份", _chat.Text);
        Assert.DoesNotContain("缺材料：水印照片", _chat.Text);
        Assert.Single(_chat.Links);
    }

    [Fact]
    public async Task A_photo_makes_no_edit_card_old()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.PressAsync("修改");
        var edit = _chat.Submission("保存", ("content", "改过"));
        await _chat.SendFilesAsync("", Photo("a"));
        await _chat.SendAsync(new System.Text.Json.Nodes.JsonObject { ["value"] = edit });
        Assert.StartsWith("已修改 #1", _chat.Text);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "照片.jpg", SampleFiles.Html, "“照片.jpg”的类型不能用，没有保存。可以发照片（jpg、png、gif、webp、heic）、PDF、Word（docx）和 Excel（xlsx）。" },
        { "照片.jpg", SampleFiles.Film, "“照片.jpg”的类型不能用，没有保存。可以发照片（jpg、png、gif、webp、heic）、PDF、Word（docx）和 Excel（xlsx）。" },
        { "语音.amr", SampleFiles.Voice, "语音我听不了，没有保存。请用文字发给我，或用输入法的语音转文字。" },
        { "照片.jpg", [], "“照片.jpg”是空的，没有保存。请重新发一次。" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_cannot_be_kept_is_told_so_and_leaves_nothing(string name, byte[] bytes, string text)
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        Assert.Equal(text, await _chat.SendFilesAsync("", (name, bytes)));
        Assert.Empty(Files());
        Assert.Empty(Rows("SELECT id FROM attachment"));
        Assert.Equal(["1"], Rows("SELECT number FROM record"));
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_is_told_beside()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.SendFilesAsync("", Photo("a"), ("b.exe", SampleFiles.Html));
        Assert.StartsWith("已归入 1 张照片 #1\n", _chat.Text);
        Assert.Contains("“b.exe”的类型不能用，没有保存。", _chat.Text);
    }

    [Fact]
    public async Task In_a_group_nothing_is_kept()
    {
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("群聊里不收照片和文件，没有保存。请私聊发给我。", await group.SendFilesAsync("签到表拍好了", Photo("a")));
        Assert.Empty(Files());
        await group.SendFilesAsync("本月还差几次关爱帮扶", Photo("a"));
        Assert.StartsWith("2024年9月 关爱帮扶：还差 ", group.Text);
    }

    [Fact]
    public async Task A_colleagues_files_and_records_are_the_colleagues()
    {
        var code = (await _chat.SayAsync("加入码"))["加入码：".Length..][..6];
        var other = _app.Chat("u2", "小李");
        await other.SayAsync($"加入 {code}");
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        await _chat.SendFilesAsync("这是99号的照片", Photo("a"));
        Assert.Equal("#1 不是你登记的，只有登记人或站长可以改。", await other.SendFilesAsync("这是1号的照片", Photo("b")));
        Assert.StartsWith("收到 2 张照片，先放着", await other.SendFilesAsync("", Photo("c")));
        var batch = Rows("SELECT batch FROM attachment ORDER BY id")[0];
        await other.SendAsync(new System.Text.Json.Nodes.JsonObject { ["value"] = new System.Text.Json.Nodes.JsonObject { ["verb"] = "file.discard", ["batch"] = batch } });
        Assert.Equal("没有找到这些照片或文件，可能已经处理过了。", other.Text);
        Assert.Empty(Evidence());
    }

    [Fact]
    public async Task Pictures_of_one_who_is_erased_go_and_the_evidence_stays()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await _chat.SendFilesAsync("", ("李桂兰.jpg", SampleFiles.Jpeg("her")), ("照片.jpg", SampleFiles.Jpeg("shared")));
        var links = _chat.Links.ToList();
        _app.Time.Advance(TimeSpan.FromMinutes(5));
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰、王秀英");
        await _chat.SendFilesAsync("", ("照片.jpg", SampleFiles.Jpeg("shared")));
        Assert.IsType<StationBot.Records.Erased.Done>(await _app.Services.GetRequiredService<StationBot.Records.PersonErasure>().EraseAsync(1, "李桂兰", null));
        Assert.Equal(
            [System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.OK],
            await Task.WhenAll(links.Select(async link => (await _app.Client.GetAsync(link.Url)).StatusCode)));
        Assert.Equal(["1|WatermarkPhoto", "2|WatermarkPhoto"], Evidence());
        Assert.DoesNotContain(Rows("SELECT name FROM attachment"), name => name.Contains("李桂兰", StringComparison.Ordinal));
    }

    /// <summary>A crash between the binding and the end of the turn: the turn is done again.</summary>
    [Fact]
    public async Task The_same_message_binds_once()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰");
        var store = _app.Services.GetRequiredService<AttachmentStore>();
        var who = (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;
        var file = new NewAttachment(new StoredContent(new string('a', 64), FileType.Jpeg, 1), "照片.jpg", null);
        for (var i = 0; i < 2; i++)
        {
            Assert.Single(await store.AddAsync(who, "the-message", [file]));
            Assert.IsType<Bound.Done>(await store.BindAsync(who, "the-message", "the-message", 1, (_, _, _) => EvidenceKind.WatermarkPhoto));
        }

        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM record_history WHERE action = 'bind'"));
    }

    private static (string, byte[]) Photo(string salt) => ("照片.jpg", SampleFiles.Jpeg(salt));

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.Services.GetRequiredService<StationBot.Storage.Database>().FilePath, sql);

    private IEnumerable<string> Evidence() => Rows("SELECT number, kind FROM record_evidence ORDER BY number, kind").Select(row => row.Split('|'))
        .Select(cells => $"{cells[0]}|{(EvidenceKind)int.Parse(cells[1])}");

    private IEnumerable<string> Files()
    {
        var folder = _app.Services.GetRequiredService<AttachmentOptions>().Folder;
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}
