using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>迎检还有啥漏洞, 验收准备到几成了, 迎检资料打个包.</summary>
internal static class ReviewBinder
{
    public static readonly string[] Choices = ["迎检还有啥漏洞", "验收准备到几成了", "迎检资料打个包"];

    public static Reading? Bind(Sentence sentence)
    {
        // 补录会不会扣分 is a rule, 来得及 a forecast.
        if (sentence.IsAbout(Matter.Backfill) || sentence.Tokens.Any(token => token is { Kind: AskingFamily, Meaning: nameof(RequestFamily.Forecast) }))
            return null;
        if (sentence.Has(Person, Narrative, Except) || sentence.Periods.Count > 1)
            return null;
        var packs = sentence.Has(Order) || sentence.IsAbout(Matter.Write);
        var finds = sentence.IsAbout(Matter.Gaps) || sentence.Has(Remaining, What);
        var isReady = sentence.IsAbout(Matter.Ready) || sentence.Has(Progress) || sentence.EndsWithYesNo || sentence.Has(HowMany);
        if (!packs && !finds && !isReady)
            return sentence.IsAbout(Matter.Review) && !sentence.Tells ? new Unclear("迎检", "想看哪一样？", Choices) : null;
        if (sentence.Unknown is { Length: > 0 } unknown)
            return UnclearTexts.Unread(unknown, Choices);
        var rows = RowBinder.Bind(sentence);
        if (rows is { Count: 0 })
            return null;
        if (packs)
            return sentence.IsAbout(Matter.Report) ? null : new ExportRequest(rows, sentence.FirstPeriod, IsLedger: true) { IsPack = true };
        var filters = FilterBinder.Bind(sentence).Where(filter => filter is not MineFilter).ToList();
        return filters.Count > 0
            ? UnclearTexts.CannotNarrow(filters[0].Label, Choices)
            : new EvidenceQuestion(null, rows ?? sentence.AllRows, EvidenceBinder.DaysOfReview(sentence)) { Ask = finds ? EvidenceAsk.Gaps : EvidenceAsk.Ready, RowsAssumed = rows is null };
    }
}
