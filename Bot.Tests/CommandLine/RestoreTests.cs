using Microsoft.Data.Sqlite;

namespace StationBot.Tests.CommandLine;

/// <summary><c>restore</c>: whole or not at all, never under a running service, and what stood there is kept.</summary>
public sealed class RestoreTests : CommandRuns
{
    private string Backup => Path.Combine(Folder, "backup.db");

    [Fact]
    public async Task A_backup_comes_back_and_what_was_there_is_kept()
    {
        await AddStationAsync();
        await RunAsync("backup", Backup);
        await AddMemberAsync("小王", "emulator", "u1");

        Assert.Equal(new Ran(0, $"已从 {Backup} 恢复，原来的数据库保存为 stationbot.db.before-restore-1\n", ""), await RunAsync("restore", Backup));
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM member"));
        Assert.Equal(["1|ok"], Rows("SELECT COUNT(*), (SELECT * FROM pragma_integrity_check) FROM member", DatabaseFile + ".before-restore-1"));

        Assert.Equal(0, (await AddMemberAsync("小李", "emulator", "u2")).Exit);
        Assert.EndsWith("stationbot.db.before-restore-2\n", (await RunAsync("restore", Backup)).Out);
        Assert.Equal(["小王"], Rows("SELECT name FROM member", DatabaseFile + ".before-restore-1"));
        Assert.Equal(["小李"], Rows("SELECT name FROM member", DatabaseFile + ".before-restore-2"));
    }

    [Fact]
    public async Task It_takes_a_copy_with_its_log_into_a_folder_without_a_database()
    {
        await AddStationAsync();
        // As a file copied by hand: what stands in the log only belongs to it.
        using (var open = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            open.Open();
            _ = Execute(open, "SELECT COUNT(*) FROM station");
            await AddMemberAsync("小王", "emulator", "u1");
            File.Copy(DatabaseFile, Backup);
            File.Copy(DatabaseFile + "-wal", Backup + "-wal");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(DatabaseFile)!, recursive: true);
        Assert.Equal(new Ran(0, $"已从 {Backup} 恢复\n", ""), await RunAsync("restore", Backup));
        Assert.Equal(["小王"], Rows("SELECT name FROM member"));
    }

    [Fact]
    public async Task A_broken_database_is_replaced_and_its_bytes_are_kept()
    {
        await AddStationAsync();
        await RunAsync("backup", Backup);
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000));
        Assert.Equal(0, (await RunAsync("restore", Backup)).Exit);
        Assert.Equal(["阳光社工站"], Rows("SELECT name FROM station"));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(DatabaseFile + ".before-restore-1"));
    }

    [Theory]
    [InlineData("text", "它不是本程序的数据库")]
    [InlineData("empty", "它不是本程序的数据库")]
    [InlineData("other", "它不是本程序的数据库")]
    [InlineData("newer", "它的版本 9999 比程序新")]
    [InlineData("torn", "它已经损坏")]
    public async Task What_is_no_whole_database_of_ours_is_refused(string kind, string reason)
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        await RunAsync("backup", Backup);
        await SpoilAsync(kind);

        var ran = await RunAsync("restore", Backup);
        Assert.Equal(1, ran.Exit);
        Assert.Contains(reason, ran.Error);
        Assert.Contains("没有改动", ran.Error);
        Assert.Equal(["小王"], Rows("SELECT name FROM member"));
        Assert.Equal(["stationbot.db"], Directory.EnumerateFiles(Path.GetDirectoryName(DatabaseFile)!).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public async Task A_missing_file_and_the_database_itself_are_refused()
    {
        await AddStationAsync();
        Assert.Equal(new Ran(1, "", $"找不到文件：{Backup}\n"), await RunAsync("restore", Backup));
        Assert.Equal(new Ran(1, "", "这就是正在用的数据库，请写备份文件\n"), await RunAsync("restore", DatabaseFile));
    }

    [Fact]
    public async Task While_the_service_runs_it_is_refused()
    {
        await AddStationAsync();
        await RunAsync("backup", Backup);
        await using var bot = await BotProcess.StartAsync();
        Settings["ConnectionStrings:StationBot"] = $"Data Source={Path.Combine(bot.Folder, "data", "stationbot.db")}";
        await RunAsync("station", "add", "--name", "星光社工站", "--tier", "10万");
        var before = Directory.GetFiles(Path.Combine(bot.Folder, "data"));

        Assert.Equal(new Ran(1, "", "数据库正在使用，请先停掉服务再恢复；没有改动\n"), await RunAsync("restore", Backup));
        Assert.Equal(before, Directory.GetFiles(Path.Combine(bot.Folder, "data")));

        await bot.KillAsync();
        Assert.Equal(0, (await RunAsync("restore", Backup)).Exit);
        Assert.Equal(["阳光社工站"], Rows("SELECT name FROM station", Path.Combine(bot.Folder, "data", "stationbot.db")));
        Assert.Equal(["星光社工站"], Rows("SELECT name FROM station", Path.Combine(bot.Folder, "data", "stationbot.db.before-restore-1")));
        await bot.RestartAsync();
    }

    private async Task SpoilAsync(string kind)
    {
        SqliteConnection.ClearAllPools();
        if (kind is "text" or "empty")
        {
            await File.WriteAllTextAsync(Backup, kind == "text" ? new string('x', 5000) : "");
        }
        else if (kind == "torn")
        {
            var bytes = await File.ReadAllBytesAsync(Backup);
            bytes.AsSpan(bytes.Length / 2).Fill(0x5a);
            await File.WriteAllBytesAsync(Backup, bytes);
        }
        else
        {
            using var backup = new SqliteConnection($"Data Source={Backup};Pooling=False");
            backup.Open();
            Execute(backup, kind == "newer" ? "PRAGMA user_version=9999" : "ALTER TABLE station RENAME TO other");
        }
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
