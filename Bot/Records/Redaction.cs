using System.Text.Json;
using System.Text.RegularExpressions;

namespace StationBot.Records;

/// <summary>
/// Puts one word in the place of several, in plain text and in JSON that escapes what is not ASCII. Words that are kept stay whole,
/// even where a replaced one stands inside them: 王强国 when 王强 goes.
/// </summary>
internal sealed class Redaction
{
    private readonly HashSet<string> _kept;
    private readonly string _replacement;
    private readonly Regex _words;

    /// <param name="words">At least one; none is empty.</param>
    public Redaction(IReadOnlyCollection<string> words, IEnumerable<string> kept, string replacement)
    {
        _replacement = replacement;
        _kept = [.. kept.Where(other => words.Any(word => other.Contains(word, StringComparison.Ordinal))).SelectMany(Spellings)];
        // The longest first: an alternation takes the first that fits.
        var all = words.SelectMany(Spellings).Concat(_kept).Distinct().OrderByDescending(word => word.Length);
        _words = new Regex(string.Join('|', all.Select(Regex.Escape)), RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
    }

    public string Apply(string text) => _words.Replace(text, match => _kept.Contains(match.Value) ? match.Value : _replacement);

    private static IEnumerable<string> Spellings(string word) => [word, JsonEncodedText.Encode(word).ToString()];
}
