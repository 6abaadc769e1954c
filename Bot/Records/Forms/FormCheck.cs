using System.Globalization;
using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>Whether what came back fits the form's description. Pure; nothing that a client sent is trusted before.</summary>
public static class FormCheck
{
    /// <summary>One Chinese sentence a field that is wrong, by field id.</summary>
    public static Dictionary<string, string> Errors(Form form, IReadOnlyDictionary<string, string> values)
    {
        var errors = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            if (Error(field, values.GetValueOrDefault(field.Id, "")) is { } error)
            {
                errors[field.Id] = error;
            }
        }

        return errors;
    }

    /// <summary>The must fields that are empty, in the form's order. Whom it is about may stand in either of the fields for it.</summary>
    public static IReadOnlyList<Field> Missing(Form form, IReadOnlyDictionary<string, string> values)
    {
        var names = form.Fields.Where(field => field.Kind is FieldKind.Person or FieldKind.Persons or FieldKind.Names).ToList();
        var namesNobody = names.TrueForAll(field => IsEmpty(field, values));
        return [.. form.Fields.Where(field => field.Kind is FieldKind.Person or FieldKind.Persons ? namesNobody : field.IsRequired && IsEmpty(field, values))];
    }

    private static bool IsEmpty(Field field, IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(field.Id, "").Length == 0;

    /// <summary>yyyy-MM-dd, the form in which Input.Date sends it (adaptive-cards.md §3).</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number of households: 20, 20户, 20 户.</summary>
    public static bool TryHouseholds(string text, out int households) =>
        int.TryParse(text.Trim().TrimEnd('户', '人').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out households) && households > 0;

    private static string? Error(Field field, string value)
    {
        if (value.Length == 0)
        {
            return field.IsRequired ? $"请填写{field.Label}" : null;
        }

        return field.Kind switch
        {
            FieldKind.Text or FieldKind.Multiline or FieldKind.Person or FieldKind.Persons or FieldKind.Recipients or FieldKind.Names or FieldKind.Attendance => value.Length > field.MaxLength ? $"{field.Label}最多 {field.MaxLength} 个字，现在有 {value.Length} 个" : null,
            FieldKind.Date or FieldKind.PlannedDate => TryDate(value, out _) ? null : $"{field.Label}不是有效的日期",
            FieldKind.Days => value.Split(',').All(day => TryDate(day, out _)) ? null : $"{field.Label}不是有效的日期",
            FieldKind.Number => NumberError(field, value),
            FieldKind.Money => Amount.TryFen(value, out var fen) && fen > 0 ? null : $"{field.Label}应是大于 0 的金额，例如 1200 或 1200.50",
            FieldKind.File or FieldKind.Member => long.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : $"请从列表中选择{field.Label}",
            FieldKind.Choice => field.Choices.Any(choice => choice.Value == value) ? null : $"请从列表中选择{field.Label}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string? NumberError(Field field, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Min && number <= field.Max
            ? null
            : $"{field.Label}应是 {field.Min} 到 {field.Max} 之间的整数";
}
