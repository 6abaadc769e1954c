using Dapper;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

public sealed class MigratorTests
{
    [Fact]
    public async Task A_newer_database_is_refused_and_left_as_it_is()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await using var beside = temporary.OpenBeside();
        await beside.ExecuteAsync("PRAGMA user_version=9999");
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => new Migrator(temporary.Database).MigrateAsync());
        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(9999, await beside.ExecuteScalarAsync<int>("PRAGMA user_version"));
    }

    /// <summary>The last script fails here at its second statement; its first, and its number, are undone with it.</summary>
    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_at_the_one_before()
    {
        await using var temporary = new TemporaryDatabase();
        await using var beside = temporary.OpenBeside();
        await beside.ExecuteAsync("CREATE TABLE record_history (number bigint)");
        await Assert.ThrowsAnyAsync<Exception>(() => new Migrator(temporary.Database).MigrateAsync());
        Assert.Equal(2, await beside.ExecuteScalarAsync<int>("PRAGMA user_version"));
        Assert.Equal(
            ["account", "conversation", "inbox", "join_code", "member", "project_year", "record_history", "sent_card", "station", "station_tier"],
            await beside.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"));
    }

    [Fact]
    public async Task Once_migrated_there_is_nothing_more_to_do()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await using var beside = temporary.OpenBeside();
        var before = await beside.QueryAsync<string>("SELECT sql FROM sqlite_master ORDER BY name");
        await new Migrator(temporary.Database).MigrateAsync();
        Assert.Equal(before, await beside.QueryAsync<string>("SELECT sql FROM sqlite_master ORDER BY name"));
    }

    [Theory]
    [InlineData(2024, 2, 29)]
    [InlineData(2024, 12, 31)]
    [InlineData(1931, 1, 1)]
    public async Task A_date_comes_back_as_it_went_in(int year, int month, int day)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var date = new DateOnly(year, month, day);
        await temporary.Database.WriteAsync(
            Durability.Process,
            connection => connection.ExecuteAsync("INSERT INTO note (text, day) VALUES ('x', @date)", new { date }));
        Assert.Equal(date, await temporary.Database.ReadAsync(connection => connection.QuerySingleAsync<DateOnly>("SELECT day FROM note")));
        Assert.Equal(
            date.ToString("yyyy-MM-dd"),
            await temporary.Database.ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT CAST(day AS text) FROM note")));
    }
}
