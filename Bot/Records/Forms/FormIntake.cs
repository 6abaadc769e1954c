using System.Globalization;
using StationBot.Indicators;
using StationBot.Records.Files;
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
public sealed class FormIntake(RosterStore roster, FileStore files, Caseload caseload, StationStore stations, Catalogs catalogs, Confirmations confirmations)
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
        if (form.Find(FieldKind.Date) is { } date && !errors.ContainsKey(date.Id) && DateError(station, form, values, today) is { } dateError)
        {
            errors[date.Id] = dateError;
        }
        else if (form.Find(FieldKind.Date) is null && RecordRules.DateError(before.Date, station, today) is { } dayError)
        {
            errors[form.Fields[0].Id] = dayError;
        }

        var persons = await PersonsAsync(station, form, values, before, today, errors, cancellation);
        var file = await FileAsync(station, form, values, before, errors, cancellation);
        await CheckMemberAsync(station, form, values, file, before, errors, cancellation);
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

    private static string? DateError(Station station, Form form, IReadOnlyDictionary<string, string> values, DateOnly today) =>
        FormCheck.TryDate(Value(values, form.Find(FieldKind.Date)!), out var date) ? RecordRules.DateError(date, station, today, form.Outcome) : null;

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

        if (form.Find(FieldKind.Persons) is { } each && persons.Found.Count == 0 && !form.Fields.Any(field => NamesPersons(field) && errors.ContainsKey(field.Id)))
        {
            errors[each.Id] = $"请至少勾选一位{each.Label}";
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

    private static bool NamesPersons(Field field) => field.Kind is FieldKind.Person or FieldKind.Persons or FieldKind.Names or FieldKind.Recipients or FieldKind.Attendance;

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
            { Closed: null } when isNew && form.ReopensFile => $"这个{KindOf(file.Indicator)}没有结束，不用重新打开",
            { Closed: not null } when isNew && form.HandsFileOver => $"这个{KindOf(file.Indicator)}已经结束，重新打开后才能转交",
            _ => null,
        };
        if (error is not null)
        {
            errors[field.Id] = error;
        }

        return file;
    }

    /// <summary>Whoever is handed a file works at the station, and isn't the one who has it already.</summary>
    private async Task CheckMemberAsync(
        Station station,
        Form form,
        IReadOnlyDictionary<string, string> values,
        FileState? file,
        RecordDraft before,
        Dictionary<string, string> errors,
        CancellationToken cancellation)
    {
        if (form.Find(FieldKind.Member) is not { } field || errors.ContainsKey(field.Id))
        {
            return;
        }

        var text = Value(values, field);
        var member = (await stations.ActiveMembersAsync(station.Id, cancellation)).FirstOrDefault(member => member.Id.ToString(CultureInfo.InvariantCulture) == text);
        var isTheirs = before.File is null && file is not null && member is not null && (await caseload.FindAsync(station.Id, file.Id, cancellation))?.Life.Worker == member.Name;
        // Who has left meanwhile still stands on the record of the handover.
        if (member is null && field.Slot.Read(before) != text)
        {
            errors[field.Id] = "请从列表中选择交给谁";
        }
        else if (isTheirs)
        {
            errors[field.Id] = $"这个{KindOf(file!.Indicator)}现在就是{member!.Name}在跟进";
        }
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

        if (before.File is null && draft.File is { } opened && (opened.Id is null || file?.Closed is not null))
        {
            warnings.AddRange(await OverlapsAsync(station, draft, opened, cancellation));
        }

        return warnings;
    }

    /// <summary>What is open beside the file that is opened: another case of the person in whichever domain, a group of the same name.</summary>
    private async Task<IEnumerable<string>> OverlapsAsync(Station station, RecordDraft draft, FileRef opened, CancellationToken cancellation)
    {
        var isGroup = FileStore.IsGroup(draft.Indicator);
        var ids = draft.Persons.Select(person => person.Id).OfType<long>().ToList();
        var theirs = isGroup || ids.Count == 0 ? new HashSet<long>() : await caseload.OfPersonsAsync(station.Id, ids, cancellation);
        var catalog = catalogs.For((station.YearOf(draft.Date) ?? station.Years[^1]).Period);
        var rows = catalog.OfTopic(catalog.Find(draft.Indicator)!.Topic).Where(row => !isGroup || row.Id == draft.Indicator).ToDictionary(row => row.Id);
        return from other in await files.AllAsync(station.Id, rows.Keys, cancellation)
               where other.Closed is null && other.Id != opened.Id && (theirs.Contains(other.Id) || other.Name == opened.Name)
               select $"{opened.Name}已有一个没结束的{KindOf(draft.Indicator)}（{rows[other.Indicator].Area.Name}，已做 {other.Sessions} 节），请确认不是重复";
    }

    private static IEnumerable<string> SessionWarnings(RecordDraft draft, FileState file)
    {
        if (file.Closed is { } closed)
        {
            yield return $"这个{KindOf(draft.Indicator)}{PeriodName.Of(Period.Day(closed))}已经结束";
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

    private static string KindOf(string indicator) => FileStore.IsGroup(indicator) ? "小组" : "个案";

    private static string Value(IReadOnlyDictionary<string, string> values, Field field) => values.GetValueOrDefault(field.Id, "");
}
