using MiniExcelLibs;
using StationBot.Ledgers;
using StationBot.Records;

namespace StationBot.Tests.Ledgers;

public sealed class RecordImportTests
{
    private const string Roster = """
        姓名,领域,社区,别名,退出日期
        刘桂荣,养老服务,东湖村,刘奶奶,
        刘桂芳,养老服务,西岭社区,刘奶奶,
        马小军,儿童关爱保护,甲村,,
        马小军,儿童关爱保护,乙村,,2024-06-01
        高振海,扶残助残,西岭社区,老高,2024-08-01
        """;

    private const string Records = """
        日期,指标,服务对象,方式,社工,内容,名称,金额,人数,材料,已上传,登记时间,实物,出资方
        2024-09-02,养老服务/关爱帮扶,刘桂荣,上门,小王,聊了用药情况,,,,水印照片,是,2024-09-03 09:30,,
        2024-09-05,charity.aid,,,老赵,,米面油发放,"1,200.50",12,签到表、领取单,否,,是,爱心超市
        """;

    /// <summary>The header, the row, what is wrong with it.</summary>
    public static TheoryData<string, string, string[]> BadRows => new()
    {
        { "日期,指标", ",elder.care", ["第 2 行：日期没有填"] },
        { "日期,指标", "2024-09-31,elder.care", ["第 2 行：日期“2024-09-31”不是有效的日期，请写成 2024-09-18"] },
        { "日期,指标", "2024-09-19,elder.care", ["第 2 行：2024年9月19日还没到，不能登记未来的服务"] },
        { "日期,指标", "2023-12-31,elder.care", ["第 2 行：2023年12月31日不在项目年度内（2024年）"] },
        { "日期,指标", "2024-09-01,", ["第 2 行：指标没有填"] },
        { "日期,指标", "2024-09-01,养老服务/唱歌", ["第 2 行：不认识的指标“养老服务/唱歌”，请写成 养老服务/关爱帮扶 这样，或写编号"] },
        {
            "日期,指标", "2024-09-01,个案",
            ["第 2 行：“个案”有 4 个指标：社会救助/个案、养老服务/个案、儿童关爱保护/个案、扶残助残/个案，请写全"]
        },
        { "日期,指标,方式", "2024-09-01,elder.care,微信", ["第 2 行：不认识的方式“微信”，可用：上门、电话、视频、到站、集体"] },
        { "日期,指标,材料", "2024-09-01,elder.care,水印照片、发票", ["第 2 行：不认识的材料“发票”"] },
        { "日期,指标,已上传", "2024-09-01,elder.care,已", ["第 2 行：已上传“已”应是 是 或 否"] },
        { "日期,指标,名称,金额", "2024-09-01,charity.raised,爱心基金会,1200.555", ["第 2 行：金额“1200.555”应是大于 0 的金额，例如 1200 或 1200.50"] },
        { "日期,指标,名称,金额", "2024-09-01,charity.raised,爱心基金会,", ["第 2 行：共募资金要写金额"] },
        { "日期,指标,金额", "2024-09-01,charity.raised,1200", ["第 2 行：共募资金要写名称"] },
        { "日期,指标,人数", "2024-09-01,elder.care,十", ["第 2 行：人数“十”应是 0 到 100000 之间的整数"] },
        { "日期,指标,名称,节次", "2024-09-01,elder.group,合唱,0", ["第 2 行：节次“0”应是 1 到 99 之间的整数"] },
        { "日期,指标", "2024-09-01,elder.group", ["第 2 行：小组要写名称"] },
        { "日期,指标", "2024-09-01,elder.survey", ["第 2 行：需求调研要写服务对象"] },
        { "日期,指标", "2024-09-01,专项基金", ["第 2 行：专项基金要写名称"] },
        {
            "日期,指标,服务对象", "2024-05-01,child.care,马小军",
            ["第 2 行：有 2 位“马小军”：马小军（甲村）、马小军（乙村），请写成 姓名（社区）"]
        },
        {
            "日期,指标,服务对象", "2024-09-01,elder.care,刘奶奶",
            ["第 2 行：有 2 位“刘奶奶”：刘桂荣（东湖村）、刘桂芳（西岭社区），请写成 姓名（社区）"]
        },
        { "日期,指标,服务对象", "2024-09-01,elder.care,刘桂荣（甲村）", ["第 2 行：名单里没有“刘桂荣（甲村）”"] },
        { "日期,指标,登记时间", "2024-09-01,elder.care,昨天", ["第 2 行：登记时间“昨天”不是有效的日期，请写成 2024-09-18"] },
        {
            "日期,指标,方式", "2024-09-01,elder.care,\n\n2024-9-x,elder.cake,飞",
            ["第 4 行：日期“2024-9-x”不是有效的日期，请写成 2024-09-18", "第 4 行：不认识的指标“elder.cake”，请写成 养老服务/关爱帮扶 这样，或写编号", "第 4 行：不认识的方式“飞”，可用：上门、电话、视频、到站、集体"]
        },
        { "日期,指标,内容", "2024-09-01,elder.care,\"没有关上", ["第 2 行：引号没有成对"] },
    };

    [Theory, MemberData(nameof(BadRows))]
    public async Task A_bad_row_is_told_with_its_line_and_nothing_is_imported(string header, string row, string[] reasons)
    {
        await using var bench = await BenchAsync();
        var before = bench.Dump();
        Assert.Equal(reasons, LedgerBench.Reasons(await bench.RecordsAsync($"{header}\n{row}\n")));
        Assert.Equal(before, bench.Dump());
    }

    [Theory]
    [InlineData("2024-09-01")]
    [InlineData("2024/9/1")]
    [InlineData("2024.9.1")]
    [InlineData("2024年9月1日")]
    public async Task Dates_are_read_as_people_write_them(string date)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync($"日期,指标\n{date},elder.care\n");
        Assert.Equal(["2024-09-01"], bench.Rows("SELECT date FROM record"));
    }

    [Theory]
    [InlineData("elder.care", "elder.care")]
    [InlineData("养老服务/关爱帮扶", "elder.care")]
    [InlineData("养老服务·关爱帮扶", "elder.care")]
    [InlineData("社会组织/社会组织活动", "org.activity")]
    [InlineData("社会组织活动", "org.activity")]
    [InlineData("慈善救助", "charity.aid")]
    public async Task Rows_are_named_as_people_see_them(string text, string id)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync($"日期,指标,名称\n2024-09-01,{text},一次\n");
        Assert.Equal([id], bench.Rows("SELECT indicator FROM record"));
    }

    [Theory]
    [InlineData("1200", 120000)]
    [InlineData("\"1,200.50\"", 120050)]
    [InlineData("1200元", 120000)]
    [InlineData("0.1", 10)]
    public async Task Amounts_are_kept_in_fen(string amount, long fen)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync($"日期,指标,名称,金额\n2024-09-01,charity.aid,一次,{amount}\n");
        Assert.Equal([$"{fen}"], bench.Rows("SELECT fen FROM record"));
    }

    [Fact]
    public async Task A_record_is_kept_with_its_persons_evidence_and_history()
    {
        await using var bench = await BenchAsync();
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(2, 0, 0), OffRoster: 0), await bench.RecordsAsync(Records));
        Assert.Equal(
            [
                "1|visit|elder.care|2024-09-02|2024-09-03T01:30:00.0000000Z|1||Done|HomeVisit||聊了用药情况||||刘桂荣",
                "2|distribution|charity.aid|2024-09-05|2024-09-18T07:00:00.0000000Z||老赵|Done||米面油发放||120050|12|yes爱心超市|",
            ],
            bench.Rows(
                """
                SELECT record.number, form, indicator, date, record.entered, member_id, worker, outcome, mode, record.name, content, fen, people,
                  details ->> 'inKind' || (details ->> 'sponsor'), person.name
                FROM record LEFT JOIN record_person ON record_person.number = record.number LEFT JOIN person ON person.id = person_id
                ORDER BY record.number
                """));
        Assert.Equal(["1|1", "1|2", "2|7", "2|8"], bench.Rows("SELECT number, kind FROM record_evidence ORDER BY number, kind"));
        // By nobody: the lead's 撤销 must not undo an imported record.
        Assert.Equal(["1|add||2024-09-18T07:00:00.0000000Z", "2|add||2024-09-18T07:00:00.0000000Z"], bench.Rows("SELECT number, action, member_id, at FROM record_history ORDER BY number"));
    }

    [Fact]
    public async Task Again_changes_nothing_and_new_evidence_is_all_that_is_added()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync(Records);
        var before = bench.Dump();
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(0, 2, 0), 0), await bench.RecordsAsync(Records));
        Assert.Equal(before, bench.Dump());

        var more = Records.Replace("签到表、领取单,否", "新闻,是", StringComparison.Ordinal);
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(0, 2, 2), 0), await bench.RecordsAsync(more));
        Assert.Equal(["2", "7", "8", "9"], bench.Rows("SELECT kind FROM record_evidence WHERE number = 2 ORDER BY kind"));
        Assert.Equal(["2"], bench.Rows("SELECT COUNT(*) FROM record"));
    }

    [Theory]
    [InlineData("2024-09-02", "2024-09-03")]
    [InlineData("刘桂荣", "刘桂芳")]
    [InlineData("上门", "电话")]
    [InlineData("小王", "小李")]
    [InlineData("聊了用药情况", "聊了睡眠")]
    public async Task A_row_that_differs_in_another_column_is_another_record(string here, string there)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync(Records);
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(1, 1, 0), 0), await bench.RecordsAsync(Records.Replace(here, there, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Equal_rows_of_one_file_are_one_record_with_the_evidence_of_all()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync("日期,指标,材料\n2024-09-01,elder.care,水印照片\n2024-09-01,elder.care,台账\n");
        Assert.Equal(["1|1", "1|3"], bench.Rows("SELECT number, kind FROM record_evidence ORDER BY kind"));
        Assert.Equal(["1"], bench.Rows("SELECT COUNT(*) FROM record"));
    }

    [Fact]
    public async Task Words_of_the_evidence_column_mean_what_product_md_says()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync("日期,指标,材料\n2024-09-01,platform.orgchart,架构图、上墙照片、结案报告、社工证\n");
        Assert.Equal(["6", "12", "14"], bench.Rows("SELECT kind FROM record_evidence ORDER BY kind"));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync(Records);
        var before = bench.Dump();
        var file = Records.Replace("水印照片,是", "水印照片、台账,是", StringComparison.Ordinal) + "\n2024-09-06,elder.care,陌生人,,,,,,,水印照片,,,,\n";
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(1, 2, 1), OffRoster: 1), await bench.RecordsAsync(file, isDryRun: true));
        Assert.Equal(before, bench.Dump());
    }

    [Theory]
    [InlineData("2024-09-01", "刘桂荣", "刘桂荣（东湖村）")]
    [InlineData("2024-09-01", "刘奶奶（西岭社区）", "刘桂芳（西岭社区）")]
    [InlineData("2024-09-01", "马小军", "马小军（甲村）")] // the other one has left
    [InlineData("2024-05-01", "马小军(乙村)", "马小军（乙村）")]
    [InlineData("2024-09-01", "老高", "高振海（西岭社区）")] // nobody else can be meant
    [InlineData("2024-09-01", "陌生人", "陌生人（）")]
    public async Task A_name_means_whom_people_mean(string day, string name, string label)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync($"日期,指标,服务对象\n{day},elder.care,{name}\n");
        Assert.Equal([label], bench.Rows("SELECT name || '（' || community || '）' FROM record_person JOIN person ON person.id = person_id"));
    }

    [Fact]
    public async Task A_known_row_adds_evidence_even_when_its_name_means_two_by_now()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync("日期,指标,服务对象\n2024-09-01,elder.care,新人\n");
        await bench.RosterAsync("姓名,领域,社区\n新人,养老服务,甲村\n新人,养老服务,乙村\n");
        Assert.Equal(
            new LedgerOutcome.Records(new RecordImportResult(0, 1, 1), 0),
            await bench.RecordsAsync("日期,指标,服务对象,材料\n2024-09-01,elder.care,新人,水印照片\n"));
    }

    [Fact]
    public async Task A_case_without_a_name_is_its_persons()
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync("日期,指标,服务对象,节次\n2024-09-01,elder.case,刘桂荣,1\n");
        Assert.Equal(["elder.case|刘桂荣（东湖村）|1"], bench.Rows("SELECT record.indicator, case_file.name, session FROM record JOIN case_file ON case_file.id = file_id"));
    }

    [Fact]
    public async Task Excel_and_csv_say_the_same()
    {
        await using var csv = await BenchAsync();
        await using var excel = await BenchAsync();
        const string Text = "日期,指标,名称,金额,人数,登记时间\n2024-09-05,charity.aid,米面油发放,1200.10,12,2024-09-06 10:15\n2024-09-06,charity.promo,推介会,,30,\n";
        await csv.RecordsAsync("\ufeff" + Text);

        var file = Path.Combine(excel.Folder, "records.xlsx");
        MiniExcel.SaveAs(file, new[]
        {
            new { 日期 = new DateTime(2024, 9, 5), 指标 = "charity.aid", 名称 = "米面油发放", 金额 = (double?)(0.1 + 0.2 + 1199.8), 人数 = 12, 登记时间 = (DateTime?)new DateTime(2024, 9, 6, 10, 15, 0) },
            new { 日期 = new DateTime(2024, 9, 6), 指标 = "charity.promo", 名称 = "推介会", 金额 = (double?)null, 人数 = 30, 登记时间 = (DateTime?)null },
        });
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(2, 0, 0), 0), await excel.RecordsFileAsync(file));
        Assert.Equal(csv.Dump(), excel.Dump());
    }

    [Fact]
    public async Task Lines_of_an_excel_file_are_told_as_excel_shows_them()
    {
        await using var bench = await BenchAsync();
        var file = Path.Combine(bench.Folder, "records.xlsx");
        MiniExcel.SaveAs(file, new[] { ("2024-09-01", "elder.care"), ("", ""), ("2024-09-02", "elder.cake") }.Select(row => new { 日期 = row.Item1, 指标 = row.Item2 }));
        Assert.Equal(["第 4 行：不认识的指标“elder.cake”，请写成 养老服务/关爱帮扶 这样，或写编号"], LedgerBench.Reasons(await bench.RecordsFileAsync(file)));
    }

    [Theory]
    [InlineData("records.csv", new byte[] { 0xC8, 0xD5, 0xC6, 0xDA }, "文件不是 UTF-8 编码，请在 Excel 里另存为“CSV UTF-8（逗号分隔）”或 .xlsx")]
    [InlineData("records.csv", new byte[0], "文件是空的，第一行应是列名")]
    [InlineData("records.xls", new byte[] { 1 }, "只能导入 .csv 或 .xlsx 文件")]
    [InlineData("records.xlsx", new byte[] { 1, 2, 3 }, "读不懂这个 .xlsx 文件，可能已损坏或不是 Excel 文件（InvalidDataException）")]
    public async Task A_file_that_cannot_be_read_is_refused(string name, byte[] bytes, string reason)
    {
        await using var bench = await BenchAsync();
        var file = Path.Combine(bench.Folder, name);
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal([reason], LedgerBench.Reasons(await bench.RecordsFileAsync(file)));
    }

    [Fact]
    public async Task All_53_rows_can_be_imported()
    {
        await using var bench = await BenchAsync();
        var ids = StationBot.Indicators.Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators"))
            .For(bench.Station.Years[0].Period).Rows.Select(row => row.Id).ToList();
        var rows = ids.Select(id => $"2024-09-01,{id},刘桂荣,一次,1000");
        var outcome = await bench.RecordsAsync($"日期,指标,服务对象,名称,金额\n{string.Join('\n', rows)}\n");
        Assert.Equal(new LedgerOutcome.Records(new RecordImportResult(52, 0, 0), 0), outcome);
        Assert.Equal(ids.Where(id => id != "charity.aid_amount").Order(StringComparer.Ordinal), bench.Rows("SELECT indicator FROM record ORDER BY indicator"));
    }

    /// <summary>Product.md §3.10: it counts for both rows, so it may stand under either, or under both.</summary>
    [Theory]
    [InlineData("charity.aid_amount")]
    [InlineData("charity.aid", "charity.aid_amount")]
    public async Task A_distribution_is_one_record_under_either_of_its_rows(params string[] ids)
    {
        await using var bench = await BenchAsync();
        await bench.RecordsAsync($"日期,指标,名称,金额\n{string.Join('\n', ids.Select(id => $"2024-09-01,{id},中秋慰问,1000"))}\n");
        Assert.Equal(["charity.aid"], bench.Rows("SELECT indicator FROM record"));
    }

    private static async Task<LedgerBench> BenchAsync()
    {
        var bench = await LedgerBench.CreateAsync();
        await bench.RosterAsync(Roster);
        return bench;
    }
}
