using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StationBot.Storage;

/// <summary>
/// A compiled statement, with parameters by place (?1, ?2 …). What every turn runs is run by it: a command, its reader and the mapping cost more
/// than the statement itself.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _compiled;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _compiled));
    }

    /// <param name="values">Strings and whole numbers.</param>
    /// <returns>The first column of the first row as a whole number; null where there is no row.</returns>
    public long? Run(ReadOnlySpan<object> values)
    {
        try
        {
            for (var place = 0; place < values.Length; place++)
            {
                Check(values[place] is string text
                    ? raw.sqlite3_bind_text(_compiled, place + 1, text)
                    : raw.sqlite3_bind_int64(_compiled, place + 1, (long)values[place]));
            }

            var found = raw.sqlite3_step(_compiled);
            if (found is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                Check(found);
            }

            return found == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_compiled, 0) : null;
        }
        finally
        {
            _ = raw.sqlite3_reset(_compiled);
        }
    }

    public void Dispose() => _compiled.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
