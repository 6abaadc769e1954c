using StationBot.Indicators;

using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>When, how, with whom, how many: what a story says beside the deed.</summary>
internal static class StoryWords
{
    /// <summary>No name holds one of these: what stands behind the last begins it.</summary>
    public const string Before = "跟由把给";

    public const string BehindName = "的了这那个";

    /// <summary>Nor does the name of somebody who gives hold these.</summary>
    public const string Joints = "和与同从向";

    /// <summary>Nouns that decide what is told, so they are found by their sound in what nothing explains.</summary>
    public static readonly string[] Deciding = ["个案", "小组", "回访", "走访", "调研", "募捐", "探访", "发放", "培训"];

    /// <summary>Sounds like 志愿, 支援, 职员.</summary>
    public static readonly IReadOnlySet<string> TooCommon = new HashSet<string> { "资源", "关怀", "链接", "案例" };

    public const string Morning = "上午";
    public const string Afternoon = "下午";
    public const string Evening = "晚上";
    public const string Visit = "上门";
    public const string Phone = "电话";
    public const string Video = "视频";
    public const string Station = "到站";
    public const string Together = "集体";

    public static readonly IReadOnlyList<(string Part, string[] Words)> PartsOfDay =
    [
        (Evening, ["晚上", "昨晚", "今晚", "当晚", "傍晚", "夜里", "晚饭后"]),
        (Afternoon, ["下午", "午后", "下昼", "下晌", "晌午头", "后半晌", "后晌"]),
        (Morning, ["上午", "早上", "今早", "清早", "一早", "早晨", "大清早", "上昼", "前晌", "前半晌", "头晌", "中午前"]),
        (Afternoon, ["中午", "晌午"]),
    ];

    /// <summary>The first that fits; a mode that is only talked about (教他用手机) is none.</summary>
    public static IReadOnlyList<(string Mode, Pattern Pattern)> Modes => field ??=
    [(Video, ByVideo), (Phone, ByPhone), (Station, AtStation), (Together, InGroup), (Visit, AtHome)];

    private static Pattern ByVideo { get; } = new("(?<!录了?|拍了?|看了?|剪|段|发了?|小|短|刷|个|(?:教|学|会|练习?|手机|怎么|打开|下载|安装)[^，,]{0,8})(?:微信)?视频(?!号|课|短片|资料|宣传)|线上(?:聊|回访|辅导|见)|连线");

    private static Pattern ByPhone { get; } = new("(?<!联系|留了?|有|新|换|老人|座机|(?:教|学会?|练)[^，,]{0,8})电话(?![0-9]{7}|号|本|簿|卡|费|诈骗|里?约|预约|手表)|打(?:了|过|个|他|她|通|不通)*[^，,]{0,4}手机|打通|通(?:了|个)*话|电访|致电|去电|来电话|语音(?:通话|聊)|(?<!加[^，,]{0,6}|有|(?:教|学|用|会|装|练|教会)[^，,]{0,8})微信(?!视频|支付|号|红包|小程序|运动|步数|公众号|群|上传|发票)(?:里|上|给|跟|和|问|聊|回访|联系|做|说|沟通|了解|语音|留言|通话|，|,|$)|(?:发|通过|用)(?:了|个|条)?微信(?!视频|群|红包)(?:问|聊|回访|联系|了解|做|，|,|$)|语音(?:里|上)?(?:聊|问|回访)");

    private static Pattern AtStation { get; } = new("(?:来|到|上|过)(?:了|咱们?|我们|咱|我|一趟|过)*(?:站里?|社工站|站上|办公室|服务中心|工作站|服务站|党群中心)(?!点)|到站|来站|(?:在|到|进|上)(?:咱们?|我们|咱|我)?(?:社工站|站里|站上|办公室)|来访|接待了");

    private static Pattern InGroup { get; } = new("集体|(?:在|到)[^，,]{0,8}(?:活动室|活动中心|小广场|广场|文化室|会议室|礼堂)|一起(?:做|玩|学|包|过|唱|跳|看)");

    private static Pattern AtHome { get; } = new("上门|入户|家访|走访|登门|面访|看望|探望|探访|探视|敲[^，,]{0,6}门|(?<!过)去看|看了(?:看)?|去陪了?[^，,]{1,8}(?:聊|坐|说|唠|吃|过|包|住|上午|下午|半天|一天|会儿|小时)|去(?:了|过|趟|一趟|到)*[^，,]{0,10}(?:家|屋)|(?:到(?:了)?[^，,]{0,8}|(?:在|搁|于|上|进|来|从)(?:了)?[^，,在]{1,8})(?<![大国专人厂商店不没])(?:家(?![长属人庭教具电务乡园境政])|屋)|家里(?:坐|聊|唠|帮|看|打扫|做|转|陪|待|呆)|(?<![上下过进出回送])去(?:的|了|过)(?=，|$)|跑了[^，,]{0,8}[户家]|进了?[^，,]{0,4}门|进去(?:坐|看|聊|唠|瞧|转)|[家屋]里?(?:我|咱|俺)(?:也|又|都)*去(?:了|过)|在家里?(?:教|见|聊|唠|谈|给|帮)|(?:我|咱|俺)(?:就|又|也)*过去(?:陪|帮|给|坐|聊|看|教)");

    /// <summary>中午去学校看了小明: met neither at home nor at the station.</summary>
    public static Pattern Elsewhere { get; } = new("(?:去|到|在|来|赶到)[^，,]{0,6}(?:学校|校园|校里|校门|班里|教室|幼儿园|医院|卫生院|卫生所|诊所|养老院|敬老院|福利院|地里|田里|地头|大棚|工地|厂里|河边|江边|公园|街上|路上|集市|集上|村口|菜市场|店里|单位|广场)");

    public static Pattern PlainlyAtHome { get; } = new("上门|入户|家访|登门|敲[^，,]{0,6}门|[^大国专人]家里?(?![长属人庭教具电务乡园境政])");

    /// <summary>What stands behind somebody's name where the deed was done: 张广才家.</summary>
    public static Pattern HomeBehind { get; } = new("^家里?(?=$|[，,。 ]|今天|昨天|前天|上午|下午|去|关爱|走访|回访|帮|做|打|收|坐|聊|唠|检查|修|看|慰|送|给|陪|理|洗)");

    /// <summary>给她打了电话: somebody of whom nothing was said.</summary>
    public static Pattern ToWhom { get; } = new("[给跟和](?:他|她|它|人家|对方)");

    /// <summary>今天没空，明天去.</summary>
    public static Pattern NotThen { get; } = new("^[^，,]{0,4}(?:没空|没时间|来不及|走不开|不方便|没顾上|忙不开)");

    /// <summary>亲子阅读小组, 肢残康复小组: of whom a group is, where no domain is named.</summary>
    public static IReadOnlyList<(string Area, Pattern Pattern)> GroupAreas => field ??= [("child", OfChildren), ("disabled", OfDisabled)];

    private static Pattern OfChildren { get; } = new("亲子|青少年|少儿|小朋友");

    private static Pattern OfDisabled { get; } = new("肢残|残健|智残|心智");

    /// <summary>原定上周五.</summary>
    public static Pattern FirstMeant { get; } = new("(?:原定|本来|原本|原来|原计划|本该|本定|原先|起初)[^，,]{0,8}$");

    public static Pattern MovedTo { get; } = new("改|挪|换|推|延|提前|调");

    public const char Until = '到';

    public static Pattern JustMoved { get; } = new("(?:改|挪|换|推|延|提前|调|拖)$");

    public static Pattern Since { get; } = new("(?:起|开始|以来|至今)$");

    /// <summary>俩李奶奶, 两个李奶奶: all whom the name may mean.</summary>
    public static Pattern AllOfName { get; } = new("(?<n>俩|仨|[两三2-3])(?:个|位|家)?$");

    /// <summary>Between a village and the name of somebody there: 红旗村那个李奶奶.</summary>
    public static Pattern FromVillage { get; } = new("^(?:的|那个|那位|那边|那边的|那儿的|那|这边的|去|看望了?|探望了?|看了?|走访了?|回访了?|给|[0-9一二三四五六七八九十]+组的?)*$");

    /// <summary>给林玉梅打电话回访小雨: between who was spoken to and who it was about.</summary>
    public static Pattern SpokenAbout { get; } = new("^[^，,、和跟]{0,6}(?:打|通话|通了|问|了解|聊|谈|沟通|说|联系|回访|微信|视频)[^，,、]{0,10}$");

    /// <summary>Not one day, so the day must be asked.</summary>
    public static Pattern SomeDay { get; } = new("前几天|前两天|前些天|前些日子|前阵子?|前段时间|这几天|这两天|这阵子|最近几天|近几天|近两天|有一天|某天|好几天|那几天|早些时候|(?<=^|，)(?:之前|上[次回])|八月十五|正月十五|五月初五|九月初九|七月初七|腊月|正月");

    /// <summary>母亲节那天, where the period reader doesn't know the feast.</summary>
    public static Pattern SomeFeast { get; } = new("[\\p{IsCJKUnifiedIdeographs}]节(?:那天|当天)");

    /// <summary>Nothing but today is meant, though it isn't said.</summary>
    public static Pattern JustNow { get; } = new("刚|上午|下午|今早|中午|早上");

    /// <summary>下雨没开成, 改到周五; 下次定在25号; 下周三还有一节.</summary>
    public static Pattern ToCome { get; } = new("改|推|延|挪|下次|下回|下一?节|下一次|再|还|定在|定于|约|计划|打算|准备|要|安排|明天|后天|下周|下个?星期|下礼拜");

    /// <summary>8个人, 独居老人8位, 三户, 来了13位老人.</summary>
    public static Pattern Counted { get; } = new("(?<n>[0-9]{1,4}|[一二两三四五六七八九十百零]{1,5}|俩|仨)(?:多|来)?个?(?<unit>户|位|名|人次|人|家|份|个(?=老|孩|娃|学生|妇女|家长|大人|人|残|儿|小朋友|小孩|小学生|居民|困难|低保|骨干|队员|志愿者|组员|成员|学员|代表|同学|[，,。！!]|$)|(?=老人|孩子|残疾人|儿童|居民|小朋友|困难))(?!格|次|家(?:里|属)|一起|口|数|均|份证)");

    /// <summary>Not counted exactly: 二十来户, 十几个人.</summary>
    public static Pattern About { get; } = new("(?:[一二三四五六七八九]?十|[0-9]+)(?:几|来|多)|好几|几十");

    /// <summary>二十来户, 十几个人: several, whatever their number.</summary>
    public static Pattern ManyPeople { get; } = new("(?:(?:[一二三四五六七八九]?十|[0-9]+)(?:几|来|多)|好几|几十)[户人位家名个]");

    /// <summary>缺席2个, 两人请假, 3个没来.</summary>
    public static Pattern Absent { get; } = new("(?:缺席|请假|缺|没来|未到|缺勤)(?:了|的)?(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})|(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?:个|位|名)?人?(?:缺席|请假|没来|未到|没到|缺勤)");

    /// <summary>聊了一个小时, 一个半小时, 大概50分钟, 半小时.</summary>
    public static Pattern Length { get; } = new("(?:(?<h>[0-9]{1,2}(?:\\.5)?|[一二两三四五六七八九十]{1,2})个?(?<half>半)?(?:小时|钟头|点钟)(?<more>半|(?=零|[0-9一二三四五])(?<m>[0-9]{1,2}|[一二三四五]?十[一二三四五六七八九]?)分钟?)?|(?<m>[0-9]{1,3}|[一二两三四五六七八九十]{1,4})分钟|(?<only>半)个?(?:小时|钟头|多小时|来小时|天(?!了))|(?<quarter>[一两三])刻钟)");

    /// <summary>A clause that says nothing but how long it took.</summary>
    public static Pattern LengthOnly { get; } = new("^(?:大概|大约|一共|总共|用了|花了|差不多|前后|聊了|共)*[0-9.一二两三四五六七八九十半个]{1,6}(?:多|来)?(?:小时|钟头|分钟|刻钟)(?:左右|吧|多|半)?$");

    /// <summary>What stands before the deed and is no part of it: when, how, I, to whose home.</summary>
    public static Pattern Head { get; } = new("^(?:家访|我们|咱们|咱|我|俺|记一下|记一条|记录一下|记一笔|补记一下|补记|补一条|登记一下|登记|记个|记|补|帮我|呃|嗯|那个|就是|然后|今儿|刚刚|刚才|刚|又|也|都|先|再|上午|下午|晚上|中午|早上|今早|傍晚|一早|大清早|上门|入户|去了趟|去了|去|到了|到|来了|来|趟|一趟|家里|家|电话|微信|视频|走访|家访|的|了|吧|说|条|一条|：|:|走访记录|服务记录|托|让|叫|给|跟|和|在|于)+");

    /// <summary>What a channel writes for a picture: [图片×2].</summary>
    public static Pattern Pictures { get; } = new("图片(?:[×x][0-9]+)?");

    public static Pattern Soon { get; } = new("一会|待会|等会|正往|正要|正去|这就|马上|今天|今晚|路上|晚点|下班");

    /// <summary>Fillers before the first word of a clause.</summary>
    public static readonly string[] Openings = ["呃", "嗯", "呢", "啊", "吧", "那个", "就是", "然后", "刚刚", "刚才", "我们", "咱们", "我", "咱", "俺", "记一下", "记一条", "记录一下", "登记一下", "补一条", "补记", "帮我记一下", "帮我记一条", "帮我记", "、", "，", ",", "：", ":"];

    /// <summary>陪了一上午 says how long.</summary>
    public static Pattern HalfDay { get; } = new("[一半整](?:个)?(?:上午|下午|晚上|早上)");

    /// <summary>What joins one deed to the next.</summary>
    public static Pattern Connectors { get; } = new("^(?:然后|接着|另外|还|又|同时|之后|完了|后来|再|也|顺便|顺道)+");

    /// <summary>What says no more of a visit than that there was one.</summary>
    public static Pattern OnlyVisited { get; } = new("批量|去完|去过|顺路|顺道|忙了一天|跑了|走访了|帮(?=记)|[：:]");

    /// <summary>Nothing of it tells what happened.</summary>
    public static Pattern Empty { get; } = new("^(?:回访|回访了|走访|走访了|家访|家访了|看望|看望了|探望|探望了|看了看|看了|看看|看|问候|问候了|慰问|慰问了|打了个?|打|电话|个电话|了个电话|一次|一趟|各去一次|各去了一次|各一次|户|三户|两户|低保|老人|独居老人|做了|个|了|的|那|那边|那里|那儿|一下|个案|第[0-9一二三四五六七八九十]+节|小组|第|节|做|开|完|刚|结束|关爱帮扶|关爱|帮扶|资源链接|[、和跟与及等]|[0-9一二两三四五六七八九十]+[户位家人名次])*$");

    /// <summary>叫“暖心茶话会”, 《…》.</summary>
    public static Pattern Quoted { get; } = new("[“\"‘'](?<name>[^”\"’']{2,24})[”\"’']");

    /// <summary>名字叫同行者, 取名…, 开儿童小组：成长小树苗.</summary>
    public static Pattern Called { get; } = new("(?:名字叫|名叫|取名叫?|起名叫?|名称是?|叫做|叫|名为|名字是|(?:小组|项目|基金|活动)[：:])[：:]?(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{2,16}?)(?=[，,。！!；;（(]|$|的?小组|打算|计划|一共|共|第)");

    /// <summary>手工小组第二节: what is named before 第…节 or ends in 小组.</summary>
    public static Pattern BeforeSession { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{2,16}?)(?:今天|昨天|的|这周|本周|做到|做了|开了|开到|刚)*第(?:[0-9一二三四五六七八九十]+)(?:节|次|期|堂)");

    public static Pattern GroupNamed { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{1,14}?(?:小组|茶话会|手工坊|读书会|俱乐部|兴趣班|成长营|故事会|工作坊|沙龙|坊))");

    public static Pattern BeforeName { get; } = new("^(?:[^，,]{0,8}联合(?!会)|我们站?|咱们站?|咱站?|我|这个|那个|今天|昨天|前天|明天|后天|上午|下午|晚上|刚刚|刚才|刚|又|也|都|把|给|去|来|到|由|和|跟|与|联合|收到|是|让|帮助?|居民们?|指导|协助|带着?|组织|支持|孵化|培育|扶持|成立|设立|建立|组建|开展|举办|新开|新建|开了?|做了?|搞了?|办了?|建了|设了|立了|的|了|个|一个|一家|一支|一场|一次|正式|请|咱|们|着|参加|主持|完成|进行|启动|实施|上线|推出|落地|新增|培养|发展|骨干)+");

    /// <summary>和县慈善协会, 跟爱心基金会, 春晖慈善基金会给的.</summary>
    public static Pattern Giver { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{0,14}?(?:慈善总会|慈善协会|慈善会|慈善联合会|基金会|红十字会|红会|总会|协会|商会|工会|团委|妇联|侨联|工商联|有限公司|公司|企业家?|超市|集团|饭店|酒店|药店|药房|商店|商家|银行|学校|医院|诊所|公益(?!日|金|项目|慈善|组织|创投)|合作社|厂|商行|老板|先生|女士|爱心人士|好心人))");

    /// <summary>红旗村邻里互助基金.</summary>
    public static Pattern FundNamed { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{0,18}?基金)(?!会)");

    /// <summary>A name that names nothing: 专项基金, 慈善项目.</summary>
    public static Pattern Nameless { get; } = new("^(?:一?个|那个|这个|我们的?|咱们?的?)*(?:社区)?(?:慈善|公益|专项|社区|救助|慈善救助|服务|社区服务|社区慈善|社会|民间|新)*(?:基金|项目|小组|社会组织|组织|队|团|活动|协会|骨干|公司|企业|超市|老板|慰问|慰问金|慰问品|救助|救助金|救助款|帮扶|关爱|助学)?$");

    /// <summary>中秋慰问发放, 大病救助款, 临时救助金.</summary>
    public static Pattern AidNamed { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}-[一二两三四五六七八九十百千万元块各每户送给发放的]]{1,8}?(?:慰问|送温暖|救助(?!款|金)|帮扶|送清凉|助学|关爱))(?:物资|款|金|品|活动)?(?:的)?(?:发放|[0-9一二两三四五六七八九十]+|发|送|款|金)|(?<name>[\\p{IsCJKUnifiedIdeographs}-[一二两三四五六七八九十百千万元块各每户送给发放的]]{2,6}(?:救助金|慰问金|助学金|补助金))|(?<name>[\\p{IsCJKUnifiedIdeographs}-[一二两三四五六七八九十百千万元块各每户送给发放的]]{2,6}(?:救助|慰问|助学))(?:款)");

    public static Pattern ProjectNamed { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{2,16}?)(?:这个)?(?:公益|慈善)*项目");

    /// <summary>新增骨干：秧歌队的田秀荣.</summary>
    public static Pattern BackboneNamed { get; } = new("(?<name>老(?:" + Surnames + ")|(?:" + Surnames + ")[\\p{IsCJKUnifiedIdeographs}]{1,2})(?=当|为|做|成为|被选)[^，,]{0,4}骨干|(?:的|，|：|:|骨干|增|加|是|把|培养|发展|吸收|推选|选|叫|、|和)(?<name>(?:" + Surnames + ")[\\p{IsCJKUnifiedIdeographs}]{1,2})(?=$|[，,。！!、；;（(]|为|当|成|做|入|和|等|进|纳|培|是|加|列|这|都|两|三|四|五)");

    private const string Surnames =
        "赵|钱|孙|李|周|吴|郑|王|冯|陈|褚|卫|蒋|沈|韩|杨|朱|秦|尤|许|何|吕|施|张|孔|曹|严|华|金|魏|陶|姜|戚|谢|邹|喻|柏|窦|章|苏|潘|葛|范|彭|郎|鲁|韦|昌|马|苗|凤|方|俞|任|袁|柳|鲍|史|唐|费|廉|岑|薛|雷|贺|倪|汤|滕|殷|罗|毕|郝|邬|安|常|于|傅|卞|齐|康|伍|余|顾|孟|黄|穆|萧|尹|姚|邵|汪|祁|毛|狄|贝|戴|宋|庞|熊|纪|舒|屈|项|祝|董|梁|杜|阮|蓝|闵|季|贾|路|江|童|颜|郭|梅|盛|林|刁|钟|徐|邱|骆|高|夏|蔡|田|樊|胡|凌|霍|虞|万|支|柯|管|卢|莫|房|裘|解|应|宗|丁|宣|邓|单|洪|包|左|石|崔|吉|龚|程|邢|裴|陆|荣|翁|甄|曲|封|储|靳|段|焦|巴|牧|谷|车|侯|全|班|仇|宁|祖|武|符|刘|景|詹|束|龙|叶|幸|司|韶|黎|蓟|薄|印|白|蒲|邰|赖|卓|蔺|屠|池|乔|阴|胥|苍|闻|党|翟|谭|申|冉|雍|桑|桂|牛|尚|温|庄|晏|柴|阎|连|习|向|古|易|廖|耿|匡|国|寇|广|欧|沃|利|蔚|隆|师|巩|聂|关|荆|游|权|盖|欧阳|司马|上官|诸葛|东方";

    private const string Addresses = "奶奶|爷爷|大爷|大妈|大娘|大叔|大婶|大伯|大姐|大哥|大嫂|阿姨|老汉|老太太|老太|老爷子|婆婆|婶子|婶|叔叔|叔|嫂子|嫂|姨|姐|哥|妹子|师傅|女士|先生|同学|小朋友|老人";

    /// <summary>周老汉, 郑大妈, 王建国奶奶: somebody whom the roster needn't hold.</summary>
    public static Pattern Addressed { get; } = new("(?<name>(?:" + Surnames + ")[\\p{IsCJKUnifiedIdeographs}]{0,2}?(?:" + Addresses + ")|老(?:" + Surnames + ")(?=家|那|的|个|，|,|$))");

    /// <summary>去钱多多家, 给冯建军办了…: a plausible name where only somebody's name can stand.</summary>
    public static Pattern Named { get; } = new("(?:(?:去|到)了?(?=[^，,]{2,3}(?:家|那[儿边里]|[、和跟]))|给|帮|陪|替|看望了?|探望了?|走访了?|回访了?|慰问了?|联系了?|问候了?|辅导了?|带着?|访|服务对象[是为：:]?|对象[是为：:])(?<name>(?:" + Surnames + ")[\\p{IsCJKUnifiedIdeographs}]{1,2}?)(?=家|那[儿边里]|的个案|个案|送|打|做|办|申请|理|洗|讲|开|换|修|装|过|补|辅|申|领|、|和|跟|，|,|。|$)");

    /// <summary>、 before and a separator behind: one of a list.</summary>
    public static Pattern Listed { get; } = new("(?:(?<=[、和跟与及：:])|(?<=^))(?<name>(?:" + Surnames + ")[\\p{IsCJKUnifiedIdeographs}]{1,2}?)(?=[、，,。；;]|和|跟|与|及|等|家|[一二两三四五六七八九十0-9]+[户家位人名]|$)");

    public static Pattern Past { get; } = new("[^为算]了(?!解)|过(?!年|节|期)");

    /// <summary>李桂兰改成不需要回访: what is known of a person changes.</summary>
    public static Pattern Changes { get; } = new("(?:改成|改为|换成|更新为|改到|变更为)(?![^，,]*(?:的|了)$)");

    public static Pattern Reminder { get; } = new("提醒|提示|通知(?!老人|大家|组员|家长|参加|孩子|成员|他|她|[^，,]{0,4}(?:带|来|参加))");

    /// <summary>张三请假了: of a group's members, who didn't come.</summary>
    public static Pattern StayedAway { get; } = new("请假|缺席|没来");

    /// <summary>小雨 is somebody's name too.</summary>
    public static Pattern Rain { get; } = new("(?:(?<!一)下|有)小雨");

    /// <summary>跟小王一起: the one who tells was there.</summary>
    public static Pattern WithBefore { get; } = new("[和跟与同给找]$");

    public static Pattern WithBehind { get; } = new("^(?:[我和跟陪]|一起|一块)");

    /// <summary>慈善总会出的.</summary>
    public static Pattern GivesBehind { get; } = new("^[出捐赞资提给送]");

    /// <summary>王女士捐了: who gives is nobody who is served.</summary>
    public static Pattern Gives { get; } = new("^(?:捐|赞助|资助|出资|出的|赠)");

    /// <summary>Words that look like a name: 马上, 高龄, 小康.</summary>
    public static readonly IReadOnlySet<string> NoNames = new HashSet<string>(
        "老师 路口 路边 应用 应该 管不 管住 高低 常来 常回 毛病 时不 路上 白跑 钱都 单子 向来 高兴 白等 方才 连着 连忙 安好 温度 路远 连夜 广播 江湖 梅雨 江水 河边 周末 周边 周围 周岁 毛线 高龄 高血 马上 安全 安排 安装 方便 方法 方式 关爱 关心 关系 管理 金额 平安 常去 常常 时间 单位 单独 单亲 全部 全家 全站 全村 国庆 连续 向阳 公益 万元 万块 广场 温暖 应急 支持 白天 白菜 水果 石膏 毛毯 毛巾 牛奶 钱包 钱款 包饺 包括 解决 解释 解读 申请 申报 利用 施工 康复 成长 党员 党群 党支 武装 司法 师傅 师范 班级 车间 车费 房子 房屋 路上 路过 游戏 易拉 习惯 温馨 盛饭 庄稼 苗圃 花园 江边 左右 古镇 林业 季度 田里 田间 梅花 龙舟 于是 任务 任何 何时 童年 项目 余款 和谐 席子 米面 米油 贝壳 明天 时候 文艺 文化 胡同 柴火 盖章 盖房 管道 费用 路灯 金融 金色 祝福 祝寿 常态 荣誉 武术 连线 关注 关怀 关于 关了 广大 应该 全体 全面 全程 高中 高考 高新 王阿 利民 温水 白内 黄牛 双方 时代 安慰 安抚 安置 安心 项链 阴历 包粽 包了 包里 解开 解答 解闷 全都 常规 国家 国家级 连续三 印章 祖国 左邻 伍员 田地".Split(' '));

    public static readonly IReadOnlyList<(EvidenceKind Kind, string[] Words)> Evidence =
    [
        (EvidenceKind.WatermarkPhoto, ["照片", "相片", "图片", "水印", "拍照", "合影"]),
        (EvidenceKind.SignInSheet, ["签到表", "签到", "签名表"]),
        (EvidenceKind.ReceiptForm, ["领取单", "领取表", "签领表", "签领单"]),
        (EvidenceKind.SurveyForm, ["调研表", "调查表", "问卷"]),
        (EvidenceKind.News, ["新闻稿", "新闻", "简讯", "推文"]),
        (EvidenceKind.NameList, ["名册"]),
        (EvidenceKind.Certificate, ["社工证", "证书", "证号"]),
    ];
}
