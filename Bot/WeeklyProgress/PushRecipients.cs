using StationBot.Conversations;
using StationBot.Indicators;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.WeeklyProgress;

/// <summary>Who gets it, where, and on which days nothing goes out.</summary>
/// <param name="Missing">Why nobody does; the others then mean nothing.</param>
internal sealed record PushRecipient(Recipient Recipient, PushTarget Target, IReadOnlyList<Period> Away, PushReason? Missing);

/// <summary>Looks up, in the moment of sending, whether it still may be sent and where to.</summary>
internal sealed class PushRecipients(Database database, PushTargets targets, StationStore stations, ConversationStore conversations, UnreachableNotice notice, StationClock clock)
{
    public async Task<PushRecipient> OfAsync(Push push, CancellationToken cancellation)
    {
        var (target, leave) = await database.ReadAsync(
            async connection =>
            {
                var found = (await PushTargets.FindAsync(connection, push.TargetId))!;
                return (found, (await PushTargets.LeaveOfAsync(connection, [found.MemberId], clock.Today))[found.MemberId].ToList());
            },
            cancellation);
        if (target.GoneSince is not null)
            return Nobody(PushReason.Gone);
        if (push.Kind == PushKind.Weekly ? !target.Weekly : push.Kind == PushKind.Reminder && !target.Reminders)
            return Nobody(PushReason.Stopped);
        if (await MembershipAsync(target, cancellation) is not { } who)
            return Nobody(PushReason.Left);
        if (push.Kind != PushKind.Unreachable && who.Station.YearOf(clock.Today) is null)
            return Nobody(PushReason.NoYear);
        // What may have been sent before the process ended is known again only where it was sent to.
        var (channel, conversation) = push is { State: PushState.Sending, Channel: { } begun, Conversation: { } there } ? (begun, there) : (target.Channel, target.Conversation);
        if (await conversations.FindAsync(channel, conversation, cancellation) is not { } address)
        {
            await LoseAsync(target, cancellation);
            return Nobody(PushReason.Gone);
        }

        return new PushRecipient(new Recipient(who.Station, who.Member, address, target.IsGroup), target, PushPlan.AwayOf(target, leave), Missing: null);
    }

    /// <summary>Nobody is there any more: nothing is sent until somebody speaks there again, and the lead hears of it.</summary>
    public async Task LoseAsync(PushTarget target, CancellationToken cancellation)
    {
        await targets.LoseAsync(target, cancellation);
        await notice.QueueAsync(target, cancellation);
    }

    /// <summary>A group stays with its station when the colleague who subscribed it leaves.</summary>
    private async Task<Membership?> MembershipAsync(PushTarget target, CancellationToken cancellation)
    {
        if (await stations.FindMembershipAsync(target.MemberId, cancellation) is { } who)
            return who;
        if (!target.IsGroup)
            return null;
        var members = await stations.ActiveMembersAsync(target.StationId, cancellation);
        return members.FirstOrDefault(member => member.Role == Role.Lead) is { } lead ? await stations.FindMembershipAsync(lead.Id, cancellation) : null;
    }

    private static PushRecipient Nobody(PushReason reason) => new(null!, null!, [], reason);
}
