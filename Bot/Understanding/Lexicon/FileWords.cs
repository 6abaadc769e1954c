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
        (FileFilter.Stalled, "停滞 停滞的 停滞了 没跟进 没跟进的 没动静 没动静了 两周没跟进 超过两周没跟进 两个星期没跟进 14天没跟进 超过14天没跟进 半个月没跟进 好久没跟进 好久没做 卡住 卡住的 卡住了 卡住没动 卡着 卡着的 卡壳 卡壳的 卡壳了 停着的 停着没动 停下来的 停住了 停摆 停摆的 搁着 搁着的 搁置 搁置的 搁下了 搁浅 搁浅的 放着没动 放着没管 没动的 没动了 没动过 没动过的 没动弹 没动静的 没有动静 好久没动 好久没动了 好久没动的 好久没动静 很久没动 很久没动了 很久没动的 长时间没动 长时间没动的 一直没动 一直没动的 没推进 没推进的 没进展 没进展的 没有进展 没有进展的 没下文 没下文的 没下文了 没接着做 没接着做的 没往前推进 没往前推进的 没往前走 没往前走的 无进展 无进展的 没任何进展的 没往下做 没往下做的 没往下走 拖着的 拖着没做 耽搁 耽搁的 断了的 中断 中断的 僵住 长期没跟进 长期没跟进的 很久没跟进 很久没跟进的 好久没跟进的 好久没跟 一直没跟进 一直没跟进的 没人跟 没人跟的 没人跟进 没人跟进的 没跟上的 没跟的 没有跟进 没有跟进的 久未跟进 未跟进 未跟进的 没后续 没后续的 没再做 没再做的 没再跟 没更新 没更新的 凉了"),
        (FileFilter.Open, "进行中 进行中的 正在进行 正在进行的 在做的 在开的 在开 没结案 没结案的 未结案 还没结案 没结的 没结完 没结完的 未结的 没了结的 没结掉的 还没结的 还没结 没关的 没完结 没完结的 在跟的 在跟进 在跟进的 正跟着的 跟着的 还在跟 还在跟的 手头在跟的 手上在跟的 开着 开着的 还开着 还开着的 在办的 在手的 手上有的 没结束 没结束的 还没结束"),
        (FileFilter.Closable, "可以结案 能结案 可结案 该结案 能结的 可以结的 该结的 能结了 可以结了 该结了 够结案 够条件结案 满足结案 能收尾的 可以收尾 可以收尾的 能结案的 可以结案的 该结案的"),
        (FileFilter.Unfinished, "没做满 没满节 节数不够 节数不满 节数没够 " + string.Join(' ',
            from lack in (string[])["不满", "没满", "未满", "还没满", "不到", "没到", "未到", "还没到", "不足", "不够", "没够", "还没够", "未够", "没做满", "没做够", "没凑够", "没凑满", "没开满", "没开够", "还没做满", "还没做够"]
            from five in (string[])["5节", "五节"]
            from end in (string[])["", "的"]
            select lack + five + end)),
        (FileFilter.Closed, "已结案 已结案的 结了案的 结了的 已经结案 已经结案的 结案了的 结完的 已结的 办结的 办完结的"),
    ];

    public static readonly WordTable[] Tables =
    [
        .. States.Select(state => new WordTable(WordKind.Family, nameof(Cases), state.Words)),
        new(WordKind.Mine, "我手上 我手上的 我手里 我手里的 我负责的 我跟进的 我跟的 我在跟的 我管的"),
        new(WordKind.Filler, "手上 手上的 手里的 手头 手头的 名下 名下的"),
        new(WordKind.FileDeed, nameof(FileAsk.Show), "打开"),
        new(WordKind.FileDeed, nameof(FileAsk.Reopen), "重新打开 重开 再打开 重新启动"),
        new(WordKind.FileDeed, nameof(FileAsk.HandOver), "交给 转给 转交 转交给 移交 移交给 交接给 换给"),
    ];

    private static readonly FrozenDictionary<string, FileFilter> ByText =
        States.SelectMany(state => state.Words.Split(' ').Select(word => (word, state.State))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.State);

    /// <summary>Before a verb: it is still to be done.</summary>
    public static bool IsOught(string text) => text is "该" or "应该" or "要" or "得" or "需要" or "得要";

    /// <summary>Stands between a name and 个案.</summary>
    public static bool IsJoint(string text) => text is "的" or "这" or "那" or "那一个" or "这一个" or "那个" or "这个" or "的那个" or "手上" or "手上的" or "手里的" or "名下" or "名下的";

    /// <summary>What is to be done by whoever has a file: 该做下一节, 要跟进.</summary>
    public static bool IsDoing(string text) => text is "跟进" or "下一节" or "做的" or "做得";

    /// <summary>What is asked of one file and stands in no list: 下次什么时候, 什么阶段, 谁负责, 谁在跟, 成员有谁.</summary>
    public static bool IsOfOne(string text) => text is "下次" or "下回" or "阶段" or "负责" or "跟" or "成员" or "、" or "和";

    /// <summary>下一节, 接下来: what comes next of one file.</summary>
    public static bool IsNext(string text) => text is "下一节" or "下次" or "下回" or "接下来" or "下一步" or "后续" or "该干嘛" or "该干啥" or "该咋办" or "咋推进" or "怎么推进";

    private const string TakingOver = "跟进负责接手过管带做转换交一下人来去吧了着续继以今往后给帮我改由，,。的";

    /// <summary>Before a colleague: the file is that one's from now on (让小王跟, 以后归我, 换小王来).</summary>
    public static bool IsHandingOver(string text) => text is [.., '归' or '让' or '换' or '由' or '交' or '转' or '给'] or "换成" or "交给" or "转给" or "归给" or "改成";

    /// <summary>What may follow it: 跟, 负责, 接手, 帮我转一下.</summary>
    public static bool IsTakingOver(string text) => text.All(c => TakingOver.Contains(c, StringComparison.Ordinal));

    /// <summary>结案 of one file.</summary>
    public static bool IsClosing(string text) => text is "结案" or "结束" or "结束了" or "结项" or "办结";

    /// <summary>A number with it is a file's: 3号个案.</summary>
    public const char NumberSign = '号';

    /// <summary>What of them is listed where nothing but the text tells: 结案了的, 能结的, 停滞的.</summary>
    public static FileFilter FilterIn(string text) =>
        Says(text, "没结", "未结", "没做完", "没完成", "进行", "在做", "在跟", "手上", "手里", "开着") ? FileFilter.Open
        : Says(text, "能结", "可以结", "可结", "够结", "该结", "够五节", "满五节", "满了五节", "够5节", "满5节") ? FileFilter.Closable
        : Says(text, "不够", "不到", "不满", "没满", "未满", "没到") ? FileFilter.Unfinished
        : Says(text, "结了", "结案", "结过", "已结", "办结") ? FileFilter.Closed
        : FileFilter.Open;

    private static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static FileFilter? StateOf(string text) => ByText.TryGetValue(text, out var state) ? state : null;
}
