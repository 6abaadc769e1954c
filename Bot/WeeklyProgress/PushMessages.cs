using System.Diagnostics;
using StationBot.Messages;
using StationBot.Pushes;

namespace StationBot.WeeklyProgress;

/// <summary>What is said to somebody; null where there is nothing to say.</summary>
internal delegate Task<Reply?> PushContent(Push push, Recipient to, DateOnly today, CancellationToken cancellation);

/// <summary>What is said, made in the moment of sending: the numbers are never older than the message.</summary>
internal sealed class PushMessages(WeeklyMessage weekly, ReminderMessage reminder, UnreachableNotice unreachable)
{
    public async Task<Reply?> ForAsync(Push push, Recipient to, DateOnly today, CancellationToken cancellation) => push.Kind switch
    {
        PushKind.Weekly => await weekly.ForAsync(to, today, cancellation),
        PushKind.Reminder => await reminder.ForAsync(to, today, cancellation),
        PushKind.Unreachable => await unreachable.ForAsync(push, cancellation),
        _ => throw new UnreachableException(),
    };
}
