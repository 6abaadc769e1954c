using StationBot.Understanding.Binding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Intents;

/// <summary>
/// What no word explains, once it is known what is asked: a verb in other words, a courtesy, a reason why it is asked. A name, or what narrows
/// the question down, is never passed over: that would answer another question with confidence.
/// </summary>
internal static class Leftovers
{
    /// <summary>Below it a leftover may as well be what the sentence is about.</summary>
    private const float Plain = 0.75f;

    /// <summary>No number of the station answers them, so nothing can be counted wrongly.</summary>
    private static readonly string[] WithoutNumbers = ["rule.", "refuse.", "help", "out_of_scope", "settings.", "context.", "draft.", "report.", "explain.", "station."];

    public static Sentence Without(Sentence sentence, IntentModel model, string intent, float share) =>
        sentence.Without(at => ChangesNothing(sentence, at, model, intent, share));

    private static bool ChangesNothing(Sentence sentence, int at, IntentModel model, string intent, float share)
    {
        var text = sentence.Tokens[at].Text;
        if (LeftoverWords.Narrow(text) || LeftoverWords.Narrow(Joined(sentence, at)))
            return false;
        if (WithoutNumbers.Any(kind => intent.StartsWith(kind, StringComparison.Ordinal)) || model.IsHarmless(text))
            return true;
        return share >= Plain && !LeftoverWords.MayBeName(text) && (IsAside(sentence, at) || !Describes(sentence, at));
    }

    /// <summary>晚 of 晚上, 以 of 以上: together with what stands behind.</summary>
    private static string Joined(Sentence sentence, int at) => sentence.Tokens[at].Text + (at + 1 < sentence.Tokens.Count ? sentence.Tokens[at + 1].Text : "");

    /// <summary>述职要写, 下班前我过一眼: a clause of its own that names nothing.</summary>
    private static bool IsAside(Sentence sentence, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !IsBreak(sentence.Tokens[first - 1]))
            first--;
        while (last + 1 < sentence.Tokens.Count && !IsBreak(sentence.Tokens[last + 1]))
            last++;
        for (var i = first; i <= last; i++)
        {
            if (sentence.Tokens[i].Kind is Period or Number or Area or Topic or Row or Tag or Village or Mode or Worker or Person or Remaining or HowMany or What or Except)
                return false;
        }

        return last - first + 1 < sentence.Tokens.Count;
    }

    private static bool IsBreak(Token token) => token is { Kind: Punctuation, Text: "，" or "," or "。" or "；" or "！" or "!" };

    /// <summary>没做完的小组, 手工小组, 5月以后: it stands before what is asked about and says which.</summary>
    private static bool Describes(Sentence sentence, int at)
    {
        for (var i = at + 1; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            if (token.Kind is Topic or Row or Area or Tag or Village or Person or Mode or Form)
                return i == at + 1 || sentence.Tokens[i - 1].Text.EndsWith('的');
            if (token.Kind is not (Filler or Did or Narrative or Unknown or Number))
                return false;
        }

        return false;
    }
}
