using System.Globalization;
using System.Text.Json;

namespace StationBot.Indicators;

/// <summary>Turns one file into a <see cref="Catalog"/> and collects everything that is wrong in it, in Chinese.</summary>
internal sealed class CatalogReader(string file)
{
    private static readonly string[] Units = ["次", "个", "人", "份", "项", Amount.Yuan];

    private static readonly Dictionary<string, Assessment> Assessments = ByName<Assessment>();
    private static readonly Dictionary<string, CountingRule> CountingRules = ByName<CountingRule>();

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <returns>Null when there are <see cref="Problems"/>.</returns>
    public Catalog? Read(string json)
    {
        if (Parse("文件", "第", () => JsonSerializer.Deserialize(json, CatalogJson.Default.CatalogFile)) is not { } entry)
            return null;

        if (file != $"catalog-{entry.Year}.json")
            Problem("year", $"“{entry.Year}”和文件名不一致");
        if (entry.Rows is null or [])
            Problem("rows", "没有指标");
        var name = Text("name", "name", entry.Name);
        var areas = (entry.Tasks ?? []).Select((task, index) => ReadArea(task ?? new(), index + 1)).ToList();
        var topics = (entry.Topics ?? []).Select(topic => ReadTopic(topic ?? new())).ToList();
        var rows = (entry.Rows ?? []).Select((row, index) => ReadRow(row, index + 1, areas, topics)).OfType<Indicator>().ToList();
        foreach (var (where, reason) in CatalogRules.Broken(areas, topics, rows))
            Problem(where, reason);
        return _problems.Count == 0 ? new Catalog(entry.Year!.Value, name, [.. areas], [.. topics], [.. rows]) : null;
    }

    private TaskArea ReadArea(TaskEntry entry, int number)
    {
        var where = $"任务 {entry.Id ?? number.ToString(CultureInfo.InvariantCulture)}";
        if (entry.Number != number)
            Problem(where, $"number 应为 {number}");
        if (entry.IsDomain is null)
            Problem(where, "缺少 isDomain");
        if (entry.Id?.Contains('.') == true)
            Problem(where, "id 里不能有点号");
        return new TaskArea(
            number,
            Text(where, "id", entry.Id),
            Text(where, "name", entry.Name),
            Text(where, "sourceName", entry.SourceName),
            entry.IsDomain ?? false,
            Texts(where, "synonyms", entry.Synonyms));
    }

    private Topic ReadTopic(TopicEntry entry)
    {
        var where = $"共用指标 {entry.Id}";
        return new Topic(
            Text(where, "id", entry.Id),
            Text(where, "name", entry.Name),
            Unit(where, entry.Unit),
            Texts(where, "synonyms", entry.Synonyms));
    }

    private Indicator? ReadRow(JsonElement element, int number, List<TaskArea> areas, List<Topic> topics)
    {
        var where = $"第 {number} 条指标";
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
            where = id.GetString()!;
        if (Parse(where, "本条第", () => element.Deserialize(CatalogJson.Default.RowEntry)) is not { } entry)
            return null;
        if (areas.Find(area => where.StartsWith($"{area.Id}.", StringComparison.Ordinal)) is not { } area || where.EndsWith('.'))
        {
            Problem(where, "id 应为“任务.指标”，任务是 tasks 里的一个 id");
            return null;
        }

        var (shortName, unit) = NameAndUnit(entry, area, topics, where);
        var counting = OneOf(where, "counting", entry.Counting, CountingRules);
        if (counting is { } rule && unit.Length > 0 && (rule == CountingRule.Money) != (unit == Amount.Yuan))
            Problem(where, $"计数方式 money 和单位 {Amount.Yuan} 只能一起用");
        return new Indicator
        {
            Id = Text(where, "id", entry.Id),
            Area = area,
            Topic = where[(area.Id.Length + 1)..],
            SubTask = Text(where, "subTask", entry.SubTask),
            Content = Text(where, "content", entry.Content),
            Standard = Text(where, "standard", entry.Standard, mayBeEmpty: true),
            Requirement = Text(where, "requirement", entry.Requirement),
            TargetTexts = PerTier(where, "targetTexts", entry.TargetTexts, (tier, text) => Text(where, $"{tier}原文", text, mayBeEmpty: true)),
            ShortName = shortName,
            Unit = unit,
            Assessment = OneOf(where, "assessment", entry.Assessment, Assessments) ?? default,
            Counting = counting ?? default,
            Targets = PerTier(where, "targets", entry.Targets, (tier, value) => ReadTarget(where, tier, value, counting, unit)),
            Evidence =
            [
                .. ReadEvidence(where, "evidence", entry.Evidence, oncePerYear: false),
                .. ReadEvidence(where, "onceAYear", entry.OnceAYear, oncePerYear: true),
            ],
            Synonyms = Texts(where, "synonyms", entry.Synonyms),
            SourceLines = ReadLines(where, entry.Lines),
        };
    }

    private (string Name, string Unit) NameAndUnit(RowEntry entry, TaskArea area, List<Topic> topics, string where)
    {
        if (!area.IsDomain)
            return (Text(where, "name", entry.Name), Unit(where, entry.Unit));
        if (entry.Name is not null || entry.Unit is not null)
            Problem(where, "领域指标的 name 和 unit 写在 topics 里");
        var topicId = where[(area.Id.Length + 1)..];
        if (topics.Find(topic => topic.Id == topicId) is { } topic)
            return (topic.Name, topic.Unit);
        Problem(where, $"topics 里没有 {topicId}");
        return ("", "");
    }

    private Target ReadTarget(string where, string tier, JsonElement value, CountingRule? counting, string unit)
    {
        Target? target = counting switch
        {
            CountingRule.Staff => Staff(value),
            CountingRule.RosterSurvey or CountingRule.RosterNeeds => Share(value),
            _ => Number(value, unit),
        };
        if (target is null)
            Problem(where, $"{tier} 的指标值 {value.GetRawText()} 有误，或和计数方式不配");
        return target ?? new Target.Number(0);
    }

    private static Target.Number? Number(JsonElement value, string unit) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is > 0 and < 1_000_000_000_000
        && (unit == Amount.Yuan ? number * 100 : number) is var whole && decimal.IsInteger(whole)
            ? new Target.Number((long)whole) : null;

    private static Target.Share? Share(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is [.. var digits, '%']
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? new Target.Share(percent) : null;

    private static Target.Staff? Staff(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() == 2
        && Whole(value, "workers") is { } workers && Whole(value, "certified") is { } certified
        && workers > 0 && certified >= 0 && certified <= workers
            ? new Target.Staff(workers, certified) : null;

    private static int? Whole(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : null;

    private List<EvidenceRequirement> ReadEvidence(string where, string field, IReadOnlyList<string?>? entries, bool oncePerYear)
    {
        if (entries is null)
            Problem(where, $"缺少 {field}");
        var requirements = new List<EvidenceRequirement>();
        foreach (var names in Texts(where, field, entries).Select(text => text.Split('/')))
        {
            foreach (var unknown in names.Where(name => EvidenceName.Find(name) is null))
                Problem(where, $"{field} 里不认识材料“{unknown}”");
            requirements.Add(new EvidenceRequirement([.. names.Select(EvidenceName.Find).OfType<EvidenceKind>()], oncePerYear));
        }

        return requirements;
    }

    private (int First, int Last) ReadLines(string where, IReadOnlyList<int>? lines)
    {
        if (lines is [var first, var last] && first > 0 && last >= first)
            return (first, last);
        Problem(where, "lines 应为原文的首行和末行");
        return default;
    }

    private Dictionary<Tier, TResult> PerTier<TEntry, TResult>(
        string where, string field, IReadOnlyDictionary<string, TEntry>? entries, Func<string, TEntry, TResult> read)
    {
        foreach (var missing in Enum.GetValues<Tier>().Select(TierName.Of).Where(tier => entries?.ContainsKey(tier) != true))
            Problem(where, $"{field} 缺少 {missing}");
        var result = new Dictionary<Tier, TResult>();
        foreach (var (name, entry) in entries ?? new Dictionary<string, TEntry>())
        {
            if (TierName.Find(name) is { } tier)
                result[tier] = read(name, entry);
            else
                Problem(where, $"{field} 里不认识档次“{name}”");
        }

        return result;
    }

    private T? OneOf<T>(string where, string field, string? value, Dictionary<string, T> known)
        where T : struct
    {
        if (value is not null && known.TryGetValue(value, out var found))
            return found;
        Problem(where, value is null
            ? $"缺少 {field}"
            : $"{field} 不认识“{value}”，可用：{string.Join('、', known.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }

    private string Unit(string where, string? unit)
    {
        if (unit is not null && !Units.Contains(unit))
            Problem(where, $"unit 不认识“{unit}”，可用：{string.Join('、', Units)}");
        return unit is null ? Text(where, "unit", unit) : unit;
    }

    private IReadOnlyList<string> Texts(string where, string field, IReadOnlyList<string?>? values) =>
        [.. (values ?? []).Select(value => Text(where, field, value))];

    private string Text(string where, string field, string? value, bool mayBeEmpty = false)
    {
        if (value is null)
            Problem(where, $"缺少 {field}");
        else if (value.Length == 0 && !mayBeEmpty)
            Problem(where, $"{field} 不能为空");
        else if (value != value.Trim())
            Problem(where, $"{field} 首尾有空格：“{value}”");
        return value ?? "";
    }

    private T? Parse<T>(string where, string lineOf, Func<T?> parse)
        where T : class
    {
        try
        {
            var value = parse();
            if (value is null)
                Problem(where, "是空的");
            return value;
        }
        catch (JsonException e)
        {
            Problem(where, $"JSON 写法有误，{lineOf} {e.LineNumber + 1} 行 {e.Path}：{e.Message.Split(" Path: ")[0]}");
            return null;
        }
    }

    private void Problem(string where, string reason) => _problems.Add($"{file} {where}：{reason}");

    private static Dictionary<string, T> ByName<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
