namespace StationBot.Records.Forms;

/// <summary>The same form for several records at once, or for what is only planned: described by what differs. The suffix stands behind its id.</summary>
internal static class FormVariants
{
    /// <summary>A variant is null where the form can't be had so.</summary>
    public static readonly IReadOnlyList<(string Suffix, Func<Form, Form?> Of)> All =
    [
        (RecordForms.EachSuffix, ForEach),
        (RecordForms.DaysSuffix, ForDays),
        (RecordForms.NextSuffix, WithNext),
        (RecordForms.PlanSuffix, ForPlan),
    ];

    /// <summary>A tick a person: saving makes a record of each.</summary>
    private static Form? ForEach(Form form) => form.Find(FieldKind.Person) is not { } person || form.OpensFile ? null : form with
    {
        Id = form.Id + RecordForms.EachSuffix,
        Title = $"{form.Title}（每人一条）",
        OfOne = form,
        Fields = [.. form.Fields.Select(field => field == person ? person with { Id = RecordForms.PersonsField, Kind = FieldKind.Persons, Slot = Slot.AllPersons, MaxLength = 1000, Placeholder = "" } : field)],
    };

    /// <summary>A tick a day: saving makes a record of each.</summary>
    private static Form? ForDays(Form form) => IsDeed(form) && form.Find(FieldKind.Date) is { } date ? form with
    {
        Id = form.Id + RecordForms.DaysSuffix,
        Title = $"{form.Title}（每天一条）",
        OfOne = form,
        Fields = [.. form.Fields.Select(field => field == date ? date with { Id = RecordForms.DaysField, Kind = FieldKind.Days } : field)],
    } : null;

    /// <summary>What was done, and what is planned next.</summary>
    private static Form? WithNext(Form form) => form.Id == RecordForms.VisitId ? form with
    {
        Id = form.Id + RecordForms.NextSuffix,
        OfOne = form,
        Fields = [.. form.Fields, new Field { Id = RecordDetails.Next, Label = "下次日期", Kind = FieldKind.PlannedDate, Slot = Slot.Detail(RecordDetails.Next) }],
    } : null;

    /// <summary>Kept and never counted (product.md §3.15). What comes of it is not known yet, so it isn't asked.</summary>
    private static Form? ForPlan(Form form) => IsDeed(form) && form.Find(FieldKind.Date) is { } date ? form with
    {
        Id = form.Id + RecordForms.PlanSuffix,
        Title = "记计划",
        Outcome = Outcome.Plan,
        Fields =
        [
            .. form.Fields.Where(field => field.Slot != Slot.Outcome && field.Slot != Slot.Minutes)
                .Select(field => field == date ? field with { Label = "计划日期" } : IsKnownLater(field) ? field with { IsRequired = false } : field),
        ],
    } : null;

    private static bool IsDeed(Form form) => form is { OfOne: null, Outcome: Outcome.Done, IsFixed: false };

    private static bool IsKnownLater(Field field) => field.Slot == Slot.Content || field.Kind is FieldKind.Money or FieldKind.Recipients;
}
