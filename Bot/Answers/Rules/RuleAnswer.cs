using System.Diagnostics;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Rules;

/// <summary>What the task list asks and how it is counted: from the catalogue and the policies, with the source row.</summary>
internal sealed class RuleAnswer(CardTemplates cards)
{
    public Reply Answer(Turn turn, Membership who, RuleQuestion asked)
    {
        var page = asked.Ask switch
        {
            RuleAsk.Counting => Counting(turn.Catalog, asked),
            RuleAsk.Target => Target(turn, who, asked),
            RuleAsk.Evidence => Evidence(turn.Catalog, asked),
            RuleAsk.Merge => Merge(turn.Catalog, asked),
            RuleAsk.Scope => new ListPage("服务范围：以辖区交下来的名单为准，名单外的人也能登记", Policies.Scope),
            RuleAsk.Tiers => Tiers(turn, who, asked),
            RuleAsk.Backfill => new ListPage("补录：可以，按服务日期计算", Policies.Backfill),
            _ => throw new UnreachableException(),
        };
        var narrow = asked.Filters.Where(filter => filter is not ModeFilter).Select(filter => filter.Label).ToList();
        return (page with { Hints = [.. page.Hints, .. narrow.Count > 0 ? [$"规则对所有人都一样，不分“{string.Join('、', narrow)}”。"] : Array.Empty<string>()] }).ToReply(cards);
    }

    /// <summary>关爱帮扶：一条服务记录算 1 次.</summary>
    private static ListPage Counting(Catalog catalog, RuleQuestion asked)
    {
        var rows = asked.Rows;
        var rules = rows.Select(row => row.Counting).Distinct().ToList();
        var scope = asked.RowsAssumed && rules is [CountingRule.Services] ? "走访服务" : ScopeName.Of(catalog, rows);
        var policies = Policies.All.Where(policy => rows.Any(policy.Rows)).OrderByDescending(policy => policy.Point is not null && policy.Point == asked.Point).Select(policy => policy.Text).ToList();
        string[] hints = [.. SourceText.Of(catalog, rows)];
        if (rules is [var rule])
        {
            return new ListPage($"{scope}：{Policies.Counted[rule]}", policies) { Hints = hints };
        }

        var lines = rows.GroupBy(row => row.Counting).Select(each => $"{NameOf(catalog, [.. each], rows)}：{Policies.Counted[each.Key]}");
        return new ListPage($"{scope}：{rules.Count} 种算法", [.. lines]) { Hints = hints };
    }

    /// <summary>关爱帮扶：每个领域每月 2 次（10万档、20万档相同）.</summary>
    private static ListPage Target(Turn turn, Membership who, RuleQuestion asked)
    {
        var rows = asked.Rows;
        var own = $"本站现在是{TierName.Of(who.Station.Tiers.On(turn.Today))}档。";
        string[] hints = [.. SourceText.Of(turn.Catalog, rows), own];
        var groups = Alike(rows, row => TargetText.Of(row, asked.Tier)).ToList();
        return groups is [var only]
            ? new ListPage($"{ScopeName.Of(turn.Catalog, rows)}：{Each(only.Rows)}{only.Text}", []) { Hints = hints }
            : new ListPage($"{ScopeName.Of(turn.Catalog, rows)}：{rows.Count} 项指标", [.. groups.Select(group => $"{NameOf(turn.Catalog, group.Rows, rows)} {Each(group.Rows)}{group.Text}")]) { Hints = hints };
    }

    /// <summary>关爱帮扶：每条记录 2 样材料.</summary>
    private static ListPage Evidence(Catalog catalog, RuleQuestion asked)
    {
        var rows = asked.Rows;
        var groups = Alike(rows, EvidenceOf).ToList();
        // 水印上都得有啥字: the list names what must be filed, and says nothing of what stands on it.
        if (asked.RowsAssumed)
            return new ListPage($"{rows.Count} 项指标要这样材料，上面写哪些内容清单没有规定", [.. groups.Select(group => $"{NameOf(catalog, group.Rows, rows)} {group.Text}")]) { Hints = ["问单项可以看原文，例如“关爱帮扶要什么材料”。"] };
        return groups is [var only]
            ? new ListPage($"{ScopeName.Of(catalog, rows)}：{Needs(only.Rows[0])}", EvidenceLines(only.Rows[0])) { Hints = [.. SourceText.Of(catalog, rows)] }
            : new ListPage($"{ScopeName.Of(catalog, rows)}：{rows.Count} 项指标的材料", [.. groups.Select(group => $"{NameOf(catalog, group.Rows, rows)} {group.Text}")]) { Hints = [.. SourceText.Of(catalog, rows)] };
    }

    private static string Needs(Indicator row)
    {
        var (each, once) = (row.Evidence.Count(requirement => !requirement.OncePerYear), row.Evidence.Count(requirement => requirement.OncePerYear));
        string[] parts = [.. each > 0 ? [$"每条记录 {each} 样材料"] : Array.Empty<string>(), .. once > 0 ? [$"全年一套 {once} 样材料"] : Array.Empty<string>()];
        return parts.Length == 0 ? "清单没有点名要哪样材料" : string.Join('，', parts);
    }

    private static List<string> EvidenceLines(Indicator row) =>
    [
        .. Listed("每条：", row.Evidence.Where(requirement => !requirement.OncePerYear)),
        .. Listed("全年至少一份：", row.Evidence.Where(requirement => requirement.OncePerYear)),
    ];

    private static IEnumerable<string> Listed(string when, IEnumerable<EvidenceRequirement> requirements) =>
        EvidenceText.Of(requirements) is { Length: > 0 } named ? [when + named] : [];

    private static string EvidenceOf(Indicator row) => row.Evidence.Count == 0 ? Needs(row) : string.Join('；', EvidenceLines(row));

    private static ListPage Merge(Catalog catalog, RuleQuestion asked)
    {
        var fits = Policies.Merges.Where(merge => !asked.RowsAssumed && asked.Rows.Any(row => row.Id == merge.To) && asked.Rows.Any(row => row.Id == merge.From || row.Topic == merge.From)).ToList();
        var scope = asked.RowsAssumed || asked.Rows.Count == 1 ? "一次算两项" : ScopeName.Of(catalog, asked.Rows);
        var number = fits.Count > 0 ? "可以" : asked.RowsAssumed || asked.Rows.Count == 1 ? $"只有 {Policies.Merges.Length} 种情况" : "不能合并，各算各的";
        return new ListPage($"{scope}：{number}", [.. fits.Count > 0 ? fits.Select(merge => merge.Text) : Policies.Merges.Select(merge => merge.Text)])
        {
            Hints =
            [
                "别的都是一条记录只算一项。一个人在两个领域的，登记时选一个领域，只算那一个；真的做了两次服务，才登记两条。",
                .. asked.RowsAssumed ? [] : SourceText.Of(catalog, asked.Rows),
            ],
        };
    }

    /// <summary>10万档和20万档：9 项不同.</summary>
    private static ListPage Tiers(Turn turn, Membership who, RuleQuestion asked)
    {
        var catalog = turn.Catalog;
        var differ = asked.Rows.Where(row => !TargetText.IsSame(row)).ToList();
        var scope = asked.RowsAssumed || asked.Rows.IsAll ? "" : ScopeName.Of(catalog, asked.Rows) + " ";
        var number = differ.Count == 0 ? "没有不同" : $"{differ.Count} 项不同，其余 {asked.Rows.Count - differ.Count} 项相同";
        var groups = Alike(differ, row => $"{TargetText.Of(row, Tier.T10)} / {TargetText.Short(row, Tier.T20)}");
        return new ListPage($"{scope}10万档 / 20万档：{number}", [.. groups.Select(group => $"{NameOf(catalog, group.Rows, asked.Rows)} {Each(group.Rows)}{group.Text}")])
        {
            Hints = [$"本站现在是{TierName.Of(who.Station.Tiers.On(turn.Today))}档。", .. differ.Count == 0 ? [] : SourceText.Of(catalog, differ)],
        };
    }

    /// <summary>Rows of which the same is to be said, in the order of the catalogue.</summary>
    private static IEnumerable<(string Text, List<Indicator> Rows)> Alike(IEnumerable<Indicator> rows, Func<Indicator, string> text) =>
        rows.GroupBy(row => (row.Area.IsDomain ? row.Topic : row.Area.Id, Text: text(row))).Select(group => (group.Key.Text, group.ToList()));

    /// <summary>Within one task its name needs no saying again.</summary>
    private static string NameOf(Catalog catalog, List<Indicator> rows, IReadOnlyList<Indicator> asked) =>
        asked.All(row => row.Area == asked[0].Area) ? string.Join('、', rows.Select(row => row.ShortName)) : ScopeName.Of(catalog, rows);

    private static string Each(List<Indicator> rows) => rows.Count == 1 ? "" : rows[0].Area.IsDomain ? "每个领域" : "各";
}
