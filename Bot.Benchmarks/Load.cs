using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace StationBot.Benchmarks;

/// <summary>What people do again and again.</summary>
/// <param name="Bot">Who is asked.</param>
/// <param name="Expected">Stands in each reply.</param>
/// <param name="Body">The text or value of the n-th activity.</param>
/// <param name="By">Who sends the n-th activity, given which of the conversations at once it belongs to.</param>
internal sealed record Scenario(string Name, BotHost Bot, string Expected, Func<int, JsonObject> Body, Func<int, int, Speaker> By);

internal sealed record Speaker(string User, string Conversation);

internal sealed record Measured(double CpuPer1000, double MedianMilliseconds);

/// <summary>Plays a channel: so many conversations at once, each sends the next message when the last is answered and acknowledged.</summary>
internal sealed class Load(Connector connector, int conversations) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private int _sent;

    public async Task<Measured> RunAsync(Scenario scenario, int turns)
    {
        var latencies = new double[turns];
        var next = -1;
        var before = scenario.Bot.CpuSeconds;
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(async conversation =>
        {
            for (int turn; (turn = Interlocked.Increment(ref next)) < turns;)
            {
                latencies[turn] = await TurnAsync(scenario, conversation);
            }
        }));
        var cpu = scenario.Bot.CpuSeconds - before;
        Array.Sort(latencies);
        return new Measured(cpu * 1000 / turns, latencies[turns / 2]);
    }

    /// <returns>Milliseconds from before the message is sent until its reply is there.</returns>
    public async Task<double> TurnAsync(Scenario scenario, int conversation)
    {
        var number = Interlocked.Increment(ref _sent);
        var speaker = scenario.By(number, conversation);
        var name = $"{_run}-{speaker.Conversation}";
        var activity = Activity(scenario, speaker.User, name, number);
        var began = Stopwatch.GetTimestamp();
        var reply = connector.NextAsync(name);
        try
        {
            using var content = new StringContent(activity, Encoding.UTF8, "application/json");
            using var response = await _http.PostAsync(new Uri(scenario.Bot.Url, "api/messages"), content);
            response.EnsureSuccessStatusCode();
            var body = await reply.WaitAsync(Patience);
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var text = Encoding.UTF8.GetString(body);
            return text.Contains(scenario.Expected, StringComparison.Ordinal)
                ? took
                : throw new InvalidDataException($"{scenario.Name}: {scenario.Expected} is not in the reply {text}");
        }
        finally
        {
            connector.Forget(name);
        }
    }

    public void Dispose() => _http.Dispose();

    private string Activity(Scenario scenario, string user, string conversation, int number)
    {
        var activity = scenario.Body(number);
        activity["type"] = "message";
        activity["id"] = $"{_run}-{number}";
        activity["channelId"] = SampleDatabase.Channel;
        activity["serviceUrl"] = connector.Url;
        activity["from"] = new JsonObject { ["id"] = user, ["name"] = "小王" };
        activity["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "社工站助手" };
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        return activity.ToJsonString();
    }
}
