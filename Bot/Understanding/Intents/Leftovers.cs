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
    private static readonly string[] WithoutNumbers = ["rule.", "refuse.", "help", "out_of_scope", "settings.", "context.", "draft.", "report.", "explain.", "station.", "showcase."];

    /// <summary>Of these, those whose answer knows no parts either.</summary>
    private static readonly string[] WithoutParts = ["rule.", "refuse.", "help", "out_of_scope", "settings.", "explain."];

    /// <summary>Decisive words are what these are about.</summary>
    private static readonly string[] OfMatters = [.. WithoutNumbers, "assessment.", "evidence.", "group.", "case.", "quality.", "export.", "action.", "audit.", "record.", "roster.", "person."];

    /// <summary>What stands before 小组 is its name.</summary>
    private static readonly string[] OfOneGroup = ["group.", "evidence.of_unit", "draft.session_note"];

    /// <summary>Such words change no number: a text is wanted of it, it is to be sent, what is asked for is named again (任务数, 服务对象有哪些).</summary>
    private const Matter Passing = Matter.Write | Matter.Report | Matter.Note | Matter.News | Matter.Adjust | Matter.Reminder | Matter.Digest | Matter.Quota | Matter.Ready | Matter.Counts | Matter.Regular | Matter.Rare | Matter.Proof | Matter.Gaps | Matter.Review | Matter.Candidate;

    public static Sentence Without(Sentence sentence, IntentModel model, string intent, float share) =>
        sentence.Without(at => sentence.Tokens[at].Kind == About ? PassesOver(sentence.Tokens[at], intent, share) : ChangesNothing(sentence, at, model, intent, share));

    /// <summary>What nobody heeds of the sentence that is left.</summary>
    public static bool Remain(Sentence sentence, string intent)
    {
        var unread = Is(OfMatters, intent) ? sentence.Unknown : sentence.Unread;
        return unread.Length > 0 && !(Is(OfOneGroup, intent) && unread == AttendanceBinder.NameBefore(sentence));
    }

    private static bool PassesOver(Token token, string intent, float share) =>
        share >= Plain && !Is(OfMatters, intent) && (Passing.HasFlag(Enum.Parse<Matter>(token.Meaning)) || (token.Meaning == nameof(Matter.Scope) && token.Text.StartsWith("服务", StringComparison.Ordinal)));

    private static bool ChangesNothing(Sentence sentence, int at, IntentModel model, string intent, float share)
    {
        var text = sentence.Tokens[at].Text;
        // 新小组最晚哪天开: what is still to be opened is new.
        if (intent == "forecast.latest_start" && text.Trim('新', '开', '再').Length == 0)
            return true;
        // 以后别算他, 以后归小李管: from when an order holds.
        if (intent is "roster.remove" or "case.transfer" && (text.StartsWith("以后", StringComparison.Ordinal) || text.StartsWith("往后", StringComparison.Ordinal)))
            return true;
        // 再开俩老人小组: the number of it.
        if (intent == "forecast.whatif" && text is "俩" or "仨")
            return true;
        // A rule, a setting or a refusal is the same for whatever part.
        if (Is(WithoutParts, intent))
            return true;
        if (LeftoverWords.Narrow(text) || LeftoverWords.Narrow(Joined(sentence, at)))
            return false;
        if (Is(WithoutNumbers, intent) || model.IsHarmless(text))
            return !(Is(OfOneGroup, intent) && AttendanceBinder.IsNameBefore(sentence, at));
        return !LeftoverWords.MayBeName(text) && (sentence.IsAside(at) || (share >= Plain && !Describes(sentence, at)));
    }

    private static bool Is(string[] kinds, string intent)
    {
        foreach (var kind in kinds)
        {
            if (intent.StartsWith(kind, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>晚 of 晚上, 以 of 以上: together with what stands behind.</summary>
    private static string Joined(Sentence sentence, int at) => sentence.Tokens[at].Text + (at + 1 < sentence.Tokens.Length && sentence.Tokens[at + 1] is { Kind: Filler or Unknown } next ? next.Text : "");

    /// <summary>没做完的小组, 手工小组, 5月以后: it stands before what is asked about and says which.</summary>
    private static bool Describes(Sentence sentence, int at)
    {
        for (var i = at + 1; i < sentence.Tokens.Length; i++)
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
