using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>平台检查: one card for the whole of task 1, that shows what stands and changes it.</summary>
internal sealed class ChecklistAnswer(ChangeSets changes, RecordList records, StaffStore staff, Standings standings, CardTemplates cards)
{
    private const string Area = "platform";

    public async Task<Reply> ShowAsync(Turn turn, Membership who, CancellationToken cancellation) =>
        who.Station.YearOf(turn.Today) is null
            ? Replies.Plain(RecordRules.DateError(turn.Today, who.Station, turn.Today)!)
            : await ShowAsync(turn, who, await StandsAsync(turn, who, cancellation), null, null, cancellation);

    /// <summary>With what was told ticked; nothing is saved yet.</summary>
    public async Task<Reply> ShowToldAsync(Turn turn, Membership who, LogDraft draft, CancellationToken cancellation)
    {
        if (who.Station.YearOf(turn.Today) is null)
        {
            return await ShowAsync(turn, who, cancellation);
        }

        var stands = await StandsAsync(turn, who, cancellation);
        var rows = draft.RowsIn(turn.Catalog, names: null).ToList();
        var values = new Dictionary<string, string> { [Checklist.DateField] = FormCheck.Text(draft.Days is [var day, ..] ? day : turn.Today) };
        foreach (var row in rows)
        {
            var isNot = CreditRules.MayNotApply(row) && TellingWords.NotApplicable.IsMatch(draft.Content);
            values[row.Id] = isNot ? Checklist.NotApplicable : Checklist.Done;
            values[Checklist.ReasonOf(row)] = isNot ? draft.Content : "";
        }

        var isStaff = rows.Exists(row => row.Counting == CountingRule.Staff);
        if (isStaff && draft.Name is { } name && stands.List.Workers.All(worker => worker.Name != name))
        {
            values[Checklist.NewName] = name;
        }

        var notice = rows.Count == 0 ? "是哪一项？请勾选后点“保存”。"
            : isStaff ? $"要登记 {draft.Name ?? "驻站社工"} 的社工证，请填证号和级别后点“保存”。"
            : $"要登记 {string.Join('、', rows.Select(row => row.ShortName))} {(values.ContainsValue(Checklist.NotApplicable) ? "不适用" : "已完成")}，对吗？核对后点“保存”。";
        return await ShowAsync(turn, who, stands, new Tried(values, new Dictionary<string, string>()), notice, cancellation, isSaved: true);
    }

    public async Task<Reply> SaveAsync(Turn turn, Membership who, SaveForm action, CancellationToken cancellation)
    {
        if (action.Card is not { Length: > 0 and <= 64 } card || who.Station.YearOf(turn.Today) is null)
        {
            return Replies.UnknownAction;
        }

        var stands = await StandsAsync(turn, who, cancellation);
        var values = FormValues.Of(action.Values);
        if (action.Step != stands.Step)
        {
            // The same message again, after a crash, changes nothing and finds what it did.
            var known = await changes.SaveAsync(who, turn.Cause, [], cancellation) as ChangeSet.Done;
            return known is { Numbers.Count: > 0 }
                ? await SavedAsync(turn, who, known, cancellation)
                : await ShowAsync(turn, who, stands, null, "这张卡片打开以后又有改动，没有保存。下面是现在的情况，请核对后再保存。", cancellation);
        }

        var intake = new ChecklistIntake(stands.List, values, who.Station, turn.Today, $"card:{who.Member.Id}:{card}:{stands.Step}");
        var wanted = intake.Read();
        if (intake.Errors.Count > 0)
        {
            return await ShowAsync(turn, who, stands, new Tried(values, intake.Errors), $"还没有保存：有 {intake.Errors.Count} 处要改。", cancellation);
        }

        return await changes.SaveAsync(who, turn.Cause, wanted, cancellation) switch
        {
            ChangeSet.Refused refused => Replies.Refused(refused.Reason, null),
            ChangeSet.Done done => await SavedAsync(turn, who, done, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> SavedAsync(Turn turn, Membership who, ChangeSet.Done done, CancellationToken cancellation)
    {
        var notice = done.Numbers.Count == 0 ? "没有要改的，和原来一样。" : $"已保存 {Replies.Numbers(done.Numbers)}。说“撤销”可以全部退回。";
        return await ShowAsync(turn, who, await StandsAsync(turn, who, cancellation), null, notice, cancellation, isSaved: true);
    }

    private async Task<Stands> StandsAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        var rows = turn.Catalog.InArea(Area).ToList();
        var year = who.Station.YearOf(turn.Today)!.Value.Period;
        var ticked = rows.Where(row => row.Counting != CountingRule.Staff).Select(row => row.Id).ToList();
        var staffed = rows.Where(row => row.Counting == CountingRule.Staff).Select(row => row.Id).ToList();
        var (here, ever) = await staff.MembersAsync(who.Station.Id, turn.Today, cancellation);
        return new Stands(
            Checklist.Of(
                rows,
                [
                    .. await records.ReadAsync(who.Station.Id, new RecordSelection(ticked, year), cancellation),
                    .. await records.ReadAsync(who.Station.Id, new RecordSelection(staffed, new Period(DateOnly.MinValue, year.Last)), cancellation),
                ],
                here,
                ever),
            await records.StepAsync(who.Station.Id, [.. ticked, .. staffed], cancellation),
            await standings.CountAsync(who.Station, rows, year, turn.Today, cancellation),
            year);
    }

    private async Task<Reply> ShowAsync(Turn turn, Membership who, Stands stands, Tried? tried, string? notice, CancellationToken cancellation, bool isSaved = false)
    {
        var facts = await standings.FactsAsync(who.Station, [.. stands.Counted.Select(one => one.Row)], stands.Year, cancellation);
        var summary = $"{PeriodName.Of(stands.Year)} {turn.Catalog.InArea(Area).First().Area.Name}：已做 {stands.Counted.Count(one => one.IsMet)}/{stands.Counted.Count} 项，"
            + $"材料齐 {stands.Counted.Count(one => one.IsReady)}/{stands.Counted.Count} 项";
        // It keeps the place, and so the id, of the card that it replaces; its step tells the two apart.
        var card = turn.Message.Action is SaveForm { Card: { } pressed } ? pressed : turn.CardId;
        var model = new ChecklistModel
        {
            Title = "平台检查",
            Summary = summary,
            Card = card,
            Step = stands.Step,
            Error = isSaved ? null : notice,
            Saved = isSaved ? notice : null,
            Rows = [.. stands.List.Items.Select(item => ChecklistModels.Row(item, tried?.Values, tried?.Errors))],
            Date = tried?.Values.GetValueOrDefault(Checklist.DateField) ?? FormCheck.Text(turn.Today),
            DateError = tried?.Errors.GetValueOrDefault(Checklist.DateField),
            StaffSummary = "驻站社工：" + Staffing(stands, facts, turn.Today),
            Workers = [.. stands.List.Workers.Select(worker => ChecklistModels.Worker(worker, tried?.Values, tried?.Errors)), ChecklistModels.Newcomer(tried?.Values, tried?.Errors)],
        };
        var errors = tried is not { Errors.Count: > 0 } ? "" : string.Join('；', tried.Errors.Values) + "。";
        var rows = stands.List.Items.Select(item => $"· {item.Row.ShortName} {ChecklistModels.StateOf(item) ?? "还没有"}");
        return new Reply
        {
            Text = string.Join('\n', [.. notice is null ? Array.Empty<string>() : [notice + errors], summary, .. rows, "· " + model.StaffSummary]),
            Card = cards.Fill("checklist", model, CardJson.Default.ChecklistModel),
            CardId = card,
            CardStandsAlone = true,
            ReplacesCard = turn.Message.Action is SaveForm,
        };
    }

    /// <summary>As the pages of answers have it: <c>在岗 2/2 人，持证 0/1 人</c>.</summary>
    private static string Staffing(Stands stands, StationFacts facts, DateOnly today)
    {
        var row = stands.Counted.First(one => one.Row.Counting == CountingRule.Staff).Row;
        var count = StaffCount.Of((Target.Staff)row.Targets[facts.Tiers.On(today)], facts, today);
        return $"在岗 {count.Workers}/{count.Needed.Workers} 人，持证 {count.Certified}/{count.Needed.Certified} 人";
    }

    private sealed record Stands(Checklist List, int Step, IReadOnlyList<Standing> Counted, Period Year);

    private sealed record Tried(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Errors);
}
