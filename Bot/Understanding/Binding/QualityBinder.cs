using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>补录的有几条, 有没有重复用的照片.</summary>
internal static class QualityBinder
{
    public static Reading? Bind(Sentence sentence) => AskOf(sentence) is { } ask ? Read(sentence, ask) : null;

    /// <summary>Whoever knows what is asked.</summary>
    public static Reading? Read(Sentence sentence, QualityAsk ask)
    {
        if (sentence.Has(Person, Except) || sentence.Periods.Count > 1)
            return null;
        if (sentence.Unhinted is { Length: > 0 } unknown)
            return UnclearTexts.Unread(unknown, [ask == QualityAsk.LateEntries ? "今年补录的有几条" : "今年有没有重复用的照片"]);
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : new QualityQuestion(ask, rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static QualityAsk? AskOf(Sentence sentence)
    {
        // 没重复用, 拿旧照片 … told of one record is no question.
        if (sentence.IsAbout(Matter.Reuse))
            return sentence.Asks || sentence.Has(Order) || !sentence.Has(Narrative) ? QualityAsk.ReusedPhotos : null;
        if (!sentence.Asks || sentence.Text.Contains('能', StringComparison.Ordinal) || sentence.Text.Contains("没补", StringComparison.Ordinal) || sentence.Text.Contains("未补", StringComparison.Ordinal) || sentence.IsAbout(Matter.Tally | Matter.Counts))
            return null;
        var isOfRecords = sentence.Has(What, List) || sentence.Tokens.Any(token => token.Kind == HowMany && token.Text is [.., '条' or '次' or '个' or '份' or '笔' or '少'])
            || sentence.Tokens.Any(token => token is { Kind: YesNo, Text: "有没有" });
        return sentence.IsAbout(Matter.Late | Matter.Backfill) && isOfRecords ? QualityAsk.LateEntries : null;
    }
}
