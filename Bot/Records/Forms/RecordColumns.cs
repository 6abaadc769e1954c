namespace StationBot.Records.Forms;

/// <summary>
/// The columns of a file of records (product.md §8) that say what was done. A row's own form describes them; what it doesn't ask for is described
/// here, in the same words and bounds.
/// </summary>
public static class RecordColumns
{
    public static readonly SheetColumn Date = new("日期");
    public static readonly SheetColumn Persons = new("服务对象");
    public static readonly SheetColumn Mode = new("方式");
    public static readonly SheetColumn Content = new("内容");
    public static readonly SheetColumn Name = new("名称");
    public static readonly SheetColumn Amount = new("金额");
    public static readonly SheetColumn People = new("人数");

    /// <summary>A file that says 否 and one that says nothing mean the same.</summary>
    public static readonly SheetColumn InKind = new("实物", Choices: [new("是", RecordDetails.Yes), new("否", "")]);

    /// <summary>In a file it is a remark: who came stands under 服务对象, how many under 人数.</summary>
    public static readonly SheetColumn Attendance = new("出席", Slot.Detail(RecordDetails.Attendance));

    private const int MostSessions = 99;

    /// <summary>Each column once, for a row whose form has no field for it.</summary>
    public static readonly IReadOnlyList<Field> All =
    [
        RecordForms.Date(Date.Name),
        new() { Id = RecordForms.PersonsField, Label = Persons.Name, Kind = FieldKind.Names, Slot = Slot.AllPersons, Column = Persons },
        RecordForms.Mode(),
        new() { Id = "worker", Label = "社工", Kind = FieldKind.Text, Slot = Slot.Worker, Column = new("社工") },
        RecordForms.Free(Content.Name),
        RecordForms.Name(Name.Name, ""),
        RecordForms.Number("session", "节次", "", Slot.Session, MostSessions) with { Column = new("节次") },
        RecordForms.Money(Amount.Name, "") with { Min = 0 },
        RecordForms.Number("people", People.Name, "", Slot.People, RecordForms.MostPeople) with { Min = 0, Column = People },
        new() { Id = RecordDetails.InKind, Label = InKind.Name, Kind = FieldKind.Choice, Slot = Slot.Detail(RecordDetails.InKind), Choices = InKind.Choices!, Column = InKind },
        RecordForms.Text(RecordDetails.Fund, "归入基金", ""),
        RecordForms.Text(RecordDetails.Sponsor, "出资方", ""),
        RecordForms.Text(RecordDetails.Goods, "物资", ""),
        RecordForms.Recipients(Attendance.Name, "") with { Slot = Attendance.Slot!, Column = Attendance },
        Checklist.Certificate,
    ];

    /// <summary>All columns, each by the form's field where it has one.</summary>
    public static IReadOnlyList<Field> Of(Form? form) =>
        [.. All.Select(plain => form?.Fields.FirstOrDefault(field => field.Column?.Name == plain.Column!.Name) ?? plain)];
}
