using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

internal static class Rosters
{
    /// <summary>As <c>import --kind roster</c> does it.</summary>
    public static async Task ImportAsync(StationApp app, string csv)
    {
        var (station, file) = await WriteAsync(app, csv);
        Assert.IsType<LedgerOutcome.Roster>(await app.Services.GetRequiredService<LedgerImport>().RosterAsync(station, file, new LedgerOptions(false)));
    }

    /// <summary>As <c>import --kind records</c> does it.</summary>
    public static async Task ImportRecordsAsync(this StationApp app, string csv)
    {
        var (station, file) = await WriteAsync(app, csv);
        Assert.IsType<LedgerOutcome.Records>(await app.Services.GetRequiredService<LedgerImport>().RecordsAsync(station, file, new LedgerOptions(false)));
    }

    private static async Task<(Station Station, string File)> WriteAsync(StationApp app, string csv)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "table.csv");
        await File.WriteAllTextAsync(file, csv);
        return ((await app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!, file);
    }
}
