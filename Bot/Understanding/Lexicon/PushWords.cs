using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>How people speak of what they are sent unasked.</summary>
internal static class PushWords
{
    public static readonly string[] Weekly = ["周报", "周进展", "周进度", "每周进展", "每周进度", "每周汇总", "每周汇报"];

    public static readonly string[] Reminders = ["提醒", "催"];

    /// <summary>周报都发出去了吗, 谁没收到.</summary>
    public static readonly string[] Delivered = ["发出去", "发出来", "都发了", "发到", "发了吗", "发了没", "发没发", "送到", "收到", "收着"];

    /// <summary>周报几点发, 现在的提醒设置.</summary>
    public static readonly string[] Settings = ["设置", "几点", "什么时候", "啥时候", "何时", "哪天", "星期几", "周几", "礼拜几", "怎么发", "开着", "开了吗", "状态"];

    public static readonly string[] Resume = ["恢复", "继续", "重新", "打开", "开启", "接着", "开始", "再给我发", "还是要", "取消暂停", "解除"];

    /// <summary>Whatever stands behind them: 别再给我发.</summary>
    public static readonly string[] Never = ["别", "不要", "不用", "甭"];

    public static readonly string[] Stop = ["别", "不要", "不用", "不想", "甭", "停", "取消", "退订", "关掉", "关了", "关闭", "免了", "不需要", "不看"];

    /// <summary>别提醒我了 for good, not for a while.</summary>
    public static readonly string[] ForGood = ["以后", "今后", "往后都", "永远", "再也", "关掉", "关闭", "关了", "停掉", "停止", "取消提醒", "退订"];

    /// <summary>Somebody who said to be away is there after all.</summary>
    public static readonly string[] BackAgain = ["取消休假", "取消请假", "不休假了", "不休了", "不请假了", "销假", "提前回来", "回来上班", "休假取消", "请假取消", "休完假", "假休完"];

    /// <summary>Hours, not days: for today.</summary>
    public static readonly string[] Hours = ["小时", "分钟", "钟头", "刻钟", "一会", "待会", "等会", "等下", "晚点", "晚些", "稍后"];

    public static readonly string[] Night = ["晚上", "夜里", "半夜", "下班后", "下班以后", "下班时间"];

    /// <summary>Verbs that change a time.</summary>
    public static readonly string[] Move = ["改", "换", "调", "挪", "推迟", "提前"];

    /// <summary>下周一再说: then it may begin again.</summary>
    public static Pattern Begins { get; } = new("^(?!.*别再)(?!.*不要再).{0,3}?(再|才|恢复|之后|以后|后再|起再)");

    public static Pattern Weekday { get; } = new("(周|星期|礼拜)(?<day>[一二三四五六日天1-7])");

    public static Pattern Clock { get; } = new("(?<part>早上|上午|早晨|一早|中午|下午|傍晚|晚上|夜里|早)?(?<hour>\\d{1,2}|[一二两三四五六七八九十]{1,3})(点|时|:)(?<minute>半|一刻|三刻|\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)?");

    public static Pattern PartOfDay { get; } = new("早上|上午|早晨|一早|中午|下午|傍晚|下班前|晚上|夜里");

    public static Pattern Daily { get; } = new("每天|每日|天天|日日|每个工作日|工作日|按天");

    /// <summary>请三天假.</summary>
    public static Pattern SoManyDays { get; } = new("(?<count>\\d{1,2}|[一两二三四五六七八九十]{1,2})天");

    public static TimeOnly TimeOf(string part) => part switch
    {
        "中午" => new(12, 0),
        "下午" => new(14, 30),
        "傍晚" or "下班前" => new(17, 0),
        "晚上" or "夜里" => new(20, 0),
        _ => new(8, 30),
    };
}
