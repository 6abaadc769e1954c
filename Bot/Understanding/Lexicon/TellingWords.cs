using System.Text.RegularExpressions;

using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What kind of record a story makes. Patterns read the clauses in which something was done, joined by commas.</summary>
internal static class TellingWords
{
    /// <summary>小王考过社工证了.</summary>
    public static Pattern Staff { get; } = new("(?:社工证|社工师|社会工作(?:者|师)|社工资格|职业资格|助工证|中级证|初级证|证书)[^，,]{0,10}(?:下来|到手|拿到|考[过上下出到]|取得|通过|领到|发下|打印|复印|有了)|持(?:有|的)?[^，,]{0,10}(?:证|社工师|社会工作师)|(?:驻站|新来的?|新到的?|新招的?|新)[^，,]{0,4}社工[^，,]{0,10}(?:报到|到岗|入职|上岗|上班|来了|到位)|(?:考[过上下出到取]|拿到?|取得|领到)了?[^，,]{0,6}(?:社工证|社工师|社会工作|社工资格|助工|中级社工|初级社工)");

    /// <summary>财务制度上墙了, 这项不适用.</summary>
    public static Pattern Equipped { get; } = new("上墙|上了墙|挂[上好了起出]|贴[上好了出]|张贴|不适用|没有?条件|用不上|到位|配[好齐备了]|装[好修上]|布置|收拾出|腾出|建[好成了]|弄好|做好|整好|完善|修订|制[定订]|定好|印[好出了]|打印(?!机)|更新|换了?新|安装|添置|买[了好]|采购|设[好了立]|完成|齐了|达标|搞好|画好|写好");

    /// <summary>驻站社工小陈报到: of a colleague, though a resident may be called so too.</summary>
    public static Pattern Stationed { get; } = new("驻站|新(?:来|到|招)?的?社工|社工师?[小老]|入职|报到|到岗");

    /// <summary>爱心超市给了牛奶20箱: to whom isn't said.</summary>
    public static Pattern GiverGave { get; } = new("(?:慈善总会|慈善会|协会|基金会|红十字会|企业|老板|公司|商会|超市|银行|爱心人士|好心人)给(?:了)?(?!我们|咱|站|社工站|社区|老人|困难|低保|孩子|[^，,]{0,6}[0-9一二两三四五六七八九十百]+[户人家位名])");

    /// <summary>社工小陈: a colleague whom the bot needn't know.</summary>
    public static Pattern StaffNamed { get; } = new("(?:社工师?|同事|站里|站上|叫)(?<name>[小老](?:[\\p{IsCJKUnifiedIdeographs}])|[\\p{IsCJKUnifiedIdeographs}]{2,3}?)(?=今天|昨天|今日|前天|上周|这周|本周|报到|到岗|入职|上岗|持|考|拿|，|,|$)");

    public static Pattern NotApplicable { get; } = new("不适用|没有?条件|用不上|没有?(?:单独|专门|独立)");

    public static Pattern Backbone { get; } = new("骨干");

    /// <summary>培训 of those who volunteer, not of one resident.</summary>
    public static Pattern Training { get; } = new("(?:组织|开展|举办|办|搞|做|开|进行|讲|上|完成|请)(?:了|完|过|好)*[^，,]{0,16}(?:培训|能力建设|工作坊)|培训[^，,]{0,6}(?:结束|完|做|办|搞|开|顺利|来了|到了|参加|举办)|(?:骨干|队长|社会组织|志愿者|社团)[^，,]{0,8}培训");

    /// <summary>报了电工培训, 联系了培训班: for somebody, by others.</summary>
    public static Pattern Enrols { get; } = new("(?:联系|报|介绍|推荐|找)[^，,]{0,10}培训|培训班[^，,]{0,4}报");

    /// <summary>培训社会组织人员一次: whatever it was about (小组工作).</summary>
    public static Pattern TrainsOthers { get; } = new("(?:给|对|组织|请)?(?:社会组织|骨干|志愿者|志愿队|队员|社团|负责人)[^，,]{0,8}(?:做|办|搞|开|上|进行)?(?:了)?[^，,]{0,8}培训|培训(?:了|过)?[^，,]{0,4}(?:社会组织|骨干|志愿者|志愿队|队员|社团|负责人)");

    /// <summary>跟他签了接案协议: that opens the case.</summary>
    public static Pattern CaseSigned { get; } = new("签[^，,]{0,6}(?:协议|同意书|知情)");

    /// <summary>社区公益慈善项目展示推介.</summary>
    public static Pattern Promo { get; } = new("推介|(?:介绍|宣传|推广|展示|摆摊|路演)[^，,]{0,10}(?:慈善|公益)[^，,]{0,4}(?:项目|活动)|(?:公益|慈善)[^，,]{0,8}(?:展示|展览|展板|宣传周|宣传日|宣传活动|集市|路演)");

    public static Pattern Case { get; } = new("个案|案主|接案|开案");

    public static Pattern CaseDocument { get; } = new("(?:计划书|计划表|服务计划|介入计划|方案|预估表?|评估表|评估报告|登记表|申请表|同意书|协议书?|知情|结案报告|结案表|个案报告|总结报告|文书|档案|记录表|过程记录|材料)[^，,]{0,8}(?:写|填|补|做|整理|交|完成|弄|打印|签|齐|好了|归档)|(?:写|填|补|做|整理|交|完成|弄|打印|签)(?:好|完|上|齐|了)+[^，,]{0,10}(?:计划书|计划表|服务计划|方案|预估表|评估表|登记表|申请表|同意书|协议|结案报告|文书|记录表|过程记录)");

    public static Pattern CaseClose { get; } = new("结案|个案[^，,]{0,8}(?:结了|结掉|办结|结束了?|终结|终止|收尾了|关了|了结|圆满|画上句号)|结了[^，,]{0,8}个案");

    public static Pattern CaseOpen { get; } = new("(?:开|立|建|接|收|新增|新开|建立|开启|启动|申请|受理|转(?:为|成|入)|列为|纳入|作为|做)(?:了|个|一个|一份|好|起|着|案|新|下|起来)*[^，,]{0,6}个案(?!记录|室)|个案[^，,第]{0,6}(?:立了|开了|建了|立案|立起|接案|建档|立项|开起来|启动|新开|建好|接了)|接案|立案|开案|建了?个案");

    public static Pattern CaseClosed { get; } = new("结案");

    public static Pattern Charitable { get; } = new("慈善|公益");

    public static Pattern Volunteers { get; } = new("志愿者");

    /// <summary>第3节, 第二次活动.</summary>
    public static Pattern Session { get; } = new("第(?<n>[0-9零一二两三四五六七八九十]{1,3})(?:节课|节次|(?<times>次)(?:面谈|会谈|访谈|个案|小组|活动|集会|聚会)?|堂课|节|期|堂)(?!目|省|约|日|气|奏)");

    public static Pattern Group { get; } = new("小组|(?:茶话会|手工坊|读书会|俱乐部|兴趣班|成长营|故事会|工作坊|沙龙|课堂)");

    public static Pattern GroupOpen { get; } = new("(?:新开|新建|组建|成立|创建|筹建|筹备|招募|立|建|开设|发起)(?:了|个|一个|起|好|起来|出)*[^，,第]{0,14}小组|小组[^，,第]{0,12}(?:开起来|办起来|搞起来|拉起来|组起来|立起来|做起来|凑起来|成了$)|^(?:我们|咱们|今天|昨天|又|新)*(?:开|做)(?:了|个|一个)?[^，,第]{0,10}小组(?:[：:叫，,]|$)|小组[^，,第]{0,12}(?:立项|成立|建起来|建好|开组|开班|招募|名字叫|叫做?|取名|组建)");

    /// <summary>来了8个人, 到场7人.</summary>
    public static Pattern Attended { get; } = new("(?<![起出下过回上])来了|到场|实到|出席|参加的?|到了|参与|人不多");

    public static Pattern GroupClose { get; } = new("小组[^，,第]{0,8}(?:结项|结组|收官|圆满结束|结束了|全部做完|全做完|结了)");

    public static Pattern Fund { get; } = new("(?:慈善|公益|救助|互助|助学|助老|助残|专项|帮扶|关爱|发展|爱心|社区)?基金(?!会)");

    public static Pattern Founded { get; } = new("设立|成立|批[下了复准]|建立|建了|建起|建好|启动|挂牌|注册|揭牌|设了|立了|开设|签约|立起来|成功");

    /// <summary>进社区基金了: the fund is only where money goes.</summary>
    public static Pattern IntoFund { get; } = new("(?:进|入|归入?|放进|放入|打[进入到]|转[进入到]|存[进入到]|划[进入到]|并入|计入|注入|捐[给入进到])(?:了|到)?(?<name>[^，,。！!]{0,14}?基金)(?!会)");

    public static Pattern Project { get; } = new("(?:慈善|公益)[^，,。]{0,16}(?:项目|计划|行动)|项目");

    public static Pattern Started { get; } = new("启动|开展|做起来|做了|做完|实施|上线|落地|完成|立项|开始|搞了?|办了?|推进|执行|结束|推出|开张|举办|开工|收尾|运行");

    public static Pattern Needs { get; } = new("需求(?:信息)?(?:登记)?(?:表|单|信息)|慈善需求|困难(?:群众)?[^，,]{0,4}需求|需求[^，,]{0,3}[0-9一二三四五六七八九十百两]+份|心愿(?:单|卡|征集)|微心愿");

    public static Pattern Survey { get; } = new("调研|摸底|摸排|调查|需求评估|问卷|需求访谈");

    public static Pattern Raised { get; } = new("(?<!招)募(?!资任务)|众筹|筹(?:款|到|集|得|了|措|来|资)|义卖|义演|义拍|(?<!慈)善款|(?<!(?:低保|补贴|津贴|工资|养老金|退休金|抚恤金|残补|补助|生活费|医保|报销|救助金|助学金|赔偿|抚养费|赡养费|钱)[^，,]{0,8})(?:到账|入账|进账)|捐款|认捐|(?:收到|接收|接受|收了)[^，,]{0,16}(?:捐|善款)|(?:捐|赞助|资助)(?:了|来|给我们|给站里|给咱们?)*[^，,]{0,4}[0-9一二两三四五六七八九十百千万.]+(?:元|块|万|千)");

    /// <summary>Things that are given to residents.</summary>
    private const string Goods = "米面油|米面|大米|小米|白面|面粉|挂面|面条|食用油|花生油|菜油|油|米(?!线)|牛奶|奶粉|奶|鸡蛋|蛋|月饼|粽子|汤圆|元宵|饺子皮|棉被|被子|被褥|床被|毛毯|毯子|床单|衣服|棉衣|棉服|羽绒服|毛衣|衣物|鞋子?|帽子|围巾|手套|书包|文具|书本|图书(?!馆|室|角)|课外书|校服|学习用品|水果|苹果|蔬菜|猪肉|肉|口罩|消毒液|物资|慰问品|慰问金|救助金|救助款|助学金|补助金|现金|红包|礼包|奖品|礼物|礼品|生活用品|生活物资|日用品|洗漱用品|纸尿裤|护理垫|尿不湿|购物卡|代金券|消费券|卡券|轮椅|拐杖|助行器|助听器|盲杖|电热毯|电风扇|风扇|暖宝宝|热水袋|取暖器|煤炭|煤|炭|柴|春联|福字|玩具|电脑|平板|自行车|爱心包|健康包|防疫包|急救包|食品|粮油|粮食|蛋糕|点心|糕点|凉席|蚊帐|清凉包|绿豆|白糖|茶叶|毛巾|肥皂|牙膏|洗衣粉|洗衣液";

    /// <summary>发了米面油, 送了一袋米, 每户100块, 救助款一千二交到他手上.</summary>
    public static Pattern GivenAway { get; } = new("发放|派发|分发|(?<!出|突|转|激|启|理|批)(?:发|送|给了|捧|拎|赠|分|捐)(?:了|去|来|上|给|到|过|完|出|下|赠|走)*(?![^，,。]{0,6}(?:教|学|包(?=[粽饺汤包])|做|煮))[^，,。]{0,14}(?:" + Goods + ")(?!的事)|给[^，,。]{1,8}买[^，,。]{0,8}(?:" + Goods + ")|领(?:了|取|走|到)*[^，,。补]{0,6}(?:" + Goods + ")|给[^，,。]{1,10}[0-9一二两三四五六七八九十]+(?:袋|桶|床|箱|盒|份|件|套|斤|包|提)(?:" + Goods + ")|(?:" + Goods + ")[^，,。]{0,8}(?:发[了完出到下给放]|送[了到去给完来]|交[到给]|领[走了取]|发$|到手)|(?:救助|慰问|补助|助学|资助)(?:款|金|品)|(?<!(?:慈善总会|慈善会|协会|基金会|红十字会|企业|老板|公司|商会|超市|银行|爱心人士|好心人)[^，,]{0,4})各?[发送给](?:了|去|上)*[^，,。]{0,8}[0-9一二两三四五六七八九十百千万.]+(?:元|块|万)|慈善救助|[钱款金元块万][^，,]{0,8}(?:发|交|送|转|打)(?:到|给)(?!我们|咱|站|社工站|账)|(?:慰问|送温暖|送清凉|送爱心|救助|物资|" + Goods + ")[^。！!？?]{0,12}发(?:放)?(?:完了?|齐了?|到位|下去了?|出去了?)(?=$|[，,])|每[户人家位][^，,户人家]{0,2}[0-9一二两三四五六七八九十]+[箱袋桶份床件套盒个提包斤瓶张](?:" + Goods + ")|每[户人家][0-9一二两三四五六七八九十百千]+(?:元|块)|出资[^，,]{0,8}(?:元|块|万)[^。]{0,12}(?:慰问|救助|帮扶|资助)|发(?:了|给)?[^，,]{0,4}[0-9一二三四五六七八九十百两]+户");

    /// <summary>助学金批下来了: got for somebody, from elsewhere.</summary>
    public static Pattern Granted { get; } = new("(?:助学金|救助金|补助金?|补贴|津贴|救助款?)[^，,]{0,6}(?:批|申请|办好|办下|下来|审)|(?:申请|争取|办理?|报)(?:了|到|下来)*[^，,]{0,8}(?:助学金|救助|补助|补贴|津贴)");

    /// <summary>这是9月10号给张三送米的领取单.</summary>
    public static Pattern Pointed { get; } = new("^图片(?:[×x][0-9]+)?\\]?[^，,了]{1,14}的$|^(?:这|那)(?:是|张|几张|个|份|些)[^，,]*(?:照片|相片|水印|签到表|领取单|领取表|调查表|调研表|截图|新闻稿|名册|证明|图)");

    /// <summary>爱心企业捐了十床被子: came in, or went on to somebody?</summary>
    public static Pattern Donated { get; } = new("捐|赠|赞助");

    /// <summary>慈善会给了五千, 慈善棉衣40件, 爱心企业的米: charity's, and whether it came in or went out isn't said.</summary>
    public static Pattern OfCharity { get; } = new("慈善|爱心|公益|善款|(?:协会|基金会|红十字会|企业|老板|公司|商会|超市|银行|好心人)[^，,]{0,4}(?:给|的)");

    /// <summary>张三那事儿昨天办妥了: whatever that was.</summary>
    public static Pattern ThatMatter { get; } = new("^[^，,]{0,12}(?:那|这)(?:个|件|档子?|码)?(?:事|事情|活)儿?[^，,]{0,6}(?:办|弄|搞|做|解决|处理|落实|完)(?:妥|好|完|成|定|下来)*了?$");

    /// <summary>叫“夕阳红”, 第五节, 计划六节: goes on with what stands before it.</summary>
    public static Pattern GoesOn { get; } = new("^(?:(?:名字)?(?:就)?(?:叫|取名|起名|名为|名叫|定名)|名字|(?:在|就是|计划|打算|一共|总共|共|每节|主题|内容|地点|时间|人数))");

    /// <summary>周六那节, 今天这节: a session, though of what isn't said.</summary>
    public static Pattern SomeSession { get; } = new("[那这上下]一?节(?!课?数|目|约|省|日)|节活动");

    public static Pattern PassedOn { get; } = new("(?:发|分|送|转)(?:给|到|放|了给)|(?:捐|赠)给了?(?!我们|咱|站|社工站|社区)|领取|领走");

    public static Pattern Received { get; } = new("收到|接收|接受|募|给(?:我们|咱|站里|社工站|社区)|送(?:来|到)(?:站|咱|我们)");

    public static Pattern GoodsNamed { get; } = new(Goods);

    /// <summary>米20袋, 一袋米一桶油, 十床被子.</summary>
    public static Pattern GoodsCounted { get; } = new("(?:(?<!红)[0-9一二两三四五六七八九十百]+|一?批|一?些)(?:袋|桶|床|箱|盒|份|件|套|个|台|包|斤|公斤|瓶|双|辆|副|本|张|把|块|只|提|旧|新|批|壶|罐|板|条)*[^，,。0-9一二两三四五六七八九十元户人位名家发送给]{0,3}(?:" + Goods + ")|(?:" + Goods + ")(?:[0-9一二两三四五六七八九十百]+(?:袋|桶|床|箱|盒|份|件|套|个|台|包|斤|公斤|瓶|双|辆|副|本|张|提|壶))?");

    private const string OrganisationEnd = "社会组织|志愿服务队|志愿者队伍?|志愿队|服务队|秧歌队|舞蹈队|合唱队|太极队|腰鼓队|锣鼓队|巡逻队|宣传队|文艺队|健身队|义工队|队伍|队|合唱团|艺术团|歌舞团|剧团|曲艺团|社团|团|协会|联合会|联谊会|互助会|理事会|议事会|促进会|老年会|读书社|诗社|书画社|棋社|社(?!区|工|会|保)|工作室|志愿站|俱乐部|联盟";

    /// <summary>夕阳红舞蹈队.</summary>
    public static Pattern Organisation { get; } = new("(?<name>[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9·]{0,14}?(?:" + OrganisationEnd + "))(?!长)");

    public static Pattern Incubated { get; } = new("(?:成立|备案|注册|孵化|培育|组建|筹建|扶持|登记|组起|拉起|建起|挂牌)");

    public static Pattern Activity { get; } = new("活动|清洁|卫生|演出|表演|演了|巡逻|宣传|义诊|比赛|排练|文艺|汇演|整治|捡|清理|协商|议事|种树|植树|扫|广场舞|慰问|义剪|义务|服务|讲座|联欢|跳|唱|巡查|劝导|交流|聚会");

    public static Pattern Attached { get; } = new("照片|相片|图片|水印|签到表|签到|领取单|领取表|调查表|调研表|新闻|简讯|名册|截图|证明|台账");

    public static Pattern Attaching { get; } = new("^(?:这|给你|发你|补|再补|上传|附|发)|拍好|拍了|补一下|补上|补个|补传|补照|补图|在这|如下|发你|传给你|发过来|发过去|发给你|发上来|(?:照片|相片|图片?|签到表|领取单)[^，,]{0,3}来[了咯啦喽哈]|这就发|一会发|\\[图片");
}
