using StationBot.Answers;
using StationBot.Cards;
using StationBot.Channels.Teams;
using StationBot.Channels.WebChat;
using StationBot.CommandLine;
using StationBot.Conversations;
using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Pictures;
using StationBot.Pushes;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.WeeklyProgress;

return await Commands.RunAsync(args, ServeAsync);

static async Task<int> ServeAsync(string[] settings)
{
    // Settings are read once; watching their files would cost a thread, and a tenth of the start.
    const string NoReload = "--hostBuilder:reloadConfigOnChange=false";
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. settings, NoReload], ContentRootPath = AppContext.BaseDirectory });
    if (ConfigurationCheck.Problem(builder.Configuration) is { } problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }

    builder.WebHost.UseKestrelHttpsConfiguration();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddStorage(builder.Configuration);
    builder.Services.AddIndicators();
    builder.Services.AddCards();
    builder.Services.AddStations(builder.Configuration);
    builder.Services.AddRecords();
    builder.Services.AddEvidence(builder.Configuration);
    builder.Services.AddLedgers();
    builder.Services.AddPushes(builder.Configuration);
    builder.Services.AddPictures();
    builder.Services.AddAnswers();
    builder.Services.AddConversations();
    builder.Services.AddWeeklyProgress(builder.Configuration);
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddTeams(builder.Configuration);
    builder.Services.AddWebChat();
    builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage", tags: ["ready"]);

    var app = builder.Build();
    app.BeginWarmUp();
    // A wrong task list or card stops the start before anything is written.
    app.Services.GetRequiredService<Catalogs>();
    app.Services.GetRequiredService<CardTemplates>();
    await app.Services.GetRequiredService<Migrator>().MigrateAsync();

    app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
    app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    app.MapFiles();
    app.MapTeams();
    app.MapWebChat();
    await app.RunAsync();
    return 0;
}
