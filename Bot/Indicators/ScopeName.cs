namespace StationBot.Indicators;

/// <summary>A set of rows as people see it (product.md §5): <c>全部指标</c>, <c>养老服务</c>, <c>关爱帮扶</c>, <c>养老服务·关爱帮扶</c>.</summary>
public static class ScopeName
{
    /// <summary>
    /// The biggest names that fit: whole tasks, then topics of all domains, then single rows; written in the order of the catalogue.
    /// </summary>
    public static string Of(Catalog catalog, IReadOnlyCollection<Indicator> rows)
    {
        if (rows.Count == 0)
            throw new ArgumentException("A scope has at least one row.", nameof(rows));
        if (rows.Count < catalog.Rows.Count && catalog.Sets.FirstOrDefault(set => set.Rows.Length == rows.Count && rows.SequenceEqual(set.Rows)) is { } whole)
            return whole.Name;

        var all = rows.ToHashSet();
        if (catalog.Rows.All(all.Contains))
            return "全部指标";

        var open = rows.ToHashSet();
        var needed = new List<NamedRows>();
        foreach (var set in catalog.Sets)
        {
            if (open.Count == 0)
                break;
            if (Array.TrueForAll(set.Rows, all.Contains) && open.Overlaps(set.Rows))
            {
                open.ExceptWith(set.Rows);
                needed.Add(set);
            }
        }

        if (needed is [var only])
            return only.Name;

        var position = catalog.Rows.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return string.Join('、', needed.OrderBy(set => position[set.Rows[0]]).Select(set => set.Name));
    }
}

/// <summary>One row as people see it, alone or in a list under a scope.</summary>
public static class RowName
{
    /// <summary>The full name: <c>养老服务·关爱帮扶</c>; outside the domains the short name says enough.</summary>
    public static string Of(Indicator row) => row.Area.IsDomain ? $"{row.Area.Name}·{row.ShortName}" : row.ShortName;

    /// <summary>Leaves out what the scope already says: the topic, else the task.</summary>
    public static string Within(Indicator row, IReadOnlyCollection<Indicator> scope) =>
        !row.Area.IsDomain ? row.ShortName
        : scope.All(other => other.Area.IsDomain && other.Topic == row.Topic) ? row.Area.Name
        : scope.All(other => other.Area.Id == row.Area.Id) ? row.ShortName
        : Of(row);
}
