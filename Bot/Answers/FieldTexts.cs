using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Answers;

/// <summary>A field's value as people read it, and what was changed, field by field.</summary>
internal static class FieldTexts
{
    private const int MostCharacters = 60;

    private static readonly Field[] WithoutForm =
    [
        new() { Id = "date", Label = "日期", Kind = FieldKind.Date, Slot = Slot.Date },
        new() { Id = "name", Label = "名称", Kind = FieldKind.Text, Slot = Slot.Name },
        new() { Id = "person", Label = "对象", Kind = FieldKind.Person, Slot = Slot.FirstPerson },
        new() { Id = "content", Label = "内容", Kind = FieldKind.Text, Slot = Slot.Content },
    ];

    /// <summary>The fields of the record's form; of an imported record without a form, when and whom.</summary>
    public static IReadOnlyList<Field> FieldsOf(Turn turn, RecordDraft record) => turn.Forms.Find(record.Form)?.Fields ?? WithoutForm;

    public static string? Of(Field field, string value) => field.Kind switch
    {
        FieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Value == value)?.Title,
        FieldKind.Money => $"{value} 元",
        FieldKind.Number => $"{value} {field.Placeholder}",
        FieldKind.Date or FieldKind.PlannedDate when FormCheck.TryDate(value, out var date) => PeriodName.Of(Period.Day(date)),
        FieldKind.Days => string.Join('、', value.Split(',').Select(Day)),
        _ => value,
    };

    /// <param name="date">yyyy-MM-dd.</param>
    public static string Day(string date) => FormCheck.TryDate(date, out var day) ? PeriodName.Of(Period.Day(day)) : date;

    /// <summary>服务日期 2024年9月17日 → 2024年9月16日: a line a field that differs.</summary>
    public static IReadOnlyList<string> Changes(Turn turn, RecordDraft before, RecordDraft after)
    {
        var fields = FieldsOf(turn, after);
        return Changes(fields, field => field.Slot.Read(before), field => field.Slot.Read(after));
    }

    /// <summary>Who stands in 其他姓名 is told with the person whom the list holds.</summary>
    public static IReadOnlyList<string> Changes(IReadOnlyList<Field> fields, Func<Field, string> before, Func<Field, string> after) =>
    [
        .. fields
            .Where(field => field.Slot != Slot.OtherPersons)
            .Select(field => (field, Was: Whole(fields, field, before), Is: Whole(fields, field, after)))
            .Where(change => change.Was != change.Is)
            .Select(change => $"{change.field.Label} {Short(change.field, change.Was)} → {Short(change.field, change.Is)}"),
    ];

    private static string Whole(IReadOnlyList<Field> fields, Field field, Func<Field, string> read) =>
        field.Slot == Slot.FirstPerson && fields.FirstOrDefault(other => other.Slot == Slot.OtherPersons) is { } others
            ? string.Join('、', new[] { read(field), read(others) }.Where(names => names.Length > 0))
            : read(field);

    private static string Short(Field field, string value)
    {
        var text = value.Length == 0 ? "（空）" : Of(field, value) ?? value;
        return text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}…";
    }
}
