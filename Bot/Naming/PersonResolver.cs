using System.Text.RegularExpressions;

namespace StationBot.Naming;

/// <summary>What told who is meant; in this order, and the first that fits anybody decides.</summary>
public enum MatchedBy
{
    Nothing,

    /// <summary>The full name, alone or with the community.</summary>
    Name,
    Alias,

    /// <summary>Surname and 称谓: 李奶奶, 老王.</summary>
    Address,

    /// <summary>Another writing of the same sound, or pinyin.</summary>
    Sound,
}

/// <param name="Persons">Several where the text fits several.</param>
public sealed record Resolution(MatchedBy By, IReadOnlyList<PersonName> Persons)
{
    public static readonly Resolution Nobody = new(MatchedBy.Nothing, []);
}

/// <summary>Whom a name means, whether it was said, filled in or imported. Pure; built once for those who may be meant.</summary>
public sealed partial class PersonResolver
{
    private const int RegexMilliseconds = 1000;

    private readonly ILookup<string, PersonName> _byName;
    private readonly ILookup<string, PersonName> _byAlias;

    /// <summary>Only who isn't found by name and alias is looked for further: rosters are long, and most names are written right.</summary>
    private readonly Lazy<ILookup<string, PersonName>> _byCall;
    private readonly Lazy<ILookup<string, PersonName>> _bySound;
    private readonly Lazy<ILookup<string, PersonName>> _byPinyin;
    private readonly IReadOnlyList<string> _communities;

    public PersonResolver(IReadOnlyList<PersonName> everybody)
    {
        _byName = everybody.ToLookup(person => person.Name);
        _byAlias = everybody.SelectMany(person => person.Aliases, (person, alias) => (person, alias)).ToLookup(pair => pair.alias, pair => pair.person);
        _byCall = By(everybody, CallsOf);
        _bySound = By(everybody, person => NamesOf(person).Select(SoundOf).OfType<string>());
        _byPinyin = By(everybody, person => NamesOf(person).Select(Pinyin.Letters).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        _communities = [.. everybody.Select(person => person.Community).Where(community => community.Length > 0).Distinct().OrderByDescending(community => community.Length)];
    }

    /// <param name="day">Who had left by then isn't meant …</param>
    /// <param name="upTo">How far a text may be from a name.</param>
    /// <param name="orLeft">… unless nobody else can be.</param>
    public Resolution Resolve(string text, DateOnly day, MatchedBy upTo = MatchedBy.Sound, bool orLeft = false)
    {
        var (name, community) = Parts(text.Trim());
        (MatchedBy By, Func<IEnumerable<PersonName>> Find)[] ways =
        [
            (MatchedBy.Name, () => _byName[name]),
            (MatchedBy.Alias, () => _byAlias[name]),
            (MatchedBy.Address, () => Addressed(name, day)),
            (MatchedBy.Sound, () => Sounding(name)),
        ];
        foreach (var (by, find) in ways.Where(way => way.By <= upTo && name.Length > 0))
        {
            var found = find().Where(person => community is null || person.Community == community).Distinct().ToList();
            var there = found.FindAll(person => person.IsThere(day));
            var meant = there.Count == 0 && orLeft ? found : there;
            if (meant.Count > 0)
            {
                return new Resolution(by, meant);
            }
        }

        return Resolution.Nobody;
    }

    /// <summary>Whether one may be a slip of the other: a single character, or the same sound.</summary>
    public static bool IsNear(string one, string other) =>
        one != other && one.Length == other.Length && one.Length > 1
        && (one.Zip(other).Count(pair => pair.First != pair.Second) == 1 || SoundOf(one) is { } sound && sound == SoundOf(other));

    /// <summary>How persons of this name may be called by surname: 李奶奶, 老李.</summary>
    public static IEnumerable<string> AddressesOf(string name) =>
        name.Length is 0 or > 4 ? [] : FormOfAddress.Of(FormOfAddress.SurnameOf(name));

    /// <summary>李桂兰（红旗村）, or the community before the name: 红旗村的李奶奶.</summary>
    private (string Name, string? Community) Parts(string text)
    {
        if (Labelled().Match(text) is { Success: true } match)
        {
            return (match.Groups["name"].Value.Trim(), match.Groups["community"].Value.Trim());
        }

        var community = _byName.Contains(text) || _byAlias.Contains(text)
            ? null
            : _communities.FirstOrDefault(community => text.StartsWith(community, StringComparison.Ordinal) && text.Length > community.Length);
        return community is null ? (text, null) : (text[community.Length..].TrimStart('的', '那', '个'), community);
    }

    /// <summary>The gender must fit where it is known; the age only chooses among those.</summary>
    private List<PersonName> Addressed(string text, DateOnly day)
    {
        foreach (var form in FormOfAddress.All)
        {
            if (form.NameIn(text) is not { } name)
            {
                continue;
            }

            var fitting = _byCall.Value[name].Where(person => IsCalled(person, name, form) && form.FitsGender(person)).ToList();
            if (fitting.Count > 0)
            {
                return fitting.FindAll(person => form.FitsAge(person, day)) is { Count: > 0 } ofAge ? ofAge : fitting;
            }
        }

        return [];
    }

    /// <summary>By the surname, the full name, or, behind 奶奶 and the like, the given name.</summary>
    private static bool IsCalled(PersonName person, string name, FormOfAddress form) =>
        !person.IsErased
        && (person.Name == name || FormOfAddress.SurnameOf(person.Name) == name
            || (!form.StandsBefore && name.Length > 1 && person.Name.EndsWith(name, StringComparison.Ordinal)));

    /// <summary>Whatever somebody may be called in front of 奶奶 or behind 老; see <see cref="IsCalled"/>.</summary>
    private static IEnumerable<string> CallsOf(PersonName person) =>
        Enumerable.Range(0, Math.Max(0, person.Name.Length - 1)).Select(from => person.Name[from..]).Append(person.Name).Append(FormOfAddress.SurnameOf(person.Name)).Distinct();

    private static IEnumerable<string> NamesOf(PersonName person) => person.Aliases.Prepend(person.Name);

    private static Lazy<ILookup<string, PersonName>> By(IReadOnlyList<PersonName> everybody, Func<PersonName, IEnumerable<string>> keys, StringComparer? comparer = null) =>
        new(() => everybody.SelectMany(keys, (person, key) => (person, key)).ToLookup(pair => pair.key, pair => pair.person, comparer));

    private IEnumerable<PersonName> Sounding(string text) => text switch
    {
        { Length: < 2 } => [],
        _ when text.All(char.IsAsciiLetter) => _byPinyin.Value[text],
        _ => SoundOf(text) is { } sound ? _bySound.Value[sound] : [],
    };

    /// <summary>Null when a character is not in the table.</summary>
    private static string? SoundOf(string text) => string.Concat(text.Select(Pinyin.Sound)) is var sound && sound.Contains('\0') ? null : sound;

    [GeneratedRegex(@"^(?<name>[^（(]+)[（(](?<community>[^）)]+)[）)]$", RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Labelled();
}
