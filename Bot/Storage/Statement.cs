using System.Data.Common;
using System.Globalization;
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

    /// <param name="values">Strings, whole numbers and nulls.</param>
    /// <returns>The first column of the first row as a whole number; null where there is no row, or nothing in it.</returns>
    public long? Run(ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            return Step() ? new Row(_compiled).NumberOrNull(0) : null;
        }
        finally
        {
            _ = raw.sqlite3_reset(_compiled);
        }
    }

    /// <param name="values">As of <see cref="Run"/>.</param>
    public List<T> Read<T>(ReadOnlySpan<object?> values, Func<Row, T> read)
    {
        var rows = new List<T>();
        try
        {
            Bind(values);
            while (Step())
            {
                rows.Add(read(new Row(_compiled)));
            }

            return rows;
        }
        finally
        {
            _ = raw.sqlite3_reset(_compiled);
        }
    }

    public void Dispose() => _compiled.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var place = 1; place <= values.Length; place++)
        {
            Check(values[place - 1] switch
            {
                null => raw.sqlite3_bind_null(_compiled, place),
                string text => raw.sqlite3_bind_text(_compiled, place, text),
                var number => raw.sqlite3_bind_int64(_compiled, place, Convert.ToInt64(number, CultureInfo.InvariantCulture)),
            });
        }
    }

    /// <returns>Whether there is a row.</returns>
    private bool Step()
    {
        var found = raw.sqlite3_step(_compiled);
        if (found is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(found);
        }

        return found == raw.SQLITE_ROW;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}

/// <summary>A row of a <see cref="Statement"/>, columns by place from 0; good until the next.</summary>
internal readonly struct Row(sqlite3_stmt compiled)
{
    public string Text(int column) => raw.sqlite3_column_text(compiled, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Number(int column) => raw.sqlite3_column_int64(compiled, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public DateOnly Date(int column) => DateOnly.ParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private bool IsNull(int column) => raw.sqlite3_column_type(compiled, column) == raw.SQLITE_NULL;
}

/// <summary>For what every turn and every start runs: the first use of a mapper costs more than all the rest of a first answer.</summary>
internal static class StatementsOfConnection
{
    /// <param name="sql">One of few texts: what it compiles to is kept as long as the connection.</param>
    /// <param name="values">Of ?1, ?2 …: strings, whole numbers and nulls.</param>
    public static List<T> Read<T>(this DbConnection connection, string sql, ReadOnlySpan<object?> values, Func<Row, T> read) =>
        ((PreparedConnection)connection).Read(sql, values, read);

    /// <summary>For what is run once, such as a PRAGMA, which does its work while it is compiled.</summary>
    public static long? RunOnce(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection.Handle!, sql);
        return statement.Run([]);
    }

    /// <returns>The first column of the first row; null where there is none.</returns>
    public static long? Run(this DbConnection connection, string sql, params ReadOnlySpan<object?> values) => ((PreparedConnection)connection).Run(sql, values);
}
