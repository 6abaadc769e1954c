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
public sealed class FormIntake(RosterStore roster, FileStore files)
{
    public async Task<Intake> ReadAsync(Station station, Form form, IReadOnlyDictionary<string, string> values, DateOnly today, CancellationToken cancellation)
    {
        var errors = FormCheck.Errors(form, values);
        var date = FormCheck.TryDate(Value(values, FieldIds.Date), out var given) ? given : today;
        if (!errors.ContainsKey(FieldIds.Date) && RecordRules.DateError(date, station, today) is { } dateError)
        {
            errors[form.Has(FieldIds.Date) ? FieldIds.Date : form.Fields[0].Id] = dateError;
        }

        var persons = await PersonsAsync(station, form, values, errors, cancellation);
        var file = form.Has(FieldIds.File) ? await FileAsync(station, values, errors, cancellation) : null;
        if (errors.Count > 0)
        {
            return new Intake.Rejected(errors, persons.Candidates);
        }

        var draft = Draft(form, values, date) with { Persons = persons.Found };
        draft = file is not null
            ? draft with { Indicator = file.Indicator, File = new FileRef(file.Id, file.Name), Persons = await files.PersonsAsync(station.Id, file.Id, cancellation) }
            : draft with { File = form.OpensFile ? new FileRef(null, persons.Found[0].Label) : null };
        return new Intake.Accepted(draft, await WarningsAsync(station, draft, persons.Unknown, file, cancellation));
    }

    private async Task<NamedPersons> PersonsAsync(
        Station station,
        Form form,
        IReadOnlyDictionary<string, string> values,
        Dictionary<string, string> errors,
        CancellationToken cancellation)
    {
        var persons = new NamedPersons(roster, station.Id);
        foreach (var field in form.Fields.Where(field => NamesPersons(field, values)))
        {
            if (await persons.AddAllAsync(Value(values, field.Id), cancellation) is { } error)
            {
                errors[field.Id] = error;
            }
        }

        if (form.Has(FieldIds.Person) && persons.Found.Count == 0 && !errors.ContainsKey(FieldIds.Person) && !errors.ContainsKey(FieldIds.Others))
        {
            errors[FieldIds.Person] = $"请选择{form.Fields.First(field => field.Id == FieldIds.Person).Label}，名单里没有的写在“其他姓名”里";
        }

        if (form.OpensFile && persons.Found.Count > 1)
        {
            errors[FieldIds.Others] = "一个个案只写一位对象，多人请分开登记";
        }

        return persons;
    }

    private static bool NamesPersons(Field field, IReadOnlyDictionary<string, string> values) =>
        field.Id is FieldIds.Person or FieldIds.Others
        || (field.Kind == FieldKind.Recipients && !FormCheck.TryHouseholds(Value(values, field.Id), out _));

    private async Task<FileState?> FileAsync(Station station, IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors, CancellationToken cancellation)
    {
        if (errors.ContainsKey(FieldIds.File))
        {
            return null;
        }

        var file = long.TryParse(Value(values, FieldIds.File), CultureInfo.InvariantCulture, out var id) ? await files.FindAsync(station.Id, id, cancellation) : null;
        if (file is null)
        {
            errors[FieldIds.File] = "请从列表中选择个案";
        }

        return file;
    }

    private static RecordDraft Draft(Form form, IReadOnlyDictionary<string, string> values, DateOnly date) => new()
    {
        Form = form.Id,
        Indicator = form.Fields.Aggregate(form.Row, (row, field) => row.Replace($"{{{field.Id}}}", Value(values, field.Id), StringComparison.Ordinal)),
        Date = date,
        Mode = Enum.TryParse<ServiceMode>(Value(values, FieldIds.Mode), out var mode) ? mode : null,
        Outcome = Enum.TryParse<Outcome>(Value(values, FieldIds.Outcome), out var outcome) ? outcome : form.Outcome,
        Name = Filled(values, FieldIds.Name),
        Content = Filled(values, FieldIds.Content),
        Minutes = int.TryParse(Value(values, FieldIds.Minutes), CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
        Fen = Amount.TryFen(Value(values, FieldIds.Amount), out var fen) ? fen : null,
        People = FormCheck.TryHouseholds(Value(values, FieldIds.Recipients), out var households) ? households : null,
        Details = form.Fields
            .Where(field => !FieldIds.Own.Contains(field.Id) && Filled(values, field.Id) is not null)
            .ToDictionary(field => field.Id, field => Value(values, field.Id)),
    };

    private async Task<List<string>> WarningsAsync(Station station, RecordDraft draft, List<string> unknown, FileState? file, CancellationToken cancellation)
    {
        var warnings = new List<string>();
        if (unknown.Count > 0)
        {
            warnings.Add($"名单里没有{string.Join("、", unknown)}，已按名单外人员登记");
        }

        var area = draft.Indicator[..draft.Indicator.IndexOf('.', StringComparison.Ordinal)];
        var known = draft.Persons.Where(person => person.Id is not null).ToList();
        var listed = await roster.ListedAreasAsync([.. known.Select(person => person.Id!.Value)], cancellation);
        var elsewhere = known.Where(person => listed[person.Id!.Value].Any() && IsDomain(area) && !listed[person.Id.Value].Contains(area)).ToList();
        if (elsewhere.Count > 0)
        {
            warnings.Add($"{string.Join("、", elsewhere.Select(person => person.Label))}不在这个领域的名单里");
        }

        if (file is not null && draft.Outcome == Outcome.Done)
        {
            warnings.AddRange(SessionWarnings(draft, file));
        }

        if (draft.File is { Id: null } opened && (await files.AllAsync(station.Id, [draft.Indicator], cancellation)).Any(other => other.Name == opened.Name && other.Closed is null))
        {
            warnings.Add($"{opened.Name}已有一个没结案的个案，请确认不是重复开案");
        }

        return warnings;
    }

    private static IEnumerable<string> SessionWarnings(RecordDraft draft, FileState file)
    {
        if (file.Closed is not null)
        {
            yield return $"这个个案{PeriodName.Of(Period.Day(file.Closed.Value))}已经结案";
        }

        if (file.LastSession == draft.Date)
        {
            yield return $"{PeriodName.Of(Period.Day(draft.Date))}已有一节，同一天两节都计数";
        }
    }

    private static bool IsDomain(string area) => area is "relief" or "elder" or "child" or "disabled";

    private static string Value(IReadOnlyDictionary<string, string> values, string field) => values.GetValueOrDefault(field, "");

    private static string? Filled(IReadOnlyDictionary<string, string> values, string field) => Value(values, field) is { Length: > 0 } value ? value : null;
}
