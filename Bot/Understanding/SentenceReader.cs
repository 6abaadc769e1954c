namespace StationBot.Understanding;

/// <summary>
/// Chinese sentence + now + context → one <see cref="Reading"/>: normalised, cut into words, bound to a meaning.
/// Pure, and never throws on any text.
/// </summary>
public static class SentenceReader
{
    public static Reading Read(string text, ReadingContext context)
    {
        var sentence = new Sentence(Scanner.Scan(NormalisedText.Of(text), context), context);
        var reading = CommandBinder.Bind(sentence) ?? QuestionBinder.Bind(sentence);
        return sentence.Corrections is { Count: > 0 } corrections ? reading with { Corrections = corrections } : reading;
    }

    /// <summary>The words of a sentence, one printed span each: for whoever wonders how it was read.</summary>
    public static IReadOnlyList<string> Spans(string text, ReadingContext context) =>
        [.. Scanner.Scan(NormalisedText.Of(text), context).Select(token => token.ToString())];
}
