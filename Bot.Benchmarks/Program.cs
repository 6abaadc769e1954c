using System.CommandLine;
using System.Diagnostics;
using StationBot.Benchmarks;

if (args is ["floor", .. var settings])
{
    await Floor.RunAsync(settings);
    return 0;
}

var turns = new Option<int>("--turns") { Description = "Turns in a measured run.", DefaultValueFactory = _ => 2000 };
var rounds = new Option<int>("--rounds") { Description = "Measured runs of each scenario, taken in turn.", DefaultValueFactory = _ => 7 };
var warmup = new Option<int>("--warmup") { Description = "Turns of each scenario before the first run.", DefaultValueFactory = _ => 15_000 };
var records = new Option<int>("--records") { Description = "Records in the large database.", DefaultValueFactory = _ => 1_000_000 };
var memory = new Option<int>("--memory") { Description = "Turns after which the memory is read; 0: not at all.", DefaultValueFactory = _ => 100_000 };
var cold = new Option<int>("--cold") { Description = "Cold starts; 0: none.", DefaultValueFactory = _ => 5 };
var conversations = new Option<int>("--conversations") { Description = "Conversations at once.", DefaultValueFactory = _ => 16 };
var only = new Option<string>("--only") { Description = "A part of the names of the scenarios to run beside the floor.", DefaultValueFactory = _ => "" };
var bot = new Option<string?>("--bot") { Description = "The folder of a published bot; without it, both are published now." };

var root = new RootCommand("Compares the bot with a bare endpoint that only echoes; both on 127.0.0.1, on Linux.")
{
    turns, rounds, warmup, records, memory, cold, conversations, only, bot,
};
root.SetAction(async parsed =>
{
    var plan = new Plan(
        parsed.GetValue(turns),
        parsed.GetValue(rounds),
        parsed.GetValue(warmup),
        parsed.GetValue(records),
        parsed.GetValue(memory),
        parsed.GetValue(cold),
        parsed.GetValue(conversations),
        parsed.GetValue(only)!);
    var folder = Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "benchmarks");
    var botFolder = Path.GetFullPath(parsed.GetValue(bot) ?? await PublishAsync("Bot", folder));
    var floorFolder = await PublishAsync("Bot.Benchmarks", folder);
    var comparison = new Comparison(
        plan,
        $"{floorFolder}/Bot.Benchmarks floor",
        $"{botFolder}/Bot",
        folder,
        DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
    (await comparison.RunAsync()).WriteTo(Console.Out);
});
return await root.Parse(args).InvokeAsync();

static async Task<string> PublishAsync(string project, string folder)
{
    var target = Path.Combine(folder, "published", project);
    using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-m:1", "-v", "q", "--nologo", "-o", target]);
    await publish.WaitForExitAsync();
    return publish.ExitCode == 0 ? target : throw new InvalidOperationException($"{project} could not be published; start this in the folder of StationBot.sln.");
}
