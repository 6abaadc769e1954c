using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace StationBot.Storage;

/// <summary>Brings the database to this program's version: numbered .sql files, each in a transaction of its own.</summary>
public sealed class Migrator(Database database)
{
    private const string Prefix = "migrations/";

    /// <summary>The version of the database that this program writes.</summary>
    internal static int Newest => Scripts()[^1].Number;

    /// <exception cref="InvalidDataException">The database was written by a newer program.</exception>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.FilePath)!);
        await using var connection = database.Open();
        connection.RunOnce("PRAGMA journal_mode=WAL");
        var scripts = Scripts();
        var version = connection.RunOnce("PRAGMA user_version");
        if (version > scripts[^1].Number)
        {
            throw new InvalidDataException($"数据库版本 {version} 比程序新（程序支持到 {scripts[^1].Number}），请升级程序后再启动：{database.FilePath}");
        }

        foreach (var (number, script) in scripts.Where(s => s.Number > version))
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellation);
            // Another process may have migrated while this one waited for the lock.
            if (connection.RunOnce("PRAGMA user_version") >= number)
            {
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = Dialect.Localize(Text(script));
            await command.ExecuteNonQueryAsync(cancellation);
            connection.RunOnce("PRAGMA user_version=" + number.ToString(CultureInfo.InvariantCulture));
            await transaction.CommitAsync(cancellation);
        }
    }

    private static List<(int Number, string Name)> Scripts() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name))];

    private static string Text(string script)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
