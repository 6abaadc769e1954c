using System.Collections.Concurrent;
using StationBot.Answers;
using StationBot.Answers.Drafts;
using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Conversations;

/// <summary>
/// Reads a sentence against what the turn knows: the clock, the station's years, the task list in force. Names are looked up only where
/// something stands that no word explains: a plain question doesn't wait for them.
/// </summary>
internal sealed class ConversationReader(StationNames names, Tellings tellings)
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
        if (mayName && turn.Who is { } who)
        {
            reading = SentenceReader.Read(text, context with { Names = await names.OfAsync(who.Station.Id, cancellation) });
        }

        return await ReplyAsync(turn, text, reading, context, cancellation) ?? reading;
    }

    /// <summary>养老 after 算哪个领域？; null where it is no answer to anything.</summary>
    private async Task<Reading?> ReplyAsync(Turn turn, string text, Reading reading, ReadingContext context, CancellationToken cancellation)
    {
        if (turn.Who is not { } who || turn.Message.IsGroup || !ReplyReader.MayBeReply(reading) || await tellings.FindAsync(turn, who, cancellation) is not { } open)
        {
            return null;
        }

        // A deed that is told is no name; other answers are read strictly, and what happened is told in whatever words.
        var fits = reading switch
        {
            LogDraft => open is { IsFresh: true, Question.Field: not (EditField.Person or EditField.Name) },
            // 王大爷 answers; 查王大爷 asks.
            PersonQuestion person => open.IsFresh && text.Trim().StartsWith(person.Name, StringComparison.Ordinal),
            Unclear or OtherRequest => true,
            _ => open.IsFresh,
        };
        return fits
            ? ReplyReader.Read(text, context with { Names = await names.OfAsync(who.Station.Id, cancellation) }, open.Question)
            : null;
    }
}
