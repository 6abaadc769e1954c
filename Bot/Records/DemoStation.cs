using System.Data.Common;
using System.Globalization;
using Dapper;
using StationBot.Indicators;
using StationBot.Records.Demo;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A sample station with invented people and half a year of records, all of it made in one transaction.</summary>
public sealed class DemoStation(StationStore stations, Database database, StationClock clock, Catalogs catalogs)
{
    public const string Name = "演示社工站";

    /// <summary>站长.</summary>
    public const string Lead = "小王";

    /// <summary>Makes it where it isn't there yet.</summary>
    public async Task<Station> EnsureAsync(CancellationToken cancellation = default) =>
        await stations.FindAsync(Name, cancellation)
        ?? await MakeAsync(cancellation)
        // Somebody else made it in the meantime.
        ?? (await stations.FindAsync(Name, cancellation))!;

    private Task<Station?> MakeAsync(CancellationToken cancellation) => database.WriteAsync(
        Durability.Power,
        async connection =>
        {
            var year = new ProjectYear(new DateOnly(clock.Today.Year, 1, 1)).Period;
            if (await StationStore.AddAsync(connection, new NewStation(Name, Tier.T10, year.First, IsDemo: true)) is not { } station)
            {
                return null;
            }

            List<long> workers = [await StationStore.AddMemberAsync(connection, station.Id, Lead, Role.Lead, year.First)];
            foreach (var worker in DemoPeople.Workers)
            {
                workers.Add(await StationStore.AddMemberAsync(connection, station.Id, worker, Role.Worker, year.First));
            }

            List<RosterEntry> people = [];
            foreach (var person in DemoPeople.All(year.First))
            {
                people.Add(person with { Id = await RosterImport.SaveAsync(connection, station.Id, person) });
            }

            foreach (var (index, record) in Records(new DemoCalendar(clock.Today, year.First), catalogs.For(year), people).Index())
            {
                var key = "demo:" + (index + 1).ToString(CultureInfo.InvariantCulture);
                var draft = await WithFileAsync(connection, station.Id, record.Draft);
                await RecordImport.SaveAsync(connection, station.Id, new ImportedRecord(key, draft, workers[index % workers.Count], Evening(draft.Date), record.Evidence), clock.UtcNow);
            }

            return station;
        },
        cancellation);

    private static IEnumerable<DemoRecord> Records(DemoCalendar calendar, Catalog catalog, IReadOnlyList<RosterEntry> people) =>
        DemoServices.All(calendar, catalog, people)
            .Concat(DemoFiles.All(calendar, people))
            .Concat(DemoYear.All(calendar, people))
            .OrderBy(record => record.Draft.Date);

    /// <summary>A session finds its open file by name; what closes one or puts it forward has to say which.</summary>
    private static async Task<RecordDraft> WithFileAsync(DbConnection connection, long stationId, RecordDraft draft) =>
        draft is { File: { } file, Form: RecordForms.CaseCloseId or RecordKinds.Showcase }
            ? draft with
            {
                File = file with
                {
                    Id = await connection.ExecuteScalarAsync<long>("SELECT MAX(id) FROM case_file WHERE station_id = @stationId AND name = @Name", new { stationId, file.Name }),
                },
            }
            : draft;

    /// <summary>Written down on the evening of the day.</summary>
    private DateTimeOffset Evening(DateOnly day)
    {
        var evening = clock.MomentOf(day.ToDateTime(new TimeOnly(17, 40)));
        return evening < clock.UtcNow ? evening : clock.UtcNow;
    }
}
