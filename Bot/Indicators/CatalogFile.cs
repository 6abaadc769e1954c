using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Indicators;

/// <summary>
/// <c>catalog-YYYY.json</c> as a person writes it. Everything may be missing here, and rows are read one by one,
/// so that <see cref="CatalogReader"/> can name all mistakes at once and the row of each.
/// </summary>
internal sealed record CatalogFile
{
    public int? Year { get; init; }
    public string? Name { get; init; }

    /// <summary>For the person who edits the file; the program doesn't use it.</summary>
    public IReadOnlyList<string?>? HowToEdit { get; init; }

    public IReadOnlyList<TaskEntry?>? Tasks { get; init; }
    public IReadOnlyList<TopicEntry?>? Topics { get; init; }
    public IReadOnlyList<JsonElement>? Rows { get; init; }
}

internal sealed record TaskEntry
{
    public int? Number { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? SourceName { get; init; }
    public bool? IsDomain { get; init; }
    public IReadOnlyList<string?>? Synonyms { get; init; }
}

internal sealed record TopicEntry
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<string?>? Synonyms { get; init; }
}

internal sealed record RowEntry
{
    public string? Id { get; init; }

    /// <summary>Only outside the domains; a domain's row has name and unit from its topic.</summary>
    public string? Name { get; init; }

    /// <inheritdoc cref="Name"/>
    public string? Unit { get; init; }

    public IReadOnlyList<string?>? Synonyms { get; init; }
    public string? SubTask { get; init; }
    public string? Content { get; init; }
    public string? Standard { get; init; }
    public string? Requirement { get; init; }

    /// <summary>By tier, as the source writes it.</summary>
    public IReadOnlyDictionary<string, string?>? TargetTexts { get; init; }

    /// <summary>month, quarter, year.</summary>
    public string? Assessment { get; init; }

    /// <summary>A <see cref="CountingRule"/> with a small first letter.</summary>
    public string? Counting { get; init; }

    /// <summary>By tier: a number, "50%", or workers and certified; yuan for 元.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Targets { get; init; }

    /// <summary>Asked with each record; a stroke between two names means that either will do.</summary>
    public IReadOnlyList<string?>? Evidence { get; init; }

    /// <summary>Asked once a year: one full set.</summary>
    public IReadOnlyList<string?>? OnceAYear { get; init; }

    /// <summary>First and last line in the source.</summary>
    public IReadOnlyList<int>? Lines { get; init; }
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
