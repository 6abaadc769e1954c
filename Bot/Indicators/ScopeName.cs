namespace StationBot.Indicators;

/// <summary>A set of rows as people see it (product.md §5): <c>全部指标</c>, <c>养老服务</c>, <c>关爱帮扶</c>, <c>养老服务·关爱帮扶</c>.</summary>
public static class ScopeName
{
    /// <summary>
    /// The biggest names that fit: whole tasks, then topics of all domains, then single rows; written in the order of the catalogue.
    /// </summary>
    public static string Of(Catalog catalog, IReadOnlyCollection<Indicator> rows)
    {
        var all = rows.Select(row => row.Id).ToHashSet();
        if (all.Count == 0)
            throw new ArgumentException("A scope has at least one row.", nameof(rows));
        if (catalog.Rows.All(row => all.Contains(row.Id)))
            return "全部指标";

        var open = new HashSet<string>(all);
        var names = catalog.Areas.Select(area => new Name(area.Name, [.. catalog.InArea(area.Id)]))
            .Concat(catalog.Topics.Select(topic => new Name(topic.Name, [.. catalog.OfTopic(topic.Id)])))
            .Concat(catalog.Rows.Select(row => new Name(RowName.Of(row), [row])));
        var needed = names
            .TakeWhile(_ => open.Count > 0)
            .Where(name => name.Rows.All(row => all.Contains(row.Id)) && TakeFrom(open, name.Rows))
            .ToList();
        if (needed is [var only])
            return only.Text;

        var position = catalog.Rows.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        return string.Join('、', needed.OrderBy(name => position[name.Rows[0].Id]).Select(name => name.Text));
    }

    /// <returns>False when other names have said all of them already.</returns>
    private static bool TakeFrom(HashSet<string> open, Indicator[] rows)
    {
        var before = open.Count;
        open.ExceptWith(rows.Select(row => row.Id));
        return open.Count < before;
    }

    private sealed record Name(string Text, Indicator[] Rows);
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
