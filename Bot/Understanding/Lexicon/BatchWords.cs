using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>How people tell of a visit to several households.</summary>
internal static class BatchWords
{
    /// <summary>Of the words that tell, those that a visit begins with.</summary>
    public static readonly IReadOnlySet<string> Visits = new HashSet<string>
    {
        "去了", "看望", "看望了", "上门看望", "探望", "探望了", "慰问", "慰问了", "联系了", "问候", "问候了", "打了电话", "打电话",
    };

    /// <summary>Beside these it was no service.</summary>
    public static readonly IReadOnlyList<string> Unmet = ["没人", "没见到", "不在家", "没在家", "没开门", "听说", "打算", "准备去", "计划"];

    /// <summary>三户：, before the names.</summary>
    public static Pattern CountBefore { get; } = new("^了?(?<n>[0-9一二两三四五六七八九十]+)个?(?:户|家|位|人|名|老人)(?:低保|低保户|老人|儿童|残疾人|人家)?[：:，,]");

    /// <summary>Names side by side, then how many (三户, 家), then at most whose households they are (低保).</summary>
    public static Pattern List { get; } = new(@"^(?:了|的)?(?<name>[\p{IsCJKUnifiedIdeographs}·]{2,8}?)(?:(?:、|和|跟|与|及|以及)(?<name>[\p{IsCJKUnifiedIdeographs}·]{2,8}?))+(?:等?(?<n>[0-9一二两三四五六七八九十]+)(?:个)?(?:户|家|位|人|名|老人|孩子|儿童)(?:低保|低保户|特困|特困户|老人|儿童|孩子|残疾人|困境儿童|残疾人家庭|家庭|人家)?|家|家里)?$");
}
