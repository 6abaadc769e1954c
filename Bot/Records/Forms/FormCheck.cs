using System.Globalization;
using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>Whether what came back, or stands in a file, fits the form's description. Pure; nothing that was sent is trusted before.</summary>
public static class FormCheck
{
    /// <summary>One Chinese sentence a field that is wrong, by field id.</summary>
    public static Dictionary<string, string> Errors(Form form, IReadOnlyDictionary<string, string> values)
    {
        var errors = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            var value = values.GetValueOrDefault(field.Id, "");
            if (value.Length == 0 && field.IsRequired)
            {
                errors[field.Id] = $"请填写{field.Label}";
            }
            else if (Error(field, value, field.Label) is { } error)
            {
                errors[field.Id] = error;
            }
        }

        return errors;
    }

    /// <summary>The musts (product.md §4) that nothing was given for, in the form's order; an untouched field has its default.</summary>
    public static IReadOnlyList<Field> Missing(Form form, IReadOnlyDictionary<string, string> values)
    {
        // Whoever isn't in the list is named beside it.
        var namesSomebody = form.Fields.Any(field => field.Kind is FieldKind.Person or FieldKind.Persons or FieldKind.Names && IsGiven(field));
        return [.. form.Fields.Where(field => field.Kind is FieldKind.Person or FieldKind.Persons ? !namesSomebody : field.IsRequired && !IsGiven(field))];

        bool IsGiven(Field field) => values.GetValueOrDefault(field.Id, field.Default).Length > 0;
    }

    /// <summary>What is wrong with a value, as a Chinese sentence; null when nothing is, and for an empty one.</summary>
    /// <param name="called">What the sentence calls the field: its label, or its column.</param>
    public static string? Error(Field field, string value, string called) => value.Length == 0 ? null : field.Kind switch
    {
        FieldKind.Text or FieldKind.Multiline or FieldKind.Person or FieldKind.Persons or FieldKind.Recipients or FieldKind.Names or FieldKind.Attendance => value.Length > field.MaxLength ? $"{called}最多 {field.MaxLength} 个字，现在有 {value.Length} 个" : null,
        FieldKind.Date or FieldKind.PlannedDate => TryDate(value, out _) ? null : NoDate(called),
        FieldKind.Days => value.Split(',').All(day => TryDate(day, out _)) ? null : NoDate(called),
        FieldKind.Number => NumberError(field, value, called),
        FieldKind.Money => Amount.TryFen(value, out var fen) && fen >= field.Min ? null : $"{called}{(field.Min > 0 ? "应是大于 0 的金额，例如" : "不是有效的金额，请写成")} 1200 或 1200.50",
        FieldKind.File or FieldKind.Member => long.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : $"请从列表中选择{called}",
        FieldKind.Choice => field.Choices.Any(choice => choice.Value == value) ? null : $"请从列表中选择{called}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string NoDate(string called) => $"{called}不是有效的日期";

    /// <summary>yyyy-MM-dd, the form in which Input.Date sends it (adaptive-cards.md §3).</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number of households: 20, 20户, 20 户.</summary>
    public static bool TryHouseholds(string text, out int households) =>
        int.TryParse(text.Trim().TrimEnd('户', '人').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out households) && households > 0;

    private static string? NumberError(Field field, string value, string called) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Min && number <= field.Max
            ? null
            : $"{called}应是 {field.Min} 到 {field.Max} 之间的整数";
}
