using StationBot.Indicators;

namespace StationBot.Ledgers;

/// <summary>
/// The column 指标: an id, <c>养老服务/关爱帮扶</c> or <c>养老服务·关爱帮扶</c>; outside the domains the short name says enough.
/// </summary>
internal static class IndicatorCell
{
    private static readonly char[] Separators = ['/', '／', '·', '・'];

    /// <returns>The row, or the reason why there is none.</returns>
    public static (Indicator? Row, string? Reason) Find(string text, Catalog catalog)
    {
        if (catalog.Find(text) is { } row)
        {
            return (row, null);
        }

        var parts = text.Split(Separators, 2, StringSplitOptions.TrimEntries);
        var found = (parts is [var area, var name]
            ? catalog.Rows.Where(other => other.Area.Name == area && other.ShortName == name)
            : catalog.Rows.Where(other => other.ShortName == text)).ToList();
        return found switch
        {
            [var only] => (only, null),
            [] => (null, $"不认识的指标“{text}”，请写成 养老服务/关爱帮扶 这样，或写编号"),
            _ => (null, $"“{text}”有 {found.Count} 个指标：{string.Join("、", found.Select(other => $"{other.Area.Name}/{other.ShortName}"))}，请写全"),
        };
    }
}
