using System.Text.RegularExpressions;

namespace StationBot.Understanding.Spans;

/// <summary>
/// A regular expression of the lexicon, parsed when a sentence first needs it. Interpreted: as generated code the lexicon's patterns are most of
/// the program, to be compiled, loaded and paged in for sentences that hardly ever meet them.
/// </summary>
internal sealed class Pattern(string text)
{
    /// <summary>No pattern holds a sentence of 2000 characters up for longer; what is cut off matches nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private Regex? _regex;

    private Regex Parsed => _regex ??= new Regex(text, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience);

    public bool IsMatch(string input) => Parsed.IsMatch(input);

    public Match Match(string input) => Parsed.Match(input);

    public Match Match(string input, int from) => Parsed.Match(input, from);

    public MatchCollection Matches(string input) => Parsed.Matches(input);

    public string Replace(string input, string with) => Parsed.Replace(input, with);

    public string Replace(string input, MatchEvaluator with) => Parsed.Replace(input, with);
}
