using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.CommandLine;

/// <summary>The parts of the bot that work without a server. Nothing on the disk is touched before <see cref="OpenAsync"/>.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Installation(IConfiguration configuration, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddStorage(configuration);
        services.AddIndicators();
        services.AddStations(configuration);
        services.AddRecords();
        services.AddEvidence(configuration);
        services.AddLedgers();
        _services = services.BuildServiceProvider();
    }

    public Database Database => Get<Database>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Creates or migrates the database.</summary>
    public Task OpenAsync(CancellationToken cancellation) => Get<Migrator>().MigrateAsync(cancellation);

    /// <returns>Null when there is none; then no database is made either.</returns>
    public async Task<Station?> FindStationAsync(string name, CancellationToken cancellation)
    {
        if (!File.Exists(Database.FilePath))
        {
            return null;
        }

        await OpenAsync(cancellation);
        return await Get<StationStore>().FindAsync(name, cancellation);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
