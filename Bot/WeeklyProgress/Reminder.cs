using StationBot.Answers;

namespace StationBot.WeeklyProgress;

/// <summary>One thing that is worth saying today.</summary>
/// <param name="Urgency">In days, the fewest first; of equal ones, the first stays first.</param>
/// <param name="Scope">Period and scope, as product.md §5 has them.</param>
/// <param name="Text">The number, and what it is about.</param>
/// <param name="Rows">What is behind, the furthest first; as many of them are shown as there is room for.</param>
internal sealed record Reminder(int Urgency, string Scope, string Text, IReadOnlyList<ProgressRow> Rows, IReadOnlyList<ActionModel> Actions)
{
    private const int MostRows = 3;

    /// <summary>All of it in one message, the most urgent first, at most ten lines.</summary>
    public static PushPage Join(IEnumerable<Reminder> reminders)
    {
        var ordered = reminders.OrderBy(one => one.Urgency).ToList();
        var longer = Math.Max(1, ordered.Count(one => one.Rows.Count > 0));
        var rows = Math.Clamp((PushPage.MostLines - ordered.Count) / longer, 1, MostRows);
        var first = ordered[0];
        return new PushPage(
            $"{first.Scope}：{first.Text}",
            [
                .. first.Rows.Count == 0 ? [] : (PushBlock[])[new PushBlock(null, null, [.. first.Rows.Take(rows)])],
                .. ordered.Skip(1).Select(one => new PushBlock(one.Scope, one.Text, [.. one.Rows.Take(rows)], IsApart: true)),
            ])
        {
            // Not all find room: what begins one thing comes before what tells more of another.
            Actions = [.. ordered.SelectMany(one => one.Actions.Index()).OrderBy(action => action.Index).Select(action => action.Item)],
        };
    }
}
