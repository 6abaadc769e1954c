using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Orders are whole sentences: the word that gives them, politeness, and at most what they point at. Anything more is no order.</summary>
internal static class CommandBinder
{
    public static Reading? Bind(Sentence sentence) =>
        BindRefusal(sentence) ?? MatterBinder.Bind(sentence) ?? BindLastFew(sentence) ?? EditBinder.Bind(sentence) ?? BindTalk(sentence) ?? BindJoin(sentence) ?? UploadBinder.Bind(sentence) ?? BindLoose(sentence) ?? BindHistory(sentence) ?? BindLeft(sentence) ?? BindForm(sentence)
        ?? BatchBinder.Bind(sentence);

    private static Refusal? BindRefusal(Sentence sentence)
    {
        if (sentence.First(Refused) is not { IsBent: false } word)
            return null;
        var kind = Enum.Parse<RefusalKind>(word.Meaning);
        // What is told may mention an identity card or the weather; only a wish is refused.
        var isTold = (sentence.Has(Narrative) || sentence.Tokens.Any(token => token is { Kind: Did, Text: not "发" }) || word.Text == CommandWords.Mentioned) && !sentence.Asks;
        return kind switch
        {
            // 打个电话 is told as well, so somebody must be wished to do it.
            RefusalKind.Unsupported => CommandWords.Wishes.Any(wish => sentence.Text.Contains(wish, StringComparison.Ordinal)) ? new Refusal(kind) : null,
            RefusalKind.Privacy when CommandWords.PersonalData.Any(data => sentence.Text.Contains(data, StringComparison.Ordinal)) && sentence.Text.Contains('群', StringComparison.Ordinal) => new Refusal(kind),
            // 陪小雨做游戏 is told of somebody.
            RefusalKind.OutOfScope when sentence.Has(Person) => null,
            _ => isTold ? null : new Refusal(kind),
        };
    }

    private static Reading? BindTalk(Sentence sentence)
    {
        if (sentence.Has(Help) && sentence.HasOnly(Help, YesNo, FollowUp, Mine, Area, Topic, Row))
            return new HelpRequest();
        if (!sentence.Has(Hello) || !sentence.HasOnly(Hello, YesNo))
            return null;
        return new Greeting { IsThanks = sentence.Tokens.All(token => token.Kind is Filler or Punctuation or YesNo || token.Meaning == CommandWords.Thanks) };
    }

    private static LooseFilesRequest? BindLoose(Sentence sentence) =>
        sentence.Text.AsSpan().ContainsAny(EvidenceVocabulary.Loose) && sentence.Text.AsSpan().ContainsAny(EvidenceVocabulary.Files) ? new LooseFilesRequest() : null;

    private static Reading? BindJoin(Sentence sentence)
    {
        if (sentence.Has(JoinCode) && sentence.HasOnly(JoinCode, HowMany, What, YesNo, Order, Mine, FormVerb, Did, AskingFamily))
            return new JoinCodeRequest();
        if (sentence.First(Join) is null && sentence.First(JoinCode) is null)
            return null;
        // Codes may hold what looks like pinyin, numbers or dates: take the letters and digits as they were typed.
        var code = string.Concat(sentence.Tokens.SkipWhile(token => token.Kind is not (Join or JoinCode)).Skip(1).Select(token => token.Text))
            .Where(char.IsAsciiLetterOrDigit).ToArray();
        var rest = sentence.Tokens
            .Where(token => !token.Text.Any(char.IsAsciiLetterOrDigit))
            .All(token => token.Kind is Join or JoinCode or Filler or Punctuation or Mine);
        return code.Length is >= 4 and <= 16 && rest ? new JoinWithCode(new string(code).ToUpperInvariant()) : null;
    }

    private static UndoRequest? BindLastFew(Sentence sentence) =>
        sentence.Text.AsSpan().ContainsAny(UndoWords.Marks)
        && UndoWords.LastFew.Match(sentence.Text) is { Success: true } few
        && Numbers.Read(few.Groups["n"].ValueSpan).Value is >= UndoWords.Fewest and <= UndoWords.Most and var count
            ? new UndoRequest(null) { Count = count }
            : null;

    private static Reading? BindHistory(Sentence sentence)
    {
        var isEdit = sentence.Has(Undo) && sentence.First(Order) is { Text: "修改" };
        var isMistake = isEdit || sentence.First(Order) is { Text: "记错了" or "错了" or "写错了" };
        if (!sentence.HasOnly(Undo, Restore, ThatRecord, Number, Period, FormVerb, YesNo, isMistake ? Order : Undo))
            return null;
        if (RecordNumber(sentence) is not { } number)
            return null;
        if (sentence.First(Undo) is { Meaning: CommandWords.WithRecord } && !sentence.Has(ThatRecord))
            return null;
        long? record = number > 0 ? number : null;
        if (sentence.Has(Restore) || sentence.First(Undo) is not { } undo)
            return sentence.Has(Restore) ? new RestoreRequest(record) : null;
        // 撤销 takes back what was done last; 删掉, and whatever points at a record, means the record.
        var isBare = record is null && !sentence.Has(ThatRecord, Order) && undo.Text.StartsWith('撤');
        var isStep = record is null && sentence.Tokens.Any(token => token.Kind == ThatRecord && CommandWords.IsStep(token.Text));
        return new UndoRequest(record) { LastChange = isEdit || isBare || isStep };
    }

    /// <summary>继续刚才的, 继续记走访, 不记了; 取消 alone is about the card that is open.</summary>
    private static Reading? BindLeft(Sentence sentence)
    {
        if (sentence.Has(Resume) && sentence.HasOnly(Resume, ThatRecord, Form, FormVerb, Topic, Row, Did, FollowUp) && sentence.First(Did) is null or { Text: "开" or "填" })
            return new ResumeRequest(sentence.First(Form)?.Meaning ?? (sentence.First(Topic, Row) is { } thing ? Forms.For(thing.Meaning) : null));
        return CommandWords.NeverMind.Contains(sentence.Text.TrimEnd('。', '！')) || (sentence.Has(Drop) && sentence.HasOnly(Drop, ThatRecord, FormVerb, Undo)) ? new DropRequest() : null;
    }

    /// <summary>0 when no record was named; null when a number or date is no record's (撤销三条).</summary>
    internal static long? RecordNumber(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var (length, value) = tokens[i].Kind is Number or Period ? Numbers.Read(tokens[i].Text) : default;
            if (tokens[i].Kind == Period && (length == 0 || tokens[i].Text[length..] is not "号"))
                return null;
            if (tokens[i].Kind is Number or Period)
            {
                var measured = i + 1 < tokens.Length && tokens[i + 1].Text is "条" or "个" or "次";
                var isNumbered = i > 0 && tokens[i - 1].Text is "编号" or "记录号" or "号记录";
                return measured || (!char.IsAsciiDigit(tokens[i].Text[0]) && !isNumbered) ? null : value;
            }
        }

        return 0;
    }

    private static FormRequest? BindForm(Sentence sentence)
    {
        if (FormOf(sentence) is not { } form || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]))
            return null;
        // More than one, or a day that doesn't exist, is a story to tell and not a form to fill.
        if (sentence.Tokens.Any(token => token.Period.IsInvalid || token is { Kind: Number, Text: not ("一" or "1") }))
            return null;
        // 3号个案结案: a closing has no day, so the number is the file's.
        if (form is Forms.CaseClose or Forms.GroupClose && sentence.Periods is [var (_, said)] && FileBinder.NumberOf(said) is not null)
            return null;
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().ToList();
        if (areas.Count > 1)
            return null;
        var isVisit = form == Forms.Visit;
        var topic = sentence.First(Topic)?.Meaning;
        var domain = sentence.Context.Vocabulary.Catalog.Domains.FirstOrDefault(domain => areas.Contains(domain.Id));
        return new FormRequest(form, domain?.Id, isVisit ? Forms.CategoryOf(topic) : null, sentence.FirstPeriod?.First)
        {
            Mode = isVisit ? sentence.First(Mode)?.Meaning : null,
        };
    }

    /// <summary>Null when the sentence says more than a form's name and presets, or no form.</summary>
    private static string? FormOf(Sentence sentence)
    {
        var things = sentence.Tokens.Where(token => token.Kind is Topic or Row).Select(token => token.Meaning).Distinct().ToList();
        // 开老人个案: 开 opens a file.
        if (sentence.First(Did) is { Text: "开" } && sentence.HasOnly(Did, Area, Topic, Number))
            return things switch { ["case"] => Forms.CaseOpen, ["group"] => Forms.GroupOpen, _ => null };
        // 确认养老台账: 台账 alone asks for evidence.
        if (sentence.First(FormVerb) is { Text: "确认" or "确认一下" } && sentence.First(Family) is { Text: "台账" })
            return sentence.HasOnly(FormVerb, Family, Area) ? Forms.Register : null;
        // 昨天的电话回访记录 names records.
        var isNoun = sentence.Tokens.LastOrDefault(token => token.Kind is not (Filler or Punctuation)) is { Word: not null, Kind: FormVerb, Text: "记录" } && sentence.Has(Period) && sentence.Has(Topic) && sentence.Tokens.Any(token => token.Text == "的");
        if (isNoun || !sentence.HasOnly(FormVerb, Form, Area, Topic, Row, Period, Mine, Mode, Number))
            return null;
        if (sentence.First(Form) is { } form)
            return form.Meaning;
        if (!sentence.Has(FormVerb) || things.Count > 1)
            return null;
        if (things.Count == 0 && sentence.Has(Mode))
            return Forms.Visit;
        return Forms.For(things is [var thing] ? thing : sentence.First(Area)?.Meaning ?? "");
    }
}
