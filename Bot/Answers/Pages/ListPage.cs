using StationBot.Cards;
using StationBot.Messages;

namespace StationBot.Answers.Pages;

/// <summary>An answer of lines: once as text, once as a card that says the same (product.md §5).</summary>
/// <param name="Headline">Scope, period, the number asked for.</param>
/// <param name="Lines">Without the <c>· </c> before them.</param>
internal sealed record ListPage(string Headline, IReadOnlyList<string> Lines)
{
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Six are what Teams shows (adaptive-cards.md §3).</summary>
    public IReadOnlyList<ActionModel> Actions { get; init; } = [];

    /// <summary>What the lines are about; empty where they can't be opened, as in groups.</summary>
    public IReadOnlyList<ListItem> Items { get; init; } = [];

    public Reply ToReply(CardTemplates cards) => new()
    {
        Text = string.Join('\n', [Headline, .. Lines.Select(line => $"· {line}"), .. Hints]),
        Card = cards.Fill(
            "progress",
            new ProgressModel(Headline, Lines.Count == 0 ? [] : [new ProgressGroup(null, [.. Lines.Select(line => ProgressRow.Bare(line, ""))])], Hints, Actions),
            CardJson.Default.ProgressModel),
        CardStandsAlone = true,
        Items = Items,
    };
}
