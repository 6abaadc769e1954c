using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>Shows a form, takes it back, and says beside each field what is wrong with it.</summary>
internal sealed class FormAnswer(RecordStore records, RosterStore roster, FileStore files, FormIntake intake, Confirmations confirmations, LedgerAnswer ledgers, Receipts receipts, CardTemplates cards)
{
    /// <summary>What a card may hold; everybody else is found by 其他姓名.</summary>
    private const int MostChoices = 60;

    /// <summary>Of the persons of a domain who are told in the card that confirms them.</summary>
    private const int MostNames = 20;

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

        var values = form.Fields.ToDictionary(field => field.Id, field => Preset(field, preset, turn));
        var area = preset.GetValueOrDefault(RecordForms.DomainField) is { Length: > 0 } said ? said : null;
        return await ShowAsync(turn, who, new Filled(form, null, turn.CardId, values) { Area = area }, null, cancellation);
    }

    public async Task<Reply> EditAsync(Turn turn, Membership who, EditRecord action, CancellationToken cancellation)
    {
        var record = await records.FindAsync(who.Station.Id, action.Number, cancellation);
        return record switch
        {
            null => Replies.Refused(new Change.NotFound(), action.Number),
            { IsVoided: true } => Replies.Refused(new Change.Voided(action.Number), action.Number),
            _ when !record.MayBeTouchedBy(who.Member) => Replies.Refused(new Change.NotYours(action.Number), action.Number),
            _ when turn.Forms.Find(record.What.Form) is { IsFixed: true } => Replies.NothingToEdit(action.Number),
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
        return await intake.ReadAsync(who.Station, form, values, before?.What ?? form.Blank(turn.Today), turn.Today, cancellation) switch
        {
            Intake.Rejected rejected => await ShowAsync(turn, who, new Filled(form, before, card, values), rejected, cancellation) with { ReplacesCard = true },
            Intake.Accepted accepted when before is not null => await ChangeAsync(turn, who, before, accepted, cancellation),
            Intake.Accepted accepted => await AddAsync(turn, who, card, accepted, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> AddAsync(Turn turn, Membership who, string card, Intake.Accepted accepted, CancellationToken cancellation)
    {
        var saved = await records.AddAsync(who, $"card:{who.Member.Id}:{card}", accepted.Draft, cancellation);
        var record = (await records.FindAsync(who.Station.Id, saved.Number, cancellation))!;
        // The confirmed list is written at once; again where a crash came in between.
        var file = turn.Forms.Find(record.What.Form) is { ConfirmsRegister: true } ? await ledgers.ConfirmAsync(turn, who, record, cancellation) : null;
        var receipt = await receipts.ShowAsync(turn, who, record, saved.IsNew ? accepted.Warnings : ["这张卡片已经登记过，没有重复登记"], cancellation);
        return file is null ? receipt : receipt with { Text = $"{receipt.Text}\n{file}", CardStandsAlone = false };
    }

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, StationRecord before, Intake.Accepted accepted, CancellationToken cancellation) =>
        await records.EditAsync(who, turn.Cause, before, accepted.Draft, cancellation) switch
        {
            Change.Done done => await receipts.ShowAsync(turn, who, done.Record, accepted.Warnings, cancellation, "已修改"),
            var refused => Replies.Refused(refused, before.Number),
        };

    private async Task<Reply> ShowAsync(Turn turn, Membership who, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var form = filled.Form;
        var offered = form.Find(FieldKind.File) is { } field ? await FilesAsync(turn, who.Station, field, filled, cancellation) : [];
        var offers = new Offers(
            form.Find(FieldKind.Person) is null ? [] : await PersonsAsync(who.Station, rejected, cancellation),
            [.. offered.Select(file => Choice(turn, file))],
            form.Find(FieldKind.Attendance) is null ? [] : await MembersAsync(who.Station, offered, cancellation));
        if (form.Find(FieldKind.File) is { } none && offered.Count == 0)
        {
            return Replies.Plain(form.PutsForward ? "还没有可以推荐的个案或小组。" : $"还没有进行中的{none.Label}。先说“开{none.Label}”建一个。");
        }

        var model = new FormModel
        {
            Title = filled.Before is null ? form.Title : $"修改 #{filled.Before.Number}",
            Intro = form.ConfirmsRegister ? await FlaggedAsync(turn, who.Station, filled, cancellation) : null,
            Card = filled.Card,
            Form = form.Id,
            Number = filled.Before?.Number,
            Step = filled.Before?.Step,
            Error = rejected is null ? null : $"还没有保存：有 {rejected.Errors.Count} 处要改。",
            Fields = [.. form.Fields.Where(shown => FieldModels.IsShown(shown, offers)).Select(shown => FieldModels.Of(shown, filled.Values.GetValueOrDefault(shown.Id, ""), rejected?.Errors.GetValueOrDefault(shown.Id), offers))],
            Submit = "保存",
        };
        return new Reply
        {
            Text = rejected is null ? $"{model.Title}：请填写卡片后点“保存”。{(model.Intro is null ? "" : "\n" + model.Intro)}" : $"{model.Error}{string.Join('；', rejected.Errors.Values)}。",
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

    /// <summary>The open ones, the furthest first; and the one that a changed record belongs to. What is put forward may be closed.</summary>
    private async Task<List<FileState>> FilesAsync(Turn turn, Station station, Field field, Filled filled, CancellationToken cancellation)
    {
        var rows = field.Topics.SelectMany(turn.Catalog.OfTopic).Where(row => filled.Area is null || row.Area.Id == filled.Area).Select(row => row.Id).ToList();
        var all = await files.AllAsync(station.Id, rows, cancellation);
        return [.. all
            .Where(file => filled.Form.PutsForward || file.Closed is null || filled.Values.GetValueOrDefault(field.Id) == file.Id.ToString())
            .OrderByDescending(file => file.Sessions)
            .Take(MostChoices)];
    }

    private static ChoiceModel Choice(Turn turn, FileState file) => new(
        $"{file.Name} · {turn.Catalog.Find(file.Indicator)!.Area.Name} · {(file.LastSession is { } last ? $"已做 {file.Sessions} 节，上次 {PeriodName.Of(Period.Day(last))}" : "还没开始")}",
        file.Id.ToString());

    /// <summary>Where there is more than one group, each says whose member it is.</summary>
    private async Task<List<ChoiceModel>> MembersAsync(Station station, List<FileState> groups, CancellationToken cancellation)
    {
        var members = await files.MembersAsync(station.Id, [.. groups.Select(group => group.Id)], cancellation);
        return [.. groups
            .SelectMany(group => members[group.Id].Select(label => (Group: group.Name, Label: label)))
            .GroupBy(member => member.Label, member => member.Group)
            .Take(MostChoices)
            .Select(member => new ChoiceModel(groups.Count == 1 ? member.Key : $"{member.Key} · {string.Join('、', member)}", member.Key))];
    }

    /// <summary><c>养老服务 2 人：李桂兰（红旗村）、王大爷</c>, a line for each domain, or for the one that was said.</summary>
    private async Task<string> FlaggedAsync(Turn turn, Station station, Filled filled, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var area in turn.Catalog.Domains.Where(area => filled.Area is null || area.Id == filled.Area))
        {
            var flagged = await confirmations.FlaggedAsync(station, area.Id, turn.Today, cancellation);
            var names = string.Join('、', flagged.Take(MostNames).Select(person => person.Label));
            lines.Add($"{area.Name} {flagged.Count} 人{(flagged.Count == 0 ? "" : "：" + names)}{(flagged.Count > MostNames ? "…" : "")}");
        }

        return "需回访的人：\n" + string.Join('\n', lines);
    }

    private static bool IsRefused(Form form, Membership who) => form.IsForLead && who.Member.Role != Role.Lead;

    private static Filled Stored(Turn turn, Form form, StationRecord record) =>
        new(form, record, turn.CardId, form.Fields.ToDictionary(field => field.Id, field => field.Slot.Read(record.What)));

    private static string Preset(Field field, IReadOnlyDictionary<string, string> preset, Turn turn) =>
        preset.GetValueOrDefault(field.Id) is { Length: > 0 } given ? given
        : field.Kind == FieldKind.Date ? FormCheck.Text(turn.Today)
        : field.Default;

    private sealed record Filled(Form Form, StationRecord? Before, string Card, IReadOnlyDictionary<string, string> Values)
    {
        /// <summary>The domain that was said.</summary>
        public string? Area { get; init; }
    }
}
