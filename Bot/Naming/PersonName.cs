namespace StationBot.Naming;

/// <summary>How somebody is called, and what tells one from another.</summary>
public sealed record PersonName
{
    /// <summary>What stands in the place of a name that was erased begins so (product.md §7).</summary>
    public const string ErasedPrefix = "已删除-";

    public required long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Empty when it isn't known.</summary>
    public required string Community { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The ids of the domains on whose lists the person stands; empty for who was only met.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>男 or 女; null when it isn't known.</summary>
    public string? Gender { get; init; }

    public DateOnly? Born { get; init; }

    /// <summary>The first day on which the person is no longer listed.</summary>
    public DateOnly? Left { get; init; }

    public string Label => LabelOf(Name, Community);

    public bool IsErased => Name.StartsWith(ErasedPrefix, StringComparison.Ordinal);

    /// <summary>李桂兰（红旗村）.</summary>
    public static string LabelOf(string name, string community) => community.Length == 0 ? name : $"{name}（{community}）";

    public bool IsThere(DateOnly day) => Left is null || day < Left;
}
