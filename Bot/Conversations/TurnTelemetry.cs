using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StationBot.Conversations;

/// <summary>
/// Measures turns. Tags say which channel, what kind of message and how it ended; never a text, a name or the id of a person.
/// Without a listener nothing is made.
/// </summary>
public sealed class TurnTelemetry
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "StationBot";

    private static readonly ActivitySource Source = new(Name);

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _turns;
    private readonly Counter<long> _duplicates;
    private readonly Meter _meter;

    public TurnTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _duration = _meter.CreateHistogram<double>(
            "stationbot.turn.duration",
            "s",
            "From the start of a turn until its answer is sent",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });
        _turns = _meter.CreateCounter<long>("stationbot.turns", "{turn}", "Turns that ended");
        _duplicates = _meter.CreateCounter<long>("stationbot.duplicates", "{message}", "Messages that came again and were dropped");
    }

    /// <param name="length">Messages in hand, waiting or worked on.</param>
    internal void ObserveQueue(Func<int> length) => _meter.CreateObservableGauge("stationbot.queue.length", length, "{message}", "Messages in hand");

    internal void Duplicate(string channel) => _duplicates.Add(1, new KeyValuePair<string, object?>("channel", channel));

    internal Measured Begin(string channel)
    {
        // A turn outlives the request that brought it, and may run after another's: it is a trace of its own.
        Activity.Current = null;
        return new(this, channel, Source.StartActivity("turn", ActivityKind.Consumer), Stopwatch.GetTimestamp());
    }

    /// <summary>One turn; it is measured when it is disposed of.</summary>
    internal sealed class Measured(TurnTelemetry telemetry, string channel, Activity? activity, long began) : IDisposable
    {
        /// <summary>The reading of a sentence, or the action of a card.</summary>
        public string Kind { get; set; } = "None";

        public TurnOutcome Outcome { get; set; } = TurnOutcome.Undelivered;

        public void Dispose()
        {
            if (activity is null && !telemetry._turns.Enabled && !telemetry._duration.Enabled)
            {
                return;
            }

            var tags = new TagList { { "channel", channel }, { "kind", Kind }, { "outcome", Outcome.ToString() } };
            telemetry._turns.Add(1, tags);
            telemetry._duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
            if (activity is not null)
            {
                foreach (var (key, value) in tags)
                {
                    activity.SetTag(key, value);
                }

                activity.SetStatus(Outcome is TurnOutcome.Failed or TurnOutcome.Undelivered ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
                activity.Dispose();
            }
        }
    }
}

internal enum TurnOutcome
{
    Answered,

    /// <summary>There was nothing to say.</summary>
    Silent,

    /// <summary>The answer failed; an apology was sent.</summary>
    Failed,

    /// <summary>What was to be said did not reach the channel.</summary>
    Undelivered,
}
