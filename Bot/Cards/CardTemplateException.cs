namespace StationBot.Cards;

/// <summary>
/// A template that can't be read (found at start) or data that doesn't fit it (found while filling). The message names file, place and reason,
/// never the data itself.
/// </summary>
public sealed class CardTemplateException(string message, Exception? inner = null) : Exception(message, inner);
