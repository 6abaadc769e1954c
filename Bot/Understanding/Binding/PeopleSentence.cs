using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>What of a sentence tells about people: made only where one of its words does.</summary>
internal sealed class PeopleSentence(Sentence sentence)
{
    private const int LongestDays = 3650;

    /// <summary>Pieces of 超过30天, 俩月以上 that no word stands for.</summary>
    private const string Measures = "超过满天以上个月周星期礼拜日内多俩年半样件";

    private readonly HashSet<PeopleClue> _clues = [.. sentence.Tokens.Select(PeopleWords.ClueOf).OfType<PeopleClue>()];

    public Sentence Sentence => sentence;

    /// <summary>One pass: a plain question about rows goes no further.</summary>
    public static bool MayBeAboutPeople(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Kind == Area && PeopleWords.TagsOfAreas.ContainsKey(tokens[i].Word.Text)) || tokens[i] is { Kind: Tag or Village or What } or { Kind: HowMany, Text: "次数" } or { Kind: Narrative, Meaning.Length: > 0 } || CountsPersonsAt(sentence, i) || PeopleWords.ClueOf(tokens[i]) is not null)
                return true;
        }

        return false;
    }

    public bool Says(params ReadOnlySpan<PeopleClue> clues)
    {
        foreach (var clue in clues)
        {
            if (_clues.Contains(clue))
                return true;
        }

        return false;
    }

    public bool Any(Func<Token, bool> fits) => sentence.Tokens.Any(fits);

    /// <summary>独居, 红旗村, 老人: people by what they are.</summary>
    public bool NamesPeople => Any(IsPeople);

    /// <summary>谁, 哪些老人, 是哪几个.</summary>
    public bool AsksWho => Says(PeopleClue.Who, PeopleClue.Suggest) || AsksWhich;

    /// <summary>哪些老人, 独居老人有哪些, 老人里哪几个: 哪些 stands beside people; 老人的回访还差哪些 asks for rows.</summary>
    private bool AsksWhich
    {
        get
        {
            var words = sentence.Tokens.Where(token => token.Kind is not (Filler or Punctuation) && token.Text != "还有").ToList();
            return words.Index().Any(word => word.Item is { Kind: What, Text: "哪些" or "哪几个" or "哪个" or "哪几位" or "哪些个" }
                && ((word.Index > 0 && IsPeople(words[word.Index - 1])) || (word.Index + 1 < words.Count && IsPeople(words[word.Index + 1]))));
        }
    }

    /// <summary>多少人, 几户: persons are counted, not services.</summary>
    public bool CountsPersons => Says(PeopleClue.HowManyPeople) || Enumerable.Range(0, sentence.Tokens.Length).Any(at => CountsPersonsAt(sentence, at));

    private static bool CountsPersonsAt(Sentence sentence, int at)
    {
        if (sentence.Tokens[at] is not { Kind: HowMany, Text: var text })
            return false;
        Token? next = at + 1 < sentence.Tokens.Length ? sentence.Tokens[at + 1] : null;
        return text[^1] is '人' or '户' or '位' or '家' or '名'
            || (text is "几" or "多少" && next is { Text: "户" or "位" or "人" or "家" })
            || (text is "几个" or "多少个" or "几" or "多少" && (next is { Kind: Area or Tag or Village } || IsBehindPeople(sentence, at)));
    }

    /// <summary>没回访的娃儿有几个: what has been named are people, and not a domain (养老有几个).</summary>
    private static bool IsBehindPeople(Sentence sentence, int at)
    {
        var before = sentence.Tokens.Take(at).Where(token => token.Text is not ("都" or "还" or "一共" or "总共" or "共" or "儿" or "们")).ToList();
        return before is [.., { Text: "的" }, { Kind: Area or Tag, Text: [.., '人' or '童' or '娃' or '者' or '户' or '妇' or '子' or '孩'] }, { Text: "有" }];
    }

    /// <summary>没, 还差, 没联系: what did not happen is asked about. A 没 at the end only asks.</summary>
    public bool IsNegated
    {
        get
        {
            var words = sentence.Tokens.Where(token => token.Kind is not (Filler or Punctuation)).ToList();
            return words.Index().Any(word => word.Item switch
            {
                { Kind: Remaining, Text: not ("够" or "够了" or "做够") } => true,
                { Text: "谁没" } => true,
                { Kind: YesNo, Text: "没" or "未" or "没有" } => word.Index + 1 < words.Count && words[word.Index + 1].Kind != YesNo,
                var token => PeopleWords.ClueOf(token) == PeopleClue.NotMet,
            });
        }
    }

    /// <summary>Only whole domains are said, or nothing: no service and no event.</summary>
    public bool NamesPersonsOnly(RowSet? rows) => rows is not null && !sentence.Has(WordKind.Topic, Row, Did) && rows.All(row => row.Area.IsDomain);

    public bool SaysContact => Says(PeopleClue.NotMet) || Any(PeopleWords.IsContact);

    public bool SaysBenefit => Any(PeopleWords.IsBenefit);

    /// <summary>米面油 of 发过米面油没, 领米面油: what was given, as it was typed; null where it is anything.</summary>
    public string? Goods
    {
        get
        {
            var tokens = sentence.Tokens;
            var at = tokens.Index().FirstOrDefault(token => PeopleWords.IsBenefit(token.Item), (-1, default)).Index;
            var behind = at < 0 ? [] : tokens.Skip(at + 1)
                .TakeWhile(token => token.Kind is Unknown or Filler or Area or Row or WordKind.Topic || token.Text is "慰问")
                .Where(token => token.Kind is Unknown or Filler || token.Text is "慰问")
                .ToList();
            var typed = string.Concat(behind.Select(token => token.Typed)).Trim('过', '了', '的', '次', '点', '些', '给');
            var goods = typed.Length > 0 ? typed : tokens.FirstOrDefault(token => token.Kind == Unknown).Typed;
            return string.IsNullOrEmpty(goods) || PeopleWords.AnyGoods.Contains(goods) ? null : goods;
        }
    }

    /// <summary>30 of 30天没联系; 0 where no length of time stands there.</summary>
    public int Days => Length is { Success: true } match ? DaysOf(match) : Any(PeopleWords.IsLongUnmet) ? LongUnmet : 0;

    /// <summary>The same; where it was asked for in other words, as many as 好久.</summary>
    public int DaysOrLong => Days > 0 ? Days : LongUnmet;

    /// <summary>Days of 好久没联系: product.md names none; the answer says it.</summary>
    private const int LongUnmet = 30;

    /// <summary>去了谁家; 去看过 may have been anywhere.</summary>
    public bool SaysVisit
    {
        get
        {
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                if (PeopleWords.IsVisit(sentence.Tokens[i]) && !(i + 1 < sentence.Tokens.Length && sentence.Tokens[i + 1].Text is ['看' or '探' or '慰' or '问' or '走', ..]))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The same of a whole sentence, and the piece that says it.</summary>
    public static (int Days, string Text) LengthIn(string text) => LengthText.Match(text) is { Success: true } match ? (DaysOf(match), match.Value) : (0, "");

    public bool IsMoreThanDays => Length is { Success: true } match && match.Groups["more"].Success;

    /// <summary>What stands there and isn't understood: a condition, a name, a number that is no length of time.</summary>
    public string Unheeded(params ReadOnlySpan<PeopleClue> withNumbers) => Unheeded(null, withNumbers);

    /// <param name="passing">Words that make no condition of what is asked.</param>
    public string Unheeded(IReadOnlySet<string>? passing, params ReadOnlySpan<PeopleClue> withNumbers)
    {
        var length = Length is { Success: true } match ? match.Value : "";
        var heedsNumber = Says(withNumbers);
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Kind == Unknown && passing?.Contains(token.Text) != true && !token.Text.All(c => Measures.Contains(c, StringComparison.Ordinal)))
                return token.Typed;
            var isPassing = token.Text is "一" or "1" || heedsNumber || (length.Length > 0 && length.Contains(token.Text, StringComparison.Ordinal)) || (i > 0 && tokens[i - 1].Text == "第");
            if (token.Kind == Number && !isPassing)
                return token.Typed;
            if (i > 0 && tokens[i - 1].Text is "不" or "非" && token.Kind is Tag or Village or Worker or Mode or Area)
                return tokens[i - 1].Typed + token.Typed;
        }

        return "";
    }

    /// <summary>Whom or what the question is narrowed down to; 低保 is a tag where it is asked who they are.</summary>
    public List<Filter> Filters(bool withTagsOfAreas)
    {
        var filters = FilterBinder.Bind(sentence).ToList();
        // 低保特困 are two kinds of people, and nobody need be both.
        if (withTagsOfAreas && sentence.Tokens.Where(token => token.Kind == Area).Select(token => PeopleWords.TagsOfAreas.GetValueOrDefault(token.Word.Text)).OfType<string>().Distinct().ToList() is [var only])
            filters.Add(new TagFilter(only));
        // 没上门, 多久没上门, 没打过电话 are one word each.
        var unmet = sentence.Tokens.Where(token => PeopleWords.ClueOf(token) is PeopleClue.NotMet or PeopleClue.Last).ToList();
        if (unmet.Exists(token => token.Text is [.., '上', '门'] or "没上过门" or "没入户" || (Days > 0 && token.Text is "没去过" or "没人去过")))
            filters.Add(new ModeFilter("上门"));
        if (unmet.Exists(token => token.Text.EndsWith("电话", StringComparison.Ordinal)))
            filters.Add(new ModeFilter("电话"));
        return [.. filters.Distinct()];
    }

    /// <summary>老人 of 老人谁没领过救助; null where no domain is said but as a tag or as what was got.</summary>
    public RowSet? RowsOfPeople
    {
        get
        {
            var areas = sentence.Tokens.Where(token => IsPeople(token) && token.Kind == Area && token.Text != "救助" && !PeopleWords.TagsOfAreas.ContainsKey(token.Word.Text)).Select(token => token.Meaning).ToHashSet();
            return areas.Count == 0 ? null : sentence.AllRows.Only(sentence.AllRows.Where(row => areas.Contains(row.Area.Id)));
        }
    }

    /// <summary>
    /// The domains and topics of those who are asked about: a tag that is a word for a domain (低保户) or has its own (肢体残疾) says that domain too.
    /// </summary>
    /// <param name="anyVisit">走访 is any contact then, and no topic.</param>
    public RowSet? RowsOfRoster(RowSet? rows, bool anyVisit)
    {
        if (anyVisit && Any(RowBinder.IsVisit) && !Any(token => token.Kind is WordKind.Topic or Row && !RowBinder.IsVisit(token)))
            return RowsOfAreas(sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning)) ?? RowsOfTags;
        return rows is null ? RowsOfTags : RowsWithoutTags(rows);
    }

    private RowSet? RowsOfTags => RowsOfAreas(sentence.Tokens.Where(token => token.Kind == Tag).Select(token => PeopleWords.AreaOf(token.Meaning)).OfType<string>());

    private RowSet? RowsOfAreas(IEnumerable<string> areas) =>
        areas.ToHashSet() is { Count: > 0 } said ? sentence.AllRows.Only(sentence.AllRows.Where(row => said.Contains(row.Area.Id))) : null;

    /// <summary>Of 低保老人 the elderly.</summary>
    private RowSet RowsWithoutTags(RowSet rows)
    {
        var tags = sentence.Tokens.Where(token => token.Kind == Area && PeopleWords.TagsOfAreas.ContainsKey(token.Word.Text)).Select(token => token.Meaning).ToHashSet();
        if (tags.Count == 0)
            return rows;
        var others = sentence.Tokens.Where(token => token.Kind == Area && !PeopleWords.TagsOfAreas.ContainsKey(token.Word.Text)).Select(token => token.Meaning).ToHashSet();
        if (others.Count > 0)
            return rows.Only(rows.Where(row => !tags.Contains(row.Area.Id) || others.Contains(row.Area.Id)));
        // 低保户的回访 is the topic's rows of every domain.
        return sentence.Has(WordKind.Topic, Row) ? sentence.AllRows.Only(sentence.AllRows.Where(row => rows.Any(own => own.Topic == row.Topic && row.Area.IsDomain == own.Area.IsDomain))) : rows;
    }

    private static bool IsPeople(Token token) => token is { Kind: Tag or Village } or { Kind: Area, Meaning: "relief" or "elder" or "child" or "disabled" };

    private Match? Length => field ??= LengthText.Match(sentence.Text);

    private static int DaysOf(Match match)
    {
        var number = match.Groups["number"].Value switch { "半" => 0, "俩" => 2, var text => Numbers.Read(text).Value };
        var days = match.Groups["unit"].Value switch { "月" => 30, "周" or "星期" or "礼拜" => 7, "年" => 365, _ => 1 };
        return number == 0 ? days / 2 : number <= LongestDays / days ? number * days : 0;
    }

    private static Pattern LengthText { get; } = new("(?<more>超过|多于|大于)?(?<number>[0-9]{1,4}|[一二两三四五六七八九十百]{1,4}|半|俩)((个多?|多个)(?<unit>月|星期|礼拜)|多?(?<unit>天|周|星期|礼拜|年)|(?<=[俩半])(?<unit>月))(以上|多|都|还|也|了|里|内|之内|以来|老人|人|的)*(?=没|未|无)");
}
