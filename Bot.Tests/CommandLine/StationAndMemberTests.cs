namespace StationBot.Tests.CommandLine;

/// <summary><c>member remove</c>, <c>station tier</c>, <c>station year</c>: what changes, and what stays as it was.</summary>
public sealed class StationAndMemberTests : CommandRuns
{
    private const string Members = "SELECT name, COALESCE(left_on, ''), (SELECT COUNT(*) FROM account WHERE member_id = id) FROM member ORDER BY id";

    [Fact]
    public async Task A_member_leaves_and_the_account_is_free_but_the_records_stay()
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        await AddMemberAsync("小李", "emulator", "u2");
        await AddMemberAsync("小李", "msteams", "t2");
        await ImportTextAsync("records", "日期,指标,社工\n2024-09-01,elder.care,小李\n");

        Assert.Equal(new Ran(0, "小李已离开 阳光社工站，原来的记录都保留\n", ""), await RemoveAsync("--channel", "msteams", "--user", "t2"));
        Assert.Equal(["小王||1", "小李|2024-09-18|0"], Rows(Members));
        Assert.Equal(["小李"], Rows("SELECT member.name FROM record JOIN member ON member.id = member_id"));
        Assert.Equal(new Ran(1, "", "阳光社工站 没有名为“小李”的成员\n"), await RemoveAsync("--name", "小李"));
        Assert.Equal(new Ran(1, "", "阳光社工站 没有渠道 msteams 的成员 t2\n"), await RemoveAsync("--channel", "msteams", "--user", "t2"));

        Assert.Equal(0, (await AddMemberAsync("小张", "emulator", "u2")).Exit);
        Assert.Equal(0, (await AddMemberAsync("小李", "wecom", "w2")).Exit);
        Assert.Equal(["小王||1", "小李||1", "小张||1"], Rows(Members));
    }

    [Fact]
    public async Task The_last_lead_stays_until_there_is_another()
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        await AddMemberAsync("小李", "emulator", "u2");
        Assert.Equal(
            new Ran(1, "", "小王是 阳光社工站 唯一的站长，没有改动；请先用 member add … --role 站长 指定另一位站长\n"),
            await RemoveAsync("--name", "小王"));
        Assert.Equal(["小王||1", "小李||1"], Rows(Members));

        await AddMemberAsync("小李", "emulator", "u2", "--role", "站长");
        Assert.Equal(0, (await RemoveAsync("--name", "小王")).Exit);
        Assert.Equal(1, (await RemoveAsync("--name", "小李")).Exit);
    }

    [Fact]
    public async Task A_tier_holds_from_its_day_on()
    {
        await AddStationAsync();
        Assert.Equal(new Ran(0, "阳光社工站 从2024年7月1日起按 20万 计算，在这之前结束的月份不变\n", ""), await TierAsync("20万", "2024-07-01"));
        Assert.Equal(["2024-01-01|10", "2024-07-01|20"], Rows("SELECT starts, tier FROM station_tier ORDER BY starts"));
        Assert.Equal(0, (await TierAsync("20万", "2024-07-01")).Exit);
        Assert.Equal(0, (await TierAsync("10万", "2024-07-01")).Exit);
        Assert.Equal(["2024-01-01|10", "2024-07-01|10"], Rows("SELECT starts, tier FROM station_tier ORDER BY starts"));
        Assert.Equal(new Ran(1, "", "--from 早于第一个项目年度（2024年），没有改动\n"), await TierAsync("20万", "2023-12-31"));
        Assert.Equal(["2"], Rows("SELECT COUNT(*) FROM station_tier"));
    }

    [Theory]
    [InlineData("2025-01-01", 0, "阳光社工站 已新增项目年度 2025年")]
    [InlineData("2026-03-01", 0, "阳光社工站 已新增项目年度 2026年3月1日至2027年2月28日")]
    [InlineData("2023-01-01", 0, "阳光社工站 已新增项目年度 2023年")]
    [InlineData("2024-01-01", 0, "阳光社工站 已经有项目年度 2024年，没有改动")]
    [InlineData("2024-12-31", 1, "2024年12月31日至2025年12月30日和已有的项目年度 2024年 重叠，没有改动")]
    [InlineData("2023-01-02", 1, "2023年1月2日至2024年1月1日和已有的项目年度 2024年 重叠，没有改动")]
    public async Task A_project_year_is_added_where_none_is(string start, int exit, string line)
    {
        await AddStationAsync();
        var ran = await RunAsync("station", "year", "--station", "阳光社工站", "--start", start);
        Assert.Equal((exit, line + "\n"), (ran.Exit, ran.Out + ran.Error));
        Assert.Equal(line.Contains("已新增", StringComparison.Ordinal) ? "2" : "1", Rows("SELECT COUNT(*) FROM project_year").Single());
    }

    private Task<Ran> RemoveAsync(params string[] who) => RunAsync(["member", "remove", "--station", "阳光社工站", .. who]);

    private Task<Ran> TierAsync(string tier, string from) => RunAsync("station", "tier", "--station", "阳光社工站", "--tier", tier, "--from", from);
}
