using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StationBot.Storage;

/// <summary>
/// A connection that keeps its statements compiled. The same SQL comes with every turn, and compiling it costs SQLite more than running it;
/// Microsoft.Data.Sqlite keeps a compiled statement only as long as its command, and Dapper makes a new command for every call.
/// </summary>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Texts differ where a list is bound (IN): more than these are not kept.</summary>
    private const int MostKept = 200;

    private readonly Dictionary<string, SqliteCommand> _idle = [];
    private readonly Dictionary<string, Statement> _statements = [];

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    /// <summary>Rows written since it was opened.</summary>
    internal int Changes => raw.sqlite3_total_changes(Handle);

    /// <param name="sql">One of the few that every turn runs: its <see cref="Statement"/> is never given up.</param>
    internal long? Run(string sql, params ReadOnlySpan<object?> values) => Compiled(sql).Run(values);

    /// <inheritdoc cref="Run"/>
    internal List<T> Read<T>(string sql, ReadOnlySpan<object?> values, Func<Row, T> read) => Compiled(sql).Read(values, read);

    protected override void Dispose(bool disposing)
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        base.Dispose(disposing);
    }

    private Statement Compiled(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(Handle!, sql));
        }

        return statement;
    }

    internal SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = CreateCommand();
        command.CommandText = sql;
        return command;
    }

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        // SQLite runs a PRAGMA while it compiles it: run again, the compiled one would do nothing.
        if (command.CommandText.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase) || _idle.Count >= MostKept || !_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }
}

/// <summary>What Dapper fills in; runs as the connection's compiled command of the same text.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private readonly Bound _parameters = new();
    private SqliteCommand? _running;

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; } = connection.DefaultTimeout;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    /// <summary>Transactions are <see cref="WriteQueue"/>'s own affair.</summary>
    protected override DbTransaction? DbTransaction { get => null; set => throw new NotSupportedException(); }

    public override void Cancel() => _running?.Cancel();

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override void Prepare() => Ready();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _running is { } command)
        {
            _running = null;
            connection.GiveBack(command);
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Ready()
    {
        if (_running?.CommandText != CommandText)
        {
            Dispose(disposing: true);
            _running = connection.Take(CommandText);
        }

        _running.CommandTimeout = CommandTimeout;
        _running.Parameters.Clear();
        foreach (SqliteParameter parameter in _parameters)
        {
            _running.Parameters.Add(parameter);
        }

        return _running;
    }

    private sealed class Bound : SqliteParameterCollection;
}
