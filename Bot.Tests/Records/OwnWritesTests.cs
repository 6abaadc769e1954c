using Dapper;
using Microsoft.Extensions.Time.Testing;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.Tests.Storage;

namespace StationBot.Tests.Records;

/// <summary>Records are written as their station's own: what is kept of them is forgotten at once, in every process, and nothing else has to be.</summary>
public sealed class OwnWritesTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2024, 9, 3);
    private static readonly Period September = Period.MonthOf(Day);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 9, 18, 7, 0, 0, TimeSpan.Zero));
    private TemporaryDatabase _here = null!;
    private Database _there = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TemporaryDatabase.CreateAsync();
        _there = new Database(_here.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _there.DisposeAsync();
        await _here.DisposeAsync();
    }

    [Fact]
    public async Task A_change_in_one_process_is_counted_at_once_in_the_other()
    {
        var who = await FoundAsync("甲站");
        var (here, there) = (new RecordStore(_here.Database, _time), new RecordStore(_there, _time));
        Assert.Equal((0, 0), (await CountAsync(here, who), await CountAsync(there, who)));
        var saved = await there.AddAsync(who, "a", Visit(Day));
        Assert.Equal((1, 1), (await CountAsync(here, who), await CountAsync(there, who)));
        await here.SetVoidedAsync(who, "void", saved.Number, voided: true);
        Assert.Equal((0, 0), (await CountAsync(here, who), await CountAsync(there, who)));
        await new BatchStore(_there, _time).AddAsync(who, "b", [Visit(Day) with { Persons = [new PersonRef(null, "李桂兰")] }]);
        Assert.Equal((1, 1), (await CountAsync(here, who), await CountAsync(there, who)));
        await there.EditAsync(who, "edit", (await there.FindAsync(who.Station.Id, 2))!, Visit(Day.AddMonths(-1)));
        Assert.Equal((0, 0), (await CountAsync(here, who), await CountAsync(there, who)));
    }

    [Fact]
    public async Task What_a_station_is_found_by_is_known_at_once_in_the_other_process()
    {
        var who = await FoundAsync("甲站");
        var (here, there) = (new StationStore(_here.Database), new StationStore(_there));
        Assert.Equal(Tier.T10, (await here.FindMemberAsync("emulator", "甲站"))!.Station.Tiers.On(Day));
        await there.SetTierAsync(who.Station.Id, Tier.T20, Day);
        Assert.Equal(Tier.T20, (await here.FindMemberAsync("emulator", "甲站"))!.Station.Tiers.On(Day));
        var successor = (await there.AddMemberAsync(who.Station.Id, new NewMember("小张", "emulator", "另一位", Day, Role.Lead)))!;
        await there.RemoveMemberAsync(who.Station.Id, new MemberKey(who.Member.Name, null, null), Day);
        Assert.Null(await here.FindMemberAsync("emulator", "甲站"));
        Assert.Equal(successor, (await here.FindMemberAsync("emulator", "另一位"))!.Member);
    }

    /// <summary>The rule that <see cref="Database.WriteOwnAsync"/> asks of its callers.</summary>
    [Fact]
    public async Task Records_are_written_without_touching_members_years_tiers_or_another_station()
    {
        var (who, other) = (await FoundAsync("甲站"), await FoundAsync("乙站"));
        var (records, batches) = (new RecordStore(_here.Database, _time), new BatchStore(_here.Database, _time));
        await records.AddAsync(other, "theirs", Visit(Day));
        await ForbidAsync(other.Station.Id);
        Assert.NotEqual(who.Station.Id, other.Station.Id);

        var saved = await records.AddAsync(who, "a", Visit(Day) with { Persons = [new PersonRef(null, "李桂兰")] });
        await records.AddAsync(who, "open", Visit(Day) with { Form = RecordForms.CaseOpenId, Indicator = "elder.case", Outcome = Outcome.Noted, File = new FileRef(null, "李桂兰") });
        await records.EditAsync(who, "edit", (await records.FindAsync(who.Station.Id, saved.Number))!, Visit(Day.AddDays(1)));
        await records.SetVoidedAsync(who, "void", saved.Number, voided: true);
        await records.SetVoidedAsync(who, "restore", saved.Number, voided: false);
        await batches.AddAsync(who, "b", [Visit(Day) with { Persons = [new PersonRef(null, "王大爷")] }]);
        await batches.SetVoidedAsync(who, "undo", "b", voided: true);
        Assert.Equal(1, await CountAsync(records, who));
    }

    /// <summary>From now on the database itself refuses what isn't the other's to write.</summary>
    private async Task ForbidAsync(long station)
    {
        await using var connection = _here.OpenBeside();
        foreach (var (table, row) in new[]
        {
            ("member", "1"), ("account", "1"), ("project_year", "1"), ("station_tier", "1"), ("station", $"OLD.id = {station}"),
            ("record", $"OLD.station_id = {station}"), ("person", $"OLD.station_id = {station}"), ("case_file", $"OLD.station_id = {station}"),
        })
        {
            await connection.ExecuteAsync($"CREATE TRIGGER no_change_of_{table} BEFORE UPDATE ON {table} WHEN {row} BEGIN SELECT RAISE(ABORT, '{table}'); END");
            await connection.ExecuteAsync($"CREATE TRIGGER no_delete_of_{table} BEFORE DELETE ON {table} WHEN {row} BEGIN SELECT RAISE(ABORT, '{table}'); END");
            await connection.ExecuteAsync($"CREATE TRIGGER no_insert_of_{table} BEFORE INSERT ON {table} WHEN {row.Replace("OLD", "NEW", StringComparison.Ordinal)} BEGIN SELECT RAISE(ABORT, '{table}'); END");
        }
    }

    private async Task<Membership> FoundAsync(string name)
    {
        var stations = new StationStore(_here.Database);
        await stations.FoundAsync(new NewStation(name, Tier.T10, new DateOnly(2024, 1, 1)), new NewMember("小王", "emulator", name, new DateOnly(2024, 1, 1)));
        return (await stations.FindMemberAsync("emulator", name))!;
    }

    private static async Task<int> CountAsync(RecordStore records, Membership who) => (await records.FactsAsync(who.Station.Id, ["elder.care"], September)).Count;

    private static RecordDraft Visit(DateOnly day) => new() { Form = RecordForms.VisitId, Indicator = "elder.care", Date = day, Outcome = Outcome.Done };
}
