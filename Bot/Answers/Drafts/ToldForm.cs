using System.Globalization;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>Which form a told sentence fills, and with what. Pure: the same field descriptions as the card and its submission.</summary>
internal static class ToldForm
{
    private static readonly string[] VisitTopics = ["link", "care", "revisit"];

    /// <returns>Null where the draft names no form that can be filled in.</returns>
    public static Form? Of(LogDraft draft, RecordForms forms)
    {
        if (draft.Form is not { } id || forms.Find(id) is not { } form)
        {
            return null;
        }

        var one = draft.Kind == DraftKind.Plan ? forms.Find(id + RecordForms.PlanSuffix) ?? form : form;
        return draft.Persons.Count > 1 && forms.Find(one.Id + RecordForms.EachSuffix) is { } each ? each
            : draft.Days.Count > 1 && forms.Find(one.Id + RecordForms.DaysSuffix) is { } days ? days
            : draft.Next is not null && forms.Find(one.Id + RecordForms.NextSuffix) is { } next ? next
            : one;
    }

    /// <param name="file">The case or group that is meant, where one is.</param>
    public static Dictionary<string, string> Values(LogDraft draft, Form form, IReadOnlyList<ToldPerson> persons, long? file)
    {
        var values = form.Fields.ToDictionary(field => field.Id, field => ValueOf(field, draft, persons, file));
        if (form.Find(FieldKind.Persons) is not null)
        {
            values[RecordForms.OthersField] = "";
            values[RecordForms.OfferedPersons] = string.Join(',', persons.SelectMany(person => person.Labels.Count > 1 ? person.Labels : [person.Name]).Distinct());
        }

        return values;
    }

    /// <summary>The day that the draft is about; null where it must be asked.</summary>
    public static DateOnly? DayOf(LogDraft draft) => draft switch
    {
        { Kind: DraftKind.Plan, Next: { } next } => next,
        { Days: [var day, ..] } => day,
        _ => null,
    };

    /// <summary>The domain, where it was said or all the persons stand on one list.</summary>
    public static string AreaOf(LogDraft draft, IReadOnlyList<ToldPerson> persons) =>
        draft.Area ?? (ToldPerson.Common(persons.Where(person => person.Labels.Count > 0).Select(person => person.Areas)) is [var only] ? only : "");

    private static string ValueOf(Field field, LogDraft draft, IReadOnlyList<ToldPerson> persons, long? file) => field.Kind switch
    {
        FieldKind.Date => DayOf(draft) is { } day ? FormCheck.Text(day) : "",
        FieldKind.Days => string.Join(',', draft.Days.Select(FormCheck.Text)),
        FieldKind.PlannedDate => draft.Next is { } next ? FormCheck.Text(next) : "",
        FieldKind.File => file is { } id ? Text(id) : "",
        FieldKind.Persons => string.Join(',', persons.Where(person => person.Labels.Count < 2).Select(person => person.Name).Distinct()),
        // Who isn't on the roster stands in 其他姓名, as on a card filled in by hand.
        FieldKind.Person => persons is [{ IsListed: true } first, ..] ? first.Name : "",
        FieldKind.Names => Names(field.Slot == Slot.OtherPersons && persons is [{ IsListed: true }, ..] ? persons.Skip(1) : persons),
        FieldKind.Attendance => Names(persons),
        FieldKind.Recipients => persons.Count > 0 ? Names(persons) : Text(draft.People),
        FieldKind.Money => draft.Fen is { } fen ? (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "",
        _ => OfSlot(field, draft, persons),
    };

    private static string OfSlot(Field field, LogDraft draft, IReadOnlyList<ToldPerson> persons) => field switch
    {
        _ when field.Slot == Slot.Domain => AreaOf(draft, persons),
        _ when field.Slot == Slot.Category => VisitTopics.Contains(draft.Topic) ? draft.Topic! : "",
        _ when field.Slot == Slot.Mode => field.Choices.FirstOrDefault(choice => choice.Title == draft.Mode)?.Value ?? "",
        _ when field.Slot == Slot.Outcome => draft.Kind == DraftKind.Attempt ? nameof(Outcome.Attempt) : nameof(Outcome.Done),
        // 爱心企业捐的: who gave is no name of the occasion.
        _ when field.Slot == Slot.Name => draft.Form == Forms.Distribution && draft.Name == draft.Sponsor ? "" : draft.Name ?? Names(persons),
        _ when field.Slot == Slot.Content => draft.Content,
        _ when field.Slot == Slot.Minutes => Text(draft.Minutes),
        _ when field.Slot == Slot.People => Text(draft.People),
        _ => OfDetail(field, draft),
    };

    private static string OfDetail(Field field, LogDraft draft) => field.Id switch
    {
        RecordDetails.Goods => draft.Goods ?? "",
        RecordDetails.Sponsor => draft.Sponsor ?? "",
        RecordDetails.Fund => draft.Fund ?? "",
        RecordDetails.InKind => draft.IsInKind ? RecordDetails.Yes : RecordDetails.No,
        RecordForms.MainNeedsField or RecordForms.ProblemField => draft.Content,
        _ => field.Default,
    };

    private static string Names(IEnumerable<ToldPerson> persons) => string.Join('、', persons.Select(person => person.Name).Distinct());

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
