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
        ["留守儿童"] = "留守",
        ["低收入"] = "低收",
    };

    /// <summary>Goods in general: whatever was given out.</summary>
    public static readonly IReadOnlySet<string> AnyGoods = new HashSet<string> { "物资", "慰问品", "救助品", "物品", "福利", "补助", "东西" };

    private static readonly (WordKind Kind, RequestFamily Family, PeopleClue Clue, string Words)[] Said =
    [
        Asking(RequestFamily.People, Who, "谁 哪些人 哪个人 哪几个人 哪几户 哪些户 哪几家 哪些家 哪些人家 哪位 哪几位 谁家 谁没 有谁 都有谁 都是谁 哪户 哪家 哪些对象 哪些服务对象 哪几个服务对象 什么人 哪些居民 分别是谁"),
        Asking(RequestFamily.People, HowManyPeople, "有几个人 有多少人 有几户 有多少户 有几位 有多少位"),
        Asking(RequestFamily.People, Last, "最近一次 最后一次 多久没 几天没 多少天没 多长时间没 多久没去 多久没去了 多久没去过 多久没联系 多久没联系了 多久没上门 多久没见 多久没去看 多久没人去 多长时间没去 多长时间没联系 几天没去 几天没联系 多久没看"),
        Of(RequestFamily.People, Last, "上次 上一次 上一回"),
        Of(RequestFamily.People, NotMet,
            "没去过 没走访过 没联系 未联系 没上门 没人管 没去看 没服务过 没联系过 没见过 没人去 没人管过 没人去过 没看过 没看望 没看望过 没探望 没探望过 没去看过 没人联系 没人联系过 没上过门 没入户 没打过电话 没有联系 没有上门 没有去过 没有人去 没有走访过 没管过 未上门 未走访 没人看过 没人走访 没人上门 一次都没去过 一次都没去"),
        Asking(RequestFamily.People, Suggest,
            "能看谁 看谁 该去看谁 该看谁 去看谁 先看谁 先去看谁 该去谁家 先去谁家 去谁家 先去哪家 该走访谁 先走访谁 该联系谁 先联系谁 可以看谁 看哪些人 看哪几家 看望谁 该看望谁 去哪几家 轮到谁 该轮到谁了 顺路看谁 看看谁 去看望谁 该探望谁 探望谁"),
        Of(RequestFamily.People, Suggest, "优先上门 优先走访 优先看望 优先去 优先看 优先去看 优先联系 优先探望 顺路去 顺路看 顺路到 顺路 顺道去 顺道看 建议走访 建议看望 建议上门 推荐走访 该上门 该走访 该看望 该去看 应该去看 值得去看"),
        Of(RequestFamily.Roster, Overlap, "同时在 同时属于 同时是 两个领域 两个以上领域 多个领域 好几个领域 不止一个领域 跨领域 重叠 两个名单 两份名单 多个名单 双重身份 既是 又是 既在 又在 既属于 又属于"),
        Of(RequestFamily.Roster, Entered, "新增了 新增的 新入册 新入册的 新入册了 入册 入册的 入册了 新进了 新进的 新来了 新来的 新加入 新加入的 新加了 新纳入 增加了 新增加了 新登记了"),
        Of(RequestFamily.Roster, PeopleClue.Left, "出册 出册了 减少了 离开名单 离开了名单 销册"),
        Of(RequestFamily.Roster, Moves, "变化 变动 有变化 有变动 增减"),
        Of(RequestFamily.Roster, PeopleClue.Roster, "名单 名单上 花名册 册子 册上 在册 总人数 名册 服务对象 在名单上"),
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
        Of(RequestFamily.People, Needs, "提过 提过想要 说要的 说想要 想要啥 想要什么 想要啥帮助 想要什么帮助 需要什么帮助 需要啥帮助 诉求 什么诉求 心愿 微心愿 愿望 有什么困难 有啥困难 有哪些困难"),
        Asking(RequestFamily.People, Solved, "解决了吗 解决了没 解决了没有 解决没有 解决了么 解决没 落实了吗 落实了没 落实了没有 办好了吗 办好了没 办下来了吗 办下来没有 办下来没"),
        Asking(RequestFamily.People, Timeline, "服务经过 服务过程 服务历程 服务轨迹 服务史 服务情况 服务过哪些 时间线 来龙去脉 从头捋一遍 捋一遍 捋一捋 从头理一遍 理一遍 梳理一遍 前前后后 历史记录 服务历史 历次服务 做过哪些服务 做过什么服务"),
        Asking(RequestFamily.Records, PeopleClue.Records,
            "做了啥 做了什么 做了哪些 做了些什么 做了些啥 做了哪些事 记录了什么 都干了啥 干了啥 干了什么 干了些什么 干了些啥 干了哪些 干啥了 干什么了 做啥了 做什么了 干嘛了 忙了啥 忙啥了 忙了什么 忙什么了 忙了些什么 记了啥 记了什么 记了些什么 记了些啥 记了哪些 录了啥 录了什么 录了哪些 录了些什么 登记了什么 登记了哪些 做过什么 做过啥 做过哪些 做过些什么 做过些啥 去了哪 去了哪些 去了哪儿 去了哪里 去过哪些 明细 流水 服务明细 服务清单 工作明细 有哪些服务 都有哪些服务 有什么服务 啥服务 有啥服务 都有啥服务 什么服务 哪些服务"),
        Asking(RequestFamily.Records, CountsRecords, "条记录"),
        Asking(RequestFamily.Records, When, "哪天 哪一天 什么时候 啥时候 什么时间 几号去 几号去的"),
        Asking(RequestFamily.Records, Contents, "写的什么 写的啥 写的是什么 写的是啥 写了什么 写了啥 写的什么内容 写的啥内容 记的啥 记的什么 记的是什么 记的是啥 记的什么内容 什么内容 啥内容 内容是什么 内容是啥 具体内容 详细内容"),
        Asking(RequestFamily.Records, PeopleClue.Changes, "谁改的 谁改过 谁动过 谁改了 谁录的 谁记的 谁登记的 谁填的 谁删的 谁撤销的 被谁改 什么时候改的 啥时候改的 哪天改的 什么时候录的 什么时候登记的 什么时候记的 改过几次 改了几次"),
    ];

    private static readonly FrozenDictionary<string, PeopleClue> Clues =
        Said.SelectMany(said => said.Words.Split(' ').Select(word => (word, said.Clue))).ToFrozenDictionary(pair => pair.word, pair => pair.Clue);

    public static readonly WordTable[] Tables =
    [
        .. Said.Select(said => new WordTable(said.Kind, said.Family.ToString(), said.Words)),
        new(WordKind.Narrative, "领过 领到 领到过 领取 领取过 领取了 享受 享受过 享受了 得过 拿过 收到过 分到 见过 见了 给过 联系 联系过 探望过 看望过 看过 慰问过 问候过 服务过"),
        new(WordKind.Topic, "survey", "问卷"),
        new(WordKind.YesNo, "没得"),
        new(WordKind.HowMany, "多少户 多少位 多少家 多少名"),
        new(WordKind.Filler, "生日会 打算 各自 念给我听 念一下 念念 列个 拉个 拉一下 拉出来 一个不落 别给我算重了 别算重了 同一个人只算一次 同一个人算一次 不重复算 去重 不重复 分开说 名字 姓名 合适"),
        // No word explains them, but each is one: 棉被 must not lose its 被.
        new(WordKind.Unknown, "被子 棉被 棉衣 衣服 棉鞋 大米 白面 米面油 米面 粮油 轮椅 拐杖 助行器 护理床 助听器 血压计 书包 文具 牛奶 月饼 粽子 煤炭 药品 毛毯 电热毯 被褥 床单 帽子 手套 鸡蛋 爱心包 大礼包 学习用品 生活用品"),
        Tag("肢体残疾"), Tag("精神残疾"), Tag("视力残疾"), Tag("听力残疾"), Tag("言语残疾"), Tag("智力残疾"), Tag("多重残疾"), Tag("低收"), Tag("五保"), Tag("孤儿"), Tag("边缘户"), Tag("重残"),
        new(WordKind.Tag, "五保", "五保户"),
        new(WordKind.Tag, "低收", "低收户"),
    ];

    /// <summary>What a word of these families says; null for any other word.</summary>
    public static PeopleClue? ClueOf(Token token) =>
        token.Kind is WordKind.Family or WordKind.AskingFamily && Clues.TryGetValue(token.Word.Text, out var clue) ? clue : null;

    /// <summary>领过, 享受过, 发过: somebody got something.</summary>
    public static bool IsBenefit(Token token) =>
        token is { Kind: WordKind.Narrative, Text: "领" or ['领', '过' or '到' or '取' or '了', ..] or ['享', ..] or ['得', '过'] or ['拿', '过'] or ['收', '到', ..] or "分到" or "给过" }
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
