using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

internal static class Rosters
{
    /// <summary>As <c>import --kind roster</c> does it.</summary>
    public static async Task ImportAsync(StationApp app, string csv)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "roster.csv");
        await File.WriteAllTextAsync(file, csv);
        var station = (await app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        Assert.IsType<LedgerOutcome.Roster>(await app.Services.GetRequiredService<LedgerImport>().RosterAsync(station, file, new LedgerOptions(false)));
    }
}
