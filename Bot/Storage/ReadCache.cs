using System.Collections;
using System.Collections.Concurrent;

namespace StationBot.Storage;

/// <summary>What was read of one version of the data; the first who reads a newer version starts it afresh.</summary>
internal sealed class ReadCache
{
    /// <summary>Rows; a few hundred bytes each. Then everything is forgotten: what is asked now comes back at once, and what nobody asks any more doesn't.</summary>
    private const int MostKept = 50_000;

    private volatile Kept _kept = new(-1);

    public async Task<T> GetAsync<T>(long version, object key, Func<Task<T>> read)
    {
        var kept = _kept;
        if (kept.Version != version || kept.Rows >= MostKept)
        {
            // Two that come at once may both do this: either is right, and what the other reads is only not kept.
            _kept = kept = new Kept(version);
        }

        if (kept.Results.TryGetValue(key, out var found))
        {
            return (T)found!;
        }

        var result = await read();
        kept.Add(key, result);
        return result;
    }

    private sealed class Kept(long version)
    {
        private int _rows;

        public long Version => version;

        public int Rows => Volatile.Read(ref _rows);

        public ConcurrentDictionary<object, object?> Results { get; } = [];

        public void Add(object key, object? result)
        {
            if (Results.TryAdd(key, result))
            {
                Interlocked.Add(ref _rows, 1 + ((result as ICollection)?.Count ?? 0));
            }
        }
    }
}
