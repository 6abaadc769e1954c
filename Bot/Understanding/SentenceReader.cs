using StationBot.Understanding.Binding;
using StationBot.Understanding.Intents;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>What a context lacks that a sentence may be about.</summary>
[Flags]
public enum Wants
{
    Nothing = 0,

    /// <summary>Something stands there that no word explains as it is written: it may be a name.</summary>
    Names = 1,

    /// <summary>It says what differs from the question before.</summary>
    Previous = 2,
}

/// <summary>
/// Chinese sentence + now + context → one <see cref="Reading"/>: normalised, cut into words, bound to a meaning.
/// Pure, and never throws on any text.
/// </summary>
public static class SentenceReader
{
    private static readonly char[] EndsOfSentence = ['？', '?', '。', '；', ';', '\n', '\r'];

    public static Reading Read(string text, ReadingContext context) => Read(text, context, out _);

    /// <param name="wants">What the context doesn't have and could change the reading.</param>
    public static Reading Read(string text, ReadingContext context, out Wants wants)
    {
        var said = WithoutMention(text);
        var reading = ReadOne(said, context, out wants);
        return SeveralRequests(said, context) ?? reading;
    }

    private static Reading ReadOne(string text, ReadingContext context, out Wants wants)
    {
        if (PageMark.Of(text) is not (> 0 and var page))
            return ReadWithoutAside(text, context, out wants);
        var rest = PageMark.Without(text);
        // 第2页 and no more is about the list before; what is told may hold the words as well.
        if (rest.Length == 0)
            return ReadContext(new ContextQuestion(ContextAsk.More, UnclearTexts.NoList()) { Number = page }, context, out wants);
        return ReadWhole(rest, context, out wants) switch
        {
            Question question => question with { Page = page },
            ContextQuestion { Ask: ContextAsk.More } more => more with { Number = page },
            LogDraft => ReadWhole(text, context, out wants),
            var other => other,
        };
    }

    /// <summary>领导明天要来，先给我今年的总进度: asked without the clause that says why, where that makes a question.</summary>
    private static Reading ReadWithoutAside(string text, ReadingContext context, out Wants wants)
    {
        var whole = ReadWhole(text, context, out wants);
        if (whole is not (Question or Unclear) || AsideWords.Without(text) is not { } asked || ReadWhole(asked, context, out var needed) is not Question question)
            return whole;
        wants = needed;
        return question;
    }

    private static Reading ReadContext(ContextQuestion asked, ReadingContext context, out Wants wants)
    {
        wants = context.Previous is null ? Wants.Previous : Wants.Nothing;
        return (context.Fresh is { } previous ? ContextEffect.On(asked, previous, context) : null) ?? asked;
    }

    private static Reading ReadWhole(string text, ReadingContext context, out Wants wants)
    {
        var normalised = NormalisedText.Of(text);
        var sentence = new Sentence(normalised, Scanner.Scan(normalised, context), context);
        // Names may still explain what is not understood.
        var reading = context.Names is null && sentence.HasUnexplained ? ByWords(sentence) : IntentArbiter.Settle(sentence, ByWords);
        if (reading is SettingsRequest settings)
            reading = PushBinder.Complete(settings, sentence);
        var follows = reading is ContextQuestion || sentence.Has(WordKind.FollowUp);
        wants = (context.Names is null && sentence.HasUnexplained ? Wants.Names : Wants.Nothing) | (follows && context.Previous is null ? Wants.Previous : Wants.Nothing);
        if (reading is ContextQuestion asked)
            reading = (context.Fresh is { } previous ? ContextEffect.On(asked, previous, context) : null) ?? (asked.Ask == ContextAsk.FollowUp && !sentence.Has(WordKind.FollowUp) ? asked.Fallback : asked);
        else if (reading is Question question and not RuleQuestion && sentence.Has(WordKind.Context))
            reading = ContextBinder.Regrouped(sentence, question) ?? reading;
        // Clues are read as they are typed, whatever the words around them were bent to.
        return reading is not (LogDraft or UndoRequest { Sought: not null } or Refusal or HelpRequest or SettingsRequest { IsOn: not null }) && sentence.HasUnexplained && sentence.CorrectionsOf(besideHints: ByClues(sentence) is not null) is { Count: > 0 } corrections ? reading with { Corrections = corrections } : reading;
    }

    private static Reading ByWords(Sentence sentence) =>
        ByClues(sentence) ?? CommandBinder.Bind(sentence) ?? FileBinder.Bind(sentence) ?? QuestionBinder.Bind(sentence);

    private static Reading? ByClues(Sentence sentence) => PushBinder.Bind(sentence) ?? PictureBinder.Bind(sentence) ?? OfficeBinder.Bind(sentence);

    private static Reading ReadOne(string text, ReadingContext context) => ReadOne(text, context, out _);

    /// <summary>Two questions in one message would else be read as one about both their words. Null when there is at most one.</summary>
    private static Unclear? SeveralRequests(string text, ReadingContext context)
    {
        var alone = context with { Previous = null };
        var parts = text.Split(EndsOfSentence, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || text.Length > NormalisedText.MaxLength)
            return null;
        var requests = parts
            .Where(part => StandsAlone(ReadOne(part, alone)))
            .DistinctBy(part => ReadOne(part, alone).ToString())
            .Take(4)
            .ToList();
        return requests.Count > 1 ? UnclearTexts.OneAtATime(requests) : null;
    }

    /// <summary>哪些没完成？ after another question is about its rows; what is told is no request.</summary>
    private static bool StandsAlone(Reading reading) => reading switch
    {
        StatusQuestion or ForecastQuestion or CompareQuestion or RankQuestion or DueQuestion or RecordsQuestion when reading is Question question =>
            !question.RowsAssumed || question.Period is not null,
        OtherRequest other => other.Rows is not null || other.Period is not null,
        RuleQuestion or QualityQuestion or ReportQuestion or PictureQuestion or ExportRequest or StationsQuestion => true,
        FormRequest or FileRequest or FileList or UndoRequest or RestoreRequest => true,
        _ => false,
    };

    /// <summary>Where a channel leaves the mention of the bot in the text (@机器人 本月还差几次).</summary>
    private static string WithoutMention(string text)
    {
        var said = text.AsSpan().TrimStart();
        if (said is not ['@' or '＠', ..])
            return text;
        var end = 0;
        while (end < said.Length && !char.IsWhiteSpace(said[end]))
            end++;
        return said[end..].TrimStart() is { Length: > 0 } rest ? rest.ToString() : text;
    }

    /// <summary>What sentences like it mean, the likeliest first, with their shares: what the words are weighed against.</summary>
    public static IReadOnlyList<(string Intent, float Share)> Intents(string text, ReadingContext context) => IntentArbiter.Likeliest(Scanner.Scan(NormalisedText.Of(text), context), context);

    /// <summary>The words of a sentence, one printed span each: for whoever wonders how it was read.</summary>
    public static IReadOnlyList<string> Spans(string text, ReadingContext context) =>
        [.. Scanner.Scan(NormalisedText.Of(text), context).Select(token => token.ToString())];
}
