using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StationBot.Tests.Ledgers;

/// <summary>What a database file holds, seen without the bot's own code.</summary>
internal static class StoredRows
{
    /// <returns>The rows of the query, the cells joined by |.</returns>
    public static IReadOnlyList<string> Of(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
