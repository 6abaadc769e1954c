using System.Globalization;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;

namespace StationBot.Answers.Settings;

/// <summary>周报都发出去了吗, 上周的周报谁没收到: who was reached and who wasn't, and why; for the lead.</summary>
internal sealed class DeliveriesAnswer(PushTargets targets, PushPlan plan, Outbox outbox, StationStore stations, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, Period? asked, CancellationToken cancellation)
    {
        if (turn.Message.IsGroup)
            return Replies.Plain("谁收到了周报不在群里说，请站长私聊我。");
        if (who.Member.Role != Role.Lead)
            return Replies.Plain("周报的发送情况只有站长能看。你自己的，可以问“我什么时候收到周报”。");
        var week = Period.WeekOf((asked ?? Period.Day(turn.Today)).Last is var last && last > turn.Today ? turn.Today : last);
        var sent = (await outbox.OfStationAsync(who.Station.Id, PushKind.Weekly, week.First, week.Last, cancellation)).ToLookup(one => one.TargetId);
        var known = await targets.OfStationAsync(who.Station.Id, cancellation);
        var lines = new List<(bool IsReached, string Text)>();
        foreach (var member in await stations.ActiveMembersAsync(who.Station.Id, cancellation))
        {
            var target = known.FirstOrDefault(one => one.MemberId == member.Id && !one.IsGroup);
            var leave = target is null ? [] : (await targets.OfMemberAsync(member.Id, cancellation)).Leave;
            lines.Add(Line(member.Name, target, leave, target is null ? null : sent[target.Id].LastOrDefault(), week, turn.Today));
        }

        var groups = 0;
        foreach (var group in known.Where(one => one.IsGroup && (one.Weekly || sent.Contains(one.Id))))
        {
            lines.Add(Line($"群{++groups}", group, [], sent[group.Id].LastOrDefault(), week, turn.Today));
        }

        var reached = lines.Count(line => line.IsReached);
        var headline = $"{PeriodName.Of(week)} 周报：{(reached == lines.Count ? $"都发到了，共 {reached} 份" : $"发到 {reached} 份，没发到 {lines.Count - reached} 份")}";
        return new ListPage(headline, [.. lines.OrderBy(line => line.IsReached).Select(line => line.Text)])
        {
            Hints = asked is { } period && period.Days > 7 ? [$"一次看一周，这是{PeriodName.Of(week)}的。"] : [],
            Actions = [ActionModel.Ask("上周的周报谁没收到"), ActionModel.Ask("现在的提醒设置")],
        }.ToReply(cards);
    }

    private (bool IsReached, string Text) Line(string name, PushTarget? target, IReadOnlyList<Period> leave, Delivery? delivery, Period week, DateOnly today) => (delivery, target) switch
    {
        ({ State: PushState.Sent, SentAt: { } at }, _) => (true, $"{name} {Moment(at, today)} 已发"),
        ({ State: PushState.Unsure }, _) => (false, $"{name} 不确定：正在发的时候断了，怕重复没有再发"),
        ({ State: PushState.Queued or PushState.Sending, NextTry: var next }, _) => (false, $"{name} {(next is null ? "还在发" : $"还没发到，{Moment(next, today)} 再发")}"),
        ({ Reason: var reason }, _) => (false, $"{name} 没发到：{Why(reason)}"),
        (_, null) => (false, $"{name} 没发到：还没和我私聊过"),
        // What holds today says nothing about then.
        (_, { } known) when week.Last < today && !IsComing(known, leave, week) => (false, $"{name} 没发到：那一周没有安排"),
        (_, { GoneSince: not null }) => (false, $"{name} 没发到：{Why(PushReason.Gone)}"),
        (_, { Weekly: false }) => (false, $"{name} 没发到：{Why(PushReason.Stopped)}"),
        _ when leave.FirstOrDefault(days => days.Contains(today)) is { Days: > 0 } days && days != default => (false, $"{name} 没发到：休假到{PeriodName.Of(days.Last, today)}"),
        (_, { Pause: { } pause }) when pause.Contains(today) => (false, $"{name} 没发到：暂停{(pause.Last == DateOnly.MaxValue ? "中" : $"到{PeriodName.Of(pause.Last, today)}")}"),
        (_, { NextWeekly: { } coming }) => (false, $"{name} 没发到：还没到时间，{Moment(coming, today)} 发"),
        _ => (false, $"{name} 没发到：还没到时间"),
    };

    /// <summary>A holiday or an absence may have moved a week's message into the next week.</summary>
    private bool IsComing(PushTarget target, IReadOnlyList<Period> leave, Period week) =>
        target.NextWeekly is not null && plan.WeeklyOf(target, PushPlan.AwayOf(target, leave)) is { } next && week.Contains(next.Period);

    private static string Why(PushReason? reason) => reason switch
    {
        PushReason.Late => "程序停了太久，过了时间",
        PushReason.Gone => "和我的对话打不开了，要对方再和我说句话",
        PushReason.Left => "已经不在站里",
        PushReason.Stopped => "自己关了周报",
        PushReason.NoYear => "不在项目年度里",
        PushReason.Another => "当天已经发过别的消息",
        PushReason.Broken => "周报没有做出来，请看程序日志",
        _ => "聊天平台没有收下",
    };

    private string Moment(string utc, DateOnly today)
    {
        var at = plan.LocalOf(utc);
        return $"{PeriodName.Of(DateOnly.FromDateTime(at), today)} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
