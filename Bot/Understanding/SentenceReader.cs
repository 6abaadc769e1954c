using StationBot.Understanding.Binding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>
/// Chinese sentence + now + context → one <see cref="Reading"/>: normalised, cut into words, bound to a meaning.
/// Pure, and never throws on any text.
/// </summary>
public static class SentenceReader
{
    private static readonly char[] EndsOfSentence = ['？', '?', '。', '；', ';', '\n', '\r'];

    public static Reading Read(string text, ReadingContext context) => Read(text, context, out _);

    /// <param name="mayName">Something stands there that no word explains as it is written: where the context has no names, it may be one.</param>
    public static Reading Read(string text, ReadingContext context, out bool mayName)
    {
        var said = WithoutMention(text);
        var reading = ReadOne(said, context, out mayName);
        return SeveralRequests(said, context) ?? reading;
    }

    private static Reading ReadOne(string text, ReadingContext context, out bool mayName)
    {
        var normalised = NormalisedText.Of(text);
        var sentence = new Sentence(normalised, Scanner.Scan(normalised, context), context);
        mayName = sentence.HasUnexplained;
        var reading = CommandBinder.Bind(sentence) ?? FileBinder.Bind(sentence) ?? QuestionBinder.Bind(sentence);
        return reading is not LogDraft && sentence.Corrections is { Count: > 0 } corrections ? reading with { Corrections = corrections } : reading;
    }

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
        StatusQuestion question => !question.RowsAssumed || question.Period is not null,
        OtherRequest { Family: not RequestFamily.Evidence } other => other.Rows is not null || other.Period is not null,
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

    /// <summary>The words of a sentence, one printed span each: for whoever wonders how it was read.</summary>
    public static IReadOnlyList<string> Spans(string text, ReadingContext context) =>
        [.. Scanner.Scan(NormalisedText.Of(text), context).Select(token => token.ToString())];
}
