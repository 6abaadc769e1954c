using StationBot.Indicators;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>那养老呢, 上个月呢: the question before, with one thing changed.</summary>
internal static class FollowUpBinder
{
    public static StatusQuestion? Bind(Sentence sentence, RowSet? rows)
    {
        var periods = sentence.Periods;
        if (Previous(sentence) is not { } previous || (rows is null && periods.Count == 0 && !sentence.Has(Each)) || periods.Count > 1 || sentence.Unread.Length > 0)
            return null;
        return previous with
        {
            Rows = rows is null ? previous.Rows : Carry(sentence, previous.Rows, rows),
            Period = sentence.FirstPeriod ?? previous.Period,
            RowsAssumed = previous.RowsAssumed && rows is null,
            Each = AskBinder.EachOf(sentence, previous.Ask) ?? previous.Each,
            FollowsUp = true,
            Corrections = [],
        };
    }

    public static StatusQuestion? Previous(Sentence sentence) =>
        sentence.Context.Previous is { Reading: StatusQuestion question } previous && previous.IsFresh(sentence.Context.Now) ? question : null;

    /// <summary>那养老呢 keeps the topic, 那回访呢 keeps the domain.</summary>
    private static RowSet Carry(Sentence sentence, RowSet before, RowSet said)
    {
        var catalog = sentence.Context.Vocabulary.Catalog;
        if (before.IsAll || sentence.Has(Row, AllRows) || (sentence.Has(Area) && sentence.Has(WordKind.Topic)))
            return said;
        var kept = sentence.Has(Area)
            ? said.Where(row => before.Any(old => old.Topic == row.Topic) && !IsWhole(catalog, before))
            : said.Where(row => before.Any(old => old.Area == row.Area));
        return kept.ToList() is { Count: > 0 } rows ? new RowSet(catalog, rows) : said;
    }

    /// <summary>A whole task was asked about, so the next task is meant whole too.</summary>
    private static bool IsWhole(Catalog catalog, RowSet rows) => catalog.InArea(rows[0].Area.Id).All(rows.Contains);
}
