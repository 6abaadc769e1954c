using System.Data.Common;
using Dapper;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>What was read stays read until somebody writes what must survive a power cut.</summary>
public sealed class ReadKeptTests : IAsyncLifetime
{
    private const long Station = 7;

    private TemporaryDatabase _temporary = null!;
    private int _reads;
    private int _notes;

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
    public async Task A_write_of_the_station_s_own_is_seen_at_once()
    {
        await CountAsync("a");
        await AddOwnAsync(_temporary.Database, Station);
        Assert.Equal(1, await CountAsync("a"));
    }

    [Fact]
    public async Task A_write_of_the_station_s_own_by_another_process_is_seen_at_once()
    {
        await AddOwnAsync(_temporary.Database, Station);
        await CountAsync("a");
        await using var other = new Database($"Data Source={_temporary.Database.FilePath}");
        await AddOwnAsync(other, Station);
        Assert.Equal(2, await CountAsync("a"));
    }

    [Fact]
    public async Task What_is_another_station_s_own_and_what_changes_nothing_of_its_own_forgets_nothing()
    {
        await CountAsync("a");
        await AddOwnAsync(_temporary.Database, Station + 1);
        await _temporary.Database.WriteOwnAsync(Station, connection => connection.ExecuteAsync("UPDATE note SET text = 'c' WHERE text = 'nobody'"));
        Assert.Equal(0, await CountAsync("a"));
        Assert.Equal(1, _reads);
    }

    /// <summary>Who speaks for which station: a station's own writes don't change it.</summary>
    [Fact]
    public async Task What_no_station_owns_is_forgotten_by_a_write_of_anybody_s_only()
    {
        await CountAsync("a", Database.NoStation);
        await AddOwnAsync(_temporary.Database, Station);
        Assert.Equal(0, await CountAsync("a", Database.NoStation));
        await AddAsync(_temporary.Database, Durability.Power);
        Assert.Equal(2, await CountAsync("a", Database.NoStation));
    }

    [Fact]
    public async Task What_a_commit_keeps_together_is_forgotten_for_each_of_its_stations()
    {
        await CountAsync("a");
        await CountAsync("a", Station + 1);
        await CountAsync("a", Station + 2);
        await Task.WhenAll(
            AddOwnAsync(_temporary.Database, Station),
            AddOwnAsync(_temporary.Database, Station + 1),
            Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Database.WriteOwnAsync<int>(Station + 2, async connection =>
            {
                await AddNoteAsync(connection);
                throw new InvalidOperationException();
            })));
        Assert.Equal((2, 2), (await CountAsync("a"), await CountAsync("a", Station + 1)));
        Assert.Equal(5, _reads);
        Assert.Equal(0, await CountAsync("a", Station + 2));
        Assert.Equal(5, _reads);
    }

    [Fact]
    public async Task A_failed_read_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Database.ReadKeptAsync<int>(Station, "a", _ => throw new InvalidOperationException()));
        Assert.Equal(0, await CountAsync("a"));
    }

    private Task AddAsync(Database database, Durability durability) => database.WriteAsync(durability, AddNoteAsync);

    private Task AddOwnAsync(Database database, long station) => database.WriteOwnAsync(station, AddNoteAsync);

    private Task<int> AddNoteAsync(DbConnection connection) => connection.ExecuteAsync("INSERT INTO note (text) VALUES (@text)", new { text = $"n{_notes++}" });

    private Task<long> CountAsync(string key, long station = Station) => _temporary.Database.ReadKeptAsync(
        station,
        key,
        connection =>
        {
            _reads++;
            return connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM note");
        });
}
