using System.Collections.Concurrent;
using StationBot.Stations;

namespace StationBot.Pushes;

/// <summary>
/// Who spoke in which personal conversation last. Kept in memory and written a moment later, the last of each person only: no turn waits for it, and
/// whoever uses two devices at once costs no write a message. A kill may lose the last second; the person's next message makes up for it.
/// </summary>
public sealed class Meetings(PushTargets targets, TimeProvider time, ILogger<Meetings> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, (Member Member, string Channel, string Conversation)> _unwritten = [];

    public void Meet(Member member, string channel, string conversation)
    {
        if (!targets.Knows(member, channel, conversation))
        {
            _unwritten[member.Id] = (member, channel, conversation);
        }
        else
        {
            // Back where it was written: what was said elsewhere in between isn't the last any more.
            _unwritten.TryRemove(member.Id, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await WriteAsync();
        }
    }

    private async Task WriteAsync()
    {
        var met = new List<(Member Member, string Channel, string Conversation)>();
        foreach (var id in _unwritten.Keys)
        {
            if (_unwritten.TryRemove(id, out var one))
            {
                met.Add(one);
            }
        }

        try
        {
            // All at once: they are written by few commits.
            await Task.WhenAll(met.Select(one => targets.MeetAsync(one.Member, one.Channel, one.Conversation, CancellationToken.None)));
        }
        catch (Exception e)
        {
            // A busy database, say: the next message is as good.
            log.NotMet(e);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Who spoke where could not be written; the next message does it")]
    public static partial void NotMet(this ILogger log, Exception exception);
}
