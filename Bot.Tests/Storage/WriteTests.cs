using Dapper;
using Microsoft.Data.Sqlite;
using StationBot.Storage;

namespace StationBot.Tests.Storage;

/// <summary>What waits together is committed together; each piece stands or falls alone.</summary>
public sealed class WriteTests : IAsyncLifetime
{
    private TemporaryDatabase _temporary = null!;

    private Database Database => _temporary.Database;

    public async ValueTask InitializeAsync() => _temporary = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task A_failing_piece_of_a_batch_is_undone_alone()
    {
        List<Task> writes = [];
        await HoldingTheWriterAsync(() =>
        {
            writes.Add(_temporary.AddAsync("a"));
            writes.Add(Database.WriteAsync(
                Durability.Process,
                async connection =>
                {
                    await connection.ExecuteAsync("INSERT INTO note (text) VALUES ('half')");
                    await connection.ExecuteAsync("INSERT INTO note (text) VALUES ('a')");
                }));
            writes.Add(_temporary.AddAsync("b"));
        });
        await writes[0];
        var failure = await Assert.ThrowsAsync<SqliteException>(() => writes[1]);
        await writes[2];
        Assert.Contains("note.text", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], await _temporary.NotesAsync());
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_is_not_done()
    {
        using var cancellation = new CancellationTokenSource();
        Task? write = null;
        await HoldingTheWriterAsync(() =>
        {
            write = Database.WriteAsync(Durability.Process, connection => connection.ExecuteAsync("INSERT INTO note (text) VALUES ('late')"), cancellation.Token);
            cancellation.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write!);
        Assert.Empty(await _temporary.NotesAsync());
    }

    /// <summary>Nobody is told of a success before it can be seen from outside.</summary>
    [Fact]
    public async Task A_write_that_is_over_is_seen_by_other_processes()
    {
        await using var beside = _temporary.OpenBeside();
        for (var i = 0; i < 50; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async n =>
            {
                await _temporary.AddAsync($"{i}-{n}");
                await using var other = _temporary.OpenBeside();
                Assert.Equal(1, await other.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM note WHERE text = @text", new { text = $"{i}-{n}" }));
            }));
        }

        Assert.Equal(200, await beside.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM note"));
    }

    /// <summary>1 is NORMAL, 2 is FULL. The comment makes each text a new one, for a PRAGMA answers when it is compiled.</summary>
    [Fact]
    public async Task The_most_durable_piece_decides_for_its_batch_and_only_for_it()
    {
        Assert.Equal(1, await SynchronousAsync(Durability.Process, 1));
        Assert.Equal(2, await SynchronousAsync(Durability.Power, 2));
        Assert.Equal(1, await SynchronousAsync(Durability.Process, 3));
        Assert.Equal(2, await SynchronousAsync(Durability.Power, 4));
        Task<long>? together = null;
        await HoldingTheWriterAsync(() =>
        {
            together = SynchronousAsync(Durability.Process, 5);
            _ = _temporary.AddAsync("saved", Durability.Power);
        });
        Assert.Equal(2, await together!);
    }

    [Fact]
    public async Task What_was_queued_is_written_before_the_end_and_nothing_after_it()
    {
        Task? last = null;
        await HoldingTheWriterAsync(() => last = _temporary.AddAsync("last"));
        await Database.DisposeAsync();
        await last!;
        await using (var beside = _temporary.OpenBeside())
        {
            Assert.Equal("last", await beside.ExecuteScalarAsync<string>("SELECT text FROM note"));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _temporary.AddAsync("after the end"));
    }

    [Fact]
    public async Task A_write_waits_for_another_process()
    {
        await using var beside = _temporary.OpenBeside();
        await beside.ExecuteAsync("BEGIN IMMEDIATE; INSERT INTO note (text) VALUES ('theirs')");
        var write = _temporary.AddAsync("ours");
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.False(write.IsCompleted);
        await beside.ExecuteAsync("COMMIT");
        await write;
        Assert.Equal(["ours", "theirs"], await _temporary.NotesAsync());
    }

    /// <summary>A commit that fails fails for all who wait for it; the next ones find a sound connection.</summary>
    [Fact]
    public async Task A_lost_transaction_is_told_to_everybody_and_ends_there()
    {
        List<Task> writes = [];
        await HoldingTheWriterAsync(() =>
        {
            writes.Add(_temporary.AddAsync("a"));
            writes.Add(Database.WriteAsync(Durability.Process, connection => connection.ExecuteAsync("ROLLBACK")));
            writes.Add(_temporary.AddAsync("b"));
        });
        foreach (var write in writes)
        {
            await Assert.ThrowsAsync<SqliteException>(() => write);
        }

        await _temporary.AddAsync("c");
        Assert.Equal(["c"], await _temporary.NotesAsync());
    }

    private Task<long> SynchronousAsync(Durability durability, int number) => Database.WriteAsync(
        durability,
        connection => connection.ExecuteScalarAsync<long>($"PRAGMA synchronous -- {number}"));

    /// <summary>What <paramref name="queue"/> queues comes into one batch, because the writer is busy meanwhile.</summary>
    private async Task HoldingTheWriterAsync(Action queue)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = Database.WriteAsync(
            Durability.Process,
            async _ =>
            {
                begun.SetResult();
                await free.Task;
            });
        await begun.Task;
        queue();
        free.SetResult();
        await holding;
    }
}
