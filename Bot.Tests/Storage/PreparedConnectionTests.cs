using Dapper;
using Microsoft.Data.Sqlite;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>A statement that is kept must behave as one that is compiled anew.</summary>
public sealed class PreparedConnectionTests
{
    [Fact]
    public async Task The_same_text_takes_new_values_each_time()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await temporary.AddAsync(text);
        }

        await temporary.Database.ReadAsync(async connection =>
        {
            foreach (var wanted in new[] { "b", "none", "c" })
            {
                var found = await connection.QueryAsync<string>("SELECT text FROM note WHERE text = @wanted", new { wanted });
                Assert.Equal(wanted == "none" ? [] : [wanted], found);
            }

            return 0;
        });
    }

    [Fact]
    public async Task Lists_of_any_length_are_bound()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await temporary.AddAsync(text);
        }

        string[][] lists = [["a"], ["a", "b"], [], ["c", "b", "a"], ["b", "x"]];
        foreach (var list in lists)
        {
            var found = await temporary.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT text FROM note WHERE text IN @list", new { list }));
            Assert.Equal(list.Intersect(["a", "b", "c"]).Order(), found.Order());
        }
    }

    /// <summary>A reader that stopped half-way must not keep its old view of the database.</summary>
    [Fact]
    public async Task A_read_sees_what_was_written_since_the_last()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            await temporary.AddAsync($"{i}-a");
            await temporary.AddAsync($"{i}-b");
            var newest = await temporary.Database.ReadAsync(connection => connection.QueryFirstAsync<string>("SELECT text FROM note ORDER BY text DESC"));
            Assert.Equal($"{i}-b", newest);
        }
    }

    [Fact]
    public async Task A_failed_read_is_followed_by_sound_ones()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await temporary.AddAsync("a");
        var failure = await Assert.ThrowsAsync<SqliteException>(() =>
            temporary.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT missing FROM note")));
        Assert.Contains("no such column", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a"], await temporary.NotesAsync());
    }
}
