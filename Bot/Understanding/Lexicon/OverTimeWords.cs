using System.Collections.Frozen;
using StationBot.Indicators;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words about how numbers go on and compare: 来得及, 最晚, 比, 最多, 到期.</summary>
internal static class OverTimeWords
{
    private static readonly (ForecastAsk Ask, string Words)[] Forecasts =
    [
        (ForecastAsk.Reach,
            """
            来得及 来不及 来得急 来不急 能不能完成 能完成 能不能做完 能做完 做得完 做不完 完得成 完不成 完成得了 完成不了 干得完 干不完 搞得完 搞不完 弄得完 弄不完 跑得完 跑不完 能达标 能不能达标 达得了标
            照这个速度 按这个速度 照这速度 按这速度 照现在的速度 按现在的速度 照现在这速度 照现在这个速度 按现在这个速度 照目前的速度 按目前的速度 以现在的速度 以目前的速度 照这个进度 按这个进度 照现在的进度 按现在的进度 按目前的进度 照目前的进度 照这样下去 这样下去 照这么下去 照这样 照现在这样 按现在这样 照这情况 照目前这样 按这进度 照这进度 跟得上 跟不上 来得及补 照这么干 照这个节奏 按这个节奏
            赶得上 赶得及 赶不上 赶不及 预计 预测 预估 够不够用 剩下的天数 时间够不够 时间还够不够 时间够吗 时间还够吗 时间够不 几月能 几号能完成 什么时候能完成 啥时候能完成 什么时候能做完 啥时候能做完 什么时候做完 啥时候做完
            """),
        (ForecastAsk.Pace, "才够 才行 才能完成 才能做完 才能达标 才能够 才能来得及 才来得及 才赶得上 才完得成 才做得完 才达标 才能赶上 才不掉队"),
        (ForecastAsk.LatestStart, "最晚 最迟 最晚得 最迟得 最晚要 最迟要"),
        (ForecastAsk.Lost, "补不回来 补不回来的 补不回来了 补不回 补不上 补不上了 补不上的 补不了 补不了的 补不了了 没法补 没法补了 没法补的 没办法补 没机会补 无法补 无法弥补 弥补不了 来不及补 没救 没救了 没救的 没戏 没戏了 没戏的 救不回来 救不回来的 没指望 没指望了"),
        (ForecastAsk.Risk, "悬 最悬 悬的 太悬 有点悬 风险 有风险 有风险的 风险大 风险最大 最危险 翻车 容易翻车 最容易翻车 会翻车 容易完不成 可能完不成 可能完不成的 恐怕完不成 恐怕来不及 容易掉链子 掉链子 最容易完不成 最可能完不成 最可能完不成的 最可能掉链子 最有可能完不成 最让人担心 最担心"),
    ];

    /// <summary>The least comes first.</summary>
    private static readonly FrozenSet<string> Least =
        "最少 最差 最低 最慢 最落后 最拖后腿 最靠后 垫底 垫底的 倒数 倒数第一 谁少 谁最少 从低到高 由低到高 从少到多 从差到好 从后往前 做得少 做得最少 干得少 录得少 记得少 跑得少 最不好 最弱 最薄弱 最闲 最清闲".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Most =
        "最多 最好 最高 最快 最靠前 排名 排个名 排名次 名次 排序 排个序 排一排 排行 排第 排第一 排第几 第一名 头名 领先 最领先 谁多 谁最多 从高到低 由高到低 从多到少 从好到差 录得多 做得多 做得最多 干得多 干得最多 记得多 跑得多 最强 最能干 最忙 谁完成得好 谁做得好 哪个完成得好 哪个做得好 哪个做得多 哪边做得好 哪边做得多".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> OnYear = "跟去年比 和去年比 与去年比 比去年 较去年 同比 跟去年相比 和去年相比 跟去年同期比 和去年同期比 比去年同期".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> OnLast = "环比".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Trips = "跑几趟 跑几次 跑几回 跑几户 跑多少趟 跑多少次 跑多少户 得跑几趟 要跑几趟 去几趟 去几次 走几趟".Split(' ').ToFrozenSet();

    private static readonly FrozenDictionary<string, ForecastAsk> ForecastsByText = Forecasts
        .SelectMany(ask => Split(ask.Words).Select(word => (word, ask.Ask)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Ask);

    public static readonly WordTable[] Tables =
    [
        .. Forecasts.Select(ask => Asking(RequestFamily.Forecast, ask.Words)),
        Asking(RequestFamily.Compare, string.Join(' ', [.. Least, .. Most, .. OnYear, .. OnLast])),
        Asking(RequestFamily.Compare, "比呢 比如何 比怎么样 比咋样 比起来 对比 对比一下 相比 比较一下 比一比 比一下 差在哪 更多 更少 多了还是少了 少了还是多了 多还是少 多了几次 少了几次 多几次 多多少 多了多少 少了多少 多吗 少吗 多了吗 少了吗 多了没 少了没 多不多 少不少 是多了还是少了 哪个多 哪个少 哪边多 哪边少 哪个好 哪周 哪一周 哪个星期 哪几周"),
        Of(RequestFamily.Compare, "比"),
        Of(RequestFamily.Due, string.Join(' ', Trips)),
        Of(RequestFamily.Due,
            """
            到期 到点 到点了 到点的 到时间的 到日子 到日子的 到日子了 到限 到限的 到期了 该交了 该交的 限期 期限到了 快到期 快到期的 要到期 安排 日程 行程 计划 待办 该做什么 该做啥 该做哪些 要做什么 要做啥 要做哪些 要完成的 要完成 得完成的 该完成的 必须完成的 要去 得去 还有啥要做 还有什么要做 还有啥要做的
            得干啥 要干啥 得干什么 要干什么 该干什么 得做啥 得做什么 干点啥 忙啥 要忙啥 忙什么 要赶 要赶的 要赶哪些 得赶 得赶哪些 要办 要办的 要弄啥 得弄啥 要弄什么 有啥任务 有什么任务 截止的 快截止 快截止的 要交的
            """),
        new(WordKind.What, "几号 几月几号"),
        new(WordKind.WhichMonths, nameof(Assessment.Month), "几月份 几月 哪个月份 哪一个月"),
        new(WordKind.Did, "开案 立案 做满 做满了 跑 跑了 赶 赶完 干完 干完了 办完 办完了 搞完 搞完了 弄完 弄完了 搞定 搞定了 打勾 打勾了 打勾的 打了勾 打了勾的 勾上了 收上来 收上来了 交上来 交上来了"),
        new(WordKind.Did, "org.backbone", "培养 培养了 培养出"),
        new(WordKind.Progress, "已经完成的 已经完成了的 已做完的 已经做完的 已经干完的 已经办完的 已达标的 已经达标的 已经做够的"),
        new(WordKind.Filler, "不耽误 不误事 都算上 都算在内 数 那几项 那几个 这几项 这几个 那几块 这几块 那几类 特殊群体 特殊人群 重点人群 重点群体 有没有可能 可能 目前看 从现在起 从现在开始 照全年的数 才算完 才算够 才完 才算 仨 仨人"),
        Asking(RequestFamily.ByMonth, "每周 各周 按周 每星期 每个星期 每礼拜"),
    ];

    public static ForecastAsk? ForecastOf(Token token) =>
        token is { Kind: WordKind.AskingFamily, Meaning: nameof(RequestFamily.Forecast) } && ForecastsByText.TryGetValue(token.Word.Text, out var ask) ? ask : null;

    /// <summary>最多, 最差, 从低到高; null for what puts nothing in order.</summary>
    public static bool? IsLeast(string text) => Least.Contains(text) ? true : Most.Contains(text) ? false : null;

    /// <summary>同比: a year before.</summary>
    public static bool IsOnYear(string text) => OnYear.Contains(text);

    /// <summary>环比: the period before.</summary>
    public static bool IsOnLast(string text) => OnLast.Contains(text);

    public static bool CountsTrips(string text) => Trips.Contains(text);

    /// <summary>Somebody's being there, or being seen, isn't a worker's work: 谁来得最多, 谁去得最少.</summary>
    public static readonly string[] OfPersons = ["来得", "来的", "出席", "到场", "参加", "缺席", "去得", "去的", "去看", "联系", "领得", "领的", "领了", "哪些人", "谁家", "哪户", "哪家", "哪个人", "名单", "住", "老人", "孩子"];

    /// <summary>四个领域谁最好, 哪类, 哪块.</summary>
    public static readonly string[] Areas = ["领域", "哪类", "哪一类", "几类", "四类", "四块", "哪块", "哪一块", "哪方面", "哪个方面", "板块", "哪条线", "各线", "哪个任务", "七大任务", "各任务"];

    /// <summary>Only the four domains, and not all seven tasks.</summary>
    public static readonly string[] Domains = ["领域", "四类", "四块"];

    public static readonly string[] SingleRows = ["指标", "哪项", "哪一项", "哪几项", "各项", "每项", "每一项", "一项", "两项", "三项", "五项", "几项"];

    public static readonly string[] Workers = ["谁", "哪个社工", "哪位社工", "哪个同事", "社工里", "三个人", "仨人", "几个人", "我们几个", "同事"];

    private static string[] Split(string words) => words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static WordTable Asking(RequestFamily family, string words) => new(WordKind.AskingFamily, family.ToString(), words);

    private static WordTable Of(RequestFamily family, string words) => new(WordKind.Family, family.ToString(), words);
}
