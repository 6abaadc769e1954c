namespace StationBot.Storage;

/// <summary>
/// Keeps one connection open while the service runs. The pool closes idle ones after minutes; a file that nobody has open would look
/// unused to <see cref="DatabaseFile.RestoreAsync"/>.
/// </summary>
internal sealed class DatabaseInUse(Database database) : IHostedService, IAsyncDisposable
{
    private Microsoft.Data.Sqlite.SqliteConnection? _connection;

    /// <summary>With the write-ahead log, the first read takes a shared lock on the file that only closing gives back.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _connection = await database.OpenAsync(Durability.Process, cancellationToken);
        await using var read = _connection.CreateCommand();
        read.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        await read.ExecuteScalarAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
