using Dapper;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>What was read stays read until somebody writes what must survive a power cut.</summary>
public sealed class ReadKeptTests : IAsyncLifetime
{
    private TemporaryDatabase _temporary = null!;
    private int _reads;

    public async ValueTask InitializeAsync() => _temporary = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task An_equal_key_is_read_once()
    {
        await CountAsync("a");
        await CountAsync("a");
        Assert.Equal(1, _reads);
        await CountAsync("b");
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task A_write_is_seen_at_once()
    {
        await CountAsync("a");
        await AddAsync(_temporary.Database, Durability.Power);
        Assert.Equal(1, await CountAsync("a"));
    }

    [Fact]
    public async Task A_write_of_another_process_is_seen_at_once()
    {
        await CountAsync("a");
        await using var other = new Database($"Data Source={_temporary.Database.FilePath}");
        await AddAsync(other, Durability.Power);
        Assert.Equal(1, await CountAsync("a"));
    }

    [Fact]
    public async Task What_a_turn_remembers_of_itself_and_what_changes_nothing_forgets_nothing()
    {
        await CountAsync("a");
        await AddAsync(_temporary.Database, Durability.Process);
        await _temporary.Database.WriteAsync(Durability.Power, connection => connection.ExecuteAsync("UPDATE note SET text = 'c' WHERE text = 'nobody'"));
        Assert.Equal(0, await CountAsync("a"));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task A_failed_read_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Database.ReadKeptAsync<int>("a", _ => throw new InvalidOperationException()));
        Assert.Equal(0, await CountAsync("a"));
    }

    private static Task AddAsync(Database database, Durability durability) =>
        database.WriteAsync(durability, connection => connection.ExecuteAsync("INSERT INTO note (text) VALUES ('n')"));

    private Task<long> CountAsync(string key) => _temporary.Database.ReadKeptAsync(
        key,
        connection =>
        {
            _reads++;
            return connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM note");
        });
}
