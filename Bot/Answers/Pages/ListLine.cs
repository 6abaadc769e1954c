using StationBot.Messages;

namespace StationBot.Answers.Pages;

/// <summary>A line of a list, and what it is about.</summary>
internal sealed record ListLine(string Text, ListItem Item)
{
    public static ListLine Bare(string text) => new(text, new ListItem.OfNothing());
}
