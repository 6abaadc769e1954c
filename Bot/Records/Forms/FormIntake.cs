using System.Globalization;
using StationBot.Indicators;
using StationBot.Stations;

namespace StationBot.Records.Forms;

/// <summary>What a submitted form turned out to be.</summary>
public abstract record Intake
{
    /// <param name="Warnings">Chinese sentences for the receipt; nothing that keeps the record from being saved.</param>
    public sealed record Accepted(RecordDraft Draft, IReadOnlyList<string> Warnings) : Intake;

    /// <param name="Errors">One Chinese sentence a wrong field, by field id.</param>
    /// <param name="Candidates">Persons that the form should offer, because a name fits more than one.</param>
    public sealed record Rejected(IReadOnlyDictionary<string, string> Errors, IReadOnlyList<Person> Candidates) : Intake;
}

/// <summary>From the raw inputs of a form to a record that obeys every rule (product.md §3.15, §4).</summary>
public sealed class FormIntake(RosterStore roster, FileStore files, Confirmations confirmations)
{
    /// <param name="before">What the form's fields are laid over: a blank record, or the one that is changed.</param>
    public async Task<Intake> ReadAsync(
        Station station,
        Form form,
        IReadOnlyDictionary<string, string> values,
        RecordDraft before,
        DateOnly today,
        CancellationToken cancellation)
    {
        var errors = FormCheck.Errors(form, values);
        var draft = errors.Count > 0 ? before : form.Fields.Aggregate(before, (laid, field) => field.Slot.Write(laid, Value(values, field)));
        if (form.Find(FieldKind.Date) is { } date && !errors.ContainsKey(date.Id) && DateError(station, values, date, today) is { } dateError)
        {
            errors[date.Id] = dateError;
        }
        else if (form.Find(FieldKind.Date) is null && RecordRules.DateError(before.Date, station, today) is { } dayError)
        {
            errors[form.Fields[0].Id] = dayError;
        }

        var persons = await PersonsAsync(station, form, values, before, today, errors, cancellation);
        var file = await FileAsync(station, form, values, before, errors, cancellation);
        if (errors.Count > 0)
        {
            return new Intake.Rejected(errors, persons.Candidates);
        }

        draft = file is null
            ? draft with { Persons = form.Fields.Any(NamesPersons) ? persons.Found : before.Persons }
            : draft with { Indicator = file.Indicator, File = new FileRef(file.Id, file.Name), Persons = await AttendingAsync(station, form, file, persons, cancellation) };
        if (form.OpensFile)
        {
            draft = draft with { File = new FileRef(before.File?.Id, draft.Name ?? persons.Found[0].Label) };
        }

        var confirmed = await confirmations.ConfirmAsync(station, form, draft, file, cancellation);
        return confirmed.Error is { } error
            ? new Intake.Rejected(new Dictionary<string, string> { [form.Fields[0].Id] = error }, [])
            : new Intake.Accepted(
                confirmed.Draft,
                [.. confirmed.Warnings, .. form.IsFixed ? [] : await WarningsAsync(station, confirmed.Draft, before, persons, file, cancellation)]);
    }

    private static string? DateError(Station station, IReadOnlyDictionary<string, string> values, Field field, DateOnly today) =>
        FormCheck.TryDate(Value(values, field), out var date) ? RecordRules.DateError(date, station, today) : null;

    private async Task<NamedPersons> PersonsAsync(
        Station station,
        Form form,
        IReadOnlyDictionary<string, string> values,
        RecordDraft before,
        DateOnly today,
        Dictionary<string, string> errors,
        CancellationToken cancellation)
    {
        var day = form.Find(FieldKind.Date) is { } date && FormCheck.TryDate(Value(values, date), out var given) ? given : before.Date < today ? before.Date : today;
        var persons = new NamedPersons(roster, station.Id, day);
        foreach (var field in form.Fields.Where(NamesPersons))
        {
            var text = Value(values, field);
            var error = field.Kind switch
            {
                FieldKind.Person => await persons.AddChosenAsync(text, cancellation),
                FieldKind.Recipients or FieldKind.Attendance when FormCheck.TryHouseholds(text, out _) => null,
                _ => await persons.AddAllAsync(text, cancellation),
            };
            if (error is not null)
            {
                errors[field.Id] = error;
            }
        }

        if (form.Find(FieldKind.Person) is { } must && persons.Found.Count == 0 && !form.Fields.Any(field => NamesPersons(field) && errors.ContainsKey(field.Id)))
        {
            errors[must.Id] = $"请选择{must.Label}，名单里没有的写在“其他姓名”里";
        }

        if (form.Id == RecordForms.CaseOpenId && persons.Found.Count > 1)
        {
            errors["others"] = "一个个案只写一位对象，多人请分开登记";
        }

        return persons;
    }

    /// <summary>A case's session is with its person; a group's with those who came, where they are named.</summary>
    private async Task<IReadOnlyList<PersonRef>> AttendingAsync(Station station, Form form, FileState file, NamedPersons named, CancellationToken cancellation) =>
        form.Find(FieldKind.Recipients) is null ? await files.PersonsAsync(station.Id, file.Id, cancellation) : named.Found;

    private static bool NamesPersons(Field field) => field.Kind is FieldKind.Person or FieldKind.Names or FieldKind.Recipients or FieldKind.Attendance;

    private async Task<FileState?> FileAsync(
        Station station,
        Form form,
        IReadOnlyDictionary<string, string> values,
        RecordDraft before,
        Dictionary<string, string> errors,
        CancellationToken cancellation)
    {
        if (form.Find(FieldKind.File) is not { } field || errors.ContainsKey(field.Id))
        {
            return null;
        }

        var file = long.TryParse(Value(values, field), CultureInfo.InvariantCulture, out var id) ? await files.FindAsync(station.Id, id, cancellation) : null;
        var isNew = before.File is null;
        var error = file switch
        {
            null => $"请从列表中选择{field.Label}",
            _ when !field.Topics.Any(topic => file.Indicator.EndsWith("." + topic, StringComparison.Ordinal)) => $"请从列表中选择{field.Label}",
            _ when !isNew && before.File!.Id != file.Id => $"登记好的记录不能换{field.Label}，请撤销后重新登记",
            { Closed: { } closed } when isNew && form.ClosesFile => $"这个{field.Label}{PeriodName.Of(Period.Day(closed))}已经结束",
            _ => null,
        };
        if (error is not null)
        {
            errors[field.Id] = error;
        }

        return file;
    }

    private async Task<List<string>> WarningsAsync(Station station, RecordDraft draft, RecordDraft before, NamedPersons persons, FileState? file, CancellationToken cancellation)
    {
        var warnings = new List<string>();
        if (persons.Unknown.Count > 0)
        {
            warnings.Add($"名单里没有{string.Join("、", persons.Unknown)}，已按名单外人员登记");
        }

        foreach (var name in persons.Unknown)
        {
            var similar = await roster.SimilarAsync(station.Id, name, cancellation);
            if (similar.Count > 0)
            {
                warnings.Add($"是不是{string.Join("或", similar)}？写错了请点“修改”");
            }
        }

        var area = draft.Indicator.Split('.')[0];
        var known = draft.Persons.Where(person => person.Id is not null).ToList();
        var listed = await roster.ListedAreasAsync([.. known.Select(person => person.Id!.Value)], cancellation);
        var elsewhere = known.Where(person => listed[person.Id!.Value].Any() && area != "charity" && !listed[person.Id.Value].Contains(area)).ToList();
        if (elsewhere.Count > 0)
        {
            warnings.Add($"{string.Join("、", elsewhere.Select(person => person.Label))}不在这个领域的名单里");
        }

        if (file is not null && before.File is null && draft.Outcome == Outcome.Done)
        {
            warnings.AddRange(SessionWarnings(draft, file));
        }

        if (file is not null && draft.Form == RecordForms.GroupSessionId)
        {
            warnings.AddRange(await VisitorsAsync(station, draft, file, cancellation));
        }

        if (draft.File is { Id: null } opened && (await files.AllAsync(station.Id, [draft.Indicator], cancellation)).Any(other => other.Name == opened.Name && other.Closed is null))
        {
            warnings.Add($"{opened.Name}已有一个没结束的{KindOf(draft)}，请确认不是重复");
        }

        return warnings;
    }

    private static IEnumerable<string> SessionWarnings(RecordDraft draft, FileState file)
    {
        if (file.Closed is { } closed)
        {
            yield return $"这个{KindOf(draft)}{PeriodName.Of(Period.Day(closed))}已经结束";
        }

        if (file.LastSession == draft.Date)
        {
            yield return $"{PeriodName.Of(Period.Day(draft.Date))}已有一节，同一天两节都计数";
        }
    }

    /// <summary>Who came without being a member is not kept out, but said.</summary>
    private async Task<string[]> VisitorsAsync(Station station, RecordDraft draft, FileState file, CancellationToken cancellation)
    {
        var members = (await files.PersonsAsync(station.Id, file.Id, cancellation)).Select(member => member.Id).ToHashSet();
        var visitors = draft.Persons.Where(person => person.Id is not null && members.Count > 0 && !members.Contains(person.Id)).Select(person => person.Label).ToList();
        return visitors.Count == 0 ? [] : [$"{string.Join('、', visitors)}不在{file.Name}的成员里，已按出席登记"];
    }

    private static string KindOf(RecordDraft draft) => draft.Indicator.EndsWith(".group", StringComparison.Ordinal) ? "小组" : "个案";

    private static string Value(IReadOnlyDictionary<string, string> values, Field field) => values.GetValueOrDefault(field.Id, "");
}
