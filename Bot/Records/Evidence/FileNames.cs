using System.Globalization;

namespace StationBot.Records.Evidence;

/// <summary>Names of files are only shown: no path, nothing that turns a line around, never the name of a file on this machine.</summary>
public static class FileNames
{
    private const int MostCharacters = 80;

    /// <summary>What the sender called it, without folders and without its extension.</summary>
    public static string Display(string? given, FileType type)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var stem = last.LastIndexOf('.') is > 0 and var dot ? last[..dot] : last;
        var shown = new string([.. stem.Where(IsShown)]).Trim(' ', '.');
        if (shown.Length > MostCharacters)
        {
            // A character beyond the first plane is two halves: none is left alone.
            shown = shown[..(char.IsHighSurrogate(shown[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        }

        return (shown.Length > 0 ? shown : type.IsPicture ? "照片" : "文件") + type.Extension;
    }

    private static bool IsShown(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !"<>:\"|?*".Contains(c, StringComparison.Ordinal);
}
