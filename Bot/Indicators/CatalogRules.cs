namespace StationBot.Indicators;

/// <summary>What must hold between the parts of a task list.</summary>
internal static class CatalogRules
{
    public static IEnumerable<(string Where, string Reason)> Broken(List<TaskArea> areas, List<Topic> topics, List<Indicator> rows) =>
    [
        .. Repeated("任务", areas.Select(area => area.Id)),
        .. Repeated("共用指标", topics.Select(topic => topic.Id)),
        .. Repeated("指标", rows.Select(row => row.Id)),
        .. Order(rows),
        .. areas.Where(area => !rows.Exists(row => row.Area.Id == area.Id))
            .Select(area => ($"任务 {area.Id}", "没有指标")),
        .. topics.Where(topic => !rows.Exists(row => row.Area.IsDomain && row.Topic == topic.Id))
            .Select(topic => ($"共用指标 {topic.Id}", "没有指标用到它")),
        .. Ambiguous(areas.Select(area => ($"任务 {area.Id}", area.Synonyms.Prepend(area.Name)))),
        .. Ambiguous(topics.Select(topic => ($"共用指标 {topic.Id}", topic.Synonyms.Prepend(topic.Name)))),
        .. Ambiguous(rows.Select(row => (row.Id, row.Area.IsDomain ? row.Synonyms : row.Synonyms.Prepend(row.ShortName)))),
    ];

    private static IEnumerable<(string, string)> Repeated(string kind, IEnumerable<string> ids) =>
        ids.CountBy(id => id).Where(pair => pair.Value > 1).Select(pair => ($"{kind} {pair.Key}", $"id 出现了 {pair.Value} 次"));

    /// <summary>Rows stand in the order of the source: task after task, line after line.</summary>
    private static IEnumerable<(string, string)> Order(List<Indicator> rows)
    {
        foreach (var (before, row) in rows.Zip(rows.Skip(1)))
        {
            if (row.Area.Number < before.Area.Number)
                yield return (row.Id, $"应和任务 {row.Area.Id} 的其他指标排在一起");
            else if (row.SourceLines != default && row.SourceLines.First <= before.SourceLines.Last)
                yield return (row.Id, $"lines 应在 {before.Id} 之后");
        }
    }

    /// <summary>A word may not mean two things of one level: two tasks, two topics or two rows.</summary>
    private static IEnumerable<(string, string)> Ambiguous(IEnumerable<(string Where, IEnumerable<string> Words)> level)
    {
        var owners = new Dictionary<string, string>();
        foreach (var (where, words) in level)
        {
            foreach (var word in words.Where(word => word.Length > 0 && !owners.TryAdd(word, where)))
                yield return (where, $"叫法“{word}”已经属于 {owners[word]}");
        }
    }
}
