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
    private static readonly char[] NameSeparators = ['、', '，', ',', '；', ';', ' ', '　', '\n'];

    public async Task<Intake> ReadAsync(Station station, Form form, IReadOnlyDictionary<string, string> values, DateOnly today, CancellationToken cancellation)
    {
        var errors = FormCheck.Errors(form, values);
        if (!errors.ContainsKey("date") && FormCheck.TryDate(values["date"], out var date) && RecordRules.DateError(date, station, today) is { } dateError)
        {
            errors["date"] = dateError;
        }

        var persons = new Persons();
        await AddChosenAsync(station, values.GetValueOrDefault("person", ""), persons, errors, cancellation);
        await AddNamedAsync(station, values.GetValueOrDefault("others", ""), persons, errors, cancellation);
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
        var elsewhere = draft.Persons.Where(person => person.Id is { } id && !listed.Contains(id)).Select(person => person.Name).ToList();
        if (elsewhere.Count > 0)
        {
            warnings.Add($"{string.Join("、", elsewhere)}不在这个领域的名单里");
        }

        return new Intake.Accepted(draft, warnings);
    }

    private async Task AddChosenAsync(Station station, string chosen, Persons persons, Dictionary<string, string> errors, CancellationToken cancellation)
    {
        if (!long.TryParse(chosen, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        if (await roster.FindAsync(station.Id, id, cancellation) is { } person)
        {
            persons.Add(person);
        }
        else
        {
            errors["person"] = "请从列表中选择服务对象";
        }
    }

    private async Task AddNamedAsync(Station station, string names, Persons persons, Dictionary<string, string> errors, CancellationToken cancellation)
    {
        foreach (var name in names.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name.Length > 20)
            {
                errors["others"] = $"“{name[..20]}…”太长，不像姓名；多人请用顿号隔开";
                continue;
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
                errors["others"] = $"有 {found.Count} 位“{name}”：{string.Join("、", found.Select(person => person.Label))}。请在“服务对象”里选，再把这里的名字去掉";
            }
        }
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
                Found.Add(new PersonRef(person.Id, person.Name));
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
