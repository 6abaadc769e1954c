using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Indicators;

/// <summary>
/// <c>catalog-YYYY.json</c> as a person writes it. Everything may be missing here, and rows are read one by one,
/// so that <see cref="CatalogReader"/> can name all mistakes at once and the row of each. Properties are set, not initialised: an initialised
/// one is a constructor's parameter to the serializer, and takes three times as much code at the start.
/// </summary>
internal sealed record CatalogFile
{
    public int? Year { get; set; }
    public string? Name { get; set; }

    /// <summary>For the person who edits the file; the program doesn't use it.</summary>
    public IReadOnlyList<string?>? HowToEdit { get; set; }

    public IReadOnlyList<TaskEntry?>? Tasks { get; set; }
    public IReadOnlyList<TopicEntry?>? Topics { get; set; }
    public IReadOnlyList<JsonElement>? Rows { get; set; }
}

internal sealed record TaskEntry
{
    public int? Number { get; set; }
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? SourceName { get; set; }
    public bool? IsDomain { get; set; }
    public IReadOnlyList<string?>? Synonyms { get; set; }
}

internal sealed record TopicEntry
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public IReadOnlyList<string?>? Synonyms { get; set; }
}

internal sealed record RowEntry
{
    public string? Id { get; set; }

    /// <summary>Only outside the domains; a domain's row has name and unit from its topic.</summary>
    public string? Name { get; set; }

    /// <inheritdoc cref="Name"/>
    public string? Unit { get; set; }

    public IReadOnlyList<string?>? Synonyms { get; set; }
    public string? SubTask { get; set; }
    public string? Content { get; set; }
    public string? Standard { get; set; }
    public string? Requirement { get; set; }

    /// <summary>By tier, as the source writes it.</summary>
    public IReadOnlyDictionary<string, string?>? TargetTexts { get; set; }

    /// <summary>month, quarter, year.</summary>
    public string? Assessment { get; set; }

    /// <summary>A <see cref="CountingRule"/> with a small first letter.</summary>
    public string? Counting { get; set; }

    /// <summary>By tier: a number, "50%", or workers and certified; yuan for 元.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Targets { get; set; }

    /// <summary>Asked with each record; a stroke between two names means that either will do.</summary>
    public IReadOnlyList<string?>? Evidence { get; set; }

    /// <summary>Asked once a year: one full set.</summary>
    public IReadOnlyList<string?>? OnceAYear { get; set; }

    /// <summary>First and last line in the source.</summary>
    public IReadOnlyList<int>? Lines { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CatalogFile))]
[JsonSerializable(typeof(RowEntry))]
internal sealed partial class CatalogJson : JsonSerializerContext;
