using System.Data.Common;
using Dapper;
using StationBot.Indicators;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.WeeklyProgress;

/// <summary>
/// Queues what has come due, page by page: an entry and the time of the next one are written together, so that nothing is queued twice and
/// nothing forgotten, whatever ends in between.
/// </summary>
internal sealed class PushPlanner(Database database, PushPlan plan, StationClock clock, ILogger<PushPlanner> log)
{
    /// <summary>Bounds what is in memory, and how long other writers wait.</summary>
    private const int Page = 200;

    /// <summary>After that a week's message says nothing new; the next is near.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromDays(3);

    private bool _isPlanned;

    public async Task RunAsync(CancellationToken cancellation)
    {
        // Other settings, or other holidays, than when it was planned; they hold from a start on.
        while (!_isPlanned)
        {
            _isPlanned = await PageAsync("plan <> @Fingerprint", Replan, cancellation) < Page;
        }

        while (await PageAsync("next_weekly <= @now", WeeklyAsync, cancellation) == Page)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        while (await PageAsync("next_reminder <= @now", ReminderAsync, cancellation) == Page)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> PageAsync(string which, Func<DbConnection, PushTarget, IReadOnlyList<Period>, Task<PushTarget>> step, CancellationToken cancellation) => await database.WriteAsync(
        Durability.Process,
        async connection =>
        {
            var targets = (await connection.QueryAsync<PushTarget>(
                $"SELECT {PushTarget.Columns} FROM push_target WHERE {which} LIMIT @Page",
                new { plan.Fingerprint, now = PushPlan.UtcText(clock.UtcNow), Page })).AsList();
            if (targets.Count == 0)
                return 0;
            // What fell on a day of last week's leave may be due today.
            var leave = await PushTargets.LeaveOfAsync(connection, targets.Select(target => target.MemberId), clock.Today.AddDays(-10));
            var planned = new List<PushTarget>(targets.Count);
            foreach (var target in targets)
            {
                planned.Add(await step(connection, target, PushPlan.AwayOf(target, leave[target.MemberId])));
            }

            await PushTargets.PlanAsync(connection, planned);
            return targets.Count;
        },
        cancellation);

    private Task<PushTarget> Replan(DbConnection connection, PushTarget target, IReadOnlyList<Period> away) => Task.FromResult(plan.Next(target, away));

    private async Task<PushTarget> WeeklyAsync(DbConnection connection, PushTarget target, IReadOnlyList<Period> away)
    {
        var now = clock.Now;
        var due = plan.WeeklyOf(target, away);
        while (due is not null && due.At <= now)
        {
            target = plan.Recorded(target, due, away);
            var following = plan.WeeklyOf(target, away);
            var isLate = now - due.At > Useful || following?.At <= now;
            if (await Outbox.AddAsync(connection, PushKind.Weekly, target, due.Period, plan.Utc(due.At)!, isLate ? PushReason.Late : null) && isLate)
            {
                log.Dropped(PushKind.Weekly, target.Id, due.Period, PushReason.Late);
            }

            due = following;
        }

        // Away since it was planned: it comes later than it was said.
        return target with { NextWeekly = plan.Utc(due?.At) };
    }

    private async Task<PushTarget> ReminderAsync(DbConnection connection, PushTarget target, IReadOnlyList<Period> away)
    {
        var now = clock.Now;
        var at = plan.LocalOf(target.NextReminder!);
        var today = DateOnly.FromDateTime(now);
        if (DateOnly.FromDateTime(at) != today || !DueTimes.IsAwake(now))
        {
            log.Dropped(PushKind.Reminder, target.Id, DateOnly.FromDateTime(at), PushReason.Late);
        }
        else if (plan.Due.MayGo(at, away) && !await IsWeeksDayAsync(connection, target, today))
        {
            await Outbox.AddAsync(connection, PushKind.Reminder, target, today, target.NextReminder!);
        }

        return plan.Reminded(target, away);
    }

    /// <summary>A day on which the weekly message comes, came, or is still tried needs no other.</summary>
    private async Task<bool> IsWeeksDayAsync(DbConnection connection, PushTarget target, DateOnly today) =>
        (target.NextWeekly is { } weekly && DateOnly.FromDateTime(plan.LocalOf(weekly)) == today)
        || await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM push_outbox WHERE target_id = @Id AND kind = @kind AND period > @old AND (next_try IS NOT NULL OR day = @today)",
            new { target.Id, kind = nameof(PushKind.Weekly), old = today.AddDays(-30), today }) > 0;
}
