using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Pushes;

/// <summary>A change of what is sent to somebody, and by whom it was said.</summary>
/// <param name="Cause">The message: the same again changes nothing.</param>
public sealed record PushChange(long ByMember, string Cause);

/// <summary>What holds now for somebody.</summary>
/// <param name="Leave">What of it isn't over, earliest first.</param>
public sealed record Agreement(PushTarget? Target, IReadOnlyList<Period> Leave);

/// <summary>Whom something may be sent to, what they agreed, and when members are away.</summary>
public sealed class PushTargets(Database database, PushPlan plan, StationClock clock)
{
    /// <summary>Another process may have met the person elsewhere: after that it is looked up again.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromHours(1);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<long, (string Channel, string Conversation, DateTimeOffset At)> _met = [];

    /// <summary>The person speaks in this personal conversation: here is where messages go from now on. Writes only when that is new.</summary>
    public async Task MeetAsync(Member member, string channel, string conversation, CancellationToken cancellation)
    {
        if (Knows(member, channel, conversation))
            return;
        var known = await database.ReadNumberAsync(
            "SELECT COUNT(*) FROM push_target WHERE member_id = ?1 AND NOT is_group AND channel = ?2 AND conversation = ?3 AND gone_since IS NULL AND plan <> ''",
            [member.Id, channel, conversation],
            cancellation);
        if (known == 0)
        {
            await database.WriteAsync(Durability.Process, connection => KeepAsync(connection, member, channel, conversation), cancellation);
        }

        if (_met.Count >= MostRemembered)
        {
            _met.Clear();
        }

        _met[member.Id] = (channel, conversation, clock.UtcNow);
    }

    /// <summary>Whether that is where messages go already, as far as this process knows.</summary>
    internal bool Knows(Member member, string channel, string conversation) =>
        _met.TryGetValue(member.Id, out var met) && met.Channel == channel && met.Conversation == conversation && clock.UtcNow - met.At < Trusted;

    public Task<Agreement> OfMemberAsync(long memberId, CancellationToken cancellation) => database.ReadAsync(connection => OfMemberAsync(connection, memberId), cancellation);

    public Task<PushTarget?> OfGroupAsync(string channel, string conversation, CancellationToken cancellation) => database.ReadAsync(
        connection => GroupAsync(connection, channel, conversation),
        cancellation);

    /// <summary>Changes what was agreed with a person.</summary>
    /// <returns>Null where the person was never met.</returns>
    public Task<Agreement?> ChangeAsync(Member member, PushChange said, Func<PushTarget, PushTarget> change, CancellationToken cancellation) => database.WriteOwnAsync<Agreement?>(
        member.StationId,
        async connection =>
        {
            var before = await OfMemberAsync(connection, member.Id);
            if (before.Target is not { } target)
                return null;
            var away = PushPlan.AwayOf(target, before.Leave);
            var after = await KeepAsync(connection, target, change(target), away, said);
            return before with { Target = after };
        },
        cancellation);

    /// <summary>Changes what was agreed in a group; who says so first subscribes it.</summary>
    public Task<PushTarget> ChangeGroupAsync(Membership who, string channel, string conversation, PushChange said, Func<PushTarget, PushTarget> change, CancellationToken cancellation) => database.WriteOwnAsync(
        who.Station.Id,
        async connection =>
        {
            var target = await GroupAsync(connection, channel, conversation);
            if (target is not null && target.StationId != who.Station.Id)
            {
                // Another station's person speaks: the group is theirs now.
                target = target with { StationId = who.Station.Id, MemberId = who.Member.Id };
            }

            target ??= await AddAsync(connection, new PushTarget
            {
                StationId = who.Station.Id,
                MemberId = who.Member.Id,
                IsGroup = true,
                Channel = channel,
                Conversation = conversation,
                Weekly = false,
                Reminders = false,
                WeeklyFrom = PushPlan.Text(clock.Now),
            });
            return await KeepAsync(connection, target, change(target), PushPlan.AwayOf(target, []), said);
        },
        cancellation);

    /// <summary>The member is away on these days too, or, without any, not any more from a day on.</summary>
    public Task<Agreement> ChangeLeaveAsync(Member member, PushChange said, Period? added, DateOnly endedOn, CancellationToken cancellation) => database.WriteOwnAsync(
        member.StationId,
        async connection =>
        {
            var before = await OfMemberAsync(connection, member.Id);
            if (!await IsNewAsync(connection, said))
                return before;
            if (added is { } days)
            {
                // What overlaps becomes one.
                var touching = before.Leave.Where(leave => leave.First <= days.Last && leave.Last >= days.First).ToList();
                var all = touching.Aggregate(days, (sum, one) => sum.Span(one));
                foreach (var one in touching)
                {
                    await connection.ExecuteAsync("DELETE FROM push_leave WHERE member_id = @Id AND first = @First AND last = @Last", new { member.Id, one.First, one.Last });
                }

                await connection.ExecuteAsync("INSERT INTO push_leave (member_id, first, last) VALUES (@Id, @First, @Last)", new { member.Id, all.First, all.Last });
            }
            else
            {
                await connection.ExecuteAsync("DELETE FROM push_leave WHERE member_id = @Id AND first >= @endedOn", new { member.Id, endedOn });
                await connection.ExecuteAsync("UPDATE push_leave SET last = @before WHERE member_id = @Id AND last >= @endedOn", new { member.Id, endedOn, before = endedOn.AddDays(-1) });
            }

            var after = await OfMemberAsync(connection, member.Id);
            await TellAsync(connection, member.StationId, member.Id, said, Text(before.Leave), Text(after.Leave));
            if (after.Target is not { } target)
                return after;
            var planned = plan.Next(target, PushPlan.AwayOf(target, after.Leave));
            await UpdateAsync(connection, planned);
            return after with { Target = planned };
        },
        cancellation);

    /// <summary>Nobody can be reached there any more.</summary>
    public async Task LoseAsync(PushTarget target, CancellationToken cancellation)
    {
        await database.WriteAsync(
            Durability.Process,
            connection => connection.ExecuteAsync(
                "UPDATE push_target SET gone_since = @now, gone_notice = NULL, next_weekly = NULL, next_reminder = NULL WHERE id = @Id AND gone_since IS NULL",
                new { target.Id, now = PushPlan.UtcText(clock.UtcNow) }),
            cancellation);
        _met.TryRemove(target.MemberId, out _);
    }

    /// <summary>All of a station.</summary>
    public Task<IReadOnlyList<PushTarget>> OfStationAsync(long stationId, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<PushTarget>>(
        async connection => (await connection.QueryAsync<PushTarget>($"SELECT {PushTarget.Columns} FROM push_target WHERE station_id = @stationId ORDER BY id", new { stationId })).AsList(),
        cancellation);

    internal static async Task<ILookup<long, Period>> LeaveOfAsync(DbConnection connection, IEnumerable<long> members, DateOnly from) =>
        (await connection.QueryAsync<(long MemberId, DateOnly First, DateOnly Last)>(
            "SELECT member_id, first, last FROM push_leave WHERE member_id IN @members AND last >= @from ORDER BY first",
            new { members, from })).ToLookup(row => row.MemberId, row => new Period(row.First, row.Last));

    /// <summary>Only when they are due; what was agreed stays.</summary>
    internal static Task PlanAsync(DbConnection connection, IEnumerable<PushTarget> targets) => connection.ExecuteAsync(
        """
        UPDATE push_target
        SET weekly_from = @WeeklyFrom, weekly_period = @WeeklyPeriod, next_weekly = @NextWeekly, next_reminder = @NextReminder, plan = @Plan
        WHERE id = @Id
        """,
        targets);

    private static Task UpdateAsync(DbConnection connection, PushTarget target) => connection.ExecuteAsync(
        """
        UPDATE push_target
        SET station_id = @StationId, member_id = @MemberId, channel = @Channel, conversation = @Conversation, weekly = @Weekly, reminders = @Reminders, cron = @Cron,
          paused_from = @PausedFrom, paused_until = @PausedUntil, weekly_from = @WeeklyFrom, weekly_period = @WeeklyPeriod, next_weekly = @NextWeekly,
          next_reminder = @NextReminder, plan = @Plan, gone_since = @GoneSince
        WHERE id = @Id
        """,
        target);

    private async Task<Agreement> OfMemberAsync(DbConnection connection, long memberId)
    {
        var target = await connection.QuerySingleOrDefaultAsync<PushTarget>(
            $"SELECT {PushTarget.Columns} FROM push_target WHERE member_id = @memberId AND NOT is_group",
            new { memberId });
        // Yesterday's still matters to what fell on it and is due today.
        return new Agreement(target, [.. (await LeaveOfAsync(connection, [memberId], clock.Today))[memberId]]);
    }

    private static async Task<PushTarget?> GroupAsync(DbConnection connection, string channel, string conversation) => await connection.QuerySingleOrDefaultAsync<PushTarget>(
        $"SELECT {PushTarget.Columns} FROM push_target WHERE channel = @channel AND conversation = @conversation AND is_group",
        new { channel, conversation });

    private async Task KeepAsync(DbConnection connection, Member member, string channel, string conversation)
    {
        var (target, leave) = await OfMemberAsync(connection, member.Id);
        // Whoever spoke here before, as a member of the demo station say, isn't reached here any more.
        await connection.ExecuteAsync(
            "UPDATE push_target SET gone_since = @now, next_weekly = NULL, next_reminder = NULL WHERE channel = @channel AND conversation = @conversation AND NOT is_group AND member_id <> @Id AND gone_since IS NULL",
            new { member.Id, channel, conversation, now = PushPlan.UtcText(clock.UtcNow) });
        var met = target is null
            ? await AddAsync(connection, new PushTarget
            {
                StationId = member.StationId,
                MemberId = member.Id,
                IsGroup = false,
                Channel = channel,
                Conversation = conversation,
                WeeklyFrom = PushPlan.Text(clock.Now),
            })
            : target.GoneSince is null ? target
            // What fell due while nobody could be reached is over.
            : target with { GoneSince = null, WeeklyFrom = PushPlan.Text(clock.Now) };
        met = met with { Channel = channel, Conversation = conversation };
        await UpdateAsync(connection, plan.Next(met, PushPlan.AwayOf(met, leave)));
    }

    private static async Task<PushTarget> AddAsync(DbConnection connection, PushTarget target) => target with
    {
        Id = await connection.QuerySingleAsync<long>(
            """
            INSERT INTO push_target (station_id, member_id, is_group, channel, conversation, weekly, reminders, weekly_from, plan)
            VALUES (@StationId, @MemberId, @IsGroup, @Channel, @Conversation, @Weekly, @Reminders, @WeeklyFrom, @Plan) RETURNING id
            """,
            target),
    };

    private async Task<PushTarget> KeepAsync(DbConnection connection, PushTarget before, PushTarget after, IReadOnlyList<Period> away, PushChange said)
    {
        if (!await IsNewAsync(connection, said))
            return before;
        var leave = away.Except(before.Pause is { } pause ? [pause] : []);
        var planned = plan.Next(after, PushPlan.AwayOf(after, leave));
        await UpdateAsync(connection, planned);
        await TellAsync(connection, after.StationId, after.MemberId, said, before.Agreed, after.Agreed);
        return planned;
    }

    private static async Task<bool> IsNewAsync(DbConnection connection, PushChange said) =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM push_change WHERE cause = @Cause", said) == 0;

    private Task TellAsync(DbConnection connection, long stationId, long memberId, PushChange said, string before, string after) => connection.ExecuteAsync(
        "INSERT INTO push_change (station_id, member_id, by_member, at, cause, before, after) VALUES (@stationId, @memberId, @ByMember, @at, @Cause, @before, @after)",
        new { stationId, memberId, said.ByMember, at = PushPlan.UtcText(clock.UtcNow), said.Cause, before, after });

    private static string Text(IEnumerable<Period> leave) => "leave=" + string.Join(',', leave.Select(one => $"{one.First:yyyy-MM-dd}..{one.Last:yyyy-MM-dd}"));
}
