using StationBot.Indicators.Counting;

namespace StationBot.Answers.Pages;

/// <summary>Rows summed up by task, where the list is too long for a card.</summary>
internal static class TaskRows
{
    /// <summary>A longer list stands in the text; the card then has one bar a task, and buttons that open it.</summary>
    public const int BarsInCard = 12;

    public static List<ProgressRow> Of(IEnumerable<Standing> standings) =>
        [.. standings.GroupBy(s => s.Row.Area).Select(task => ProgressRow.Bar(task.Key.Name, StatusText.ShareWithEvidence([.. task]), task.Count(s => s.IsMet), task.Count()))];
}
