using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>What the task list asks and how it is counted. No reading gives a number of the station, so a word that is not known does no harm.</summary>
internal static class RuleBinder
{
    public const Matter Words = Matter.Tally | Matter.Counts | Matter.Quota | Matter.Proof | Matter.Merge | Matter.Scope | Matter.Tier10 | Matter.Tier20
        | Matter.Tiers | Matter.Differs | Matter.Backfill | Matter.SameDay | Matter.Once | Matter.Why;

    /// <summary>金额 of a distribution that the task list names (慈善救助资金).</summary>
    private const int LargeYuan = 1000;

    public static Reading? Bind(Sentence sentence) =>
        !(sentence.IsAbout(RequestFamily.Forecast) && ForecastBinder.SaysPace(sentence)) && RowBinder.Bind(sentence) is var rows && AskOf(sentence, rows) is { } ask && (rows is not { Count: 0 } || ask is RuleAsk.Merge or RuleAsk.Scope or RuleAsk.Backfill)
            ? Read(sentence, ask, rows is { Count: 0 } ? null : rows)
            : null;

    /// <summary>Whoever knows that a rule is asked about.</summary>
    public static Reading? Of(Sentence sentence, RuleAsk ask) => RowBinder.Bind(sentence) is var rows && rows is { Count: 0 } ? null : Read(sentence, ask, rows);

    /// <summary>水印上都得有啥字: where no rows are said, it is asked of those that want such evidence.</summary>
    public static Reading? OfEvidence(Sentence sentence)
    {
        if (RowBinder.Bind(sentence) is { } said)
            return said.Count == 0 ? null : Read(sentence, RuleAsk.Evidence, said);
        var kinds = sentence.Tokens.Where(token => token.Kind == Family).Select(token => EvidenceVocabulary.KindOf(token.Text)).OfType<EvidenceKind>().ToHashSet();
        var rows = sentence.AllRows.Only(sentence.AllRows.Where(row => row.Evidence.Any(requirement => kinds.Count == 0 || requirement.AnyOf.Any(kinds.Contains))));
        return rows.Count == 0 ? null : new RuleQuestion(RuleAsk.Evidence, rows, null) { RowsAssumed = true };
    }

    /// <summary>一个月要做几次, 小组一次要几个人: no word of a rule, but what must be.</summary>
    public static Reading? BindMust(Sentence sentence, RowSet? rows) =>
        sentence.Has(Must) || IsOught(sentence) || CountsIndicators(sentence) || NamesTarget(sentence) ? Read(sentence, AsksCrowd(sentence, rows) ? RuleAsk.Counting : RuleAsk.Target, rows) : null;

    /// <summary>养老一共有几项指标: of the list itself, not of what was done.</summary>
    public static bool CountsIndicators(Sentence sentence) =>
        sentence.CountsRows && !sentence.Has(Did, Progress, Narrative, FormVerb, Family, AskingFamily) && sentence.Tokens.Any(token => token is { Kind: WordKind.AllRows, Text: "指标" or "任务" });

    /// <summary>募资目标多少钱, 每季度要求回访几次: the target is named, and nothing is said to be done or missing.</summary>
    public static bool NamesTarget(Sentence sentence)
    {
        if (sentence.Has(Remaining, Progress, Narrative, Worker, Mine) || !(sentence.Has(HowMany) || sentence.IsAbout(RequestFamily.Money)))
            return false;
        var named = sentence.Tokens.FirstOrDefault(token => token is { Kind: Filler } or { Kind: WordKind.AllRows } && Lexicon.RuleWords.IsTarget(token.Text));
        return named.Word is not null && !sentence.Tokens.Any(token => token.Kind == Did && (Lexicon.AskWords.IsCompleted(token.Text) || token.Text is [.., '了' or '过' or '到']));
    }

    /// <summary>得设几个.</summary>
    public static bool IsOught(Sentence sentence)
    {
        for (var i = 1; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i - 1].Text is "得" or "该" && sentence.Tokens[i].Kind == Did)
                return true;
        }

        return false;
    }

    private static RuleAsk? AskOf(Sentence sentence, RowSet? rows)
    {
        // 算关爱还是回访.
        var asks = sentence.Asks || sentence.Text.Contains("还是", StringComparison.Ordinal) || sentence.Text.Contains("会不会", StringComparison.Ordinal);
        var isOfTiers = sentence.IsAbout(Matter.Tiers) || (sentence.IsAbout(Matter.Tier10) && sentence.IsAbout(Matter.Tier20));
        if (isOfTiers)
            return rows is not null && sentence.Has(HowMany) && !sentence.IsAbout(Matter.Differs) && !sentence.Has(Remaining) ? RuleAsk.Target : RuleAsk.Tiers;
        var isOpen = sentence.Tokens.Any(token => token.Kind == Remaining && (token.Text is not ("达标" or "够" or "够了" or "合格") || !sentence.IsAbout(Matter.Tally)));
        if (isOpen || (sentence.Tells && !asks && !AsksItself(sentence)))
            return null;
        if (sentence.IsAbout(Matter.Backfill) && (asks || !sentence.Has(FormVerb)))
            return RuleAsk.Backfill;
        if (sentence.IsAbout(Matter.Merge) && (asks || AsksItself(sentence) || !sentence.Has(Narrative)))
            return RuleAsk.Merge;
        // 李奶奶算不算低保 is about her, and no rule.
        if (sentence.Has(Person) && !sentence.Has(WordKind.Topic, Row, Did, Narrative))
            return null;
        if (sentence.IsAbout(Matter.Scope) && (sentence.EndsWithYesNo || sentence.IsAbout(Matter.Tally | Matter.Counts)) && !sentence.Has(HowMany))
            return RuleAsk.Scope;
        var proves = sentence.Has(Family) && sentence.IsAboutFamily(RequestFamily.Evidence);
        if (sentence.IsAbout(Matter.Proof) && (proves || rows is not null) && sentence.Periods.Count == 0)
            return RuleAsk.Evidence;
        if (sentence.IsAbout(Matter.Tally | Matter.Once) || (sentence.IsAbout(Matter.Counts | Matter.SameDay) && asks && !(sentence.Has(HowMany) && sentence.Has(Did))))
            return RuleAsk.Counting;
        if (sentence.IsAbout(Matter.Quota) && (rows is not null || asks) && !sentence.Has(Narrative) && !(sentence.Has(Did) && sentence.EndsWithYesNo))
            return proves ? RuleAsk.Evidence : AsksCrowd(sentence, rows) ? RuleAsk.Counting : RuleAsk.Target;
        if (sentence.IsAbout(Matter.Tier10 | Matter.Tier20) && sentence.Has(HowMany, What, Must))
            return RuleAsk.Target;
        return sentence.IsAbout(Matter.Why) && rows is not null && sentence.Has(YesNo) ? RuleAsk.Counting : null;
    }

    private static Reading Read(Sentence sentence, RuleAsk ask, RowSet? rows)
    {
        var point = PointOf(sentence, rows);
        if (ask == RuleAsk.Merge)
            rows = Merged(sentence, rows);
        // 大病户归哪个领域: a tag has its own.
        if (rows is null && ask == RuleAsk.Scope)
            rows = new PeopleSentence(sentence).RowsOfRoster(null, anyVisit: false);
        var said = rows is not null;
        var catalog = sentence.Context.Vocabulary.Catalog;
        if (sentence.Tokens.Any(token => token.Kind == Number && Numbers.Read(token.Text).Value == LargeYuan) && (rows is null || rows.Any(row => row.Area.Id is "relief" or "charity")) && ask != RuleAsk.Merge)
            (rows, said) = (new RowSet(catalog, catalog.Rows.Where(row => row.Counting == CountingRule.LargeDistribution)), true);
        // 一天去两家: visits are meant.
        if (rows is null && (point is RulePoint.SameDay or RulePoint.Attempt or RulePoint.Mode || (ask == RuleAsk.Counting && sentence.Hints(Clue.Together))))
            rows = new RowSet(catalog, point is RulePoint.Mode ? catalog.Rows.Where(row => row.Counting == CountingRule.Services) : catalog.OfTopic("care"));
        if (rows is null && ask is RuleAsk.Counting or RuleAsk.Target or RuleAsk.Evidence)
        {
            if (!sentence.IsAbout(Matter.Tier10 | Matter.Tier20))
                return UnclearTexts.WhichRule(sentence, rows);
            ask = RuleAsk.Tiers;
        }

        return new RuleQuestion(ask, rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = !said,
            Tier = sentence.IsAbout(Matter.Tier10) == sentence.IsAbout(Matter.Tier20) ? null : sentence.IsAbout(Matter.Tier10) ? Tier.T10 : Tier.T20,
            Point = point,
            // Of a rule the mode is the point, and narrows nothing down.
            Filters = [.. FilterBinder.Bind(sentence).Where(filter => filter is not (MineFilter or ModeFilter))],
        };
    }

    /// <summary>募的钱进基金两边都记吗, 发东西也算个关爱: the verb names the other row.</summary>
    private static RowSet? Merged(Sentence sentence, RowSet? rows)
    {
        var ids = sentence.Tokens.Where(token => token.Kind == Did).Select(token => token.Meaning).Where(meaning => meaning.Contains('.')).ToHashSet();
        var isGiven = sentence.Tokens.Any(token => token is { Kind: Did, Text: ['发', ..] }) && (rows is not null || sentence.Text.Contains("两项", StringComparison.Ordinal));
        var isLarge = RowBinder.SaysLargeSum(sentence) && (isGiven || sentence.Text.Contains("救助", StringComparison.Ordinal) || rows?.Any(row => row.Id == "charity.aid") == true);
        if (isGiven || isLarge)
            ids.Add("charity.aid");
        // 一千块那次救助: 救助 is no domain there.
        var others = isLarge ? sentence.AllRows.Where(row => row.Counting == CountingRule.LargeDistribution) : rows ?? Enumerable.Empty<Indicator>();
        var both = sentence.AllRows.Where(row => ids.Contains(row.Id)).Concat(others).ToList();
        return both.Count == 0 ? rows : sentence.AllRows.Only(both);
    }

    /// <summary>算不算, 算谁头上, 每次都要还是一次: no other word of asking is needed.</summary>
    private static bool AsksItself(Sentence sentence) =>
        sentence.IsAbout(Matter.Tally | Matter.Once)
        || sentence.Tokens.Any(token => token is { Kind: About, Meaning: nameof(Matter.Proof) } && (token.Text.Contains('什', StringComparison.Ordinal) || token.Text.Contains('啥', StringComparison.Ordinal) || token.Text.Contains('哪', StringComparison.Ordinal)))
        || sentence.Tokens.Any(token => token is { Kind: About, Meaning: nameof(Matter.Merge), Text: ['算' or '归' or '记', ..] });

    private static RulePoint? PointOf(Sentence sentence, RowSet? rows) =>
        sentence.IsAbout(Matter.SameDay) ? RulePoint.SameDay
        : sentence.IsAbout(Matter.Once) ? RulePoint.Once
        : sentence.Has(Mode) ? RulePoint.Mode
        : AsksCrowd(sentence, rows) ? RulePoint.Crowd
        : sentence.Tokens.Any(token => token is { Kind: Narrative, Text: ['没' or '不', ..] }) ? RulePoint.Attempt
        : null;

    /// <summary>几个人, of rows that are counted in something else.</summary>
    private static bool AsksCrowd(Sentence sentence, RowSet? rows) =>
        rows is not null && rows.All(row => row.Unit != "人") && sentence.Tokens.Any(token => token is { Kind: HowMany } or { Kind: About, Meaning: nameof(Matter.Quota) } && token.Text is [.., '人'] or [.., '位']);

    private static bool IsAboutFamily(this Sentence sentence, RequestFamily family) =>
        sentence.Tokens.Any(token => token.Kind is Family or AskingFamily && token.Meaning == family.ToString());

    /// <summary>需要水印照片吗, 要不要拍照片: asked of what must be filed.</summary>
    public static Reading? BindEvidence(Sentence sentence, RowSet? rows) =>
        (sentence.Has(Must) || sentence.Tokens.Any(token => token is { Kind: YesNo, Text: "要不要" or "用不用" or "需不需要" or "行不行" or "行吗" or "可以吗" or "可不可以" })) && (sentence.EndsWithYesNo || sentence.Has(What, YesNo)) && !sentence.Has(Remaining, Person) && sentence.Periods.Count == 0
            ? Read(sentence, RuleAsk.Evidence, rows)
            : null;
}
