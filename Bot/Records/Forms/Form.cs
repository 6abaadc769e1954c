namespace StationBot.Records.Forms;

/// <summary>
/// A record kind as people fill it in (product.md §4). Described once: the same description fills the card and checks what comes back.
/// </summary>
/// <param name="Id">Stands in the card's action and with the stored record.</param>
/// <param name="Title">记走访.</param>
/// <param name="Row">The row that a record contributes to: an id in which <c>{field}</c> is the value of a field; empty where the chosen file tells.</param>
public sealed record Form(string Id, string Title, string Row, IReadOnlyList<Field> Fields)
{
    /// <summary>What becomes of a record where the form doesn't ask.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The field whose persons are named by a file that saving opens; null where none is opened.</summary>
    public bool OpensFile { get; init; }

    public bool Has(string fieldId) => Fields.Any(field => field.Id == fieldId);
}

public sealed record Field
{
    /// <summary>The input's id in the card.</summary>
    public required string Id { get; init; }

    /// <summary>Exactly as the table of product.md §4 has it.</summary>
    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }
    public bool IsRequired { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Inclusive; numbers only.</summary>
    public int Min { get; init; }

    /// <summary>Inclusive; numbers only.</summary>
    public int Max { get; init; } = int.MaxValue;

    public string Placeholder { get; init; } = "";

    /// <summary>The value of an untouched field.</summary>
    public string Default { get; init; } = "";
}

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

    /// <summary>One of the station's open cases or groups.</summary>
    File,

    /// <summary>A number of households, or names.</summary>
    Recipients,
}
