using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>
/// What is asked of the office and the bot itself, told by the clues of the whole sentence: which of them must be there together, and which
/// say that something else is meant. What more a reading has to know it takes from the words.
/// </summary>
internal static class OfficeBinder
{
    private static readonly Rule[] Rules =
    [
        new([Clue.Fake], Clue.None, sentence => Recounts(sentence) && !sentence.Hints(Clue.Wish) ? null : Invents),
        new([Clue.MakeUp], Clue.Craft | Clue.News, MakesUp),
        new([Clue.MakeUpLoosely, Clue.Papers], Clue.Craft | Clue.News, MakesUp),
        new([Clue.Scribble, Clue.Papers | Clue.Wish], Clue.Craft | Clue.Ask, MakesUp),
        new([Clue.NotDone, Clue.PutDown], Clue.Ask, _ => Invents),
        new([Clue.Unchecked, Clue.PutDown | Clue.Scribble], Clue.Ask, _ => Invents),

        new([Clue.Private, Clue.Publish, Clue.PublicPlace], Clue.None, Exposes),
        new([Clue.Private, Clue.Outsider, Clue.HandOver], Clue.None, Exposes),
        new([Clue.Wish, Clue.Website, Clue.Transmit], Clue.Mark | Clue.Export | Clue.Remind, IsToBeSent),
        new([Clue.Wish, Clue.Errand], Clue.Mark | Clue.Remind, IsToBeDone),

        new([Clue.TakeBack | Clue.Delete], Clue.Ask | Clue.Recurring | Clue.Remind, TakesBack),
        new([Clue.Mark, Clue.Uploaded], Clue.Ask, sentence => UploadBinder.BindMarked(sentence)),
        new([Clue.Website, Clue.Uploaded], Clue.Ask | Clue.Wish, sentence => UploadBinder.BindMarked(sentence)),
        new([Clue.Roster, Clue.Remove], Clue.Ask | Clue.Export, RosterBinder.BindRemoval),
        new([Clue.Changed], Clue.None, AsksHistory),

        new([Clue.Review, Clue.Export | Clue.Pack], Clue.Ask, sentence => Pack(sentence)),
        new([Clue.Gaps], Clue.Review, LacksProof),

        new([Clue.Review, Clue.Gaps], Clue.None, sentence => Assess(sentence, EvidenceAsk.Gaps)),
        new([Clue.Review, Clue.Ready], Clue.None, sentence => Assess(sentence, EvidenceAsk.Ready)),

        new([Clue.Late | Clue.Backfill, Clue.Effect, Clue.Ask | Clue.Count], Clue.None, Backfill),
        new([Clue.Late, Clue.Ask | Clue.Count | Clue.Show], Clue.Effect, sentence => Quality(sentence, QualityAsk.LateEntries)),
        new([Clue.SamePhoto], Clue.Effect, sentence => Quality(sentence, QualityAsk.ReusedPhotos)),
        new([Clue.Showcase, Clue.Candidate], Clue.Gaps | Clue.Proof, Showcase),
        new([Clue.Export, Clue.Listing], Clue.Ask, Register),
        new([Clue.Export, Clue.Listing], Clue.Ask | Clue.Review, Ledger),

        new([Clue.Draft, Clue.News], Clue.Ask, sentence => ReportBinder.Draft(sentence, isNews: true)),
        new([Clue.Draft, Clue.Note], Clue.Ask, sentence => Recounts(sentence) ? null : ReportBinder.Draft(sentence, isNews: false)),
        new([Clue.Report, Clue.Compose], Clue.Ask | Clue.Review | Clue.Recurring, sentence => ReportBinder.Compose(sentence)),

        new([Clue.Recurring, Clue.Push], Clue.Ask, sentence => SettingsBinder.BindDigest(sentence)),
        new([Clue.Recurring, Clue.Stop], Clue.Ask, sentence => SettingsBinder.BindDigest(sentence)),
        new([Clue.Stop | Clue.Later, Clue.Remind], Clue.Ask, sentence => SettingsBinder.BindSnooze(sentence)),

        new([Clue.Tier, Clue.Switch], Clue.None, Tiers),
        new([Clue.HowTo], Clue.None, Help),
        new([Clue.Proof, Clue.Ought, Clue.Ask], Clue.None, RequiredProof),
        new([Clue.Stranger, Clue.Effect], Clue.Late, sentence => RuleBinder.Of(sentence, RuleAsk.Scope)),
        new([Clue.Together, Clue.Tally, Clue.Ask | Clue.Count], Clue.Late | Clue.Stranger, Tally),
        new([Clue.World, Clue.Ask | Clue.Count | Clue.Entertain], Clue.None, Elsewhere),
        new([Clue.Chat], Clue.None, Elsewhere),
    ];

    public static Reading? Bind(Sentence sentence)
    {
        if (sentence.Clues == Clue.None)
            return null;
        foreach (var rule in Rules)
        {
            if (rule.Fits(sentence) && rule.Read(sentence) is { } reading)
                return reading;
        }

        return null;
    }

    private static readonly Refusal Invents = new(RefusalKind.Fabricate);

    /// <summary>他说有人造假 is told; 还得凑几次 asks.</summary>
    private static Refusal? MakesUp(Sentence sentence) =>
        (Recounts(sentence) && !sentence.Hints(Clue.Wish)) || (sentence.Has(Remaining) && sentence.Hints(Clue.Ask | Clue.Count)) ? null : Invents;

    /// <summary>电话发群里了 is told.</summary>
    private static Refusal? Exposes(Sentence sentence) =>
        !sentence.Hints(Clue.Wish | Clue.Ask) && sentence.Text.TrimEnd('。', '！') is [.., '了'] ? null : new Refusal(RefusalKind.Privacy);

    /// <summary>帮我记一下给李奶奶打了电话 is told.</summary>
    private static Refusal? IsToBeDone(Sentence sentence) => sentence.Has(FormVerb, Form) ? null : IsToBeSent(sentence);

    private static Refusal? IsToBeSent(Sentence sentence) =>
        sentence.Has(HowMany) && sentence.Has(Did, Remaining) || sentence.Tokens.Any(token => token is { Kind: YesNo, Text: "吗" or "没" or "没有" or "有没有" }) ? null
        : Recounts(sentence) && !sentence.Text.Contains('把', StringComparison.Ordinal) ? null : new Refusal(RefusalKind.Unsupported);

    /// <summary>给李奶奶打了电话, 听说: it happened.</summary>
    private static bool Recounts(Sentence sentence) =>
        sentence.Tokens.Any(token => token is { Kind: Narrative or Did, Text: [_, .., '了' or '过'] } or { Kind: Narrative, Text: "听说" or "说是" or ['没', ..] });

    /// <summary>#96记重了，删了吧; 上一条撤回来; 刚才那一步撤掉.</summary>
    private static UndoRequest? TakesBack(Sentence sentence)
    {
        if (sentence.Has(Restore, Person, Worker) || !sentence.HasOnlyHintsAnd(Undo, ThatRecord, Number, FormVerb, Order, YesNo))
            return null;
        if ((Ordinal(sentence) ?? CommandBinder.RecordNumber(sentence)) is not { } number)
            return null;
        if (number > 0)
            return sentence.Hints(Clue.Step) ? null : new UndoRequest(number);
        return sentence.Hints(Clue.Step) ? new UndoRequest(null) { LastChange = true }
            : sentence.Hints(Clue.Last) ? new UndoRequest(null) { TakesBack = !sentence.Hints(Clue.Delete) }
            : null;
    }

    /// <summary>第88条: a small one may as well be a place in the list that was shown.</summary>
    private static long? Ordinal(Sentence sentence)
    {
        var at = sentence.Tokens.Index().FirstOrDefault(token => token.Item.Text == "第", (-1, default)).Index;
        return at >= 0 && at + 2 < sentence.Tokens.Length && sentence.Tokens[at + 1] is { Kind: Number } number && sentence.Tokens[at + 2].Text is "条" && Numbers.Read(number.Text).Value is > SmallestNumber and var value ? value : null;
    }

    private const int SmallestNumber = 20;

    /// <summary>#96原来写的是啥，谁动的: of one record.</summary>
    private static HistoryRequest? AsksHistory(Sentence sentence)
    {
        var number = sentence.Tokens.FirstOrDefault(token => token.Kind == Number || (token.Kind == WordKind.Period && token.Text is [.., '号'])) is { Word: not null } said ? Numbers.Read(said.Text).Value : 0;
        var isLast = sentence.Has(ThatRecord) && sentence.Hints(Clue.Last) && sentence.Periods.Count == 0;
        var isMarked = sentence.Text.Contains('#', StringComparison.Ordinal) || sentence.Has(ThatRecord) || number > 31 || sentence.Text.Contains("编号", StringComparison.Ordinal);
        return sentence.Has(Person, Area, WordKind.Topic) ? null
            : number > 0 && isMarked ? new HistoryRequest(number)
            : isLast ? new HistoryRequest(null)
            : null;
    }

    /// <summary>#96还缺什么: of that record, and not of the rows.</summary>
    private static EvidenceQuestion? LacksProof(Sentence sentence) =>
        sentence.Text.Contains('#', StringComparison.Ordinal) && !sentence.Has(Area, WordKind.Topic, Row, Person) && CommandBinder.RecordNumber(sentence) is > 0 and var number
            ? new EvidenceQuestion(null, sentence.AllRows, null) { Number = number, RowsAssumed = true }
            : null;

    private static ExportRequest? Pack(Sentence sentence) =>
        RowBinder.Bind(sentence) is var rows && rows is { Count: 0 } || sentence.Periods.Count > 1 || sentence.Has(Person) || Recounts(sentence) || sentence.Hints(Clue.Report)
            ? null
            : new ExportRequest(rows, sentence.FirstPeriod, IsLedger: true) { IsPack = true };

    /// <summary>Of everything, or of tasks; 评估前关爱还差几次 is a number of its rows.</summary>
    private static Reading? Assess(Sentence sentence, EvidenceAsk ask)
    {
        if (sentence.Has(Person, Except, WordKind.Topic, Row, Order) || sentence.Periods.Count > 1 || !(Rule.Asks(sentence) || sentence.Hints(Clue.Count | Clue.Show) || sentence.Has(Progress, List, What)))
            return null;
        if (sentence.Unhinted is { Length: > 0 } unknown)
            return UnclearTexts.Unread(unknown, ReviewBinder.Choices);
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : new EvidenceQuestion(null, rows ?? sentence.AllRows, EvidenceBinder.DaysOfReview(sentence)) { Ask = ask, RowsAssumed = rows is null };
    }

    private static Reading? Backfill(Sentence sentence) => sentence.Has(Person, Remaining) ? null : RuleBinder.Of(sentence, RuleAsk.Backfill);

    /// <summary>换成20万的话小组要多做几个; 募了10万 is money.</summary>
    private static Reading? Tiers(Sentence sentence)
    {
        var isOfBoth = Says("20万", "二十万") && (sentence.Text.Replace("二十万", "", StringComparison.Ordinal) is var rest && (rest.Contains("10万", StringComparison.Ordinal) || rest.Contains("十万", StringComparison.Ordinal)));
        var isOfTier = isOfBoth || TierSigns.Any(sign => sentence.Text.Contains(sign, StringComparison.Ordinal));
        return isOfTier && !sentence.Has(Person, Narrative) && !sentence.IsAbout(RequestFamily.Money) ? RuleBinder.Of(sentence, RuleAsk.Tiers) : null;

        bool Says(string one, string other) => sentence.Text.Contains(one, StringComparison.Ordinal) || sentence.Text.Contains(other, StringComparison.Ordinal);
    }

    private static readonly string[] TierSigns = ["档", "站", "标准", "的话", "项目", "合同", "级", "升", "要是", "换"];

    private static Reading? Quality(Sentence sentence, QualityAsk ask)
    {
        // 昨天上门，拿的同一张照片 is told.
        // 还没补录的 isn't there yet.
        if (ask == QualityAsk.LateEntries && (sentence.Text.Contains("没补", StringComparison.Ordinal) || sentence.Text.Contains("未补", StringComparison.Ordinal)))
            return null;
        return sentence.Has(Narrative) && !sentence.Hints(Clue.Ask) ? null : QualityBinder.Read(sentence, ask);
    }

    private static Reading? Showcase(Sentence sentence) =>
        sentence.Has(Person) || Recounts(sentence) || (sentence.Has(Form) && !sentence.Has(What)) || !(sentence.Asks || sentence.Hints(Clue.Ask | Clue.Show)) ? null : MatterBinder.BindCandidates(sentence);

    /// <summary>导出养老的跟踪回访人员台账: of those who are to be revisited.</summary>
    private static ExportRequest? Register(Sentence sentence)
    {
        var topics = sentence.Tokens.Where(token => token.Kind is WordKind.Topic or Row).Select(token => token.Meaning).ToHashSet();
        if (!topics.Overlaps(["revisit", "register"]) || !topics.IsSubsetOf(["revisit", "register"]) || sentence.Periods.Count > 1 || sentence.Has(Person, Tag, Village) || Recounts(sentence))
            return null;
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).ToHashSet();
        var catalog = sentence.Context.Vocabulary.Catalog;
        var rows = new RowSet(catalog, catalog.OfTopic("register").Where(row => areas.Count == 0 || areas.Contains(row.Area.Id)));
        return rows.Count == 0 ? null : new ExportRequest(rows, sentence.FirstPeriod, IsLedger: false);
    }

    /// <summary>把三季度的台账打印出来, 八月养老的明细表给我导一份; lists of residents are no ledgers.</summary>
    private static ExportRequest? Ledger(Sentence sentence)
    {
        var isLedger = sentence.Text.Contains("台账", StringComparison.Ordinal);
        if (!isLedger && !Details.Any(word => sentence.Text.Contains(word, StringComparison.Ordinal)))
            return null;
        if (sentence.Has(Person, Worker, Mode, Mine, Tag, Village, Except) || sentence.Periods.Count > 1 || Recounts(sentence) || sentence.Unhinted.Length > 0)
            return null;
        return RowBinder.Bind(sentence) is var rows && rows is { Count: 0 } ? null : new ExportRequest(rows, sentence.FirstPeriod, isLedger);
    }

    private static readonly string[] Details = ["明细", "登记表", "登记册", "汇总表", "一览表", "清册"];

    private static HelpRequest? Help(Sentence sentence) =>
        sentence.Has(Person, HowMany, WordKind.Period, Village, Tag, Remaining) || sentence.IsAbout(RuleBinder.Words | Matter.Explain) || sentence.Hints(Clue.Late | Clue.Tally | Clue.Review) ? null : new HelpRequest();

    /// <summary>水印上都得有啥字: of the evidence itself, of whichever row.</summary>
    private static Reading? RequiredProof(Sentence sentence) =>
        sentence.Has(Person, WordKind.Period, Remaining, ThatRecord) || Recounts(sentence) || CommandBinder.RecordNumber(sentence) is > 0 ? null : RuleBinder.OfEvidence(sentence);

    private static Reading? Tally(Sentence sentence) =>
        sentence.Has(Person) || sentence.IsAbout(RequestFamily.PeopleServed) || sentence.Tokens.Where(token => token.Kind == WordKind.Topic).Select(token => token.Meaning).Distinct().Count() > 1 || sentence.IsAbout(Matter.Merge) && sentence.Has(AllRows, Area)
            ? null
            : RuleBinder.Of(sentence, RuleAsk.Counting);

    /// <summary>Nothing of the station's work is said.</summary>
    private static Refusal? Elsewhere(Sentence sentence) =>
        sentence.Has(Person, Worker, Village, Tag, Area, WordKind.Topic, Row, Form, ThatRecord, Remaining, Undo, Each) || sentence.Tokens.Any(token => token is { Kind: Narrative, Text: [_, .., '了' or '过'] or ['没', ..] }) ? null : new Refusal(RefusalKind.OutOfScope);

    /// <param name="All">Of each at least one clue.</param>
    private sealed record Rule(Clue[] All, Clue Never, Func<Sentence, Reading?> Read)
    {
        public bool Fits(Sentence sentence)
        {
            if (sentence.Hints(Never & ~Clue.Ask) || (Never.HasFlag(Clue.Ask) && Asks(sentence)))
                return false;
            foreach (var one in All)
            {
                if (!sentence.Hints(one) && !(one.HasFlag(Clue.Ask) && Asks(sentence)))
                    return false;
            }

            return true;
        }

        /// <summary>明天下雨不.</summary>
        public static bool Asks(Sentence sentence) => sentence.Hints(Clue.Ask) || sentence.Text.TrimEnd('。', '，', '啊', '呀', '呢') is [_, .., '不' or '没' or '否'];
    }
}
