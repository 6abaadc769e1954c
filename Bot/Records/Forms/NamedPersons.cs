namespace StationBot.Records.Forms;

/// <summary>Whom the names of a form mean; a name that fits several is settled by whoever was chosen in the list.</summary>
/// <param name="day">Of the service: who had left by then isn't meant.</param>
internal sealed class NamedPersons(RosterStore roster, long stationId, DateOnly day)
{
    private const int MostNameCharacters = 40;
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];
    private static readonly char[] Blanks = [' ', '　'];

    /// <summary>Whom the list of the form settled on.</summary>
    private long? _chosen;

    public List<PersonRef> Found { get; } = [];

    /// <summary>Names of those whom the station doesn't know.</summary>
    public List<string> Unknown { get; } = [];

    public List<Person> Candidates { get; } = [];

    /// <summary>Those of <see cref="Found"/> who had left by the day.</summary>
    public List<Person> Left { get; } = [];

    /// <summary>Adds the one person that a list offered, or that was typed in its place; nothing for an empty text.</summary>
    /// <returns>What is wrong with the name, or null.</returns>
    public async Task<string?> AddChosenAsync(string name, CancellationToken cancellation)
    {
        var error = name.Length == 0 ? null : await AddOneAsync(name, cancellation);
        _chosen = Found.Count > 0 ? Found[0].Id : null;
        return error;
    }

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

    private async Task<string?> AddOneAsync(string name, CancellationToken cancellation) =>
        Add(name, await roster.FindByNameAsync(stationId, name, day, cancellation));

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
        if (LengthError(name) is { } lengthError)
        {
            return lengthError;
        }

        switch (found)
        {
            // Fingers slip on a card; in a file a digit may tell two of one name apart.
            case [] when name.Any(char.IsDigit) || IsHowMany(name):
                return NoName(name);
            case [] when name.Contains('（', StringComparison.Ordinal):
                return $"名单里没有“{name}”";
            case []:
                Unknown.Add(name);
                Add(new PersonRef(null, name));
                return null;
            case [var only]:
                if (only.Left <= day && !Left.Contains(only))
                {
                    Left.Add(only);
                }

                Add(new PersonRef(only.Id, only.Label));
                return null;
            case var several when several.Any(person => person.Id == _chosen):
                return null;
            default:
                Candidates.AddRange(found);
                return $"有 {found.Count} 位“{name}”：{string.Join("、", found.Select(person => person.Label))}。请写全其中一位，或在列表里选";
        }
    }

    /// <summary>What is wrong with a name that nobody bears, wherever it was written; null when nothing is.</summary>
    public static string? Error(string name) => LengthError(name) ?? (IsHowMany(name) ? NoName(name) : null);

    private static string? LengthError(string name) =>
        name.Length > MostNameCharacters ? $"“{name[..MostNameCharacters]}…”太长，不像姓名；多人请用顿号隔开" : null;

    private static string NoName(string name) => $"“{name}”不像姓名；户数或人数请只写数字";

    /// <summary>约20户, 12, 十户, 八: what was meant is how many.</summary>
    private static bool IsHowMany(string name) =>
        name.TrimStart('约', '共').TrimEnd('户', '人', '名', '位', '个').All(character => char.IsDigit(character) || "〇零一二两三四五六七八九十百千".Contains(character, StringComparison.Ordinal));

    private void Add(PersonRef person)
    {
        if (!Found.Contains(person))
        {
            Found.Add(person);
        }
    }
}
