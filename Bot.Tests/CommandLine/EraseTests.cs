using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace StationBot.Tests.CommandLine;

/// <summary><c>person erase</c> (product.md §7): what is counted stays, what identifies is gone, down to the bytes of the file.</summary>
public sealed class EraseTests : CommandRuns
{
    private const string Roster =
        """
        姓名,领域,标签,性别,出生日期,社区,住址,电话,监护人,需回访,入册日期,退出日期,退出原因,别名
        李桂兰,养老服务、社会救助,独居,女,1940-02-03,红旗村,红旗村东街7号,13800001111,李建军,是,2024-01-05,,,李奶奶
        李桂兰,养老服务,高龄,女,1938-05-06,南湖村,,,,是,2024-01-05,,,
        李桂兰芳,养老服务,,女,1950-05-06,红旗村,,,,否,2024-01-05,,,
        """;

    private const string Records =
        """
        日期,指标,服务对象,内容,名称,节次,金额,物资
        2024-09-01,elder.care,李桂兰（红旗村）,陪李桂兰（李奶奶）量血压，李桂兰芳也在，电话13800001111,,,,
        2024-09-02,elder.case,李桂兰（红旗村）,李桂兰谈到儿子李建军,,1,,
        2024-09-03,elder.care,李桂兰（南湖村）,和李桂兰聊天,,,,
        2024-09-04,org.backbone,,,李桂兰、王强,,,
        2024-09-05,elder.care,李桂兰芳,听说李桂兰（红旗村）住院,,,,
        """;

    private const string Counts =
        """
        SELECT (SELECT COUNT(*) FROM record), (SELECT COUNT(*) FROM record_person), (SELECT COUNT(*) FROM record_history), (SELECT COUNT(*) FROM person_area),
          (SELECT SUM(revisit) FROM person), (SELECT GROUP_CONCAT(entered) FROM person), (SELECT COUNT(*) FROM case_file), (SELECT COUNT(DISTINCT person_id) FROM record_person)
        """;

    private static readonly string[] Gone = ["李桂兰（红旗村）", "红旗村东街7号", "13800001111", "李建军", "李奶奶", "独居"];

    [Fact]
    public async Task The_counts_stay_and_all_that_identifies_goes()
    {
        await SetUpAsync();
        var counts = Rows(Counts);
        Assert.Equal(new Ran(0, "已抹去一人的姓名和个人信息，现在叫 已删除-1，次数和人数不变\n", ""), await EraseAsync("李桂兰", "红旗村"));

        Assert.Equal(counts, Rows(Counts));
        Assert.Equal(
            ["已删除-1|||||||1|2024-01-05", "李桂兰|南湖村|女|1938-05-06||||1|2024-01-05", "李桂兰芳|红旗村|女|1950-05-06||||0|2024-01-05"],
            Rows("SELECT name, community, gender, born, home, phone, guardian, revisit, entered FROM person ORDER BY id"));
        Assert.Equal(
            [
                "已删除-1|陪已删除-1（已删除-1）量血压，李桂兰芳也在，电话已删除-1|",
                "已删除-1|已删除-1谈到儿子已删除-1|已删除-1",
                "李桂兰|和李桂兰聊天|",
                "||",
                "李桂兰芳|听说已删除-1住院|",
            ],
            Rows(
                """
                SELECT person.name, content, case_file.name FROM record
                LEFT JOIN record_person ON record_person.number = record.number LEFT JOIN person ON person.id = person_id
                LEFT JOIN case_file ON case_file.id = file_id ORDER BY record.number
                """));
        // Two of that name: who of them is meant where no record names the person stays open.
        Assert.Equal(["李桂兰、王强"], Rows("SELECT name FROM record WHERE indicator = 'org.backbone'"));
        AssertNoBytesOf(Gone);
    }

    [Fact]
    public async Task No_byte_of_a_name_stays_in_the_file_or_its_log()
    {
        await SetUpAsync();
        await EraseAsync("李桂兰", "南湖村");
        await EraseAsync("李桂兰芳", "红旗村");
        using (var open = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            // Somebody else has the file open, as the service would.
            open.Open();
            using var read = new SqliteCommand("SELECT COUNT(*) FROM person", open);
            read.ExecuteScalar();
            Assert.Equal(new Ran(0, "已抹去一人的姓名和个人信息，现在叫 已删除-3，次数和人数不变\n", ""), await EraseAsync("李桂兰"));
            AssertNoBytesOf([.. Gone, "李桂兰"]);
        }

        Assert.Equal(["已删除-3、王强"], Rows("SELECT name FROM record WHERE indicator = 'org.backbone'"));
        AssertNoBytesOf([.. Gone, "李桂兰"]);
    }

    [Fact]
    public async Task What_was_said_in_chat_and_what_waits_in_the_inbox_is_rewritten_too()
    {
        await SetUpAsync();
        Execute("INSERT INTO webchat_activity (conversation, position, seq, activity_id, body) VALUES ('web-local', 1, 1, 'a1', $text)", "{\"text\":\"去看李桂兰（红旗村），李桂兰芳不在\"}");
        Execute("INSERT INTO inbox (channel, conversation, activity_id, received, body) VALUES ('c', 'd', 'e', '', $text)", JsonSerializer.Serialize(new { Text = "李桂兰，李桂兰（南湖村）" }));
        await EraseAsync("李桂兰", "红旗村");
        Assert.Equal(["{\"text\":\"去看已删除-1，李桂兰芳不在\"}"], Rows("SELECT body FROM webchat_activity"));
        var body = JsonSerializer.Deserialize<JsonElement>(Rows("SELECT body FROM inbox").Single());
        Assert.Equal("已删除-1，李桂兰（南湖村）", body.GetProperty("Text").GetString());
    }

    [Fact]
    public async Task Who_is_unknown_or_not_the_only_one_is_told_and_nothing_changes()
    {
        await SetUpAsync();
        var all = Rows("SELECT name, community FROM person");
        Assert.Equal(new Ran(1, "", "有 2 位“李桂兰”，请用 --community 写明是哪一位：红旗村、南湖村\n"), await EraseAsync("李桂兰"));
        Assert.Equal(new Ran(1, "", "阳光社工站 没有“李桂”这个人，没有改动\n"), await EraseAsync("李桂"));
        Assert.Equal(new Ran(1, "", "阳光社工站 没有“李桂兰（东村）”这个人，没有改动\n"), await EraseAsync("李桂兰", "东村"));
        Assert.Equal(all, Rows("SELECT name, community FROM person"));

        await EraseAsync("李桂兰", "红旗村");
        all = Rows("SELECT name, community FROM person");
        Assert.Equal(1, (await EraseAsync("李桂兰", "红旗村")).Exit);
        Assert.Equal(1, (await EraseAsync("已删除-1")).Exit);
        Assert.Equal(all, Rows("SELECT name, community FROM person"));
    }

    private async Task SetUpAsync()
    {
        await AddStationAsync();
        Assert.Equal(new Ran(0, "已导入名单：新增 3 人，更新 0 人，没有变化 0 人\n", ""), await ImportTextAsync("roster", Roster));
        Assert.Equal(0, (await ImportTextAsync("records", Records)).Exit);
        AssertBytesOf(Gone);
    }

    private Task<Ran> EraseAsync(string name, string? community = null) =>
        RunAsync(["person", "erase", "--station", "阳光社工站", "--name", name, .. community is null ? [] : new[] { "--community", community }]);

    private void AssertBytesOf(IEnumerable<string> words) => Assert.All(words, word => Assert.NotEmpty(FilesWith(word)));

    private void AssertNoBytesOf(IEnumerable<string> words) => Assert.All(words, word => Assert.Empty(FilesWith(word)));

    /// <summary>Of the database and its log, as it stands there and as JSON escapes it.</summary>
    private List<string> FilesWith(string word) =>
    [
        .. from file in new[] { DatabaseFile, DatabaseFile + "-wal" }.Where(File.Exists)
           let bytes = File.ReadAllBytes(file)
           from text in new[] { word, JsonEncodedText.Encode(word).ToString() }
           where bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
           select $"{Path.GetFileName(file)}: {text}",
    ];

    private void Execute(string sql, string text)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
#pragma warning disable CA2100 // Written in the tests.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$text", text);
        command.ExecuteNonQuery();
    }
}
