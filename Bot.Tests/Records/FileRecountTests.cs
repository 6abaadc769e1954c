using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Tests.Storage;

namespace StationBot.Tests.Records;

/// <summary>
/// Whatever is entered, undone, restored and moved to another day, in whatever order: the state of a file is what a naive reading of the
/// records that are left gives, both where it is counted (by SQL) and where it is shown.
/// </summary>
public sealed class FileRecountTests
{
    private const string Row = "elder.case";

    private static readonly DateOnly First = new(2024, 3, 1);

    private static readonly Gen<(int Verb, int Which, int Day)[]> Deeds = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 30], Gen.Int[0, 40]).Array[1, 30];

    [Fact]
    public async Task The_state_of_a_file_is_that_of_the_records_that_are_left()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var stations = 0;
        Deeds.Sample(deeds => RunAsync(database, $"社工站{++stations}", deeds).GetAwaiter().GetResult(), iter: 120, threads: 1);
    }

    /// <summary>In a station of its own.</summary>
    private static async Task RunAsync(TemporaryDatabase database, string name, (int Verb, int Which, int Day)[] deeds)
    {
        var stations = new StationStore(database.Database);
        var records = new RecordStore(database.Database, new FakeTimeProvider(new DateTimeOffset(2024, 9, 18, 7, 0, 0, TimeSpan.Zero)));
        var station = (await stations.AddAsync(new NewStation(name, Tier.T10, new DateOnly(2024, 1, 1))))!;
        var lead = (await stations.AddMemberAsync(station.Id, new NewMember("小王", "emulator", name + "1", First)))!;
        var other = (await stations.AddMemberAsync(station.Id, new NewMember("小张", "emulator", name + "2", First)))!;
        var who = new Membership(station, lead);
        await records.AddAsync(who, "open", Draft(RecordForms.CaseOpenId, First, Outcome.Noted) with { File = new FileRef(null, "刘玉珍"), Persons = [new PersonRef(null, "刘玉珍")] });
        var file = (await records.FindAsync(station.Id, 1))!.What.File!;
        var last = 1L;
        foreach (var ((verb, which, day), i) in deeds.Select((deed, i) => (deed, i)))
        {
            var date = First.AddDays(day);
            var number = 1 + (which % last);
            switch (verb)
            {
                case <= 2:
                    await AddAsync(Draft(RecordForms.CaseSessionId, date, Outcome.Done) with { Details = Details(RecordDetails.Next, $"{date.AddDays(7):yyyy-MM-dd}") });
                    break;
                case 3 or 4:
                    await AddAsync(Draft(RecordForms.CaseCloseId, date, Outcome.Noted));
                    break;
                case 5 or 6:
                    await AddAsync(Draft(RecordForms.ReopenId, date, Outcome.Noted));
                    break;
                case 7:
                    await AddAsync(Draft(RecordForms.HandoverId, date, Outcome.Noted) with { Details = Details(RecordDetails.HandedTo, $"{(which % 2 == 0 ? lead : other).Id}") });
                    break;
                case 8 or 9:
                    await records.SetVoidedAsync(who, $"void {i}", number, voided: true);
                    break;
                case 10:
                    await records.SetVoidedAsync(who, $"restore {i}", number, voided: false);
                    break;
                default:
                    var before = (await records.FindAsync(station.Id, number))!;
                    await records.EditAsync(who, $"edit {i}", before, before.What with { Date = date });
                    break;
            }

            async Task AddAsync(RecordDraft draft) => last = (await records.AddAsync(who, $"add {i}", draft with { File = file })).Number;
        }

        await CompareAsync(database, records, station.Id, file.Id!.Value, last);
    }

    private static async Task CompareAsync(TemporaryDatabase database, RecordStore records, long stationId, long file, long last)
    {
        var left = new List<StationRecord>();
        for (var number = 1L; number <= last; number++)
        {
            left.Add((await records.FindAsync(stationId, number))!);
        }

        left = [.. left.Where(record => !record.IsVoided).OrderBy(record => record.What.Date).ThenBy(record => record.Number)];
        var counted = await new FileStore(database.Database).FindAsync(stationId, file);
        var shown = await new Caseload(database.Database).FindAsync(stationId, file);
        if (left.Count == 0)
        {
            Assert.Null(counted);
            Assert.Null(shown);
            return;
        }

        var sessions = left.FindAll(record => record.What.Form == RecordForms.CaseSessionId);
        var gate = left.FindLast(record => record.What.Form is RecordForms.CaseCloseId or RecordForms.ReopenId);
        DateOnly? closed = gate?.What.Form == RecordForms.CaseCloseId ? gate.What.Date : null;
        Assert.Equal((sessions.Count, sessions.LastOrDefault()?.What.Date, closed), (counted!.Sessions, counted.LastSession, counted.Closed));
        Assert.Equal((sessions.Count, closed), (shown!.Life.Sessions.Count, shown.Life.Closed));
        Assert.Equal(sessions.Select((record, i) => (record.Number, (int?)(i + 1))), sessions.Select(record => (record.Number, record.Place)));
        Assert.Equal(sessions.Select(record => record.Number), shown.Life.Sessions.Select(session => session.Number));
        var next = closed is null && sessions.Count > 0 ? sessions[^1].What.Details[RecordDetails.Next] : null;
        Assert.Equal(next, shown.Life.Next?.ToString("O", CultureInfo.InvariantCulture));
        var worker = left.FindLast(record => record.What.Form == RecordForms.HandoverId)?.What.Details[RecordDetails.HandedTo];
        var names = await new StationStore(database.Database).MembersAsync(stationId);
        Assert.Equal(worker ?? $"{names["小王"]}", $"{names[shown.Life.Worker!]}");
    }

    private static RecordDraft Draft(string form, DateOnly date, Outcome outcome) =>
        new() { Form = form, Indicator = Row, Date = date, Outcome = outcome, Content = "谈了近况" };

    private static Dictionary<string, string> Details(string id, string value) => new() { [id] = value };
}
