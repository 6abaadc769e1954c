using StationBot.Ledgers;
using StationBot.Records;

namespace StationBot.Tests.Ledgers;

public sealed class RosterImportTests
{
    private const string People = """
        姓名,领域,标签,性别,出生日期,社区,住址,电话,监护人,需回访,入册日期,退出日期,退出原因,别名
        刘桂荣,养老服务、社会救助,独居、低保,女,1941年3月2日,东湖村,东湖村1组,13700000001,,是,2024/3/1,,,刘奶奶、荣奶奶
        马小军,儿童关爱保护,留守,男,2012-06-01,西岭社区,,,马大山,否,,,,
        高振海,扶残助残,,男,1970.1.5,西岭社区,,,,,,2024-08-01,迁出,
        """;

    /// <summary>The header, the row, what is wrong with it.</summary>
    public static TheoryData<string, string, string[]> BadRows => new()
    {
        { "姓名,领域", ",养老服务", ["第 2 行：姓名没有填"] },
        { "姓名,领域", "刘桂荣,", ["第 2 行：领域没有填"] },
        { "姓名,领域", "刘桂荣,养老", ["第 2 行：不认识的领域“养老”，可用：社会救助、养老服务、儿童关爱保护、扶残助残"] },
        { "姓名,领域", "刘桂荣,平台建设", ["第 2 行：不认识的领域“平台建设”，可用：社会救助、养老服务、儿童关爱保护、扶残助残"] },
        { "姓名,领域", "刘桂荣（东湖村）,养老服务", ["第 2 行：姓名“刘桂荣（东湖村）”里不能有顿号或括号"] },
        { "姓名,领域,性别", "刘桂荣,养老服务,女士", ["第 2 行：性别“女士”应是 男 或 女"] },
        { "姓名,领域,需回访", "刘桂荣,养老服务,要", ["第 2 行：需回访“要”应是 是 或 否"] },
        { "姓名,领域,出生日期", "刘桂荣,养老服务,1941-02-30", ["第 2 行：出生日期“1941-02-30”不是有效的日期，请写成 2024-09-18"] },
        { "姓名,领域,出生日期", "刘桂荣,养老服务,2024-09-19", ["第 2 行：出生日期在今天之后"] },
        { "姓名,领域,入册日期,退出日期", "刘桂荣,养老服务,2024-05-01,2024-04-30", ["第 2 行：退出日期早于入册日期"] },
        { "姓名,领域", "刘桂荣,养老服务,多,余", ["第 2 行：有 4 列，列名只有 2 个（内容里有逗号时要加引号）"] },
        { "姓名,领域", "刘桂荣,养老服务\n刘桂荣,社会救助", ["第 3 行：和第 2 行是同一个人（姓名、社区相同），请合成一行，几个领域用顿号隔开"] },
        { "姓名,领域,性别", ",养老,x", ["第 2 行：姓名没有填", "第 2 行：不认识的领域“养老”，可用：社会救助、养老服务、儿童关爱保护、扶残助残", "第 2 行：性别“x”应是 男 或 女"] },
    };

    [Theory, MemberData(nameof(BadRows))]
    public async Task A_bad_row_is_told_with_its_line(string header, string row, string[] reasons)
    {
        await using var bench = await LedgerBench.CreateAsync();
        Assert.Equal(reasons, LedgerBench.Reasons(await bench.RosterAsync($"{header}\n{row}\n")));
        Assert.Empty(bench.Rows("SELECT * FROM person"));
    }

    [Fact]
    public async Task Columns_that_are_unknown_missing_or_double_are_told_all_at_once()
    {
        await using var bench = await LedgerBench.CreateAsync();
        var reasons = LedgerBench.Reasons(await bench.RosterAsync("姓名,年龄,姓名,\n刘桂荣,80,,x\n"));
        Assert.Equal(
            [
                "第 1 行：不认识的列“年龄”",
                "第 1 行：列“姓名”出现了两次",
                "第 1 行：缺少列“领域”",
                "第 1 行：可用的列：姓名、领域、标签、性别、出生日期、社区、住址、电话、监护人、需回访、入册日期、退出日期、退出原因、别名；必须有 姓名、领域",
                "第 2 行：有 4 列，列名只有 3 个（内容里有逗号时要加引号）",
            ],
            reasons);
    }

    [Fact]
    public async Task Everything_in_the_row_is_kept()
    {
        await using var bench = await LedgerBench.CreateAsync();
        Assert.Equal(new LedgerOutcome.Roster(new RosterImportResult(3, 0, 0)), await bench.RosterAsync(People));
        Assert.Equal(
            [
                "刘桂荣|东湖村|女|1941-03-02|东湖村1组|13700000001||1|2024-03-01||",
                "马小军|西岭社区|男|2012-06-01|||马大山|0|2024-01-01||",
                "高振海|西岭社区|男|1970-01-05||||0|2024-01-01|2024-08-01|迁出",
            ],
            bench.Rows("SELECT name, community, gender, born, home, phone, guardian, revisit, entered, left_on, left_reason FROM person ORDER BY id"));
        Assert.Equal(
            ["child", "disabled", "elder", "relief", "低保", "独居", "留守", "刘奶奶", "荣奶奶"],
            bench.Rows("SELECT v FROM (SELECT 1 k, area v FROM person_area UNION ALL SELECT 2, tag FROM person_tag UNION ALL SELECT 3, alias FROM person_alias) ORDER BY k, v"));
    }

    [Fact]
    public async Task Again_changes_nothing_and_another_row_updates_only_its_columns()
    {
        await using var bench = await LedgerBench.CreateAsync();
        await bench.RosterAsync(People);
        var before = bench.Dump();
        Assert.Equal(new LedgerOutcome.Roster(new RosterImportResult(0, 0, 3)), await bench.RosterAsync(People));
        Assert.Equal(before, bench.Dump());

        var again = await bench.RosterAsync("姓名,社区,领域,电话,标签\n刘桂荣,东湖村,养老服务,,高龄\n");
        Assert.Equal(new LedgerOutcome.Roster(new RosterImportResult(0, 1, 0)), again);
        Assert.Equal(["女||2024-03-01|elder|高龄|2"], bench.Rows(
            """
            SELECT gender, phone, entered, area, tag, (SELECT COUNT(*) FROM person_alias WHERE person_id = person.id)
            FROM person JOIN person_area ON person_area.person_id = person.id JOIN person_tag ON person_tag.person_id = person.id
            WHERE name = '刘桂荣'
            """));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        await using var bench = await LedgerBench.CreateAsync();
        await bench.RosterAsync("姓名,领域,社区\n刘桂荣,养老服务,东湖村\n");
        var before = bench.Dump();
        Assert.Equal(new LedgerOutcome.Roster(new RosterImportResult(2, 1, 0)), await bench.RosterAsync(People, isDryRun: true));
        Assert.Equal(before, bench.Dump());
    }

    [Fact]
    public async Task Somebody_met_before_becomes_the_only_person_of_the_name()
    {
        await using var bench = await LedgerBench.CreateAsync();
        await bench.RecordsAsync("日期,指标,服务对象\n2024-09-01,elder.care,刘桂荣、马小军\n");
        await bench.RosterAsync("姓名,领域,社区\n刘桂荣,养老服务,东湖村\n马小军,儿童关爱保护,甲村\n马小军,儿童关爱保护,乙村\n");
        Assert.Equal(
            ["刘桂荣|东湖村|2024-01-01|1", "马小军||2024-09-01|1", "马小军|乙村|2024-01-01|0", "马小军|甲村|2024-01-01|0"],
            bench.Rows(
                """
                SELECT name, community, entered, (SELECT COUNT(*) FROM record_person WHERE person_id = person.id)
                FROM person
                ORDER BY name, community
                """));
    }

    [Fact]
    public async Task Without_the_column_of_the_community_the_only_one_of_the_name_is_meant()
    {
        await using var bench = await LedgerBench.CreateAsync();
        await bench.RosterAsync("姓名,领域,社区\n刘桂荣,养老服务,东湖村\n马小军,儿童关爱保护,甲村\n马小军,儿童关爱保护,乙村\n");
        Assert.Equal(
            ["第 3 行：有 2 位“马小军”：马小军（甲村）、马小军（乙村），请加上“社区”列"],
            LedgerBench.Reasons(await bench.RosterAsync("姓名,领域,电话\n刘桂荣,养老服务,1\n马小军,儿童关爱保护,2\n")));
        Assert.Equal(new LedgerOutcome.Roster(new RosterImportResult(0, 1, 0)), await bench.RosterAsync("姓名,领域,电话\n刘桂荣,养老服务,1\n"));
        Assert.Equal(["东湖村|1"], bench.Rows("SELECT community, phone FROM person WHERE name = '刘桂荣'"));
    }
}
