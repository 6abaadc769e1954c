namespace StationBot.Indicators;

/// <summary>One row of the bureau's task list (指标). Fixed id such as <c>relief.care</c>.</summary>
public sealed record Indicator
{
    /// <summary>Stable across years: <c>task.topic</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The prefix of the id: platform, relief, elder, child, disabled, org, charity.</summary>
    public required TaskArea Area { get; init; }

    /// <summary>分项任务, as the source writes it.</summary>
    public required string SubTask { get; init; }

    /// <summary>服务内容, as the source writes it.</summary>
    public required string Content { get; init; }

    /// <summary>服务标准, as the source writes it; empty where the source leaves it blank.</summary>
    public required string Standard { get; init; }

    /// <summary>全年要求, as the source writes it; a cell merged over several rows stands in each.</summary>
    public required string Requirement { get; init; }

    /// <summary>What people see: 关爱帮扶, 个案, 办公用房 … (product.md §5).</summary>
    public required string ShortName { get; init; }

    /// <summary>次, 个, 人, 份, 项, 元.</summary>
    public required string Unit { get; init; }

    /// <summary>10万指标值 and 20万指标值, as the source writes them; empty where the source leaves them blank.</summary>
    public required IReadOnlyDictionary<Tier, string> TargetTexts { get; init; }

    public required Assessment Assessment { get; init; }
    public required CountingRule Counting { get; init; }

    /// <summary>The target of one assessment period by tier.</summary>
    public required IReadOnlyDictionary<Tier, Target> Targets { get; init; }

    /// <summary>What each counted record must be filed with.</summary>
    public required IReadOnlyList<EvidenceRequirement> Evidence { get; init; }

    /// <summary>Words for this row alone; the words for its topic or area stand there.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>The first and last line of the row in the source.</summary>
    public required (int First, int Last) SourceLines { get; init; }

    /// <summary>The part of the id after the task: care, survey, rule.staff …</summary>
    public required string Topic { get; init; }

    /// <summary>Equal rows have equal ids; the rest would be hashed for every set that rows stand in.</summary>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}

/// <summary>One of the seven tasks (重点任务).</summary>
/// <param name="Number">1 to 7, the order of the source.</param>
/// <param name="Id">The prefix of its rows' ids.</param>
/// <param name="Name">平台建设, 社会救助, 养老服务, 儿童关爱保护, 扶残助残, 社会组织, 慈善资源.</param>
/// <param name="SourceName">重点任务, as the source writes it.</param>
/// <param name="IsDomain">One of the four domains (领域) that have services, rosters and cases.</param>
/// <param name="Synonyms">老人, 残疾人 … (all of them find every row of the task).</param>
public sealed record TaskArea(int Number, string Id, string Name, string SourceName, bool IsDomain, IReadOnlyList<string> Synonyms)
{
    public override string ToString() => Id;
}

/// <summary>What the rows <c>relief.care</c>, <c>elder.care</c> … of the domains share.</summary>
/// <param name="Id">The part of the id after the task.</param>
/// <param name="Synonyms">回访, 巡访 … (all of them find the row of every domain).</param>
public sealed record Topic(string Id, string Name, string Unit, IReadOnlyList<string> Synonyms)
{
    public override string ToString() => Id;
}

/// <summary>The span over which a target is judged.</summary>
public enum Assessment
{
    Month,
    Quarter,
    Year,
}

/// <summary>档次: the yearly contract sum.</summary>
public enum Tier
{
    /// <summary>10万.</summary>
    T10 = 10,

    /// <summary>20万.</summary>
    T20 = 20,
}

/// <summary>What must be reached in one assessment period.</summary>
public abstract record Target
{
    /// <summary>A number of the row's unit; fen for 元.</summary>
    public sealed record Number(long Value) : Target;

    /// <summary>A share of a roster, rounded up to whole persons.</summary>
    public sealed record Share(int Percent) : Target;

    /// <summary>Workers of the station and, among them, holders of a certificate.</summary>
    public sealed record Staff(int Workers, int Certified) : Target;
}

/// <summary>How a row is counted (product.md §3).</summary>
public enum CountingRule
{
    /// <summary>Each record counts 1; the same persons on the same day count once (§3.12).</summary>
    Services,

    /// <summary>Each record counts 1.</summary>
    Events,

    /// <summary>Distinct names.</summary>
    Names,

    /// <summary>Distinct persons with a record, named or counted.</summary>
    Persons,

    /// <summary>Files with at least five sessions in the year (§3.6).</summary>
    Sessions,

    /// <summary>Surveyed persons of the domain's roster (§3.7).</summary>
    RosterSurvey,

    /// <summary>Persons of all rosters with a needs sheet (§3.8).</summary>
    RosterNeeds,

    /// <summary>Cash received with a named partner, in fen (§3.9).</summary>
    Money,

    /// <summary>Distributions worth at least 1000 元 (§3.10).</summary>
    LargeDistribution,

    /// <summary>Ticked, or not applicable with a reason (§3.13).</summary>
    Checklist,

    /// <summary>Workers and certificates on the day asked (§3.13).</summary>
    Staff,

    /// <summary>The confirmed register of persons to revisit.</summary>
    Register,

    /// <summary>A completed case or group put forward by the lead (§3.14).</summary>
    Showcase,
}

/// <summary>One thing to file; more than one kind means that any of them will do (制度: wall photo or electronic text).</summary>
/// <param name="OncePerYear">The source asks one full set a year, not one with each record.</param>
public sealed record EvidenceRequirement(IReadOnlyList<EvidenceKind> AnyOf, bool OncePerYear = false)
{
    public bool IsMetBy(IReadOnlySet<EvidenceKind> filed)
    {
        foreach (var kind in AnyOf)
        {
            if (filed.Contains(kind))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>材料, in the order of the codes E1 to E14.</summary>
public enum EvidenceKind
{
    WatermarkPhoto = 1,
    Uploaded = 2,
    Ledger = 3,
    SurveyForm = 4,
    Plan = 5,
    ActivityRecord = 6,
    SignInSheet = 7,
    ReceiptForm = 8,
    News = 9,
    NameList = 10,
    SupportingDocument = 11,
    WallPhoto = 12,
    ElectronicRules = 13,
    Certificate = 14,
}
