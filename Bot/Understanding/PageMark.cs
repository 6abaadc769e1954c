using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>第2页 behind a question: the same list, further on. Alone it means the list before.</summary>
public static partial class PageMark
{

    /// <summary>From 1; 0 where no page is said.</summary>
    internal static int Of(string sentence) =>
        sentence.Contains('页', StringComparison.Ordinal) && Mark.Match(sentence) is { Success: true } page ? Numbers.Read(page.Groups["page"].Value).Value : 0;

    public static string Without(string sentence) => Mark.Replace(sentence, "").TrimEnd();

    private static Pattern Mark { get; } = new(" ?(翻到|跳到|看)?第(?<page>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页");
}
