using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>A record and what it still lacks; nothing where it is complete.</summary>
internal sealed record FiledRecord(ListedRecord Record, IReadOnlyList<EvidenceRequirement> Missing);

/// <summary>What evidence records lack: the same whether it is asked or sent.</summary>
internal sealed class EvidenceList(RecordList records, RecordStore store)
{
    /// <summary>The records of the days, oldest first.</summary>
    /// <param name="kind">Only what lacks of this kind is told; all kinds without.</param>
    /// <param name="memberId">Only those that this member entered.</param>
    public async Task<List<FiledRecord>> OfAsync(
        Station station, IReadOnlyCollection<Indicator> rows, Period period, EvidenceKind? kind, long? memberId, CancellationToken cancellation)
    {
        var asking = RowsOf(rows, kind).ToDictionary(row => row.Id);
        var facts = (await store.FactsAsync(station.Id, [.. asking.Keys], period, cancellation: cancellation)).ToDictionary(fact => fact.Number);
        var all = await records.ReadAsync(station.Id, new RecordSelection([.. asking.Keys], period, memberId), cancellation);
        return [.. all.Select(record => new FiledRecord(record, facts.TryGetValue(record.Record.Number, out var fact) ? Missing(asking[fact.Indicator], fact, kind) : []))];
    }

    /// <summary>The rows that ask for the evidence at all.</summary>
    public static IEnumerable<Indicator> RowsOf(IEnumerable<Indicator> rows, EvidenceKind? kind) =>
        rows.Where(row => kind is not { } one || row.Evidence.Any(requirement => requirement.AnyOf.Contains(one)));

    private static List<EvidenceRequirement> Missing(Indicator row, Fact fact, EvidenceKind? kind) =>
        [.. CreditRules.Missing(row, fact).Where(requirement => kind is null || requirement.AnyOf.Contains(kind.Value))];
}
