using StationBot.Indicators.Counting;

namespace StationBot.Answers.Pages;

/// <summary>做了几次: what happened in the asked days, whatever the targets are.</summary>
internal static class CountPage
{
    /// <summary>Of a longer list only rows with something are listed.</summary>
    private const int RowsInFull = 8;

    public static StatusPage Of(StatusCase status)
    {
        var all = status.Count(status.Scope.Rows);
        List<Standing> shown = all.Count <= RowsInFull ? all : [.. all.Where(s => s.Counted > 0)];
        return new StatusPage
        {
            Headline = status.Headline(StatusText.Counted(all)),
            Groups = [new StatusRows(null, [.. shown.Select(s => ProgressRow.Bare(status.Label(s.Row), RowText.Counted(status, s)))])],
            Hints = [.. StatusHints.Of(status, all), .. shown.Count < all.Count ? ["没有列出的指标为 0。"] : Array.Empty<string>()],
        };
    }
}
