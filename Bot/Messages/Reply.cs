namespace StationBot.Messages;

/// <summary>What the bot says; the channel decides how it looks there.</summary>
public sealed record Reply
{
    /// <summary>The whole answer in plain text (no markdown), lines separated by \n; shown by every channel, cards or not.</summary>
    public required string Text { get; init; }

    /// <summary>An Adaptive Card that shows the same and carries the next actions: a JSON object in UTF-8, as channels send it.</summary>
    public ReadOnlyMemory<byte>? Card { get; init; }

    /// <summary>Nothing but text: a refusal, or a short word.</summary>
    public bool IsPlain => Card is null;

    /// <summary>The id inside the card's actions (<see cref="CardAction.Card"/>), by which its activity is found again.</summary>
    public string? CardId { get; init; }

    /// <summary>The text repeats what the card shows, so a channel that shows cards shows the card alone.</summary>
    public bool CardStandsAlone { get; init; }

    /// <summary>The card takes the place of the one that was pressed, where the channel can do that; else it is sent as a new one.</summary>
    public bool ReplacesCard { get; init; }
}
