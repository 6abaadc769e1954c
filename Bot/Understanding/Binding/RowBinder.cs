using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>Which rows the words for tasks, topics and rows mean together.</summary>
internal static class RowBinder
{
    /// <summary>Who asks for 走访 means this topic, whatever a visit that is told may count for.</summary>
    private const string Care = "care";

    /// <summary>Null when no rows were said; empty when they don't go together (社会组织的回访).</summary>
    public static RowSet? Bind(Sentence sentence)
    {
        var catalog = sentence.Context.Vocabulary.Catalog;
        var (included, excluded) = Split(sentence.Tokens);
        // 回访了几次 names its topic by the verb, 平台检查做了没有 by the form, where no noun does.
        // 服务记录 are records of whatever kind.
        if (!included.Exists(token => token.Kind is WordKind.Topic or WordKind.Row))
            included.AddRange(sentence.Tokens.Where(token => token.Kind is WordKind.Did or WordKind.Form && token.Meaning.Length > 0 && token.Text != AnyRecords));
        IEnumerable<Indicator>? rows = Resolve(catalog, included);
        if (rows is null || rows.All(row => row.Area.Id == "relief" || row.Id == "charity.aid"))
            rows = SaysLargeSum(sentence) && sentence.Text.Contains("救助", StringComparison.Ordinal) && sentence.Periods.Count < 2 ? catalog.Rows.Where(row => row.Counting == CountingRule.LargeDistribution) : rows;
        if (rows is null && sentence.Has(WordKind.AllRows))
            rows = catalog.Rows;
        if (Resolve(catalog, excluded) is { } without)
            rows = (rows ?? catalog.Rows).Except(without);
        return rows is null ? null : new RowSet(catalog, rows);
    }

    private const string AnyRecords = "服务记录";

    /// <summary>What a distribution must be worth to meet 慈善救助资金.</summary>
    private const int LargeYuan = 1000;

    /// <summary>一千块那个, 超过一千的, 1000元以上.</summary>
    public static bool SaysLargeSum(Sentence sentence) =>
        !sentence.Has(WordKind.Person) && sentence.Tokens.Any(token => token.Kind == WordKind.Number && Numbers.Read(token.Text).Value == LargeYuan) && sentence.Tokens.All(token => token is not { Kind: WordKind.Did, Meaning: "charity.raised" }) && !Below.Any(sentence.Text.Contains);

    private static readonly string[] Below = ["没到", "不到", "不足", "未到", "以内", "之内", "以下", "低于", "少于"];

    /// <summary>走访 and no task, topic or row beside it: visits of whatever kind.</summary>
    public static bool NamesOnlyVisits(Sentence sentence) =>
        sentence.Tokens.Any(IsVisit) && !sentence.Tokens.Any(token => token.Kind is WordKind.Area or WordKind.Topic or WordKind.Row or WordKind.Form && !IsVisit(token));

    public static bool IsVisit(Token token) => token is { Kind: WordKind.Topic or WordKind.Did, Meaning: ServiceWords.AnyVisit };

    /// <summary>除了老人，其他几类回访: what stands between 除了 and 其他 or a comma is left out.</summary>
    private static (List<Token> Included, List<Token> Excluded) Split(IReadOnlyList<Token> tokens)
    {
        var (included, excluded) = (new List<Token>(), new List<Token>());
        var excepting = false;
        foreach (var token in tokens)
        {
            if (token.Kind == WordKind.Except)
                excepting = true;
            else if (token.Kind is WordKind.EndOfExcept or WordKind.Period || token is { Kind: WordKind.Punctuation, Text: "，" or "," })
                excepting = false;
            else if (token.Kind is WordKind.Area or WordKind.Topic or WordKind.Row or WordKind.And)
                (excepting ? excluded : included).Add(token);
        }

        // 除了小孩 链接还差哪几类: where nothing ends what is left out, the topic is what the others are asked of.
        if (excepting && included.Count == 0 && excluded.Exists(token => token.Kind is WordKind.Area) && excluded.FindAll(token => token.Kind is WordKind.Topic) is { Count: > 0 } topics)
            included.AddRange(topics);
        return (included, excluded);
    }

    private static List<Indicator>? Resolve(Catalog catalog, List<Token> tokens)
    {
        var groups = Clusters(tokens);
        if (groups.Count == 0)
            return null;

        // 老人的关爱和残疾人的链接 are two pairs; 老人和残疾人的关爱, or 关爱和链接，老人的, is one set.
        var paired = groups.TrueForAll(group => group.Areas.Count > 0 && group.Topics.Count > 0);
        var rows = paired ? groups.SelectMany(group => Cross(catalog, group)) : Cross(catalog, Merge(groups));
        return rows.ToList();
    }

    /// <summary>A task after a topic begins a new group.</summary>
    private static List<Cluster> Clusters(List<Token> tokens)
    {
        var groups = new List<Cluster>();
        foreach (var token in tokens)
        {
            if (token.Kind == WordKind.And)
            {
                if (groups.Count > 0)
                    groups[^1].Joined = true;
                continue;
            }

            if (groups.Count == 0 || (token.Kind == WordKind.Area && groups[^1].Topics.Count > 0))
                groups.Add(new Cluster());
            var meaning = token.Kind == WordKind.Form ? Forms.RowsOf(token.Meaning) : token.Meaning == ServiceWords.AnyVisit ? Care : token.Meaning;
            var isArea = token.Kind == WordKind.Area || meaning == Forms.Platform;
            var list = isArea ? groups[^1].Areas : meaning.Contains('.') ? groups[^1].Rows : groups[^1].Topics;
            list.Add(meaning);
        }

        return groups;
    }

    private static Cluster Merge(List<Cluster> groups)
    {
        var whole = new Cluster();
        foreach (var group in groups)
        {
            whole.Areas.AddRange(group.Areas);
            whole.Topics.AddRange(group.Topics);
            whole.Rows.AddRange(group.Rows);
            whole.Joined |= group.Joined;
        }

        return whole;
    }

    private static IEnumerable<Indicator> Cross(Catalog catalog, Cluster group)
    {
        var rows = group.Rows.Select(catalog.Find).OfType<Indicator>().ToList();
        var topics = group.Topics.SelectMany(topic => topic.Split('+')).ToHashSet();
        if (topics.Count > 0)
        {
            return catalog.Rows
                .Where(row => topics.Contains(Kind(row)) && (group.Areas.Count == 0 || group.Areas.Contains(row.Area.Id)))
                .Concat(rows);
        }

        // The rows of charity are for 困难群众 by their nature, so that word adds nothing to them.
        var areas = group.Areas
            .Where(area => !rows.Exists(row => row.Area.Id == area || (area == "relief" && row.Area.Id == "charity" && !group.Joined)))
            .ToList();
        var foreign = rows.Count > 0 && areas.Count > 0;
        return foreign && !group.Joined ? [] : areas.SelectMany(catalog.InArea).Concat(rows);
    }

    /// <summary>rule for rule.staff, so that 制度 finds all five.</summary>
    private static string Kind(Indicator row) => row.Topic.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? row.Topic[..dot] : row.Topic;

    private sealed class Cluster
    {
        public List<string> Areas { get; } = [];

        public List<string> Topics { get; } = [];

        public List<string> Rows { get; } = [];

        /// <summary>和, 、 stands among them.</summary>
        public bool Joined { get; set; }
    }
}
