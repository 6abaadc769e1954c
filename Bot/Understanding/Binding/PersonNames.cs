using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>A person's name as it was typed, with what says which one is meant.</summary>
internal static class PersonNames
{
    public const int Longest = 16;

    /// <summary>Who is only pointed at (她去世了) is nobody of the roster.</summary>
    public const string Pointing = "他她它谁这那其某";

    /// <summary>红旗村李奶奶, 李桂兰（红旗村）. Null when something else isn't understood.</summary>
    /// <param name="upTo">Only the tokens before it are looked at.</param>
    public static string? Around(Sentence sentence, int? upTo = null)
    {
        var (first, last) = RangeOf(sentence);
        if (first < 0)
            return null;
        var isElsewhere = sentence.Tokens.Take(upTo ?? sentence.Tokens.Length).Index().Any(token => token.Item.Kind == Unknown && (token.Index < first || token.Index > last));
        return isElsewhere ? null : Name(sentence, first, last);
    }

    /// <summary>The same, and the pieces elsewhere that no word explains (轮椅, 米面油).</summary>
    public static (string? Name, List<Token> Unread) WithRest(Sentence sentence)
    {
        var (first, last) = RangeOf(sentence);
        return first < 0 ? (null, []) : (Name(sentence, first, last), [.. sentence.Tokens.Index().Where(token => token.Item.Kind == Unknown && (token.Index < first || token.Index > last)).Select(token => token.Item)]);
    }

    /// <summary>周老汉 of 周老汉去世了.</summary>
    public static string? Before(Sentence sentence, int at)
    {
        var before = sentence.Tokens.Take(at).Where(token => token.Kind is not (WordKind.Period or Punctuation)).ToList();
        var name = string.Concat(before.Select(token => token.Typed)).Trim('的', ' ');
        return before.Exists(token => token.Kind == Unknown) && MayBe(name) ? name : null;
    }

    public static bool MayBe(string name) => name.Length is >= 2 and <= Longest && !Pointing.Contains(name[0], StringComparison.Ordinal);

    private static string? Name(Sentence sentence, int first, int last)
    {
        var name = string.Concat(sentence.Tokens.Skip(first).Take(last - first + 1).Where(token => token.Kind != Filler).Select(token => token.Typed));
        return name.Length > Longest ? null : name;
    }

    /// <summary>A piece that no list knows, or a village; 棉被 is no part of a name.</summary>
    private static bool MayBelong(Token token) => token.Kind == Village || (token.Kind == Unknown && token.Word.Text.Length == 0);

    private static (int First, int Last) RangeOf(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var first = tokens.Index().FirstOrDefault(token => token.Item.Kind == Person, (-1, default)).Index;
        var last = first;
        while (first > 0 && MayBelong(tokens[first - 1]))
            first--;
        // 红旗村的李奶奶, 红旗村那个李奶奶.
        var before = first - 1;
        while (before > 0 && tokens[before] is { Kind: Filler, Text: "的" or "那个" or "这个" or "那位" or "这位" or "里" })
            before--;
        if (before >= 0 && before < first - 1 && tokens[before].Kind == Village)
            first = before;
        while (last >= 0 && last + 1 < tokens.Length && (MayBelong(tokens[last + 1]) || tokens[last + 1].Text is "（" or "）" or "(" or ")"))
            last++;
        return (first, last);
    }
}
