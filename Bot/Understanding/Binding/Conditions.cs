using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>
/// Words that are known but narrow a question down in a way that no reading can carry (没到1000的, 补录的): to pass over them would
/// answer another question with confidence.
/// </summary>
internal static class Conditions
{
    /// <summary>More than this is no number of tasks, domains or times that people mention in passing (四个领域, 还差一次).</summary>
    private const int LargestPassing = 20;

    /// <summary>What nobody heeds, as it was typed; empty when there is nothing.</summary>
    public static string Unheeded(Sentence sentence, StatusAsk ask)
    {
        var counts = ask is StatusAsk.Count or StatusAsk.SessionsHeld or StatusAsk.Money;
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            Token? next = i + 1 < tokens.Length ? tokens[i + 1] : null;
            if (counts && tokens[i] is { Kind: Filler, Text: "以内" or "之内" } && i > 1 && tokens[i - 2].Kind == Number)
                return tokens[i - 2].Typed + tokens[i - 1].Typed + tokens[i].Typed;
            if ((counts && IsBound(tokens[i], next)) || IsRate(sentence, tokens[i]) || IsState(tokens[i]) || Supposes(tokens[i]))
                return tokens[i].Typed;
            if (ask != StatusAsk.Remaining && tokens[i].Text is "没" or "没有" or "未" or "不" && next is { Kind: Did or Narrative or FormVerb or Mode or Tag or Worker })
                return tokens[i].Typed + next.Value.Typed;
        }

        return "";
    }

    /// <summary>没到1000的, 满3年的: a number that counts nothing, or too much to be said in passing.</summary>
    private static bool IsBound(Token token, Token? next) =>
        token.Kind == Number
        && (Numbers.Read(token.Text).Value > LargestPassing || (char.IsAsciiDigit(token.Text[0]) && next is not { Kind: Filler, Text.Length: 1 }));

    /// <summary>平均, 一个月: so much each time, or within some such time, is another number than the sum.</summary>
    private static bool IsRate(Sentence sentence, Token token) => token.Kind == Filler && SmallWords.IsRate(token.Text) && (token.Text == SmallWords.Mean || (!sentence.Has(Each) && sentence.Periods.Count < 2));

    /// <summary>假如: what would be is no count of what is.</summary>
    private static bool Supposes(Token token) => token.Kind == Filler && SmallWords.IsIf(token.Text);

    /// <summary>补录的, 删除的, 取消了的, 没见到人的, 去世的.</summary>
    private static bool IsState(Token token) => token switch
    {
        { Kind: Narrative, Meaning.Length: > 0 } => true,
        { Kind: FormVerb } => token.Text.StartsWith('补'),
        { Kind: Undo or Restore } => true,
        { Kind: Narrative } => token.Text is ['没' or '不', ..] or "取消了" or "结束了" or "下雨" or "改到",
        _ => false,
    };
}
