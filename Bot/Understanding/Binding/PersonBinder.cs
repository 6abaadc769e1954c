using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Questions about one person: looked up, one thing of her, what was done for her.</summary>
internal static class PersonBinder
{
    private static readonly Dictionary<PeopleClue, PersonField> Fields = new()
    {
        [PeopleClue.Phone] = PersonField.Phone,
        [PeopleClue.Home] = PersonField.Home,
        [PeopleClue.Guardian] = PersonField.Guardian,
        [PeopleClue.Age] = PersonField.Age,
        [PeopleClue.Born] = PersonField.Born,
        [PeopleClue.Gender] = PersonField.Gender,
        [PeopleClue.Areas] = PersonField.Areas,
    };

    /// <summary>Null when no person is asked about.</summary>
    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (!sentence.Has(Person))
            return BindUnknown(sentence);
        if (sentence.Has(Order, Undo, Restore, Remaining, Must, Each) && !AsksNeeds(new PeopleSentence(sentence), sentence))
            return null;
        var names = sentence.Tokens.Where(token => token.Kind == Person).Select(token => token.Typed).Distinct().ToList();
        var read = BindCount(sentence, rows) ?? BindOne(sentence, rows);
        return read is not null && names.Count > 1 ? PeopleUnclear.OneAtATime(names) : read;
    }

    /// <summary>What somebody got is told by distributions.</summary>
    public static RowSet Given(Sentence sentence) => sentence.AllRows.Only(sentence.AllRows.Where(row => row.Id == "charity.aid"));

    /// <summary>李奶奶的电话, 王大爷的服务记录: before it could be taken for what is told.</summary>
    public static Reading? BindNoun(Sentence sentence)
    {
        if (!sentence.Has(Person))
            return null;
        if (IsRecordsNoun(sentence))
            return BindOne(sentence, null);
        // 红旗村的李奶奶: which one, and so her.
        if (sentence.Has(Village) && sentence.HasOnly(Person, Village, FollowUp) && !sentence.Has(FollowUp) && PersonNames.Around(sentence) is { } one)
            return new PersonQuestion(one, sentence.AllRows, null) { RowsAssumed = true, IsNameAlone = true };
        return sentence.First(Mode) is { Text: "电话" } && sentence.HasOnly(Person, Mode, Village) && PersonNames.Around(sentence) is { } name
            ? new PersonQuestion(name, sentence.AllRows, null) { Field = PersonField.Phone, RowsAssumed = true }
            : null;
    }

    /// <summary>李奶奶这个月回访了几次: of services, which are counted by their records.</summary>
    private static PersonQuestion? BindCount(Sentence sentence, RowSet? rows)
    {
        if (rows is null || !rows.All(row => row.Counting == CountingRule.Services) || sentence.Has(Tag))
            return null;
        if (!sentence.Has(HowMany) || AskBinder.Bind(sentence, rows) != StatusAsk.Count || sentence.Periods.Count > 1 || Conditions.Unheeded(sentence, StatusAsk.Count).Length > 0)
            return null;
        if (PersonNames.Around(sentence) is not { } name)
            return null;
        var filters = FilterBinder.Bind(sentence).Where(filter => filter is not VillageFilter).ToList();
        var counted = new StatusQuestion(StatusAsk.Count, rows, sentence.FirstPeriod) { Filters = filters };
        return new PersonQuestion(name, rows, sentence.FirstPeriod) { Counted = counted, Filters = filters };
    }

    private static Reading? BindOne(Sentence sentence, RowSet? rows)
    {
        var said = new PeopleSentence(sentence);
        if (AskOf(said, rows) is not { } asked)
            return null;
        var (name, unread) = PersonNames.WithRest(sentence);
        var (ask, field) = asked;
        var keyword = ask == PersonAsk.Benefits ? said.Goods : ask == PersonAsk.Needs && unread is [var one] ? one.Typed : null;
        if (name is null || unread.Count > 1 || (unread.Count > 0 && ask is not (PersonAsk.Benefits or PersonAsk.Needs)) || sentence.Has(Tag))
            return unread is [var piece, ..] ? PeopleUnclear.Unread(sentence, piece.Typed) : null;
        if (sentence.Periods.Count > 1)
            return PeopleUnclear.SeveralPeriods(sentence);
        // Of benefits and needs the rows follow; 救助 is no domain there.
        var isOfRows = ask is PersonAsk.LastContact or PersonAsk.Timeline && rows is not null && !said.Any(token => token.Kind == Form);
        var isAmbiguous = sentence.Periods.Count > 0 && ask is PersonAsk.Timeline or PersonAsk.LastContact && sentence.Context.Names?.Find(name, DateOnly.FromDateTime(sentence.Context.Now)).Count > 1;
        return new PersonQuestion(name, ask == PersonAsk.Benefits ? Given(sentence) : isOfRows ? rows! : sentence.AllRows, ask == PersonAsk.Detail ? null : sentence.FirstPeriod)
        {
            Ask = ask,
            Field = field,
            Keyword = keyword,
            IsOfSeveral = sentence.EndsWithYesNo && isAmbiguous,
            RowsAssumed = !isOfRows,
            Filters = ask is PersonAsk.LastContact or PersonAsk.Timeline ? FiltersOf(said) : [],
        };
    }

    private static (PersonAsk Ask, PersonField? Field)? AskOf(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        foreach (var (clue, field) in Fields)
        {
            if (said.Says(clue))
                return sentence.Has(Did, FormVerb) ? null : (PersonAsk.Detail, field);
        }

        if (AsksNeeds(said, sentence))
            return (PersonAsk.Needs, null);
        var asks = sentence.Asks || said.Says(PeopleClue.Last, PeopleClue.Timeline, PeopleClue.Records);
        if (said.SaysBenefit && asks && sentence.Has(HowMany, What, YesNo, AskingFamily))
            return (PersonAsk.Benefits, null);
        if (rows is not null && rows.All(row => row.Id == "charity.aid") && asks)
            return (PersonAsk.Benefits, null);
        if (said.Says(PeopleClue.Last) || (said.Says(PeopleClue.When) && !sentence.Has(Family) && !said.Any(token => token.Text is "下次" or "下一次")))
            return said.Any(token => token.Text is "下次" or "下一次") ? null : (PersonAsk.LastContact, null);
        if (said.Says(PeopleClue.Timeline) || (said.Says(PeopleClue.Records) && asks) || IsDoneFor(said))
            return (PersonAsk.Timeline, null);
        if (IsRecordsNoun(sentence))
            return (PersonAsk.Timeline, null);
        if ((sentence.Has(HowMany) || sentence.EndsWithYesNo) && asks && (said.SaysContact || IsService(rows)) && !sentence.Has(Progress, Family))
            return (PersonAsk.Timeline, null);
        var isAsked = LooksUp(sentence) || sentence.Has(Progress) || said.Says(PeopleClue.Who, PeopleClue.Profile);
        return isAsked && !sentence.Has(HowMany, Did, Form, FormVerb) ? (PersonAsk.Detail, null) : null;
    }

    /// <summary>何大爷有什么需求登记过, 刘强提过想要啥帮助吗, 赵小丽要的轮椅解决了吗.</summary>
    private static bool AsksNeeds(PeopleSentence said, Sentence sentence) =>
        said.Says(PeopleClue.Solved)
        || (said.Says(PeopleClue.Needs) && (sentence.Has(What, YesNo, HowMany) || said.Any(token => token.Text.Contains('啥') || token.Text.Contains("什么", StringComparison.Ordinal) || token.Text.Contains("哪些", StringComparison.Ordinal))))
        || (said.Any(token => token is { Kind: Row, Meaning: "charity.needs" }) && sentence.Has(What, HowMany) && !sentence.Has(Did))
        || (sentence.Has(Must) && sentence.Has(Help) && sentence.Has(What));

    /// <summary>给李奶奶做过什么, 都给马叔做过啥.</summary>
    private static bool IsDoneFor(PeopleSentence said) => said.Sentence.Has(What) && said.Any(token => token.Kind == Did || PeopleWords.IsContact(token)) && !said.Sentence.Has(WordKind.Topic, Row, HowMany);

    /// <summary>李奶奶今年的服务记录, 张三都有哪些服务记录; 给李奶奶记走访 is an order.</summary>
    private static bool IsRecordsNoun(Sentence sentence) =>
        (sentence.First(Form) is { Meaning: Forms.Visit } || sentence.First(FormVerb) is { Text: "记录" })
        && sentence.HasOnly(Person, Form, FormVerb, What, WordKind.Period, Village, YesNo, Area, FollowUp)
        && !sentence.Tokens.Any(token => token.Kind == FormVerb && token.Text != "记录");

    private static bool IsService(RowSet? rows) => rows is not null && rows.All(row => row.Counting is CountingRule.Services or CountingRule.RosterSurvey);

    private static List<Filter> FiltersOf(PeopleSentence said)
    {
        var filters = said.Filters(withTagsOfAreas: false).Where(filter => filter is not VillageFilter).ToList();
        if (said.SaysVisit && !said.Says(PeopleClue.Last, PeopleClue.When) && !filters.Exists(filter => filter is ModeFilter) && said.Sentence.Has(HowMany, YesNo))
            filters.Add(new ModeFilter("上门"));
        return filters;
    }

    /// <summary>查李桂蓝: somebody whom the names don't hold as written.</summary>
    private static PersonQuestion? BindUnknown(Sentence sentence)
    {
        if (!LooksUp(sentence) || !sentence.Has(Unknown) || !sentence.HasOnly(Unknown, Punctuation))
            return null;
        var name = string.Concat(sentence.Tokens.SkipWhile(token => token.Kind == Filler && token.Text.Contains('查', StringComparison.Ordinal)).Select(token => token.Typed)).Trim('的', ' ');
        return PersonNames.MayBe(name) ? new PersonQuestion(name, sentence.AllRows, null) { RowsAssumed = true } : null;
    }

    private static bool LooksUp(Sentence sentence) => sentence.Tokens.Length > 0 && sentence.Tokens[0] is { Kind: Filler } first && first.Text.Contains('查', StringComparison.Ordinal);
}
