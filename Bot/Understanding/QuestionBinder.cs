using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using static StationBot.Understanding.WordKind;

namespace StationBot.Understanding;

/// <summary>Questions, their follow-ups, and what is told.</summary>
internal static class QuestionBinder
{
    public static Reading Bind(Sentence sentence)
    {
        if (sentence.First(WordKind.Period) is { Period.IsInvalid: true } day)
            return UnclearTexts.NoSuchDay(sentence, day.Typed);
        if (!sentence.Asks && !sentence.Has(Order) && Tells(sentence))
            return new Told(RowBinder.Bind(sentence), OnePeriod(sentence));
        var rows = RowBinder.Bind(sentence);
        if (rows is { Count: 0 })
            return UnclearTexts.RowsDontMatch(sentence);
        if (BindFamily(sentence, rows) is { } other)
            return other;
        if (AskOf(sentence, rows) is { } ask)
            return BindStatus(sentence, ask, rows);
        return (Reading?)BindFollowUp(sentence, rows) ?? UnclearTexts.NoQuestion(sentence, rows);
    }

    /// <summary>A verb of doing; a form's name with more than a form's fields; a person with what was done.</summary>
    private static bool Tells(Sentence sentence) =>
        sentence.Tells || sentence.Has(Form, FormVerb) || (sentence.Has(Person) && sentence.Has(WordKind.Topic, Row, Mode) && !sentence.Has(Family, AskingFamily));

    private static OtherRequest? BindFamily(Sentence sentence, RowSet? rows)
    {
        if (FamilyOf(sentence, rows) is not { } family)
            return null;
        // Money of the fund-raising row is what it counts.
        var isCount = family == RequestFamily.Money && (rows is [{ Counting: CountingRule.Money }] || (rows is null && sentence.Has(Remaining)));
        return isCount ? null : new OtherRequest(family, rows, OnePeriod(sentence));
    }

    private static RequestFamily? FamilyOf(Sentence sentence, RowSet? rows)
    {
        var named = sentence.Tokens.Where(token => token.Kind is AskingFamily or Family or Order)
            .OrderBy(token => token.Kind == Order ? 0 : token.Meaning switch { nameof(RequestFamily.Rule) => 0, nameof(RequestFamily.Evidence) => 1, _ => token.Kind == AskingFamily ? 2 : 3 })
            .Select(token => Enum.Parse<RequestFamily>(token.Meaning))
            .ToList();
        if (named is [var family, ..])
            return family == RequestFamily.Records && sentence.Has(Person) ? RequestFamily.People : family;
        if (!sentence.Asks)
            return null;
        // About a person, even where it counts (王大爷领过几次), or about those not reached (哪些老人没走访).
        if (sentence.Has(Person) || sentence.SaysNotReached)
            return RequestFamily.People;
        if (sentence.Has(Must) && sentence.Has(HowMany) && !sentence.Has(Remaining))
            return RequestFamily.Rule;
        // What a colleague did in all: 小王这个月做了多少.
        return rows is null && sentence.Has(Worker, Mine) && sentence.Has(HowMany) && !sentence.Has(Remaining) ? RequestFamily.Records : null;
    }

    private static Period? OnePeriod(Sentence sentence) => sentence.Periods is [var (period, _), ..] ? period : null;

    private static StatusAsk? AskOf(Sentence sentence, RowSet? rows)
    {
        var isDone = sentence.Has(Did) && !sentence.Has(HowMany, Progress, What);
        var isThere = rows is not null && sentence.HasOnly(Area, WordKind.Topic, Row, WordKind.Period, YesNo);
        if (sentence.Has(Remaining) || ((isDone || isThere) && sentence.EndsWithYesNo))
            return StatusAsk.Remaining;
        if (sentence.Has(Progress))
            return StatusAsk.Progress;
        return sentence.Has(HowMany) || (sentence.First(AskingFamily)?.Meaning == nameof(RequestFamily.Money)) ? StatusAsk.Count : null;
    }

    private static Reading BindStatus(Sentence sentence, StatusAsk ask, RowSet? rows)
    {
        if (sentence.Unread is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, ask, rows);
        var periods = sentence.Periods;
        if (periods.Count > 1)
            return UnclearTexts.SeveralPeriods(sentence, ask, rows);
        Period? period = periods is [var (said, _)] ? said : null;
        var follows = false;
        if (rows is null && sentence.Has(FollowUp) && Previous(sentence) is { } previous)
        {
            (rows, period, follows) = (previous.Rows, period ?? previous.Period, true);
        }

        // 还差多少钱: only one row is counted in money.
        if (rows is null && sentence.First(AskingFamily)?.Meaning == nameof(RequestFamily.Money))
            rows = new RowSet(sentence.Context.Vocabulary.Catalog, sentence.Context.Vocabulary.Catalog.Rows.Where(row => row.Counting == CountingRule.Money));
        var assumed = rows is null;
        if (assumed && !MeansAll(sentence, ask, period))
            return UnclearTexts.WhichRows(sentence, ask);
        rows ??= new RowSet(sentence.Context.Vocabulary.Catalog, sentence.Context.Vocabulary.Catalog.Rows);
        return new StatusQuestion(ask, rows, period) { Filters = Filters(sentence, ask), RowsAssumed = assumed, FollowsUp = follows };
    }

    /// <summary>本月还差几次, 还差啥, 进度怎么样 mean every row; 差几 alone, or 做了几次, must say which.</summary>
    private static bool MeansAll(Sentence sentence, StatusAsk ask, Period? period) => ask switch
    {
        StatusAsk.Remaining => period is not null || sentence.Has(What),
        StatusAsk.Progress => true,
        _ => false,
    };

    private static StatusQuestion? BindFollowUp(Sentence sentence, RowSet? rows)
    {
        var periods = sentence.Periods;
        if (Previous(sentence) is not { } previous || (rows is null && periods.Count == 0) || periods.Count > 1 || sentence.Unread.Length > 0)
            return null;
        return previous with
        {
            Rows = rows is null ? previous.Rows : Carry(sentence, previous.Rows, rows),
            Period = periods is [var (period, _)] ? period : previous.Period,
            FollowsUp = true,
            Corrections = [],
        };
    }

    private static StatusQuestion? Previous(Sentence sentence) =>
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

    private static List<Filter> Filters(Sentence sentence, StatusAsk ask)
    {
        var filters = new List<Filter>();
        foreach (var token in sentence.Tokens)
        {
            Filter? filter = token.Kind switch
            {
                Mode => new ModeFilter(token.Meaning),
                Tag => new TagFilter(token.Meaning),
                Worker => new WorkerFilter(token.Meaning),
                // Targets are the station's, so 我还差几次 asks for them.
                Mine when ask == StatusAsk.Count => new MineFilter(),
                _ => null,
            };
            if (filter is not null && !filters.Contains(filter))
                filters.Add(filter);
        }

        return filters;
    }
}
