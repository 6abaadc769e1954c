using System.Collections.Concurrent;
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
using Member = StationBot.Stations.Member;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>A database of stations with their people, the clock, and what arrived; processes that push come and go.</summary>
internal sealed class PushBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stationbot-");
    private readonly List<PushProcess> _processes = [];
    private readonly ConcurrentDictionary<(string, string), bool> _taken = [];

    /// <param name="start">On the station's clock, in Shanghai.</param>
    public PushBench(DateTime start) => Time = new FakeTimeProvider(new DateTimeOffset(start, TimeSpan.FromHours(8)));

    public FakeTimeProvider Time { get; }

    public Dictionary<string, string?> Settings { get; } = new() { ["TimeZone"] = "Asia/Shanghai" };

    /// <summary>What people would see, in order.</summary>
    public ConcurrentQueue<Arrival> Arrived { get; } = [];

    /// <returns>False where a channel that knows keys has it.</returns>
    public bool Take(bool knowsKeys, string conversation, string key) => _taken.TryAdd((conversation, key), true) || !knowsKeys;

    /// <summary>What a channel does with a push; null for delivering it.</summary>
    public Func<FakeChannel, Address, string, Func<Task<Pushed>>, Task<Pushed>>? Network { get; set; }

    /// <summary>What is said; null for nothing.</summary>
    public Func<Push, Recipient, DateOnly, Reply?> Content { get; set; } = (push, _, _) => push.Kind == PushKind.Reminder ? null : new Reply { Text = push.Kind.ToString() };

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")};Pooling=False";

    public DateTime Now => Local(Time.GetUtcNow());

    public static DateTime Local(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).DateTime;

    public static async Task<PushBench> CreateAsync(string start)
    {
        var bench = new PushBench(DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        await bench.Process().Get<Migrator>().MigrateAsync();
        return bench;
    }

    /// <summary>The bot as one process has it; several may run on the one database.</summary>
    public PushProcess Process()
    {
        var process = new PushProcess(this);
        _processes.Add(process);
        return process;
    }

    /// <summary>A member who has spoken in a conversation of that name on the channel.</summary>
    public async Task<Member> JoinAsync(Station station, string name, string channel, Role role = Role.Worker)
    {
        var process = _processes[0];
        var member = await process.Get<StationStore>().AddMemberAsync(station.Id, new NewMember(name, channel, name, DateOnly.FromDateTime(Now), role));
        await SpeakAsync(member!, channel, $"with-{name}");
        return member!;
    }

    public async Task SpeakAsync(Member member, string channel, string conversation)
    {
        var process = _processes[0];
        await process.Get<ConversationStore>().MeetAsync(new Address(channel, channel, conversation), isGroup: false, CancellationToken.None);
        await process.Get<PushTargets>().MeetAsync(member, channel, conversation, CancellationToken.None);
    }

    public T Any<T>()
        where T : notnull => _processes[0].Get<T>();

    public Task<Station?> StationAsync(string name) => _processes[0].Get<StationStore>().AddAsync(new NewStation(name, Tier.T10, new DateOnly(Now.Year, 1, 1)));

    /// <summary>As the service does it, at that time.</summary>
    public async Task RunAtAsync(string time, PushProcess process)
    {
        var target = new DateTimeOffset(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        Time.SetUtcNow(target);
        await process.RunAsync();
    }

    public async Task<IReadOnlyList<(string Kind, string State, string? Reason)>> OutboxAsync() => (await _processes[0].Get<Database>().ReadAsync(
        connection => connection.QueryAsync<(string, string, string?)>("SELECT kind, state, reason FROM push_outbox ORDER BY id"))).AsList();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}

/// <param name="At">On the station's clock.</param>
internal sealed record Arrival(string Channel, string Conversation, string Key, DateTime At, string Text);

/// <summary>The network: people see what it takes, and a channel that knows keys takes nothing twice.</summary>
internal sealed class FakeChannel(PushBench bench, string name, bool knowsKeys) : IChannel
{
    public string Name => name;

    public bool KnowsKeys => knowsKeys;

    public Task<string?> SendAsync(Address to, Reply reply, string? replyTo, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> UpdateAsync(Address to, string activityId, Reply reply, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ShowTypingAsync(Address to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Pushed> PushAsync(Address to, Reply reply, string key, CancellationToken cancellation)
    {
        return bench.Network is { } network ? network(this, to, key, Deliver) : Deliver();

        Task<Pushed> Deliver()
        {
            if (bench.Take(knowsKeys, to.Conversation, key))
            {
                bench.Arrived.Enqueue(new Arrival(name, to.Conversation, key, bench.Now, reply.Text));
            }

            return Task.FromResult<Pushed>(new Pushed.Sent($"{key}-id"));
        }
    }
}

internal sealed class PushProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _isDead;

    public PushProcess(PushBench bench)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(bench.Settings).AddInMemoryCollection([new("ConnectionStrings:StationBot", bench.ConnectionString)]).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Logged));
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(bench.Time);
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
        services.AddSingleton<PushContent>((push, to, today, _) => Task.FromResult(bench.Content(push, to, today)));
        services.AddWeeklyProgress(configuration);
        services.AddSingleton<IChannel>(new FakeChannel(bench, "log", knowsKeys: true));
        services.AddSingleton<IChannel>(new FakeChannel(bench, "wire", knowsKeys: false));
        _services = services.BuildServiceProvider();
    }

    public LogLines Logged { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task RunAsync()
    {
        await Get<PushPlanner>().RunAsync(CancellationToken.None);
        await Get<PushDispatcher>().RunAsync(CancellationToken.None);
    }

    public Task<DateTimeOffset?> NextAsync() => Get<Outbox>().NextAsync(CancellationToken.None);

    /// <summary>What it had in hand stays as it is.</summary>
    public void Kill() => _isDead = true;

    public async ValueTask DisposeAsync()
    {
        if (_isDead)
        {
            await Get<Database>().DisposeAsync();
        }
        else
        {
            await _services.DisposeAsync();
        }
    }
}

internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name} {exception?.Message}".Trim());

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
