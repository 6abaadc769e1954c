using System.Collections.Concurrent;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;

namespace StationBot.Conversations;

/// <summary>The names that may stand in a station's sentences, kept until one of them changes, in this process or another.</summary>
internal sealed class StationNames(RosterStore roster, StationStore stations)
{
    /// <summary>More stations than a process usually serves; beyond them the names are read anew.</summary>
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<long, Kept> _kept = [];

    public async Task<NameIndex> OfAsync(long stationId, CancellationToken cancellation)
    {
        var (change, person) = await roster.RevisionAsync(stationId, cancellation);
        var workers = await stations.MembersAsync(stationId, cancellation);
        var revision = $"{change}/{person}/{string.Join('、', workers.Keys.Order(StringComparer.Ordinal))}";
        if (_kept.TryGetValue(stationId, out var kept) && kept.Revision == revision)
        {
            return kept.Names;
        }

        var names = new NameIndex(await roster.NamesAsync(stationId, cancellation), workers.Keys);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[stationId] = new Kept(revision, names);
        return names;
    }

    private sealed record Kept(string Revision, NameIndex Names);
}
