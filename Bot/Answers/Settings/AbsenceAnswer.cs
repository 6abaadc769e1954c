using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Understanding.Readings;
using Member = StationBot.Stations.Member;

namespace StationBot.Answers.Settings;

/// <summary>我下周休假, 先别提醒我，下周一再说, 以后不用提醒我, 恢复提醒.</summary>
internal sealed class AbsenceAnswer(PushTargets targets, PushPlan plan, StationStore stations, CardTemplates cards)
{
    private const int MostDays = 370;

    public async Task<Reply> LeaveAsync(Turn turn, Membership who, SettingsRequest asked, CancellationToken cancellation)
    {
        var member = who.Member;
        if (asked.Stranger.Length > 0)
            return Replies.Plain($"没有改动：站里没有叫{asked.Stranger}的同事。你自己休假，请说“我下周休假”。");
        if (asked.Worker is { } name && name != member.Name)
        {
            if (member.Role != Role.Lead)
                return Replies.Plain("没有改动：同事的休假请本人或站长来说。");
            if ((await stations.ActiveMembersAsync(who.Station.Id, cancellation)).FirstOrDefault(one => one.Name == name) is not { } colleague)
                return Replies.Plain($"没有改动：站里没有叫{name}的同事。");
            member = colleague;
        }

        var whose = member.Id == who.Member.Id ? "" : member.Name;
        var said = new PushChange(who.Member.Id, turn.Cause);
        if (asked.IsOn == false)
            return await EndLeaveAsync(turn, member, whose, said, cancellation);
        var days = asked.Period ?? (asked.Days is { } count ? new Period(turn.Today, turn.Today.AddDays(count - 1)) : null);
        if (days is not { } leave)
            return cards.Choose($"{whose}从哪天休到哪天？请连日期一起说，例如“{whose}下周休假”。", [ActionModel.Ask($"{whose}今天休假"), ActionModel.Ask($"{whose}明天休假"), ActionModel.Ask($"{whose}下周休假")]);
        if (leave.Last < turn.Today || leave.Days > MostDays)
            return Replies.Plain($"没有改动：{SettingsText.Days(leave, turn.Today)}{(leave.Days > MostDays ? "太长了" : "已经过了")}。");
        var agreed = await targets.ChangeLeaveAsync(member, said, leave, default, cancellation);
        return cards.Choose(
            $"{whose}{SettingsText.Days(leave, turn.Today)}休假，{SettingsText.Day(BackFrom(agreed, leave.Last.AddDays(1)), turn.Today)}起恢复提醒和周报\n休假时不打扰；记录和提问照常可用。",
            [ActionModel.Ask($"{whose}取消休假")]);
    }

    public async Task<Reply> PauseAsync(Turn turn, Membership who, SettingsRequest asked, CancellationToken cancellation)
    {
        var said = new PushChange(who.Member.Id, turn.Cause);
        if (asked.Rows is { } rows)
            return cards.Choose($"没有改动：现在只能整个暂停，不能只停“{ScopeName.Of(turn.Catalog, rows)}”的提醒。", [ActionModel.Ask("今天别再提醒我了"), ActionModel.Ask("这周先别提醒我"), ActionModel.Ask("以后不用提醒我")]);
        if (asked.IsOn == true)
            return await ResumeAsync(turn, who, said, cancellation);
        if (asked.IsOn == false)
        {
            await targets.ChangeAsync(who.Member, said, target => target with { Reminders = false }, cancellation);
            return cards.Choose("从现在起不再提醒\n周报不受影响。要恢复，说“恢复提醒”。", [ActionModel.Ask("恢复提醒")]);
        }

        if (asked is { When.Length: > 0, Period: null })
            return Replies.Plain("20:00 到第二天 08:00 本来就不发消息\n周末和节假日也不提醒，没有要改的。");
        var (from, until) = Pause(asked, turn.Today);
        if (until <= turn.Today)
            return Replies.Plain("没有改动：说的时间已经过了。");
        var agreed = await targets.ChangeAsync(who.Member, said, target => target with { PausedFrom = from, PausedUntil = until }, cancellation);
        if (until is not { } end)
            return cards.Choose("从现在起不提醒，也不发周报\n要恢复，说“恢复提醒”。", [ActionModel.Ask("恢复提醒"), ActionModel.Ask("这周先别提醒我")]);
        var back = SettingsText.Day(BackFrom(agreed, end), turn.Today);
        var headline = from > turn.Today ? $"{SettingsText.Days(new Period(from, end.AddDays(-1)), turn.Today)}不提醒，{back}起恢复提醒" : $"{back}起恢复提醒";
        return cards.Choose($"{headline}\n在这之前不提醒，也不发周报。", [ActionModel.Ask("恢复提醒")]);
    }

    private async Task<Reply> ResumeAsync(Turn turn, Membership who, PushChange said, CancellationToken cancellation)
    {
        var agreed = await targets.ChangeAsync(who.Member, said, target => target with { Reminders = true, PausedFrom = null, PausedUntil = null }, cancellation);
        var next = agreed?.Target?.NextReminder is { } at ? DateOnly.FromDateTime(plan.LocalOf(at)) : turn.Today;
        return cards.Choose(
            $"{SettingsText.Day(next, turn.Today)}起恢复提醒\n工作日有要紧的事才提醒，一天最多一条。{(agreed?.Target is { Weekly: false } ? "周报还关着。" : "")}",
            [ActionModel.Ask("以后不用提醒我"), .. agreed?.Target is { Weekly: false } ? [ActionModel.Ask("恢复周报")] : Array.Empty<ActionModel>()]);
    }

    private async Task<Reply> EndLeaveAsync(Turn turn, Member member, string whose, PushChange said, CancellationToken cancellation)
    {
        var before = await targets.OfMemberAsync(member.Id, cancellation);
        if (before.Leave.Count == 0)
            return Replies.Plain($"没有改动：没有登记过{whose}现在或以后的休假。");
        var agreed = await targets.ChangeLeaveAsync(member, said, added: null, turn.Today, cancellation);
        var ended = string.Join('、', before.Leave.Select(days => SettingsText.Days(days, turn.Today)));
        return cards.Choose($"{SettingsText.Day(BackFrom(agreed, turn.Today), turn.Today)}起{whose}恢复提醒和周报\n取消了休假：{ended}。", [ActionModel.Ask("现在的提醒设置")]);
    }

    /// <summary>From when to the first day on which it is over; null for that: until somebody says so.</summary>
    private static (DateOnly From, DateOnly? Until) Pause(SettingsRequest asked, DateOnly today) => asked switch
    {
        { IsForToday: true } => (today, today.AddDays(1)),
        { Period: { } period, IsResumption: true } => (today, period.First),
        { Period: { } period } => (period.First > today ? period.First : today, period.Last.AddDays(1)),
        { Days: { } days } => (today, today.AddDays(days)),
        _ => (today, null),
    };

    /// <summary>The first working day on which nobody is away, from a day on.</summary>
    private DateOnly BackFrom(Agreement? agreed, DateOnly day)
    {
        IReadOnlyList<Period> away = agreed is { Target: { } target } ? PushPlan.AwayOf(target, agreed.Leave) : agreed?.Leave ?? [];
        return plan.Due.Allowed(day.ToDateTime(new TimeOnly(12, 0)), away, TimeSpan.Zero) is { } back ? DateOnly.FromDateTime(back) : day;
    }
}
