using StationBot.Naming;
using StationBot.Understanding;

namespace StationBot.Answers.Drafts;

/// <summary>Whom a name in a told sentence means.</summary>
/// <param name="Labels">Several where the name fits several; none where nobody of the roster bears it.</param>
/// <param name="Areas">Those that all whom it may mean have in common.</param>
internal sealed record ToldPerson(string Said, IReadOnlyList<string> Labels, IReadOnlyList<string> Areas)
{
    public bool IsListed => Labels.Count == 1;

    /// <summary>As the form holds it.</summary>
    public string Name => Labels is [var only] ? only : Said;

    public bool IsCalled(string name) => Said == name || Labels.Any(label => label == name || label.StartsWith(name + "（", StringComparison.Ordinal));

    public static ToldPerson Of(string said, IReadOnlyList<PersonName> meant) => new(
        said,
        [.. meant.Select(person => PersonName.LabelOf(person.Name, person.Community))],
        Common(meant.Select(person => person.Areas)));

    /// <summary>What all of them have; nothing where there is none of them.</summary>
    public static IReadOnlyList<string> Common(IEnumerable<IReadOnlyList<string>> sets)
    {
        var all = sets.ToList();
        return all.Count == 0 ? [] : all.Aggregate((one, other) => [.. one.Intersect(other)]);
    }
}
