using System.Collections.Concurrent;
using StationBot.Answers;
using StationBot.Answers.Drafts;
using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Conversations;

/// <summary>
/// Reads a sentence against what the turn knows: the clock, the station's years, the task list in force. Names, and what was asked before,
/// are looked up only where a sentence wants them: a plain question doesn't wait for them.
/// </summary>
internal sealed class ConversationReader(StationNames names, TopicStore topics, Tellings tellings)
{
    /// <summary>Whoever comes while one is built waits for it.</summary>
    private readonly ConcurrentDictionary<Catalog, Lazy<Vocabulary>> _vocabularies = [];

    public async Task<Reading> ReadAsync(Turn turn, string text, CancellationToken cancellation)
    {
        var context = new ReadingContext
        {
            Now = turn.Now,
            Vocabulary = _vocabularies.GetOrAdd(turn.Catalog, catalog => new(() => new Vocabulary(catalog))).Value,
            ProjectYears = turn.Who?.Station.Years ?? [],
        };
        var reading = SentenceReader.Read(text, context, out var wants);
        if (turn.Who is not { } who)
        {
            return reading;
        }

        if (wants.HasFlag(Wants.Names))
        {
            context = context with { Names = await names.OfAsync(who.Station.Id, cancellation) };
            reading = SentenceReader.Read(text, context, out wants);
        }

        var address = turn.Message.Address;
        IReadOnlyList<string> sentences = [text];
        if (wants.HasFlag(Wants.Previous) && await topics.FindAsync(address, turn.Now, cancellation) is { } topic)
        {
            context = context with { Names = context.Names ?? await names.OfAsync(who.Station.Id, cancellation) };
            reading = SentenceReader.Read(text, context with { Previous = new PreviousReading(Replay(topic.Sentences, context), topic.At) });
            sentences = reading is Question { FollowsUp: true } ? [.. topic.Sentences, text] : sentences;
        }

        reading = await ReplyAsync(turn, text, reading, context, cancellation) ?? reading;
        if (reading is Question or PersonQuestion)
        {
            topics.Keep(address, new Topic(sentences, turn.Now));
        }

        return reading;
    }

    /// <summary>What the sentences come to, each after the one before.</summary>
    private static Reading Replay(IReadOnlyList<string> sentences, ReadingContext context)
    {
        var reading = SentenceReader.Read(sentences[0], context);
        foreach (var sentence in sentences.Skip(1))
        {
            reading = SentenceReader.Read(sentence, context with { Previous = new PreviousReading(reading, context.Now) });
        }

        return reading;
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
            PersonQuestion person => open.IsFresh && (person.IsNameAlone || text.Trim().StartsWith(person.Name, StringComparison.Ordinal)),
            Unclear or OtherRequest or ContextQuestion => open.IsFresh || open.Question is not { IsFree: true },
            _ => open.IsFresh,
        };
        return fits
            ? ReplyReader.Read(text, context with { Names = await names.OfAsync(who.Station.Id, cancellation) }, open.Question)
            : null;
    }
}
