using StationBot.Answers;
using StationBot.Cards;
using StationBot.Messages;

namespace StationBot.WeeklyProgress;

/// <summary>What is sent unasked: once as text, once as a card that says the same.</summary>
/// <param name="Headline">Scope, period, the number (product.md §5).</param>
internal sealed record PushPage(string Headline, IReadOnlyList<PushBlock> Blocks)
{
    /// <summary>Longer, nobody reads it to its end (product.md §6).</summary>
    public const int MostLines = 10;

    /// <summary>Six are what Teams shows (adaptive-cards.md §3).</summary>
    private const int MostActions = 5;

    public IReadOnlyList<ActionModel> Actions { get; init; } = [];

    public string Text => string.Join('\n', [Headline, .. Blocks.SelectMany(LinesOf)]);

    public Reply ToReply(CardTemplates cards) => new()
    {
        Text = Text,
        Card = cards.Fill("push", new PushModel(Headline, Blocks, [.. Actions.DistinctBy(action => action.Title).Take(MostActions)]), CardJson.Default.PushModel),
        CardStandsAlone = true,
    };

    private static IEnumerable<string> LinesOf(PushBlock block) =>
        [.. block.Label is null ? Array.Empty<string>() : [$"{block.Label}：{block.Text}"], .. block.Rows.Select(row => row.Line)];
}
