using StationBot.Answers.Drafts;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>Forms that were opened and not saved: going on with one, giving one up, and a word on those that have expired.</summary>
internal sealed class DraftAnswer(DraftStore drafts, RecordStore records, FormAnswer forms, TellAnswer tell, HelpAnswer help, StationClock clock, CardTemplates cards)
{
    /// <summary>Of the other forms that are not finished.</summary>
    private const int MostTold = 3;

    public async Task<Reply> ResumeAsync(Turn turn, Membership who, string? formId, CancellationToken cancellation)
    {
        var open = (await drafts.OpenAsync(who.Member, cancellation)).Where(draft => turn.Forms.Find(draft.Form) is not null).ToList();
        if (open.Find(draft => formId is null || draft.Form == formId || turn.Forms.Find(draft.Form)!.OfOne?.Id == formId) is not { } last)
        {
            return await NothingAsync(turn, who, cancellation);
        }

        if (Telling.Of(last) is not null)
        {
            return await tell.ResumeAsync(turn, who, last, cancellation);
        }

        var form = turn.Forms.Find(last.Form)!;
        var before = last.Number is { } number ? await records.FindAsync(who.Station.Id, number, cancellation) : null;
        if (last.Number is { } changed && (before is null || before.IsVoided || before.Step != last.Step))
        {
            await drafts.CloseAsync(who.Member, last.Card, cancellation);
            return Replies.Refused(new Change.Stale(changed), changed);
        }

        var others = open.Where(draft => draft != last).Select(draft => turn.Forms.Find(draft.Form)!.Title).Distinct().ToList();
        var changes = before is null ? [] : FieldTexts.Changes(form.Fields, field => field.Slot.Read(before.What), field => last.Values.GetValueOrDefault(field.Id, ""));
        var rest = others.Count == 0 ? "" : $"还有没填完的：{string.Join("、", others.Take(MostTold))}{(others.Count > MostTold ? $" 等 {others.Count} 张" : "")}，说“继续{others[0]}”。";
        var intro = $"接着刚才的填{(changes.Count == 0 ? "" : "：" + string.Join('；', changes))}。{rest}";
        return await forms.ShowAsync(turn, who, new Filled(form, before, last.Card, last.Values) { Intro = intro, IsSubmitted = last.IsSubmitted }, null, cancellation);
    }

    /// <param name="card">Null: the form that was touched last.</param>
    public async Task<Reply> DropAsync(Turn turn, Membership who, string? card, CancellationToken cancellation)
    {
        var draft = await drafts.DropAsync(who.Member, card, turn.Cause, cancellation);
        if (draft is null || turn.Forms.Find(draft.Form) is not { } form)
        {
            return card is null ? Replies.Plain("没有正在填的卡片。要撤销记录，请说“撤销”。") : Gone("这张卡片已经不在填了，没有登记什么。", "帮助", replaces: true);
        }

        return Gone($"“{Title(form, draft)}”不记了，没有保存。", draft is { Number: null, Telling: null } ? (form.OfOne ?? form).Title : "帮助", replaces: card is not null);
    }

    public async Task<Reply> HelpAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        var expired = DraftTexts.Expired(turn, clock, await drafts.TakeExpiredAsync(who.Member, turn.Cause, cancellation));
        var shown = expired is null ? help.Show() : help.Show(expired);
        return expired is null ? shown : shown with { Text = $"{shown.Text}\n{expired}" };
    }

    private async Task<Reply> NothingAsync(Turn turn, Membership who, CancellationToken cancellation) =>
        DraftTexts.Expired(turn, clock, await drafts.TakeExpiredAsync(who.Member, turn.Cause, cancellation)) is { } expired
            ? Gone(expired, "记走访", replaces: false)
            : Gone("没有没填完的卡片。", "记走访", replaces: false);

    private static string Title(Records.Forms.Form form, FormDraft draft) => draft.Number is { } number ? $"修改 #{number}" : form.Title;

    private Reply Gone(string text, string next, bool replaces) => cards.Choose(text, [ActionModel.Ask(next)]) with { ReplacesCard = replaces };
}

internal static class DraftTexts
{
    /// <summary>昨天没填完的“记走访”已过期; null when there is none.</summary>
    public static string? Expired(Turn turn, StationClock clock, IReadOnlyList<ExpiredDraft> expired)
    {
        var told = expired
            .Select(draft => (Day: clock.DayOf(draft.Touched), turn.Forms.Find(draft.Form)?.Title))
            .Where(draft => draft.Title is not null)
            .Distinct()
            .Select(draft => $"{(draft.Day == turn.Today.AddDays(-1) ? "昨天" : PeriodName.Of(Period.Day(draft.Day)))}没填完的“{draft.Title}”")
            .ToList();
        return told.Count == 0 ? null : $"{string.Join("、", told)}已过期（保留 {(int)DraftStore.Lifetime.TotalHours} 小时），没有登记。";
    }
}
