using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace StationBot.Tests.Transcripts;

/// <summary>The whole bot on a real port and a database of its own; only the clock is ours: Wednesday 2024-09-18 15:00 in Shanghai.</summary>
internal sealed class StationApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder;
    private bool _isLeft;

    public StationApp()
        : this(Directory.CreateTempSubdirectory("stationbot-"), new FakeTimeProvider(new DateTimeOffset(2024, 9, 18, 7, 0, 0, TimeSpan.Zero)))
    {
    }

    /// <param name="start">Of the clock.</param>
    public StationApp(DateTimeOffset start)
        : this(Directory.CreateTempSubdirectory("stationbot-"), new FakeTimeProvider(start))
    {
    }

    private StationApp(DirectoryInfo folder, FakeTimeProvider time)
    {
        (_folder, Time) = (folder, time);
        UseKestrel(0);
        StartServer();
        Client = CreateClient();
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public string DatabaseFile => Path.Combine(_folder.FullName, "test.db");

    public Chat Chat(string user = "u1", string name = "小王") => new(this, user, name);

    /// <summary>Stops, and starts anew on the same database and clock; this one is done with.</summary>
    public async Task<StationApp> RestartAsync()
    {
        _isLeft = true;
        await DisposeAsync();
        return new StationApp(_folder, Time);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:StationBot", $"Data Source={DatabaseFile}");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_folder.Exists && !_isLeft)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }
}
