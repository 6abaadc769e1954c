using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>The words of a sentence and what is plain about them.</summary>
internal sealed class Sentence(NormalisedText source, Token[] tokens, ReadingContext context)
{
    /// <summary>What says nothing by itself.</summary>
    private static readonly ulong Plain = Set([WordKind.Filler, WordKind.Punctuation, WordKind.Hello, WordKind.List]);

    private readonly (List<(Period Period, string Typed)> Periods, Matter Matters) _said = Survey(tokens);

    /// <summary>The kinds of its words, a bit each: they are asked for many times.</summary>
    private readonly ulong _kinds = KindsOf(tokens);

    private bool[]? _hinted;

    private readonly Clue _clues = ClueText.Read(source.Text, context.Vocabulary.Clues);

    public Token[] Tokens => tokens;

    /// <summary>What pieces of the text hint at.</summary>
    public Clue Clues => _clues;

    public bool Hints(Clue clue) => (_clues & clue) != Clue.None;

    /// <summary>Pieces that neither a word nor a clue explains; they may be names or conditions.</summary>
    public string Unhinted => Has(WordKind.Unknown) ? string.Join('…', Tokens.Where((token, i) => token.Kind == WordKind.Unknown && !IsHinted(i)).Select(token => token.Typed)) : "";

    /// <summary>As <see cref="HasOnly"/>, beside words that stand in a clue, whatever they were read as.</summary>
    public bool HasOnlyHintsAnd(params ReadOnlySpan<WordKind> kinds)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is not (WordKind.Filler or WordKind.Punctuation or WordKind.Hello or WordKind.List) && !kinds.Contains(tokens[i].Kind) && !IsHinted(i))
                return false;
        }

        return true;
    }

    private bool IsHinted(int token)
    {
        _hinted ??= ClueText.Cover(source.Text, context.Vocabulary.Clues);
        var start = tokens[..token].Sum(before => before.Text.Length);
        for (var i = start; i < start + tokens[token].Text.Length; i++)
        {
            if (!_hinted[i] && !ClueWords.Harmless.Contains(source.Text[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    public ReadingContext Context => context;

    /// <summary>The same without the pieces that nothing explains, or that only nearly decide, and that change nothing.</summary>
    /// <param name="changesNothing">Asked of the place of each such piece.</param>
    public Sentence Without(Func<int, bool> changesNothing) =>
        new(source, [.. tokens.Select((token, at) => token.Kind is WordKind.Unknown or WordKind.About && changesNothing(at) ? token with { Word = new Word(WordKind.Filler, token.Text, "") } : token)], context);

    /// <summary>述职要写, 下班前我过一眼, 我心里得有个数: a clause of its own that names nothing.</summary>
    public bool IsAside(int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !EndsClause(tokens[first - 1]))
            first--;
        while (last + 1 < tokens.Length && !EndsClause(tokens[last + 1]))
            last++;
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Kind is WordKind.Period or WordKind.Number or WordKind.Area or WordKind.Topic or WordKind.Row or WordKind.Tag or WordKind.Village or WordKind.Mode or WordKind.Worker or WordKind.Person
                or WordKind.Remaining or WordKind.HowMany or WordKind.What or WordKind.Except)
                return false;
        }

        return last - first + 1 < tokens.Length;
    }

    private static bool EndsClause(Token token) => token is { Kind: WordKind.Punctuation, Text: "，" or "," or "。" or "；" or "！" or "!" };

    /// <summary>The whole sentence, normalised.</summary>
    public string Text => source.Text;

    /// <summary>What is meant where no rows are said.</summary>
    public RowSet AllRows => context.Vocabulary.AllRows;

    /// <summary>A piece of <see cref="Text"/> as it was typed.</summary>
    public string Typed(int start, int length) => source.Typed(start, source.Text.Substring(start, length));

    public bool Has(params ReadOnlySpan<WordKind> kinds) => (_kinds & Set(kinds)) != 0;

    public Token? First(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (kinds.Contains(token.Kind))
                return token;
        }

        return null;
    }

    /// <summary>Nothing but these, fillers, politeness and punctuation.</summary>
    public bool HasOnly(params ReadOnlySpan<WordKind> kinds) => (_kinds & ~(Plain | Set(kinds))) == 0;

    /// <summary>做了, 聊了: something is told, unless it is asked.</summary>
    public bool Tells => Has(WordKind.Narrative, WordKind.Did);

    /// <summary>
    /// Whether it wants to know something. Beside a story (去了, 聊了) only words that can't be part of one make a question: a bent word doesn't,
    /// nor does 情况 or 没 in its middle.
    /// </summary>
    public bool Asks => Has(WordKind.Narrative)
        ? HasUnbent(WordKind.HowMany, WordKind.What, WordKind.Each, WordKind.WhichMonths, WordKind.AskingFamily, WordKind.List) || EndsWithYesNo
        : Has(WordKind.Remaining, WordKind.HowMany, WordKind.What, WordKind.Each, WordKind.WhichMonths, WordKind.Progress, WordKind.AskingFamily, WordKind.List) || EndsWithYesNo;

    /// <summary>A word of the family makes the question.</summary>
    public bool IsAbout(RequestFamily family)
    {
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (token.Kind == WordKind.AskingFamily && token.Meaning == family.ToString())
                return true;
        }

        return false;
    }

    /// <summary>没走访, 未回访.</summary>
    public bool SaysNotReached
    {
        get
        {
            for (var i = 1; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == WordKind.Topic && tokens[i - 1].Text is "没" or "未")
                    return true;
            }

            return false;
        }
    }

    /// <summary>几项: the number asked is of rows.</summary>
    public bool CountsRows
    {
        get
        {
            foreach (var token in tokens)
            {
                if (token is { Kind: WordKind.HowMany, Text: "几项" or "多少项" })
                    return true;
            }

            return false;
        }
    }

    /// <summary>除10月外, 除了电话, 10月除外: what is left out and is no row. Null when there is none.</summary>
    public string? ExceptedCondition
    {
        get
        {
            var words = tokens.Where(token => token.Kind != WordKind.Filler).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].Kind != WordKind.Except)
                    continue;
                var next = i + 1 < words.Count ? words[i + 1] : default;
                if (next.Word is not null && next.Kind is WordKind.Period or WordKind.Mode or WordKind.Tag or WordKind.Worker or WordKind.Person or WordKind.Mine)
                    return next.Typed;
                var isAfter = next.Word is null || next.Kind is WordKind.EndOfExcept or WordKind.Punctuation;
                if (isAfter && i > 0 && words[i - 1].Kind is not (WordKind.Punctuation or WordKind.YesNo))
                    return words[i - 1].Typed;
            }

            return null;
        }
    }

    public bool EndsWithYesNo
    {
        get
        {
            for (var i = tokens.Length - 1; i >= 0; i--)
            {
                if (tokens[i].Kind == WordKind.YesNo)
                    return true;
                // 完成了没呢.
                if (tokens[i].Kind is not (WordKind.Filler or WordKind.Punctuation or WordKind.List) && tokens[i].Text != "呢")
                    break;
            }

            // 建了没，儿童和残疾.
            for (var i = 2; i < tokens.Length; i++)
            {
                if (tokens[i].Text is "，" or "," && tokens[i - 1] is { Kind: WordKind.YesNo, Text: "没" or "没有" } && tokens[i - 2].Kind == WordKind.Did)
                    return true;
            }

            return tokens.Any(token => token is { Kind: WordKind.YesNo, Text: "?" or "？" or "是不是" or "有没有" or "是否" or "吗" or "能不能" });
        }
    }

    /// <summary>What was not understood; it may be a name or a place, so a question with such a rest is not answered as if it weren't there.</summary>
    public string Unread => Pieces(WordKind.Unknown, WordKind.FileDeed, WordKind.About);

    /// <summary>The same for what a decisive word makes of the sentence.</summary>
    public string Unknown => Pieces(WordKind.Unknown, WordKind.FileDeed);

    /// <summary>What its decisive words say; none in most sentences.</summary>
    public Matter Matters => _said.Matters;

    public bool IsAbout(Matter matter) => (Matters & matter) != Matter.None;

    /// <summary>A piece that is no word, or is one only by its sound.</summary>
    public bool HasUnexplained
    {
        get
        {
            foreach (var token in tokens)
            {
                if (token.Kind == WordKind.Unknown || token.IsBent)
                    return true;
            }

            return false;
        }
    }

    /// <param name="besideHints">Only of words that stand in no clue.</param>
    public IReadOnlyList<Correction> CorrectionsOf(bool besideHints)
    {
        List<Correction>? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is { IsBent: true, Kind: not WordKind.Filler } && !(besideHints && IsHinted(i)))
                (found ??= []).Add(new Correction(tokens[i].Typed, tokens[i].Word.Text));
        }

        return found ?? (IReadOnlyList<Correction>)[];
    }

    /// <summary>The different periods that were said; of those that overlap (今年 … 8月, 本月截止今天) the days that all have.</summary>
    public IReadOnlyList<(Period Period, string Typed)> Periods => _said.Periods;

    /// <summary>The same without those that are left out.</summary>
    public IReadOnlyList<(Period Period, string Typed)> PeriodsBut(Func<Token, bool> leftOut) => Survey([.. tokens.Where(token => token.Kind != WordKind.Period || !leftOut(token))]).Periods;

    public Period? FirstPeriod => Periods is [var (period, _), ..] ? period : null;

    private string Pieces(params ReadOnlySpan<WordKind> kinds)
    {
        var pieces = new List<string>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (kinds.Contains(tokens[i].Kind) || IsLooseNumber(i))
                pieces.Add(tokens[i].Typed);
        }

        return string.Join('…', pieces);
    }

    private static ulong KindsOf(Token[] tokens)
    {
        var kinds = 0UL;
        foreach (ref readonly var token in tokens.AsSpan())
            kinds |= 1UL << (int)token.Kind;
        return kinds;
    }

    private static ulong Set(ReadOnlySpan<WordKind> kinds)
    {
        var set = 0UL;
        foreach (var kind in kinds)
            set |= 1UL << (int)kind;
        return set;
    }

    /// <summary>Periods and decisive words in one pass.</summary>
    private static (List<(Period Period, string Typed)> Periods, Matter Matters) Survey(Token[] tokens)
    {
        var said = new List<(Period Period, string Typed)>();
        var matters = Matter.None;
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (token.Kind == WordKind.About)
                matters |= Enum.Parse<Matter>(token.Meaning);
            else if (token.Kind == WordKind.FormVerb && token.Text[0] == '补')
                matters |= Matter.Backfill;
            if (token.Kind != WordKind.Period || token.Period.IsInvalid)
                continue;
            var (period, typed) = (token.Period.Period, token.IsBent ? token.Word.Text : token.Typed);
            var other = said.FindIndex(one => one.Period.Cut(period) is not null);
            if (other < 0)
                said.Add((period, typed));
            else
                said[other] = Both(said[other], (period, typed));
        }

        return (said, matters);
    }

    private static (Period Period, string Typed) Both((Period Period, string Typed) one, (Period Period, string Typed) other)
    {
        var cut = one.Period.Cut(other.Period) ?? one.Period;
        return (cut, cut == one.Period ? one.Typed : cut == other.Period ? other.Typed : one.Typed + other.Typed);
    }

    /// <summary>A number of a list or date that the period reader doesn't know (7、9月): to pass over it would change the question.</summary>
    private bool IsLooseNumber(int i) =>
        tokens[i].Kind == WordKind.Number
        && i + 1 < tokens.Length
        && tokens[i + 1] is { Kind: WordKind.And } or { Text: "-" or "/" or "." or "," or "~" };

    private bool HasUnbent(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (!token.IsBent && kinds.Contains(token.Kind))
                return true;
        }

        return false;
    }
}
