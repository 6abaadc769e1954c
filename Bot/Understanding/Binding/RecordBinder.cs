using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Questions about records as such: one by its number, those of some days, how many, and events by their name.</summary>
internal static class RecordBinder
{
    /// <summary>The greatest number that may be a day.</summary>
    private const int LastDay = 31;

    /// <summary>#95 写的什么内容, 第128号记录打开, #140是谁改的.</summary>
    public static Reading? BindOne(Sentence sentence)
    {
        if (!sentence.Has(Number, WordKind.Period) || !sentence.Has(ThatRecord, AskingFamily, FormVerb, What, FileDeed) || NumberOf(sentence) is not { } found)
            return null;
        var said = new PeopleSentence(sentence);
        var (number, isSure) = found;
        var isChange = said.Says(PeopleClue.Changes);
        var isContents = said.Says(PeopleClue.Contents) || sentence.Has(FileDeed, What) || said.Says(PeopleClue.Records) || IsNamed(sentence);
        var rest = sentence.Tokens.Where(token => token.Kind is not (Filler or Punctuation or ThatRecord or Number or WordKind.Period or What or FileDeed or FormVerb or YesNo or WordKind.List) && !(isChange && token.Kind == HowMany) && PeopleWords.ClueOf(token) is not (PeopleClue.Changes or PeopleClue.Contents or PeopleClue.Records or PeopleClue.CountsRecords or PeopleClue.When)).ToList();
        if ((!isChange && !isContents) || rest.Count > 0)
            return null;
        return isSure || isChange ? new HistoryRequest(number) { IsContents = !isChange } : null;
    }

    /// <summary>上周的记录列一下: no word asks, but nothing is told either.</summary>
    public static Reading? BindNoun(Sentence sentence) =>
        sentence.First(FormVerb) is { Text: "记录" } && IsRecordsNoun(sentence) ? Bind(sentence, RowBinder.Bind(sentence)) : BindFormNoun(sentence);

    /// <summary>本月小李的走访记录发我看看: the form's name means its records.</summary>
    private static Reading? BindFormNoun(Sentence sentence)
    {
        if (sentence.First(Form) is not { Meaning: Forms.Visit or Forms.CaseSession or Forms.GroupSession, Text: [.., '记', '录'] } form
            || !sentence.Has(WordKind.List) || !sentence.Has(WordKind.Period, Worker, Mine, Village) || !sentence.HasOnly(Form, WordKind.Period, Area, Worker, Mine, Village, Tag, Mode))
            return null;
        var topic = form.Meaning switch { Forms.CaseSession => "case", Forms.GroupSession => "group", _ => form.Text.StartsWith("走访", StringComparison.Ordinal) ? "care" : null };
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).ToHashSet();
        var rows = topic is null && areas.Count == 0 ? null
            : sentence.AllRows.Only(sentence.AllRows.Where(row => (topic is null || row.Topic == topic) && row.Area.IsDomain && (areas.Count == 0 || areas.Contains(row.Area.Id))));
        return rows is { Count: 0 } ? null : Read(new PeopleSentence(sentence), RecordsAsk.List, rows);
    }

    /// <summary>做了啥, 明细, 几条; 8月那次发米面油发给了多少户.</summary>
    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (!MayBeAboutRecords(sentence) || sentence.Has(Person, Order, Undo, Restore, Remaining, Must, Each, WhichMonths, Progress))
            return null;
        var said = new PeopleSentence(sentence);
        if (EventOf(said, rows) is { } keyword)
            return Event(said, rows, keyword);
        if (IsList(said, rows) is { } isLast)
            return Read(said, RecordsAsk.List, rows) is RecordsQuestion list ? list with { IsLast = isLast } : Read(said, RecordsAsk.List, rows);
        return IsCount(said, rows) ? Read(said, RecordsAsk.Count, rows) : null;
    }

    /// <summary>One pass: a plain question about rows goes no further.</summary>
    private static bool MayBeAboutRecords(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind is What or FormVerb or Narrative or Unknown or AskingFamily or Worker or Mine or Village or Tag or Mode or FollowUp
                || token is { Kind: HowMany, Text: "几条" or "多少条" or [.., '人' or '户' or '位' or '家'] })
                return true;
        }

        return false;
    }

    private static Reading Read(PeopleSentence said, RecordsAsk ask, RowSet? rows)
    {
        var sentence = said.Sentence;
        if (said.Unheeded() is { Length: > 0 } unread)
            return PeopleUnclear.Unread(sentence, unread);
        var unheeded = Conditions.Unheeded(sentence, StatusAsk.Count);
        if (unheeded.Length > 0 && !sentence.Tokens.Any(token => token.Kind == FormVerb && token.Typed == unheeded && !token.Text.StartsWith('补')))
            return PeopleUnclear.Unread(sentence, unheeded);
        if (sentence.Periods.Count > 1)
            return PeopleUnclear.SeveralPeriods(sentence);
        return new RecordsQuestion(ask, rows ?? sentence.AllRows, sentence.FirstPeriod) { RowsAssumed = rows is null, Filters = FilterBinder.Bind(sentence) };
    }

    /// <summary>Null for no list; true for the newest alone (上次推介是哪天).</summary>
    private static bool? IsList(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        var isFamily = sentence.IsAbout(RequestFamily.Compare) || sentence.IsAbout(RequestFamily.Rule) || sentence.IsAbout(RequestFamily.Forecast) || sentence.IsAbout(RequestFamily.Money) || sentence.Tokens.Any(token => token is { Kind: Family or AskingFamily, Meaning: nameof(RequestFamily.Evidence) or nameof(RequestFamily.Due) });
        // 这周得干啥, 明天做什么: what is to come is no record.
        var isAhead = sentence.FirstPeriod is { } days && days.First > DateOnly.FromDateTime(sentence.Context.Now);
        if (isFamily || isAhead || said.IsNegated || sentence.Tokens.Any(token => token is { Kind: Filler, Text: "得" or "该" or "想" or "得要" }))
            return null;
        if (said.Says(PeopleClue.Records) && !sentence.Has(HowMany))
            return false;
        if (said.Says(PeopleClue.When) && !said.NamesPersonsOnly(rows))
            return rows is not null && (said.Says(PeopleClue.Last) || sentence.Has(Did)) ? said.Says(PeopleClue.Last) : null;
        var isNoun = sentence.First(FormVerb) is { Text: "记录" } && !sentence.Has(HowMany, YesNo) && (sentence.Has(What) || IsRecordsNoun(sentence));
        var didWhat = sentence.Has(What) && sentence.Has(Worker, Mine, WordKind.Period) && rows is null && sentence.Has(Did, FormVerb) && sentence.HasOnly(What, Worker, Mine, WordKind.Period, Did, FormVerb, Village, FollowUp, YesNo)
            && !sentence.Tokens.Any(token => token is { Kind: Did, Text: ['完', ..] or ['达', ..] });
        return isNoun || didWhat ? false : null;
    }

    /// <summary>上周的记录列一下: 记录 stands behind what says which ones; in front it is an order.</summary>
    private static bool IsRecordsNoun(Sentence sentence)
    {
        var words = sentence.Tokens.Where(token => token.Kind is not Punctuation).ToList();
        var at = words.FindIndex(token => token is { Kind: FormVerb, Text: "记录" });
        var isNoun = at > 0 && (words[at - 1].Text == "的" || (words[at - 1].Kind is WordKind.Topic or Mode or Row && sentence.Has(WordKind.Period, ThatRecord, WordKind.List, Worker, Mine, Village)));
        return isNoun && sentence.HasOnly(ThatRecord, FormVerb, WordKind.Period, Area, WordKind.Topic, Row, Worker, Mine, Village, Tag, Mode, FollowUp, AllRows);
    }

    /// <summary>几条记录, 我录了多少条, 小王这周上门几次: of whatever rows.</summary>
    private static bool IsCount(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        if (said.IsNegated || said.CountsPersons || sentence.CountsRows || sentence.Tokens.Any(token => token.Kind is Order or AskingFamily or Family && PeopleWords.ClueOf(token) is not PeopleClue.CountsRecords))
            return false;
        var inRecords = said.Says(PeopleClue.CountsRecords) || sentence.Tokens.Any(token => token is { Kind: HowMany, Text: "几条" or "多少条" });
        if (inRecords)
            return sentence.Has(Did, FormVerb) || said.Says(PeopleClue.CountsRecords);
        var inTimes = sentence.Has(Did, FormVerb, Mode, Worker, Mine) || sentence.Tokens.Any(token => token is { Kind: HowMany, Text: [.., '次' or '回' or '趟' or '场'] });
        return rows is null && sentence.Has(HowMany) && inTimes && sentence.Has(Worker, Mine, Village, Tag, Mode) && !sentence.Has(FollowUp, WordKind.Except);
    }

    /// <summary>Empty where no name was said; null where no event is asked about.</summary>
    private static string? EventOf(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        var isOfEvents = rows is null || rows.All(row => row.Area.Id is "org" or "charity" || row.Counting == CountingRule.LargeDistribution);
        if (!isOfEvents || sentence.IsAbout(RequestFamily.Compare) || sentence.IsAbout(RequestFamily.Rule) || sentence.Has(Worker, Mine, Tag) || said.IsNegated)
            return null;
        var unread = Joined(sentence.Tokens.Where(token => token.Kind == Unknown).ToList(), sentence);
        var gives = sentence.Tokens.Any(token => token is { Kind: Did, Text: ['发', ..] });
        var isOne = sentence.Text.Contains("那次", StringComparison.Ordinal) || sentence.Text.Contains("那场", StringComparison.Ordinal) || sentence.Text.Contains("那回", StringComparison.Ordinal);
        var asksPlace = sentence.Tokens.Any(token => token is { Kind: What, Text: "哪儿" or "哪里" or "啥地方" });
        var asksPeople = said.CountsPersons && (sentence.Has(Narrative) || gives || said.Says(PeopleClue.HowManyPeople));
        var knows = sentence.Has(HowMany, What) || said.Says(PeopleClue.HowManyPeople, PeopleClue.When, PeopleClue.Who) || sentence.IsAbout(RequestFamily.Money);
        var isAboutIt = said.Says(PeopleClue.Event) && (rows is not null || unread.Count == 1);
        var isEvent = isAboutIt || knows && ((isOne && (rows is not null || gives || unread.Count > 0)) || (rows is not null && (asksPlace || asksPeople)) || (unread.Count == 1 && (gives || (asksPeople && rows is null && sentence.Tokens.Any(token => token.Text is "来了" or "参加" or "参加了")))));
        return !isEvent || unread.Count > 1 ? null : gives ? said.Goods ?? "" : unread is [var one] ? one : "";
    }

    /// <summary>Neighbours are one piece: 包 and 粽子.</summary>
    private static List<string> Joined(List<Token> pieces, Sentence sentence)
    {
        var text = string.Concat(pieces.Select(piece => piece.Typed));
        return pieces.Count > 1 && sentence.Text.Contains(text, StringComparison.Ordinal) ? [text] : [.. pieces.Select(piece => piece.Typed)];
    }

    /// <summary>上次骨干培训讲了啥内容: asked, though it tells what was done.</summary>
    public static Reading? BindEvent(Sentence sentence) =>
        sentence.Has(AskingFamily) && !sentence.Has(Person) && new PeopleSentence(sentence).Says(PeopleClue.Event) ? Bind(sentence, RowBinder.Bind(sentence)) : null;

    private static Reading Event(PeopleSentence said, RowSet? rows, string keyword)
    {
        var sentence = said.Sentence;
        if (sentence.Periods.Count > 1)
            return PeopleUnclear.SeveralPeriods(sentence);
        var catalog = sentence.Context.Vocabulary.Catalog;
        var gives = sentence.Tokens.Any(token => token is { Kind: Did, Text: ['发', ..] });
        rows ??= new RowSet(catalog, catalog.Rows.Where(row => gives ? row.Id == "charity.aid" : row.Id is "org.activity" or "org.training" or "charity.promo" or "charity.project" or "charity.aid"));
        return new RecordsQuestion(RecordsAsk.Event, rows, sentence.FirstPeriod) { Keyword = keyword.Length == 0 ? null : keyword, Filters = FilterBinder.Bind(sentence) };
    }

    /// <summary>昨天何大爷那条回访: null where neither a person nor a day says which.</summary>
    public static RecordSought? Sought(Sentence sentence)
    {
        var person = PersonNames.WithRest(sentence).Name;
        var rows = sentence.Has(WordKind.Topic, Row, Did) ? RowBinder.Bind(sentence) : null;
        return sentence.Periods.Count > 1 || rows is { Count: 0 } || (person is null && sentence.FirstPeriod is null) ? null : new RecordSought(person, sentence.FirstPeriod, rows);
    }

    /// <summary>128 of 第一百二十八号, #128, 128号记录; a number that may be a day is not sure to be a record's.</summary>
    public static (long Number, bool IsSure)? NumberOf(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is not (Number or WordKind.Period))
                continue;
            var (length, value) = Numbers.Read(tokens[i].Text);
            var behind = i + 1 < tokens.Length ? tokens[i + 1] : default;
            var before = i > 0 ? tokens[i - 1].Text : "";
            // 打开第二个 is of a list.
            if (before == "第" && behind.Word is not null && behind.Text is "个" or "位" or "户" or "家" or "名" or "项" or "人")
                return null;
            if (length == 0 || value <= 0 || (tokens[i].Kind == WordKind.Period && tokens[i].Text[length..] != "号"))
                return null;
            var isNamed = before is "#" or "编号" or "第" or "记录" or "记录号" || (behind.Word is not null && behind.Text is "号记录" or "条记录" or "记录" or "那条" or "这条");
            return !isNamed && (behind.Word is null || behind.Text != "号") && tokens[i].Kind == Number ? null : (value, isNamed || value > LastDay);
        }

        return null;
    }

    private static bool IsNamed(Sentence sentence) => sentence.Tokens.Any(token => token.Text is "条记录" or "号记录" || (token.Kind == FormVerb && token.Text == "记录"));
}
