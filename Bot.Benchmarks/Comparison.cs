using System.Diagnostics;
using System.Text.Json.Nodes;

namespace StationBot.Benchmarks;

/// <param name="Turns">In a measured run.</param>
/// <param name="Rounds">Runs of each scenario, taken in turn.</param>
/// <param name="Warmup">Turns of each scenario before the first run; the just-in-time compiler wants thousands.</param>
/// <param name="Records">In the large database.</param>
/// <param name="MemoryTurns">After so many turns the memory is read; 0 leaves it out.</param>
/// <param name="ColdStarts">0 leaves them out.</param>
/// <param name="Conversations">At once.</param>
/// <param name="Only">A part of the names of the scenarios to run beside the floor; empty for all.</param>
internal sealed record Plan(int Turns, int Rounds, int Warmup, int Records, int MemoryTurns, int ColdStarts, int Conversations, string Only);

/// <summary>The bot beside the floor: same machine, same minutes, same connector, both published the same way.</summary>
internal sealed class Comparison(Plan plan, string floor, string bot, string folder, DateOnly today)
{
    private const int SmallDatabase = 600;
    public async Task<Report> RunAsync()
    {
        var small = await MakeDatabaseAsync("small", SmallDatabase);
        var large = await MakeDatabaseAsync("large", plan.Records);
        var report = new Report();
        await using var connector = await Connector.StartAsync();
        report.Commit = await Commits.MeasureAsync(folder);
        await ColdStartsAsync(report, connector, small);
        await TurnsAsync(report, connector, small, large);
        await MemoryAsync(report, connector, small);
        return report;
    }

    private async Task TurnsAsync(Report report, Connector connector, string small, string large)
    {
        await using var floorHost = BotHost.Start(floor, Path.Combine(folder, "floor"));
        await using var smallHost = BotHost.Start(bot, small);
        await using var largeHost = BotHost.Start(bot, large);
        using var load = new Load(connector, plan.Conversations);
        Scenario[] scenarios =
        [
            Asking("floor", floorHost) with { Expected = "Echo" },
            Asking($"question, {SmallDatabase} records", smallHost),
            Asking($"question, {plan.Records:N0} records", largeHost),
            Asking($"question, {plan.Records:N0} records, every station in turn", largeHost) with { By = InTurn },
            Saving("saved visit, every station in turn", largeHost),
        ];
        scenarios = [.. scenarios.Where(scenario => scenario.Name == "floor" || scenario.Name.Contains(plan.Only, StringComparison.Ordinal))];
        foreach (var scenario in scenarios)
        {
            await WaitUntilUpAsync(scenario, load);
            await load.RunAsync(scenario, plan.Warmup);
        }

        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                report.Add(scenario.Name, await load.RunAsync(scenario, plan.Turns));
            }
        }
    }

    private async Task ColdStartsAsync(Report report, Connector connector, string small)
    {
        for (var start = 0; start < plan.ColdStarts; start++)
        {
            report.AddColdStart("floor", await ColdStartAsync(connector, floor, Path.Combine(folder, "floor"), "Echo"));
            report.AddColdStart("bot", await ColdStartAsync(connector, bot, small, "还差"));
        }
    }

    private static async Task<double> ColdStartAsync(Connector connector, string command, string folder, string expected)
    {
        using var load = new Load(connector, conversations: 1);
        var began = Stopwatch.GetTimestamp();
        await using var host = BotHost.Start(command, folder);
        await WaitUntilUpAsync(Asking("cold start", host) with { Expected = expected }, load);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task MemoryAsync(Report report, Connector connector, string small)
    {
        if (plan.MemoryTurns == 0)
        {
            return;
        }

        await using var host = BotHost.Start(bot, small);
        using var load = new Load(connector, plan.Conversations);
        var asking = Asking("memory", host);
        await WaitUntilUpAsync(asking, load);
        await load.RunAsync(asking, plan.MemoryTurns);
        report.Memory = (plan.MemoryTurns, host.ResidentMegabytes);
    }

    private static async Task WaitUntilUpAsync(Scenario scenario, Load load)
    {
        while (true)
        {
            try
            {
                await load.TurnAsync(scenario, conversation: 0);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
    }

    private static Scenario Asking(string name, BotHost host) =>
        new(name, host, "还差", _ => new JsonObject { ["text"] = "本月还差几次关爱帮扶" }, (_, conversation) => new Speaker(SampleDatabase.Lead(1), $"same-{conversation}"));

    /// <summary>Different days and rows, none of them yet to come.</summary>
    private Scenario Saving(string name, BotHost host) => new(
        name,
        host,
        "已保存",
        n => new JsonObject
        {
            ["replyToId"] = "form-1",
            ["value"] = new JsonObject
            {
                ["verb"] = "form.save",
                ["form"] = "visit",
                ["card"] = $"card-{n}",
                ["domain"] = (n % 3) switch { 0 => "elder", 1 => "child", _ => "disabled" },
                ["category"] = "care",
                ["date"] = new DateOnly(today.Year, 1, 1).AddDays(n * 211 % today.DayOfYear).ToString("yyyy-MM-dd"),
                ["others"] = $"居民{1 + (n % 40)}",
                ["mode"] = "HomeVisit",
                ["content"] = "聊了近况，量了血压，约好下次再来。",
            },
        },
        InTurn);

    private Speaker InTurn(int number, int conversation)
    {
        var lead = SampleDatabase.Lead(1 + (number % SampleDatabase.Stations(plan.Records)));
        return new Speaker(lead, lead);
    }

    /// <returns>The folder that holds it.</returns>
    private async Task<string> MakeDatabaseAsync(string name, int records)
    {
        var home = Path.Combine(folder, name);
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }

        await using (var host = BotHost.Start(bot, home))
        {
            using var http = new HttpClient();
            for (var isReady = false; !isReady; await Task.Delay(50))
            {
                try
                {
                    isReady = (await http.GetAsync(new Uri(host.Url, "health/ready"))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    // Not yet listening.
                }
            }
        }

        await SampleDatabase.FillAsync(Path.Combine(home, "data", "stationbot.db"), records, today);
        return home;
    }
}
