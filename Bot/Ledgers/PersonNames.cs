using System.Text.RegularExpressions;
using StationBot.Records;

namespace StationBot.Ledgers;

/// <summary>Whom a name in a ledger means. A name goes before an alias; of several persons only one may be meant.</summary>
internal sealed partial class PersonNames
{
    private const int RegexMilliseconds = 1000;

    private readonly ILookup<string, RosterEntry> _byName;
    private readonly ILookup<string, RosterEntry> _byAlias;

    public PersonNames(IReadOnlyCollection<RosterEntry> everybody)
    {
        _byName = everybody.ToLookup(person => person.Name);
        _byAlias = everybody.SelectMany(person => person.Aliases, (person, alias) => (person, alias)).ToLookup(pair => pair.alias, pair => pair.person);
    }

    /// <param name="day">Of the service: who had left by then is meant only when nobody else can be.</param>
    /// <returns>The person, without an id for somebody unknown; or the reason why it cannot be told.</returns>
    public (PersonRef? Person, string? Reason) Find(string text, DateOnly day)
    {
        var community = Labelled().Match(text) is { Success: true } match ? match.Groups["community"].Value.Trim() : null;
        var name = community is null ? text : Labelled().Match(text).Groups["name"].Value.Trim();
        var found = Meant(_byName[name], community, day);
        if (found.Count == 0)
        {
            found = Meant(_byAlias[name], community, day);
        }

        return found switch
        {
            [var only] => (new PersonRef(only.Id, only.Label), null),
            [] when community is not null => (null, $"名单里没有“{text}”"),
            [] => (new PersonRef(null, name), null),
            _ => (null, $"有 {found.Count} 位“{text}”：{string.Join("、", found.Select(person => person.Label))}，请写成 姓名（社区）"),
        };
    }

    private static List<RosterEntry> Meant(IEnumerable<RosterEntry> candidates, string? community, DateOnly day)
    {
        var all = candidates.Where(person => community is null || person.Community == community).ToList();
        var there = all.FindAll(person => person.Left is null || day < person.Left);
        return there.Count > 0 ? there : all;
    }

    [GeneratedRegex(@"^(?<name>[^（(]+)[（(](?<community>[^）)]+)[）)]$", RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Labelled();
}
