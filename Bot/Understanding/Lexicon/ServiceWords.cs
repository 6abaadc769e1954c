using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Lexicon;

/// <summary>What services are called beside the catalogue's own words.</summary>
internal static class ServiceWords
{
    public const string AnyVisit = "link+care+revisit";

    public static readonly WordTable[] Tables =
    [
        // What is told decides which of the three a visit was (product.md §4).
        new(Topic, AnyVisit, "走访 家访 入户走访 走访服务 走访探视"),
        new(Topic, "rule", "制度 规章制度 管理制度 制度类"),
        new(Topic, "group", "团辅小组 团辅 团体小组 团体辅导"),
        new(Topic, "link", "对接资源"),
        new(Row, "platform.wall", "文宣墙 宣传栏 展示栏 公示栏 形象墙 照片墙 展板墙 党建墙"),
        new(Row, "platform.rooms", "心理咨询室 谈心室 咨询室 会谈室 谈话室 阅览室 棋牌室 康复室"),
        new(Row, "platform.office", "办公桌椅 办公电脑 打印机 办公桌"),
        new(Row, "charity.project", "项目"),
        new(Row, "charity.fund", "社区救助专项基金 社区慈善基金 救助专项基金"),
        new(Row, "charity.needs", "需求"),
        new(Row, "org.activity", "活动"),
        new(Mode, "上门", "上门 入户 上门服务 当面 面访"),
        new(Mode, "电话", "电话 打电话的 电访 电话的"),
        new(Mode, "视频", "视频 微信视频 线上视频"),
        new(Mode, "到站", "到站 来站"),
        new(Mode, "集体", "集体"),
        new(Tag, "独居", "独居"),
        new(Tag, "空巢", "空巢"),
        new(Tag, "失能", "失能"),
        new(Tag, "半失能", "半失能"),
        new(Tag, "高龄", "高龄"),
        new(Tag, "留守", "留守"),
        new(Tag, "困境", "困境"),
        new(Tag, "孤寡", "孤寡"),
        new(Tag, "大病", "大病"),
        new(Mine, "我 我自己 我个人 我的 我本人 本人 俺 我名下 我名下的 我这边"),
    ];

    /// <summary>Small words that count where a whole sentence is typed in letters (meiyou diaoyan de dou you shei).</summary>
    public const string SmallByPinyin = "没有 没 的 都 有 谁 有谁 都有谁 看 看看 看一下 看下 查 查一下 记录 缺 还 还有 了 吗 呢 做 做了 哪个 本站 多少 一下 谁家";

    /// <summary>Expressions of the period reader that are understood by their sound too (本越, benyue).</summary>
    public const string PeriodsBySound =
        "今天 昨天 前天 明天 本周 这周 上周 下周 本月 这个月 上个月 上月 下个月 这月 本季度 这季度 这个季度 上季度 上个季度 一季度 二季度 三季度 四季度 今年 去年 上半年 下半年 年底 月底 全年 本年度";
}
