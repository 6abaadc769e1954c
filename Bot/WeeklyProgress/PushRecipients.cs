using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.WeeklyProgress;

/// <summary>Who gets it, where, and on which days nothing goes out.</summary>
/// <param name="Missing">Why nobody does; the others then mean nothing.</param>
internal sealed record PushRecipient(Recipient Recipient, PushTarget Target, IReadOnlyList<Period> Away, PushReason? Missing);

/// <summary>Looks up, in the moment of sending, whether it still may be sent and where to.</summary>
internal sealed class PushRecipients(Database database, PushTargets targets, StationStore stations, UnreachableNotice notice, StationClock clock)
{
    /// <summary>Of each entry; in one read, whatever belongs to no station's kept data.</summary>
    public async Task<IReadOnlyDictionary<long, PushRecipient>> OfAsync(IReadOnlyList<Push> pushes, CancellationToken cancellation)
    {
        var (found, leave, places) = await database.ReadAsync(
            async connection =>
            {
                var found = (await connection.QueryAsync<PushTarget>($"SELECT {PushTarget.Columns} FROM push_target WHERE id IN @ids", new { ids = pushes.Select(push => push.TargetId).Distinct() })).ToDictionary(target => target.Id);
                return (found, await PushTargets.LeaveOfAsync(connection, found.Values.Select(target => target.MemberId).Distinct(), clock.Today), await PlacesAsync(connection, pushes, found));
            },
            cancellation);
        var recipients = new Dictionary<long, PushRecipient>();
        foreach (var push in pushes)
        {
            var target = found[push.TargetId];
            recipients[push.Id] = await OfAsync(push, target, [.. leave[target.MemberId]], places.GetValueOrDefault(PlaceOf(push, target)), cancellation);
        }

        return recipients;
    }

    /// <summary>Nobody is there any more: nothing is sent until somebody speaks there again, and the lead hears of it.</summary>
    public async Task LoseAsync(PushTarget target, CancellationToken cancellation)
    {
        await targets.LoseAsync(target, cancellation);
        await notice.QueueAsync(target, cancellation);
    }

    private async Task<PushRecipient> OfAsync(Push push, PushTarget target, IReadOnlyList<Period> leave, Address? address, CancellationToken cancellation)
    {
        if (target.GoneSince is not null)
            return Nobody(PushReason.Gone);
        if (push.Kind == PushKind.Weekly ? !target.Weekly : push.Kind == PushKind.Reminder && !target.Reminders)
            return Nobody(PushReason.Stopped);
        if (await MembershipAsync(target, cancellation) is not { } who)
            return Nobody(PushReason.Left);
        if (push.Kind != PushKind.Unreachable && who.Station.YearOf(clock.Today) is null)
            return Nobody(PushReason.NoYear);
        if (address is null)
        {
            await LoseAsync(target, cancellation);
            return Nobody(PushReason.Gone);
        }

        return new PushRecipient(new Recipient(who.Station, who.Member, address, target.IsGroup), target, PushPlan.AwayOf(target, leave), Missing: null);
    }

    /// <summary>The newest addresses of the conversations; of those where nobody can be reached, none.</summary>
    private static async Task<Dictionary<(string Channel, string Conversation), Address>> PlacesAsync(DbConnection connection, IReadOnlyList<Push> pushes, IReadOnlyDictionary<long, PushTarget> found)
    {
        var asked = pushes.Select(push => PlaceOf(push, found[push.TargetId])).ToHashSet();
        var rows = await connection.QueryAsync<(string Channel, string Conversation, string ChannelId, string? Reference)>(
            "SELECT channel, conversation, channel_id, reference FROM conversation WHERE channel IN @channels AND conversation IN @conversations AND NOT gone",
            new { channels = asked.Select(place => place.Channel).Distinct(), conversations = asked.Select(place => place.Conversation).Distinct() });
        return rows.ToDictionary(row => (row.Channel, row.Conversation), row => new Address(row.Channel, row.ChannelId, row.Conversation, row.Reference));
    }

    /// <summary>What may have been sent before the process ended is known again only where it was sent to.</summary>
    private static (string Channel, string Conversation) PlaceOf(Push push, PushTarget target) =>
        push is { State: PushState.Sending, Channel: { } channel, Conversation: { } conversation } ? (channel, conversation) : (target.Channel, target.Conversation);

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
