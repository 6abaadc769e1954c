namespace StationBot.Records.Forms;

/// <summary>
/// A record kind as people fill it in (product.md §4). Described once: the same description fills the card, checks what comes back,
/// makes the record of it and shows it on the receipt.
/// </summary>
/// <param name="Id">Stands in the card's action and with the stored record.</param>
/// <param name="Title">记走访.</param>
/// <param name="Row">The id of the row that a record contributes to; the fields 领域 and 类别 fill in what is left out before and behind the dot.</param>
public sealed record Form(string Id, string Title, string Row, IReadOnlyList<Field> Fields)
{
    /// <summary>What becomes of a record where the form doesn't ask.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Saving opens a file: of the name that was filled in, else of the person.</summary>
    public bool OpensFile { get; init; }

    public bool ClosesFile { get; init; }

    /// <summary>Only closed files can be chosen.</summary>
    public bool ReopensFile { get; init; }

    public bool HandsFileOver { get; init; }

    /// <summary>The form of a single record, where this one may make several: one a person, one a day, or a plan beside what was done.</summary>
    public Form? OfOne { get; init; }

    /// <summary>Its persons are those of the domain who are flagged for revisit on the day (确认台账).</summary>
    public bool ConfirmsRegister { get; init; }

    /// <summary>Puts a case or group forward (推荐案例): the record belongs to the showcase row of its domain.</summary>
    public bool PutsForward { get; init; }

    /// <summary>Only the lead may enter it (product.md §3.14).</summary>
    public bool IsForLead { get; init; }

    /// <summary>Once saved there is nothing to fill in another way: it is undone and done again.</summary>
    public bool IsFixed => ConfirmsRegister || PutsForward;

    /// <returns>Null when the form doesn't have it.</returns>
    public Field? Find(string fieldId) => Fields.FirstOrDefault(field => field.Id == fieldId);

    public Field? Find(FieldKind kind) => Fields.FirstOrDefault(field => field.Kind == kind);

    /// <summary>A record before anything was filled in.</summary>
    public RecordDraft Blank(DateOnly day) => new() { Form = OfOne?.Id ?? Id, Indicator = Row, Date = day, Outcome = Outcome };
}

public sealed record Field
{
    /// <summary>The input's id in the card.</summary>
    public required string Id { get; init; }

    /// <summary>Exactly as the table of product.md §4 has it.</summary>
    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Its place in a record.</summary>
    public required Slot Slot { get; init; }

    public bool IsRequired { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Inclusive; numbers only, and fen of money.</summary>
    public int Min { get; init; }

    /// <summary>Inclusive; numbers only.</summary>
    public int Max { get; init; } = int.MaxValue;

    public string Placeholder { get; init; } = "";

    /// <summary>The value of an untouched field.</summary>
    public string Default { get; init; } = "";

    /// <summary>Of which rows the files are that can be chosen: case, group.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Where it stands in a file of records; null where a file has no place for it.</summary>
    public SheetColumn? Column { get; init; }
}

/// <summary>A column of a file of records (product.md §8).</summary>
/// <param name="Name">As in the header row.</param>
/// <param name="Slot">Where its place in a record is another than the field's.</param>
/// <param name="Choices">Where a file says them in other words than the card.</param>
public sealed record SheetColumn(string Name, Slot? Slot = null, IReadOnlyList<Choice>? Choices = null);

public sealed record Choice(string Title, string Value);

public enum FieldKind
{
    Text,
    Multiline,

    /// <summary>Of what was done: today when untouched, never in the future.</summary>
    Date,

    /// <summary>Of what is planned: empty when untouched.</summary>
    PlannedDate,
    Number,

    /// <summary>元, with at most two decimals.</summary>
    Money,

    /// <summary>One of a few, in a list that opens.</summary>
    Choice,

    /// <summary>One of many, found by typing; the choices are the persons that the station is likeliest to mean.</summary>
    Person,

    /// <summary>Some days, each of which gets a record: ticked in a list that the form was opened with.</summary>
    Days,

    /// <summary>Some of many, each of whom gets a record: ticked in a list that the form was opened with.</summary>
    Persons,

    /// <summary>Names beside those of a <see cref="Person"/>, or alone.</summary>
    Names,

    /// <summary>A number of households or persons, or names.</summary>
    Recipients,

    /// <summary>One of the station's cases or groups: only open ones, unless the form opens one again or puts one forward.</summary>
    File,

    /// <summary>One of the station's members.</summary>
    Member,

    /// <summary>Ticks for the members of the open groups; a number, or other names, stand in the <see cref="Recipients"/> beside it.</summary>
    Attendance,
}
