using System.Text.Json;

namespace StationBot.Storage;

/// <summary>
/// The few things that SQLite and PostgreSQL write differently. Everything else is SQL that both accept
/// (<c>ON CONFLICT</c>, <c>RETURNING</c>, common table expressions, windows).
/// </summary>
public static class Dialect
{
    /// <summary>Whether a column is one of a list that is bound as <see cref="List(IEnumerable{string})"/>: one text, and one compiled statement, however long it is.</summary>
    internal static string In(string parameter) => $"IN (SELECT value FROM json_each({parameter}))";

    internal static string List(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]";

    internal static string List(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    /// <summary>In migrations: <c>{identity}</c> is a primary key that the database numbers.</summary>
    internal static string Localize(string sql) => sql.Replace("{identity}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal);
}
