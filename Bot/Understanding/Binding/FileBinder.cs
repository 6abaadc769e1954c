using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>
/// One case or group, by its name or number, and lists of them. Names are taken as they are typed, known or not: whether there is such
/// a file, and whose, only the station's records tell.
/// </summary>
internal static class FileBinder
{
    private const string Case = "case";
    private const string Group = "group";

    public static Reading? Bind(Sentence sentence)
    {
        for (var i = sentence.Tokens.Length - 1; i >= 0; i--)
        {
            if (TopicOf(sentence.Tokens[i]) is { } topic)
                return (Reading?)BindOne(sentence, i, topic) ?? BindList(sentence);
        }

        return null;
    }

    private static bool IsNext(Token token) => token is { Kind: Family, Meaning: nameof(RequestFamily.Cases), Text: ['下', ..] };

    private static string? TopicOf(Token token) => token switch
    {
        { Kind: WordKind.Topic, Meaning: Case or Group } => token.Meaning,
        { Kind: Form, Meaning: Forms.CaseSession or Forms.CaseClose } => Case,
        { Kind: Form, Meaning: Forms.GroupSession or Forms.GroupClose } => Group,
        _ => null,
    };

    /// <summary>李桂兰的个案, 记手工小组, 李桂兰的个案交给小张: what stands before the thing is its name, what stands behind says what about it.</summary>
    private static FileRequest? BindOne(Sentence sentence, int at, string topic)
    {
        var tokens = sentence.Tokens;
        FileAsk? deed = null;
        var from = 0;
        while (from < at && (IsSilent(tokens[from]) || LeadingDeed(tokens[from]) is not null || (deed is not null && tokens[from] is { Kind: Number, Text: "一" or "1" })))
            deed = LeadingDeed(tokens[from++]) ?? deed;
        var to = at;
        while (to > from && (FileWords.IsJoint(tokens[to - 1].Text) || IsNext(tokens[to - 1])))
            to--;
        var head = tokens.Skip(from).Take(to - from).ToList();
        // 赵小丽下次个案什么时候.
        var tail = tokens.Skip(to).Take(at - to).Where(IsNext).Concat(tokens.Skip(at + 1)).ToList();
        // 小李手上陈凤霞那个个案 is hers.
        if (head.FindIndex(token => token.Kind is Person) is > 0 and var own && head.Take(own).All(token => token.Kind is Worker or Mine or Filler))
            head.RemoveRange(0, own);
        var name = string.Concat(head.Select(token => token.Typed));
        var number = NumberOf(name);
        string? area = null;
        if (number is null && !IsName(head, topic))
        {
            area = AreaOf(sentence, head, tail);
            if (area is null)
                return null;
            name = "";
        }
        else if (topic == Group && head.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().ToList() is [var only])
        {
            area = only;
        }

        if (topic == Case && deed is null && ReceiverIn(sentence, tail) is { } receiver)
            return Request(FileAsk.HandOver) with { To = receiver };
        if (tail.FindIndex(token => !IsSilent(token)) is >= 0 and var first && tail[first].Meaning == nameof(FileAsk.HandOver))
            return deed is null ? Request(FileAsk.HandOver) with { To = ReceiverOf(tail[(first + 1)..]) } : null;
        if (tail.TrueForAll(IsSilent))
            return Request(deed ?? FormDeed(tokens[at]) ?? FileAsk.Show);
        // 3号个案做了几节 may as well be of that day.
        if (deed is null && AsksEvidence(sentence, tail))
            return Request(FileAsk.Evidence);
        if (deed is null && tail.Exists(token => FileWords.IsNext(token.Text)) && AsksAboutIt(sentence, tail))
            return Request(FileAsk.Next);
        if (deed is not null || (number is not null && !tail.TrueForAll(token => IsSilent(token) || IsDeed(token) || token.Kind is YesNo or Progress)))
            return null;
        if (tail.TrueForAll(token => IsSilent(token) || token.Meaning == nameof(FileAsk.Reopen)))
            return Request(FileAsk.Reopen);
        if (tail.TrueForAll(token => IsSilent(token) || FileWords.IsClosing(token.Text)))
            return Request(FileAsk.Close);
        if (tail.TrueForAll(token => IsSilent(token) || token.Kind == FormVerb || token is { Kind: Number, Text: "一" or "1" }))
            return Request(FileAsk.Session);
        return AsksAboutIt(sentence, tail) ? Request(FileAsk.Show) : null;

        FileRequest Request(FileAsk ask) => new(ask, topic, number is null && name.Length > 0 ? name : null, number) { Area = area };
    }

    /// <summary>残疾人那个小组办到第几节了: the one of a domain, where one of it is pointed at or asked about.</summary>
    private static string? AreaOf(Sentence sentence, List<Token> head, List<Token> tail)
    {
        var areas = head.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().ToList();
        var points = sentence.Tokens.TakeWhile(token => token.Kind is not (WordKind.Topic or Form)).LastOrDefault(token => token.Kind != Area) is { Word: not null, Text: "那个" or "这个" };
        var rest = head.TrueForAll(token => token.Kind == Area || IsSilent(token) || FileWords.IsJoint(token.Text));
        return areas is [var only] && rest && tail.Count > 0 && (points || tail.Exists(AsksPlace)) && AsksAboutIt(sentence, tail) ? only : null;
    }

    /// <summary>第几节, 到第几次: of one file.</summary>
    private static bool AsksPlace(Token token) => token is { Kind: AskingFamily, Meaning: nameof(RequestFamily.Cases), Text: [.., '节'] } or { Kind: HowMany, Text: ['第', ..] };

    /// <summary>小王 of 以后让小王跟, 我 of 以后归我，帮我转一下; null where nothing is handed over.</summary>
    private static string? ReceiverIn(Sentence sentence, List<Token> tail)
    {
        var words = tail.Where(token => token.Kind is not Punctuation && token.Text != "的").ToList();
        var at = words.FindIndex(token => token.Kind is Worker or Mine);
        if (at < 1 || !FileWords.IsHandingOver(words[at - 1].Text) || sentence.Has(Number, WordKind.Period, HowMany, What, AskingFamily) || words.Exists(token => token is { Kind: YesNo, Text: not "吧" }))
            return null;
        var around = words.Take(at - 1).Concat(words.Skip(at + 1)).All(token => FileWords.IsTakingOver(token.Text) || token.Kind == And);
        return around ? words[at].Kind == Mine ? Myself : words[at].Typed : null;
    }

    private const string Myself = "我";

    /// <summary>李桂兰个案结案: the thing and the deed are one word.</summary>
    private static FileAsk? FormDeed(Token thing) => thing switch
    {
        { Kind: Form, Meaning: Forms.CaseClose or Forms.GroupClose } => FileAsk.Close,
        { Kind: Form } => FileAsk.Session,
        _ => null,
    };

    private static FileAsk? LeadingDeed(Token token) => token switch
    {
        { Kind: FormVerb } => FileAsk.Session,
        { Kind: FileDeed } => Enum.Parse<FileAsk>(token.Meaning),
        _ => null,
    };

    private static bool IsDeed(Token token) => token.Kind == FileDeed || FileWords.IsClosing(token.Text);

    private static bool IsSilent(Token token) => token.Kind is Filler or Punctuation or Hello;

    /// <summary>3号; null for any other name.</summary>
    public static int? NumberOf(string name) =>
        name is [.. var digits, FileWords.NumberSign] && Numbers.Read(digits) is { Length: > 0 } read && read.Length == digits.Length ? read.Value : null;

    /// <summary>
    /// Something that no list of words explains, and nothing that asks, tells or opens. A single character may be part of any name (张建国, 和平).
    /// </summary>
    private static bool IsName(List<Token> head, string topic)
    {
        // A verb that only sounds like what was typed is none (手机小组, read as 收集).
        if (!head.Exists(token => token.Kind is Unknown or Person or Narrative || token is { Kind: Did, IsBent: true }))
            return false;
        // 一个月没跟进的个案 says how it stands.
        if (head.Exists(token => FileWords.StateOf(token.Text) is not null) || (topic == Case && head.Exists(token => token.Kind == WordKind.Period)))
            return false;
        // 八月三十号培训一次，主题是: several clauses are no name.
        if (head.Exists(token => token.Text is "，" or ",") && head.Exists(token => token.Kind is WordKind.Period or Number))
            return false;
        if (head.FindLast(token => !IsSilent(token) && token.Kind != Area) is { Kind: Did or FormVerb or Narrative, IsBent: false } last && (last.Kind != Narrative || topic == Case))
            return false;
        return !head.Exists(token => token.Text.Length > 1 && !token.IsBent && token.Kind is About or What or HowMany or Remaining or Progress or AskingFamily or Undo or Restore or Except or Did or FormVerb
            || (token.Kind == Narrative && token.Text is ['去', ..] or [.., '了'] or [.., '过']));
    }

    /// <summary>做到第几节了, 还差几节, 怎么样, 下次什么时候.</summary>
    private static bool AsksAboutIt(Sentence sentence, List<Token> tail) =>
        (sentence.Asks || sentence.Has(FollowUp) || tail.Exists(token => token.Kind == Progress))
        && (!tail.Exists(token => token.Kind == Remaining) || sentence.IsAbout(RequestFamily.Sessions) || sentence.Has(What))
        && tail.TrueForAll(token => IsSilent(token)
            || token.Kind is YesNo or Progress or FollowUp or What or Did or Remaining
            || (token.Kind is Family or AskingFamily && token.Meaning is nameof(RequestFamily.Cases) or nameof(RequestFamily.Sessions) or nameof(RequestFamily.Records) or nameof(RequestFamily.People) or nameof(RequestFamily.Due))
            || (token.Kind == HowMany && (token.Text.EndsWith('人') || token.Text is ['第', ..] or "几次" or "几次了" or "几回" or "几节"))
            || FileWords.IsOfOne(token.Text));

    /// <summary>材料齐不齐, 缺什么照片.</summary>
    private static bool AsksEvidence(Sentence sentence, List<Token> tail) =>
        (sentence.Asks || sentence.Has(Remaining))
        && tail.Exists(IsEvidence)
        && tail.TrueForAll(token => IsSilent(token) || IsEvidence(token) || token.Kind is YesNo or Remaining or What or HowMany or FollowUp or Progress or Number);

    private static bool IsEvidence(Token token) => token.Kind is Family or AskingFamily && token.Meaning == nameof(RequestFamily.Evidence);

    /// <summary>结案, 转交, 重新打开 and no more.</summary>
    public static FileRequest? BindBare(Sentence sentence)
    {
        var said = sentence.Tokens.Where(token => !IsSilent(token) && token.Kind is not (FormVerb or YesNo)).ToList();
        return said switch
        {
            [{ Kind: FileDeed } deed, ..] when deed.Meaning != nameof(FileAsk.Show) && (said.Count == 1 || deed.Meaning == nameof(FileAsk.HandOver)) =>
                new FileRequest(Enum.Parse<FileAsk>(deed.Meaning), Case, null, null) { To = deed.Meaning == nameof(FileAsk.HandOver) ? ReceiverOf(said[1..]) : null },
            [var only] when FileWords.IsClosing(only.Text) => new FileRequest(FileAsk.Close, Case, null, null),
            _ => null,
        };
    }

    /// <summary>今年结案几个, 个案结案了几个.</summary>
    public static Reading? BindClosed(Sentence sentence, RowSet? rows)
    {
        if (BindBare(sentence) is { } bare)
            return bare;
        var catalog = sentence.Context.Vocabulary.Catalog;
        var closes = sentence.Tokens.Any(token => FileWords.IsClosing(token.Text) || token is { Kind: Form, Meaning: Forms.CaseClose or Forms.GroupClose } || FileWords.StateOf(token.Text) == FileFilter.Closed);
        if (!closes || !sentence.Has(HowMany, What, List) || sentence.Periods.Count > 1 || sentence.Has(Remaining, Person, Narrative, Except, Must) || sentence.Unread.Length > 0)
            return null;
        rows ??= new RowSet(catalog, catalog.OfTopic(Case));
        return rows.Any(row => row.Topic is not (Case or Group)) ? null : new FileList(FileFilter.Closed, rows, sentence.FirstPeriod) { Filters = FilterBinder.Bind(sentence) };
    }

    /// <summary>小张, or 我; null where nobody is named.</summary>
    private static string? ReceiverOf(List<Token> rest)
    {
        var named = rest.TakeWhile(token => token.Kind is not (Punctuation or Did or Narrative or Family)).Where(token => token.Kind != Filler || token.Text.Length > 1 || !IsLast(rest, token)).ToList();
        var to = string.Concat(named.Select(token => token.Typed)).TrimEnd('吧', '了');
        return to.Length == 0 ? null : to;
    }

    private static bool IsLast(List<Token> rest, Token token) => rest[^1] == token;

    /// <summary>我的个案, 哪些个案停滞了, 进行中的小组, 这周该做哪些个案.</summary>
    private static FileList? BindList(Sentence sentence)
    {
        var length = LengthOf(sentence);
        var allowed = sentence.Tokens.All(token => IsSilent(token)
            || token.Kind is WordKind.Topic or Area or Form or What or HowMany or YesNo or Mine or Worker or Family or AskingFamily or WordKind.Period or Must or Did or AllRows or FollowUp or WordKind.List
            || (length.Days > 0 && (length.Text.Contains(token.Text, StringComparison.Ordinal) || token.Text == "停了")));
        if (!allowed || RowBinder.Bind(sentence) is not { Count: > 0 } rows || rows.Any(row => row.Topic is not (Case or Group)))
            return null;
        var isDue = SaysDue(sentence);
        var states = sentence.Tokens.Where(token => token.Kind is Family or AskingFamily && PeopleWords.ClueOf(token) is not PeopleClue.Who).Select(token => StateOf(token, isDue)).ToList();
        if (states.Contains(null) || states.Distinct().Skip(1).Any() || (!isDue && sentence.Has(Did, Must, WordKind.Period)) || sentence.Periods.Count > 1)
            return null;
        FileFilter? which = isDue ? FileFilter.Due
            : states is [var state, ..] ? state
            : sentence.First(Form) is { Meaning: Forms.CaseClose or Forms.GroupClose } && sentence.Has(What) ? FileFilter.Closed
            : sentence.Has(Form) ? null
            : sentence.Has(Mine, Worker) || (sentence.Has(What, AllRows) && !sentence.Has(HowMany, FollowUp)) ? FileFilter.Open
            : null;
        return which is null || (length.Days > 0 && which != FileFilter.Stalled) ? null : new FileList(which.Value, rows, sentence.FirstPeriod)
        {
            Days = length.Days,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    /// <summary>30 of 停了一个多月没跟进.</summary>
    private static (int Days, string Text) LengthOf(Sentence sentence) => sentence.Has(Number, HowMany) || sentence.Text.Contains('半', StringComparison.Ordinal) || sentence.Tokens.Any(token => SmallWords.IsRate(token.Text)) ? PeopleSentence.LengthIn(sentence.Text) : (0, "");

    private static FileFilter? StateOf(Token token, bool isDue) =>
        isDue && (token.Meaning == nameof(RequestFamily.Due) || FileWords.IsDoing(token.Text)) ? FileFilter.Due : FileWords.StateOf(token.Text);

    /// <summary>该做, 要跟进, 到期: and not how many of them there must be.</summary>
    private static bool SaysDue(Sentence sentence)
    {
        var words = sentence.Tokens.Where(token => token.Kind != Filler || FileWords.IsOught(token.Text) || FileWords.IsDoing(token.Text)).ToList();
        return !sentence.Has(HowMany)
            && (words.Exists(token => token is { Kind: Family or AskingFamily, Meaning: nameof(RequestFamily.Due) })
                || words.Index().Any(word => FileWords.IsOught(word.Item.Text) && word.Index + 1 < words.Count && (words[word.Index + 1].Kind is Did or FormVerb || FileWords.IsDoing(words[word.Index + 1].Text))));
    }
}
