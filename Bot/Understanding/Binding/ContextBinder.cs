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
        if (sentence.Tokens.Length > MostWords)
            return null;
        if ((BindVillage(sentence) ?? BindKept(sentence)) is { } narrowed)
            return narrowed;
        if (PickedNumber(sentence) is var number and not 0)
            return Of(sentence, ContextAsk.Pick) with { Number = number };
        if (sentence.Unread.Length > 0)
            return null;
        if (sentence.First(Context) is { } word && sentence.HasOnly(Context, FollowUp, What, AskingFamily, YesNo, And, Order))
            return Of(sentence, Enum.Parse<ContextAsk>(word.Meaning));
        if (sentence.Has(Each) && sentence.HasOnly(Each, FollowUp, What, Did, Order))
            return Of(sentence, ContextAsk.ByMonth) with { Each = Enum.Parse<Assessment>(sentence.First(Each)!.Value.Meaning) };
        if (!sentence.HasOnly(AskingFamily, What, FollowUp, YesNo, Family))
            return null;
        // 列出来, 展开说说 and no more.
        if (!sentence.Has(AskingFamily, What))
            return sentence.HasOnly(FollowUp) && sentence.Tokens.Any(token => token.Kind == WordKind.List || ContextWords.IsCloser(token)) ? Of(sentence, ContextAsk.WhichOnes) : null;
        var families = sentence.Tokens.Where(token => token.Kind is AskingFamily or Family).Select(token => token.Meaning).Distinct().ToList();
        return families switch
        {
            [nameof(RequestFamily.People)] when !sentence.SaysNotReached && !sentence.Tokens.Any(token => token.Text.AsSpan().IndexOfAny('没', '未') >= 0) => Of(sentence, ContextAsk.Who),
            [nameof(RequestFamily.Records)] => Of(sentence, ContextAsk.Which),
            [] when sentence.First(What) is { Text: ['哪', ..] } what => Of(sentence, ContextWords.AskOf(what)),
            _ => null,
        };
    }

    /// <summary>东风社区那个, 我问的是红旗村二组那位: of those who were offered.</summary>
    private static ContextQuestion? BindVillage(Sentence sentence)
    {
        if (!sentence.Has(Village) || !sentence.HasOnly(Village, Number, FollowUp, Unknown) || !sentence.Tokens.Any(ContextWords.PointsOut))
            return null;
        var rest = sentence.Tokens.Where(token => token.Kind == Unknown).All(token => ContextWords.PartsOfVillages.Contains(token.Text, StringComparison.Ordinal));
        return rest ? Of(sentence, ContextAsk.Pick) with { Filters = FilterBinder.Bind(sentence) } : null;
    }

    /// <summary>去掉电话的，剩上门的: what is left is what is wanted.</summary>
    private static ContextQuestion? BindKept(Sentence sentence)
    {
        if (!sentence.Has(Except) || !sentence.HasOnly(Except, EndOfExcept, Mode, Tag, Village, Worker, Mine, And, Remaining, FollowUp))
            return null;
        var words = sentence.Tokens.Where(token => token.Kind is not (Filler or Punctuation)).ToList();
        var kept = words.Index().Where(word => word.Index > 0 && words[word.Index - 1] is { Kind: Remaining, Text: ['剩', ..] or ['还', '剩', ..] }).Select(word => word.Item).ToList();
        return kept.Count == 0 ? null : Of(sentence, ContextAsk.Filter) with { Filters = [.. kept.Select(FilterBinder.Of).OfType<Filter>()] };
    }

    /// <summary>Rows, days or a part of the records, and nothing that asks.</summary>
    public static ContextQuestion? BindChange(Sentence sentence, RowSet? rows)
    {
        var filters = FilterBinder.Bind(sentence);
        var person = sentence.Has(FollowUp) && sentence.Has(Person) ? PersonNames.Around(sentence) : null;
        if ((rows is null && sentence.Periods.Count == 0 && filters.Count == 0 && person is null) || sentence.Periods.Count > 1 || sentence.Unread.Length > 0 || sentence.EndsWithYesNo || sentence.Has(Did, Form, AskingFamily, Order, What, HowMany, Remaining, Progress, Family, Except))
            return null;
        return Change(sentence, rows, person);
    }

    /// <summary>Whoever knows that only what differs is said.</summary>
    public static ContextQuestion? Change(Sentence sentence, RowSet? rows) =>
        (rows is null && sentence.Periods.Count == 0 && FilterBinder.Bind(sentence).Count == 0) || sentence.Periods.Count > 1 || sentence.Has(Person) ? null : Change(sentence, rows, null);

    /// <summary>我说的是第二个, 选最后那个, 我说的是红旗村那个李奶奶: whoever knows that one of those that were offered is picked.</summary>
    public static ContextQuestion? BindPick(Sentence sentence)
    {
        var text = sentence.Text;
        if (sentence.Has(Village) && sentence.Tokens.Any(ContextWords.PointsOut))
            return Of(sentence, ContextAsk.Pick) with { Filters = [.. FilterBinder.Bind(sentence).Where(filter => filter is VillageFilter)] };
        if (text.Length <= LongestPlace && text.All(char.IsAsciiDigit) && Numbers.Read(text).Value is > 0 and var place)
            return Of(sentence, ContextAsk.Pick) with { Number = place };
        if (ContextWords.LastOnes.Any(text.Contains))
            return Of(sentence, ContextAsk.Pick) with { Number = -1 };
        if (ContextWords.FirstOnes.Any(text.Contains))
            return Of(sentence, ContextAsk.Pick) with { Number = 1 };
        return text.IndexOf('第', StringComparison.Ordinal) is >= 0 and var at && Place(text.AsSpan(at)) is > 0 and var number ? Of(sentence, ContextAsk.Pick) with { Number = number } : null;
    }

    /// <summary>Digits of a place in a list that is typed alone.</summary>
    private const int LongestPlace = 2;

    private static ContextQuestion Change(Sentence sentence, RowSet? rows, string? person)
    {
        var filters = FilterBinder.Bind(sentence);
        var isFollowUp = sentence.Has(FollowUp);
        return Of(sentence, rows is null && sentence.Periods.Count == 0 && !isFollowUp ? ContextAsk.Filter : ContextAsk.FollowUp, rows) with
        {
            Rows = rows,
            SaysArea = sentence.Has(Area) && !sentence.Has(Row, AllRows),
            SaysTopic = sentence.Has(WordKind.Topic) && !sentence.Has(Row, AllRows),
            Period = sentence.FirstPeriod,
            Filters = person is null ? filters : [.. filters.Where(filter => filter is not VillageFilter)],
            Person = person,
            Each = sentence.First(Each) is { } each ? Enum.Parse<Assessment>(each.Meaning) : null,
        };
    }

    /// <summary>每个社工这个月走访了几次, 本月走访按领域看: a question that says at once how its answer is to be parted.</summary>
    public static Reading? Regrouped(Sentence sentence, Question question) =>
        sentence.First(Context) is { } word && Enum.Parse<ContextAsk>(word.Meaning) is var ask and (ContextAsk.ByWorker or ContextAsk.ByArea or ContextAsk.ByVillage or ContextAsk.Who)
            && ContextEffect.On(Of(sentence, ask), question, sentence.Context) is { } parted
            ? parted is Question again ? again with { FollowsUp = question.FollowsUp, Period = question.Period } : parted
            : null;

    public static ContextQuestion Of(Sentence sentence, ContextAsk ask, RowSet? rows = null) => new(ask, UnclearTexts.NoQuestion(sentence, rows));

    /// <summary>第二个, 第3条, 最后一个, 倒数第二个 (-2); 0 where nothing is picked.</summary>
    private static int PickedNumber(Sentence sentence)
    {
        if (!sentence.HasOnly(Number, HowMany, FollowUp, Context, Progress, FileDeed, AskingFamily, What, ThatRecord))
            return 0;
        var text = string.Concat(sentence.Tokens.Select(token => token.Text));
        if (ContextWords.LastOnes.Any(last => text.StartsWith(last, StringComparison.Ordinal)))
            return -1;
        if (ContextWords.FirstOnes.Any(first => text.StartsWith(first, StringComparison.Ordinal)))
            return 1;
        var at = text.IndexOf('第', StringComparison.Ordinal);
        if (at is < 0 or > LongestBefore)
            return 0;
        var value = Place(text.AsSpan(at));
        return text.AsSpan(0, at).EndsWith("倒数", StringComparison.Ordinal) ? -value : value;
    }

    /// <summary>2 of 第二个; 0 where no such thing stands there.</summary>
    private static int Place(ReadOnlySpan<char> ordinal)
    {
        var (length, value) = Numbers.Read(ordinal[1..]);
        return length > 0 && value is > 0 and < 100 && ordinal[(1 + length)..] is ['个' or '条' or '位' or '户' or '项' or '次' or '家' or '名' or '人' or '份', ..] ? value : 0;
    }

    /// <summary>Characters that may stand before 第二个: 帮我打开上面.</summary>
    private const int LongestBefore = 8;
}
