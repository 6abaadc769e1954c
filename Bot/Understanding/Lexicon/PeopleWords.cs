using System.Collections.Frozen;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Lexicon.PeopleClue;

namespace StationBot.Understanding.Lexicon;

/// <summary>What a word tells of a question about people and records.</summary>
internal enum PeopleClue
{
    /// <summary>谁, 哪些人.</summary>
    Who,

    /// <summary>有多少人.</summary>
    HowManyPeople,

    /// <summary>服务了多少人, 多少人次.</summary>
    Served,

    /// <summary>上次, 多久没.</summary>
    Last,

    /// <summary>没联系, 没去过.</summary>
    NotMet,

    /// <summary>该去看谁, 优先上门.</summary>
    Suggest,

    /// <summary>同时在, 两个领域.</summary>
    Overlap,

    /// <summary>新增了, 入册.</summary>
    Entered,

    /// <summary>出册.</summary>
    Left,

    /// <summary>变化.</summary>
    Moves,

    /// <summary>名单, 在册.</summary>
    Roster,

    Phone,
    Home,
    Guardian,
    Age,
    Born,
    Gender,
    Areas,

    /// <summary>提过, 心愿.</summary>
    Needs,

    /// <summary>解决了吗.</summary>
    Solved,

    /// <summary>服务经过.</summary>
    Timeline,

    /// <summary>做了啥, 明细.</summary>
    Records,

    /// <summary>条记录.</summary>
    CountsRecords,

    /// <summary>什么时候, 哪天.</summary>
    When,

    /// <summary>写的什么, of one record.</summary>
    Contents,

    /// <summary>谁改的, of one record.</summary>
    Changes,

    /// <summary>谁带的队, 讲了啥, of an event.</summary>
    Event,

    /// <summary>基本信息, of one person.</summary>
    Profile,
}

/// <summary>Persons of the roster, whom the station served, and its records: how people ask about them.</summary>
internal static class PeopleWords
{
    /// <summary>Groups of the roster that the catalogue takes for a whole domain; asked who or how many they are, the tag is meant.</summary>
    public static readonly IReadOnlyDictionary<string, string> TagsOfAreas = new Dictionary<string, string>
    {
        ["低保"] = "低保",
        ["低保户"] = "低保",
        ["特困"] = "特困",
        ["留守儿童"] = "留守儿童",
        ["低收入"] = "低收",
    };

    /// <summary>The domain on whose list those with the tag stand by its nature; null where it may be any.</summary>
    public static string? AreaOf(string tag) =>
        tag.EndsWith("残疾", StringComparison.Ordinal) || tag == "重残" ? "disabled"
        : tag is "空巢" or "高龄" ? "elder"
        : tag is "孤儿" || tag.EndsWith("儿童", StringComparison.Ordinal) ? "child"
        : tag is "低保" or "特困" or "低收" or "五保" or "边缘户" or "大病" ? "relief"
        : null;

    /// <summary>Goods in general: whatever was given out.</summary>
    public static readonly IReadOnlySet<string> AnyGoods = new HashSet<string> { "品", "救济", "救济品", "帮扶品", "米面粮油", "物资", "慰问品", "救助品", "物品", "福利", "补助", "东西" };

    /// <summary>Pieces of 下午, 下村, 有空 beside who is to be seen: they narrow nothing down.</summary>
    public static readonly IReadOnlySet<string> Outing = new HashSet<string> { "先", "午", "下午", "上午", "早上", "晚上", "傍晚", "村", "村里", "乡", "户", "空", "空闲", "走走", "走", "转转", "转", "转一圈", "遛", "跑跑", "顺道", "趟", "门", "刚好", "正好" };

    /// <summary>好久没联系, 长期失联: longer than is good, whatever the number of days.</summary>
    private static readonly string[] LongUnmet =
    [
        "长期失联", "失联", "失联的", "断了联系", "断联", "断联的",
        .. from length in (string[])["好久", "很久", "许久", "老久", "长期", "长时间", "好长时间", "老长时间", "有阵子", "好一阵子", "有日子", "好些天", "好些日子", "太久", "多日", "一直"]
           from verb in (string[])["没联系", "没人联系", "未联系", "没去", "没去看", "没人去", "没上门", "没见", "没见面", "没走访", "没看望", "没探望", "没人管", "没走动", "没有联系"]
           from end in (string[])["", "了", "的", "过"]
           select length + verb + end,
    ];

    private static readonly FrozenSet<string> Long = LongUnmet.ToFrozenSet();

    private static readonly (WordKind Kind, RequestFamily Family, PeopleClue Clue, string Words)[] Said =
    [
        Asking(RequestFamily.People, Who, "谁 哪些人 哪个人 哪几个人 哪几户 哪些户 哪几家 哪些家 哪些人家 哪位 哪几位 谁家 谁没 有谁 都有谁 都是谁 哪户 哪家 哪些对象 哪些服务对象 哪几个服务对象 什么人 哪些居民 分别是谁"),
        Asking(RequestFamily.People, HowManyPeople, "有几个人 有多少人 有几户 有多少户 有几位 有多少位"),
        Asking(RequestFamily.People, Last, "最近一次 最后一次 多久没 几天没 多少天没 多长时间没 多久没去 多久没去了 多久没去过 多久没联系 多久没联系了 多久没上门 多久没见 多久没去看 多久没人去 多长时间没去 多长时间没联系 几天没去 几天没联系 多久没看"),
        Of(RequestFamily.People, Last, "上次 上一次 上一回"),
        Of(RequestFamily.People, NotMet, string.Join(' ', LongUnmet)),
        Of(RequestFamily.People, NotMet,
            "没去过 没走访过 没联系 未联系 没上门 没人管 没去看 没服务过 没联系过 没见过 没人去 没人管过 没人去过 没看过 没看望 没看望过 没探望 没探望过 没去看过 没人联系 没人联系过 没上过门 没入户 没打过电话 没有联系 没有上门 没有去过 没有人去 没有走访过 没管过 未上门 未走访 没人看过 没人走访 没人上门 没联系上 没联系上的 没联系到 没联系到的 联系不上 联系不上的 没见着 没见着的 没碰上面 没碰过面 没露过面 没跑过 没跑到 没走到 没走到的 没走动过 没登过门 没登门 没进过门 没顾上去 没顾上看 没瞧过 没瞅过 没照看过 没人搭理 没人探望 没人问过 没人过问 没过问过 没打过招呼 没通过电话 没通电话 没打电话 一次都没去过 一次都没去"),
        Asking(RequestFamily.People, Suggest,
            "能看谁 看谁 该去看谁 该看谁 去看谁 先看谁 先去看谁 该去谁家 先去谁家 去谁家 先去哪家 该走访谁 先走访谁 该联系谁 先联系谁 可以看谁 看哪些人 看哪几家 看望谁 该看望谁 去哪几家 轮到谁 该轮到谁了 顺路看谁 看看谁 去看望谁 该探望谁 探望谁 推荐几户 推荐几家 推荐几个人 推荐几位 建议几户 建议几家 建议去谁家 挑几户 挑几家 选几户 选几家 找几户 安排哪几户 去看看谁 到谁家 上谁家 先上谁家 先跑谁家 先跑哪家 先跑哪几家 先走谁家 先走哪家 走哪几家 走哪几户 跑哪几户 跑哪几家 该跑哪家 该跑谁家 看哪几户 看哪家 去哪几户 去哪户 先去哪户 先去哪几家 先看哪家 去看哪些人 能去谁家 能看谁家 顺道能看谁 顺路能看谁 顺便看谁 顺便能看谁 还能看谁 可以去谁家 上门看谁 需要看谁 最该看谁 最该去谁家 最该去看谁 最需要去看谁 该先看谁 该先去谁家 该先去看谁 先走访哪家 先走访哪几家 先探望谁 先看望谁 该看哪些人 该去哪几家 该去哪家"),
        Of(RequestFamily.People, Suggest, "优先上门 优先走访 优先看望 优先去 优先看 优先去看 优先联系 优先探望 顺路去 顺路看 顺路到 顺路 顺道去 顺道看 建议走访 建议看望 建议上门 推荐走访 该上门 该走访 该看望 该去看 应该去看 值得去看"),
        Of(RequestFamily.Roster, Overlap, "同时在 同时占 同时占着 同时占了 占着两个 占了两个 同时列在 同时挂在 同时归 两头都占 两边都有 两边都在 好几个名单 不止一个名单 跨两个领域 跨了两个领域 有两个身份 同时属于 同时是 两个领域 两个以上领域 多个领域 好几个领域 不止一个领域 跨领域 重叠 两个名单 两份名单 多个名单 双重身份 既是 又是 既在 又在 既属于 又属于 重复的人 有重复的人 重着的"),
        Of(RequestFamily.Roster, Entered, "新增了 新增的 新入册 新入册的 新入册了 入册 入册的 入册了 新进了 新进的 新来了 新来的 新加入 新加入的 新加了 新纳入 增加了 新增加了 新登记了 新进来 新进来的 新进来了 新加进来 新加进来的 新添了 新添的 新添 新录入的 新录进来的 新列入的 新列入 纳进来的 纳入了 加进来的 加进来了 进册 进册的 上册的 新进"),
        Asking(RequestFamily.Roster, Entered, "进了谁 进了哪些人 进了哪些 进了几个 进了几个人 进了多少 进了多少人 进来谁 进来了谁 进来几个 进来几个人 进来哪些人 多了谁 多了哪些人 多了几个人 添了谁 添了几个 添了几个人 添了哪些人 加了谁 加了哪些人 加了几个人 加进来谁 来了哪些新人"),
        Asking(RequestFamily.Roster, PeopleClue.Left, "出了谁 出了哪些人 出了几个人 走了谁 走了哪些人 走了几个 走了几个人 少了谁 少了哪些人 少了几个人 减了谁 减了几个人 出去谁 出去了谁 出去几个人 退了谁 退了几个人 退了哪些人"),
        Of(RequestFamily.Roster, PeopleClue.Left, "出册 出册了 减少了 离开名单 离开了名单 销册"),
        Of(RequestFamily.Roster, Moves, "变化 变动 有变化 有变动 增减"),
        Of(RequestFamily.Roster, PeopleClue.Roster, "名单 名单上 花名册 花名册上 名册上 册里 登记在册 在册的 本子上 册子 册上 在册 总人数 名册 服务对象 在名单上 四份名单 四个名单 四类名单 几份名单 几个名单"),
        Asking(RequestFamily.People, PeopleClue.Roster, "名单里 名单念给我听 名单念一下 名单列出来 名单发我 名单给我"),
        Asking(RequestFamily.PeopleServed, Served,
            "多少人次 几人次 总人次 服务了多少人 服务了几个人 服务人数 服务人次 服务了多少个 服务了多少 服务过多少 服务过多少人 服务过几个人 服务了多少位 服务了几位 服务了多少户 服务了几户 服务多少人 服务了多少家 服务到多少人 覆盖了多少 覆盖了多少人 覆盖了多少个 覆盖了几个 覆盖多少人 覆盖多少 受益多少 受益人数 受益多少人 多少受益人 惠及多少人 惠及了多少人 惠及多少 惠及了多少 帮了多少人 帮了几个人 帮助了多少人 按人头 人头数 按人头算 按人头数 按人头统计 按人数 按人数算 多少人头 几个人头 服务到多少个人 服务到几个人 服务到几人 服务到多少位 服务到几位 服务到多少户 服务到几户 服务到多少家 服务到多少群众 服务到多少居民 服务到多少对象 服务到多少个 服务到了多少个人 服务到了几个人 服务到了几人 服务到了多少位 服务到了几位 服务到了多少户 服务到了几户 服务到了多少家 服务到了多少群众 服务到了多少居民 服务到了多少对象 服务到了多少人 服务到了多少个 服务过多少个人 服务过几人 服务过多少位 服务过几位 服务过多少户 服务过几户 服务过多少家 服务过多少群众 服务过多少居民 服务过多少对象 服务过多少个 覆盖多少个人 覆盖几个人 覆盖几人 覆盖多少位 覆盖几位 覆盖多少户 覆盖几户 覆盖多少家 覆盖多少群众 覆盖多少居民 覆盖多少对象 覆盖多少个 覆盖到多少个人 覆盖到几个人 覆盖到几人 覆盖到多少位 覆盖到几位 覆盖到多少户 覆盖到几户 覆盖到多少家 覆盖到多少群众 覆盖到多少居民 覆盖到多少对象 覆盖到多少人 覆盖到多少个 覆盖到了多少个人 覆盖到了几个人 覆盖到了几人 覆盖到了多少位 覆盖到了几位 覆盖到了多少户 覆盖到了几户 覆盖到了多少家 覆盖到了多少群众 覆盖到了多少居民 覆盖到了多少对象 覆盖到了多少人 覆盖到了多少个 惠及多少个人 惠及几个人 惠及几人 惠及多少位 惠及几位 惠及多少户 惠及几户 惠及多少家 惠及多少群众 惠及多少居民 惠及多少对象 惠及多少个 惠及到多少个人 惠及到几个人 惠及到几人 惠及到多少位 惠及到几位 惠及到多少户 惠及到几户 惠及到多少家 惠及到多少群众 惠及到多少居民 惠及到多少对象 惠及到多少人 惠及到多少个 受益了多少个人 受益了几个人 受益了几人 受益了多少位 受益了几位 受益了多少户 受益了几户 受益了多少家 受益了多少群众 受益了多少居民 受益了多少对象 受益了多少人 受益了多少个 受益多少个人 受益几个人 受益几人 受益多少位 受益几位 受益多少户 受益几户 受益多少家 受益多少群众 受益多少居民 受益多少对象 受益多少个 触达多少个人 触达几个人 触达几人 触达多少位 触达几位 触达多少户 触达几户 触达多少家 触达多少群众 触达多少居民 触达多少对象 触达多少人 触达多少个 触达了多少个人 触达了几个人 触达了几人 触达了多少位 触达了几位 触达了多少户 触达了几户 触达了多少家 触达了多少群众 触达了多少居民 触达了多少对象 触达了多少人 触达了多少个 帮到多少个人 帮到几个人 帮到几人 帮到多少位 帮到几位 帮到多少户 帮到几户 帮到多少家 帮到多少群众 帮到多少居民 帮到多少对象 帮到多少人 帮到多少个 帮到了多少个人 帮到了几个人 帮到了几人 帮到了多少位 帮到了几位 帮到了多少户 帮到了几户 帮到了多少家 帮到了多少群众 帮到了多少居民 帮到了多少对象 帮到了多少人 帮到了多少个 帮助了多少个人 帮助了几个人 帮助了几人 帮助了多少位 帮助了几位 帮助了多少户 帮助了几户 帮助了多少家 帮助了多少群众 帮助了多少居民 帮助了多少对象 帮助了多少个 帮助多少个人 帮助几个人 帮助几人 帮助多少位 帮助几位 帮助多少户 帮助几户 帮助多少家 帮助多少群众 帮助多少居民 帮助多少对象 帮助多少人 帮助多少个 帮助到多少个人 帮助到几个人 帮助到几人 帮助到多少位 帮助到几位 帮助到多少户 帮助到几户 帮助到多少家 帮助到多少群众 帮助到多少居民 帮助到多少对象 帮助到多少人 帮助到多少个 照顾到多少个人 照顾到几个人 照顾到几人 照顾到多少位 照顾到几位 照顾到多少户 照顾到几户 照顾到多少家 照顾到多少群众 照顾到多少居民 照顾到多少对象 照顾到多少人 照顾到多少个 照顾了多少个人 照顾了几个人 照顾了几人 照顾了多少位 照顾了几位 照顾了多少户 照顾了几户 照顾了多少家 照顾了多少群众 照顾了多少居民 照顾了多少对象 照顾了多少人 照顾了多少个"),
        Asking(RequestFamily.People, Phone, "电话多少 电话是多少 电话号码 电话几号 手机号 手机号码 手机多少 手机号多少 联系方式 联系电话 电话号 什么电话"),
        Asking(RequestFamily.People, Home, "地址 住址 家庭住址 住哪 住哪里 住哪儿 住在哪 住在哪里 住在哪儿 家住哪 家住哪里 家住哪儿 家在哪 家在哪儿 家在哪里 住哪个组 住哪个村 住哪个社区 住哪个小区 住哪栋 住几号 住几组 住什么地方 在哪住 哪个村的 哪个组的 哪个社区的 哪村的 门牌号"),
        Asking(RequestFamily.People, Guardian, "监护人 监护人是谁 监护人叫什么 监护人叫啥 监护人是哪个 谁监护"),
        Asking(RequestFamily.People, Age, "多大了 多大岁数 多大岁数了 多大年纪 多大年纪了 多大年龄 几岁 几岁了 多少岁 多少岁了 年龄 岁数 今年多大 今年几岁"),
        Asking(RequestFamily.People, Born, "生日 出生日期 哪年出生 哪年生的 什么时候出生 几几年的 哪年的人 出生年月 生日是哪天 生日是几号"),
        Asking(RequestFamily.People, Gender, "性别 男的女的 男的还是女的 是男是女"),
        Asking(RequestFamily.People, PeopleClue.Areas, "属于哪类 属于哪个领域 哪类对象 什么标签 哪些标签 啥标签 标签是什么"),
        Of(RequestFamily.People, Needs, "提了啥 提了什么 提了哪些 提过啥 提过什么 提过哪些 提了啥要求 提了什么要求 提了哪些要求 提过啥要求 提过什么要求 提过哪些要求 提出了什么 提出了啥 提出过什么 提的啥 提的什么 提的什么要求 反映了什么 反映了什么困难 反映过什么困难 反映了啥困难 有什么难处 有啥难处 说了什么困难 反映了啥 反映过什么 反映过啥 反映了哪些 说过什么困难 说过啥困难 说了啥困难 有啥想法 有什么想法 提了什么需求 提了啥需求 提过什么需求 有啥需要 有什么需要 缺点啥 缺点什么 盼着啥 盼什么 图个啥 提过 提过想要 说要的 说想要 想要啥 想要什么 想要啥帮助 想要什么帮助 需要什么帮助 需要啥帮助 诉求 什么诉求 心愿 微心愿 愿望 有什么困难 有啥困难 有哪些困难"),
        Asking(RequestFamily.People, Solved, "解决了吗 解决了没 解决了没有 解决没有 解决了么 解决没 落实了吗 落实了没 落实了没有 办好了吗 办好了没 办下来了吗 办下来没有 办下来没"),
        Asking(RequestFamily.People, Timeline, "服务经过 服务过程 服务历程 服务轨迹 服务史 服务情况 服务过哪些 时间线 来龙去脉 从头捋一遍 捋一遍 捋一捋 从头理一遍 理一遍 梳理一遍 前前后后 历史记录 服务历史 历次服务 做过哪些服务 做过什么服务"),
        Asking(RequestFamily.Records, PeopleClue.Records,
            "做了啥 做了什么 做了哪些 做了些什么 做了些啥 做了哪些事 记录了什么 都干了啥 干了啥 干了什么 干了些什么 干了些啥 干了哪些 干啥了 干什么了 做啥了 做什么了 干嘛了 忙了啥 忙啥了 忙了什么 忙什么了 忙了些什么 记了啥 记了什么 记了些什么 记了些啥 记了哪些 录了啥 录了什么 录了哪些 录了些什么 登记了什么 登记了哪些 做过什么 做过啥 做过哪些 做过些什么 做过些啥 去了哪 去了哪些 去了哪儿 去了哪里 去过哪些 明细 流水 服务明细 服务清单 工作明细 有哪些服务 都有哪些服务 有什么服务 啥服务 有啥服务 都有啥服务 什么服务 哪些服务"),
        Asking(RequestFamily.Records, CountsRecords, "条记录"),
        Asking(RequestFamily.Records, When, "哪天 哪一天 什么时候 啥时候 什么时间 几号去 几号去的"),
        Asking(RequestFamily.Records, Contents, "写的什么 写的啥 写的是什么 写的是啥 写了什么 写了啥 写的什么内容 详情 详细信息 具体信息 详细情况 原文 全文 正文 写的啥内容 记的啥 记的什么 记的是什么 记的是啥 记的什么内容 什么内容 啥内容 内容是什么 内容是啥 具体内容 详细内容"),
        Asking(RequestFamily.Records, PeopleClue.Event,
            "谁带的队 谁带队 谁领的队 谁领队 谁主讲 谁主讲的 谁讲的 谁讲的课 谁组织的 谁组织 谁主持 谁主持的 谁牵头 谁牵头的 谁牵的头 谁张罗的 谁办的 谁负责的 谁搞的 讲了啥 讲了啥内容 讲了什么 讲了什么内容 讲了些啥 讲了些什么 讲了哪些 讲的啥 讲的什么 讲的什么内容 讲的啥内容 什么主题 啥主题 主题是什么 主题是啥 在哪办的 在哪开的 在哪搞的 在哪儿办的 在哪里办的 在哪里开的 请的谁 请了谁 请的哪个老师 哪个老师讲的 都来了谁 都谁参加了 谁参加了 哪些人参加了"),
        Asking(RequestFamily.People, Profile,
            "基本信息 个人信息 基本情况 个人情况 家庭情况 家里情况 家里啥情况 家里什么情况 个人资料 基本资料 个人档案 档案 档案信息 底子 底细 简介 是什么人 是啥人 啥来头 什么背景 信息表 一人一档 的信息 个人简况"),
        Asking(RequestFamily.Records, PeopleClue.Changes, "谁动的 谁动了 谁动过的 谁碰过 谁修的 谁修改的 谁修改过 谁修改了 谁给改的 谁给改了 被动过 被动过吗 被动过没 被动过没有 动过吗 动过没 动过没有 有没有动过 有没有人动过 有没有人动 有没有被动过 被人动过 被改过 被改过吗 被改过没 被改过没有 改过吗 改过没 改过没有 有没有改过 有没有人改过 有没有被改过 被谁动过 被谁改过 被谁动了 原来写的是啥 原来写的是什么 原来写的啥 原来写的什么 原来写的 原来是啥 原来是什么 原来记的是啥 原来记的什么 原先写的 原先写的啥 原先是啥 之前写的啥 之前写的什么 改之前是啥 改之前写的啥 改前是啥 谁改的 谁改过 谁动过 谁改了 谁录的 谁记的 谁登记的 谁填的 谁删的 谁撤销的 被谁改 什么时候改的 啥时候改的 哪天改的 什么时候录的 什么时候登记的 什么时候记的 改过几次 改了几次"),
    ];

    private static readonly FrozenDictionary<string, PeopleClue> Clues =
        Said.SelectMany(said => said.Words.Split(' ').Select(word => (word, said.Clue))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Clue);

    public static readonly WordTable[] Tables =
    [
        .. Said.Select(said => new WordTable(said.Kind, said.Family.ToString(), said.Words)),
        new(WordKind.Narrative, "领过 领到 领到过 领取 领取过 领取了 享受 享受过 享受了 得过 拿过 收到过 分到 见过 见了 给过 联系 联系过 探望过 看望过 看过 慰问过 问候过 服务过"),
        new(WordKind.Narrative, "得到 得到过 得到了 拿到 拿到过 拿到了 获得 获得过 分到过 沾到 沾过"),
        new(WordKind.Must, "需 须"),
        new(WordKind.HowMany, "总共有好多 一共有好多 共有好多 有好多个 有好多户 得有多少"),
        new(WordKind.Remaining, "不全 不全的 不齐 不齐的 不齐全 不齐全的 没齐 没齐的 不完整 不完整的 没收全 没收全的 没弄全 没交全 没备齐的 没凑齐的 没齐全"),
        new(WordKind.List,
            """
            翻一下 翻翻 调一下 调给我 找出来 找一找 找一下 找给我 筛一筛 摘出来 扒出来 拣出来 列我看看 列出来给我 列份名单 列份清单
            排下队 排个单子 排个名单 发我一下 发我看看 发我看下 发给我看看 给我发过来 发过来 发来看看 点出来 圈出来 标出来 报给我 报给我听 数出来 说给我听 展示 展示一下 显示一下 显示出来 给我一份名单 给个名单 给我个名单 给我个单子 要个名单 打个单子
            """),
        new(WordKind.Filler, "任何 任何人 管的 管着 管着的 咱管的 咱们管的 我们管的 咱负责的 我们负责的 咱服务的 我们服务的 标了 标着 标记了 标记着 标记为 标注了 标注 打了标记 打标 勾了 划了 一起看 一块看 一并看 一起列 四个领域 介绍下 介绍一下 介绍介绍 说一说 讲一讲 从头到现在 从开始到现在 自始至终 从头 满五节 满5节 够五节 凑满五节 凑够五节"),
        new(WordKind.Topic, "survey", "问卷"),
        new(WordKind.YesNo, "没得"),
        new(WordKind.HowMany, "多少户 多少位 多少家 多少名"),
        new(WordKind.Filler, "生日会 打算 各自 念给我听 念一下 念念 列个 拉个 拉一下 拉出来 一个不落 别给我算重了 别算重了 同一个人只算一次 同一个人算一次 不重复算 去重 不重复 分开说 名字 姓名 合适"),
        // No word explains them, but each is one: 棉被 must not lose its 被.
        new(WordKind.Unknown, "亲子 被子 棉被 棉衣 衣服 棉鞋 大米 白面 米面油 米面 粮油 轮椅 拐杖 助行器 护理床 助听器 血压计 书包 文具 牛奶 月饼 粽子 煤炭 药品 毛毯 电热毯 被褥 床单 帽子 手套 鸡蛋 爱心包 大礼包 学习用品 生活用品"),
        Tag("肢体残疾"), Tag("精神残疾"), Tag("视力残疾"), Tag("听力残疾"), Tag("言语残疾"), Tag("智力残疾"), Tag("多重残疾"), Tag("低收"), Tag("五保"), Tag("孤儿"), Tag("边缘户"), Tag("重残"),
        new(WordKind.Tag, "五保", "五保户"),
        new(WordKind.Tag, "低收", "低收户"),
    ];

    /// <summary>What a word of these families says; null for any other word.</summary>
    public static PeopleClue? ClueOf(Token token) =>
        token.Kind is WordKind.Family or WordKind.AskingFamily && Clues.TryGetValue(token.Word.Text, out var clue) ? clue : null;

    /// <summary>好久没联系.</summary>
    public static bool IsLongUnmet(Token token) => Long.Contains(token.Word.Text);

    /// <summary>领过, 享受过, 发过: somebody got something.</summary>
    public static bool IsBenefit(Token token) =>
        token is { Kind: WordKind.Narrative, Text: "领" or ['领', '过' or '到' or '取' or '了', ..] or ['享', ..] or ['得', '过' or '到', ..] or ['拿', '过' or '到', ..] or ['获', ..] or ['沾', ..] or ['收', '到', ..] or "分到" or "给过" }
            or { Kind: WordKind.Did, Text: ['发', ..] };

    /// <summary>去了, 联系过, 看望: somebody was met or spoken to.</summary>
    public static bool IsContact(Token token) =>
        token is { Kind: WordKind.Narrative, Text: ['去', ..] or ['联', ..] or ['看', ..] or ['探', ..] or ['慰', ..] or ['问', ..] or ['见', ..] or "打电话" or "打了电话" or "打过电话" or "服务过" or "上门看望" }
            or { Kind: WordKind.Mode }
            or { Kind: WordKind.Did, Text: "服务了" };

    /// <summary>去了, 去过: met where the person lives.</summary>
    public static bool IsVisit(Token token) => token is { Kind: WordKind.Narrative, Text: ['去', ..] };

    private static (WordKind, RequestFamily, PeopleClue, string) Asking(RequestFamily family, PeopleClue clue, string words) => (WordKind.AskingFamily, family, clue, words);

    private static (WordKind, RequestFamily, PeopleClue, string) Of(RequestFamily family, PeopleClue clue, string words) => (WordKind.Family, family, clue, words);

    private static WordTable Tag(string tag) => new(WordKind.Tag, tag, tag);
}
