using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace StationBot.Benchmarks;

/// <summary>What a durable commit costs by itself: one row a transaction, write-ahead log, <c>synchronous=FULL</c>, on the same disk.</summary>
internal static class Commits
{
    private const int Rows = 2000;

    /// <returns>CPU seconds of this process per 1000 commits.</returns>
    public static async Task<double> MeasureAsync(string folder)
    {
        var file = Path.Combine(folder, "commits.db");
        File.Delete(file);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (content text NOT NULL)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO row (content) VALUES ('聊了近况，量了血压，约好下次再来。')";
        await command.ExecuteNonQueryAsync();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var row = 0; row < Rows; row++)
        {
            await command.ExecuteNonQueryAsync();
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds * 1000 / Rows;
    }
}
