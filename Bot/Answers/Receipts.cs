using StationBot.Answers.Files;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What was saved and what it did to the target (product.md §4).</summary>
internal sealed class Receipts(Standings standings, FileStore files, Caseload caseload, PlanStore plans, ReceiptFiles receiptFiles, StationClock clock, CardTemplates cards)
{
    /// <summary>What every client shows in a row.</summary>
    private const int MostActions = 6;

    /// <param name="changes">What was changed, or changed back, a line each.</param>
    public Task<Reply> ShowAsync(
        Turn turn,
        Membership who,
        StationRecord record,
        IReadOnlyList<string> warnings,
        CancellationToken cancellation,
        string? title = null,
        IReadOnlyList<string>? changes = null,
        LinkModel? link = null) =>
        ShowAsync(turn, who, record, new Occasion(title, warnings, changes ?? [], null) { Link = link }, cancellation);

    /// <summary>Of a record that files have just been made evidence of.</summary>
    public Task<Reply> ShowBoundAsync(Turn turn, Membership who, StationRecord record, Bound.Done bound, IReadOnlyList<string> warnings, CancellationToken cancellation) =>
        ShowAsync(turn, who, record, new Occasion($"已归入 {FileTexts.Count(bound.Files)}", warnings, [], bound), cancellation);

    private async Task<Reply> ShowAsync(Turn turn, Membership who, StationRecord record, Occasion told, CancellationToken cancellation)
    {
        var card = CardOf(turn);
        var row = turn.Catalog.Find(record.What.Indicator)!;
        var effect = await EffectAsync(turn, who.Station, row, record, cancellation);
        var evidence = await receiptFiles.OfAsync(turn, who, row, record, told.Bound, card, cancellation);
        var model = new ReceiptModel
        {
            Title = told.Title ?? (record.IsVoided ? "已撤销" : "已保存"),
            Number = record.Number,
            Lines = [.. Lines(turn, row, record)],
            Effects = [.. effect.Lines, .. told.Changes],
            Warnings = [.. told.Warnings, .. effect.Warnings, .. evidence.Waiting is { } waiting ? [waiting] : Array.Empty<string>()],
            Missing = effect.Missing,
            Has = evidence.Has,
            Files = told.Link is { } link ? [.. evidence.Links, link] : evidence.Links,
            Voided = record.IsVoided,
            Actions = [.. Buttons(turn, row, record, told, effect, evidence.Actions, card).Take(MostActions)],
        };
        return new Reply
        {
            Text = string.Join('\n', [$"{model.Title} #{record.Number}", .. model.Effects, .. model.Warnings, .. model.Has is { } has ? [has] : Array.Empty<string>(), .. model.Missing is { } missing ? [missing] : Array.Empty<string>()]),
            Card = cards.Fill("receipt", model, CardJson.Default.ReceiptModel),
            CardId = card,
            CardStandsAlone = true,
            ReplacesCard = Replaces(turn),
        };
    }

    private static IEnumerable<ActionModel> Buttons(Turn turn, Indicator row, StationRecord record, Occasion told, Effect effect, IReadOnlyList<ActionModel> ofFiles, string card)
    {
        return
        [
            .. ofFiles,
            .. told.Title == Edited ? [Revert(turn, record)] : Array.Empty<ActionModel>(),
            .. Actions(turn, record, row, card),
            .. effect.LacksUpload ? [ActionModel.OnRecord("已传网站", "record.mark", record.Number, card)] : Array.Empty<ActionModel>(),
        ];
    }

    /// <param name="Changes">What was changed, or changed back, a line each.</param>
    /// <param name="Bound">Files that have just been made its evidence.</param>
    private sealed record Occasion(string? Title, IReadOnlyList<string> Warnings, IReadOnlyList<string> Changes, Bound.Done? Bound)
    {
        /// <summary>To a file that was made with it.</summary>
        public LinkModel? Link { get; init; }
    }

    /// <summary>Of several records that one card made: they are of one row.</summary>
    public async Task<Reply> ShowAllAsync(Turn turn, Membership who, IReadOnlyList<StationRecord> records, IReadOnlyList<string> warnings, CancellationToken cancellation, string? title = null)
    {
        var row = turn.Catalog.Find(records[0].What.Indicator)!;
        var isVoided = records.All(record => record.IsVoided);
        var effects = new List<Effect>();
        var shown = records.Where(record => record.IsVoided == isVoided).ToList();
        foreach (var record in shown)
        {
            var effect = await EffectAsync(turn, who.Station, row, record, cancellation);
            effects.Add(effect with { Warnings = [.. effect.Warnings.Select(warning => $"#{record.Number} {warning}")] });
        }

        var isOneDay = records.All(record => record.What.Date == records[0].What.Date);
        var card = CardOf(turn);
        var batch = records[0].Batch ?? card;
        var model = new BatchModel
        {
            Title = $"{title ?? (isVoided ? "已撤销" : "已保存")} {records.Count} 条",
            Lines = [new LineModel("类别", RowName.Of(row)), .. isOneDay ? [new LineModel("日期", PeriodName.Of(Period.Day(records[0].What.Date)))] : Array.Empty<LineModel>(), .. records.Select(record => new LineModel($"#{record.Number}", Named(record, isOneDay, turn.Today)))],
            Effects = [.. effects.SelectMany(effect => effect.Lines).Distinct()],
            Warnings = [.. warnings, .. effects.SelectMany(effect => effect.Warnings)],
            Missing = Lacking([.. shown.Zip(effects, (record, effect) => (record, effect.Missing)).Where(one => one.record.What.Outcome == Outcome.Done).Select(one => (one.record.Number, one.Missing))]),
            Voided = isVoided,
            Actions = isVoided
                ? [ActionModel.OnBatch("恢复", "batch.restore", batch, card)]
                :
                [
                    ActionModel.OnBatch("撤销", "batch.undo", batch, card),
                    ActionModel.OpenForm("再记一条", records[0].What.Form, (RecordForms.DomainField, row.Area.Id), (RecordForms.CategoryField, row.Topic)),
                ],
        };
        var named = string.Join('、', records.Select(record => $"#{record.Number} {Named(record, isOneDay, turn.Today)}"));
        return new Reply
        {
            Text = string.Join('\n', [$"{model.Title}：{named}", .. model.Effects, .. model.Warnings, .. model.Missing is { } missing ? [missing] : Array.Empty<string>()]),
            Card = cards.Fill("batch", model, CardJson.Default.BatchModel),
            CardId = card,
            CardStandsAlone = true,
            ReplacesCard = Replaces(turn),
        };
    }

    /// <summary>Of records of several days each says its day.</summary>
    private static string Named(StationRecord record, bool isOneDay, DateOnly today) =>
        (Slot.AllPersons.Read(record.What) is { Length: > 0 } persons ? persons : record.What.File?.Name ?? record.What.Name ?? "")
        + (isOneDay ? "" : $" {PeriodName.Of(record.What.Date, today)}{(record.What.Outcome == Outcome.Plan ? "（计划）" : "")}");

    /// <summary>What all lack is said once, else which record lacks what.</summary>
    private static string? Lacking(IReadOnlyList<(long Number, string? Missing)> records) =>
        records.Count == 0 ? null
            : records.Select(record => record.Missing).Distinct().ToList() is [var same]
            ? same
            : string.Join('；', records.Where(record => record.Missing is not null).Select(record => $"#{record.Number} {record.Missing}"));

    /// <summary>The title of a record whose contents were just changed; from it the change can be taken back.</summary>
    public const string Edited = "已修改";

    private static ActionModel Revert(Turn turn, StationRecord record)
    {
        var action = ActionModel.OnRecord("撤销修改", "record.revert", record.Number, CardOf(turn));
        action.Data["step"] = record.Step;
        return action;
    }

    /// <summary>What the record did to the targets, and what it still lacks.</summary>
    private async Task<Effect> EffectAsync(Turn turn, Station station, Indicator row, StationRecord record, CancellationToken cancellation)
    {
        var draft = record.What;
        var file = draft.File is { Id: { } id } ? await files.FindAsync(station.Id, id, cancellation) : null;
        return record switch
        {
            { IsVoided: true } => new Effect(["已撤销，不计入次数"]),
            { What.Outcome: Outcome.Attempt } => new Effect(["没见到人：已记下，不计入次数"]),
            { What.Outcome: Outcome.Plan } => new Effect([PlanTexts.Kept(row, draft)]),
            { What.Outcome: Outcome.Noted } => new Effect([FileEffects.Of(turn.Forms.Find(draft.Form), row, file is null ? null : await caseload.FindAsync(station.Id, file.Id, cancellation))]),
            _ => await WithPlansAsync(turn, station, record, await CountedAsync(turn, station, row, record, file, cancellation), cancellation),
        };
    }

    private async Task<Effect> WithPlansAsync(Turn turn, Station station, StationRecord record, Effect effect, CancellationToken cancellation)
    {
        var met = await plans.MetByAsync(station.Id, record.Number, cancellation);
        return met.Count == 0 ? effect : effect with { Lines = [.. effect.Lines, .. met.Select(plan => PlanTexts.Met(plan, turn.Today))] };
    }

    private async Task<Effect> CountedAsync(Turn turn, Station station, Indicator row, StationRecord record, FileState? file, CancellationToken cancellation)
    {
        var day = record.What.Date;
        var lines = new List<string>();
        var warnings = new List<string>();
        var gaining = turn.Catalog.Rows.Where(other => CreditRules.SourcesOf(other).Contains(row.Id) && (other.Counting != CountingRule.Showcase || other == row)).ToList();
        var facts = await standings.FactsAsync(station, gaining, Period.Day(day), cancellation);
        if (file is not null && row.Counting == CountingRule.Sessions)
        {
            var held = facts.Facts.Count(fact => fact.File == file.Id && fact.Indicator == row.Id);
            lines.Add($"{RowName.Of(row)} {file.Name} {held}/{CreditRules.SessionsToComplete} 节");
        }

        foreach (var other in gaining.Select(other => Counter.Count(other, Period.Day(day), facts, turn.Today)))
        {
            var counts = CreditRules.Of(other.Row, other.Slices[0].Period, facts, turn.Today).Any(credit => credit.Fact.Number == record.Number);
            if (counts || other.Row == row)
            {
                lines.Add($"{RowName.Of(other.Row)} {PeriodName.Of(other.Slices[0].Period)} {StatusText.Row(other with { Unready = 0 })}");
            }

            if (other.Row.Counting == CountingRule.Showcase)
            {
                lines.Add(await WholeStationAsync(turn, station, day, cancellation));
            }

            if (!counts && other.Row == row && row.Counting == CountingRule.Services)
            {
                warnings.Add($"{PeriodName.Of(Period.Day(day))}已有同一服务对象的{row.ShortName}，这条保留，但不计入次数");
            }
        }

        return facts.Facts.FirstOrDefault(fact => fact.Number == record.Number) is not { } own ? new Effect(lines, warnings, null) : new Effect(lines, warnings, MissingOf(row, own))
        {
            LacksUpload = CreditRules.Missing(row, own).Any(requirement => requirement.AnyOf.Contains(EvidenceKind.Uploaded)),
        };
    }

    /// <summary>The least that the whole station needs stands beside each domain's (product.md §3.14).</summary>
    private async Task<string> WholeStationAsync(Turn turn, Station station, DateOnly day, CancellationToken cancellation)
    {
        var all = await standings.CountAsync(station, [.. turn.Catalog.OfTopic(RecordKinds.Showcase)], Period.Day(day), turn.Today, cancellation);
        return $"成功案例全站至少 1 个，已有 {all.Sum(standing => standing.Done)} 个";
    }

    private sealed record Effect(IReadOnlyList<string> Lines, IReadOnlyList<string> Warnings, string? Missing)
    {
        public Effect(IReadOnlyList<string> lines)
            : this(lines, [], null)
        {
        }

        public bool LacksUpload { get; init; }
    }

    private static string? MissingOf(Indicator row, Fact fact)
    {
        var missing = EvidenceText.Of(CreditRules.Missing(row, fact));
        return missing.Length == 0 ? null : $"还缺材料：{missing}";
    }

    /// <summary>The fields of the form that are filled in, with their labels; of an imported record without a form, when and whom.</summary>
    public IEnumerable<LineModel> Lines(Turn turn, Indicator row, StationRecord record)
    {
        yield return new LineModel("类别", RowName.Of(row));
        if (turn.Forms.Find(record.What.Form) is { IsFixed: true } && record.What.Persons.Count > 0)
        {
            yield return new LineModel("对象", Slot.AllPersons.Read(record.What));
        }

        foreach (var field in FieldTexts.FieldsOf(turn, record.What))
        {
            if (field.Slot.Read(record.What) is { Length: > 0 } value && Told(field, value, record) is { } told)
            {
                var isMore = field.Slot == Slot.MoreAttendance && Slot.Attendance.Read(record.What).Length > 0;
                yield return new LineModel(isMore ? "其他" + field.Label : field.Label, told);
            }
        }
    }

    /// <returns>Null for what another line says already.</returns>
    private string? Told(Field field, string value, StationRecord record) => field.Kind switch
    {
        _ when field.Slot == Slot.Domain || field.Slot == Slot.Category || field.Slot == Slot.OtherPersons => null,
        _ when field.Slot == Slot.Outcome && record.What.Outcome == Outcome.Done => null,
        FieldKind.Recipients when field.Slot == Slot.MoreAttendance && record.What.People is null => null,
        FieldKind.Date => PeriodName.Of(Period.Day(record.What.Date)) + (record.What.Details.GetValueOrDefault(RecordDetails.PartOfDay) is { } part ? $" {part}" : "") + (record.IsLate(clock.DayOf(record.Entered)) ? "（补录）" : ""),
        FieldKind.Person => Slot.AllPersons.Read(record.What),
        FieldKind.File => record.Place is { } place ? $"{record.What.File!.Name} 第 {place} 节" : record.What.File!.Name,
        // The effect names the colleague.
        FieldKind.Member => null,
        FieldKind.Recipients when record.What.People is not null => $"{value} {(record.What.File is null ? "户" : "人")}",
        _ => FieldTexts.Of(field, value),
    };

    /// <summary>A late entry is allowed and marked (product.md §3.1): today's and yesterday's are not late.</summary>
    /// <summary>What can be done with a record, as buttons.</summary>
    public static List<ActionModel> Actions(Turn turn, StationRecord record, Indicator row, string card)
    {
        return record.IsVoided
            ? [ActionModel.OnRecord("恢复", "record.restore", record.Number, card)]
            : turn.Forms.Find(record.What.Form) is null or { IsFixed: true } ? [ActionModel.OnRecord("撤销", "record.undo", record.Number, card)]
            :
            [
                ActionModel.OnRecord("撤销", "record.undo", record.Number, card),
                ActionModel.OnRecord("修改", "record.edit", record.Number, card),
                ActionModel.OpenForm("再记一条", record.What.Form, (RecordForms.DomainField, row.Area.Id), (RecordForms.CategoryField, row.Topic), (RecordForms.FileField, record.Place is null ? "" : Slot.File.Read(record.What))),
            ];
    }

    private static bool Replaces(Turn turn) => turn.Message.Action is SaveForm or UndoRecord or RestoreRecord or RevertRecord or UndoBatch or RestoreBatch or MarkUploaded or BindFiles;

    /// <summary>The receipt keeps the place, and so the id, of the card that it replaces.</summary>
    private static string CardOf(Turn turn) => Replaces(turn) ? turn.Message.Action!.Card ?? turn.CardId : turn.CardId;
}
