using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using StationBot.Conversations;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.WeeklyProgress;

/// <summary>
/// Sends what is due. Each message is marked as being sent before the channel is asked; what a process that ended had marked so is sent again only where
/// the channel knows the key, so that nobody ever sees it twice.
/// </summary>
internal sealed class PushDispatcher(
    Outbox outbox,
    PushContent content,
    PushRecipients recipients,
    ConversationStore conversations,
    TurnQueue turns,
    PushPlan plan,
    StationClock clock,
    IEnumerable<IChannel> channels,
    ILogger<PushDispatcher> log)
{
    private const int AtOnce = 8;
    private const int InHand = 64;

    /// <summary>So late it still counts as in time: a chosen Saturday is then kept.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromHours(1);

    /// <summary>A turn is over by then.</summary>
    private static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name);

    /// <summary>Channels that have too much: until when nothing is sent there.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _throttled = [];

    /// <param name="stopping">What is being sent is still finished; nothing more is begun.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await outbox.LeaseAsync(InHand, CancellationToken.None) is { Count: > 0 } batch)
        {
            var who = await recipients.OfAsync(batch, CancellationToken.None);
            var silent = new ConcurrentQueue<Push>();
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (push, _) => await (stopping.IsCancellationRequested ? outbox.ReleaseAsync(push) : TryAsync(push, who[push.Id], silent)));
            if (!silent.IsEmpty)
            {
                await outbox.ForgetAsync([.. silent]);
            }
        }
    }

    private async Task TryAsync(Push push, PushRecipient to, ConcurrentQueue<Push> silent)
    {
        try
        {
            if (!await DeliverAsync(push, to))
            {
                silent.Enqueue(push);
            }
        }
        catch (Exception e)
        {
            // Of one recipient: the others aren't kept waiting. What was marked as being sent is looked at when its lease is over.
            log.Failed(push.Kind, push.TargetId, push.Period, e);
            await AgainOrEndAsync(push, PushReason.Broken);
        }
    }

    /// <returns>False where there is nothing to say.</returns>
    private async Task<bool> DeliverAsync(Push push, PushRecipient to)
    {
        var (recipient, target, away, missing) = to;
        if (missing is { } reason)
        {
            await DropAsync(push, reason);
            return true;
        }

        var channel = _channels.GetValueOrDefault(recipient.Address.Channel);
        if (push.State == PushState.Sending && channel is not { KnowsKeys: true })
        {
            log.Interrupted(push.Kind, push.TargetId, push.Period);
            await outbox.EndAsync(push, PushState.Unsure, PushReason.Interrupted);
        }
        else if (channel is null)
        {
            await DropAsync(push, PushReason.Refused);
        }
        else if (NotBefore(push, target, away, recipient.Address) is { } until)
        {
            await PostponeAsync(push, until);
        }
        else if (await content(push, recipient, clock.Today, CancellationToken.None) is { } reply)
        {
            await SendAsync(push, target, away, recipient, channel, reply);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <returns>When it may go; null for now, the least moment where it is of no use any more.</returns>
    private DateTimeOffset? NotBefore(Push push, PushTarget target, IReadOnlyList<Period> away, Address to)
    {
        var now = clock.Now;
        var due = plan.LocalOf(push.Due);
        var isInTime = now - due < InTime && now.Date == due.Date;
        if (!(isInTime ? DueTimes.IsAwake(now) && !away.Any(days => days.Contains(clock.Today)) : plan.Due.MayGo(now, away)))
            return plan.Due.Allowed(now, away, PushPlan.SpreadOf(target)) is { } later && later > now ? clock.MomentOf(later) : DateTimeOffset.MaxValue;
        if (_throttled.TryGetValue(to.Channel, out var open) && open > clock.UtcNow)
            return open + TimeSpan.FromSeconds(PushPlan.SpreadOf(target).TotalSeconds / 60);
        return turns.IsBusy(to) ? clock.UtcNow + WhileBusy : null;
    }

    private async Task SendAsync(Push push, PushTarget target, IReadOnlyList<Period> away, Recipient recipient, IChannel channel, Reply reply)
    {
        var to = recipient.Address;
        var place = target with { Channel = to.Channel, Conversation = to.Conversation };
        switch (await outbox.BeginAsync(push, place, clock.Today, channel.KnowsKeys ? Durability.Process : Durability.Power, CancellationToken.None))
        {
            case Begun.NotOurs:
                return;
            case Begun.NotToday when push.Kind == PushKind.Reminder:
                await DropAsync(push, PushReason.Another);
                return;
            case Begun.NotToday:
                var tomorrow = plan.Due.Allowed(clock.Today.AddDays(1).ToDateTime(TimeOnly.MinValue), away, PushPlan.SpreadOf(target));
                await PostponeAsync(push, tomorrow is { } day ? clock.MomentOf(day) : DateTimeOffset.MaxValue);
                return;
        }

        switch (await PushAsync(push, channel, to, reply))
        {
            case Pushed.Sent sent:
                await outbox.EndAsync(push, PushState.Sent, activityId: sent.ActivityId);
                if (sent.ActivityId is { } activity && reply.CardId is { } card)
                {
                    await conversations.RememberCardAsync(to, card, activity, CancellationToken.None);
                }

                break;
            case Pushed.NotNow later:
                if (later is { IsThrottled: true, After: { } closed })
                {
                    _throttled[to.Channel] = clock.UtcNow + closed;
                }

                await PostponeAsync(push with { Attempts = push.Attempts + 1 }, clock.UtcNow + WaitOf(push, target, later.After));
                break;
            case Pushed.Gone:
                await recipients.LoseAsync(target, CancellationToken.None);
                await outbox.EndAsync(push, PushState.Failed, PushReason.Gone);
                log.Gone(to.Channel, target.Id);
                break;
            case Pushed.Unsure:
                log.Interrupted(push.Kind, push.TargetId, push.Period);
                await outbox.EndAsync(push, PushState.Unsure, PushReason.Interrupted);
                break;
            case Pushed.Refused:
                log.Refused(push.Kind, push.TargetId, push.Period);
                await outbox.EndAsync(push, PushState.Failed, PushReason.Refused);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private async Task<Pushed> PushAsync(Push push, IChannel channel, Address to, Reply reply)
    {
        try
        {
            return await channel.PushAsync(to, reply, push.Key, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.Failed(push.Kind, push.TargetId, push.Period, e);
            return channel.KnowsKeys ? new Pushed.NotNow(null, IsThrottled: false) : new Pushed.Unsure();
        }
    }

    /// <summary>Twice as long each time, and never less than the channel says; a little different for each, so that they don't come back together.</summary>
    private static TimeSpan WaitOf(Push push, PushTarget target, TimeSpan? asked)
    {
        var own = FirstWait * Math.Pow(2, Math.Min(push.Attempts, 10));
        var wait = own < LongestWait ? own : LongestWait;
        return (asked > wait ? asked.Value : wait) + (PushPlan.SpreadOf(target) / 20);
    }

    private async Task PostponeAsync(Push push, DateTimeOffset until)
    {
        if (until < DateTimeOffset.MaxValue && IsUsefulAt(push, until))
        {
            await outbox.PostponeAsync(push, until);
        }
        else
        {
            await DropAsync(push, PushReason.Late);
        }
    }

    private bool IsUsefulAt(Push push, DateTimeOffset when) => push.Kind switch
    {
        PushKind.Reminder => clock.DayOf(when) == clock.DayOf(PushPlan.Moment(push.Due)) && DueTimes.IsAwake(clock.LocalOf(when)),
        PushKind.Weekly => when - PushPlan.Moment(push.Due) <= PushPlanner.Useful,
        _ => true,
    };

    private async Task AgainOrEndAsync(Push push, PushReason reason)
    {
        const int MostAttempts = 5;
        if (push.Attempts < MostAttempts)
        {
            await PostponeAsync(push with { Attempts = push.Attempts + 1 }, clock.UtcNow + (FirstWait * Math.Pow(2, push.Attempts)));
        }
        else
        {
            await outbox.EndAsync(push, PushState.Failed, reason);
        }
    }

    private async Task DropAsync(Push push, PushReason reason)
    {
        log.Dropped(push.Kind, push.TargetId, push.Period, reason);
        await outbox.EndAsync(push, PushState.Dropped, reason);
    }
}
