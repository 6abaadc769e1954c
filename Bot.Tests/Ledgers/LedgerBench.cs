using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using StationBot.CommandLine;
using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Stations;

namespace StationBot.Tests.Ledgers;

/// <summary>A station of 2024 in a folder of its own; it is the afternoon of 18 September.</summary>
public sealed class LedgerBench : IAsyncDisposable
{
    private readonly Installation _bot;

    private LedgerBench(string folder, Installation bot, Station station) => (Folder, _bot, Station) = (folder, bot, station);

    public string Folder { get; }
    public Station Station { get; }

    public static async Task<LedgerBench> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ledgers-").FullName;
        var bot = new Installation(Configuration(folder), new FakeTimeProvider(new DateTimeOffset(2024, 9, 18, 15, 0, 0, TimeSpan.FromHours(8))));
        await bot.OpenAsync(default);
        var stations = bot.Get<StationStore>();
        var station = (await stations.AddAsync(new NewStation("阳光社工站", Tier.T10, new DateOnly(2024, 1, 1))))!;
        await stations.AddMemberAsync(station.Id, new NewMember("小王", "emulator", "u1", new DateOnly(2024, 1, 1)));
        return new LedgerBench(folder, bot, station);
    }

    public static IConfiguration Configuration(string folder) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:StationBot"] = $"Data Source={Path.Combine(folder, "stationbot.db")}",
            ["Database:Provider"] = "Sqlite",
            ["TimeZone"] = "Asia/Shanghai",
        })
        .Build();

    public Task<LedgerOutcome> RosterAsync(string csv, bool isDryRun = false) => RosterFileAsync(Write("roster.csv", csv), isDryRun);

    public Task<LedgerOutcome> RosterFileAsync(string file, bool isDryRun = false) =>
        _bot.Get<LedgerImport>().RosterAsync(Station, file, new LedgerOptions(isDryRun));

    public Task<LedgerOutcome> RecordsAsync(string csv, bool isDryRun = false) => RecordsFileAsync(Write("records.csv", csv), isDryRun);

    public Task<LedgerOutcome> RecordsFileAsync(string file, bool isDryRun = false) =>
        _bot.Get<LedgerImport>().RecordsAsync(Station, file, new LedgerOptions(isDryRun));

    public T Get<T>()
        where T : notnull => _bot.Get<T>();

    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>The rows of a query, the cells joined by |.</summary>
    public IReadOnlyList<string> Rows(string sql) => StoredRows.Of(Path.Combine(Folder, "stationbot.db"), sql);

    /// <summary>All that the database holds.</summary>
    public IReadOnlyList<string> Dump() =>
        [.. Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").SelectMany(table => Rows($"SELECT '{table}', * FROM {table}"))];

    public static IReadOnlyList<string> Reasons(LedgerOutcome outcome) =>
        [.. Assert.IsType<LedgerOutcome.Refused>(outcome).Problems.Select(problem => problem.ToString())];

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
