using StationBot.Understanding.Periods;

namespace StationBot.Understanding.Spans;

/// <summary>A piece of the sentence and the word that it was read as.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="Typed">As it stands in the message.</param>
/// <param name="Period">Set for <see cref="WordKind.Period"/>.</param>
internal readonly record struct Token(Word Word, string Text, string Typed, PeriodMatch Period, bool IsBent)
{
    public WordKind Kind => Word.Kind;

    public string Meaning => Word.Meaning;

    public override string ToString() => Kind == WordKind.Period ? $"{Typed}={Period.Period}" : IsBent ? $"{Typed}→{Word}" : Word.ToString();
}
