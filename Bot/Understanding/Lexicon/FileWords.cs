using System.Collections.Frozen;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Readings.RequestFamily;

namespace StationBot.Understanding.Lexicon;

/// <summary>What is said of single cases and groups, and what is done with them.</summary>
internal static class FileWords
{
    private static readonly (FileFilter State, string Words)[] States =
    [
        (FileFilter.Stalled, "停滞 停滞的 停滞了 没跟进 没跟进的 没动静 没动静了 两周没跟进 超过两周没跟进 两个星期没跟进 14天没跟进 超过14天没跟进 半个月没跟进 好久没跟进 好久没做"),
        (FileFilter.Open, "进行中 进行中的 正在进行 正在进行的 在做的 在开的 在开 没结案 没结案的 未结案 还没结案 没结束 没结束的 还没结束"),
        (FileFilter.Closable, "可以结案 能结案 可结案 该结案"),
        (FileFilter.Unfinished, "不满5节 不满五节 没满5节 没满五节 未满5节 未满五节 不到5节 不到五节 不足5节 不足五节 不够5节 不够五节 还没满5节 还没满五节 没到5节 没到五节 没做满5节 没做满五节 没做满 没满节 节数不够 节数不满"),
        (FileFilter.Closed, "已结案 已结案的 结了案的"),
    ];

    public static readonly WordTable[] Tables =
    [
        .. States.Select(state => new WordTable(WordKind.Family, nameof(Cases), state.Words)),
        new(WordKind.Mine, "我手上 我手上的 我手里 我手里的 我负责的 我跟进的"),
        new(WordKind.Filler, "手上 手上的 手里的 手头 手头的 名下 名下的"),
        new(WordKind.FileDeed, nameof(FileAsk.Show), "打开"),
        new(WordKind.FileDeed, nameof(FileAsk.Reopen), "重新打开 重开 再打开 重新启动"),
        new(WordKind.FileDeed, nameof(FileAsk.HandOver), "交给 转给 转交 转交给 移交 移交给 交接给 换给"),
    ];

    private static readonly FrozenDictionary<string, FileFilter> ByText =
        States.SelectMany(state => state.Words.Split(' ').Select(word => (word, state.State))).ToFrozenDictionary(pair => pair.word, pair => pair.State);

    /// <summary>Before a verb: it is still to be done.</summary>
    public static bool IsOught(string text) => text is "该" or "应该" or "要" or "得" or "需要" or "得要";

    /// <summary>Stands between a name and 个案.</summary>
    public static bool IsJoint(string text) => text is "的" or "那个" or "这个" or "的那个" or "手上" or "手上的" or "手里的" or "名下" or "名下的";

    /// <summary>What is to be done by whoever has a file: 该做下一节, 要跟进.</summary>
    public static bool IsDoing(string text) => text is "跟进" or "下一节" or "做的" or "做得";

    /// <summary>What is asked of one file and stands in no list: 下次什么时候, 什么阶段, 谁负责, 谁在跟, 成员有谁.</summary>
    public static bool IsOfOne(string text) => text is "下次" or "下回" or "阶段" or "负责" or "跟" or "成员";

    /// <summary>下一节, 接下来: what comes next of one file.</summary>
    public static bool IsNext(string text) => text is "下一节" or "下次" or "下回" or "接下来" or "下一步" or "后续" or "该干嘛" or "该干啥" or "该咋办" or "咋推进" or "怎么推进";

    /// <summary>结案 of one file.</summary>
    public static bool IsClosing(string text) => text is "结案" or "结束" or "结束了" or "结项" or "办结";

    /// <summary>A number with it is a file's: 3号个案.</summary>
    public const char NumberSign = '号';

    public static FileFilter? StateOf(string text) => ByText.TryGetValue(text, out var state) ? state : null;
}
