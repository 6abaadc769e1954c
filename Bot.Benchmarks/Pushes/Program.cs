using System.CommandLine;
using StationBot.Benchmarks.Pushes;

var stations = new Option<int>("--stations") { Description = "Stations, each with three people who are reached.", DefaultValueFactory = _ => 30_000 };
var composed = new Option<int>("--composed") { Description = "Stations whose messages are really made, of 600 records each; the others' are a line.", DefaultValueFactory = _ => 100 };
var root = new RootCommand("A Monday: the week's messages of all stations computed, queued and sent to a channel that only counts.") { stations, composed };
root.SetAction(async parsed =>
{
    await using var monday = new Monday(parsed.GetValue(stations), parsed.GetValue(composed));
    await monday.RunAsync(Console.Out);
});
return await root.Parse(args).InvokeAsync();
