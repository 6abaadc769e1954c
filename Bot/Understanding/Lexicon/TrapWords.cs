using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What makes a clause no deed: it failed, is planned, asked, only heard of, called off, or what somebody said.</summary>
internal static class TrapWords
{
    /// <summary>今天上午第一节嘛: asks only behind 干.</summary>
    public const string Particle = "嘛";
    public const string ToDo = "干";

    /// <summary>敲门没人应, 没见到, 打了没接, 走到半道又回来了.</summary>
    public static Pattern Failed { get; } = new("未遇|未见到?(?!好|效|异)|未能(?:见|联系|入户)|没人(?!管|陪|照|说|帮|理|做|接送|疼|问|聊|来|养|伺候|看|搭)|(?:家里?|屋里?|都|也)没有?人(?!管|陪|照|说|帮|理|做|疼|问|聊|来看)|没在家|不在家|没在(?!意|乎)|人不在|都不在|不在$|没见[到着上]|没能见|没碰[到上着]|没遇[到上]|没找[到着]人|扑了?个?空|白跑|闭门羹|没敲开|没开门|门没开|不开门|锁着|锁了门|锁门|铁将军|大门紧闭|没进去|没进门|不让进|没应|没人应|没有?接|不接|未接|无人接|没打通|打不通|没通|关机|停机|占线|空号|忙音|联系不上|联系不到|没联系[上到着]|没联络上|没回(?:消息|微信|电话|信|复|我)|没去成|没走成|没成功|没顾上|没来得及|没去(?!过|看病|医院)|半(?:道|路|途)[^，,]{0,10}回|折回|返回来|原路返|跑空|空跑|错过了?$|没等(?:[到着]|来人)|没回(?:来|家)(?=$|[，,。])|没见人|(?:^|[^，,0-9一二两三四五六七八九十])(?:他|她|人|孩子|本人|对方)(?:又|也|都|却|就|竟|还是|到最后)*没(?:来|到|露面|出现|赴约)(?:成)?(?=$|[，,。])|只好(?:先)?(?:走|回|撤|离开|作罢)|敲(?:了|门|半天)*没(?:动静|反应|声)|爽约|不肯见|不愿见|拒访|拒绝了?(?:见|访|入户|开门)");

    /// <summary>Those whose absence is no failed visit: 闺女不在家.</summary>
    public static Pattern Kin { get; } = new("(?:儿子|女儿|闺女|老伴|儿媳|媳妇|丈夫|老公|妻子|爸爸|妈妈|爸|妈|父母|父亲|母亲|家长|家属|子女|儿女|孙子|孙女|哥哥|姐姐|弟弟|妹妹|邻居|保姆|护工|监护人|孩子们?都)[^，,]{0,6}$");

    /// <summary>After a failure, what was reached after all.</summary>
    public static Pattern Reached { get; } = new("打通|(?:改|又|再|还是)(?:去|上|到|打|约)[^，,]{0,10}[的了]$|(?:问|填|做|聊|补|弄|办|谈)完|接了|接通|通了|视频上|联系上|见[着到上]了?|碰[到上着]|遇[到上]|等到|找[到着](?:他|她|人|了)|回来了?[^，,]{0,4}(?:聊|看|问|谈)|聊|唠|谈|疏导|帮|陪|做|送到|开了门|开门了|在(?:邻居|地里|院里|村口|广场|路上)");

    /// <summary>What one does when nobody is there; nobody was reached by it.</summary>
    public static Pattern AroundAbsence { get; } = new("(?:问|找|跟|听|向)[^，,]{0,4}邻居|邻居[^，,]{0,4}[说讲]|打听|留了?[^，,]{0,4}条|纸条|贴在|放在?门|门口|等了");

    public static Pattern CalledOff { get; } = new("取消|停开|没开成|没办成|没搞成|没上成|没做成|没弄成|没办起来|没组织起来|没举办|推迟|延期|延后|后延|推后|顺延|改期|改天|改到|改在|提前到(?!了)|停一[次节回周下]|不(?:办|开|搞|上|做|活动)了|改成(?:下|明|后|周|星期|礼拜|[0-9一二三四五六七八九十]+[月号日])|挪到|换到(?!位)|往后推|往后挪|暂停|停了|停办|停课|泡汤|黄了|散了$|办不了|开不了|做不了|搞不了|去不了|来不了|流产");

    /// <summary>改成昨天上午去的: it was done, on another day or in another way.</summary>
    public static Pattern DoneAfterAll { get; } = new("(?<![不没])(?:去|做|开|办|上|搞|聊|见|完成|弄|补|谈|访)(?:完|好|成|上|到)?(?:的|了)$|做完|开完|办完|补上了|补了|照常|(?:已经?|终于|总算)[^，,]{0,14}了");

    /// <summary>打算, 准备去, 一会儿帮他, 正往…走.</summary>
    public static Pattern Planned { get; } = new("^(?:本来|原定|原本|原来|本想|原计划)|(?<![的有个]|个人)打算|(?:准备|计划|安排|想着|想|(?<![主重只首次需还])要(?!我|求|是)|得|该|需要|预备|争取|琢磨|寻思|合计|考虑|惦记)[^，,了过完好]{0,6}(?:去|给|到|上门|走访|回访|看|联系|打电话|开|做|办|陪|带|帮|找|发|搞|组织|跑|聊|谈|见|量|送)(?![^，,]{0,14}[了过完])|寻思|琢磨着|(?:一会|待会|等会|回头|晚点|晚些|过会|改天|改日|过两天|过几天|抽空|有空|有时间|到时候|等下|等一下|这就|马上|立马|即将|快要|将要|将于|拟于?)[^，,]{0,12}(?:去|给|到|上门|走访|回访|看|联系|打电话|开|做|办|陪|带|帮|找|发|搞|组织|跑|弄|聊|访)(?!了|过|完)|正[往要去][^，,]{0,10}(?:走|去|赶|路上|呢)|在去[^，,]{0,10}路上|往[^，,]{0,10}(?:走|赶|去)呢|(?:约好|约了|约在|约定|说好|说定|定在|定于|定了|排在|安排在|安排到|预约)[^，,]{0,12}(?:去|见|上门|看|来|开|做|再|[一二三四五六日天号点])(?!了|过|完)|提醒我|别忘|记得提醒|帮我记着|(?<![预特签大条节])约(?!莫|有|好|了|在|定|[0-9一二三四五六七八九十])[^，,了过]{1,8}(?:来|见|去|到|上|在|谈|聊)(?![^，,]{0,14}[了过完])|通知[^，,]{0,8}(?:带|来|参加|准备|穿)|下次|下回|下一节|下节|再去|还要去|还得去|要不给|要不去|要不要给");

    /// <summary>计划开展六节, 拟做5次: how long a group is to last is no plan to found it.</summary>
    public static Pattern SessionsToCome { get; } = new("(?:计划|拟|打算|准备|预计)(?:一共|总共|共)?(?:开展?|做|办|搞|组织|进行|活动)?(?:[2-9]|1[0-9]|[两二三四五六七八九十]{1,2})(?:节|次|期)");

    /// <summary>原定, 本来想: it never came to it.</summary>
    public static Pattern Meant { get; } = new("本来|原定|原本|原来|本想|原计划");

    /// <summary>What a plan can't have: the deed is over.</summary>
    public static Pattern Over { get; } = new("[^为不除](?:了|过)(?!解|会|吗|么)|完了?$|完(?=又|就|再|还|以?后|之后)|完了|刚|已经|的$");

    /// <summary>Beside the file that is promised (照片一会发) nothing else is planned.</summary>
    public static Pattern Evidence { get; } = new("(?:照片|相片|图片|水印|签到表?|签名表?|领取单|领取表|名单|台账|截图|新闻稿|票据|收据|电子版)[^，,]{0,10}(?:发|补|拍|传|交|给你|送|上传|在|有|齐|签|写|做好|整理|都)|(?:发|补|拍|传|交|上传)[^，,]{0,4}(?:照片|签到表|领取单|名单|材料|截图)|^表(?:都|全|也)?(?:齐|在|有|填|签)|^(?:有|附|带)(?:签到|照片|领取单)|这就发|一会发|稍后发|回头发|明天补");

    /// <summary>听说, 村干部说, 隔壁站今天发了: not by the station.</summary>
    public static Pattern Hearsay { get; } = new("^(?:[^，,]{0,4}?)(?:听说|听讲|据说|听[^，,]{1,8}[说讲]|据[^，,]{0,8}(?:说|讲|称|反映|了解|传))|^(?![^，,]{0,4}(?:[问找跟打给去到和陪]|联系|走访|回访))[^，,]{0,6}(?:隔壁|邻居|对门|楼上|楼下|街坊|老乡|小卖部|同村|村里人|亲戚)[^，,]{0,6}(?:说|讲|反映|告诉|传)(?!服)|^(?:那个|今天|昨天|前天|上午|下午|我们|咱们)?(?:村里的?|社区的?|镇上的?|县里的?|街道的?|乡里的?|隔壁|别的|其他|其它|兄弟)?(?:村干部|村主任|村支书|村书记|支书|书记|主任|妇联主任|妇联|网格员|网格长|居委会|村委会|村委|社区干部|包村干部|民政干事|民政助理|民政局|民政所|民政办|镇政府|镇里|县里|乡里|卫生院|村医|医生|学校|老师|派出所|民警|邻居|隔壁站|别的站|其他站|兄弟站|[^，,]{1,3}社区的?社工站|隔壁村|隔壁社区)(?!一起|一块|家)(?:(?:跟|和|对|给)(?:我|咱|我们|咱们)|[^，,和跟与]{0,10})(?:去|来|看|送|发|给|说|讲|做|帮|搞|办|组织|开|慰问|走访)");

    /// <summary>Where the station had its part, it is no hearsay.</summary>
    public static Pattern Ourselves { get; } = new("(?<!告诉|[跟和对给找问向同与托听])我(?!还没|没|听|是听|也是听)|咱|一起|一块|陪同|协同|联合|配合");

    /// <summary>What follows is what somebody said or wanted to know.</summary>
    public static Pattern Speech { get; } = new("说|讲|(?<!慰|访)问(?!卷|题)|表示|反映|提到|告诉|了解|聊|谈|咨询|打听|念叨|抱怨|诉苦|担心|想知道|看看|看了看|核实|提醒|叮嘱|嘱咐|学(?!校|期|生|费|员|习用)|教(?!室|师|育局)");

    /// <summary>Before a deed: it wasn't done, or not yet.</summary>
    public static Pattern Undone { get; } = new("(?:没|未|别|不|该|想要?|没有|需要|需|要|希望|愿意|盼着?)(?:能|再|去|来|上|有|给|人|过|法)?$");

    /// <summary>What follows was only talked about, unless something more was done (聊了聊，顺便打扫).</summary>
    public static Pattern TalkedAbout { get; } = new("(?:(?<!慰|访)问(?!卷)|聊|谈(?!心)|了解|打听|叮嘱|嘱咐|询问|唠|关于|说起|提到)(?:(?!帮|给|替|陪|并|还|顺便|顺道|又|然后|同时|疏导|安慰|劝)[^，,])*$");

    /// <summary>Is done by talking.</summary>
    public static Pattern Comfort { get; } = new("疏|安慰|宽慰|开导|安抚|劝|调解|谈心|心理|情绪|情感|辅导|鼓励|陪");

    /// <summary>A clause that only tells what was said: 她说…, 说是…, 反映….</summary>
    public static Pattern Said { get; } = new("^(?:他|她|它|佢|老人家?|孩子|娃|人家|本人|对方|大爷|大妈|奶奶|爷爷|家属|家里人|儿子|女儿|闺女|老伴|妈妈|爸爸|孩子妈妈|孩子爸爸|监护人|邻居|老师|旁人|别人|有人|亲戚|村民|乡亲|群里|电话里|还|也|都|就)*(?:自己)?(?:说|讲|表示|反映|提到|提出|告诉我|念叨|抱怨|反馈|回复|答应|称|话)(?!服|了会儿?话)");

    /// <summary>邻居讲…: at the beginning, of what nobody of the station saw.</summary>
    public static Pattern Outsider { get; } = new("^据|^[^，,]{0,6}(?:隔壁|邻居|对门|楼上|楼下|街坊|老乡|小卖部|同村|村里人|亲戚)[^，,]{0,6}(?:说|讲|反映|告诉|传)|^(?:邻居|隔壁|旁人|别人|有人|亲戚|村民|乡亲|乡亲们|群里|村里人|老乡|同村的?|街坊)");

    /// <summary>他儿子陪着的: what the family did.</summary>
    public static Pattern KinDeed { get; } = new("^(?:他|她|老人|人家)?(?:的|家)?(?:儿子|女儿|闺女|老伴|儿媳|媳妇|丈夫|老公|妻子|爸爸?|妈妈?|父母|父亲|母亲|家里人|家属|子女|孙子|孙女|哥哥?|姐姐?|弟弟?|妹妹?|保姆|护工|邻居)(?:在|都|就|正|一直)*(?:陪|照顾|照看|伺候|守|管|带着?|送|接|领着?)(?!我|咱)");

    /// <summary>他说腿好多了，能下楼遛弯: goes on with what was said.</summary>
    public static Pattern StillSaid { get; } = new("^(?:还|也|都|现在|最近|如今|已经|平时|平常|自己)*(?:能|会|可以|不用|每天|天天|想|愿意|怕|打算|准备|胃口|睡|吃得|吃饭)(?!把)");

    /// <summary>约了周浩: nothing was done yet, unless the day is over.</summary>
    public static Pattern Appointed { get; } = new("(?<![预特签条])约(?:了|好了?|上了?|定了?|到了?|妥了?)[^，,]{0,10}$");

    /// <summary>晚点打电话把表问完了: what sounds planned was done; 约好了, 说定了 were only planned.</summary>
    public static Pattern Finished { get; } = new("(?<![约说定想备划排量谈讲])(?:[完好成通着到过掉齐]|上)了(?:吧|的|哈)?$");

    /// <summary>上次培训讲了啥: what was said is asked for; 问了啥情况 is told.</summary>
    public static Pattern AsksWhatWasSaid { get; } = new("(?:讲|说|聊|谈|学|教|提到|反映)(?:了|过|的|些|得)*$");

    /// <summary>…吗, …没有, 几次, 算不算.</summary>
    public static Pattern Asks { get; } = new("要不要|(?<!打)算[^，,了]{0,8}(?:还是|吗)|(?:吗|么|没有|没|啵|没得|[^了]不)(?:呀|啊|呢|哦)?$|是不是|有没有|算不算|(?<!不)(?:得|要|该|需要|应该|可以|能)[^，,了]{0,6}几[户人次个家位趟条节]|能不能|可不可以|是否|该不该|对不对|够不够|够[^，,]{0,8}不$|第几|几号|几点|(?:几|多少)(?:次|个|节|户|人|位|回|条|项|份|家|场|趟|天|钱|元|了|块)?(?:了|呀|啊|呢|人)?$|(?<![好十有这那前后了])几(?:次|回|趟|场)|了几(?:次|回|趟|场)|几个(?:个案|小组|项目|活动|基金|组织|骨干|月)|什么时候|啥时候|什么(?!也|都)|[^没]啥(?!也|都)|哪[些个几天里儿位户家次条项种样张月周步一边头块类方]|到哪|几成|谁(?!也|都)|怎么(?!也|都)|咋(?!也|都)|为什么|为啥|如何$|还差|还缺|多少");

    /// <summary>要不要给王五开个案: wherever it stands, nothing is told.</summary>
    public static Pattern Whether { get; } = new("要不要|能不能|可不可以|算不算|(?<!不知道)是不是(?!的)|有没有(?!人)|是否|该不该");

    /// <summary>照片传上去了没: whatever sentences like it tell.</summary>
    public static Pattern EndsAsking { get; } = new("了没有?[？?。！!]*$");

    /// <summary>没什么难处, 不知道怎么办: no questions.</summary>
    public static Pattern NoQuestion { get; } = new("没(?:什么|啥)|记不(?:清|得|住|太)|记不大清|忘了|想不起|说不(?:准|好|清)|没记住|不记得|不(?:太|大)?确定|拿不准|[还都也](?:没|未)(?:有)?定|待定|没说|不(?:清楚|晓得)|不(?:知|晓得|会)[^，,]{0,4}怎么|无论|不管|不怎么|没怎么|怎么样都|(?:好|十|上)几|没有?(?:什么|啥)|跟没|好得很|[都也]没有?$");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
}
