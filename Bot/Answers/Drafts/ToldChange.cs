using System.Globalization;
using StationBot.Indicators;
using StationBot.Records.Forms;
using StationBot.Understanding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>What was told, with an answer or a correction put in. Pure.</summary>
internal static class ToldChange
{
    /// <param name="persons">Whom the draft's names mean.</param>
    /// <returns>The problem as a Chinese sentence, where the change fits nowhere.</returns>
    public static (LogDraft Draft, string? Problem) Apply(LogDraft draft, FieldChange change, IReadOnlyList<ToldPerson> persons) => change.Field switch
    {
        EditField.Date when FormCheck.TryDate(change.Value, out var day) => (OnDay(draft, day), null),
        EditField.Mode => (draft with { Mode = change.Value }, null),
        // 不对，是关爱帮扶: then it was a visit, whatever it was taken for.
        EditField.Category => (draft with { Topic = change.Value, Form = Forms.Visit, Area = draft.Form == Forms.Visit ? draft.Area : null }, null),
        EditField.Domain => (draft with { Area = change.Value }, null),
        EditField.Amount when Amount.TryFen(change.Value, out var fen) => (draft with { Fen = fen }, null),
        EditField.Minutes when Number(change.Value) is { } minutes => (draft with { Minutes = minutes }, null),
        EditField.People when Number(change.Value) is { } people => (draft with { People = people }, null),
        EditField.Name => (draft with { Name = change.Value }, null),
        EditField.Content => (draft with { Content = change.Value }, null),
        EditField.MoreContent => (draft with { Content = draft.Content.Length == 0 ? change.Value : $"{draft.Content}；{change.Value}" }, null),
        EditField.Outcome when draft.Kind is DraftKind.Deed or DraftKind.Attempt => (draft with { Kind = change.Value == EditWords.Missed ? DraftKind.Attempt : DraftKind.Deed }, null),
        EditField.Person => Replace(draft, change, persons),
        _ => (draft, $"没看懂“{change.Value}”"),
    };

    private static LogDraft OnDay(LogDraft draft, DateOnly day) => draft with { Days = [day], IsDayAssumed = false, Next = draft.Kind == DraftKind.Plan ? null : draft.Next };

    private static (LogDraft, string?) Replace(LogDraft draft, FieldChange change, IReadOnlyList<ToldPerson> persons)
    {
        var names = change.Value.Split(ReplyWords.BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (draft.Persons.Count == 0 || (change.Was is null && (draft.Persons.Count == 1 || names.Count > 1)))
        {
            return (draft with { Persons = names }, null);
        }

        var at = change.Was is { } was ? persons.ToList().FindIndex(person => person.IsCalled(was)) : persons.ToList().FindIndex(person => person.Labels.Count > 1);
        return at < 0
            ? (draft, change.Was is null ? $"有 {persons.Count} 位服务对象，换哪一位？" : $"没有“{change.Was}”")
            : (draft with { Persons = [.. draft.Persons.Take(at), .. names, .. draft.Persons.Skip(at + 1)] }, null);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
