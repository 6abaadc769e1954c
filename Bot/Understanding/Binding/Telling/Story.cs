using StationBot.Naming;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>A message as a story: its clauses, and what each of them does.</summary>
internal sealed class Story
{
    private const string Breaks = "，,。；;！!？?…";
    private const string Stops = "。；;！!？?";

    public Story(Sentence sentence)
    {
        Sentence = sentence;
        Today = DateOnly.FromDateTime(sentence.Context.Now);
        var (words, corrections) = (new List<Placed>(), new List<Correction>());
        var (at, text) = (0, new System.Text.StringBuilder());
        foreach (var said in sentence.Tokens)
        {
            var isMended = IsMended(said);
            if (isMended)
                corrections.Add(new Correction(said.Typed, said.Word.Text));
            var token = isMended ? said with { Text = said.Word.Text } : said.IsBent ? new Token(Unexplained, said.Text, said.Typed, default, false) : said;
            words.Add(new Placed(token, at));
            text.Append(token.Text);
            at += token.Text.Length;
        }

        (Words, Corrections, Text) = (words, corrections, Decide(text, words, corrections));
        Clauses = Cut();
    }

    private static readonly Word Unexplained = new(WordKind.Unknown, "", "");

    public Sentence Sentence { get; }

    public DateOnly Today { get; }

    public IReadOnlyList<Placed> Words { get; }

    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>With the words that were bent in the place of what was typed.</summary>
    public string Text { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    public bool Has(Mood mood) => Clauses.Any(clause => clause.Mood == mood);

    /// <summary>The clauses of these moods as one text.</summary>
    public string TextOf(Func<Clause, bool> which) => string.Join('，', Clauses.Where(which).Select(clause => clause.Text));

    /// <summary>It wants to know something, and nothing is told beside it in a sentence of its own.</summary>
    public bool Asks
    {
        get
        {
            var (asks, tells, asked) = (false, false, false);
            foreach (var clause in Clauses)
            {
                asks |= clause.Mood == Mood.Asked;
                tells |= clause.Mood is Mood.Failed or Mood.CalledOff || (clause.Mood == Mood.Deed && (clause.Weight > Weight.None || clause.IsOver));
                if (!clause.EndsSentence)
                    continue;
                // A sentence that tells and doesn't ask is a story, whatever is asked beside it.
                if (tells && !asks)
                    return false;
                asked |= asks;
                (asks, tells) = (false, false);
            }

            return asked || asks;
        }
    }

    /// <summary>Without names, days and quotations: the numbers in them count nothing.</summary>
    public string Masked(string text, bool quotations = true)
    {
        foreach (var word in Words)
        {
            if (word.Token.Kind is WordKind.Person or WordKind.Period && word.Token.Text.Length > 1)
                text = text.Replace(word.Token.Text, new string('\u0001', word.Token.Text.Length), StringComparison.Ordinal);
        }

        return !quotations ? text : StoryWords.Quoted.Replace(text, quoted => new string('\u0001', quoted.Length));
    }

    private static bool IsMended(Token token) =>
        token.IsBent && token.Word.Text.Length > 1 && (char.IsAsciiLetter(token.Text[0]) || token.Kind is WordKind.Topic or WordKind.Row or WordKind.Form or WordKind.Mode or WordKind.Period && token.Meaning is not ("showcase" or "register") && !StoryWords.TooCommon.Contains(token.Word.Text));

    /// <summary>个按 is 个案 where no word explains it: as long as what it replaces, so all places stay.</summary>
    private static string Decide(System.Text.StringBuilder text, List<Placed> words, List<Correction> corrections)
    {
        var said = text.ToString();
        foreach (var noun in StoryWords.Deciding)
        {
            for (var i = 0; i + noun.Length <= said.Length; i++)
            {
                var piece = said.Substring(i, noun.Length);
                var isHeard = piece != noun && piece.Zip(noun).All(pair => Pinyin.Sound(pair.First) is not '\0' and var sound && sound == Pinyin.Sound(pair.Second));
                if (!isHeard || words.Exists(word => word.Start < i + noun.Length && word.End > i && word.Token.Kind != WordKind.Unknown && (word.Token.Text.Length > 1 || word.Token.Kind == WordKind.Number)))
                    continue;
                corrections.Add(new Correction(piece, noun));
                said = said[..i] + noun + said[(i + noun.Length)..];
            }
        }

        return said;
    }

    private List<Clause> Cut()
    {
        var clauses = new List<Clause>();
        var start = 0;
        for (var i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && (!Breaks.Contains(Text[i]) || IsInNumber(i)))
                continue;
            if (i > start)
            {
                var words = Words.Where(word => word.Start >= start && word.End <= i).ToList();
                var mark = i < Text.Length ? Text[i] : '。';
                var clause = new Clause(Text[start..i], start, Stops.Contains(mark), Mood.Deed, words);
                clauses.Add(clause with { Mood = MoodReader.Read(clause, mark, clauses, Today) });
            }

            start = i + 1;
        }

        if (clauses is [.., var last])
            clauses[^1] = last with { EndsSentence = true };
        return clauses;
    }

    /// <summary>3,260 is one number.</summary>
    private bool IsInNumber(int at) => Text[at] == ',' && at > 0 && at + 3 < Text.Length && char.IsAsciiDigit(Text[at - 1]) && Text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
