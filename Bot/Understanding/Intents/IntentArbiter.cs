using StationBot.Understanding.Binding;
using StationBot.Understanding.Binding.Telling;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Intents;

/// <summary>
/// Weighs what the words of a sentence were bound to against what sentences like it mean. Where both agree, that is the reading; where the
/// words decide nothing, or decide on what hardly any sentence like it means, the likeliest intent is filled with what the words name.
/// What neither is sure of is asked back.
/// </summary>
internal static class IntentArbiter
{
    /// <summary>An intent of at least this share is what is meant.</summary>
    private const float Sure = 0.5f;

    /// <summary>What the words say is overruled only by one of at least this share.</summary>
    private const float VerySure = 0.75f;

    /// <summary>A reading of at least this share isn't overruled.</summary>
    private const float Possible = 0.05f;

    private const int Shown = 3;

    private const string OutOfScope = "out_of_scope";

    private const string Clarify = "clarify";

    /// <param name="byWords">The reading that the words alone give.</param>
    public static Reading Settle(Sentence sentence, Func<Sentence, Reading> byWords)
    {
        var bound = byWords(sentence);
        var isOpen = IsOpen(bound);
        if (!(isOpen || MayBeTold(bound)) || IsPlain(sentence, bound) || sentence.First(WordKind.Period) is { Period.IsInvalid: true })
            return bound;
        var model = IntentModel.Shared;
        var shares = model.Score(sentence.Tokens, sentence.Context.Vocabulary.Catalog);
        var best = Array.IndexOf(shares, shares.Max());
        var share = model.ShareOf(bound.Intent, shares);
        // What was never labelled can't be weighed.
        if (bound is not Unclear && share is null)
            return bound;
        var isLost = bound is Unclear { IsLost: true };
        var meant = model.Intents[best];
        // Whose data would be given away is never taken for what was told.
        var isLeak = meant == "refuse.privacy" && bound is LogDraft;
        if (shares[best] < (isLost ? Sure : VerySure) || (!isLeak && share >= (bound is Unclear ? Sure : Possible)))
            return bound;
        // 李奶奶的电话, 李奶奶怎么样了 tell nothing, and which 李奶奶 is asked with the answer; 转交给小李 lacks only which file.
        if (bound is FileRequest { IsBare: true } || (bound is PersonQuestion person && (meant == Clarify || (TellingBinder.CanBe(meant) && (person.Field is not null || sentence.Asks)))))
            return bound;
        // 做了几次 says too little, and is asked for it; 昨天记了几笔 is another question.
        if ((bound is Unclear && !isLost && meant is ("status.remaining" or "status.progress" or "status.overview")) || !(isOpen || TellingBinder.CanBe(meant)))
            return bound;
        // What counts nothing never becomes a record by likelihood; what was done with somebody is told, were it a game.
        if (bound is LogDraft told && ((told.Kind != DraftKind.Deed && TellingBinder.IsDeed(meant) && !StoryWords.Past.IsMatch(sentence.Text)) || (meant == OutOfScope && told.Persons.Count > 0)))
            return bound;
        if (TellingBinder.CanBe(meant))
            return TellingBinder.BindAs(sentence, meant, mayAsk: isOpen) ?? bound;
        var plain = Leftovers.Without(sentence, model, meant, shares[best]);
        // What the words are bound to once the harmless ones are gone knows more of the sentence's places.
        if (byWords(plain) is var again && IntentModel.IsSame(again.Intent, meant))
            return again;
        if (!Leftovers.Remain(plain, meant) && IntentFrames.Read(meant, plain) is { } filled)
            return filled;
        return bound is Unclear ? bound : UnclearTexts.NoQuestion(sentence, RowBinder.Bind(sentence));
    }

    /// <summary>本月还差几次关爱帮扶: every word belongs to a question about numbers, so there is nothing to weigh.</summary>
    private static bool IsPlain(Sentence sentence, Reading bound) =>
        bound is StatusQuestion && sentence.Has(WordKind.Remaining) && sentence.HasOnly(WordKind.Period, WordKind.Area, WordKind.Topic, WordKind.Row, WordKind.AllRows, WordKind.Remaining, WordKind.HowMany, WordKind.And) && !sentence.HasUnexplained;

    public static IReadOnlyList<(string Intent, float Share)> Likeliest(Token[] tokens, ReadingContext context)
    {
        var shares = IntentModel.Shared.Score(tokens, context.Vocabulary.Catalog);
        return [.. IntentModel.Shared.Intents.Zip(shares).OrderByDescending(one => one.Second).Take(Shown)];
    }

    /// <summary>Orders are whole sentences, and read as such; what was understood and lacks something is asked for it.</summary>
    private static bool IsOpen(Reading bound) => bound switch
    {
        Unclear or Question or LogDraft or FileRequest { IsBare: false } or OtherRequest or Refusal or ContextQuestion { Ask: ContextAsk.FollowUp or ContextAsk.Filter } => true,
        _ => false,
    };

    /// <summary>结案报告写完了, 小组取消: an order's words, which a story may hold too.</summary>
    private static bool MayBeTold(Reading bound) => bound is DraftRequest or HelpRequest;
}
