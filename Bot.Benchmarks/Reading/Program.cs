using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using StationBot.Benchmarks.Reading;

var fuzz = new Option<int>("--fuzz") { Description = "Read so many mutated sentences instead, and say which took longest." };
var train = new Option<bool>("--train") { Description = "Learn the models in Bot/Understanding/Intents anew from their sentences instead." };
var check = new Option<bool>("--check") { Description = "Say how well intents are learned from those sentences instead." };
var root = new RootCommand("How long a sentence takes to read, and what it allocates.") { fuzz, train, check };
root.SetAction(parsed =>
{
    if (parsed.GetValue(check))
    {
        return IntentTrainer.Check(Directory.GetCurrentDirectory(), Console.Out);
    }

    if (parsed.GetValue(train))
    {
        return IntentTrainer.Run(Directory.GetCurrentDirectory(), Console.Out);
    }

    if (parsed.GetValue(fuzz) is > 0 and var count)
    {
        return Fuzz.Run(count, Console.Out);
    }

    BenchmarkRunner.Run<ReadingBenchmark>(DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "benchmarks")));
    return 0;
});
return root.Parse(args).Invoke();
