using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>去世, 迁出, 退出 and coming back: what it does to the counts is shown before it is confirmed (product.md §3.7).</summary>
internal sealed class LeaveAnswer(PersonStore persons, PersonAnswer person, RosterEffect effect, CardTemplates cards)
{
    private static readonly string[] Reasons = ["迁出", "去世", "退出"];

    /// <summary>As it was said: with the reason, and the day or else today.</summary>
    public Task<Reply> AskAsync(Turn turn, Membership who, LeaveRequest request, CancellationToken cancellation)
    {
        var date = FormCheck.Text(request.Day ?? turn.Today);
        return person.OnOneAsync(
            turn,
            who,
            request.Name,
            (one, _) => AnswerAsync(turn, who, new Wish(one.Id, null, request.IsReturn, request.IsReturn ? "" : request.Reason, date, ""), cancellation),
            one => request.IsReturn
                ? ActionModel.OnPerson(one.Label, "person.return", one.Id, null, ("date", date))
                : ActionModel.OnPerson(one.Label, "person.leave", one.Id, null, ("reason", request.Reason), ("date", date)),
            cancellation);
    }

    public Task<Reply> AnswerAsync(Turn turn, Membership who, LeavePerson action, CancellationToken cancellation) =>
        AnswerAsync(turn, who, new Wish(action.Number, action.Step, false, action.Reason, action.Date, action.Shown), cancellation);

    public Task<Reply> AnswerAsync(Turn turn, Membership who, ReturnPerson action, CancellationToken cancellation) =>
        AnswerAsync(turn, who, new Wish(action.Number, action.Step, true, "", action.Date, action.Shown), cancellation);

    private async Task<Reply> AnswerAsync(Turn turn, Membership who, Wish wish, CancellationToken cancellation)
    {
        if (await persons.FindAsync(who.Station.Id, wish.Id, cancellation) is not { } known)
        {
            return Replies.NoSuchPerson;
        }

        var entry = known.Entry;
        if (wish.IsReturn == entry.Left is null)
        {
            return Replies.Plain(wish.IsReturn ? $"{entry.Label} 在名单里，不用重新入册。" : $"{entry.Label} {PersonTexts.State(entry, turn.Today)}，没有改动。");
        }

        if (wish.Reason.Length + wish.Date.Length == 0)
        {
            return Show(turn, known, wish with { Reason = Reasons[0], Date = FormCheck.Text(turn.Today) }, null, []);
        }

        if (Error(entry, wish, turn.Today) is { } error)
        {
            return Show(turn, known, wish with { Shown = "" }, error, []);
        }

        _ = FormCheck.TryDate(wish.Date, out var day);
        if (wish.Shown != wish.Key)
        {
            var after = wish.IsReturn ? entry.Return(day) : entry.Leave(day, wish.Reason);
            var effects = await effect.OfAsync(turn, who.Station, entry, after, day, cancellation);
            return Show(turn, known, wish with { Shown = wish.Key }, null, effects.Count == 0 ? ["对指标没有影响"] : effects);
        }

        return await ChangeAsync(turn, who, wish, day, cancellation);
    }

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, Wish wish, DateOnly day, CancellationToken cancellation)
    {
        var asked = new RosterWish(who, turn.Cause, wish.Id, wish.Step);
        return await (wish.IsReturn ? persons.ReturnAsync(asked, day, cancellation) : persons.LeaveAsync(asked, day, wish.Reason, cancellation)) switch
        {
            RosterChange.Done done => await person.ChangedAsync(
                turn, who, done, $"{done.After.Label} {PeriodName.Of(Period.Day(day))}起{(wish.IsReturn ? "重新入册" : wish.Reason + "，已离开名单")}", day, cancellation),
            RosterChange.Stale stale => Replies.Plain($"{stale.Person.Label} 刚被改过，请重新查看后再改。"),
            _ => Replies.NoSuchPerson,
        };
    }

    private static string? Error(RosterEntry person, Wish wish, DateOnly today) =>
        !wish.IsReturn && !Reasons.Contains(wish.Reason) ? "请选择原因"
        : !FormCheck.TryDate(wish.Date, out var day) ? "请填写日期"
        : day > today ? "日期在今天之后，到了那天再登记"
        : wish.IsReturn && day < person.Left ? $"日期早于离开名单的日期（{PeriodName.Of(Period.Day(person.Left.Value))}）"
        : day < person.Entered ? $"日期早于入册日期（{PeriodName.Of(Period.Day(person.Entered))}）"
        : null;

    private Reply Show(Turn turn, KnownPerson known, Wish wish, string? error, IReadOnlyList<string> effects)
    {
        var title = wish.IsReturn ? $"{known.Entry.Label} 重新入册" : $"{known.Entry.Label} 离开名单";
        var card = turn.Message.Action?.Card ?? turn.CardId;
        var model = new LeaveModel
        {
            Title = title,
            Card = card,
            Verb = wish.IsReturn ? "person.return" : "person.leave",
            Number = wish.Id,
            Step = wish.Step ?? known.Step,
            Reason = wish.Reason,
            Reasons = wish.IsReturn ? [] : [.. Reasons.Select(reason => new ChoiceModel(reason, reason))],
            Date = wish.Date,
            Shown = wish.Shown,
            Error = error,
            Effects = effects,
            Submit = effects.Count > 0 ? "确认" : "看影响",
        };
        var when = FormCheck.TryDate(wish.Date, out var day) ? PeriodName.Of(Period.Day(day)) : "";
        return new Reply
        {
            Text = error is not null ? $"{title}：{error}。"
                : effects.Count == 0 ? $"{title}：请选择{(wish.IsReturn ? "" : "原因和")}日期。"
                : string.Join('\n', [$"{title}（{when}起{(wish.IsReturn ? "" : wish.Reason)}），确认吗？", .. effects]),
            Card = cards.Fill("leave", model, CardJson.Default.LeaveModel),
            CardId = card,
            CardStandsAlone = true,
            ReplacesCard = turn.Message.Action is LeavePerson { Shown.Length: > 0 } or ReturnPerson { Shown.Length: > 0 },
        };
    }

    /// <param name="Shown">Reason and day whose effect was shown; empty before.</param>
    private sealed record Wish(long Id, int? Step, bool IsReturn, string Reason, string Date, string Shown)
    {
        public string Key => $"{Reason}|{Date}";
    }
}
