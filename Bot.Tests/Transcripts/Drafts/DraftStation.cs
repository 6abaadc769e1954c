using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>A station with a small roster, and its lead.</summary>
public abstract class DraftStation : IAsyncLifetime
{
    private protected StationApp App { get; set; } = new();

    private protected Chat Chat { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Chat = App.Chat();
        await Chat.SetUpAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "roster.csv");
        await File.WriteAllTextAsync(file, Told.Roster);
        var station = (await App.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        Assert.IsType<LedgerOutcome.Roster>(await App.Services.GetRequiredService<LedgerImport>().RosterAsync(station, file, new LedgerOptions(false)));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected string? Value(string field) => (string?)Chat.Submission("保存")[field];
}
