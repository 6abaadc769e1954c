using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>领导明天要来，…; …，下午开会要讲: why something is asked, in a clause of its own. Its days are not those that are asked about.</summary>
internal static class AsideWords
{
    private const string When = "(?:明天|明儿|后天|明早|今晚|今天下午|下午|晚上|一会儿?|待会儿?|回头|下周|这周|周)[一二三四五六日天末]?(?:上午|下午|早上)?";
    private const string What = "(?:要?来(?:人|检查|看)?|要?检查|要?开(?:个)?会|要?汇报|要?述职|有?例会|要?评审|要用|要讲|要交)";

    private static readonly Pattern Leading = new($"^[^，,。？?]{{0,8}}?{When}[^，,。？?]{{0,5}}?{What}[^，,。？?]{{0,4}}[，,。]");
    private static readonly Pattern Trailing = new($"[，,。][^，,。？?]{{0,6}}?{When}[^，,。？?]{{0,5}}?{What}[^，,。？?]{{0,4}}[。！]?$");

    /// <summary>Null where there is no such clause, or nothing beside it.</summary>
    public static string? Without(string text) =>
        Leading.Replace(Trailing.Replace(text, ""), "") is { Length: > 0 } rest && rest.Length < text.Length ? rest : null;
}
