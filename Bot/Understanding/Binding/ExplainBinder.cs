using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>这个数怎么算出来的, 为什么还差两次: the number that was said, or the last one that was answered.</summary>
internal static class ExplainBinder
{
    public static ExplainQuestion? Bind(Sentence sentence)
    {
        if ((!sentence.IsAbout(Matter.Explain) && !sentence.Has(Remaining, Number)) || sentence.Has(Person) || sentence.Periods.Count > 1)
            return null;
        return Of(sentence);
    }

    /// <summary>Whoever knows that a number is to be explained.</summary>
    public static ExplainQuestion? Of(Sentence sentence)
    {
        var rows = RowBinder.Bind(sentence);
        if (rows is { Count: 0 })
            return null;
        if (rows is not null && !rows.IsAll)
        {
            // Targets are the station's, so 我 narrows nothing.
            return new ExplainQuestion(new StatusQuestion(StatusAsk.Remaining, rows, sentence.FirstPeriod)
            {
                Filters = [.. FilterBinder.Bind(sentence).Where(filter => filter is not MineFilter)],
            });
        }

        return new ExplainQuestion(sentence.Context.Fresh as StatusQuestion is { } previous ? previous with { Period = sentence.FirstPeriod ?? previous.Period, Corrections = [] } : null);
    }
}
