using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Lexicon;

/// <summary>Orders to the bot: forms, undo, joining, help; and what it refuses.</summary>
internal static class CommandWords
{
    /// <summary>天气真热 is no wish, only a question about it is refused.</summary>
    public const string Mentioned = "天气";

    public const string WithRecord = "with-record";

    /// <summary>Of the words that end a talk: a word is enough for an answer.</summary>
    public const string Thanks = "thanks";

    /// <summary>Alone they give up what is open; beside other words they are fillers, or 算.</summary>
    public static readonly IReadOnlySet<string> NeverMind = new HashSet<string> { "算了", "算了吧", "算了算了", "取消", "取消吧" };

    /// <summary>Somebody else is to do it.</summary>
    public static readonly string[] Wishes = ["帮我", "替我", "给我", "帮忙", "你", "直接", "麻烦", "能不能", "可以"];

    /// <summary>What of residents belongs in no group.</summary>
    public static readonly string[] PersonalData = ["电话", "手机号", "住址", "地址", "身份证", "名单", "个人信息", "隐私", "银行卡", "残疾证", "花名册", "病历"];

    /// <summary>上一步: what was done last, whatever it was.</summary>
    public static bool IsStep(string text) => text is "上一步" or "上步" or "上一步操作" or "上个操作" or "上一个操作" or "刚才的操作" or "刚才那步";

    public static readonly WordTable[] Tables =
    [
        new(FormVerb,
            "记 记一下 记个 记一条 记一次 记一个 记录 记录一下 记录一条 记录一次 我要记 我想记 我来记 帮我记 帮我记一下 帮我记一条 登记 登记一下 登记一条 我要登记 录 录一条 录一下 录个 录一次 我要录 填 填一下 填写 填个 填表 新增 新增一条 新增一个 新建 新建一个 添加 添加一条 加一条 补记 补录 补一条 写一条 上报 报一条 我要填 我想录 录入 我要录入 确认 确认一下 推荐 推荐一个"),
        new(Form, Forms.Visit, "服务记录 走访记录 走访服务记录"),
        new(Form, Forms.CaseOpen, "开个案 开个个案 开一个个案 新开个案 新建个案 我要开个案 立个案 个案立案 建个案 新增个案"),
        new(Form, Forms.CaseSession, "个案记录 个案一节 个案节次 个案的一节"),
        new(Form, Forms.CaseClose, "个案结案 结个案 结案个案"),
        new(Form, Forms.GroupOpen, "开小组 开个小组 开一个小组 新开小组 新建小组 建小组 我要开小组 新增小组 成立小组"),
        new(Form, Forms.GroupSession, "小组记录 小组一节 小组节次 小组的一节"),
        new(Form, Forms.GroupClose, "小组结束 结束小组 小组结项"),
        new(Form, Forms.Platform, "平台检查 检查平台 平台自查 平台检查表"),
        new(Form, Forms.Register, "确认台账 确认回访台账 台账确认 回访台账确认"),
        new(Form, Forms.Showcase, "推荐案例 推荐成功案例 案例推荐 上报案例 推荐一个案例"),
        new(Form, Forms.Person,
            "新增人员 添加人员 新建人员 加人员 加个人 加一个人 加个名单 加名单 新增名单 添加名单 新增服务对象 添加服务对象 加个服务对象 名单加人 名单新增 登记人员 新人员 加个老人 新增老人 新增一个人 新增居民"),
        new(Undo, "撤销 撤回 撤销掉 撤掉 删掉 删了 删除 删 作废 作废掉 不要了 取消掉 撤消 撤"),
        // Only together with what points at a record (取消刚才那条).
        new(Undo, WithRecord, "取消 不要"),
        new(Restore, "恢复 还原 恢复一下 找回 找回来 恢复回来 取消撤销 误删 误删了 删错 删错了 撤错 撤错了 恢复过来 恢复成"),
        new(ThatRecord,
            "刚才 刚刚 刚 刚才那条 刚才的 刚才记的 刚才那个 刚才那次 刚刚那条 刚记的 刚记的那条 刚录的 刚录的那条 刚删的 刚删的那条 刚撤销的 刚撤销的那条 刚才删的那条 上一条 上条 最后一条 最近一条 那条 那一条 那几条 这几条 这条 这一条 上一个 最后那条 记录号 号记录 编号 号 上一步 上步 上一步操作 上个操作 上一个操作 刚才的操作 刚才那步 这条记录 那条记录 上一条记录 刚才的记录 刚才那条记录"),
        new(Resume, "继续 接着 继续填 接着填 继续记 接着记 继续登记 接着登记 继续填写 接着来 继续刚才的 接着刚才的 继续刚才那张 继续上次的 没填完的 没填完 没记完的 填到一半的 填了一半的 刚才没填完的 继续填刚才的 继续填刚才那张 接着填刚才那张 回到刚才的 回到刚才那张 接着填刚才的 继续没填完的"),
        new(Drop, "不记了 不填了 不登记了 不录了 先不记了 先不填了 算了不记了 算了，不记了 算了不填了 算了，不填了 算了不登记了 放弃填写 取消填写 取消登记 不填表了 不想记了 不想填了 先不记 先不填"),
        new(JoinCode, "加入码 邀请码 加入代码 入站码"),
        new(Join, "加入 加入站点 我要加入 我加入 申请加入"),
        new(Help, "帮助 help 使用说明 说明书 怎么用 咋用 怎么使用 你能干啥 你能干什么 你能做什么 你能做啥 你会什么 你会啥 你会干啥 你会干些啥 你都会干些啥 你都会啥 你都会什么 你都能干啥 你都能干什么 你都会干啥 你还会啥 会干些啥 你有啥用 你有什么用 你会什么呀 你会做什么 能干啥 能做什么 有什么功能 有啥功能 功能 菜单 教程 教我用 你是谁 你是干啥的 你是干什么的 指令 命令 能问什么 能问啥 可以问什么 怎么问 能帮我做什么 能帮我干啥 能帮我干什么 可以做什么 能帮什么 怎么记 怎么记录 怎么录 咋记 怎么填 怎么加入 如何加入 如何使用 怎么操作 怎么结案 结案怎么弄 怎么撤销 怎么改 怎么修改 怎么删 怎么删除 怎么导出 怎么传照片 怎么发照片 怎么上传 怎么补录 怎么登记 怎么开个案 怎么开小组 怎么弄 咋弄 使用方法 操作指南 使用帮助"),
        new(Hello, "你好 您好 你好呀 在吗 在么 hi hello 嗨 早上好 上午好 下午好 晚上好 早安 早 大家好 哈喽 哈啰 您好呀 中午好"),
        new(Hello, Thanks, "再见 拜拜 谢谢 谢谢你 谢谢啦 多谢 感谢 谢谢您 辛苦 辛苦了 辛苦啦 好的 好嘞 ok 收到 知道了 明白了 没事了 没别的了 回头见 晚安 太好了 真棒 厉害 不用了"),
        new(Refused, nameof(RefusalKind.Privacy), "身份证 身份证号 身份证号码 银行卡号 银行卡 发群里 发到群里 发到群 发群 发微信群 发到微信群 发到微信群里 发到企业微信群 发到企业微信群里 发工作群 发到工作群 发到工作群里 家庭住址发 密码"),
        new(Refused, nameof(RefusalKind.Unsupported), "打个电话 打一个电话 打电话给 拨个电话 拨打电话 拨一下电话 发短信 发个短信 发条短信 发个微信 发微信给 发条微信 约个时间 转账 打款 付款 叫个车 登录网站 帮我传网站 替我传网站 自动上传 帮我上传网站 帮我上传 替我上传 自动传网站 打印出来 打印一下"),
        new(Refused, nameof(RefusalKind.OutOfScope), "天气 天气预报 气温 几度 冷不冷 热不热 下不下雨 会不会下雨 会下雨吗 下雪吗 下不下雪 火车 高铁 火车票 高铁票 机票 飞机票 航班 客车几点 大巴 写首 写一首 作首诗 作诗 的诗 首诗 对联 祝福语 段子 讲故事 讲个故事 小说 游戏 打牌 斗地主 足球 篮球 奥运 油价 房价 工资 社保 公积金 下雨吗 股票 彩票 讲个笑话 讲笑话 笑话 写首诗 写诗 唱歌 唱首歌 电影 明星 翻译 导航 路线 点外卖 外卖 算命 星座 新闻头条 菜谱 打车 几点了 今天星期几 今天几号 午饭 吃什么 吃啥"),
    ];
}
