using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Questions that have a known family but no reading of their own yet: better said so than read as a count.</summary>
internal static class FamilyBinder
{
    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (FamilyOf(sentence, rows) is not { } family)
            return null;
        return Bind(sentence, family, rows) ?? (IsStatus(sentence, family, rows) ? null : new OtherRequest(family, rows, sentence.FirstPeriod));
    }

    /// <summary>Null where the sentence says more than a reading of the family can carry.</summary>
    private static Reading? Bind(Sentence sentence, RequestFamily family, RowSet? rows) => family switch
    {
        RequestFamily.Evidence or RequestFamily.Export => EvidenceBinder.Bind(sentence, family, rows),
        RequestFamily.People or RequestFamily.PeopleServed or RequestFamily.Roster or RequestFamily.Records => PeopleUnclear.Which(sentence, family),
        _ => null,
    };

    /// <summary>Money of rows that have any, and sessions that are no one person's, are asked like the other numbers of rows.</summary>
    private static bool IsStatus(Sentence sentence, RequestFamily family, RowSet? rows) => !sentence.Has(Person) && family switch
    {
        RequestFamily.Money => rows is null || rows.Any(StatusQuestion.IsValued),
        RequestFamily.Sessions => rows is null || rows.Any(row => row.Counting == CountingRule.Sessions),
        _ => false,
    };

    private static RequestFamily? FamilyOf(Sentence sentence, RowSet? rows)
    {
        if (sentence.Tokens.Where(IsFamily).OrderBy(Rank).FirstOrDefault() is { Word: not null } named)
        {
            var family = Enum.Parse<RequestFamily>(named.Meaning);
            return family == RequestFamily.Records && sentence.Has(Person) ? RequestFamily.People : family;
        }

        if (!sentence.Asks)
            return null;
        // About a person, even where it counts (王大爷领过几次), or about those not reached (哪些老人没走访).
        if (sentence.Has(Person) || sentence.SaysNotReached)
            return RequestFamily.People;
        if (sentence.First(Form) is { Meaning: Forms.CaseClose or Forms.GroupClose })
            return RequestFamily.Cases;
        // 哪个月 asks for the best one, unless for those that were missed.
        if (sentence.Has(WhichMonths) && !sentence.Has(Remaining))
            return RequestFamily.Compare;
        if (!sentence.Has(HowMany) || sentence.Has(Remaining))
            return null;
        // 一个月要做几次 asks for the target; 小王这个月做了多少 for all that a colleague did.
        return sentence.Has(Must) ? RequestFamily.Rule : rows is null && sentence.Has(Worker, Mine) ? RequestFamily.Records : null;
    }

    private static bool IsFamily(Token token) => token.Kind is Order or AskingFamily or Family;

    /// <summary>导出回访台账 is an order, 要什么材料 a rule, 照片缺哪些 about evidence.</summary>
    private static int Rank(Token token) => token switch
    {
        { Kind: Order } or { Meaning: nameof(RequestFamily.Rule) } => 0,
        { Meaning: nameof(RequestFamily.Evidence) } => 1,
        { Kind: AskingFamily } => 2,
        _ => 3,
    };
}
