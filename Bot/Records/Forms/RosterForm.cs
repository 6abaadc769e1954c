using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>One column of the roster (product.md §8) as people fill it in.</summary>
public sealed record RosterField
{
    public required string Id { get; init; }

    /// <summary>Exactly as the roster's column.</summary>
    public required string Label { get; init; }

    /// <summary>As cards/form.json knows it: text, date, choice, multi.</summary>
    public string Input { get; init; } = "text";

    public required Func<RosterEntry, string> Read { get; init; }

    /// <summary>With a value that fits the field; an empty one clears it.</summary>
    public required Func<RosterEntry, string, RosterEntry> Write { get; init; }

    public bool IsRequired { get; init; }
    public int MaxLength { get; init; } = 40;
    public string Placeholder { get; init; } = "";
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What is wrong with a filled value beside its length, given today; null when nothing is.</summary>
    public Func<string, DateOnly, string?> Check { get; init; } = (_, _) => null;
}

/// <summary>A person of the roster as a card. Leaving and coming back have a card of their own, because they change what is counted.</summary>
public sealed class RosterForm
{
    public const string Id = "person";

    /// <summary>In a button's preset: the person who is changed.</summary>
    public const string PersonField = "id";

    public const string NameField = "name";
    private const string Yes = "是";
    private const string No = "否";
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', ' ', '　'];

    public RosterForm(Catalog catalog) => Fields =
    [
        new()
        {
            Id = NameField, Label = "姓名", IsRequired = true, Check = (value, _) => NameError(value),
            Read = person => person.Name, Write = (person, value) => person with { Name = value },
        },
        new()
        {
            Id = "areas", Label = "领域", Input = "multi", IsRequired = true, Choices = [.. catalog.Domains.Select(area => new Choice(area.Name, area.Id))],
            Read = person => string.Join(',', person.Areas), Write = (person, value) => person with { Areas = value.Split(',', StringSplitOptions.RemoveEmptyEntries) },
        },
        new()
        {
            Id = "tags", Label = "标签", MaxLength = 100, Placeholder = "独居、低保 等，用顿号隔开",
            Read = person => string.Join('、', person.Tags), Write = (person, value) => person with { Tags = List(value) },
        },
        new()
        {
            Id = "gender", Label = "性别", Input = "choice", Choices = [new("男", "男"), new("女", "女")],
            Read = person => person.Gender ?? "", Write = (person, value) => person with { Gender = Filled(value) },
        },
        new()
        {
            Id = "born", Label = "出生日期", Input = "date", Check = (value, today) => FormCheck.TryDate(value, out var born) ? BornError(born, today) : "出生日期不是有效的日期",
            Read = person => Text(person.Born), Write = (person, value) => person with { Born = Day(value) },
        },
        new() { Id = "community", Label = "社区", Placeholder = "村或社区", Read = person => person.Community, Write = (person, value) => person with { Community = value } },
        new() { Id = "home", Label = "住址", MaxLength = 100, Read = person => person.Home ?? "", Write = (person, value) => person with { Home = Filled(value) } },
        new() { Id = "phone", Label = "电话", Read = person => person.Phone ?? "", Write = (person, value) => person with { Phone = Filled(value) } },
        new() { Id = "guardian", Label = "监护人", Read = person => person.Guardian ?? "", Write = (person, value) => person with { Guardian = Filled(value) } },
        new()
        {
            Id = "revisit", Label = "需回访", Input = "choice", Choices = [new(Yes, Yes), new(No, No)],
            Read = person => person.Revisit ? Yes : No, Write = (person, value) => person with { Revisit = value == Yes },
        },
        new()
        {
            Id = "entered", Label = "入册日期", Input = "date", IsRequired = true,
            Check = (value, today) => !FormCheck.TryDate(value, out var day) ? "入册日期不是有效的日期" : day > today ? "入册日期在今天之后" : null,
            Read = person => FormCheck.Text(person.Entered), Write = (person, value) => person with { Entered = Day(value)!.Value },
        },
        new()
        {
            Id = "aliases", Label = "别名", MaxLength = 100, Placeholder = "例如 李奶奶，用顿号隔开",
            Read = person => string.Join('、', person.Aliases), Write = (person, value) => person with { Aliases = List(value) },
        },
    ];

    public IReadOnlyList<RosterField> Fields { get; }

    /// <summary>One Chinese sentence a field that is wrong, by field id. Pure; nothing that a client sent is trusted before.</summary>
    /// <param name="before">The person who is changed, if any.</param>
    public Dictionary<string, string> Errors(IReadOnlyDictionary<string, string> values, RosterEntry? before, DateOnly today)
    {
        var errors = new Dictionary<string, string>();
        foreach (var field in Fields)
        {
            if (Error(field, values.GetValueOrDefault(field.Id, ""), today) is { } error)
            {
                errors[field.Id] = error;
            }
        }

        if (!errors.ContainsKey("entered") && before?.Left < Day(values["entered"]))
        {
            errors["entered"] = "入册日期晚于退出日期";
        }

        return errors;
    }

    /// <summary>The person with all fields written over.</summary>
    public RosterEntry Write(RosterEntry person, IReadOnlyDictionary<string, string> values) =>
        Fields.Aggregate(person, (written, field) => field.Write(written, values.GetValueOrDefault(field.Id, "")));

    public static RosterEntry Blank(DateOnly today) => new() { Name = "", Community = "", Entered = today };

    public static string? NameError(string name) =>
        name.IndexOfAny(['、', '（', '(']) >= 0 ? $"姓名“{name}”里不能有顿号或括号"
        : name.StartsWith(Naming.PersonName.ErasedPrefix, StringComparison.Ordinal) ? $"姓名不能以“{Naming.PersonName.ErasedPrefix}”开头"
        : null;

    public static string? BornError(DateOnly born, DateOnly today) => born > today ? "出生日期在今天之后" : null;

    private static string? Error(RosterField field, string value, DateOnly today) =>
        value.Length == 0 ? field.IsRequired ? $"请填写{field.Label}" : null
        : field.Choices.Count > 0 && !value.Split(',').All(part => field.Choices.Any(choice => choice.Value == part)) ? $"请从列表中选择{field.Label}"
        : value.Length > field.MaxLength ? $"{field.Label}最多 {field.MaxLength} 个字，现在有 {value.Length} 个"
        : field.Check(value, today);

    private static List<string> List(string value) => [.. value.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static string? Filled(string value) => value.Length == 0 ? null : value;

    private static DateOnly? Day(string value) => FormCheck.TryDate(value, out var day) ? day : null;

    private static string Text(DateOnly? day) => day is { } date ? FormCheck.Text(date) : "";
}
