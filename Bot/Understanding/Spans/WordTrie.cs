namespace StationBot.Understanding.Spans;

/// <summary>
/// Finds every word that begins at a place in one walk: the time depends on the length of the words found, not on how many words there are.
/// </summary>
internal sealed class WordTrie<T>
    where T : class
{
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<T?> _values = [null];

    /// <summary>False when the word is there already; the first one stays.</summary>
    public bool TryAdd(ReadOnlySpan<char> word, T value)
    {
        var node = 0;
        foreach (var c in word)
        {
            if (!_steps.TryGetValue(Key(node, c), out var next))
            {
                next = _values.Count;
                _steps.Add(Key(node, c), next);
                _values.Add(null);
            }

            node = next;
        }

        if (node == 0 || _values[node] is not null)
        {
            return false;
        }

        _values[node] = value;
        return true;
    }

    /// <summary>One step further; -1 when no word goes on this way. The walk begins at 0.</summary>
    public int Step(int node, char next) => _steps.TryGetValue(Key(node, next), out var found) ? found : -1;

    /// <summary>The word that ends at this node.</summary>
    public T? At(int node) => _values[node];

    /// <summary>One number: a tuple's hash is worked out by code that isn't compiled yet when the tries are built.</summary>
    private static long Key(int node, char next) => ((long)node << 16) | next;
}
