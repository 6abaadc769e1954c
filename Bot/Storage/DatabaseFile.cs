using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace StationBot.Storage;

/// <summary>What became of a restore.</summary>
public abstract record Restored
{
    /// <param name="Kept">Where the database that stood there before is now; null when there was none.</param>
    public sealed record Done(string? Kept) : Restored;

    /// <summary>Another process has the database open. Nothing was changed.</summary>
    public sealed record InUse : Restored;

    /// <summary>The file is no whole database of this program. Nothing was changed.</summary>
    public sealed record Unfit(string Reason) : Restored;
}

/// <summary>What comes back together with the database.</summary>
/// <param name="Stage">Takes its part out of the checked copy, without touching what stands; or says why the copy is not good.</param>
/// <param name="Place">Puts it where it belongs, once nobody uses the database.</param>
public sealed record RestoredBeside(Func<SqliteConnection, CancellationToken, Task<string?>> Stage, Action Place);

/// <summary>The database as a file that is put back from a copy while nobody uses it.</summary>
public sealed class DatabaseFile(Database database)
{
    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Logs of the file that stood there: beside another file they would spoil it.</summary>
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    public async Task<Restored> RestoreAsync(string file, RestoredBeside? beside = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.FilePath)!);
        var partial = $"{database.FilePath}.{Guid.NewGuid():N}.restoring";
        try
        {
            // A copy is checked and put in place, so the file itself stays as it is, whatever happens.
            if (await CopyAsync(file, partial, beside, cancellation) is { } reason)
            {
                return new Restored.Unfit(reason);
            }

            var kept = File.Exists(database.FilePath) ? FreeName() : null;
            if (kept is not null && !await KeepAsync(kept, cancellation))
            {
                return new Restored.InUse();
            }

            // Before the database that names them; without it they are in nobody's way.
            beside?.Place();
            foreach (var ending in Companions)
            {
                File.Delete(database.FilePath + ending);
            }

            File.Move(partial, database.FilePath, overwrite: true);
            return new Restored.Done(kept);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <returns>Why the file can't be restored, or null when the copy is good.</returns>
    private static async Task<string?> CopyAsync(string file, string copy, RestoredBeside? beside, CancellationToken cancellation)
    {
        try
        {
            await using var source = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellation);
            await using var target = await OpenAsync(copy, SqliteOpenMode.ReadWriteCreate, cancellation);
            source.BackupDatabase(target);
            await target.ExecuteScalarAsync<string>("PRAGMA journal_mode=DELETE");
            var version = await target.ExecuteScalarAsync<int>("PRAGMA user_version");
            var isOurs = await target.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('station', 'member')") == 2;
            var reason = version == 0 || !isOurs ? "它不是本程序的数据库"
                : version > Migrator.Newest ? $"它的版本 {version} 比程序新（程序支持到 {Migrator.Newest}），请先升级程序"
                : await target.ExecuteScalarAsync<string>("PRAGMA integrity_check(1)") is "ok" ? null
                : "它已经损坏";
            reason ??= beside is null ? null : await beside.Stage(target, cancellation);
            if (reason is null)
            {
                await EnclosedFiles.RemoveAsync(target);
            }

            return reason;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or Corrupt)
        {
            return e.SqliteErrorCode == NotADatabase ? "它不是本程序的数据库" : "它已经损坏";
        }
    }

    /// <summary>
    /// Leaving the write-ahead log takes the file's exclusive lock, which nobody gives who has the file open; and it brings into the file
    /// what stood in the log only.
    /// </summary>
    /// <returns>False when another process has the database open.</returns>
    private async Task<bool> KeepAsync(string kept, CancellationToken cancellation)
    {
        try
        {
            await using var source = await OpenAsync(database.FilePath, SqliteOpenMode.ReadWrite, cancellation);
            await source.ExecuteAsync("PRAGMA locking_mode=EXCLUSIVE");
            if (await source.ExecuteScalarAsync<string>("PRAGMA journal_mode=DELETE") != "delete")
            {
                return false;
            }

            await source.ExecuteAsync("BEGIN EXCLUSIVE; COMMIT");
            await using var target = await OpenAsync(kept, SqliteOpenMode.ReadWriteCreate, cancellation);
            source.BackupDatabase(target);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or Corrupt)
        {
            // What can't be read is what a backup is restored for; its bytes are kept as they are.
            File.Copy(database.FilePath, kept, overwrite: true);
            return true;
        }
    }

    private string FreeName() => Enumerable.Range(1, int.MaxValue)
        .Select(n => $"{database.FilePath}.before-restore-{n.ToString(CultureInfo.InvariantCulture)}")
        .First(name => !File.Exists(name));

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 2 }.ToString());
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
