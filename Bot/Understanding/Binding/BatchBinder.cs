using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>记走访 张三、李四、王五三户: one form, a record for each of those who are named.</summary>
internal static class BatchBinder
{
    private static readonly char[] Commas = ['，', ',', '。', ';', '；', '：', ':'];

    public static FormRequest? Bind(Sentence sentence)
    {
        var text = sentence.Text;
        if (text.AsSpan().IndexOfAny('、', '和', '跟') < 0 || sentence.Asks || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]))
            return null;
        if (HeadOf(sentence) is not ({ } form, var head))
            return null;
        var before = BatchWords.CountBefore.Match(text[head..]);
        head += before.Length;
        if (BatchWords.List.Match(Clause(text, head)) is not { Success: true } list)
            return null;
        var names = list.Groups["name"].Captures.Select(capture => capture.Value).ToList();
        var day = sentence.FirstPeriod?.First;
        // A visit to come, and nobody met, are no records for all of them.
        if (day > DateOnly.FromDateTime(sentence.Context.Now) || BatchWords.Unmet.Any(word => text.Contains(word, StringComparison.Ordinal)))
            return null;
        var counted = list.Groups["n"].Success ? list.Groups["n"].Value : before.Groups["n"].Value;
        if (names.Count < 2 || (counted.Length == 0 && !text.Contains('、', StringComparison.Ordinal)))
            return null;
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().ToList();
        var rest = head + list.Length;
        return new FormRequest(form, areas is [var area] && IsDomain(sentence, area) ? area : null, TopicOf(sentence), day)
        {
            Mode = sentence.First(Mode)?.Meaning,
            Persons = names,
            Households = counted.Length > 0 && Numbers.Read(counted).Value is var said && said != names.Count ? said : null,
            Content = rest < text.Length ? sentence.Typed(rest, text.Length - rest).Trim([' ', '。', .. Commas]) : "",
        };
    }

    /// <summary>The form, and where the first name begins: behind when, by whom, and the word that makes it a visit or a survey.</summary>
    private static (string? Form, int Length) HeadOf(Sentence sentence)
    {
        var (length, head, form, isOrder) = (0, 0, (string?)null, false);
        foreach (var token in sentence.Tokens)
        {
            var own = FormOf(token);
            if (own is null && token.Kind is not (Filler or Mine or And or Worker or ThatRecord or Period or Area or Tag or Mode or Punctuation or FormVerb))
                break;
            // A filler may be the first half of a name: it belongs to the head only where a word of it follows.
            length += token.Text.Length;
            form ??= own;
            isOrder |= token.Kind is FormVerb or Form;
            if (token.Kind is not Filler)
                head = length;
        }

        // 走访了张三、李四 tells; only 记走访 张三、李四 orders a form.
        return (isOrder ? form : null, head);
    }

    /// <summary>Forms that are about one person each; null for any other word.</summary>
    private static string? FormOf(Token token) => token switch
    {
        { IsBent: true } => null,
        { Kind: Form, Meaning: Forms.Visit } => Forms.Visit,
        { Kind: WordKind.Topic or Did } when Forms.For(token.Meaning) is Forms.Visit or Forms.Survey => Forms.For(token.Meaning),
        { Kind: Narrative } when BatchWords.Visits.Contains(token.Text) => Forms.Visit,
        _ => null,
    };

    private static string Clause(string text, int start) => text.IndexOfAny(Commas, start) is >= 0 and var end ? text[start..end] : text[start..];

    private static bool IsDomain(Sentence sentence, string area) => sentence.Context.Vocabulary.Catalog.Domains.Any(domain => domain.Id == area);

    private static string? TopicOf(Sentence sentence) =>
        sentence.Tokens.Where(token => FormOf(token) is not null).Select(token => Forms.CategoryOf(token.Meaning)).FirstOrDefault(category => category is not null);
}
