using StationBot.Indicators;
using StationBot.Records.Demo;
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

            foreach (var record in DemoServices.UpTo(clock.Today, year.First, catalogs.For(year), people, workers))
            {
                await RecordImport.SaveAsync(connection, station.Id, EnteredThatEvening(record), clock.UtcNow);
            }

            return station;
        },
        cancellation);

    private ImportedRecord EnteredThatEvening(ImportedRecord record)
    {
        var evening = clock.MomentOf(record.Draft.Date.ToDateTime(new TimeOnly(17, 40)));
        return record with { Entered = evening < clock.UtcNow ? evening : clock.UtcNow };
    }
}
