using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Deeds that are a verb and its object, with something between them.</summary>
internal static class DeedPatterns
{
    public static IReadOnlyList<(string Topic, Weight Weight, Pattern Pattern)> All => field ??=
    [
        (DeedWords.Link, Weight.Concrete, Applies),
        (DeedWords.Link, Weight.Concrete, Finds),
        (DeedWords.Link, Weight.Concrete, Offices),
        (DeedWords.Link, Weight.Concrete, Explains),
        (DeedWords.Link, Weight.Concrete, Enrols),
        (DeedWords.Link, Weight.Concrete, FindsOne),
        (DeedWords.Care, Weight.Concrete, Handles),
        (DeedWords.Care, Weight.Concrete, Teaches),
        (DeedWords.Care, Weight.Concrete, Cheers),
        (DeedWords.Care, Weight.Concrete, Mends),
        (DeedWords.Care, Weight.Weak, Helps),
        (DeedWords.Revisit, Weight.Contact, Measures),
        (DeedWords.Revisit, Weight.Contact, Calls),
        (DeedWords.Revisit, Weight.Contact, Looks),
    ];

    /// <summary>办了个残疾证, 办高龄津贴, 跑下来了低保, 领了补贴.</summary>
    private static Pattern Applies { get; } = new("(?:办|跑|领|申|补|换|交|报|评|续|签)(?:了|好|上|到|下来|个|一个|一下|理|完|妥)*[^，,]{0,8}(?:证|卡|手续|低保|特困|补贴|津贴|补助|救助|医保|社保|养老金|保险|户口|公租房|廉租房|危房|资格|材料|助学金|家庭医生|入院|入住|学籍|认证|年审)|(?:补贴|津贴|补助|助学金|救助金|低保|残疾证|医保|社保|养老金|公租房|廉租房)[^，,]{0,4}(?:批|办好|办下|申请|下来|审批)|(?:申请表?|手续|材料)[^，,]{0,6}(?:报上|交上|递上|递到|递交|报给|交给|报到|交到|送到)");

    /// <summary>联系上了社区食堂, 找了个岗位, 介绍了一家养老院, 争取了助学金.</summary>
    private static Pattern Finds { get; } = new("(?:联系|找|介绍|推荐|争取|协调|落实|安排|预约|请)(?:了|上|到|好|一下|个|一个|一家|几个|一份)*[^，,]{0,10}(?:食堂|岗位|工作|活儿|企业|公司|厂|超市|机构|养老院|敬老院|福利院|医院|医生|专家|村医|大夫|律师|残联|民政|社保|学校|老师|志愿者|资助|助学|补助|名额|床位|复诊|门诊|就诊|体检|义诊|住院|入学|入住|护工|保姆|家政|保洁|送餐|助浴|培训|课程|村委|居委|社区|街道|物业|电工|师傅|轮椅|辅具|助听器|基金会|协会|慈善)");

    /// <summary>陪他去残联, 材料交到民政了, 带她去社保局.</summary>
    private static Pattern Offices { get; } = new("(?:陪|带|领|送|去|到|找|跑|替|帮|交|递|报)[^，,]{0,8}(?:残联|民政局|民政办|民政所|社保局|社保所|医保局|人社局|派出所|街道办|镇政府|便民|政务|司法所|法院|房管|银行|就业局|劳动局|教育局|救助站)|送[^，,]{0,8}(?:养老院|敬老院|福利院|托养|日间照料|日照中心)");

    /// <summary>讲了高龄津贴怎么领, 给他讲低保政策.</summary>
    private static Pattern Explains { get; } = new("(?:讲|宣传|介绍|解释|说明|普及|解读|宣讲|告知|咨询|解答)(?:了|一下|解|给|下)*[^，,]{0,12}(?:政策|补贴|津贴|福利|医保|低保|救助|待遇|就业|入学|上学|手续|流程|报销)|政策[^，,]{0,4}(?:咨询|宣传|讲|解)");

    /// <summary>报了技能班, 联系了夏令营.</summary>
    private static Pattern Enrols { get; } = new("(?:报|报上|报名|报了|联系|找|申请|争取)(?:了|上|到|好)*[^，,]{0,12}(?:培训班|技能班|学习班|兴趣班|辅导班|[一-龥]{2}班|夏令营|冬令营|训练营|技能培训|免费课)");

    /// <summary>擦了窗户, 修了灯, 换了床单, 装了个扶手, 收拾了一下屋子.</summary>
    private static Pattern Handles { get; } = new("(?:擦|扫|拖|洗|晒|缝|修|换|装|安|贴|刷|铺|搬|弄|理|剪|做|煮|买|取|拿|代缴|缴|交|喂|检查|查)(?:了|好|完|个|一个|一下|一遍|些|点|上|干净|理)*[^，,。]{0,6}(?:窗户|玻璃|地|院子|屋子|屋里|房间|卫生|家务|衣服|被子|被褥|床单|灯|灯泡|水管|水龙头|马桶|门|锁|电视|电器|线路|电路|电线|电器|灶台|煤炉|燃气|煤气|炉子|扶手|烟感|报警器|轮椅|轮胎|头发|发型|指甲|饭|面条|菜|药|水费|电费|话费|安全)(?!的事|情况|政策)");

    /// <summary>联系了个修鞋的摊位, 找到一份活: got for somebody.</summary>
    private static Pattern FindsOne { get; } = new("(?:联系|找|争取|协调|介绍|对接|寻)(?:了|好|到|上|来)+(?:一|1|两|几)?(?:个|家|份|台|副|处|块|间|张|门|笔)(?!人|老人|孩子|电话|小时|邻居|月)");

    /// <summary>下水道通开了, 灯泡换好了: the thing stands before what was done to it.</summary>
    private static Pattern Mends { get; } = new("(?:窗户|玻璃|院子|屋子|房间|床单|被子|衣服|灯泡?|水管|水龙头|下水道|马桶|门锁|门|电视|收音机|线路|电路|电线|灶台|炉子|煤气|扶手|烟感|报警器|轮椅|坡道|台阶|墙|屋顶|房顶|柴|菜地|庄稼|苞米|玉米|麦子|稻谷)(?:也|都|给|帮|全)*[^，,了]{0,4}(?:装|修|换|擦|通|洗|扫|刷|补|弄|收拾|铺|接|劈|收|割|种|浇|晒|叠|整)(?:好|上|完|开|通|干净|利索|齐|下来)*了|(?:刷|粉)(?:了|好|完)*[^，,]{0,4}墙|过(?:了|个|一个)*(?:大|小)?(?:生日|寿)|配(?:了|一|副|个)*[^，,]{0,3}(?:眼镜|假牙|助听器)|(?:取|寄|拿|领)(?:了|个|回)*[^，,]{0,4}(?:包裹|快递|邮件|信)|搭(?:了)?把手|打下手|(?<!院[子里]*)(?:收|掰|割|刨)(?:了|完|好|着)*[^，,]{0,4}(?:苞米|棒子|玉米|麦|稻|谷子|土豆|红薯|花生)");

    /// <summary>帮何大爷把药分好, 带周浩上县城配了镜子, 替张大爷跑了一趟.</summary>
    private static Pattern Helps { get; } = new("(?:帮|替)(?![扶我咱忙站])[^，,]{1,14}(?:了(?!解)|好|完|上|开|掉|干净|齐)|(?:带|领|陪|背|推|扶|搀)着?[^，,]{1,8}(?:去|上|到|进|往)[^，,]{1,14}(?:了(?!解)|过|趟)");

    /// <summary>量完血压, 测了个体温.</summary>
    private static Pattern Measures { get; } = new("(?:量|测|查)(?:了|过|完|好|个|一下|一次)*(?:血压|血糖|体温|心率|脉搏|血氧)");

    /// <summary>教李奶奶用微信, 带刘强做康复训练, 领孩子们画画.</summary>
    private static Pattern Teaches { get; } = new("(?:教|带|领|组织|陪|推着?|搀着?|扶着?|背着?)(?!了?(?:话|东西|材料))[^，,]{1,14}(?:转|兜|溜达|透气|晒|逛|用|学|做|写|读|玩|画|唱|跳|练|练习|锻炼|训练|活动|走|逛|散步|看病|检查|过节|过生日|复查|吃)");

    /// <summary>给她做思想工作, 聊开了心结.</summary>
    private static Pattern Cheers { get; } = new("上(?:了|完|过)?[^，,]{0,6}课|补(?:了|习|习了|上)?[^，,]{0,6}(?:数学|语文|英语|作业|功课|拼音|算术|作文|课)|(?:念|读)(?:了|过)?[^，,]{0,6}(?:报纸?|书|信|新闻)|送(?:了|去|来|过去|份|顿|碗|个|一|点|热)*(?:早餐|午餐|晚餐|早饭|午饭|晚饭|饭菜?|盒饭|热饭|粥|汤|饺子|水饺)|(?:做|解开|打开)(?:了|了了|通|一下)*[^，,]{0,6}(?:思想工作|心结|心理工作|情绪工作|疏导|辅导|安抚|陪伴|按摩|康复|训练|安全检查|卫生)");

    /// <summary>给张三打了两个电话, 打他手机, 跟刘哥电话.</summary>
    private static Pattern Calls { get; } = new("打(?:了|过|个|一个|几个|[一两二三四五0-9]个|他|她|通)*[^，,]{0,6}(?:电话|手机)|(?:跟|和|与|给)[^，,]{1,8}(?:通|打|视频|电话|微信|语音)");

    /// <summary>看了李奶奶, 去看她, 去王大爷家看看.</summary>
    private static Pattern Looks { get; } = new("(?:去|来|上门|登门|顺道|顺路|也|又|再)(?:[^，,]{0,8})(?:看|瞧|瞅|望)(?:了|看|望|一下|一眼|了看)?|^看了");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
}
