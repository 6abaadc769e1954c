using System.Security.Cryptography;
using System.Text;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What an answer may know: who asks, where, and when in the station's zone.</summary>
public sealed record Turn
{
    public required IncomingMessage Message { get; init; }

    /// <summary>Null for somebody whom no station knows.</summary>
    public required Membership? Who { get; init; }

    /// <summary>The station's wall-clock time at which the message came in; it stays so when the turn is done later, or again.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The task list of the project year that contains today, or of the newest one.</summary>
    public required Catalog Catalog { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public RecordForms Forms => RecordForms.Of(Catalog);

    /// <summary>
    /// Follows from the message, so that a turn which is done again after a crash makes the same card and the same change: saving
    /// from either copy saves once, and what was undone is not undone twice.
    /// </summary>
    public string Cause
    {
        get
        {
            var source = $"{Message.Address.ChannelId}\n{Message.Address.Conversation}\n{Message.Id}";
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 12));
        }
    }

    /// <summary>The id of the card in this turn's reply.</summary>
    public string CardId => Cause;
}
