namespace StationBot.CommandLine;

/// <summary>Names typed at a command.</summary>
internal static class Names
{
    private const int MostCharacters = 50;

    public static string NoStation(string typed) => $"没有名为“{typed}”的站点，请先用 station add 新增";

    /// <returns>Why it is no name, or null.</returns>
    public static string? Reason(string option, string name) => name.Length switch
    {
        0 => $"{option} 不能是空的",
        > MostCharacters => $"{option} 最多 {MostCharacters} 个字，现在有 {name.Length} 个",
        _ when name.Any(char.IsControl) => $"{option} 里有不能用的字符",
        _ => null,
    };
}
