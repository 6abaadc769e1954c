namespace StationBot.Records.Forms;

/// <summary>
/// A record kind as people fill it in (product.md §4). Described once: the same description fills the card and checks what comes back.
/// </summary>
/// <param name="Id">Stands in the card's action and with the stored record.</param>
/// <param name="Title">记走访.</param>
public sealed record Form(string Id, string Title, IReadOnlyList<Field> Fields)
{
    public Field this[string id] => Fields.First(field => field.Id == id);
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
    Date,
    Number,

    /// <summary>One of a few, in a list that opens.</summary>
    Choice,

    /// <summary>One of a few, all in sight.</summary>
    Expanded,

    /// <summary>One of many, found by typing; the choices are the persons that the station is likeliest to mean.</summary>
    Person,
}
