using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>What is asked about rows, and which rows are meant where only that is said.</summary>
internal static class AskBinder
{
    /// <summary>Null when nothing is asked about rows.</summary>
    public static StatusAsk? Bind(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(WhichMonths) && sentence.Has(Remaining))
            return StatusAsk.Missed;
        if (sentence.IsAbout(RequestFamily.Sessions))
            return sentence.Has(Remaining) ? StatusAsk.SessionsLeft : StatusAsk.SessionsHeld;
        var isDone = sentence.Has(Did, Form) && !sentence.Has(HowMany, Progress, What, Each, AskingFamily);
        var isThere = rows is not null && sentence.HasOnly(Area, WordKind.Topic, Row, WordKind.Period, YesNo);
        if (AsksWhatIsDone(sentence))
            return StatusAsk.Progress;
        if (sentence.Has(Remaining) || ((isDone || isThere) && sentence.EndsWithYesNo))
            return StatusAsk.Remaining;
        // 完成了哪些指标, 养老服务完成几项 ask for what is done of it.
        if (sentence.Has(Progress) || (sentence.Has(What) && sentence.Has(Did) && rows is not null) || (sentence.Has(HowMany) && CompletesRows(sentence, rows)))
            return StatusAsk.Progress;
        if (sentence.IsAbout(RequestFamily.Money))
            return (rows ?? RowsOf(sentence, StatusAsk.Money))!.All(row => row.Counting == CountingRule.Money) ? StatusAsk.Count : StatusAsk.Money;
        // 慈善救助资金发出去多少: no unit but that of money goes with it.
        if (rows is not null && sentence.First(HowMany) is { Text: "多少" } && GivesAway(sentence) && rows.All(row => row.Counting == CountingRule.LargeDistribution))
            return StatusAsk.Money;
        return sentence.Has(HowMany, Each) ? StatusAsk.Count : null;
    }

    /// <summary>还差多少节 is asked of cases and groups, 募了多少钱 of the one row that is counted in money, 发了多少钱 of distributions.</summary>
    public static RowSet? RowsOf(Sentence sentence, StatusAsk ask)
    {
        var catalog = sentence.Context.Vocabulary.Catalog;
        Func<Indicator, bool>? meant =
            ask is StatusAsk.SessionsLeft or StatusAsk.SessionsHeld ? row => row.Counting == CountingRule.Sessions
            : !sentence.IsAbout(RequestFamily.Money) ? null
            : GivesAway(sentence) ? row => row.Id == "charity.aid"
            : row => row.Counting == CountingRule.Money;
        return meant is null ? null : new RowSet(catalog, catalog.Rows.Where(meant));
    }

    /// <summary>本月还差几次, 还差啥, 进度怎么样 mean every row; 差几 alone, or 做了几次, must say which.</summary>
    public static bool MeansAll(Sentence sentence, StatusAsk ask, Period? period) => ask switch
    {
        StatusAsk.Remaining => period is not null || sentence.Has(What),
        StatusAsk.Progress or StatusAsk.Missed => true,
        _ => false,
    };

    /// <summary>每个月, 每季度; which months were missed are months one by one too.</summary>
    public static Assessment? EachOf(Sentence sentence, StatusAsk ask) =>
        sentence.First(Each) is { } each ? Enum.Parse<Assessment>(each.Meaning)
        : sentence.First(WhichMonths) is { } which && ask == StatusAsk.Missed ? Enum.Parse<Assessment>(which.Meaning)
        : null;

    /// <summary>前两个月有没有漏: of several months, the months one by one.</summary>
    public static Assessment? EachLeftOut(Sentence sentence, RowSet rows, Period? period) =>
        period is { } days && !Indicators.Period.MonthOf(days.First).Contains(days.Last) && sentence.First(Remaining) is { Text: ['漏', ..] or ['落', '下', ..] }
            && rows.All(row => row.Assessment == Assessment.Month)
            ? Assessment.Month
            : null;

    /// <summary>三季度已经完成的列一下.</summary>
    public static bool ListsWhatIsDone(Sentence sentence) => sentence.First(Progress) is { Text: [.., '的'] } done && done.Text != "总的";

    /// <summary>完成了几项: of rows with different units, rows are what can be counted.</summary>
    private static bool CompletesRows(Sentence sentence, RowSet? rows) =>
        (rows is null ? sentence.CountsRows : rows.Select(row => row.Unit).Distinct().Skip(1).Any())
        && sentence.First(Did) is { } did
        && did.Text.StartsWith("完成", StringComparison.Ordinal)
        && sentence.First(HowMany)!.Value.Text is "几项" or "多少项" or "几个" or "多少个" or "多少";

    /// <summary>哪几项已经做够了, 哪些完成了: every word of it says done, and none that it isn't.</summary>
    private static bool AsksWhatIsDone(Sentence sentence)
    {
        if ((!sentence.Has(What) && !sentence.CountsRows) || sentence.Has(Must) || sentence.Tokens.Any(token => token is { Kind: YesNo, Text: not ("?" or "？") } or { Text: "该" }))
            return false;
        return sentence.Has(Remaining)
            ? sentence.Tokens.All(token => token.Kind != Remaining || AskWords.IsReached(token.Text))
            : sentence.Has(What) && sentence.First(Did) is { } did && AskWords.IsCompleted(did.Text);
    }

    public static bool GivesAway(Sentence sentence) =>
        sentence.Tokens.Any(token => token is { Kind: Did, Text: ['发', ..] } or { Kind: Narrative, Text: ['送' or '给', ..] } || token.Text.StartsWith("花了", StringComparison.Ordinal));
}
