using StationBot.Understanding.Intents;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Link, care or revisit: what is said in so many words decides, else what stories like it were (services.tsv).</summary>
internal static class ServiceTopic
{
    /// <summary>A topic of a smaller share is asked for.</summary>
    private const float Sure = 0.5f;

    private const uint SaidSeed = 668265263;
    private const uint HeaviestSeed = 2246822519;

    /// <summary>Null where it must be asked, or where nobody of the station did anything.</summary>
    public static string? Read(Story story)
    {
        if (Named(story) is [var only])
            return only;
        var (topic, share) = IntentModel.Services.Likeliest(PiecesOf(story));
        return share >= Sure && topic != DeedWords.NoService ? topic : null;
    }

    public static bool IsNamed(Story story) => Named(story).Count > 0;

    /// <summary>What the story is weighed by: its pieces of text, and which deeds the lexicon finds in it.</summary>
    public static uint[] PiecesOf(Story story)
    {
        var deeds = story.Clauses.SelectMany(clause => clause.Deeds).ToList();
        var heaviest = deeds.Count == 0 ? Weight.None : deeds.Max(deed => deed.Weight);
        return IntentFeatures.Of(
            story.Sentence.Tokens,
            story.Sentence.Context.Vocabulary.Catalog,
            [
                .. deeds.Select(deed => IntentFeatures.Hash(deed.Topic, SaidSeed + (uint)deed.Weight)),
                .. deeds.Where(deed => deed.Weight == heaviest).Select(deed => IntentFeatures.Hash(deed.Topic, HeaviestSeed + (uint)deed.Weight)),
            ]);
    }

    private static List<string> Named(Story story) =>
        [.. story.Clauses.Where(clause => clause.Mood is not (Mood.Said or Mood.Asked)).SelectMany(clause => clause.Words).Where(word => word.Token is { Kind: WordKind.Topic or WordKind.Did, Meaning: DeedWords.Link or DeedWords.Care or DeedWords.Revisit } && DeedWords.Names.Any(word.Token.Text.Contains)).Select(word => word.Token.Meaning).Distinct()];
}
