using System.Collections.Concurrent;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Understanding;

namespace StationBot.Conversations;

/// <summary>Reads a sentence against what the turn knows: the clock, the station's years, the task list in force.</summary>
internal sealed class ConversationReader
{
    private readonly ConcurrentDictionary<Catalog, Vocabulary> _vocabularies = [];

    public Reading Read(Turn turn, string text) => SentenceReader.Read(text, new ReadingContext
    {
        Now = turn.Now,
        Vocabulary = _vocabularies.GetOrAdd(turn.Catalog, catalog => new Vocabulary(catalog)),
        ProjectYears = turn.Who?.Station.Years ?? [],
    });
}
