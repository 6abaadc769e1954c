using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>
/// Any sequence of saves, batches, edits, undoing and restoring leaves each record as its history tells it, and the counts equal to a recount from the
/// history alone. Doing any of it again with the same message changes nothing.
/// </summary>
public sealed class RecountFromHistoryTests : IAsyncLifetime
{
    private static readonly string[] Rows = ["elder.care", "elder.link", "child.care", "relief.revisit"];
    private static readonly Gen<Step[]> Sequences = Gen.Select(Gen.Int[0, 10], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[1, 28], (kind, number, row, day) => new Step(kind, number, row, day)).Array[1, 30];

    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Counts_equal_a_recount_from_the_history()
    {
        var stations = _app.Services.GetRequiredService<StationStore>();
        var tried = 0;
        await Sequences.SampleAsync(
            async sequence =>
            {
                var name = $"站{Interlocked.Increment(ref tried)}";
                Assert.NotNull(await stations.FoundAsync(
                    new NewStation(name, Tier.T10, new DateOnly(2024, 1, 1)),
                    new NewMember("小王", "emulator", name, new DateOnly(2024, 1, 1), IsNewcomer: true) { Role = Role.Lead }));
                var who = (await stations.FindMemberAsync("emulator", name))!;
                for (var i = 0; i < sequence.Length; i++)
                {
                    _app.Time.Advance(TimeSpan.FromSeconds(1));
                    await DoAsync(who, sequence[i], i);
                    var before = await HistoryLengthAsync(who);
                    await DoAsync(who, sequence[i], i);
                    Assert.Equal(before, await HistoryLengthAsync(who));
                }

                await CheckAsync(who);
            },
            iter: 120,
            threads: 1);
    }

    private async Task DoAsync(Membership who, Step step, int i)
    {
        var records = _app.Services.GetRequiredService<RecordStore>();
        var batches = _app.Services.GetRequiredService<BatchStore>();
        var undo = _app.Services.GetRequiredService<UndoStore>();
        var (card, cause) = ($"card-{i}", $"cause-{i}");
        switch (step.Kind)
        {
            case 0 or 1:
                await records.AddAsync(who, DraftStore.KeyOf(who.Member, card), Draft(step, "李桂兰"));
                break;
            case 2:
                await batches.AddAsync(who, card, [Draft(step, "张三"), Draft(step, "李四"), Draft(step, "王五")]);
                break;
            case 3 when await records.FindAsync(who.Station.Id, step.Number) is { } before:
                await records.EditAsync(who, cause, before, before.What with { Indicator = Rows[step.Row], Date = new DateOnly(2024, 9, step.Day) });
                break;
            case 4 or 5:
                await undo.TurnAsync(who, cause, isUndo: true);
                break;
            case 6:
                await undo.TurnAsync(who, cause, isUndo: false);
                break;
            case 7:
                await records.SetVoidedAsync(who, cause, step.Number, voided: step.Day % 2 == 0);
                break;
            case 8:
                await undo.RevertAsync(who, cause, step.Number, step: null);
                break;
            case 9:
                await batches.SetVoidedAsync(who, cause, $"card-{step.Number}", voided: step.Day % 2 == 0);
                break;
            case 10:
                await undo.VoidLastAsync(who, cause);
                break;
        }
    }

    private async Task CheckAsync(Membership who)
    {
        var records = _app.Services.GetRequiredService<RecordStore>();
        var history = _app.Services.GetRequiredService<HistoryStore>();
        var recounted = Rows.ToDictionary(row => row, _ => 0);
        for (var number = 1L; await records.FindAsync(who.Station.Id, number) is { } record; number++)
        {
            var entries = await history.ReadAsync(who.Station.Id, number);
            Assert.Equal(entries.Count, record.Step);
            Assert.Equal("小王", Assert.Single(entries.Select(entry => entry.MemberName).Distinct()));
            Assert.Equal(entries[^1].After!.Indicator, record.What.Indicator);
            Assert.Equal(entries[^1].After!.Date, record.What.Date);
            var isVoid = entries.Last(entry => entry.Action is HistoryAction.Add or HistoryAction.Void or HistoryAction.Restore).Action == HistoryAction.Void;
            Assert.Equal(isVoid, record.IsVoided);
            foreach (var (earlier, later) in entries.Zip(entries.Skip(1)))
            {
                Assert.Equal((earlier.After!.Indicator, earlier.After.Date), (later.Before!.Indicator, later.Before.Date));
            }

            CheckReverts(entries);
            recounted[entries[^1].After!.Indicator] += isVoid ? 0 : 1;
        }

        var facts = await records.FactsAsync(who.Station.Id, Rows, Period.CalendarYear(2024));
        Assert.Equal(recounted, Rows.ToDictionary(row => row, row => facts.Count(fact => fact.Indicator == row)));
    }

    /// <summary>What was taken back is as it was before the newest edit that still stood.</summary>
    private static void CheckReverts(IReadOnlyList<HistoryEntry> entries)
    {
        var standing = new Stack<RecordDraft>();
        foreach (var entry in entries)
        {
            if (entry.Action == HistoryAction.Edit)
            {
                standing.Push(entry.Before!);
            }
            else if (entry.Action == HistoryAction.Revert)
            {
                var before = standing.Pop();
                Assert.Equal((before.Indicator, before.Date), (entry.After!.Indicator, entry.After.Date));
            }
            else if (entry.Action == HistoryAction.Restore)
            {
                standing.Clear();
            }
        }
    }

    private async Task<long> HistoryLengthAsync(Membership who)
    {
        await using var connection = new SqliteConnection($"Data Source={_app.Services.GetRequiredService<StationBot.Storage.Database>().FilePath}");
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM record_history WHERE station_id = @Id", who.Station);
    }

    private static RecordDraft Draft(Step step, string person) => new()
    {
        Form = "visit",
        Indicator = Rows[step.Row],
        Date = new DateOnly(2024, 9, step.Day),
        Persons = [new PersonRef(null, person)],
        Content = "聊了近况",
    };

    private sealed record Step(int Kind, int Number, int Row, int Day);
}
