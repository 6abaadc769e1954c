namespace StationBot.Indicators;

/// <summary>The task lists of all years.</summary>
public sealed class Catalogs
{
    private readonly Catalog[] _oldestFirst;

    internal Catalogs(IEnumerable<Catalog> lists) => _oldestFirst = [.. lists.OrderBy(list => list.Year)];

    /// <summary>The list that a project year is judged by: a list serves every year until a newer one is added (product.md §2).</summary>
    public Catalog For(Period projectYear) =>
        Array.FindLast(_oldestFirst, list => list.Year <= projectYear.First.Year) ?? _oldestFirst[0];

    /// <summary>Reads every <c>catalog-*.json</c> of the folder.</summary>
    /// <exception cref="CatalogException">All that is wrong in any of the files.</exception>
    public static Catalogs Load(string folder)
    {
        var problems = new List<string>();
        var lists = new List<Catalog>();
        foreach (var path in Files(folder))
        {
            var file = new CatalogReader(Path.GetFileName(path));
            if (file.Read(File.ReadAllText(path)) is { } list)
                lists.Add(list);
            problems.AddRange(file.Problems);
        }

        if (problems.Count == 0 && lists.Count == 0)
            problems.Add($"{folder}：没有任务清单文件 catalog-*.json");
        return problems.Count == 0 ? new Catalogs(lists) : throw new CatalogException(problems);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "catalog-*.json").Order(StringComparer.Ordinal) : [];
}

/// <summary>A task list cannot be used. The message names each file, row and reason, in Chinese.</summary>
public sealed class CatalogException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
