using System.Text.Json;
using StationBot.Records.Forms;

namespace StationBot.Answers;

/// <summary>The inputs of a form as text, by field id; whatever else a client sent is left out.</summary>
internal static class FormValues
{
    public static Dictionary<string, string> Of(Form form, IReadOnlyDictionary<string, JsonElement>? inputs) =>
        form.Fields.ToDictionary(field => field.Id, field => Text(inputs, field.Id));

    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, JsonElement>? inputs) =>
        (inputs ?? new Dictionary<string, JsonElement>()).ToDictionary(input => input.Key, input => Text(inputs, input.Key));

    /// <summary>What clients send is text, but not only (activity.md §3: numbers, toggles); anything else counts as not filled in.</summary>
    private static string Text(IReadOnlyDictionary<string, JsonElement>? inputs, string id) =>
        inputs is null || !inputs.TryGetValue(id, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => "",
        };
}

/// <summary>The station's own choices for a form.</summary>
/// <param name="MoreFiles">How many <paramref name="Files"/> has no room for.</param>
/// <param name="Ticks">Whom a list of ticks shows.</param>
/// <param name="Attending">The members of the open groups.</param>
internal sealed record Offers(
    IReadOnlyList<ChoiceModel> Persons, IReadOnlyList<ChoiceModel> Files, int MoreFiles, IReadOnlyList<ChoiceModel> Members, IReadOnlyList<ChoiceModel> Ticks, IReadOnlyList<ChoiceModel> Attending);

/// <summary>From a field's description to what cards/form.json shows.</summary>
internal static class FieldModels
{
    private static readonly char[] BetweenNames = ['、', ',', '，'];

    /// <summary>Without members there is nothing to tick.</summary>
    public static bool IsShown(Field field, Offers offers) => field.Kind != FieldKind.Attendance || offers.Attending.Count > 0;

    public static FieldModel Of(Field field, string value, string? error, Offers offers) => new()
    {
        Id = field.Id,
        Label = field.Slot == Slot.MoreAttendance && offers.Attending.Count > 0 ? "其他" + field.Label : field.Label,
        Type = TypeOf(field.Kind),
        Value = field.Kind == FieldKind.Number && int.TryParse(value, out var number) ? number : Cut(Parted(OnlyFile(value, field, offers), field, offers), field),
        Required = field.IsRequired,
        Error = error,
        Placeholder = field.Placeholder.Length > 0 ? field.Placeholder : null,
        MaxLength = field.Kind is FieldKind.Text or FieldKind.Multiline or FieldKind.Recipients or FieldKind.Names ? field.MaxLength : null,
        Min = field.Kind == FieldKind.Number ? field.Min : null,
        Max = field.Kind == FieldKind.Number ? field.Max : null,
        Choices = field.Kind switch
        {
            FieldKind.Person => offers.Persons,
            FieldKind.File => offers.Files,
            FieldKind.Member => offers.Members,
            FieldKind.Persons => offers.Ticks,
            FieldKind.Attendance => offers.Attending,
            FieldKind.Days => [.. Days(value)],
            _ => [.. field.Choices.Select(choice => new ChoiceModel(choice.Title, choice.Value))],
        },
    };

    private static IEnumerable<ChoiceModel> Days(string value) =>
        value.Split(',').Where(day => FormCheck.TryDate(day, out _)).Select(day => new ChoiceModel(FieldTexts.Day(day), day));

    /// <summary>Where there is one file to choose, nobody needs to choose it.</summary>
    private static string OnlyFile(string value, Field field, Offers offers) =>
        value.Length == 0 && field.Kind == FieldKind.File && offers.Files is [var only] ? only.Value : value;

    /// <summary>Who is offered is ticked, in the way of Input.ChoiceSet; everybody else stands in the text beside it.</summary>
    private static string Parted(string value, Field field, Offers offers)
    {
        if (field.Kind != FieldKind.Attendance && (field.Slot != Slot.MoreAttendance || offers.Attending.Count == 0))
        {
            return value;
        }

        var names = value.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var offered = offers.Attending.Select(member => member.Value).ToHashSet();
        return field.Kind == FieldKind.Attendance
            ? string.Join(',', names.Where(offered.Contains))
            : string.Join('、', names.Where(name => !offered.Contains(name)));
    }

    /// <summary>What is too long comes back with its error, but only as much as a card can hold.</summary>
    private static string Cut(string value, Field field) => value.Length <= field.MaxLength ? value : value[..field.MaxLength];

    private static string TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.Money or FieldKind.Recipients or FieldKind.Names => "text",
        FieldKind.Multiline => "multiline",
        FieldKind.Date or FieldKind.PlannedDate => "date",
        FieldKind.Number => "number",
        FieldKind.Choice or FieldKind.File or FieldKind.Member => "choice",
        FieldKind.Person => "filtered",
        FieldKind.Persons or FieldKind.Attendance or FieldKind.Days => "multi",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
