using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>Whether words may be an answer to what was asked about a draft: asked only where they mean nothing else.</summary>
internal sealed class Tellings(DraftStore drafts, ToldReader reader, StationClock clock)
{
    /// <returns>Null where nothing that was told is open.</returns>
    public async Task<OpenTelling?> FindAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        if (await drafts.ToldAsync(who.Member, cancellation) is not var (kept, touched) || Telling.Of(kept) is not { } telling)
        {
            return null;
        }

        var question = ToldQuestions.Asking(turn, telling);
        if (telling.Asking is { } asked && ToldForm.Of(telling.Draft, turn.Forms)?.Find(asked) is { Kind: FieldKind.File } field)
        {
            question = question! with { Offered = [.. (await reader.OpenAsync(turn, who.Station, field, cancellation)).Select(file => file.Name)] };
        }

        return new OpenTelling(question, turn.Now - clock.LocalOf(touched) <= PreviousReading.Lifetime);
    }
}

/// <param name="Question">Null where the card is open and nothing is asked.</param>
/// <param name="IsFresh">So lately that a bare word, which may also mean a person or a topic, is taken for the answer.</param>
internal sealed record OpenTelling(DraftQuestion? Question, bool IsFresh);
