using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>Shows a form, takes it back, and says beside each field what is wrong with it.</summary>
internal sealed class FormAnswer(RecordStore records, RosterStore roster, FileStore files, FormIntake intake, Receipts receipts, CardTemplates cards)
{
    /// <summary>What a card may hold (issue: due, recent, flagged); everybody else is found by 其他姓名.</summary>
    private const int MostPersons = 60;

    public async Task<Reply> OpenAsync(Turn turn, Membership who, string formId, IReadOnlyDictionary<string, string> preset, CancellationToken cancellation)
    {
        if (new RecordForms(turn.Catalog).Find(formId) is not { } form)
        {
            return Replies.UnknownAction;
        }

        var values = form.Fields.ToDictionary(field => field.Id, field => Preset(field, preset, turn));
        return await ShowAsync(turn, who, new Filled(form, null, turn.CardId(), values), null, cancellation);
    }

    public async Task<Reply> EditAsync(Turn turn, Membership who, EditRecord action, CancellationToken cancellation)
    {
        var record = await records.FindAsync(who.Station.Id, action.Number, cancellation);
        if (record is null || new RecordForms(turn.Catalog).Find(record.What.Form) is not { } form)
        {
            return Replies.NoSuchRecord(action.Number);
        }

        if (!Receipts.MayTouch(who, record))
        {
            return Replies.NotYours(action.Number);
        }

        return record.IsVoided
            ? Replies.Plain($"#{action.Number} 已经撤销，先恢复才能修改。")
            : await ShowAsync(turn, who, new Filled(form, action.Number, turn.CardId(), FormValues.Of(record.What)), null, cancellation);
    }

    public async Task<Reply> SaveAsync(Turn turn, Membership who, SaveForm action, CancellationToken cancellation)
    {
        if (new RecordForms(turn.Catalog).Find(action.Form) is not { } form || action.Card is not { Length: > 0 and <= 64 } card)
        {
            return Replies.UnknownAction;
        }

        var values = FormValues.Of(action.Values);
        var filled = new Filled(form, action.Number, card, values);
        return await intake.ReadAsync(who.Station, form, values, turn.Today, cancellation) switch
        {
            Intake.Rejected rejected => await ShowAsync(turn, who, filled, rejected, cancellation) with { ReplacesCard = true },
            Intake.Accepted accepted when action.Number is { } number => await ChangeAsync(turn, who, number, accepted, cancellation),
            Intake.Accepted accepted => await AddAsync(turn, who, card, accepted, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> AddAsync(Turn turn, Membership who, string card, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var saved = await records.AddAsync(who, card, accepted.Draft, cancellation);
        var record = (await records.FindAsync(who.Station.Id, saved.Number, cancellation))!;
        return await receipts.ShowAsync(turn, who, record, saved.IsNew ? accepted.Warnings : ["这张卡片已经登记过，没有重复登记"], cancellation);
    }

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, long number, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var before = await records.FindAsync(who.Station.Id, number, cancellation);
        if (before is null)
        {
            return Replies.NoSuchRecord(number);
        }

        if (!Receipts.MayTouch(who, before))
        {
            return Replies.NotYours(number);
        }

        var after = await records.ChangeAsync(who, number, accepted.Draft, cancellation);
        return await receipts.ShowAsync(turn, who, after!, accepted.Warnings, cancellation, "已修改");
    }

    private async Task<Reply> ShowAsync(Turn turn, Membership who, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        if (turn.Message.IsGroup)
        {
            return Replies.NotInGroups;
        }

        var offers = await OfferedAsync(turn, who.Station, filled, rejected, cancellation);
        if (filled.Form.Has(FieldIds.File) && offers.Files.Count == 0)
        {
            return Replies.Plain("还没有进行中的个案。先说“开个案”建一个。");
        }

        var model = new FormModel
        {
            Title = filled.Number is null ? filled.Form.Title : $"修改 #{filled.Number}",
            Intro = null,
            Card = filled.Card,
            Form = filled.Form.Id,
            Number = filled.Number,
            Error = rejected is null ? null : $"还没有保存：有 {rejected.Errors.Count} 处要改。",
            Fields = [.. filled.Form.Fields.Select(field => FieldModels.Of(field, filled.Values.GetValueOrDefault(field.Id, ""), rejected?.Errors.GetValueOrDefault(field.Id), offers))],
            Submit = "保存",
        };
        return new Reply
        {
            Text = rejected is null ? $"{model.Title}：请填写卡片后点“保存”。" : $"{model.Error}{string.Join('；', rejected.Errors.Values)}。",
            Card = cards.Fill("form", model, CardJson.Default.FormModel),
            CardId = filled.Card,
            CardStandsAlone = true,
        };
    }

    private async Task<Offers> OfferedAsync(Turn turn, Station station, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation) => new(
        filled.Form.Has(FieldIds.Person) ? await PersonsAsync(station, rejected, cancellation) : [],
        filled.Form.Has(FieldIds.File) ? await FilesAsync(turn, station, filled, cancellation) : []);

    /// <summary>Those that a name fits come first, so that they are always there to be picked.</summary>
    private async Task<List<ChoiceModel>> PersonsAsync(Station station, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var likely = await roster.LikelyAsync(station.Id, MostPersons, cancellation);
        return [.. (rejected?.Candidates ?? []).Concat(likely).DistinctBy(person => person.Id).Take(MostPersons)
            .Select(person => new ChoiceModel(person.Label, person.Label))];
    }

    /// <summary>The open ones, the furthest first; and the one that a changed record belongs to.</summary>
    private async Task<List<ChoiceModel>> FilesAsync(Turn turn, Station station, Filled filled, CancellationToken cancellation)
    {
        var rows = turn.Catalog.OfTopic("case").ToDictionary(row => row.Id);
        var all = await files.AllAsync(station.Id, rows.Keys, cancellation);
        return [.. all
            .Where(file => file.Closed is null || filled.Values.GetValueOrDefault(FieldIds.File) == file.Id.ToString())
            .OrderByDescending(file => file.Sessions)
            .Take(MostPersons)
            .Select(file => new ChoiceModel($"{file.Name} · {rows[file.Indicator].Area.Name} · 已做 {file.Sessions} 节", file.Id.ToString()))];
    }

    private static string Preset(Field field, IReadOnlyDictionary<string, string> preset, Turn turn) =>
        preset.GetValueOrDefault(field.Id) is { Length: > 0 } given ? given
        : field.Kind == FieldKind.Date ? turn.Today.ToString("yyyy-MM-dd")
        : field.Default;

    private sealed record Filled(Form Form, long? Number, string Card, IReadOnlyDictionary<string, string> Values);
}

/// <summary>The station's own choices for a form.</summary>
internal sealed record Offers(IReadOnlyList<ChoiceModel> Persons, IReadOnlyList<ChoiceModel> Files);

/// <summary>The inputs of a form as text, by field id.</summary>
internal static class FormValues
{
    /// <summary>What clients send is text, but not only (adaptive-cards.md: numbers, toggles); anything else counts as not filled in.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, JsonElement>? inputs) => (inputs ?? new Dictionary<string, JsonElement>())
        .ToDictionary(input => input.Key, input => input.Value.ValueKind switch
        {
            JsonValueKind.String => input.Value.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => input.Value.GetRawText(),
            _ => "",
        });

    /// <summary>A stored record, back into its form.</summary>
    public static Dictionary<string, string> Of(RecordDraft draft)
    {
        var (area, topic) = (draft.Indicator.Split('.')[0], draft.Indicator.Split('.')[1]);
        var values = new Dictionary<string, string>(draft.Details)
        {
            [FieldIds.Domain] = area,
            [FieldIds.Category] = topic,
            [FieldIds.Date] = draft.Date.ToString("yyyy-MM-dd"),
            [FieldIds.Person] = draft.Persons.Count > 0 ? draft.Persons[0].Label : "",
            [FieldIds.Others] = string.Join('、', draft.Persons.Skip(1).Select(person => person.Label)),
            [FieldIds.Mode] = draft.Mode?.ToString() ?? "",
            [FieldIds.Name] = draft.Name ?? "",
            [FieldIds.Content] = draft.Content ?? "",
            [FieldIds.Minutes] = draft.Minutes?.ToString() ?? "",
            [FieldIds.Amount] = draft.Fen is { } fen ? Amount.Number(fen, Amount.Yuan) : "",
            [FieldIds.Recipients] = draft.People?.ToString() ?? string.Join('、', draft.Persons.Select(person => person.Label)),
            [FieldIds.File] = draft.File?.Id.ToString() ?? "",
            [FieldIds.Outcome] = draft.Outcome.ToString(),
        };
        return values;
    }
}

/// <summary>From a field's description to what cards/form.json shows.</summary>
internal static class FieldModels
{
    public static FieldModel Of(Field field, string value, string? error, Offers offers) => new()
    {
        Id = field.Id,
        Label = field.Label,
        Type = TypeOf(field.Kind),
        Value = field.Kind == FieldKind.Number && int.TryParse(value, out var number) ? number : value,
        Required = field.IsRequired,
        Error = error,
        Placeholder = field.Placeholder.Length > 0 ? field.Placeholder : null,
        MaxLength = field.Kind is FieldKind.Text or FieldKind.Multiline or FieldKind.Recipients ? field.MaxLength : null,
        Min = field.Kind == FieldKind.Number ? field.Min : null,
        Max = field.Kind == FieldKind.Number ? field.Max : null,
        Choices = field.Kind switch
        {
            FieldKind.Person => offers.Persons,
            FieldKind.File => offers.Files,
            _ => [.. field.Choices.Select(choice => new ChoiceModel(choice.Title, choice.Value))],
        },
    };

    private static string TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.Money or FieldKind.Recipients => "text",
        FieldKind.Multiline => "multiline",
        FieldKind.Date or FieldKind.PlannedDate => "date",
        FieldKind.Number => "number",
        FieldKind.Choice or FieldKind.File => "choice",
        FieldKind.Person => "filtered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
