using System.Globalization;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Telling;

/// <summary>What was told, as the fields of its form: ids and values as a card would send them. Pure.</summary>
internal static class DraftValues
{
    /// <param name="area">The task's id, said or known from the persons.</param>
    /// <param name="file">The case or group that is meant.</param>
    /// <param name="persons">As the roster calls them; as typed where it doesn't know them.</param>
    public static Dictionary<string, string> Of(LogDraft draft, Form form, string? area, long? file, IReadOnlyList<string> persons)
    {
        var text = draft.Content;
        var given = new Dictionary<string, string>
        {
            [RecordForms.DomainField] = area ?? "",
            [RecordForms.CategoryField] = Forms.CategoryOf(draft.Topic) ?? "",
            [RecordForms.DateField] = draft.Days is [var day, ..] ? FormCheck.Text(day) : "",
            [RecordForms.PersonField] = persons is [var first, ..] ? first : "",
            ["others"] = string.Join('、', persons.Skip(1)),
            ["members"] = string.Join('、', persons),
            [RecordForms.ModeField] = RecordForms.ModeValue(draft.Mode),
            [RecordForms.ContentField] = text,
            [RecordForms.MainNeedsField] = text,
            ["problem"] = text,
            ["minutes"] = Number(draft.Minutes),
            ["outcome"] = draft.Kind == DraftKind.Attempt ? nameof(Outcome.Attempt) : "",
            [RecordForms.FileField] = file?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["name"] = draft.Name ?? draft.Goods ?? "",
            ["amount"] = draft.Fen is { } fen ? Amount.Number(fen, Amount.Yuan) : "",
            [RecordDetails.InKind] = draft.IsInKind ? RecordDetails.Yes : "",
            [RecordDetails.Goods] = draft.Goods ?? "",
            [RecordDetails.Sponsor] = draft.Sponsor ?? "",
            [RecordDetails.Fund] = draft.Fund ?? "",
            [RecordForms.RecipientsField] = draft.People is { } people ? Number(people) : string.Join('、', persons),
            ["people"] = Number(draft.People),
            [RecordDetails.Next] = draft.Next is { } next ? FormCheck.Text(next) : "",
        };
        return form.Fields.Where(field => given.ContainsKey(field.Id)).ToDictionary(field => field.Id, field => given[field.Id]);
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
