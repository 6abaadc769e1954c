using StationBot.Naming;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Ledgers;

/// <summary>Whom a name in a ledger means: in a file it must stand as the station knows it.</summary>
internal sealed class PersonNames(IEnumerable<RosterEntry> everybody)
{
    private readonly PersonResolver _resolver = new([.. everybody.Select(person => person.Called)]);

    /// <param name="day">Of the service: who had left by then is meant only when nobody else can be.</param>
    /// <returns>The person, without an id for somebody unknown; or the reason why it cannot be told.</returns>
    public (PersonRef? Person, string? Reason) Find(string text, DateOnly day) => _resolver.Resolve(text, day, MatchedBy.Alias, orLeft: true).Persons switch
    {
        [var only] => (new PersonRef(only.Id, only.Label), null),
        [] when text.TrimEnd().EndsWith('）') || text.TrimEnd().EndsWith(')') => (null, $"名单里没有“{text}”"),
        [] when NamedPersons.Error(text) is { } error => (null, error),
        [] => (new PersonRef(null, text.Trim()), null),
        var several => (null, $"有 {several.Count} 位“{text}”：{string.Join("、", several.Select(person => person.Label))}，请写成 姓名（社区）"),
    };
}
