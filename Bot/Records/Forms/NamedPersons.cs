namespace StationBot.Records.Forms;

/// <summary>Whom the names of a form mean; a name that fits several is settled by whoever was chosen before it.</summary>
/// <param name="day">Of the service: who had left by then isn't meant.</param>
internal sealed class NamedPersons(RosterStore roster, long stationId, DateOnly day)
{
    private const int MostNameCharacters = 40;
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];
    private static readonly char[] Blanks = [' ', '　'];

    public List<PersonRef> Found { get; } = [];

    /// <summary>Names of those whom the station doesn't know.</summary>
    public List<string> Unknown { get; } = [];

    public List<Person> Candidates { get; } = [];

    /// <summary>Adds the one person that a list offered, or that was typed in its place; nothing for an empty text.</summary>
    /// <returns>What is wrong with the name, or null.</returns>
    public async Task<string?> AddOneAsync(string name, CancellationToken cancellation) =>
        name.Length == 0 ? null : Add(name, await roster.FindByNameAsync(stationId, name, day, cancellation));

    /// <summary>Adds everybody of a text in which names stand side by side. A blank may belong to a name, so it parts only what is unknown as a whole.</summary>
    /// <returns>What is wrong with the first bad name, or null.</returns>
    public async Task<string?> AddAllAsync(string names, CancellationToken cancellation)
    {
        foreach (var name in names.Split(Separators, Trimmed))
        {
            var found = await roster.FindByNameAsync(stationId, name, day, cancellation);
            var error = found.Count == 0 && name.IndexOfAny(Blanks) > 0 ? await AddPartsAsync(name, cancellation) : Add(name, found);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private async Task<string?> AddPartsAsync(string names, CancellationToken cancellation)
    {
        foreach (var name in names.Split(Blanks, Trimmed))
        {
            if (await AddOneAsync(name, cancellation) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private string? Add(string name, IReadOnlyList<Person> found)
    {
        if (name.Length > MostNameCharacters)
        {
            return $"“{name[..MostNameCharacters]}…”太长，不像姓名；多人请用顿号隔开";
        }

        switch (found)
        {
            case [] when name.Any(char.IsDigit):
                return $"“{name}”不像姓名；户数或人数请只写数字";
            case [] when name.Contains('（', StringComparison.Ordinal):
                return $"名单里没有“{name}”";
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
