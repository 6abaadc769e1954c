using System.Text.RegularExpressions;
using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>The roster: one person looked up, one who leaves or comes back, and lists of those who still miss something.</summary>
internal static partial class PeopleBinder
{
    private const int RegexMilliseconds = 1000;
    private const int LongestName = 16;

    /// <summary>Who is only pointed at (她去世了) is nobody of the roster.</summary>
    private const string Pointing = "他她它谁这那其某";

    /// <summary>Pieces of 超过30天, 两个月以上, 第2页 that no word stands for.</summary>
    private const string Measures = "页超过满天以上个月周星期礼拜日内多";

    /// <summary>王大爷去世了, 张三9月10日迁出: nothing but who, what and when.</summary>
    public static LeaveRequest? BindChange(Sentence sentence)
    {
        var at = Array.FindIndex([.. sentence.Tokens], token => token is { Kind: Narrative, Meaning.Length: > 0 });
        if (at < 0 || sentence.EndsWithYesNo || !sentence.HasOnly(Narrative, Person, Unknown, Village, WordKind.Period, Number, Tag))
            return null;
        var stories = sentence.Tokens.Where(token => token.Kind == Narrative && token.Meaning.Length == 0 && token.Text is not ("说" or "说是" or "听说"));
        if (stories.Any() || sentence.Tokens.Count(token => token.Kind == Person) > 1 || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]))
            return null;
        var name = sentence.First(Person) is null ? NameBefore(sentence, at) : NameAround(sentence);
        return name is null ? null : new LeaveRequest(name, sentence.Tokens[at].Meaning, sentence.FirstPeriod?.First);
    }

    public static Reading? Bind(Sentence sentence, RowSet? rows) =>
        sentence.Has(Person) ? BindCount(sentence, rows) ?? BindPerson(sentence)
        : BindUnknown(sentence) is { } unknown ? unknown
        : BindPeople(sentence, rows);

    /// <summary>查李奶奶, 李桂兰的情况, 张三最近谁去过: whatever is asked of one person and isn't counted.</summary>
    private static PersonQuestion? BindPerson(Sentence sentence)
    {
        var isAsked = LooksUp(sentence) || sentence.Has(Progress) || AsksPeople(sentence);
        if (!isAsked || sentence.Has(HowMany, Remaining, Order, Undo, Restore, Did, Form, FormVerb) || sentence.Tokens.Where(token => token.Kind == Person).Select(token => token.Meaning).Distinct().Skip(1).Any())
            return null;
        return NameAround(sentence) is { } name ? new PersonQuestion(name) : null;
    }

    /// <summary>李奶奶这个月回访了几次: of services, which are counted by their records.</summary>
    private static PersonQuestion? BindCount(Sentence sentence, RowSet? rows)
    {
        if (rows is null || !rows.All(row => row.Counting == CountingRule.Services) || sentence.Has(Remaining, Must, Order, Undo, Restore, Worker, Mine, Tag, Each))
            return null;
        if (!sentence.Has(HowMany) || AskBinder.Bind(sentence, rows) != StatusAsk.Count || sentence.Periods.Count > 1 || Conditions.Unheeded(sentence, StatusAsk.Count).Length > 0)
            return null;
        if (sentence.Tokens.Where(token => token.Kind == Person).Select(token => token.Meaning).Distinct().Skip(1).Any() || NameAround(sentence) is not { } name)
            return null;
        var modes = sentence.Tokens.Where(token => token.Kind == Mode).Select(token => (Filter)new ModeFilter(token.Meaning)).Distinct();
        return new PersonQuestion(name) { Counted = new StatusQuestion(StatusAsk.Count, rows, sentence.FirstPeriod) { Filters = [.. modes] } };
    }

    /// <summary>查李桂蓝: somebody whom the names don't hold as written.</summary>
    private static PersonQuestion? BindUnknown(Sentence sentence)
    {
        if (!LooksUp(sentence) || !sentence.Has(Unknown) || !sentence.HasOnly(Unknown, Punctuation))
            return null;
        var name = string.Concat(sentence.Tokens.SkipWhile(token => token.Kind == Filler && token.Text.Contains('查', StringComparison.Ordinal)).Select(token => token.Typed)).Trim('的', ' ');
        return name.Length is >= 2 and <= LongestName && !Pointing.Contains(name[0], StringComparison.Ordinal) ? new PersonQuestion(name) : null;
    }

    private static PeopleQuestion? BindPeople(Sentence sentence, RowSet? rows)
    {
        if (!AsksPeople(sentence) || sentence.Has(HowMany, Order, Undo, Restore, Worker, Mine) || sentence.Tokens.Any(token => token.Kind == Unknown && !token.Text.All(Measures.Contains)))
            return null;
        var text = string.Concat(sentence.Tokens.Select(token => token.Text));
        var isOpen = sentence.Has(Remaining) || sentence.Tokens.Any(token => token.Text is "没" or "未" or "没有" or "谁没");
        var days = DaysIn(text);
        PeopleAsk? ask = rows switch
        {
            _ when days > 0 && text.Contains('没', StringComparison.Ordinal) => PeopleAsk.NotContacted,
            null => null,
            _ when rows.All(row => row.Topic == "revisit") => isOpen ? PeopleAsk.NotRevisited : sentence.Has(Must) ? PeopleAsk.ToRevisit : null,
            _ when rows.All(row => row.Counting == CountingRule.RosterSurvey) && isOpen => PeopleAsk.NotSurveyed,
            _ when rows.All(row => row.Counting == CountingRule.RosterNeeds) && isOpen => PeopleAsk.WithoutNeeds,
            _ => null,
        };
        return ask is not { } asked || sentence.Periods.Count > 1 ? null : new PeopleQuestion(asked, rows ?? sentence.AllRows, asked == PeopleAsk.NotContacted ? null : sentence.FirstPeriod)
        {
            Days = days,
            RowsAssumed = rows is null,
            // 没上门 is one word.
            Filters = [.. FilterBinder.Bind(sentence), .. text.Contains("没上门", StringComparison.Ordinal) ? [new ModeFilter("上门")] : Array.Empty<Filter>()],
            Page = PageText().Match(text) is { Success: true } page ? Numbers.Read(page.Groups["page"].Value).Value : 1,
        };
    }

    /// <summary>The person's token with what says which one: 红旗村李奶奶, 李桂兰（红旗村）. Null when something else isn't understood.</summary>
    private static string? NameAround(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        int first = tokens.Count(t => t.Kind != Person) == tokens.Count ? -1 : Enumerable.Range(0, tokens.Count).First(i => tokens[i].Kind == Person), last = first;
        while (first > 0 && tokens[first - 1].Kind is Unknown or Village)
            first--;
        while (last + 1 < tokens.Count && (tokens[last + 1].Kind is Unknown or Village || tokens[last + 1].Text is "（" or "）" or "(" or ")"))
            last++;
        var isElsewhere = tokens.Index().Any(token => token.Item.Kind == Unknown && (token.Index < first || token.Index > last));
        var name = string.Concat(tokens.Skip(first).Take(last - first + 1).Select(token => token.Typed));
        return isElsewhere || name.Length > LongestName ? null : name;
    }

    /// <summary>周老汉 of 周老汉去世了.</summary>
    private static string? NameBefore(Sentence sentence, int at)
    {
        var before = sentence.Tokens.Take(at).Where(token => token.Kind is not (WordKind.Period or Punctuation)).ToList();
        var name = string.Concat(before.Select(token => token.Typed)).Trim('的', ' ');
        return before.Exists(token => token.Kind == Unknown) && name.Length is >= 2 and <= LongestName && !Pointing.Contains(name[0], StringComparison.Ordinal) ? name : null;
    }

    private static bool LooksUp(Sentence sentence) => sentence.Tokens.Count > 0 && sentence.Tokens[0] is { Kind: Filler } first && first.Text.Contains('查', StringComparison.Ordinal);

    private static bool AsksPeople(Sentence sentence) =>
        sentence.Tokens.Any(token => token is { Kind: AskingFamily or Family, Meaning: nameof(RequestFamily.People) } or { Kind: AskingFamily, Text: "什么时候" or "哪天" or "哪一天" })
        || (sentence.Has(What) && sentence.Tokens.Any(token => token.Text is "没" or "未"));

    /// <summary>30 of 30天没联系; 0 where no length of time stands there.</summary>
    private static int DaysIn(string text)
    {
        if (LengthText().Match(text) is not { Success: true } match)
            return 0;
        var number = match.Groups["number"].Value is "半" ? 0 : Numbers.Read(match.Groups["number"].Value).Value;
        var days = match.Groups["unit"].Value switch { "月" => 30, "周" or "星期" or "礼拜" => 7, "年" => 365, _ => 1 };
        return number == 0 ? days / 2 : number <= 3650 ? number * days : 0;
    }

    [GeneratedRegex("第(?<page>[0-9]{1,3})页", RegexOptions.ExplicitCapture, RegexMilliseconds)]
    internal static partial Regex PageText();

    [GeneratedRegex("(?<number>[0-9]{1,4}|[一二两三四五六七八九十百]{1,4}|半)(个)?(?<unit>天|日|周|星期|礼拜|月|年)(以上|多)?(都|还|也)?没", RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex LengthText();
}
