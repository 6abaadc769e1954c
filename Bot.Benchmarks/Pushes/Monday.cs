using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StationBot.Answers;
using StationBot.Cards;
using StationBot.Conversations;
using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Messages;
using StationBot.Pictures;
using StationBot.Pushes;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.WeeklyProgress;

namespace StationBot.Benchmarks.Pushes;

internal sealed class Monday : IAsyncDisposable
{
    private const int RecordsPerStation = 600;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stationbot-pushes-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 9, 20, 10, 0, 0, TimeSpan.FromHours(8)));
    private readonly int _stations;
    private readonly int _composed;
    private readonly ServiceProvider _services;
    private readonly CountingChannel _channel = new();
    private int _made;
    private long _making;

    public Monday(int stations, int composed)
    {
        (_stations, _composed) = (stations, Math.Clamp(composed, 1, stations));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("TimeZone", "Asia/Shanghai"),
            new("ConnectionStrings:StationBot", $"Data Source={File};Pooling=False"),
        ]).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole());
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(_time);
        services.AddStorage(configuration);
        services.AddIndicators();
        services.AddCards();
        services.AddStations(configuration);
        services.AddRecords();
        services.AddEvidence(configuration);
        services.AddLedgers();
        services.AddPushes(configuration);
        services.AddPictures();
        services.AddAnswers();
        services.AddConversations();
        services.AddSingleton<PushContent>(ContentAsync);
        services.AddWeeklyProgress(configuration);
        services.AddSingleton<IChannel>(_channel);
        _services = services.BuildServiceProvider();
    }

    private string File => Path.Combine(_folder.FullName, "test.db");

    public async Task RunAsync(TextWriter output)
    {
        await _services.GetRequiredService<Migrator>().MigrateAsync();
        await SampleDatabase.FillAsync(File, _composed * RecordsPerStation, DateOnly.FromDateTime(_time.GetLocalNow().Date));
        await FillAsync();
        var planner = _services.GetRequiredService<PushPlanner>();
        await MeasureAsync(output, "due times computed", () => planner.RunAsync(CancellationToken.None));
        _time.SetUtcNow(new DateTimeOffset(2024, 9, 23, 8, 41, 0, TimeSpan.FromHours(8)));
        await MeasureAsync(output, "queued", () => planner.RunAsync(CancellationToken.None));
        await MeasureAsync(output, "sent", () => _services.GetRequiredService<PushDispatcher>().RunAsync(CancellationToken.None));
        output.WriteLine($"{_channel.Sent:N0} sent, each to a conversation of its own: {_channel.Conversations == _channel.Sent}");
        output.WriteLine($"{_made:N0} of them made of {RecordsPerStation} records with picture: {Stopwatch.GetElapsedTime(0, _making).TotalMilliseconds / Math.Max(1, _made):0.0} ms each, eight at once");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<Reply?> ContentAsync(Push push, Recipient to, DateOnly today, CancellationToken cancellation)
    {
        if (push.Kind != PushKind.Weekly)
            return null;
        if (to.Station.Id > _composed)
            return new Reply { Text = to.Station.Name };
        var began = Stopwatch.GetTimestamp();
        var reply = await _services.GetRequiredService<WeeklyMessage>().ForAsync(to, today, cancellation);
        Interlocked.Add(ref _making, Stopwatch.GetTimestamp() - began);
        Interlocked.Increment(ref _made);
        return reply;
    }

    /// <summary>The lead of the sample, and two colleagues; each has spoken in a conversation of the own.</summary>
    private Task FillAsync() => _services.GetRequiredService<Database>().WriteAsync(
        Durability.Process,
        connection => connection.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT @composed + 1 UNION ALL SELECT i + 1 FROM n WHERE i < @stations) INSERT INTO station (id, name) SELECT i, '社工站' || i FROM n WHERE i <= @stations;
            INSERT INTO project_year (station_id, starts) SELECT id, '2024-01-01' FROM station WHERE id > @composed;
            INSERT INTO station_tier (station_id, starts, tier) SELECT id, '2024-01-01', 10 FROM station WHERE id > @composed;
            INSERT INTO member (station_id, name, role, joined) SELECT id, '小王', 'Lead', '2024-01-01' FROM station WHERE id > @composed;
            INSERT INTO member (station_id, name, role, joined) SELECT id, '小李', 'Worker', '2024-01-01' FROM station;
            INSERT INTO member (station_id, name, role, joined) SELECT id, '小张', 'Worker', '2024-01-01' FROM station;
            INSERT INTO conversation (channel, conversation, channel_id, is_group) SELECT 'counting', 'c-' || id, 'counting', FALSE FROM member;
            INSERT INTO push_target (station_id, member_id, is_group, channel, conversation, weekly_from, plan) SELECT station_id, id, FALSE, 'counting', 'c-' || id, '', '' FROM member;
            """,
            new { stations = _stations, composed = _composed }));

    private static async Task MeasureAsync(TextWriter output, string what, Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (heap, resident) = (0L, 0L);
        var before = process.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var run = Task.Run(work);
        var start = Resident();
        while (await Task.WhenAny(run, Task.Delay(100)) != run)
        {
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            resident = Math.Max(resident, Resident());
        }

        await run;
        process.Refresh();
        output.WriteLine($"{what}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {(process.TotalProcessorTime - before).TotalSeconds:0.0} CPU-s; resident {start} MB before, {Math.Max(start, resident)} MB at most; heap {heap / 1024 / 1024} MB at most");

        long Resident()
        {
            process.Refresh();
            return process.WorkingSet64 / 1024 / 1024;
        }
    }

    private sealed class CountingChannel : IChannel
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _conversations = [];
        private int _sent;

        public string Name => "counting";

        public bool KnowsKeys => true;

        public int Sent => _sent;

        public int Conversations => _conversations.Count;

        public Task<Pushed> PushAsync(Address to, Reply reply, string key, CancellationToken cancellation)
        {
            _conversations.TryAdd(to.Conversation, true);
            Interlocked.Increment(ref _sent);
            return Task.FromResult<Pushed>(new Pushed.Sent(null));
        }

        public Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation) => throw new NotSupportedException();

        public Task ShowTypingAsync(Address to, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
