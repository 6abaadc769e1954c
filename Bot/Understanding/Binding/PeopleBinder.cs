using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Readings.PeopleAsk;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Which persons, or how many: those of the roster, those who still miss something, those who were served.</summary>
internal static class PeopleBinder
{
    /// <summary>Null when the sentence isn't about people.</summary>
    public static Reading? Bind(Sentence sentence, RowSet? rows) =>
        PeopleSentence.MayBeAboutPeople(sentence) && !sentence.Has(Order, Undo, Restore, Form) ? BindSurely(sentence, rows) : null;

    private static Reading? BindSurely(Sentence sentence, RowSet? rows)
    {
        var said = new PeopleSentence(sentence);
        return AskOf(said, rows) is { } ask ? Bind(said, ask, rows) : null;
    }

    /// <summary>超过90天没回访的低保户: no word asks, but nothing is told either.</summary>
    public static Reading? BindNoun(Sentence sentence)
    {
        if (!sentence.Has(YesNo) || sentence.Has(Narrative, Did, Person, FormVerb, HowMany, What) || !EndsInPeople(sentence))
            return null;
        return sentence.SaysNotReached && RowBinder.Bind(sentence) is { Count: > 0 } rows ? BindSurely(sentence, rows) : null;
    }

    /// <summary>Which filters the answer heeds; any other is asked back.</summary>
    public static bool CanBeOf(PeopleAsk ask, Filter filter) => filter switch
    {
        TagFilter or VillageFilter => true,
        ModeFilter => ask is NotContacted or NotVisited or LastContact or Suggested or Served or Reached or MostMet or LeastMet,
        WorkerFilter or MineFilter => ask is Served or Reached or MostMet or LeastMet || (ask == Suggested && filter is MineFilter),
        _ => false,
    };

    /// <summary>Whoever knows what is asked.</summary>
    public static Reading Bind(PeopleSentence said, PeopleAsk ask, RowSet? rows)
    {
        var sentence = said.Sentence;
        // 今年一次都没联系过的: of days that were said, and not of so many.
        if (ask == NotContacted && said.Days == 0 && sentence.Periods.Count > 0)
            ask = NotVisited;
        var filters = said.Filters(withTagsOfAreas: ask is not (Overlap or ToRevisit));
        if (ask is Listed or Counted or LastContact or NotContacted or WithoutBenefit or Suggested or Moves)
            rows = said.RowsOfRoster(rows, anyVisit: ask is LastContact or Suggested);
        if (ask == Reached && said.SaysVisit && !sentence.Has(WordKind.Topic) && !filters.Exists(filter => filter is ModeFilter))
            filters.Add(new ModeFilter("上门"));
        if (ask == Suggested)
            filters.RemoveAll(filter => filter is MineFilter);
        if (ask == WithoutBenefit)
            rows = said.RowsOfPeople;
        if (ask == Suggested && rows is not null && rows.All(row => !row.Area.IsDomain))
            rows = null;
        var assumed = ask == WithoutBenefit ? sentence.AllRows.Only(sentence.AllRows.Where(row => row.Id == "charity.aid")) : sentence.AllRows;
        var passing = ask switch { Suggested => PeopleWords.Outing, WithoutBenefit => PeopleWords.AnyGoods, _ => null };
        if (said.Unheeded(passing, PeopleClue.Overlap) is { Length: > 0 } unread)
            return PeopleUnclear.Unread(sentence, unread);
        if (filters.Find(filter => !CanBeOf(ask, filter)) is { } other)
            return PeopleUnclear.CannotFilter(other.Label);
        if (sentence.Periods.Count > 1)
            return PeopleUnclear.SeveralPeriods(sentence);
        // The files of a worker's visits are asked for, not whom the station reached.
        if (ask == Reached && filters.Exists(filter => filter is WorkerFilter))
            return new RecordsQuestion(RecordsAsk.List, rows ?? sentence.AllRows, sentence.FirstPeriod) { Filters = FilterBinder.Bind(sentence), RowsAssumed = rows is null };
        return new PeopleQuestion(ask, rows ?? assumed, ask is NotContacted or Suggested ? null : sentence.FirstPeriod)
        {
            Days = ask == NotContacted ? said.DaysOrLong : 0,
            IsMore = said.IsMoreThanDays,
            RowsAssumed = rows is null,
            Filters = filters,
        };
    }

    /// <summary>What is asked; the first that fits. Null where it is a question about rows, or of another family.</summary>
    private static PeopleAsk? AskOf(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        // 谁做得多, 算不算, 来得及吗 are other families, whoever is mentioned.
        if (sentence.IsAbout(RequestFamily.Rule) || sentence.IsAbout(RequestFamily.Forecast) || sentence.IsAbout(RequestFamily.Money) || sentence.IsAbout(RequestFamily.Evidence))
            return null;
        // 低保户按走访次数从少到多, 按服务次数给低保户排个队.
        var byTimes = said.NamesPeople && !CompareBinder.ComparesParts(sentence) && !sentence.Has(Worker, Mine, WhichMonths) && sentence.Text.Contains("次数", StringComparison.Ordinal) && (sentence.IsAbout(RequestFamily.Compare) || sentence.Text.Contains('排', StringComparison.Ordinal));
        if (sentence.IsAbout(RequestFamily.Compare) || byTimes)
        {
            bool? isLeast = sentence.Tokens.Where(token => token.Kind == AskingFamily && (byTimes || token.Text is "最多" or "最少")).Select(token => OverTimeWords.IsLeast(token.Text)).FirstOrDefault(least => least is not null);
            return byTimes || (isLeast is not null && IsOfPeople(said, rows)) ? isLeast == true ? LeastMet : MostMet : null;
        }

        if (CompareBinder.ComparesParts(sentence) || said.Any(token => token is { Kind: Family, Meaning: nameof(RequestFamily.Evidence) }))
            return null;
        return OfRoster(said, rows) ?? OfMissing(said, rows) ?? OfServed(said, rows) ?? OfGroup(said, rows);
    }

    private static PeopleAsk? OfRoster(PeopleSentence said, RowSet? rows) =>
        said.Says(PeopleClue.Overlap) ? Overlap
        : (said.Says(PeopleClue.Entered, PeopleClue.Left) && (said.Sentence.IsAbout(RequestFamily.Roster) || said.Says(PeopleClue.Roster, PeopleClue.Who) || said.CountsPersons || said.NamesPeople || said.Sentence.Has(HowMany)) && IsOfPersons(rows))
            || (said.Says(PeopleClue.Moves) && said.Says(PeopleClue.Roster))
            || (said.Any(token => token is { Kind: Narrative, Meaning.Length: > 0 }) && (said.AsksWho || said.Sentence.Has(HowMany)) && rows is null) ? Moves
        : null;

    private static PeopleAsk? OfMissing(PeopleSentence said, RowSet? rows)
    {
        // 还差多少人 is asked of the row, 没上门的有几次 of services.
        var isOfRow = said.Sentence.Has(HowMany) && (!said.CountsPersons || said.Any(token => token is { Kind: Remaining } && token.Text.AsSpan().IndexOfAny('差', '缺', '欠') >= 0)) && said.Days == 0;
        if (isOfRow)
            return null;
        var asks = said.AsksWho || said.CountsPersons || said.Says(PeopleClue.NotMet, PeopleClue.Roster) || (said.NamesPeople && !said.Sentence.Has(HowMany, Worker, Mine) && EndsInPeople(said.Sentence));
        if (!said.IsNegated && !said.Says(PeopleClue.Suggest) && rows is not null && rows.All(row => row.Topic == "revisit") && said.AsksWho && said.Sentence.Has(Must))
            return ToRevisit;
        if (!said.IsNegated && said.Says(PeopleClue.Suggest) && (said.AsksWho || said.NamesPeople))
            return Suggested;
        if (said.Days > 0 && said.IsNegated && (asks || said.NamesPeople))
            return NotContacted;
        if (!said.IsNegated || !asks)
            return null;
        return rows switch
        {
            _ when said.SaysBenefit => WithoutBenefit,
            null => said.SaysContact ? NotVisited : null,
            _ when rows.All(row => row.Id is "charity.aid") => WithoutBenefit,
            _ when rows.All(row => row.Topic == "revisit") => NotRevisited,
            _ when rows.All(row => row.Counting == CountingRule.RosterSurvey) => NotSurveyed,
            _ when rows.All(row => row.Counting == CountingRule.RosterNeeds) => WithoutNeeds,
            _ when rows.All(row => row.Counting == CountingRule.Services) => NotVisited,
            _ when said.SaysContact && rows.All(row => row.Area.IsDomain) && !said.Sentence.Has(WordKind.Topic, Row) => NotVisited,
            _ => null,
        };
    }

    private static PeopleAsk? OfServed(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        if (said.IsNegated || said.Says(PeopleClue.Last, PeopleClue.Roster) || sentence.Has(Must))
            return null;
        if (said.Says(PeopleClue.Served) && !CountsTimes(said))
            return Served;
        var isServed = said.SaysContact || (sentence.Has(Did, WordKind.Topic) && IsOfServices(rows));
        return !isServed || (rows is not null && rows.Any(row => !row.Area.IsDomain)) ? null
            : said.AsksWho && !sentence.Has(HowMany) ? Reached
            : said.CountsPersons && (rows is null || IsOfServices(rows) || !sentence.Has(WordKind.Topic, Row)) ? Served
            : null;
    }

    /// <summary>独居老人有哪些, 名单上有多少老人, 各自多久没去了: of people by what they are.</summary>
    private static PeopleAsk? OfGroup(PeopleSentence said, RowSet? rows)
    {
        var sentence = said.Sentence;
        if (!IsOfPersons(rows) || sentence.Has(Worker, Mine, Did, FormVerb, Remaining, WordKind.Topic, Row, Must, Except))
            return null;
        if (said.Says(PeopleClue.Last, PeopleClue.When) && (said.NamesPeople || said.Says(PeopleClue.Who, PeopleClue.Roster)) && (said.Says(PeopleClue.Last) || said.SaysContact))
            return LastContact;
        if (said.IsNegated || sentence.Has(Narrative, Progress, Each, WhichMonths, Mode) || said.Says(PeopleClue.When, PeopleClue.Records, PeopleClue.CountsRecords))
            return null;
        var isGroup = said.NamesPeople || said.Says(PeopleClue.Roster);
        return !isGroup ? null
            : sentence.Has(HowMany) || said.Says(PeopleClue.HowManyPeople) ? Countable(said) ? Counted : null
            : said.AsksWho || (said.Says(PeopleClue.Roster) && said.NamesPeople) || said.Any(token => token is { Kind: What, Text: "什么" or "啥" or "哪些" }) && said.Says(PeopleClue.Roster) ? Listed
            : null;
    }

    /// <summary>老人有多少 asks for persons; 老人还差多少, or 养老几项, doesn't.</summary>
    private static bool Countable(PeopleSentence said) =>
        said.Says(PeopleClue.Roster, PeopleClue.HowManyPeople) || said.CountsPersons
        || (said.Sentence.Has(Tag) || said.Any(token => token.Kind == Area && PeopleWords.TagsOfAreas.ContainsKey(token.Word.Text)))
            && said.Any(token => token is { Kind: HowMany, Text: "几个" or "多少" or "多少个" or "几" });

    /// <summary>服务了多少次 asks for services.</summary>
    private static bool CountsTimes(PeopleSentence said) =>
        !said.Any(token => token.Text.EndsWith("人次", StringComparison.Ordinal)) && said.Sentence.Tokens.Index().Any(pair => pair.Item.Kind == Filler && pair.Item.Text is "次" or "回" or "趟" or "场" && pair.Index > 0 && PeopleWords.ClueOf(said.Sentence.Tokens[pair.Index - 1]) == PeopleClue.Served);

    /// <summary>哪些老人走访最多, 谁被走访得最多, 去谁家最多; 谁走访得最多 may be a colleague.</summary>
    private static bool IsOfPeople(PeopleSentence said, RowSet? rows) =>
        !said.Sentence.Has(Worker, Mine, WhichMonths) && (rows is null || rows.All(row => row.Counting == CountingRule.Services || row.Area.IsDomain))
        && (said.SaysContact || said.Says(PeopleClue.Suggest) || said.Sentence.Has(WordKind.Topic, Did)) && (said.AsksWho || said.Says(PeopleClue.Roster))
        && (said.NamesPeople || said.Says(PeopleClue.Suggest) || said.Any(token => token.Text is "被" or "谁家" or "哪家" or "哪户" or "哪些户" or "哪几户" or "哪几家" or "哪些对象" or "哪些服务对象"));

    private static bool IsOfServices(RowSet? rows) => rows is not null && rows.All(row => row.Counting is CountingRule.Services or CountingRule.Sessions || (row.Area.IsDomain && row.Unit != "人"));

    /// <summary>Whole domains, or nothing: no topic stands there.</summary>
    private static bool IsOfPersons(RowSet? rows) => rows is null || rows.All(row => row.Area.IsDomain);

    /// <summary>没做问卷的, 45天没人管过的老人: the people are what is asked for.</summary>
    private static bool EndsInPeople(Sentence sentence)
    {
        var last = sentence.Tokens.LastOrDefault(token => token.Kind is not Punctuation && token.Text is not ("呢" or "啊" or "吧"));
        return last.Word is not null && (last.Text == "的" || last.Kind is Area or Tag || last.Text is "人");
    }
}
