using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>
/// What makes a sentence an order or a question though it names persons and services as a story does. Each cue has a weight; what was told
/// (a deed that is over, its kind, its day) stands against their sum.
/// </summary>
internal static class OrderWords
{
    /// <summary>As heavy as a deed that is over, so a story wins.</summary>
    private const int Weak = 2;

    /// <summary>No story says it.</summary>
    private const int Strong = 5;

    private static (int Weight, Pattern Cue)[] Cues => field ??=
    [
        (Weak, LooksUp), (Weak, EndsInNoun), (Weak, Wishes), (Weak, Hands), (Weak, Sorts),
        (Strong, Drafts), (Strong, HandsOver), (Strong, TakesOff), (Strong, Invents), (Strong, MonthByMonth),
    ];

    public static int Weigh(string text)
    {
        var sum = 0;
        foreach (var (weight, cue) in Cues)
        {
            if (cue.IsMatch(text))
                sum += weight;
        }

        return sum;
    }

    private static Pattern LooksUp { get; } = new("^(?:帮我|给我|我想|我要|请|麻烦|让我)*(?:查|看)(?:看|一下|下|查|一看)?(?!了|望)|(?:没|有|缺|少|不满|不到|未)[^，,]{0,8}的(?:列一下|列出来|都列|有哪些)?[。！!]?$|^[^，,0-9打给]{2,6}电话$|^[^，,了]{0,12}(?:问问|看看|聊聊|说说|瞧瞧)吧?[。！!]?$|有吧$|齐(?:了|的)?吧$|对吧$|[够全]吧$");

    /// <summary>王大爷的回访情况, 月初那几条关爱记录, 回访记录，七月份.</summary>
    private static Pattern EndsInNoun { get; } = new("(?:(?:的|个月|季度|最近|今年|上次)[^，,]{0,6}(?:情况|成员|信息|资料|进度|档案|次数|地址|号码|材料|照片)|(?:记录|名单|花名册|名册|台账|明细|清单|流水|合计|总计|总数|总额|排名|汇总|统计|报表|一览))[。！!呢吧]?(?:$|[，,][^，,]{0,8}$)");

    private static Pattern Wishes { get; } = new("(?:帮我|帮忙|帮着|给我|替我|麻烦|劳驾|请)(?:你|您|给|把)?(?:去|打|联系|约|通知|理|整|弄|拟|做|出|查|列|排|找|翻|挑|调|拉|算|数|统计|核|对|看|报|导|汇)|导[出成个一份]|给我(?:出|来|做|弄)?(?:一|个)?份|发到?[^，,]{0,6}群");

    private static Pattern Hands { get; } = new("(?:发|报|拿|念|读|说|讲|调|列|找|翻|递|交)给我|(?:发|传|推)我(?=$|一|看|手机|邮箱)|给我(?:看|瞧|瞅|过目|念|报|列)|(?:看一?下|看看|瞧瞧|过目)$|^(?:打印|导出|下载|复印|列出?|挑出?|翻出?|查询?)");

    private static Pattern Sorts { get; } = new("(?:排|列|挑|翻|找|调|拉|理|捋|筛|拎)(?:个|一|一个)?(?:出来|队|序|榜|单子|表|名单)(?!了)|按[^，,]{1,12}(?:排|列|分)");

    /// <summary>帮着打个草稿, 起个稿.</summary>
    private static Pattern Drafts { get; } = new("草稿|初稿|底稿|起草|代写|拟稿|你(?:来|给|帮)[^，,]{0,4}(?:写|拟|起)|(?:起|拟|打|出|写)(?:一|个|一个|份|一份)+稿|(?:帮我|给我|帮忙|帮着|替我|麻烦)[^，,]{0,4}(?:写(?:一|个|条|份|篇|下)|拟|起草|润色|代写)");

    /// <summary>个案以后归我, 换小王来跟, 交给我, 换下负责人.</summary>
    private static Pattern HandsOver { get; } = new("(?:个案|小组)(?!记录)[^。]{0,12}(?:归(?:我|他|她|小|老)|(?:让|由|换|叫|请|给)[^，,了]{1,6}(?:来)?(?:跟|管|负责|接手|接着|接|带(?=$|[，,。]))|(?:都|全|就|先|以后)?(?:交|转|移交|交接|过户)给(?!了)[^，,了]{1,6}$)|(?:换|改|变更|更换)(?:一下|下|个|一个)?负责人|负责人[^，,]{0,4}(?:换|改)");

    private static Pattern TakesOff { get; } = new("(?:移|划|剔|踢|删|拿|撤|去)(?:出|掉|除)[^，,]{0,4}(?:名单|名册|花名册|册子|台账)|从[^，,]{0,6}(?:名单|名册|花名册|册子)[^，,]{0,4}(?:去|移|划|删|拿|撤)|出册$|退册$");

    /// <summary>凑两次走访上去, 补三条没做过的, 随便写几个.</summary>
    private static Pattern Invents { get; } = new("没(?:有)?(?:做|去|办|开|干)过的|(?:凑|编|造|充|填)(?:上|够|满|个|几|两|三|一|点|出)[^，,]{0,8}(?:次|条|个|回访|走访|关爱|记录|上去|进去)|随便(?:写|记|编|填|补|弄|来|录)|把[^，,]{0,10}(?:填满|凑够|凑满|凑齐|补满|刷满)|反正没人(?:查|看|管|知道)");

    private static Pattern MonthByMonth { get; } = new("(?:一个)?月一?个?月(?:地|的)?(?:报|列|说|给|看|来|分|数)|一个月一个月|一月一月|逐月|分月|按月|每个?月(?:列|报|说|给我|分别)");
}
