using StationBot.Answers;
using StationBot.Cards;
using StationBot.Channels.Teams;
using StationBot.Channels.WebChat;
using StationBot.Conversations;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Storage;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseKestrelHttpsConfiguration();

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddIndicators();
builder.Services.AddCards();
builder.Services.AddStations(builder.Configuration);
builder.Services.AddRecords();
builder.Services.AddAnswers();
builder.Services.AddConversations();
builder.Services.AddTeams(builder.Configuration);
builder.Services.AddWebChat();
builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage", tags: ["ready"]);

var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().MigrateAsync();

app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
app.MapTeams();
app.MapWebChat();
await app.RunAsync();
