using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words of one kind and meaning, separated by blanks.</summary>
internal sealed record WordTable(WordKind Kind, string Meaning, string Words)
{
    public WordTable(WordKind kind, string words)
        : this(kind, "", words)
    {
    }

    /// <summary>All words that don't come from a catalogue or a roster.</summary>
    public static IEnumerable<WordTable> All =>
    [
        .. ContextWords.Tables, .. AskWords.Tables, .. CommandWords.Tables, .. FamilyWords.Tables, .. OverTimeWords.Tables, .. FileWords.Tables, .. SmallWords.Tables, .. HarmlessWords.Tables,
        .. ServiceWords.Tables, .. RosterWords.Tables, .. RuleWords.Tables, .. OfficeWords.Tables, .. PeopleWords.Tables, .. SpokenWords.Tables,
    ];

    public IEnumerable<Word> Read() =>
        Words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(Kind, word, Meaning));
}
