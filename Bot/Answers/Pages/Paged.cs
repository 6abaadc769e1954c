using System.Globalization;
using StationBot.Messages;
using StationBot.Understanding;

namespace StationBot.Answers.Pages;

/// <summary>The lines of one page of a list, what says which they are, and the way on.</summary>
internal sealed record Paged<T>(IReadOnlyList<T> Shown, IReadOnlyList<string> Notes, IReadOnlyList<ActionModel> Next);

internal static class Paged
{
    public const int Size = 12;

    /// <param name="page">From 1; one beyond the end is the last, and that is said.</param>
    /// <param name="unit">人, 条.</param>
    public static Paged<T> Of<T>(Turn turn, IReadOnlyList<T> lines, int page, string unit)
    {
        var pages = Math.Max(1, (lines.Count + Size - 1) / Size);
        var at = Math.Clamp(page, 1, pages);
        var from = (at - 1) * Size;
        var shown = lines.Skip(from).Take(Size).ToList();
        var rest = lines.Count - from - shown.Count;
        return new Paged<T>(
            shown,
            [
                .. page > pages ? ["后面没有了。"] : Array.Empty<string>(),
                .. lines.Count > Size ? [$"共 {lines.Count} {unit}，以上是第 {from + 1} 到 {from + shown.Count} {unit}。"] : Array.Empty<string>(),
            ],
            rest > 0 ? [ActionModel.Ask(Sentence(turn, at + 1)) with { Title = $"看后面 {Math.Min(rest, Size)} {unit}" }] : []);
    }

    /// <summary>The same question, of another page.</summary>
    private static string Sentence(Turn turn, int page)
    {
        var asked = turn.Message.Action is AskAgain again ? again.Text : turn.Message.Text;
        return $"{PageMark.Without(asked ?? "")} 第{page.ToString(CultureInfo.InvariantCulture)}页".TrimStart();
    }
}
