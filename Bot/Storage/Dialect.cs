namespace StationBot.Storage;

/// <summary>
/// The few things that SQLite and PostgreSQL write differently. Everything else is SQL that both accept
/// (<c>ON CONFLICT</c>, <c>RETURNING</c>, common table expressions, windows).
/// </summary>
public static class Dialect
{
    /// <summary>In migrations: <c>{identity}</c> is a primary key that the database numbers.</summary>
    internal static string Localize(string sql) => sql.Replace("{identity}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal);
}
