using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StationBot.Indicators.Counting;

namespace StationBot.Answers;

// What the templates of cards/ are filled with, one model a template; nulls are written, because a template may ask for them.

internal sealed record ProgressModel(string Headline, IReadOnlyList<ProgressGroup> Groups, IReadOnlyList<string> Hints, IReadOnlyList<ActionModel> Actions);

/// <param name="Title">另：, or null for the rows that the headline is about.</param>
internal sealed record ProgressGroup(string? Title, IReadOnlyList<ProgressRow> Rows);

/// <param name="Done">The filled part of the bar, 0 to 10.</param>
/// <param name="State">done, open (begun), behind (nothing yet), none (no bar).</param>
internal sealed record ProgressRow(string Label, string Text, int Done, string State)
{
    /// <summary>Belongs to the row above, as a case to its domain.</summary>
    [JsonIgnore]
    public bool IsPart { get; init; }

    [JsonIgnore]
    public string Line => IsPart ? $"  {Label} {Text}" : $"· {Label} {Text}";

    public static ProgressRow Of(string label, string text, Standing standing) =>
        standing.LacksRoster ? Bare(label, text) : Bar(label, text, standing.Target - standing.Remaining, standing.Target);

    /// <summary>A full bar means met; whatever is missing leaves at least a tenth open. There is no bar where nothing is to be reached.</summary>
    public static ProgressRow Bar(string label, string text, long reached, long target) =>
        target == 0 ? Bare(label, text)
        : reached == target ? new ProgressRow(label, text, 10, "done")
        : reached == 0 ? new ProgressRow(label, text, 0, "behind")
        : new ProgressRow(label, text, (int)Math.Clamp(reached * 10 / target, 1, 9), "open");

    public static ProgressRow Bare(string label, string text) => new(label, text, 0, "none");
}

/// <summary>What is sent unasked: at most ten lines, the most urgent first.</summary>
internal sealed record PushModel(string Headline, IReadOnlyList<PushBlock> Blocks, IReadOnlyList<ActionModel> Actions);

/// <param name="Label">Null for rows that the headline is about.</param>
/// <param name="IsApart">A line keeps it apart from what is above it.</param>
internal sealed record PushBlock(string? Label, string? Text, IReadOnlyList<ProgressRow> Rows, bool IsApart = false);

internal sealed record ActionModel(string Title, JsonObject Data)
{
    public static ActionModel Ask(string text) => new(text, new JsonObject { ["verb"] = "ask", ["text"] = text });

    public static ActionModel OnRecord(string title, string verb, long number, string card) =>
        new(title, new JsonObject { ["verb"] = verb, ["number"] = number, ["card"] = card });

    /// <param name="step">How many changes the person has seen; null where that doesn't matter.</param>
    public static ActionModel OnPerson(string title, string verb, long id, int? step = null, params IEnumerable<(string Name, JsonNode Value)> more)
    {
        var data = new JsonObject { ["verb"] = verb, ["number"] = id };
        if (step is not null)
        {
            data["step"] = step;
        }

        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return new ActionModel(title, data);
    }

    /// <param name="batch">The id of the card that made the records.</param>
    public static ActionModel OnBatch(string title, string verb, string batch, string card) =>
        new(title, new JsonObject { ["verb"] = verb, ["batch"] = batch, ["card"] = card });

    /// <param name="preset">Fields that are filled already; empty values are left out.</param>
    public static ActionModel OpenForm(string title, string form, params IEnumerable<(string Field, string Value)> preset)
    {
        var data = new JsonObject { ["verb"] = "form.open", ["form"] = form };
        foreach (var (field, value) in preset.Where(p => p.Value.Length > 0))
        {
            data[field] = value;
        }

        return new ActionModel(title, data);
    }
}

internal sealed record FormModel
{
    public required string Title { get; init; }
    public required string? Intro { get; init; }
    public required string Card { get; init; }
    public required string Form { get; init; }
    public required long? Number { get; init; }
    public required int? Step { get; init; }
    public required string? Error { get; init; }
    public required IReadOnlyList<FieldModel> Fields { get; init; }
    public required string Submit { get; init; }

    /// <summary>Opens the form with the choices that this one has no room for; null where it has.</summary>
    public ActionModel? More { get; init; }
}

internal sealed record FieldModel
{
    public required string Id { get; init; }
    public required string Label { get; init; }

    /// <summary>text, multiline, date, number, choice, expanded, filtered, as cards/form.json knows them.</summary>
    public required string Type { get; init; }

    public required JsonNode? Value { get; init; }
    public required bool Required { get; init; }
    public required string? Error { get; init; }
    public required string? Placeholder { get; init; }
    public required int? MaxLength { get; init; }

    /// <summary>A date or a number, inclusive.</summary>
    public required JsonNode? Min { get; init; }

    /// <summary>A date or a number, inclusive.</summary>
    public required JsonNode? Max { get; init; }

    public required IReadOnlyList<ChoiceModel> Choices { get; init; }
}

internal sealed record ChoiceModel(string Title, string Value);

internal sealed record ReceiptModel
{
    public required string Title { get; init; }
    public required long Number { get; init; }
    public required IReadOnlyList<LineModel> Lines { get; init; }
    public required IReadOnlyList<string> Effects { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required string? Missing { get; init; }

    /// <summary>已有材料：…, or null for none.</summary>
    public required string? Has { get; init; }

    public required IReadOnlyList<LinkModel> Files { get; init; }
    public required bool Voided { get; init; }
    public required IReadOnlyList<ActionModel> Actions { get; init; }
}

/// <summary>Of several records that one card made.</summary>
internal sealed record BatchModel
{
    public required string Title { get; init; }

    /// <summary>A record each: its number, and whom it is about.</summary>
    public required IReadOnlyList<LineModel> Lines { get; init; }
    public required IReadOnlyList<string> Effects { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required string? Missing { get; init; }
    public required bool Voided { get; init; }
    public required IReadOnlyList<ActionModel> Actions { get; init; }
}

internal sealed record HistoryModel(string Title, long Number, bool Voided, IReadOnlyList<LineModel> Lines, IReadOnlyList<HistoryLine> Entries, IReadOnlyList<ActionModel> Actions);

/// <param name="Head">When, who, what.</param>
/// <param name="Changes">A field each, before → after.</param>
internal sealed record HistoryLine(string Head, IReadOnlyList<string> Changes);

/// <param name="Url">Short-lived.</param>
internal sealed record LinkModel(string Title, string Url);

internal sealed record LineModel(string Label, string Value);

/// <summary>A case or group.</summary>
internal sealed record FileModel(
    string Headline,
    IReadOnlyList<LineModel> Lines,
    IReadOnlyList<LineModel> Sessions,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ActionModel> Actions);

/// <summary>One person, what became of one, or a list of several.</summary>
internal sealed record PersonModel
{
    public required string Title { get; init; }
    public string? Intro { get; init; }
    public IReadOnlyList<LineModel> Lines { get; init; } = [];

    /// <summary>What it does, or did, to the counts.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    public IReadOnlyList<string> List { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];
    public IReadOnlyList<ActionModel> Actions { get; init; } = [];
}

internal sealed record LeaveModel
{
    public required string Title { get; init; }
    public required string Card { get; init; }
    public required string Verb { get; init; }
    public required long Number { get; init; }
    public required int Step { get; init; }
    public required string Reason { get; init; }
    public required IReadOnlyList<ChoiceModel> Reasons { get; init; }
    public required string Date { get; init; }
    public required string Shown { get; init; }
    public required string? Error { get; init; }
    public required IReadOnlyList<string> Effects { get; init; }
    public required string Submit { get; init; }
}

internal sealed record ChecklistModel
{
    public required string Title { get; init; }

    /// <summary>How many rows are done, and how many are ready.</summary>
    public required string Summary { get; init; }

    /// <summary>What has just been stored.</summary>
    public string? Saved { get; init; }

    public required string Card { get; init; }

    /// <summary>How many changes the rows' records had seen.</summary>
    public required int Step { get; init; }

    public required string? Error { get; init; }
    public required IReadOnlyList<ChecklistRowModel> Rows { get; init; }
    public required string Date { get; init; }
    public required string? DateError { get; init; }
    public required string StaffSummary { get; init; }

    /// <summary>The last one is for a name that is not there yet.</summary>
    public required IReadOnlyList<WorkerModel> Workers { get; init; }
}

/// <param name="State">Since when it is done and what it lacks; null while it is open.</param>
/// <param name="ReasonId">Only of the row that may be 不适用.</param>
internal sealed record ChecklistRowModel(
    string Id, string Label, string Value, string? State, IReadOnlyList<ChoiceModel> Choices, string? ReasonId, string Reason, string? Error);

internal sealed record WorkerModel
{
    public required string Name { get; init; }
    public required string? State { get; init; }
    public required string? NameId { get; init; }
    public required string NameValue { get; init; }
    public required string? NameError { get; init; }

    /// <summary>Only of who is no member.</summary>
    public required string? PresenceId { get; init; }

    public required string CertificateId { get; init; }
    public required string Certificate { get; init; }
    public required string LevelId { get; init; }
    public required string Level { get; init; }
    public required IReadOnlyList<ChoiceModel> Levels { get; init; }
    public required string? Error { get; init; }
}

internal sealed record SetupModel(string Card, string Greeting, string Name, string Tier, string YearStart, string Code, SetupErrors Errors);

internal sealed record SetupErrors(string? Name = null, string? Tier = null, string? YearStart = null, string? Code = null);

internal sealed record ChoicesModel(string Text, IReadOnlyList<ActionModel> Choices);

/// <param name="Note">How long the link is good.</param>
internal sealed record DownloadModel(string Title, IReadOnlyList<string> Lines, string Note, string Url, IReadOnlyList<ActionModel> Actions);

internal sealed record HelpModel(string Title, string Intro, IReadOnlyList<HelpSection> Sections);

internal sealed record HelpSection(string Title, IReadOnlyList<ActionModel> Examples)
{
    /// <summary>What else can be said.</summary>
    public string? More { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProgressModel))]
[JsonSerializable(typeof(PushModel))]
[JsonSerializable(typeof(FormModel))]
[JsonSerializable(typeof(ReceiptModel))]
[JsonSerializable(typeof(FileModel))]
[JsonSerializable(typeof(PersonModel))]
[JsonSerializable(typeof(LeaveModel))]
[JsonSerializable(typeof(BatchModel))]
[JsonSerializable(typeof(HistoryModel))]
[JsonSerializable(typeof(ChecklistModel))]
[JsonSerializable(typeof(SetupModel))]
[JsonSerializable(typeof(ChoicesModel))]
[JsonSerializable(typeof(HelpModel))]
[JsonSerializable(typeof(DownloadModel))]
internal sealed partial class CardJson : JsonSerializerContext;
