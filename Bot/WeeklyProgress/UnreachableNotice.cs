using Dapper;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.WeeklyProgress;

/// <summary>Tells a station's lead, once, that somebody can't be reached any more.</summary>
internal sealed class UnreachableNotice(Database database, PushPlan plan, StationClock clock)
{
    /// <summary>Queues the notice for the first lead who can be reached; those who are lost before it goes out stand in the same one.</summary>
    public Task QueueAsync(PushTarget lost, CancellationToken cancellation) => database.WriteAsync(
        Durability.Process,
        async connection =>
        {
            var lead = await connection.QueryFirstOrDefaultAsync<PushTarget>(
                $"""
                SELECT {PushTarget.Columns} FROM push_target JOIN member ON member.id = push_target.member_id
                WHERE push_target.station_id = @StationId AND NOT push_target.is_group AND push_target.gone_since IS NULL AND member.left_on IS NULL AND member.role = @lead
                ORDER BY member.id
                """,
                new { lost.StationId, lead = nameof(Role.Lead) });
            if (lead is null || await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM push_target WHERE id = @Id AND gone_notice IS NOT NULL", lost) > 0)
                return;
            var waiting = await connection.QuerySingleOrDefaultAsync<long?>(
                "SELECT MIN(id) FROM push_outbox WHERE kind = @kind AND target_id = @Id AND state = @queued",
                new { kind = nameof(PushKind.Unreachable), lead.Id, queued = nameof(PushState.Queued) });
            if (waiting is null)
            {
                var last = await connection.QuerySingleOrDefaultAsync<DateOnly?>("SELECT MAX(period) FROM push_outbox WHERE kind = @kind AND target_id = @Id", new { kind = nameof(PushKind.Unreachable), lead.Id });
                var period = last >= clock.Today ? last.Value.AddDays(1) : clock.Today;
                var leave = (await PushTargets.LeaveOfAsync(connection, [lead.MemberId], clock.Today))[lead.MemberId];
                var at = plan.Due.Allowed(clock.Now, PushPlan.AwayOf(lead, leave), PushPlan.SpreadOf(lead)) ?? clock.Now;
                await Outbox.AddAsync(connection, PushKind.Unreachable, lead, period, plan.Utc(at)!);
                waiting = await connection.QuerySingleAsync<long>(
                    "SELECT id FROM push_outbox WHERE kind = @kind AND target_id = @Id AND period = @period",
                    new { kind = nameof(PushKind.Unreachable), lead.Id, period });
            }

            await connection.ExecuteAsync("UPDATE push_target SET gone_notice = @waiting WHERE id = @Id", new { waiting, lost.Id });
        },
        cancellation);

    /// <returns>Null where all came back meanwhile.</returns>
    public async Task<Reply?> ForAsync(Push push, CancellationToken cancellation)
    {
        var lost = (await database.ReadAsync(
            connection => connection.QueryAsync<(bool IsGroup, string Name)>(
                """
                SELECT push_target.is_group, member.name FROM push_target JOIN member ON member.id = push_target.member_id
                WHERE push_target.gone_notice = @Id AND push_target.gone_since IS NOT NULL AND member.left_on IS NULL ORDER BY push_target.id
                """,
                new { push.Id }),
            cancellation)).AsList();
        if (lost.Count == 0)
            return null;
        string[] who = [.. lost.Where(one => !one.IsGroup).Select(one => one.Name), .. lost.Any(one => one.IsGroup) ? [$"{lost.Count(one => one.IsGroup)} 个群"] : Array.Empty<string>()];
        return new Reply
        {
            Text = $"发不到了：{string.Join('、', who)}\n和我的对话已经打不开，周报和提醒都停了，只告诉你这一次。请对方再和我说句话，就会恢复；已经离开本站的，请管理员把人移出站点。",
        };
    }
}
