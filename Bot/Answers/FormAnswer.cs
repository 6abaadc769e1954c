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
    RosterStore roster,
    FileStore files,
    FileForms fileForms,
    FormIntake intake,
    Receipts receipts,
    CardTemplates cards)
{
    /// <summary>What a card may hold; everybody else is found by 其他姓名.</summary>
    private const int MostChoices = 60;

    public async Task<Reply> OpenAsync(Turn turn, Membership who, string formId, IReadOnlyDictionary<string, string> preset, CancellationToken cancellation)
    {
        if (turn.Forms.Find(formId) is not { } form)
        {
            return Replies.UnknownAction;
        }

        var values = form.Fields.ToDictionary(field => field.Id, field => Preset(field, preset, turn));
        await fileForms.PresetAsync(who.Station, form, values, cancellation);
        return await ShowAsync(turn, who, new Filled(form, null, turn.CardId, values), null, cancellation);
    }

    public async Task<Reply> EditAsync(Turn turn, Membership who, EditRecord action, CancellationToken cancellation)
    {
        var record = await records.FindAsync(who.Station.Id, action.Number, cancellation);
        return record switch
        {
            null => Replies.Refused(new Change.NotFound(), action.Number),
            { IsVoided: true } => Replies.Refused(new Change.Voided(action.Number), action.Number),
            _ when !record.MayBeTouchedBy(who.Member) => Replies.Refused(new Change.NotYours(action.Number), action.Number),
            _ when turn.Forms.Find(record.What.Form) is { } form => await ShowAsync(turn, who, Stored(turn, form, record), null, cancellation),
            _ => Replies.NotByCard(action.Number),
        };
    }

    public async Task<Reply> SaveAsync(Turn turn, Membership who, SaveForm action, CancellationToken cancellation)
    {
        if (turn.Forms.Find(action.Form) is not { } form || action.Card is not { Length: > 0 and <= 64 } card)
        {
            return Replies.UnknownAction;
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
        var read = await intake.ReadAsync(who.Station, form, values, before?.What ?? form.Blank(turn.Today), turn.Today, cancellation);
        return await fileForms.CheckAsync(who, form, before, read, cancellation) switch
        {
            Intake.Rejected when before is null && await records.FindByKeyAsync(who.Station.Id, KeyOf(who, card), cancellation) is { } known =>
                await receipts.ShowAsync(turn, who, known, [SavedBefore], cancellation),
            Intake.Rejected rejected => await ShowAsync(turn, who, new Filled(form, before, card, values), rejected, cancellation) with { ReplacesCard = true },
            Intake.Accepted accepted when before is not null => await ChangeAsync(turn, who, before, accepted, cancellation),
            Intake.Accepted accepted => await AddAsync(turn, who, card, accepted, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> AddAsync(Turn turn, Membership who, string card, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var saved = await records.AddAsync(who, KeyOf(who, card), accepted.Draft, cancellation);
        var record = (await records.FindAsync(who.Station.Id, saved.Number, cancellation))!;
        return await receipts.ShowAsync(turn, who, record, saved.IsNew ? accepted.Warnings : [SavedBefore], cancellation);
    }

    private const string SavedBefore = "这张卡片已经登记过，没有重复登记";

    private static string KeyOf(Membership who, string card) => $"card:{who.Member.Id}:{card}";

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, StationRecord before, Intake.Accepted accepted, CancellationToken cancellation) =>
        await records.EditAsync(who, turn.Cause, before, accepted.Draft, cancellation) switch
        {
            Change.Done done => await receipts.ShowAsync(turn, who, done.Record, accepted.Warnings, cancellation, "已修改"),
            var refused => Replies.Refused(refused, before.Number),
        };

    private async Task<Reply> ShowAsync(Turn turn, Membership who, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var form = filled.Form;
        var offers = new Offers(
            form.Find(FieldKind.Person) is null ? [] : await PersonsAsync(who.Station, rejected, cancellation),
            form.Find(FieldKind.File) is { } field ? await FilesAsync(turn, who.Station, field, filled, cancellation) : [],
            form.Find(FieldKind.Member) is null ? [] : await fileForms.MembersAsync(who.Station, filled.Before?.What, cancellation));
        if (form.Find(FieldKind.File) is { } file && offers.Files.Count == 0)
        {
            return Replies.Plain(form.ReopensFile ? "没有已经结束的个案或小组。" : file.Topics.Count > 1 ? $"还没有进行中的{file.Label}。" : $"还没有进行中的{file.Label}。先说“开{file.Label}”建一个。");
        }

        var model = new FormModel
        {
            Title = filled.Before is null ? form.Title : $"修改 #{filled.Before.Number}",
            Intro = filled.Before is null ? await fileForms.IntroAsync(turn, who.Station, form, cancellation) : null,
            Card = filled.Card,
            Form = form.Id,
            Number = filled.Before?.Number,
            Step = filled.Before?.Step,
            Error = rejected is null ? null : $"还没有保存：有 {rejected.Errors.Count} 处要改。",
            Fields = [.. form.Fields.Select(field => FieldModels.Of(field, filled.Values.GetValueOrDefault(field.Id, ""), rejected?.Errors.GetValueOrDefault(field.Id), offers))],
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

    /// <summary>Those that a name fits come first, so that they are always there to be picked.</summary>
    private async Task<List<ChoiceModel>> PersonsAsync(Station station, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var likely = await roster.LikelyAsync(station.Id, MostChoices, cancellation);
        return [.. (rejected?.Candidates ?? []).Concat(likely).DistinctBy(person => person.Id).Take(MostChoices)
            .Select(person => new ChoiceModel(person.Label, person.Label))];
    }

    /// <summary>The open ones, or those that can be opened again, the furthest first; and the one that a changed record belongs to.</summary>
    private async Task<List<ChoiceModel>> FilesAsync(Turn turn, Station station, Field field, Filled filled, CancellationToken cancellation)
    {
        var rows = field.Topics.SelectMany(turn.Catalog.OfTopic).ToDictionary(row => row.Id);
        var all = await files.AllAsync(station.Id, rows.Keys, cancellation);
        return [.. all
            .Where(file => (file.Closed is not null) == filled.Form.ReopensFile || filled.Values.GetValueOrDefault(field.Id) == file.Id.ToString())
            .OrderByDescending(file => file.Sessions)
            .Take(MostChoices)
            .Select(file => new ChoiceModel($"{file.Name} · {rows[file.Indicator].Area.Name} · {(file.LastSession is { } last ? $"已做 {file.Sessions} 节，上次 {PeriodName.Of(Period.Day(last))}" : "还没开始")}", file.Id.ToString()))];
    }

    private static Filled Stored(Turn turn, Form form, StationRecord record) =>
        new(form, record, turn.CardId, form.Fields.ToDictionary(field => field.Id, field => field.Slot.Read(record.What)));

    private static string Preset(Field field, IReadOnlyDictionary<string, string> preset, Turn turn) =>
        preset.GetValueOrDefault(field.Id) is { Length: > 0 } given ? given
        : field.Kind == FieldKind.Date ? FormCheck.Text(turn.Today)
        : field.Default;

    private sealed record Filled(Form Form, StationRecord? Before, string Card, IReadOnlyDictionary<string, string> Values);
}
