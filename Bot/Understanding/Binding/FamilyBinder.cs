using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Which family of questions a sentence belongs to, and who reads that family; what nobody can read is said so, and never read as a count.</summary>
internal static class FamilyBinder
{
    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (ForecastBinder.BindWhatIf(sentence, rows) is { } whatIf)
            return whatIf;
        if (FamilyOf(sentence, rows) is not { } family)
            return null;
        if (OverTimeBinder.Bind(sentence, family, rows) is { } overTime)
            return overTime;
        if (family == RequestFamily.Forecast && OverTimeBinder.IsRule(sentence) && !OverTimeBinder.IsStatus(sentence, family))
            return OverTimeBinder.Bind(sentence, RequestFamily.Rule, rows) ?? Bind(sentence, RequestFamily.Rule, rows);
        return Bind(sentence, family, rows) ?? (IsStatus(sentence, family, rows) ? null : Unread(sentence, family, rows));
    }

    /// <summary>Only what no number of the station answers is refused; what was not understood is asked back.</summary>
    private static Reading Unread(Sentence sentence, RequestFamily family, RowSet? rows) =>
        family == RequestFamily.Money ? new OtherRequest(family, rows, sentence.FirstPeriod) : UnclearTexts.NoQuestion(sentence, rows);

    /// <summary>Null where the sentence says more than a reading of the family can carry.</summary>
    private static Reading? Bind(Sentence sentence, RequestFamily family, RowSet? rows) => family switch
    {
        RequestFamily.Evidence => RuleBinder.BindEvidence(sentence, rows) ?? EvidenceBinder.Bind(sentence, family, rows) ?? UnclearTexts.WhichEvidence(sentence, rows),
        RequestFamily.Export => EvidenceBinder.Bind(sentence, family, rows) ?? UnclearTexts.WhichExport(),
        RequestFamily.Rule => RuleBinder.BindMust(sentence, rows) ?? (Reading)UnclearTexts.WhichRule(sentence, rows),
        RequestFamily.Cases => FileBinder.BindClosed(sentence, rows) ?? (Reading)UnclearTexts.WhichFiles(),
        RequestFamily.Edit => UnclearTexts.WhichEdit(),
        RequestFamily.People or RequestFamily.PeopleServed or RequestFamily.Roster or RequestFamily.Records => (sentence.Has(Must) ? RuleBinder.BindMust(sentence, rows) : null) ?? PeopleUnclear.Which(sentence, family),
        _ => null,
    };

    /// <summary>Money of rows that have any, and sessions that are no one person's, are asked like the other numbers of rows.</summary>
    private static bool IsStatus(Sentence sentence, RequestFamily family, RowSet? rows) => !sentence.Has(Person) && family switch
    {
        RequestFamily.Money => rows is null || rows.Any(StatusQuestion.IsValued),
        RequestFamily.Sessions => rows is null || rows.Any(row => row.Counting == CountingRule.Sessions),
        _ => OverTimeBinder.IsStatus(sentence, family),
    };

    private static RequestFamily? FamilyOf(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(Village, Tag, Mode) && CompareBinder.ComparesParts(sentence))
            return RequestFamily.Compare;
        if (sentence.Tokens.Where(IsFamily).OrderBy(Rank).FirstOrDefault() is { Word: not null } named)
        {
            var family = Enum.Parse<RequestFamily>(named.Meaning);
            // 接下来平均每个月要做几个小组 is about no file's next session.
            if (family is RequestFamily.Cases or RequestFamily.Money && ForecastBinder.SaysPace(sentence))
                return RequestFamily.Forecast;
            if (family == RequestFamily.Money && RuleBinder.NamesTarget(sentence))
                return RequestFamily.Rule;
            return family == RequestFamily.Records && sentence.Has(Person) ? RequestFamily.People : family;
        }

        if (!sentence.Asks)
            return null;
        if (CompareBinder.SaysSameTime(sentence))
            return RequestFamily.Compare;
        // About a person, even where it counts (王大爷领过几次), or about those not reached (哪些老人没走访).
        if (sentence.Has(Person) || sentence.SaysNotReached)
            return RequestFamily.People;
        if (sentence.First(Form) is { Meaning: Forms.CaseClose or Forms.GroupClose })
            return RequestFamily.Cases;
        // 哪个月 asks for the best one, unless for those that were missed.
        if (sentence.Has(WhichMonths) && !sentence.Has(Remaining))
            return RequestFamily.Compare;
        if (ForecastBinder.SaysPace(sentence))
            return RequestFamily.Forecast;
        if (!sentence.Has(HowMany) || sentence.Has(Remaining))
            return null;
        // 一个月要做几次 asks for the target; 小王这个月做了多少 for all that a colleague did.
        return sentence.Has(Must) || RuleBinder.IsOught(sentence) || RuleBinder.CountsIndicators(sentence) || RuleBinder.NamesTarget(sentence) ? RequestFamily.Rule : rows is null && sentence.Has(Worker, Mine) ? RequestFamily.Records : null;
    }

    private static bool IsFamily(Token token) => token.Kind is Order or AskingFamily or Family;

    /// <summary>导出回访台账 is an order, 照片缺哪些 about evidence.</summary>
    private static int Rank(Token token) => token switch
    {
        // 每月要几次才够, 最晚要几号 ask for no rule.
        _ when OverTimeWords.ForecastOf(token) is ForecastAsk.Pace or ForecastAsk.LatestStart => -1,
        { Kind: Order } => 0,
        { Meaning: nameof(RequestFamily.Evidence) } => 1,
        // 谁录得多 asks for no resident.
        { Kind: AskingFamily, Meaning: nameof(RequestFamily.Forecast) or nameof(RequestFamily.Compare) } => 2,
        { Kind: AskingFamily } => 3,
        _ => 4,
    };
}
