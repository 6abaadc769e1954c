using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using StationBot.Tests.Records.Evidence;

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
    public async Task Photos_and_files_travel_in_the_backup()
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        var (one, other) = (Attach(1, SampleFiles.Jpeg("one")), Attach(2, new byte[3_000_000]));
        var kept = await RunAsync("backup", Backup);
        Assert.Equal((0, true), (kept.Exit, kept.Out.EndsWith(" KB，含 2 个照片和文件）\n", StringComparison.Ordinal)));
        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM station", Backup));

        Directory.Delete(Attachments, recursive: true);
        await RunAsync("restore", Backup);
        Assert.Equal(SampleFiles.Jpeg("one"), await File.ReadAllBytesAsync(one));
        Assert.Equal(new byte[3_000_000], await File.ReadAllBytesAsync(other));
        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Attachments, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        // The database is as small as it was, and knows nothing of the files' journey.
        Assert.InRange(new FileInfo(DatabaseFile).Length, 1, 1_000_000);
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM sqlite_master WHERE name = 'enclosed_file'"));

        File.Delete(one);
        Assert.EndsWith(" KB，含 1 个照片和文件，另有 1 个已找不到）\n", (await RunAsync("backup", Backup + "2")).Out);
    }

    [Fact]
    public async Task A_backup_from_before_it_held_files_leaves_those_that_are_there()
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        await RunAsync("backup", Backup);
        var there = Attach(1, SampleFiles.Png);
        Assert.Equal(0, (await RunAsync("restore", Backup)).Exit);
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM attachment"));
        Assert.True(File.Exists(there));
    }

    [Fact]
    public async Task A_backup_whose_photo_is_not_what_it_was_is_refused_and_changes_nothing()
    {
        await AddStationAsync();
        await AddMemberAsync("小王", "emulator", "u1");
        var photo = Attach(1, SampleFiles.Png);
        await RunAsync("backup", Backup);
        SqliteConnection.ClearAllPools();
        using (var backup = new SqliteConnection($"Data Source={Backup};Pooling=False"))
        {
            backup.Open();
            Execute(backup, "UPDATE enclosed_file SET bytes = x'00'");
        }

        File.Delete(photo);
        var ran = await RunAsync("restore", Backup);
        Assert.Equal(new Ran(1, "", $"不能用这个文件恢复，它已经损坏；没有改动：{Backup}\n"), ran);
        Assert.Empty(Directory.EnumerateFiles(Attachments, "*", SearchOption.AllDirectories));
        Assert.Equal(["stationbot.db"], Directory.EnumerateFiles(Path.GetDirectoryName(DatabaseFile)!).Select(file => Path.GetFileName(file)));
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

    private string Attachments => Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "attachments");

    /// <summary>As if a member had sent it.</summary>
    /// <returns>Where it stands.</returns>
    private string Attach(int place, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var database = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        database.Open();
        Execute(database, $"""
            INSERT INTO attachment (station_id, member_id, cause, place, batch, hash, type, size, name, received)
            VALUES (1, 1, 'sent', {place}, 'sent', '{hash}', 'jpeg', {bytes.Length}, '照片.jpg', '2024-09-18T07:00:00.0000000Z')
            """);
        var file = Path.Combine(Attachments, hash[..2], hash);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
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
