using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Pieces of one clue, separated by blanks; <c>{编|凑}{两|三}条</c> stands for every combination.</summary>
internal sealed record ClueTable(Clue Clue, string Pieces)
{
    public IEnumerable<string> Read() => Pieces.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand);

    private static IEnumerable<string> Expand(string piece)
    {
        var open = piece.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return [piece];
        var close = piece.IndexOf('}', open);
        var rests = Expand(piece[(close + 1)..]).ToList();
        return piece[(open + 1)..close].Split('|').SelectMany(choice => rests.Select(rest => piece[..open] + choice + rest));
    }
}
