using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Settings;

/// <summary>周报改到周五下午发, 不要周报了, 订阅周报: in a personal conversation for the person, in a group for the group.</summary>
internal sealed class DigestAnswer(PushTargets targets, PushPlan plan, CardTemplates cards)
{
    public async Task<Reply> ChangeAsync(Turn turn, Membership who, SettingsRequest asked, CancellationToken cancellation)
    {
        var address = turn.Message.Address;
        var said = new PushChange(who.Member.Id, turn.Cause);
        var before = turn.Message.IsGroup
            ? await targets.OfGroupAsync(address.Channel, address.Conversation, cancellation)
            : (await targets.OfMemberAsync(who.Member.Id, cancellation)).Target;
        var schedule = ScheduleOf(asked, before, turn.Now);
        if (schedule is null)
            return Quiet(turn, before);
        var after = turn.Message.IsGroup
            ? await targets.ChangeGroupAsync(who, address.Channel, address.Conversation, said, Change, cancellation)
            : (await targets.ChangeAsync(who.Member, said, Change, cancellation))?.Target;
        return after is null ? Replies.Plain("周报没有改动：请先和我私聊一句。") : Tell(turn, after, asked.IsOn == false, before?.Cron != after.Cron);

        PushTarget Change(PushTarget target) => asked.IsOn == false
            ? target with { Weekly = false }
            : target with
            {
                Weekly = true,
                Cron = asked is { Weekday: null, At: null, IsDaily: false } ? target.Cron : schedule.Text,
                // What was due before holds no more; what was recorded isn't sent again.
                WeeklyFrom = PushPlan.Text(turn.Now),
            };
    }

    private Reply Tell(Turn turn, PushTarget target, bool isOff, bool isMoved)
    {
        var here = turn.Message.IsGroup ? "本群" : "";
        if (isOff)
            return cards.Choose($"{here}从现在起不发周报\n要恢复，说“恢复周报”。", [ActionModel.Ask("恢复周报")]);
        var when = SettingsText.Schedule(plan.ScheduleOf(target), turn.Now);
        var first = target.NextWeekly is { } next ? DateOnly.FromDateTime(plan.LocalOf(next)) : (DateOnly?)null;
        var headline = first is { } day ? $"{SettingsText.Day(day, turn.Today)}起{here}周报{when} 发" : $"{here}周报{when} 发，暂停结束后开始";
        List<string> lines = [headline, "在这之后的十分钟内送到，节假日顺延到上班第一天。"];
        if (target.WeeklyPeriod is { } sent && sent == Period.WeekOf(turn.Today).First)
        {
            lines.Insert(1, "这一周的已经发过，不再重复。");
        }

        return cards.Choose(string.Join('\n', lines), [ActionModel.Ask("不要周报了"), .. isMoved && target.Cron != PushSchedule.Default ? [ActionModel.Ask("周报改到周一早上发")] : Array.Empty<ActionModel>()]);
    }

    private Reply Quiet(Turn turn, PushTarget? target)
    {
        var now = target is { Weekly: true } ? $"周报仍在{SettingsText.Schedule(plan.ScheduleOf(target), turn.Now)} 发" : "周报没有改动";
        return cards.Choose($"{now}\n20:00 到第二天 08:00 不打扰，请说 08:00 到 19:50 之间的时间。", [ActionModel.Ask("周报改到周五下午发"), ActionModel.Ask("周报改到周一早上发")]);
    }

    /// <summary>What wasn't said stays as it is.</summary>
    /// <returns>Null where the time lies in the quiet hours.</returns>
    private PushSchedule? ScheduleOf(SettingsRequest asked, PushTarget? target, DateTime now)
    {
        var old = target is null ? plan.Default : plan.ScheduleOf(target);
        var next = old.After(now) ?? now;
        var time = asked.At ?? TimeOnly.FromDateTime(next);
        return PushSchedule.IsQuiet(time) ? null : asked.IsDaily ? PushSchedule.Daily(time) : PushSchedule.On(asked.Weekday ?? next.DayOfWeek, time);
    }
}
