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

    /// <summary>Shows the same for the eye, where the channel takes pictures.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What the lines of a list are about, in order, for 第二个; never sent.</summary>
    public IReadOnlyList<ListItem> Items { get; init; } = [];

    /// <summary>The card takes the place of the one that was pressed, where the channel can do that; else it is sent as a new one.</summary>
    public bool ReplacesCard { get; init; }
}

/// <summary>A picture beside the text, never without it. It holds no names.</summary>
/// <param name="Content">For a channel that uploads what it shows.</param>
/// <param name="Name">What is read out in its place, with the ending of a file.</param>
/// <param name="Url">For a channel that hands on a link: absolute and short-lived.</param>
public sealed record Picture(ReadOnlyMemory<byte> Content, string MediaType, string Name, string Url)
{
    /// <summary>Nobody but this machine can open it: no public address was set.</summary>
    public bool IsLocal => new Uri(Url).IsLoopback;
}

/// <summary>What a line of a list is about.</summary>
public abstract record ListItem
{
    private ListItem()
    {
    }

    /// <param name="Label">李桂兰（红旗村）: means only this one.</param>
    public sealed record OfPerson(long Id, string Label) : ListItem;

    public sealed record OfRecord(long Number) : ListItem;

    /// <param name="Topic">case or group.</param>
    /// <param name="Number">3 of 3号个案.</param>
    public sealed record OfFile(string Topic, int Number) : ListItem;

    public sealed record OfRow(string Indicator) : ListItem;

    /// <summary>A line that is only a number.</summary>
    public sealed record OfNothing : ListItem;
}
