using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Sentences that make sense only after another: 那养老呢, 还有呢, 第二个.</summary>
internal static class ContextBinder
{
    /// <summary>What is longer says something of its own.</summary>
    private const int MostWords = 8;

    /// <summary>Nothing in the sentence says what it is about.</summary>
    public static ContextQuestion? BindBare(Sentence sentence)
    {
        if (sentence.Tokens.Count > MostWords || sentence.Unread.Length > 0)
            return null;
        if (sentence.First(Context) is { } word && sentence.HasOnly(Context, FollowUp, What, AskingFamily, YesNo, And))
            return Of(sentence, Enum.Parse<ContextAsk>(word.Meaning));
        if (sentence.Has(Each) && sentence.HasOnly(Each, FollowUp, What, Did))
            return Of(sentence, ContextAsk.ByMonth) with { Each = Enum.Parse<Assessment>(sentence.First(Each)!.Value.Meaning) };
        if (PickedNumber(sentence) is var number and not 0)
            return Of(sentence, ContextAsk.Pick) with { Number = number };
        if (!sentence.HasOnly(AskingFamily, What, FollowUp, YesNo, Family) || !sentence.Has(AskingFamily, What))
            return null;
        var families = sentence.Tokens.Where(token => token.Kind is AskingFamily or Family).Select(token => token.Meaning).Distinct().ToList();
        return families switch
        {
            [nameof(RequestFamily.People)] when !sentence.SaysNotReached && !sentence.Tokens.Any(token => token.Text.AsSpan().IndexOfAny('没', '未') >= 0) => Of(sentence, ContextAsk.Who),
            [] or [nameof(RequestFamily.Records)] => Of(sentence, ContextAsk.Which),
            _ => null,
        };
    }

    /// <summary>Rows, days or a part of the records, and nothing that asks.</summary>
    public static ContextQuestion? BindChange(Sentence sentence, RowSet? rows)
    {
        var filters = FilterBinder.Bind(sentence);
        if ((rows is null && sentence.Periods.Count == 0 && filters.Count == 0) || sentence.Periods.Count > 1 || sentence.Unread.Length > 0 || sentence.EndsWithYesNo || sentence.Has(Did, Form, AskingFamily, Order, What, HowMany, Remaining, Progress, Family, Except))
            return null;
        var isFollowUp = sentence.Has(FollowUp);
        return Of(sentence, rows is null && sentence.Periods.Count == 0 && !isFollowUp ? ContextAsk.Filter : ContextAsk.FollowUp, rows) with
        {
            Rows = rows,
            SaysArea = sentence.Has(Area) && !sentence.Has(Row, AllRows),
            SaysTopic = sentence.Has(WordKind.Topic) && !sentence.Has(Row, AllRows),
            Period = sentence.FirstPeriod,
            Filters = filters,
            Each = sentence.First(Each) is { } each ? Enum.Parse<Assessment>(each.Meaning) : null,
        };
    }

    private static ContextQuestion Of(Sentence sentence, ContextAsk ask, RowSet? rows = null) => new(ask, UnclearTexts.NoQuestion(sentence, rows));

    /// <summary>第二个, 第3条, 最后一个; 0 where nothing is picked.</summary>
    private static int PickedNumber(Sentence sentence)
    {
        if (!sentence.HasOnly(Number, HowMany, FollowUp, Context))
            return 0;
        var text = string.Concat(sentence.Tokens.Select(token => token.Text));
        if (text.StartsWith("最后一", StringComparison.Ordinal))
            return -1;
        var at = text.IndexOf('第', StringComparison.Ordinal);
        if (at is < 0 or > 4)
            return 0;
        var (length, value) = Numbers.Read(text.AsSpan(at + 1));
        var rest = text.AsSpan(at + 1 + length);
        return length > 0 && value is > 0 and < 100 && rest is ['个' or '条' or '位' or '户' or '项' or '次' or '家', ..] ? value : 0;
    }
}
