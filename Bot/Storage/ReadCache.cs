using System.Collections;
using System.Collections.Concurrent;

namespace StationBot.Storage;

/// <summary>What was read of one version of each station's data; the first who reads a newer version starts that station's afresh.</summary>
internal sealed class ReadCache
{
    /// <summary>Rows; a few hundred bytes each. Then everything is forgotten: what is asked now comes back at once, and what nobody asks any more doesn't.</summary>
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<long, Kept> _stations = [];

    /// <summary>At least so many are kept: what is added to a station's while it is started afresh stays counted.</summary>
    private int _rows;

    public async Task<T> GetAsync<T>(long station, long version, object key, Func<Task<T>> read)
    {
        var kept = KeptOf(station, version);
        if (kept.Results.TryGetValue(key, out var found))
        {
            return (T)found!;
        }

        var result = await read();
        var rows = 1 + ((result as ICollection)?.Count ?? 0);
        if (kept.Results.TryAdd(key, result))
        {
            Interlocked.Add(ref kept.Rows, rows);
            Interlocked.Add(ref _rows, rows);
        }

        return result;
    }

    private Kept KeptOf(long station, long version)
    {
        if (Volatile.Read(ref _rows) >= MostKept)
        {
            _stations.Clear();
            Volatile.Write(ref _rows, 0);
        }

        if (_stations.TryGetValue(station, out var kept))
        {
            if (kept.Version == version)
            {
                return kept;
            }

            Interlocked.Add(ref _rows, -Volatile.Read(ref kept.Rows));
        }

        // Two that come at once may both do this: either is right, and what the other reads is only not kept.
        return _stations[station] = new Kept(version);
    }

    private sealed class Kept(long version)
    {
        public int Rows;

        public long Version => version;

        public ConcurrentDictionary<object, object?> Results { get; } = new(concurrencyLevel: 1, capacity: 3);
    }
}
