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

    /// <summary>Alone they give up what is open; beside other words they are fillers, or 算.</summary>
    public static readonly IReadOnlySet<string> NeverMind = new HashSet<string> { "算了", "算了吧", "算了算了", "取消", "取消吧" };

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
        new(Restore, "恢复 还原 恢复一下 找回 找回来 恢复回来 取消撤销"),
        new(ThatRecord,
            "刚才 刚刚 刚 刚才那条 刚才的 刚才记的 刚才那个 刚才那次 刚刚那条 刚记的 刚记的那条 刚录的 刚录的那条 刚删的 刚删的那条 刚撤销的 刚撤销的那条 刚才删的那条 上一条 上条 最后一条 最近一条 那条 那一条 那几条 这几条 这条 这一条 上一个 最后那条 记录号 号记录 编号 号 这条记录 那条记录 上一条记录 刚才的记录 刚才那条记录"),
        new(Resume, "继续 接着 继续填 接着填 继续记 接着记 继续登记 接着登记 继续填写 接着来 继续刚才的 接着刚才的 继续刚才那张 继续上次的 没填完的 没填完 没记完的 填到一半的 填了一半的 刚才没填完的 继续填刚才的 继续填刚才那张 接着填刚才那张 回到刚才的 回到刚才那张 接着填刚才的 继续没填完的"),
        new(Drop, "不记了 不填了 不登记了 不录了 先不记了 先不填了 算了不记了 算了，不记了 算了不填了 算了，不填了 算了不登记了 放弃填写 取消填写 取消登记 不填表了 不想记了 不想填了 先不记 先不填"),
        new(JoinCode, "加入码 邀请码 加入代码 入站码"),
        new(Join, "加入 加入站点 我要加入 我加入 申请加入"),
        new(Help, "帮助 help 使用说明 说明书 怎么用 咋用 怎么使用 你能干啥 你能干什么 你能做什么 你能做啥 你会什么 你会啥 你会干啥 你会做什么 能干啥 能做什么 有什么功能 有啥功能 功能 菜单 教程 教我用 你是谁 你是干啥的 你是干什么的 指令 命令 能问什么 能问啥 可以问什么 怎么问 能帮我做什么 能帮我干啥 能帮我干什么 可以做什么 能帮什么 怎么记 怎么记录 怎么录 咋记 怎么填 怎么加入 如何加入 如何使用 怎么操作 使用方法 操作指南 使用帮助"),
        new(Hello, "你好 您好 你好呀 在吗 在么 hi hello 嗨 早上好 上午好 下午好 晚上好 早安 早 大家好 哈喽 哈啰 您好呀 中午好 晚安 再见 拜拜 谢谢 谢谢你 多谢 辛苦 辛苦了 好的 ok 收到 知道了 明白了"),
        new(Refused, nameof(RefusalKind.Fabricate), "编两条 编几条 编一条 编三条 编五条 编十条 编几个 编一个 编个 编点 编造 编出来 没做的记录 瞎编 伪造 造假 造几条 造两条 造点 凑两条 凑几条 凑数 作假 做假 假记录 假的 虚构 糊弄 随便写几条 随便写两条 随便填 胡编 补几条假 p图 假照片 改大点 虚报 多报几次 多报 代签"),
        new(Refused, nameof(RefusalKind.Privacy), "身份证 身份证号 身份证号码 银行卡号 银行卡 发群里 发到群里 发到群 密码"),
        new(Refused, nameof(RefusalKind.OutOfScope), "天气 下雨吗 股票 彩票 讲个笑话 讲笑话 笑话 写首诗 写诗 唱歌 唱首歌 电影 明星 翻译 导航 路线 点外卖 外卖 算命 星座 新闻头条 菜谱 打车 几点了 今天星期几 今天几号 午饭 吃什么 吃啥"),
    ];
}
