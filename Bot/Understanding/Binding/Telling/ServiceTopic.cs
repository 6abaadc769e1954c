using StationBot.Understanding.Lexicon;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Link, care or revisit: the weightiest deed decides.</summary>
internal static class ServiceTopic
{
    /// <returns>Topic is null where a bare visit, or two deeds of equal weight, leave it open.</returns>
    public static (string? Topic, Weight Weight) Read(Story story, IReadOnlyList<Clause> told)
    {
        var deeds = told.SelectMany((clause, at) => clause.Deeds.Select(deed => (deed.Topic, deed.Weight, At: at))).ToList();
        // 孩子妈妈说厌学，聊了一个小时: what was talked through at length is what was said.
        if (deeds.Exists(deed => deed.Weight == Weight.Contact) && StoryWords.TalkedThrough.IsMatch(story.Text))
            deeds.AddRange(story.Clauses.Where(clause => clause.Mood == Mood.Said).SelectMany(clause => clause.Deeds).Where(deed => deed is { Weight: Weight.Weak, Topic: DeedWords.Care }).Select(deed => (deed.Topic, deed.Weight, At: -1)));
        if (deeds.Count == 0)
            return (null, Weight.None);
        var weight = deeds.Max(deed => deed.Weight);
        var heaviest = deeds.FindAll(deed => deed.Weight == weight);
        if (weight == Weight.Contact && !IsNamed(story) && told.Any(clause => TellingWords.CaresAtHome.IsMatch(clause.Text)))
            return (DeedWords.Care, weight);
        var topics = heaviest.Select(deed => deed.Topic).Distinct().ToList();
        if (topics is [var topic])
            return (topic, weight);
        // In one clause the errand outranks the company: 陪他去残联办证. In two they are two services.
        var clauses = heaviest.Select(deed => deed.At).Distinct().ToList();
        var both = clauses.Any(at => heaviest.Where(deed => deed.At == at).Select(deed => deed.Topic).Distinct().Skip(1).Any());
        return (both || weight < Weight.Concrete ? topics.Contains(DeedWords.Link) ? DeedWords.Link : topics[0] : null, weight);
    }

    /// <summary>上门看望回访: the kind is said.</summary>
    private static bool IsNamed(Story story) =>
        story.Words.Any(word => word.Token is { Kind: Spans.WordKind.Topic or Spans.WordKind.Did, Meaning: DeedWords.Revisit });
}
