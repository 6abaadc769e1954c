using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What was saved and what it did to the target (product.md §4).</summary>
internal sealed class Receipts(Standings standings, FileStore files, ReceiptFiles receiptFiles, StationClock clock, CardTemplates cards)
{
    public Task<Reply> ShowAsync(Turn turn, Membership who, StationRecord record, IReadOnlyList<string> warnings, CancellationToken cancellation, string? title = null) =>
        ShowAsync(turn, who, record, warnings, null, title, cancellation);

    /// <summary>Of a record that files have just been made evidence of.</summary>
    public Task<Reply> ShowBoundAsync(Turn turn, Membership who, StationRecord record, Bound.Done bound, IReadOnlyList<string> warnings, CancellationToken cancellation) =>
        ShowAsync(turn, who, record, warnings, bound, $"已归入 {FileTexts.Count(bound.Files)}", cancellation);

    private async Task<Reply> ShowAsync(
        Turn turn, Membership who, StationRecord record, IReadOnlyList<string> warnings, Bound.Done? bound, string? title, CancellationToken cancellation)
    {
        var card = CardOf(turn);
        var row = turn.Catalog.Find(record.What.Indicator)!;
        var effect = await EffectAsync(turn, who.Station, row, record, cancellation);
        var evidence = await receiptFiles.OfAsync(turn, who, row, record, bound, card, cancellation);
        var model = new ReceiptModel
        {
            Title = title ?? (record.IsVoided ? "已撤销" : "已保存"),
            Number = record.Number,
            Lines = [.. Lines(turn, row, record)],
            Effects = effect.Lines,
            Warnings = [.. warnings, .. effect.Warnings, .. evidence.Waiting is { } waiting ? [waiting] : Array.Empty<string>()],
            Missing = effect.Missing,
            Has = evidence.Has,
            Files = evidence.Links,
            Voided = record.IsVoided,
            Actions = [.. evidence.Actions, .. Actions(turn, record, row, card).Take(bound is null ? MostActions : MostActions - evidence.Actions.Count)],
        };
        return new Reply
        {
            Text = string.Join('\n', [$"{model.Title} #{record.Number}", .. model.Effects, .. model.Warnings, .. model.Has is { } has ? [has] : Array.Empty<string>(), .. model.Missing is { } missing ? [missing] : Array.Empty<string>()]),
            Card = cards.Fill("receipt", model, CardJson.Default.ReceiptModel),
            CardId = card,
            CardStandsAlone = true,
            ReplacesCard = turn.Message.Action is SaveForm or UndoRecord or RestoreRecord or BindFiles,
        };
    }

    /// <summary>What every client shows in a row.</summary>
    private const int MostActions = 6;

    /// <summary>What the record did to the targets, and what it still lacks.</summary>
    private async Task<Effect> EffectAsync(Turn turn, Station station, Indicator row, StationRecord record, CancellationToken cancellation)
    {
        var draft = record.What;
        var file = draft.File is { Id: { } id } ? await files.FindAsync(station.Id, id, cancellation) : null;
        return record switch
        {
            { IsVoided: true } => new Effect(["已撤销，不计入次数"]),
            { What.Outcome: Outcome.Attempt } => new Effect(["没见到人：已记下，不计入次数"]),
            { What.Outcome: Outcome.Noted } => new Effect([file?.Closed is null
                ? $"{row.ShortName}建好了，共要 {CreditRules.SessionsToComplete} 节，说“记{row.ShortName}”记第 1 节"
                : $"{row.ShortName}已结束，共做了 {file.Sessions} 节"]),
            _ => await CountedAsync(turn, station, row, record, file, cancellation),
        };
    }

    private async Task<Effect> CountedAsync(Turn turn, Station station, Indicator row, StationRecord record, FileState? file, CancellationToken cancellation)
    {
        var day = record.What.Date;
        var lines = new List<string>();
        var warnings = new List<string>();
        var gaining = turn.Catalog.Rows.Where(other => CreditRules.SourcesOf(other).Contains(row.Id) && other.Counting != CountingRule.Showcase).ToList();
        var standing = await standings.CountAsync(station, gaining, Period.Day(day), turn.Today, cancellation);
        var facts = await standings.FactsAsync(station, gaining, Period.Day(day), cancellation);
        if (file is not null)
        {
            var held = facts.Facts.Count(fact => fact.File == file.Id && fact.Indicator == row.Id);
            lines.Add($"{RowName.Of(row)} {file.Name} {held}/{CreditRules.SessionsToComplete} 节");
        }

        foreach (var other in standing)
        {
            var counts = CreditRules.Of(other.Row, other.Slices[0].Period, facts, turn.Today).Any(credit => credit.Fact.Number == record.Number);
            if (counts || other.Row == row)
            {
                lines.Add($"{RowName.Of(other.Row)} {PeriodName.Of(other.Slices[0].Period)} {StatusText.Row(other with { Unready = 0 })}");
            }

            if (!counts && other.Row == row && row.Counting == CountingRule.Services)
            {
                warnings.Add($"{PeriodName.Of(Period.Day(day))}已有同一服务对象的{row.ShortName}，这条保留，但不计入次数");
            }
        }

        return new Effect(lines, warnings, facts.Facts.FirstOrDefault(fact => fact.Number == record.Number) is { } own ? MissingOf(row, own) : null);
    }

    private sealed record Effect(IReadOnlyList<string> Lines, IReadOnlyList<string> Warnings, string? Missing)
    {
        public Effect(IReadOnlyList<string> lines)
            : this(lines, [], null)
        {
        }
    }

    private static string? MissingOf(Indicator row, Fact fact)
    {
        var missing = CreditRules.Missing(row, fact).Select(requirement => string.Join("或", requirement.AnyOf.Select(EvidenceName.Of))).ToList();
        return missing.Count == 0 ? null : $"还缺材料：{string.Join("、", missing)}";
    }

    /// <summary>The fields of the form that are filled in, with their labels; of an imported record without a form, when and whom.</summary>
    private IEnumerable<LineModel> Lines(Turn turn, Indicator row, StationRecord record)
    {
        yield return new LineModel("类别", RowName.Of(row));
        foreach (var field in turn.Forms.Find(record.What.Form)?.Fields ?? WithoutForm)
        {
            if (field.Slot.Read(record.What) is { Length: > 0 } value && Told(field, value, record) is { } told)
            {
                yield return new LineModel(field.Label, told);
            }
        }
    }

    /// <returns>Null for what another line says already.</returns>
    private string? Told(Field field, string value, StationRecord record) => field.Kind switch
    {
        _ when field.Slot == Slot.Domain || field.Slot == Slot.Category || field.Slot == Slot.OtherPersons => null,
        _ when field.Slot == Slot.Outcome && record.What.Outcome == Outcome.Done => null,
        FieldKind.Date => PeriodName.Of(Period.Day(record.What.Date)) + (IsLate(record) ? "（补录）" : ""),
        FieldKind.Person => Slot.AllPersons.Read(record.What),
        FieldKind.File => record.What.Session is { } session ? $"{record.What.File!.Name} 第 {session} 节" : record.What.File!.Name,
        FieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Value == value)?.Title,
        FieldKind.Money => $"{value} 元",
        FieldKind.Number => $"{value} {field.Placeholder}",
        FieldKind.Recipients when record.What.People is not null => $"{value} {(record.What.File is null ? "户" : "人")}",
        FieldKind.PlannedDate when FormCheck.TryDate(value, out var date) => PeriodName.Of(Period.Day(date)),
        _ => value,
    };

    /// <summary>A late entry is allowed and marked (product.md §3.1): today's and yesterday's are not late.</summary>
    private bool IsLate(StationRecord record) => clock.DayOf(record.Entered).DayNumber - record.What.Date.DayNumber > 1;

    private static readonly Field[] WithoutForm =
    [
        new() { Id = "date", Label = "日期", Kind = FieldKind.Date, Slot = Slot.Date },
        new() { Id = "name", Label = "名称", Kind = FieldKind.Text, Slot = Slot.Name },
        new() { Id = "person", Label = "对象", Kind = FieldKind.Person, Slot = Slot.FirstPerson },
        new() { Id = "content", Label = "内容", Kind = FieldKind.Text, Slot = Slot.Content },
    ];

    private static List<ActionModel> Actions(Turn turn, StationRecord record, Indicator row, string card)
    {
        return record.IsVoided
            ? [ActionModel.OnRecord("恢复", "record.restore", record.Number, card)]
            : turn.Forms.Find(record.What.Form) is null ? [ActionModel.OnRecord("撤销", "record.undo", record.Number, card)]
            :
            [
                ActionModel.OnRecord("撤销", "record.undo", record.Number, card),
                ActionModel.OnRecord("修改", "record.edit", record.Number, card),
                ActionModel.OpenForm("再记一条", record.What.Form, (RecordForms.DomainField, row.Area.Id), (RecordForms.CategoryField, row.Topic)),
            ];
    }

    /// <summary>The receipt keeps the place, and so the id, of the card that it replaces.</summary>
    private static string CardOf(Turn turn) => turn.Message.Action is SaveForm or UndoRecord or RestoreRecord or BindFiles ? turn.Message.Action.Card ?? turn.CardId : turn.CardId;
}
