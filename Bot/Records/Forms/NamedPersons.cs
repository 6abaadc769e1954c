namespace StationBot.Records.Forms;

/// <summary>Whom the names of a form mean; a name that fits several is settled by whoever was chosen before it.</summary>
internal sealed class NamedPersons(RosterStore roster, long stationId)
{
    private const int MostNameCharacters = 40;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', ' ', '　', '\n'];

    public List<PersonRef> Found { get; } = [];

    /// <summary>Labels of those whom the station doesn't know.</summary>
    public List<string> Unknown { get; } = [];

    public List<Person> Candidates { get; } = [];

    /// <summary>Adds everybody of a text in which names stand side by side.</summary>
    /// <returns>What is wrong with the first bad name, or null.</returns>
    public async Task<string?> AddAllAsync(string names, CancellationToken cancellation)
    {
        foreach (var name in names.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (await AddAsync(name, cancellation) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private async Task<string?> AddAsync(string name, CancellationToken cancellation)
    {
        if (name.Length > MostNameCharacters)
        {
            return $"“{name[..MostNameCharacters]}…”太长，不像姓名；多人请用顿号隔开";
        }

        var found = await roster.FindByNameAsync(stationId, name, cancellation);
        switch (found)
        {
            case []:
                Unknown.Add(name);
                Add(new PersonRef(null, name));
                return null;
            case [var only]:
                Add(new PersonRef(only.Id, only.Label));
                return null;
            case var several when several.Any(person => Found.Any(chosen => chosen.Id == person.Id)):
                return null;
            default:
                Candidates.AddRange(found);
                return $"有 {found.Count} 位“{name}”：{string.Join("、", found.Select(person => person.Label))}。请写全其中一位，或在列表里选";
        }
    }

    private void Add(PersonRef person)
    {
        if (!Found.Contains(person))
        {
            Found.Add(person);
        }
    }
}
