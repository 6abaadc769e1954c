using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Conversations;
using StationBot.Tests.Transcripts;

namespace StationBot.Tests.Conversations;

/// <summary>What is measured of a turn, and that nothing is when nobody asked for it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_turn_is_measured_once_and_a_duplicate_is_counted()
    {
        await using var app = new StationApp();
        var seen = new ConcurrentQueue<string>();
        using var meters = Listen(app.Services.GetRequiredService<IMeterFactory>(), seen);
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        var spans = new ConcurrentQueue<Activity>();
        activities.ActivityStopped = spans.Enqueue;
        ActivitySource.AddActivityListener(activities);

        var chat = app.Chat(user: "secret-user", name: "王秘密");
        await chat.SetUpAsync();
        seen.Clear();
        spans.Clear();
        await chat.SendAsync(new JsonObject { ["text"] = "本月关爱帮扶还差几次" }, "a1");
        await chat.SendAsync(new JsonObject { ["text"] = "本月关爱帮扶还差几次" }, "a1");
        await chat.SayAsync("记走访");
        await chat.PressAsync("保存", ("others", "李桂兰"));
        meters.RecordObservableInstruments();

        Assert.Equal(
            [
                "stationbot.turns channel=teams kind=StatusQuestion outcome=Answered: 1",
                "stationbot.turn.duration channel=teams kind=StatusQuestion outcome=Answered: >0",
                "stationbot.duplicates channel=teams: 1",
                "stationbot.turns channel=teams kind=FormRequest outcome=Answered: 1",
                "stationbot.turn.duration channel=teams kind=FormRequest outcome=Answered: >0",
                "stationbot.turns channel=teams kind=SaveForm outcome=Answered: 1",
                "stationbot.turn.duration channel=teams kind=SaveForm outcome=Answered: >0",
            ],
            seen.SkipLast(1));
        Assert.StartsWith("stationbot.queue.length: ", seen.Last(), StringComparison.Ordinal);

        // Other tests have turns of their own at the same time, and the source is one for all.
        Assert.Contains(spans, span => span.TagObjects.Any(tag => tag is { Key: "kind", Value: "SaveForm" }));
        Assert.All(spans, span => Assert.Equal(["channel", "kind", "outcome"], span.TagObjects.Select(tag => tag.Key)));
        Assert.All(spans, span => Assert.Null(span.ParentId));
        Assert.All(spans, span => Assert.DoesNotContain("secret-user", span.DisplayName + string.Join(' ', span.TagObjects), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("None", false)]
    [InlineData("Console", true)]
    [InlineData("Otlp", true)]
    public void Providers_are_registered_only_where_an_exporter_is_named(string? exporter, bool isOn)
    {
        var services = new ServiceCollection();
        services.AddTelemetry(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Telemetry:Exporter", exporter), new("Telemetry:Endpoint", "http://localhost:4317")])
            .Build());
        Assert.Equal(isOn, services.Any(service => service.ServiceType.FullName!.StartsWith("OpenTelemetry", StringComparison.Ordinal)));
        Assert.Equal(isOn, services.Count > 0);
        using var provider = services.BuildServiceProvider();
        if (isOn)
        {
            Assert.NotNull(provider.GetRequiredService<OpenTelemetry.Trace.TracerProvider>());
            Assert.NotNull(provider.GetRequiredService<OpenTelemetry.Metrics.MeterProvider>());
        }
    }

    /// <summary>Of this app's own meter only.</summary>
    private static MeterListener Listen(IMeterFactory factory, ConcurrentQueue<string> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TurnTelemetry.Name && instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue($"{Named(instrument, tags)}: {value}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen.Enqueue($"{Named(instrument, tags)}: {value}"));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue($"{Named(instrument, tags)}: {(value > 0 ? ">0" : "none")}"));
        listener.Start();
        return listener;
    }

    private static string Named(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Prepend(instrument.Name));
}
