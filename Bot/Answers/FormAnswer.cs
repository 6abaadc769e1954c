using System.Globalization;
using StationBot.Answers.Drafts;
using StationBot.Answers.Files;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>Shows a form, takes it back, and says beside each field what is wrong with it.</summary>
internal sealed class FormAnswer(
    RecordStore records,
    FormOffers offers,
    FileForms fileForms,
    DraftStore drafts,
    FormIntake intake,
    LedgerAnswer ledgers,
    Receipts receipts,
    StationClock clock,
    CardTemplates cards)
{
    private const string SavedBefore = "这张卡片已经登记过，没有重复登记";

    /// <summary>Characters of a field that a draft keeps: more than any field takes.</summary>
    private const int MostKept = 2000;

    public async Task<Reply> OpenAsync(Turn turn, Membership who, string formId, IReadOnlyDictionary<string, string> preset, CancellationToken cancellation)
    {
        if (turn.Forms.Find(formId) is not { } form)
        {
            return Replies.UnknownAction;
        }

        if (IsRefused(form, who))
        {
            return Replies.ForLead;
        }

        var values = Preset(turn, form, preset);
        await fileForms.PresetAsync(who.Station, form, values, cancellation);
        var area = preset.GetValueOrDefault(RecordForms.DomainField) is { Length: > 0 } said ? said : null;
        var page = int.TryParse(preset.GetValueOrDefault(Filled.PageField), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        return await ShowAsync(turn, who, new Filled(form, null, turn.CardId, values) { Area = area, Page = page }, null, cancellation);
    }

    public async Task<Reply> EditAsync(Turn turn, Membership who, EditRecord action, CancellationToken cancellation)
    {
        var record = await records.FindAsync(who.Station.Id, action.Number, cancellation);
        return WhyNotEdit(turn, who, record, action.Number)
            ?? await ShowAsync(turn, who, Stored(turn, turn.Forms.Find(record!.What.Form)!, record), null, cancellation);
    }

    /// <returns>Null when the member may change the record by its card.</returns>
    public static Reply? WhyNotEdit(Turn turn, Membership who, StationRecord? record, long number) => record switch
    {
        null => Replies.Refused(new Change.NotFound(), number),
        { IsVoided: true } => Replies.Refused(new Change.Voided(number), number),
        _ when !record.MayBeTouchedBy(who.Member) => Replies.Refused(new Change.NotYours(number), number),
        _ when turn.Forms.Find(record.What.Form) is null => Replies.NotByCard(number),
        _ when turn.Forms.Find(record.What.Form) is { IsFixed: true } => Replies.IsFixed(number),
        _ => null,
    };

    public async Task<Reply> SaveAsync(Turn turn, Membership who, SaveForm action, CancellationToken cancellation)
    {
        if (turn.Forms.Find(action.Form) is not { } form || action.Card is not { Length: > 0 and <= 64 } card)
        {
            return Replies.UnknownAction;
        }

        if (IsRefused(form, who))
        {
            return Replies.ForLead;
        }

        var before = action.Number is { } number ? await records.FindAsync(who.Station.Id, number, cancellation) : null;
        if (action.Number is not null && before?.What.Form != form.Id)
        {
            return before is null ? Replies.Refused(new Change.NotFound(), action.Number) : Replies.UnknownAction;
        }

        if (before is not null && before.Step != action.Step)
        {
            return Replies.Refused(new Change.Stale(before.Number), before.Number);
        }

        var values = FormValues.Of(form, action.Values);
        var blank = before is null ? Telling.Lay(form.Blank(turn.Today), await drafts.FindAsync(who.Member, card, cancellation)) : before.What;
        var read = await intake.ReadAsync(who.Station, form, values, blank, turn.Today, cancellation);
        return await fileForms.CheckAsync(who, form, before, read, cancellation) switch
        {
            Intake.Rejected when before is null && await records.FindByKeyAsync(who.Station.Id, DraftStore.KeyOf(who.Member, card), cancellation) is { } known =>
                await receipts.ShowAsync(turn, who, known, [SavedBefore], cancellation),
            Intake.Rejected rejected => await ShowAsync(turn, who, new Filled(form, before, card, values), rejected, cancellation) with { ReplacesCard = true },
            Intake.Accepted accepted when before is not null => await ChangeAsync(turn, who, before, card, accepted, cancellation),
            Intake.Accepted accepted => await AddAsync(turn, who, card, accepted, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> AddAsync(Turn turn, Membership who, string card, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var saved = await records.AddAsync(who, DraftStore.KeyOf(who.Member, card), accepted.Draft, cancellation);
        var record = saved.Record!;
        var expired = DraftTexts.Expired(turn, clock, await drafts.TakeExpiredAsync(who.Member, turn.Cause, cancellation));
        IReadOnlyList<string> warnings = saved.IsNew ? accepted.Warnings : [SavedBefore];
        // The confirmed list is written at once; again where a crash came in between.
        var ledger = turn.Forms.Find(record.What.Form) is { ConfirmsRegister: true } ? await ledgers.ConfirmAsync(turn, who, record, cancellation) : null;
        var receipt = await receipts.ShowAsync(turn, who, record, [.. warnings, .. expired is null ? Array.Empty<string>() : [expired]], cancellation, link: ledger?.Link);
        return ledger is null ? receipt : receipt with { Text = $"{receipt.Text}\n{ledger.Text}", CardStandsAlone = ledger.Link is not null };
    }

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, StationRecord before, string card, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var change = await records.EditAsync(who, turn.Cause, before, accepted.Draft, cancellation);
        await drafts.CloseAsync(who.Member, card, cancellation);
        return change is Change.Done { Record: var after }
            ? await receipts.ShowAsync(turn, who, after, accepted.Warnings, cancellation, Receipts.Edited, FieldTexts.Changes(turn, before.What, after.What))
            : Replies.Refused(change, before.Number);
    }

    /// <summary>Shows the form, and keeps it as a draft until it is saved or cancelled.</summary>
    public async Task<Reply> ShowAsync(Turn turn, Membership who, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var form = filled.Form;
        var offered = await offers.OfAsync(turn, who.Station, filled, rejected, cancellation);
        if (form.Find(FieldKind.File) is { } file && offered.Files.Count == 0)
        {
            return Replies.Plain(FormOffers.NoFile(form, file));
        }

        var expired = DraftTexts.Expired(turn, clock, await KeepAsync(turn, who, filled, rejected, cancellation));
        var model = new FormModel
        {
            Title = filled.Ask is { } ask && rejected is null ? ask : filled.Before is null ? form.Title : $"修改 #{filled.Before.Number}",
            Intro = Lines(filled.Intro, await IntroAsync(turn, who, filled, cancellation), expired) is { Length: > 0 } intro ? intro : null,
            Card = filled.Card,
            Form = form.Id,
            Number = filled.Before?.Number,
            Step = filled.Before?.Step,
            Error = rejected is null ? null : $"还没有保存：有 {rejected.Errors.Count} 处要改。",
            Fields = [.. form.Fields.Where(shown => FieldModels.IsShown(shown, offered)).Select(shown => FieldModels.Of(shown, filled.Values.GetValueOrDefault(shown.Id, ""), rejected?.Errors.GetValueOrDefault(shown.Id), offered))],
            Submit = "保存",
            More = offered.MoreFiles > 0 ? More(filled, offered.MoreFiles) : null,
        };
        return new Reply
        {
            Text = Lines(
                filled.Ask is not null && rejected is null ? filled.Ask
                    : rejected is not null ? $"{model.Error}{string.Join('；', rejected.Errors.Values)}。"
                    : filled.Before is not null && filled.Intro is { Length: > 0 } said ? $"{model.Title}：{said.TrimEnd('。')}。{(filled.IsSubmitted ? "核对后点“保存”。" : "可以在卡片里改。")}"
                    : $"{model.Title}：请填写卡片后点“保存”。",
                rejected is null && filled.Before is null ? filled.Intro : null,
                rejected is null && form.ConfirmsRegister ? model.Intro : null,
                expired),
            Card = cards.Fill("form", model, CardJson.Default.FormModel),
            CardId = filled.Card,
            CardStandsAlone = true,
        };
    }

    private async Task<string?> IntroAsync(Turn turn, Membership who, Filled filled, CancellationToken cancellation) => filled switch
    {
        { Form.ConfirmsRegister: true } => await offers.FlaggedAsync(turn, who.Station, filled, cancellation),
        { Before: null } => await fileForms.IntroAsync(turn, who.Station, filled.Form, cancellation),
        _ => null,
    };

    private static ActionModel More(Filled filled, int files) => ActionModel.OpenForm(
        $"更多（还有 {files} 个）",
        filled.Form.Id,
        (RecordForms.DomainField, filled.Area ?? ""),
        (Filled.PageField, (filled.Page + 1).ToString(CultureInfo.InvariantCulture)));

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    private static bool IsRefused(Form form, Membership who) => form.IsForLead && who.Member.Role != Role.Lead;

    private Task<IReadOnlyList<ExpiredDraft>> KeepAsync(Turn turn, Membership who, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation) => drafts.KeepAsync(
        who,
        new DraftPlace(turn.Message.Address.ChannelId, turn.Message.Address.Conversation, turn.Cause),
        new FormDraft
        {
            Card = filled.Card,
            Form = filled.Form.Id,
            Number = filled.Before?.Number,
            Step = filled.Before?.Step,
            Values = filled.Values.ToDictionary(value => value.Key, value => value.Value.Length <= MostKept ? value.Value : value.Value[..MostKept]),
            IsSubmitted = filled.IsSubmitted || rejected is not null,
            Telling = filled.Telling,
        },
        cancellation);

    public static Filled Stored(Turn turn, Form form, StationRecord record) =>
        new(form, record, turn.CardId, form.Fields.ToDictionary(field => field.Id, field => field.Slot.Read(record.What)));

    /// <summary>The values of an untouched form, but for those that are given.</summary>
    public static Dictionary<string, string> Preset(Turn turn, Form form, IReadOnlyDictionary<string, string> preset) =>
        form.Fields.ToDictionary(field => field.Id, field => Preset(field, preset, turn));

    private static string Preset(Field field, IReadOnlyDictionary<string, string> preset, Turn turn) =>
        preset.GetValueOrDefault(field.Id) is { Length: > 0 } given ? given
        : field.Kind == FieldKind.Date ? FormCheck.Text(turn.Today)
        : field.Default;
}

/// <summary>A form with what stands in it.</summary>
/// <param name="Before">The record that is changed; null for a new one.</param>
/// <param name="Card">The id of the card.</param>
internal sealed record Filled(Form Form, StationRecord? Before, string Card, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Stands above the fields.</summary>
    public string? Intro { get; init; }

    /// <summary>Somebody said or typed what stands in it, so it isn't let go as an untouched form is.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>What is to be confirmed, as one sentence: it stands in the place of the form's title.</summary>
    public string? Ask { get; init; }

    /// <summary>What was told that stands in it (<see cref="FormDraft.Telling"/>).</summary>
    public string? Telling { get; init; }

    /// <summary>The domain that was said.</summary>
    public string? Area { get; init; }

    /// <summary>In a button's preset: <see cref="Page"/>.</summary>
    public const string PageField = "page";

    /// <summary>Of the files that it offers, counted from 0.</summary>
    public int Page { get; init; }
}
