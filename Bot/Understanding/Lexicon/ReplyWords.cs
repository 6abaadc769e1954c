using StationBot.Understanding.Readings;

using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>How people answer what they were asked about a draft. Patterns read normalised text.</summary>
internal static class ReplyWords
{
    /// <summary>More is a message of its own, unless what happened was asked.</summary>
    public const int MostCharacters = 40;

    public static readonly IReadOnlySet<string> Yes = Words("是 是的 对 对的 嗯 嗯嗯 好 好的 行 可以 登记 记 记上 记下 要 要记 是站里做的 我们做的 我做的 站里做的 记计划");
    public static readonly IReadOnlySet<string> No = Words("不 不是 不是的 不用 不要 不对 没有 不登记 不记 不是我们 不是站里 听说的 别记 算了");

    /// <summary>No answer, though it looks like a name.</summary>
    public static readonly IReadOnlySet<string> Never = Words("不知道 不清楚 忘了 忘记了 没有 不知 等等 等一下 我想想 我再想想 再说 随便 都行");

    /// <summary>Between names.</summary>
    public static readonly char[] BetweenNames = ['、', '，', ',', '和', '跟', ' ', '；', ';'];

    public static bool IsGiven(string text) => text.AsSpan().ContainsAny("发给送");

    public static bool IsRaised(string text) => text.AsSpan().ContainsAny("募收进");

    /// <summary>What asks is no answer.</summary>
    public static Pattern Asks { get; } = new("[?？]|[吗么呢吧嘛]$|^那|多少|几|哪|谁|什么|怎么|还差|还有|进度");

    /// <summary>What happened is told in whatever words, also in some that elsewhere ask; but it isn't asked.</summary>
    public static Pattern EndsAsking { get; } = new("[?？吗么呢吧嘛没不]$");

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];
}
