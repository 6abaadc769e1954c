using System.Diagnostics;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Settings;

/// <summary>What is sent unasked, when, and when not (product.md §6). The first line says what holds from now on.</summary>
internal sealed class SettingsAnswer(PushTargets targets, PushPlan plan, DigestAnswer digest, AbsenceAnswer absence, DeliveriesAnswer deliveries, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, SettingsRequest asked, CancellationToken cancellation)
    {
        var address = turn.Message.Address;
        if (!turn.Message.IsGroup)
        {
            await targets.MeetAsync(who.Member, address.Channel, address.Conversation, cancellation);
        }

        return asked switch
        {
            { Ask: SettingsAsk.Deliveries } => await deliveries.AnswerAsync(turn, who, asked.Period, cancellation),
            { Ask: SettingsAsk.Digest } when asked.IsOn is not null || asked.Weekday is not null || asked.IsDaily || asked.At is not null =>
                await digest.ChangeAsync(turn, who, asked, cancellation),
            { Ask: SettingsAsk.Show or SettingsAsk.Digest } => await ShowAsync(turn, who, cancellation),
            { Ask: SettingsAsk.Leave } => await absence.LeaveAsync(turn, who, asked, cancellation),
            { Ask: SettingsAsk.Snooze } when turn.Message.IsGroup => Replies.Plain("群里只发订阅了的周报，不发提醒。你自己的提醒，请私聊我说。"),
            { Ask: SettingsAsk.Snooze } => await absence.PauseAsync(turn, who, asked, cancellation),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Reply> ShowAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        var address = turn.Message.Address;
        var (target, leave) = turn.Message.IsGroup
            ? new Agreement(await targets.OfGroupAsync(address.Channel, address.Conversation, cancellation), [])
            : await targets.OfMemberAsync(who.Member.Id, cancellation);
        if (target is null or { IsGroup: true, Weekly: false })
            return cards.Choose("这个群没有订阅周报。", [ActionModel.Ask("订阅周报")]);
        List<string> lines =
        [
            target.Weekly ? $"周报：{SettingsText.Schedule(plan.ScheduleOf(target), turn.Now)}，{Next(target, turn.Today)}" : "周报：关了",
            .. target.IsGroup ? [] : (string[])[target.Reminders ? "提醒：开着，工作日有要紧的事才提醒，一天最多一条" : "提醒：关了"],
            .. leave.Select(days => $"休假：{SettingsText.Days(days, turn.Today)}"),
        ];
        if (target.Pause is { } pause && pause.Last >= turn.Today)
        {
            lines.Add(pause.Last == DateOnly.MaxValue ? "暂停：直到说“恢复提醒”" : $"暂停：到{SettingsText.Day(pause.Last, turn.Today)}");
        }

        lines.Add("20:00 到 08:00、休假和暂停时不打扰，节假日顺延到上班第一天。");
        ActionModel[] actions =
        [
            ActionModel.Ask(target.Weekly ? "不要周报了" : "恢复周报"),
            .. target.Weekly ? [ActionModel.Ask("周报改到周五下午发")] : Array.Empty<ActionModel>(),
            .. target.IsGroup ? [] : (ActionModel[])[ActionModel.Ask(target.Reminders && target.Pause is null ? "以后不用提醒我" : "恢复提醒")],
        ];
        return cards.Choose(string.Join('\n', lines), actions);
    }

    private string Next(PushTarget target, DateOnly today) =>
        target.NextWeekly is { } next ? $"下一次{SettingsText.Day(DateOnly.FromDateTime(plan.LocalOf(next)), today)}" : "暂停中";
}
