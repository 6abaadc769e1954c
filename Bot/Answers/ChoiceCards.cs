using StationBot.Cards;
using StationBot.Messages;

namespace StationBot.Answers;

/// <summary>A sentence, and what can be pressed after it.</summary>
internal static class ChoiceCards
{
    public static Reply Choose(this CardTemplates cards, string text, IReadOnlyList<ActionModel> choices) => new()
    {
        Text = text,
        Card = cards.Fill("choices", new ChoicesModel(text, choices), CardJson.Default.ChoicesModel),
        CardStandsAlone = true,
    };
}
