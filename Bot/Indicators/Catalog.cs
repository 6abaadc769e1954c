namespace StationBot.Indicators;

/// <summary>The bureau's task list of one year; immutable, loaded and validated by <see cref="Catalogs.Load"/>.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, Indicator> _byId;
    private readonly ILookup<string, Indicator> _byArea;
    private readonly ILookup<string, Indicator> _byTopic;

    internal Catalog(int year, string name, IReadOnlyList<TaskArea> areas, IReadOnlyList<Topic> topics, IReadOnlyList<Indicator> rows)
    {
        Year = year;
        Name = name;
        Areas = areas;
        Topics = topics;
        Rows = rows;
        Domains = [.. areas.Where(area => area.IsDomain)];
        _byId = rows.ToDictionary(row => row.Id);
        _byArea = rows.ToLookup(row => row.Area.Id);
        _byTopic = rows.Where(row => row.Area.IsDomain).ToLookup(row => row.Topic);
        Sets =
        [
            .. areas.Select(area => new NamedRows(area.Name, [.. InArea(area.Id)])),
            .. topics.Select(topic => new NamedRows(topic.Name, [.. OfTopic(topic.Id)])),
            .. rows.Select(row => new NamedRows(RowName.Of(row), [row])),
        ];
    }

    public int Year { get; }

    /// <summary>The title of the source.</summary>
    public string Name { get; }

    /// <summary>All tasks, in the order of the source.</summary>
    public IReadOnlyList<TaskArea> Areas { get; }

    /// <summary>The four domains (领域), in the order of the source.</summary>
    public IReadOnlyList<TaskArea> Domains { get; }

    /// <summary>What the domains have in common.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>All rows, in the order of the source.</summary>
    public IReadOnlyList<Indicator> Rows { get; }

    /// <summary>All sets that have a name, the biggest first: whole tasks, topics of all domains, single rows.</summary>
    internal IReadOnlyList<NamedRows> Sets { get; }

    public Indicator? Find(string id) => _byId.GetValueOrDefault(id);

    public IEnumerable<Indicator> InArea(string areaId) => _byArea[areaId];

    /// <summary>The rows of one topic, one for each domain; <c>care</c> gives <c>relief.care</c>, <c>elder.care</c> …</summary>
    public IEnumerable<Indicator> OfTopic(string topicId) => _byTopic[topicId];

    public override string ToString() => Name;
}

/// <param name="Name">As people see it.</param>
internal sealed record NamedRows(string Name, Indicator[] Rows);
