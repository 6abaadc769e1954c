using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words that only say something about what was answered before.</summary>
internal static class ContextWords
{
    public static readonly WordTable[] Tables =
    [
        Of(ContextAsk.More, "还有呢 还有吗 还有没有了 继续列 接着列 往下 往下看 再往下 下一页 翻页 后面的 后面呢 剩下的呢 其余的呢 再列 再多列点 列完 列全 继续看 继续说 接着说 往后看 再来几个"),
        Of(ContextAsk.Who, "人名"),
        Of(ContextAsk.ByWorker, "分人 按人 分人看 按人看 分社工 按社工 按社工分 按社工看 每个人 每人 各人 每个社工"),
        Of(ContextAsk.ByArea, "分领域 按领域 分领域看 按领域看 按领域分 各领域 分类看 按类 分类 拆开 拆开看 分开看 分开 分项 分项看"),
        new(WordKind.Filler, "详细说说 详细说一下 详细讲讲 展开 展开说说 说详细点 具体说说 仔细说说 细说 光看 只看 只要 就看 单看 光 单独看 单独"),
    ];

    private static WordTable Of(ContextAsk ask, string words) => new(WordKind.Context, ask.ToString(), words);
}
