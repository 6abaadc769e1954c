using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>An empty form, some of its fields already known (记养老关爱).</summary>
/// <param name="Form">One of <see cref="Lexicon.Forms"/>.</param>
/// <param name="Area">The task's id, where it was said.</param>
/// <param name="Topic">link, care or revisit, where it was said.</param>
/// <param name="Day">Where it was said.</param>
public sealed record FormRequest(string Form, string? Area, string? Topic, DateOnly? Day) : Reading
{
    public override string Intent => Persons.Count > 0 ? "service_batch" : "service";

    /// <summary>上门, 电话 …, where it was said.</summary>
    public string? Mode { get; init; }

    /// <summary>As they were said; two or more, each of whom gets a record of its own (张三、李四、王五三户).</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>How many households were said, where that is another number than that of the names.</summary>
    public int? Households { get; init; }

    /// <summary>What was told beside them; may be empty.</summary>
    public string Content { get; init; } = "";

    private protected override string Print() =>
        Join("form", Form, Area, Topic, Mode, Day?.ToString("yyyy-MM-dd"), string.Join('+', Persons), Households is { } said ? $"({said})" : null, Content.Length > 0 ? $"“{Content}”" : null);
}

/// <summary>继续刚才的: the form that was opened and not saved.</summary>
/// <param name="Form">One of <see cref="Lexicon.Forms"/>, where it was said.</param>
public sealed record ResumeRequest(string? Form) : Reading
{
    public override string Intent => "action.resume";

    private protected override string Print() => Join("resume", Form);
}

/// <summary>不记了: the opened form is given up.</summary>
public sealed record DropRequest : Reading
{
    public override string Intent => "action.drop";

    private protected override string Print() => "drop";
}
