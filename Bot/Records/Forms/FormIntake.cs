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
public sealed class FormIntake(RosterStore roster)
{
    private const int MostNameCharacters = 40;

    private static readonly char[] NameSeparators = ['、', '，', ',', '；', ';', ' ', '　', '\n'];

    public async Task<Intake> ReadAsync(Station station, Form form, IReadOnlyDictionary<string, string> values, DateOnly today, CancellationToken cancellation)
    {
        var errors = FormCheck.Errors(form, values);
        if (!errors.ContainsKey("date") && FormCheck.TryDate(values["date"], out var date) && RecordRules.DateError(date, station, today) is { } dateError)
        {
            errors["date"] = dateError;
        }

        var persons = new Persons();
        foreach (var (field, name) in Named(values))
        {
            if (await AddAsync(station, name, persons, cancellation) is { } error)
            {
                errors[field] = error;
            }
        }

        if (persons.Found.Count == 0 && !errors.ContainsKey("person") && !errors.ContainsKey("others"))
        {
            errors["person"] = "请选择服务对象，名单里没有的写在“其他姓名”里";
        }

        return errors.Count > 0
            ? new Intake.Rejected(errors, persons.Candidates)
            : await AcceptAsync(Draft(form, values, persons.Found), persons.Unknown, cancellation);
    }

    private static RecordDraft Draft(Form form, IReadOnlyDictionary<string, string> values, IReadOnlyList<PersonRef> persons) => new()
    {
        Form = form.Id,
        Indicator = $"{values["domain"]}.{values["category"]}",
        Date = DateOnly.ParseExact(values["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Persons = persons,
        Mode = Enum.TryParse<ServiceMode>(values.GetValueOrDefault("mode"), out var mode) ? mode : null,
        Outcome = Enum.TryParse<Outcome>(values.GetValueOrDefault("outcome"), out var outcome) ? outcome : Outcome.Done,
        Content = values["content"],
        Minutes = int.TryParse(values.GetValueOrDefault("minutes"), CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
    };

    private async Task<Intake> AcceptAsync(RecordDraft draft, List<string> unknown, CancellationToken cancellation)
    {
        var warnings = new List<string>();
        if (unknown.Count > 0)
        {
            warnings.Add($"名单里没有{string.Join("、", unknown)}，已按名单外人员登记");
        }

        var area = draft.Indicator[..draft.Indicator.IndexOf('.', StringComparison.Ordinal)];
        var ids = draft.Persons.Where(person => person.Id is not null).Select(person => person.Id!.Value).ToList();
        var listed = await roster.ListedInAsync(ids, area, cancellation);
        var elsewhere = draft.Persons.Where(person => person.Id is { } id && !listed.Contains(id)).Select(person => person.Label).ToList();
        if (elsewhere.Count > 0)
        {
            warnings.Add($"{string.Join("、", elsewhere)}不在这个领域的名单里");
        }

        return new Intake.Accepted(draft, warnings);
    }

    /// <summary>The chosen person, whose value is the label itself (renderers show the value, not the title), then the others.</summary>
    private static IEnumerable<(string Field, string Name)> Named(IReadOnlyDictionary<string, string> values)
    {
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var chosen = values.GetValueOrDefault("person", "").Trim();
        var others = values.GetValueOrDefault("others", "").Split(NameSeparators, Trimmed).Select(name => ("others", name));
        return chosen.Length == 0 ? others : others.Prepend(("person", chosen));
    }

    /// <returns>What is wrong with the name, or null when somebody was added.</returns>
    private async Task<string?> AddAsync(Station station, string name, Persons persons, CancellationToken cancellation)
    {
        if (name.Length > MostNameCharacters)
        {
            return $"“{name[..MostNameCharacters]}…”太长，不像姓名；多人请用顿号隔开";
        }

        var found = await roster.FindByNameAsync(station.Id, name, cancellation);
        if (found.Count == 0)
        {
            persons.AddUnknown(name);
        }
        else if (found.Count == 1)
        {
            persons.Add(found[0]);
        }
        else if (!found.Any(persons.Has))
        {
            persons.Candidates.AddRange(found);
            return $"有 {found.Count} 位“{name}”：{string.Join("、", found.Select(person => person.Label))}。请写全其中一位，或在“服务对象”里选";
        }

        return null;
    }

    private sealed class Persons
    {
        public List<PersonRef> Found { get; } = [];
        public List<string> Unknown { get; } = [];
        public List<Person> Candidates { get; } = [];

        public bool Has(Person person) => Found.Any(found => found.Id == person.Id);

        public void Add(Person person)
        {
            if (!Has(person))
            {
                Found.Add(new PersonRef(person.Id, person.Label));
            }
        }

        public void AddUnknown(string name)
        {
            if (!Unknown.Contains(name))
            {
                Unknown.Add(name);
                Found.Add(new PersonRef(null, name));
            }
        }
    }
}
