using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using StationBot.CommandLine;
using StationBot.Tests.Ledgers;

namespace StationBot.Tests.CommandLine;

/// <summary>Runs commands as typed, on a folder of their own, on Wednesday 2024-09-18 15:00 in Shanghai.</summary>
public abstract class CommandRuns : IDisposable
{
    private protected CommandRuns() => Settings["ConnectionStrings:StationBot"] = $"Data Source={DatabaseFile}";

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("commands-").FullName;

    private protected Dictionary<string, string?> Settings { get; } = new() { ["Database:Provider"] = "Sqlite", ["TimeZone"] = "Asia/Shanghai" };

    /// <summary>The arguments of each time the server was to start.</summary>
    private protected List<string[]> Served { get; } = [];

    private protected string DatabaseFile => Path.Combine(Folder, "data", "stationbot.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task<Ran> AddStationAsync(string tier = "10万", string start = "2024-01-01") =>
        RunAsync("station", "add", "--name", "阳光社工站", "--tier", tier, "--start", start);

    private protected Task<Ran> AddMemberAsync(string name, string channel, string user, params string[] more) =>
        RunAsync(["member", "add", "--station", "阳光社工站", "--channel", channel, "--user", user, "--name", name, .. more]);

    private protected async Task<Ran> ImportTextAsync(string kind, string csv)
    {
        var file = Path.Combine(Folder, kind + ".csv");
        await File.WriteAllTextAsync(file, csv);
        return await RunAsync("import", file, "--station", "阳光社工站", "--kind", kind);
    }

    private protected Task<Ran> RunAsync(params string[] args) => Task.Run(async () =>
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CommandContext(
            output,
            error,
            () => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(),
            new FakeTimeProvider(new DateTimeOffset(2024, 9, 18, 15, 0, 0, TimeSpan.FromHours(8))));
        var exit = await Commands.RunAsync(args, ServeAsync, context);
        return new Ran(exit, output.ToString(), error.ToString());
    });

    private protected IReadOnlyList<string> Rows(string sql, string? file = null) => StoredRows.Of(file ?? DatabaseFile, sql);

    private Task<int> ServeAsync(string[] args)
    {
        Served.Add(args);
        return Task.FromResult(7);
    }

    private protected sealed record Ran(int Exit, string Out, string Error);
}
