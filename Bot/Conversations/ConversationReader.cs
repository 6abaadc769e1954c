using System.Collections.Concurrent;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Conversations;

/// <summary>
/// Reads a sentence against what the turn knows: the clock, the station's years, the task list in force. Names are looked up only where
/// something stands that no word explains: a plain question doesn't wait for them.
/// </summary>
internal sealed class ConversationReader(StationNames names)
{
    private readonly ConcurrentDictionary<Catalog, Vocabulary> _vocabularies = [];

    public async Task<Reading> ReadAsync(Turn turn, string text, CancellationToken cancellation)
    {
        var context = new ReadingContext
        {
            Now = turn.Now,
            Vocabulary = _vocabularies.GetOrAdd(turn.Catalog, catalog => new Vocabulary(catalog)),
            ProjectYears = turn.Who?.Station.Years ?? [],
        };
        var reading = SentenceReader.Read(text, context, out var mayName);
        return mayName && turn.Who is { } who
            ? SentenceReader.Read(text, context with { Names = await names.OfAsync(who.Station.Id, cancellation) })
            : reading;
    }
}
