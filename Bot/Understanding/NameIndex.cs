namespace StationBot.Understanding;

/// <summary>The names that may stand in a sentence: persons of the roster with their aliases, and colleagues. Built once, read by all.</summary>
public sealed class NameIndex
{
    private readonly WordTrie<Word> _names = new();

    /// <summary>A colleague's name wins over a resident's alias of the same writing.</summary>
    public NameIndex(IEnumerable<string> persons, IEnumerable<string> workers)
    {
        Add(workers, WordKind.Worker);
        Add(persons, WordKind.Person);
    }

    internal WordTrie<Word> Trie => _names;

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
