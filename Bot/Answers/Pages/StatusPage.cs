using System.Diagnostics;
using StationBot.Cards;
using StationBot.Messages;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>What an answer about numbers says: once as text, once as a card that says the same (product.md §5).</summary>
internal sealed record StatusPage
{
    public required string Headline { get; init; }
    public required IReadOnlyList<StatusRows> Groups { get; init; }
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Six are what Teams shows (adaptive-cards.md §3).</summary>
    public IReadOnlyList<ActionModel> Actions { get; init; } = [];

    /// <summary>What the rows are about; empty where they can't be opened, as in groups.</summary>
    public IReadOnlyList<ListItem> Items { get; init; } = [];

    public string Text => string.Join('\n', [Headline, .. Groups.SelectMany(group => group.Lines), .. Hints]);

    public static StatusPage Of(StatusCase status) => status.Question switch
    {
        { Each: not null, Ask: StatusAsk.Remaining or StatusAsk.Count or StatusAsk.Progress or StatusAsk.Missed } => EachPage.Of(status),
        { Ask: StatusAsk.Remaining or StatusAsk.Progress } => TargetPage.Of(status),
        { Ask: StatusAsk.Count } => CountPage.Of(status),
        { Ask: StatusAsk.SessionsLeft or StatusAsk.SessionsHeld } => SessionsPage.Of(status),
        { Ask: StatusAsk.Money } => MoneyPage.Of(status),
        _ => throw new UnreachableException(),
    };

    public Reply ToReply(CardTemplates cards) => new()
    {
        Text = Text,
        Card = cards.Fill(
            "progress",
            new ProgressModel(Headline, [.. Groups.Select(group => new ProgressGroup(group.Title, group.Bars ?? group.Rows))], Hints, Actions),
            CardJson.Default.ProgressModel),
        CardStandsAlone = true,
        Items = Items,
    };
}

/// <param name="Title">另：, or null for the rows that the headline is about.</param>
/// <param name="Bars">What stands in the card where the list is too long for it.</param>
internal sealed record StatusRows(string? Title, IReadOnlyList<ProgressRow> Rows, IReadOnlyList<ProgressRow>? Bars = null)
{
    public IEnumerable<string> Lines => [.. Title is null ? Array.Empty<string>() : [Title], .. Rows.Select(row => row.Line)];
}
