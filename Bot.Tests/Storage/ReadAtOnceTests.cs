using Dapper;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>Several statements see the same, whoever writes meanwhile.</summary>
public sealed class ReadAtOnceTests : IAsyncLifetime
{
    private TemporaryDatabase _temporary = null!;

    public async ValueTask InitializeAsync() => _temporary = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task What_is_written_meanwhile_is_seen_by_the_next_read()
    {
        await _temporary.AddAsync("one");
        var (before, after) = await _temporary.Database.ReadAtOnceAsync(async connection =>
        {
            var before = await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM note");
            await _temporary.AddAsync("two");
            return (before, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM note"));
        });
        Assert.Equal((1, 1), (before, after));
        Assert.Equal(["one", "two"], await _temporary.NotesAsync());
    }

    [Fact]
    public async Task One_that_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Database.ReadAtOnceAsync<int>(async connection =>
        {
            await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM note");
            throw new InvalidOperationException();
        }));
        await _temporary.AddAsync("one");
        Assert.Equal(["one"], await _temporary.NotesAsync());
    }
}
