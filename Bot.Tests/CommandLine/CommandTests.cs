using System.Globalization;
using System.Text;

namespace StationBot.Tests.CommandLine;

/// <summary>Each command as typed: what it prints where, its exit code, and what it leaves on the disk.</summary>
public sealed class CommandTests : CommandRuns
{
    private const string Commands = "可用的命令：station add、station tier、station year、member add、member remove、import、demo、backup、restore、person erase、read；不带命令就启动服务\n";
    private const string AddStation = "用法：station add --name 阳光社工站 --tier 10万 [--start 2024-01-01]\n";

    public static TheoryData<string[], string> Misuses => new()
    {
        { ["foo"], $"不认识的命令“foo”。{Commands}" },
        { ["station"], $"不认识的命令“station”。{Commands}" },
        { ["station", "remove"], $"不认识的命令“station remove”。{Commands}" },
        { ["--nothing"], $"不认识的命令“--nothing”。{Commands}" },
        { ["station", "add"], $"缺少 --name；缺少 --tier。{AddStation}" },
        { ["station", "add", "--name", "甲", "--tier", "10万", "--colour", "red"], $"不认识“--colour”；不认识“red”。{AddStation}" },
        { ["station", "add", "--name", "甲", "--name", "乙", "--tier", "10万"], $"--name 写了两次。{AddStation}" },
        { ["station", "add", "--tier", "10万", "--name"], $"--name 后面缺少值。{AddStation}" },
        { ["station", "add", "--name", " ", "--tier", "10万"], "--name 不能是空的\n" },
        { ["station", "add", "--name", "甲", "--tier", "15万"], "--tier 只能是 10万 或 20万，不能是“15万”\n" },
        { ["station", "add", "--name", "甲", "--tier", "10万", "--start", "2024-02-30"], "--start 应是 2024-01-01 这样的日期，不能是“2024-02-30”\n" },
        {
            ["member", "add", "--station", "甲", "--channel", "emulator", "--user", "u1", "--name", "小王", "--role", "老板"],
            "--role 只能是 社工 或 站长，不能是“老板”\n"
        },
        {
            ["member", "add", "--station", "没有", "--channel", "emulator", "--user", "u1", "--name", "小王"],
            "没有名为“没有”的站点，请先用 station add 新增\n"
        },
        { ["import", "x.csv", "--station", "没有", "--kind", "roster"], "没有名为“没有”的站点，请先用 station add 新增\n" },
        { ["import", "x.csv", "--station", "没有", "--kind", "people"], "--kind 只能是 roster 或 records，不能是“people”\n" },
        { ["import", "--station", "甲", "--kind", "roster"], "缺少 FILE。用法：import FILE --station 阳光社工站 --kind roster|records [--dry-run]\n" },
        { ["backup"], "缺少 FILE。用法：backup FILE\n" },
        { ["restore"], "缺少 FILE。用法：restore FILE\n" },
        { ["member", "remove", "--station", "甲"], "请写 --name，或同时写 --channel 和 --user，不能混用\n" },
        { ["member", "remove", "--station", "甲", "--name", "小王", "--channel", "emulator", "--user", "u1"], "请写 --name，或同时写 --channel 和 --user，不能混用\n" },
        { ["member", "remove", "--station", "没有", "--name", "小王"], "没有名为“没有”的站点，请先用 station add 新增\n" },
        { ["station", "tier", "--station", "没有", "--tier", "20万", "--from", "2024-07-01"], "没有名为“没有”的站点，请先用 station add 新增\n" },
        { ["station", "tier", "--station", "甲", "--tier", "30万", "--from", "2024-07-01"], "--tier 只能是 10万 或 20万，不能是“30万”\n" },
        { ["station", "tier", "--station", "甲", "--tier", "20万", "--from", "7月"], "--from 应是 2024-01-01 这样的日期，不能是“7月”\n" },
        { ["station", "year", "--station", "没有", "--start", "2025-01-01"], "没有名为“没有”的站点，请先用 station add 新增\n" },
        { ["person", "erase", "--station", "没有", "--name", "李桂兰"], "没有名为“没有”的站点，请先用 station add 新增\n" },
    };

    public static TheoryData<string, string?, string> WrongSettings => new()
    {
        { "Database:Provider", "Postgres", "配置 Database:Provider 不对：“Postgres”不能用，只能是 Sqlite\n" },
        { "TimeZone", "Mars/Base", "配置 TimeZone 不对：“Mars/Base”不是时区，例如 Asia/Shanghai\n" },
        { "ConnectionStrings:StationBot", "nonsense=1", "配置 ConnectionStrings:StationBot 不对：不是有效的连接字符串，例如 Data Source=data/stationbot.db\n" },
        { "ConnectionStrings:StationBot", "", "配置 ConnectionStrings:StationBot 不对：缺少 Data Source，例如 Data Source=data/stationbot.db\n" },
        { "ConnectionStrings:StationBot", "Data Source=:memory:", "配置 ConnectionStrings:StationBot 不对：数据要存成文件，例如 Data Source=data/stationbot.db\n" },
        { "PublicBaseUrl", "bot.example.com", "配置 PublicBaseUrl 不对：“bot.example.com”不是完整的网址，应以 https:// 开头\n" },
        { "WeeklyProgress:Cron", "每周一", "配置 WeeklyProgress:Cron 不对：“每周一”不是五段的 cron 表达式，例如 30 8 * * 1（每周一 08:30）\n" },
        { "WeeklyProgress:Cron", "0 22 * * 1", "配置 WeeklyProgress:Cron 不对：“0 22 * * 1”落在免打扰时间里，应在 08:00 到 19:50 之间\n" },
        { "WeeklyProgress:RemindAt", "9点", "配置 WeeklyProgress:RemindAt 不对：“9点”不是时间，例如 09:00\n" },
        { "Attachments:MaxBytes", "10MB", "配置 Attachments:MaxBytes 不对：“10MB”应是正整数\n" },
        { "Attachments:KeepUnboundDays", "0", "配置 Attachments:KeepUnboundDays 不对：“0”应是正整数\n" },
        { "Attachments:KeepUnboundDays", "100000", "配置 Attachments:KeepUnboundDays 不对：“100000”太大，最大 99999\n" },
        { "Attachments:MaxBytes", "9999999999", "配置 Attachments:MaxBytes 不对：“9999999999”太大，最大 999999999\n" },
        { "Attachments:Path", "/dev/null/files", "配置 Attachments:Path 不对：“/dev/null”是一个文件，应是目录\n" },
        { "WeeklyProgress:Reminders:DaysBeforeMonthEnd", "7,x", "配置 WeeklyProgress:Reminders:DaysBeforeMonthEnd 不对：“x”不是 1 到 30 的天数，应写成 7,3,1\n" },
        { "WeeklyProgress:Reminders:DaysBeforeQuarterEnd", "31", "配置 WeeklyProgress:Reminders:DaysBeforeQuarterEnd 不对：“31”不是 1 到 30 的天数，应写成 7,3,1\n" },
        { "WeeklyProgress:Reminders:DaysWithoutPhoto", "0", "配置 WeeklyProgress:Reminders:DaysWithoutPhoto 不对：“0”应是 1 到 365 的天数\n" },
        { "MicrosoftAppType", "Any", "配置 MicrosoftAppType 不对：“Any”不能用，只能是 MultiTenant、SingleTenant 或 UserAssignedMSI\n" },
        { "Telemetry:Exporter", "Jaeger", "配置 Telemetry:Exporter 不对：“Jaeger”不能用，只能是 None、Console 或 Otlp\n" },
        { "Telemetry:Endpoint", "localhost:4317", "配置 Telemetry:Endpoint 不对：“localhost:4317”不是完整的网址，应以 https:// 开头\n" },
        { "WeCom:EncodingAESKey", "short", "配置 WeCom:EncodingAESKey 不对：应有 43 个字符，现在有 5 个\n" },
    };

    [Theory, MemberData(nameof(Misuses))]
    public async Task A_misuse_is_told_in_Chinese_and_neither_serves_nor_changes_anything(string[] args, string error)
    {
        Assert.Equal(new Ran(1, "", error), await RunAsync(args));
        Assert.Empty(Served);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Theory, MemberData(nameof(WrongSettings))]
    public async Task A_wrong_setting_is_named(string key, string? value, string error)
    {
        Settings[key] = value;
        Assert.Equal(new Ran(1, "", error), await RunAsync("demo"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--urls http://localhost:0")]
    [InlineData("--urls=http://localhost:0 --TimeZone Asia/Shanghai")]
    public async Task Nothing_butSettings_serves(string line)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(new Ran(7, "", ""), await RunAsync(args));
        Assert.Equal([args], Served);
    }

    [Theory]
    [InlineData("--urls http://localhost:0 station add")]
    [InlineData("--urls")]
    public async Task Settings_mixed_with_anything_else_do_not_serve(string line)
    {
        Assert.Equal(1, (await RunAsync(line.Split(' '))).Exit);
        Assert.Empty(Served);
    }

    [Fact]
    public async Task A_station_gets_its_members()
    {
        Assert.Equal(new Ran(0, "已新增站点 阳光社工站：20万，项目年度 2024年3月1日至2025年2月28日\n", ""), await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "20万", "--start", "2024-03-01"));
        Assert.Equal(new Ran(1, "", "已经有名为“阳光社工站”的站点\n"), await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "10万"));
        Assert.Equal(new Ran(0, "已加入 阳光社工站：小王（站长），渠道 emulator\n", ""), await AddMemberAsync("小王", "emulator", "u1"));
        Assert.Equal(new Ran(0, "已加入 阳光社工站：小李（社工），渠道 emulator\n", ""), await AddMemberAsync("小李", "emulator", "u2"));
        Assert.Equal(new Ran(0, "已加入 阳光社工站：小李（站长），渠道 msteams\n", ""), await AddMemberAsync("小李", "msteams", "@t2", "--role", "站长"));
        Assert.Equal(new Ran(1, "", "渠道 emulator 的用户 u1 已经是另一位成员，没有改动\n"), await AddMemberAsync("小张", "emulator", "u1"));
        Assert.Equal(["小王|Lead|emulator|u1", "小李|Lead|emulator|u2", "小李|Lead|msteams|@t2"], Rows("SELECT name, role, channel, user_id FROM member JOIN account ON member_id = id ORDER BY id, channel"));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_seen_to_move_and_one_bad_row_at_the_end_undoes_all()
    {
        await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "10万");
        var csv = new StringBuilder("日期,指标,服务对象,内容\n");
        for (var row = 0; row < 10_000; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"2024-0{row % 8 + 1}-1{row % 9},养老服务/关爱帮扶,住户{row % 400},第{row}次\n");
        }

        var file = Path.Combine(Folder, "records.csv");
        await File.WriteAllTextAsync(file, csv + "2024-12-01,养老服务/关爱帮扶,住户1,最后一次\n");
        Assert.Equal(new Ran(1, "", "没有导入，请改好后再试：\n第 10002 行：2024年12月1日还没到，不能登记未来的服务\n"), await ImportAsync(file, "records"));
        Assert.Equal(["0|0"], Rows("SELECT (SELECT COUNT(*) FROM record), (SELECT COUNT(*) FROM person)"));

        await File.WriteAllTextAsync(file, csv.ToString());
        var lines = string.Concat(Enumerable.Range(1, 10).Select(thousand => $"已处理 {thousand}000/10000 行\n"));
        var ran = await ImportAsync(file, "records");
        Assert.Equal((0, "已导入记录：新增 10000 条，已有 0 条，补充材料 0 份，名单外 400 人\n"), (ran.Exit, ran.Out));
        // On a slow machine there is a line each second between these.
        Assert.Equal(lines, string.Concat(ran.Error.Split('\n').Where(line => line.Contains("000/", StringComparison.Ordinal)).Select(line => line + "\n")));
        Assert.Equal(["10000|400|10000"], Rows("SELECT (SELECT COUNT(*) FROM record), (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM record_history)"));
    }

    [Fact]
    public async Task At_most_fifty_problems_are_listed()
    {
        await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "10万");
        var file = Path.Combine(Folder, "roster.csv");
        await File.WriteAllTextAsync(file, "姓名,领域\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"住户{row},\n")));
        var lines = (await ImportAsync(file, "roster")).Error.TrimEnd().Split('\n');
        Assert.Equal(52, lines.Length);
        Assert.Equal(["没有导入，请改好后再试：", "第 2 行：领域没有填"], lines[..2]);
        Assert.Equal(["第 51 行：领域没有填", "还有 10 处"], lines[^2..]);
    }

    [Fact]
    public async Task The_demo_is_made_once_with_half_a_year()
    {
        Assert.Equal(new Ran(0, "演示社工站准备好了：在这台电脑的网页聊天里您是站长小王\n", ""), await RunAsync("demo"));
        var counts = Rows("SELECT (SELECT COUNT(*) FROM record), (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM member)");
        Assert.Equal(["webchat|local|小王|Lead"], Rows("SELECT channel, user_id, name, role FROM account JOIN member ON member.id = member_id"));
        Assert.Equal(["2024-04|2024-09"], Rows("SELECT substr(MIN(date), 1, 7), substr(MAX(date), 1, 7) FROM record"));
        Assert.Equal(
            [
                "activity", "backbone", "case.close", "case.open", "case.session", "distribution", "fund", "fundraising", "group.session", "needs", "organisation",
                "platform", "project", "promo", "register", "showcase", "survey", "training", "visit",
            ],
            Rows("SELECT DISTINCT form FROM record ORDER BY form"));
        Assert.Empty(Rows("SELECT number FROM record WHERE date > '2024-09-18' OR entered > '2024-09-18T07:00:00.0000000Z'"));

        Assert.Equal(new Ran(0, "演示社工站已经有了，没有改动\n", ""), await RunAsync("demo"));
        Assert.Equal(counts, Rows("SELECT (SELECT COUNT(*) FROM record), (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM member)"));
    }

    [Fact]
    public async Task The_demo_has_rows_met_rows_behind_and_records_that_lack_evidence()
    {
        await RunAsync("demo");
        Assert.Equal(
            ["child|2 5", "disabled|3 5", "elder|2 3 5 6", "relief|3 5"],
            Rows(
                """
                SELECT area, GROUP_CONCAT(held, ' ') FROM (
                  SELECT DISTINCT REPLACE(indicator, '.case', '') AS area, MAX(session) AS held FROM record WHERE form = 'case.session' GROUP BY file_id ORDER BY held)
                GROUP BY area ORDER BY area
                """));
        Assert.Equal(["disabled.showcase|", "elder.showcase|6", "relief.showcase|"], Rows(
            """
            SELECT record.indicator, kind FROM record LEFT JOIN record_evidence USING (station_id, number)
            WHERE form = 'showcase' AND session IS NULL AND file_id IN (SELECT file_id FROM record WHERE form = 'case.close') ORDER BY record.indicator
            """));
        Assert.Equal(["8|8"], Rows(
            """
            SELECT COUNT(DISTINCT person_id), (SELECT COUNT(*) FROM person_area WHERE area = 'elder')
            FROM record JOIN record_person USING (station_id, number) WHERE indicator = 'elder.survey'
            """));
        Assert.Equal(["0|0|0", "1|1|1"], Rows(
            """
            SELECT fen >= 100000 AS large, MIN(fen >= 100000), MAX(fen >= 100000) FROM record WHERE form = 'distribution' GROUP BY large ORDER BY large
            """));
        Assert.Equal(["626050|150000"], Rows(
            """
            SELECT SUM(CASE WHEN details LIKE '%inKind%' THEN 0 ELSE fen END), SUM(CASE WHEN details LIKE '%inKind%' THEN fen ELSE 0 END)
            FROM record WHERE indicator IN ('charity.raised', 'charity.fund')
            """));
        Assert.NotEmpty(Rows("SELECT number FROM record WHERE form = 'platform' AND details LIKE '%notApplicable%'"));
        Assert.NotEmpty(Rows("SELECT number FROM record WHERE form = 'visit' AND number NOT IN (SELECT number FROM record_evidence WHERE kind = 1)"));
    }

    [Fact]
    public async Task The_demo_takes_nobody_from_a_real_station()
    {
        await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "10万");
        await AddMemberAsync("小王", "webchat", "local");
        Assert.Equal(new Ran(1, "", "这台电脑的网页聊天已经属于 阳光社工站，没有改动\n"), await RunAsync("demo"));
        Assert.Equal(["阳光社工站"], Rows("SELECT name FROM station"));
    }

    [Fact]
    public async Task A_backup_is_whole_while_records_are_written_and_overwrites_nothing()
    {
        var target = Path.Combine(Folder, "backup.db");
        Assert.Equal(new Ran(1, "", $"还没有数据库，没有可备份的：{DatabaseFile}\n"), await RunAsync("backup", target));
        await RunAsync("station", "add", "--name", "阳光社工站", "--tier", "10万");
        var file = Path.Combine(Folder, "records.csv");
        await File.WriteAllTextAsync(file, "日期,指标,内容\n" + string.Concat(Enumerable.Range(0, 3000).Select(row => $"2024-09-01,elder.care,第{row}次\n")));

        var import = ImportAsync(file, "records");
        var backups = new List<string>();
        do
        {
            backups.Add(Path.Combine(Folder, $"backup-{backups.Count}.db"));
            Assert.Equal(0, (await RunAsync("backup", backups[^1])).Exit);
        }
        while (!import.IsCompleted);
        Assert.Equal(0, (await import).Exit);
        Assert.Equal(0, (await RunAsync("backup", target)).Exit);

        // One transaction: a copy has all of it or nothing.
        Assert.All(backups, copy => Assert.Contains(Assert.Single(Rows("SELECT COUNT(*) FROM record", copy)), new[] { "0", "3000" }));
        Assert.Equal(["3000|ok"], Rows("SELECT COUNT(*), (SELECT * FROM pragma_integrity_check) FROM record", target));
        Assert.Equal(new Ran(1, "", $"已经有这个文件，不覆盖：{target}\n"), await RunAsync("backup", target));
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.partial*"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000));
        Assert.Equal(new Ran(1, "", "这个文件不是本程序的数据库，请检查 ConnectionStrings:StationBot\n"), await RunAsync("demo"));
    }

    private Task<Ran> ImportAsync(string file, string kind) => RunAsync("import", file, "--station", "阳光社工站", "--kind", kind);
}
