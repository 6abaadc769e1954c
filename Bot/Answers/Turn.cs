using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What an answer may know: who asks, where, and when in the station's zone.</summary>
public sealed record Turn
{
    public required IncomingMessage Message { get; init; }

    /// <summary>Null for somebody whom no station knows.</summary>
    public required Membership? Who { get; init; }

    /// <summary>The station's wall-clock time at which the turn began.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The task list of the project year that contains today, or of the newest one.</summary>
    public required Catalog Catalog { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>
    /// The id of a card in this turn's replies. It follows from the message, so that a turn which is done again after a crash
    /// makes the same card, and saving from either copy saves once.
    /// </summary>
    public string CardId(int ordinal = 1)
    {
        var source = $"{Message.Address.Channel}\n{Message.Address.Conversation}\n{Message.Id}\n{ordinal}";
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }
}
