using System.Text.RegularExpressions;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>第2页 behind a question: the same list, further on.</summary>
public static partial class PageMark
{
    private const int Patience = 1000;

    /// <summary>From 1.</summary>
    internal static int Of(string sentence) =>
        sentence.Contains('页', StringComparison.Ordinal) && Mark().Match(sentence) is { Success: true } page && Numbers.Read(page.Groups["page"].Value).Value is > 0 and var number ? number : 1;

    public static string Without(string sentence) => Mark().Replace(sentence, "").TrimEnd();

    [GeneratedRegex(" ?第(?<page>[0-9]{1,3})页", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Mark();
}
