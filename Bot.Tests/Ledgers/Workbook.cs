using System.Globalization;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using StationBot.Tests.Transcripts;

namespace StationBot.Tests.Ledgers;

/// <summary>A sheet of an Excel file that the bot made, read back by its header.</summary>
internal sealed partial record SheetRead(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public IReadOnlyList<string> Column(string name) => [.. Rows.Select(row => row[Columns.ToList().IndexOf(name)])];
}

internal static partial class Workbook
{
    private const int Patience = 1000;

    /// <summary>The file behind the link that stands in the answer.</summary>
    public static async Task<IReadOnlyList<SheetRead>> DownloadAsync(StationApp app, string answer)
    {
        var path = Link().Match(answer).Groups["path"].Value;
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        using var stream = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return Read(stream);
    }

    public static IReadOnlyList<SheetRead> Read(MemoryStream stream)
    {
        var sheets = new List<SheetRead>();
        foreach (var name in stream.GetSheetNames())
        {
            var rows = stream.Query(useHeaderRow: false, sheetName: name).Cast<IDictionary<string, object?>>()
                .Select(row => (IReadOnlyList<string>)[.. row.Values.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")]).ToList();
            sheets.Add(new SheetRead(name, rows[0], rows.GetRange(1, rows.Count - 1)));
        }

        return sheets;
    }

    [GeneratedRegex(@"https?://[^/]+(?<path>/files/\S+)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Link();
}
