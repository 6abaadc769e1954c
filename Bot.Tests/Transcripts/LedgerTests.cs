using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Tests.Ledgers;

namespace StationBot.Tests.Transcripts;

/// <summary>台账 and 名册 as Excel files: made of exactly the records, and evidence of them.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_survey_ledger_lists_the_records_that_are_not_void_and_is_their_evidence()
    {
        var chat = await WithRecordsAsync(
            "2024-03-01,elder.survey,李桂兰,,,调查表,入户了解",
            "2024-03-02,elder.survey,王大爷,,,调查表,",
            "2024-03-03,elder.survey,张三,,,,",
            "2024-03-04,child.survey,小明,,,,");
        await chat.SayAsync("撤销2号");
        var answer = await chat.SayAsync("导出养老需求调研台账");
        Assert.StartsWith("养老服务需求调研台账（2024年）.xlsx已生成。\n· 养老服务需求调研台账 2 条\n下载（", answer);
        var sheet = Assert.Single(await Workbook.DownloadAsync(_app, answer));
        Assert.Equal("养老服务需求调研台账", sheet.Name);
        Assert.Equal(["序号", "记录号", "调研日期", "姓名", "性别", "出生日期", "社区", "住址", "电话", "监护人", "标签", "主要需求", "慈善需求", "社工"], sheet.Columns);
        Assert.Equal(["1|1|2024-03-01|李桂兰", "2|3|2024-03-03|张三"], sheet.Rows.Select(row => string.Join('|', row.Take(4))));
        Assert.Equal(["入户了解", ""], sheet.Column("主要需求"));

        Assert.Equal(["1|3", "3|3"], Evidence());
        Assert.Equal(["1|\"Ledger\"", "3|\"Ledger\""], Rows("SELECT number, after FROM record_history WHERE action = 'mark' ORDER BY number"));
        Assert.DoesNotContain("台账", (await chat.SayAsync("还缺啥材料")).Split('\n').Where(line => line.StartsWith("养老", StringComparison.Ordinal)));
    }

    /// <summary>A resent activity, or a turn that is done again after a crash.</summary>
    [Fact]
    public async Task The_same_message_makes_one_file_and_another_file_marks_nothing_twice()
    {
        var chat = await WithRecordsAsync("2024-03-01,elder.survey,李桂兰,,,调查表,");
        await chat.SayAsync("导出养老需求调研台账");
        await chat.SayAsync("导出养老需求调研台账");
        Assert.Equal(["2"], Rows("SELECT COUNT(*) FROM ledger"));
        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM record_history WHERE action = 'mark'"));
        // A file is no change that is taken back.
        Assert.Equal("没有可以撤销的记录。", await chat.SayAsync("撤销"));
    }

    [Fact]
    public async Task All_ledgers_are_one_file_with_a_sheet_each()
    {
        var chat = await WithRecordsAsync(
            "2024-03-01,elder.survey,李桂兰,,,,",
            "2024-03-02,charity.fund,,微爱基金,,,设立",
            "2024-03-03,charity.raised,,县慈善协会,1200.5,,",
            "2024-03-04,charity.project,,暖冬行动,300,,募集棉衣",
            "2024-03-05,charity.needs,张三,,,,缺轮椅",
            "2024-03-06,org.backbone,,赵一、钱二,,佐证材料,参加培训",
            "2024-03-07,elder.care,李桂兰,,,,");
        var sheets = await Workbook.DownloadAsync(_app, await chat.SayAsync("导出台账"));
        Assert.Equal(["养老服务需求调研台账", "基金和募集资金台账", "慈善项目台账", "需求信息台账", "骨干人才名册"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(["专项基金|微爱基金||", "共募资金|县慈善协会|1200.5|现金"], sheets[1].Rows.Select(row => string.Join('|', row[3], row[4], row[6], row[7])));
        Assert.Equal(["暖冬行动"], sheets[2].Column("项目名称"));
        Assert.Equal(["缺轮椅"], sheets[3].Column("需求内容"));
        Assert.Equal(["赵一、钱二"], sheets[4].Column("姓名"));
        Assert.Equal(["1|3", "2|3", "3|3", "4|3", "5|3", "6|10", "6|11"], Evidence());
    }

    [Fact]
    public async Task A_name_list_and_a_month_of_records_are_files_too()
    {
        var chat = await WithRecordsAsync("2024-03-06,org.backbone,,赵一,,,参加培训", "2024-08-07,elder.care,李桂兰,,,水印照片,聊了用药", "2024-09-07,elder.care,李桂兰,,,,");
        Assert.StartsWith("骨干人才名册（2024年）.xlsx已生成。", await chat.SayAsync("生成骨干名册"));
        Assert.Equal(["1|10", "2|1"], Evidence());
        var sheet = Assert.Single(await Workbook.DownloadAsync(_app, await chat.SayAsync("导出8月台账")));
        Assert.Equal(["2024-08-07|养老服务/关爱帮扶|李桂兰"], sheet.Rows.Select(row => string.Join('|', row.Take(3))));
        Assert.Equal(["1|10", "2|1"], Evidence());
    }

    [Fact]
    public async Task Nothing_to_list_is_said_and_groups_get_no_file()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        Assert.Equal("2024年 养老服务·回访台账还没有记录，没有生成台账。回访台账先说“确认台账”。", await chat.SayAsync("导出养老回访台账"));
        Assert.Equal("2024年3月 全部指标还没有记录，没有生成文件。", await chat.SayAsync("导出3月台账"));
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.Equal("群聊里不登记服务，也不显示居民姓名。请私聊我。", await group.SayAsync("导出台账"));
    }

    [Fact]
    public async Task A_station_gets_only_its_own_records()
    {
        await WithRecordsAsync("2024-03-01,elder.survey,李桂兰,,,,");
        var other = _app.Chat("u9", "老赵");
        await other.SetUpAsync("河西社工站");
        Assert.StartsWith("2024年 养老服务·需求调研还没有记录", await other.SayAsync("导出养老需求调研台账"));
        Assert.Equal([], Evidence());
    }

    [Fact]
    public async Task Who_is_erased_is_in_no_file_any_more()
    {
        var chat = await WithRecordsAsync("2024-03-01,elder.survey,李桂兰,,,,");
        var answer = await chat.SayAsync("导出台账");
        Assert.IsType<Erased.Done>(await _app.Services.GetRequiredService<PersonErasure>().EraseAsync(1, "李桂兰", null));
        var gone = await Assert.ThrowsAsync<HttpRequestException>(() => Workbook.DownloadAsync(_app, answer));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(["1|3"], Evidence());
        Assert.Equal(["已删除-1"], (await Workbook.DownloadAsync(_app, await chat.SayAsync("导出台账")))[0].Column("姓名"));
    }

    [Fact]
    public async Task Progress_says_what_the_whole_year_lacks_until_the_ledger_is_made()
    {
        var chat = await WithRecordsAsync("2024-03-02,charity.fund,,微爱基金,,,设立");
        Assert.EndsWith("\n专项基金全年至少一套材料，还缺台账。", await chat.SayAsync("今年专项基金进度"));
        await chat.SayAsync("导出基金台账");
        Assert.DoesNotContain("台账", await chat.SayAsync("今年专项基金进度"), StringComparison.Ordinal);
        Assert.StartsWith("2024年 专项基金：材料齐 1/1 项，已做 1/1 项", await chat.SayAsync("专项基金材料齐的有几项"));
    }

    /// <param name="lines">日期,指标,服务对象,名称,金额,材料,内容.</param>
    private async Task<Chat> WithRecordsAsync(params string[] lines)
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "records.csv");
        await File.WriteAllTextAsync(file, "日期,指标,服务对象,名称,金额,材料,内容\n" + string.Join('\n', lines) + "\n");
        var station = (await _app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        Assert.IsType<LedgerOutcome.Records>(await _app.Services.GetRequiredService<LedgerImport>().RecordsAsync(station, file, new LedgerOptions(false)));
        return chat;
    }

    private IReadOnlyList<string> Evidence() => Rows("SELECT number, kind FROM record_evidence WHERE NOT (kind IN (4)) ORDER BY number, kind");

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.DatabaseFile, sql);
}
