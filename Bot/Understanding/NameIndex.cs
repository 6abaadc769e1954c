using StationBot.Naming;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>The names that may stand in a sentence: persons of the roster with their aliases, colleagues, villages. Built once, read by all.</summary>
public sealed class NameIndex
{
    /// <summary>Shorter names sound like too many words.</summary>
    private const int ShortestSounding = 3;

    private readonly WordTrie<Word> _names = new();
    private readonly WordTrie<string> _sounds = new();
    private readonly PersonResolver _resolver;

    /// <summary>A colleague's name wins over a resident's alias of the same writing.</summary>
    public NameIndex(IReadOnlyList<PersonName> persons, IEnumerable<string> workers)
    {
        var known = persons.Where(person => !person.IsErased).ToList();
        _resolver = new PersonResolver(known);
        Communities = [.. known.Select(person => person.Community).Where(community => community.Length > 0).Distinct()];
        Add(workers, WordKind.Worker);
        Add(known.SelectMany(person => person.Aliases.Prepend(person.Name)), WordKind.Person);
        Add(known.SelectMany(person => PersonResolver.AddressesOf(person.Name)).Distinct(), WordKind.Person);
        Add(Communities, WordKind.Village);
        foreach (var named in Communities.Select(community => (Short: ShortOf(community), Whole: community)).GroupBy(named => named.Short).Where(group => group.Count() == 1).Select(group => group.Single()))
            _names.TryAdd(NormalisedText.Of(named.Short).Text, new Word(WordKind.Village, NormalisedText.Of(named.Short).Text, named.Whole));
        foreach (var name in known.Select(person => person.Name).Where(name => name.Length >= ShortestSounding && name.All(c => Pinyin.Sound(c) != '\0')))
            _sounds.TryAdd(string.Concat(name.Select(Pinyin.Sound)), name);
    }

    /// <summary>东风 of 东风社区; the whole name where nothing would be left to tell it by.</summary>
    private static string ShortOf(string community)
    {
        var kind = CommunityKinds.FirstOrDefault(kind => community.EndsWith(kind, StringComparison.Ordinal));
        return kind is null || community.Length - kind.Length < 2 ? community : community[..^kind.Length];
    }

    private static readonly string[] CommunityKinds = ["社区", "嘎查", "小区", "街道", "村委会", "居委会", "村", "屯", "镇", "乡"];

    /// <summary>红旗村, as the roster has them.</summary>
    public IReadOnlyList<string> Communities { get; }

    internal WordTrie<Word> Trie => _names;

    /// <summary>The length of the whole name that sounds like what stands there; 0 where none does.</summary>
    internal int SoundsAt(string text, int from)
    {
        for (int i = from, node = 0; i < text.Length && Pinyin.Sound(text[i]) is not '\0' and var sound && (node = _sounds.Step(node, sound)) >= 0; i++)
        {
            if (_sounds.At(node) is not null)
                return i + 1 - from;
        }

        return 0;
    }

    /// <summary>Whom a name means on the day; several where it fits several.</summary>
    public IReadOnlyList<PersonName> Find(string name, DateOnly day) => _resolver.Resolve(name, day, orLeft: true).Persons;

    private void Add(IEnumerable<string> names, WordKind kind)
    {
        foreach (var name in names)
        {
            var written = NormalisedText.Of(name).Text;
            // One character is a surname at best, and would be found in every second word.
            if (written.Length < 2)
                continue;
            _names.TryAdd(written, new Word(kind, written, name));
        }
    }
}
