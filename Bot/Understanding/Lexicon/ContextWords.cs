using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words that only say something about what was answered before.</summary>
internal static class ContextWords
{
    /// <summary>二组 of 红旗村二组那位.</summary>
    public const string PartsOfVillages = "组队社屯的";

    public static readonly string[] LastOnes = ["最后一个", "最后一条", "最后一位", "最后一户", "最后那个", "最后那一个", "最后那条", "最后那位", "最下面那个", "最下面那条", "末尾那个", "末一个"];

    public static readonly string[] FirstOnes = ["头一个", "头一条", "头一位", "头一户", "最上面那个", "最上面那条", "打头那个", "排头那个"];

    public static readonly WordTable[] Tables =
    [
        Of(ContextAsk.More,
            """
            还有呢 还有吗 还有没有了 还有没有别的了 还有别的吗 继续列 接着列 往下 往下看 往下翻 往下列 往下念 再往下 再往下看 下一页 下页 后一页 翻页 翻一页 往后翻 往后翻翻 后面的 后面呢 后面的呢 后面还有吗 后面还有没有 后边的 后边呢 后边的呢 剩下的呢 剩余的呢 余下的呢 其余的呢 其他的呢 另外的呢 再列 再列几个
            再列多几个 再多列点 再多列几个 列完 列全 没列完的 没列出来的 没显示的 继续看 继续说 继续念 继续发 继续报 继续翻 继续往下 接着说 接着念 接着发 接着报 接着看 接着往下 往后看 往后列 往后说 再来几个 再来几条 再来一页 再给几个 再看几个 再看几条 下一批 下一屏 还有哪些没列 没完吧
            """),
        Of(ContextAsk.Pick, string.Join(' ', [.. LastOnes.Where(one => one is not ("最后一条" or "最后那条")), .. FirstOnes])),
        Of(ContextAsk.Who, "人名 名字呢 名字给我 名字报一下 名字列一下 名字说一下 具体名字 都叫啥 都叫什么 哪几位呢 点下名 点个名"),
        Of(ContextAsk.ByWorker, "分人 按人 分人看 按人看 按人分 按人头看 按人头分 按人列 分人列 分人说 分到人 分到个人 分社工 按社工 按社工分 按社工看 按社工列 分社工看 分社工列 按经办人 按登记人 按录入人 每个人 每人 各人 每个社工 各社工 各个社工 每位社工 每个同事 各个同事 每个同志 每个工作人员"),
        Of(ContextAsk.ByArea, "分领域 按领域 分领域看 按领域看 按领域分 按领域列 分领域列 分领域说 按领域拆开 各领域 各个领域 分类看 按类 按类别 按大类 按类分 分类 分类列 拆开 拆开看 拆开说 分开看 分开列 分开 分项 分项看 分项列"),
        Of(ContextAsk.ByVillage, "按村 分村 按村看 分村看 按村分 按村列 按村拆开 按村分开 按村子 按村子看 按社区 分社区 按社区看 按社区分 按社区列 分社区看 按村社区 每个村 各村 各个村 各社区 每个社区 各个社区 村村 按嘎查 各嘎查 每个嘎查 分嘎查"),
        new(WordKind.Each, nameof(Indicators.Assessment.Month), "一个月一行 一月一行 一个月一条 一个月一个月看 一个月一个月列 一月一月看 按月份看 按月拆开 月度"),
        new(WordKind.FollowUp,
            """
            也这么看 也这么看看 也这么看一下 也这么看下 也这么查 也这么查查 也这么查一下 也这么查下 也这么列 也这么列一下 也这么算 也这么算一下 也这样看 也这样看看 也这样看下 也这样看一下 也这样查 也这样查一下 也这样列 也这样列一下 也这样来 也这么来 也这么来一下 也这么来一遍 照样看看 照样来 照样来一遍 照这样看 照这样来 照着看 也来一遍 也来一份 也来一下 也看看 也看一下 也看下 也查查
            也查一下 也查下 也算算 也算一下 也说说 也说一下 也讲讲 也列一下 也列出来 也报一下 也报个数 也数数 也给我看看 也给我看下 也帮我看看 也帮我查查 也帮我看下 一样看看 一样看下 一样查查 一样来一遍 一样来 同样看看 同样来一遍 同样看下 同样查一下 换个 换到 改看 换看 再换
            """),
        new(WordKind.Filler, "详细说说 详细说一下 详细讲讲 详细讲一下 详细看看 展开 展开说说 展开看看 展开讲讲 说详细点 说具体点 讲细点 说细点 具体说说 具体讲讲 具体看看 仔细说说 细说 细看 光看 只看 只要 就看 就要 单看 光 单独看 单独 只留 只留下 点开 点开看看 点进去 点进去看看 逐条 一条一条 那位 这位 那户 那一位 哪一个是"),
    ];

    /// <summary>展开, 具体说说: the same, more closely.</summary>
    public static bool IsCloser(Token token) => token.Kind == WordKind.Filler && (token.Text.AsSpan().IndexOfAny('详', '细') >= 0 || token.Text is ['展', '开', ..] or ['具', '体', ..] or ['点', '开', ..] or ['点', '进', ..] or ['逐', ..] or ['挨', '个']);

    /// <summary>那个, 那位 behind what says which.</summary>
    public static bool PointsOut(Token token) => token.Text is "那个" or "那位" or "那户" or "那家" or "那一个" or "那一位" or "的那个" or "这个" or "这位";

    /// <summary>哪几次 counts records, 哪几项 rows; 哪些 whatever was counted.</summary>
    public static ContextAsk AskOf(Token what) => what.Text switch
    {
        [.., '项'] or [.., '样'] or "哪块" or "哪方面" or "哪些项" => ContextAsk.WhichRows,
        [.., '次'] or [.., '条'] or [.., '份'] or [.., '张'] => ContextAsk.Which,
        _ => ContextAsk.WhichOnes,
    };

    /// <summary>How the answer is to be parted, where nothing but the text tells; null where it doesn't.</summary>
    public static ContextAsk? GroupingIn(string text) =>
        text.Contains('月', StringComparison.Ordinal) ? ContextAsk.ByMonth
        : text.Contains('村', StringComparison.Ordinal) || text.Contains("社区", StringComparison.Ordinal) ? ContextAsk.ByVillage
        : text.Contains("领域", StringComparison.Ordinal) || text.Contains('类', StringComparison.Ordinal) ? ContextAsk.ByArea
        : text.Contains('人', StringComparison.Ordinal) || text.Contains("社工", StringComparison.Ordinal) ? ContextAsk.ByWorker
        : null;

    private static WordTable Of(ContextAsk ask, string words) => new(WordKind.Context, ask.ToString(), words);
}
