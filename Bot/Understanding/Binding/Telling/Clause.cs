using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>What a clause of a story does.</summary>
internal enum Mood
{
    /// <summary>Tells what was done or how it was found.</summary>
    Deed,

    /// <summary>她说…: what somebody said.</summary>
    Said,

    /// <summary>照片一会发.</summary>
    Evidence,
    Failed,
    CalledOff,
    Planned,
    Hearsay,
    Asked,
}

/// <summary>A token and where it stands in the story's text.</summary>
internal readonly record struct Placed(Token Token, int Start)
{
    public int End => Start + Token.Text.Length;
}

/// <param name="Start">In the story's text.</param>
/// <param name="EndsSentence">A full stop, or the end.</param>
internal sealed record Clause(string Text, int Start, bool EndsSentence, Mood Mood, IReadOnlyList<Placed> Words)
{
    private IReadOnlyList<Deed>? _deeds;

    public bool IsOver => TrapWords.Over.IsMatch(Text);

    /// <summary>What is said to be done in it; nothing that wasn't (没打扫).</summary>
    public IReadOnlyList<Deed> Deeds => _deeds ??= DeedsIn(this);

    public Weight Weight => Deeds.Count == 0 ? Weight.None : Deeds.Max(deed => deed.Weight);

    public IEnumerable<Placed> Of(WordKind kind) => Words.Where(word => word.Token.Kind == kind);

    private static List<Deed> DeedsIn(Clause clause)
    {
        var (text, found) = (clause.Text, new List<Deed>());
        foreach (var word in clause.Words)
        {
            if (word.Token is { Kind: WordKind.Topic or WordKind.Did, Meaning: DeedWords.Link or DeedWords.Care or DeedWords.Revisit } named)
                found.Add(new Deed(named.Meaning, named.Meaning == DeedWords.Revisit ? Weight.Contact : Weight.Named, named.Text));
        }

        for (var i = 0; i < text.Length;)
        {
            var deed = Longest(text, i);
            if (deed is not null && Counts(text, i, deed))
                found.Add(deed);
            i += deed?.Text.Length ?? 1;
        }

        return found;
    }

    private static Deed? Longest(string text, int from)
    {
        Deed? longest = null;
        for (int i = from, node = 0; i < text.Length && (node = DeedWords.All.Step(node, text[i])) >= 0; i++)
            longest = DeedWords.All.At(node) ?? longest;
        return longest;
    }

    /// <summary>It was done, and not only talked about (问他找工作的事) or wanted (轮椅该换轮胎了).</summary>
    private static bool Counts(string text, int at, Deed deed)
    {
        if (TrapWords.Undone.IsMatch(text[..at]))
            return false;
        return deed.Weight == Weight.Contact || !TrapWords.TalkedAbout.IsMatch(text[..at]) || TrapWords.Comfort.IsMatch(deed.Text);
    }
}
