using System.Buffers;
using StationBot.Understanding.Readings;

using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>How people put a record right: which one, which field, what it is to be. Patterns read normalised text.</summary>
internal static class EditWords
{
    /// <summary>Any order of this kind holds one of these; a sentence without them is not looked at further.</summary>
    public static readonly SearchValues<string> Marks =
        SearchValues.Create(["改", "错", "不对", "有误", "不是", "换成", "应该是", "一句", "补充", "号", "记录", "编辑", "更正", "历史"], StringComparison.Ordinal);

    /// <summary>Beside its label a field goes by these; a field that is not here has no name of its own, so the value tells what is meant.</summary>
    public static readonly IReadOnlyDictionary<string, EditField?> Fields = new Dictionary<string, EditField?>
    {
        ["服务日期"] = EditField.Date,
        ["日期"] = EditField.Date,
        ["日子"] = EditField.Date,
        ["时间"] = null,
        ["方式"] = EditField.Mode,
        ["服务方式"] = EditField.Mode,
        ["类别"] = EditField.Category,
        ["类型"] = EditField.Category,
        ["领域"] = EditField.Domain,
        ["金额"] = EditField.Amount,
        ["折合金额"] = EditField.Amount,
        ["募集金额"] = EditField.Amount,
        ["钱数"] = EditField.Amount,
        ["时长"] = EditField.Minutes,
        ["服务时长"] = EditField.Minutes,
        ["人数"] = EditField.People,
        ["户数"] = EditField.People,
        ["领取户数"] = EditField.People,
        ["服务对象"] = EditField.Person,
        ["对象"] = EditField.Person,
        ["姓名"] = EditField.Person,
        ["人名"] = EditField.Person,
        ["名字"] = EditField.Person,
        ["人"] = EditField.Person,
        ["名称"] = EditField.Name,
        ["内容"] = EditField.Content,
        ["结果"] = EditField.Outcome,
    };

    public static readonly IReadOnlyDictionary<string, string> Outcomes = new Dictionary<string, string>
    {
        ["没见到人"] = Missed,
        ["没见到"] = Missed,
        ["没见着"] = Missed,
        ["没人在家"] = Missed,
        ["不在家"] = Missed,
        ["没人"] = Missed,
        ["已完成"] = Finished,
        ["完成"] = Finished,
        ["完成了"] = Finished,
        ["见到了"] = Finished,
    };

    public static readonly IReadOnlySet<string> Complaints = new HashSet<string> { "不对", "不对。", "不对！", "有误", "错", "错了" };

    public const string Missed = "没见到人";
    public const string Finished = "已完成";

    /// <summary>第九十五条: a small one may as well be a place in the list that was shown, so it is none.</summary>
    private const string Numbered = @"(?:第(?<n>[1-9][0-9]{1,8}|[二三四五六七八九]十[一二三四五六七八九]?|[一二两三四五六七八九]百[零〇一二三四五六七八九十]{0,4})条(?:记录)?|(?:第|编号|记录)?#?(?<n>[0-9]{1,9})(?:号记录|号那条|号这条|号|那条|这条)?)";
    private const string Last =
        "(?:(?<saved>刚才记的那条|刚才记的|刚才录的|刚才那条记录|刚才那条|刚刚那条|刚刚记的|刚记的那条|刚记的那个|刚录的那条|刚那条|方才录的那条|方才记的那条|方才那条|刚记的|刚录的|上一条记录|上一条|上条|最后一条|最近一条)|刚才那个|刚才的|刚才|刚刚|那条记录|这条记录|那条(?:个案|小组|走访|回访|关爱)?|这条(?:个案|小组|走访|回访|关爱)?)";

    /// <summary>李奶奶那条.</summary>
    private const string Whose = @"(?<whose>(?<who>(?!刚|上|最|这|第|不|就|还)[\p{IsCJKUnifiedIdeographs}]{2,6}?)的?(?:那一条|那条|那次|这条)(?:记录)?)";
    private const string Target = $"(?:把|将|请|麻烦|帮我)*(?:{Numbered}|{Last}|{Whose})?(?:记录)?(?:里|里面)?的?[，,]?";
    private const string MustTarget = $"(?:把|将|请|麻烦|帮我|看看|看一下|查看|查一下|看)*(?:{Numbered}|{Last})(?:记录)?的?";
    private const string Field = "(?<f>服务日期|日期|日子|时间|服务方式|方式|类别|类型|领域|折合金额|募集金额|金额|钱数|服务时长|时长|人数|领取户数|户数|服务对象|对象|姓名|名字|人名|人|名称|内容|结果)";
    private const string Wrong = "(?:写|记|填|录|搞|弄|打)?(?:错了|错|不对|有误)";
    private const string Becomes = "(?:给|给我|帮我)?(?:改成|改为|改到|改作|换成|更正为|变成|调成|应该是|应为|应是)";
    private const string Comma = "[，,、。;；:：]?";
    private const string End = "[。！!？?]*";

    /// <summary>Groups: n the number, f the field, w what it was, v the value. The first that fits is meant.</summary>
    public static IReadOnlyList<Pattern> Changes => field ??=
    [Adds, IsNot, Names, Corrects, TurnsInto];

    /// <summary>128号记录谁改过, 128号记录, 查看128号.</summary>
    public static Pattern History { get; } = new($"^(?:(?:是)?谁(?:改过|动过|改了|改的)(?:{Numbered}|{Last})|{MustTarget}(?:是|被)?(?:谁改过|谁改的|谁动过|谁改了|改过几次|改过没有|改过吗|什么时候改的|(?:的)?(?:修改)?历史|修改记录|改动|怎么改的|详情)|(?:看看|看一下|查看|查一下|看)?(?:第|#)?(?<n>[0-9]{{1,9}})号?记录|(?:看看|看一下|查看|查一下|看)记录(?:第|#)?(?<n>[0-9]{{1,9}})号?|(?:看看|看一下|查看|查一下|看)(?:第|#)?(?<n>[0-9]{{1,9}})号){End}$");

    /// <summary>修改128号, 128号改一下, 刚才记错了.</summary>
    public static Pattern Opens { get; } = new($"^(?:(?:请|帮我|我要|我想|要)*(?:修改|改一下|改下|改改|编辑|更正|改)(?:一下)?(?:{Numbered}|{Last})?(?:记录)?(?:的?{Field})?|{Target}{Field}?(?:要|得|需要)?(?:{Wrong}|修改一下|修改|改一下|改下|改改)(?:了)?(?:帮我)?(?:改一下|改下|改改)?){End}$");

    /// <summary>内容加一句：血压偏高.</summary>
    private static Pattern Adds { get; } = new($"^{Target}(?<f>内容)?(?:里|后面|再|还要|要)*(?<more>加上一句|补上一句|加一句|补一句|补充一句|添一句|补充)(?:话)?{Comma}(?<v>.+)$");

    /// <summary>不是李桂兰，是李桂芝.</summary>
    private static Pattern IsNot { get; } = new($"^{Target}{Field}?不是(?<w>[^，,是]+)[，,、]?(?:而|应该|应)?是(?<v>[^，,？?]+?){End}$");

    /// <summary>金额改成1200元, 日期错了，是周一.</summary>
    private static Pattern Names { get; } = new($"^{Target}{Field}(?:{Wrong}[，,、。]?)?(?:{Becomes}|(?:改|是)){Comma}(?<v>.+?){End}$");

    /// <summary>记错了，是周一; 写错了日期，是周一.</summary>
    private static Pattern Corrects { get; } = new($"^{Target}{Wrong}{Field}?[，,、。]?(?:{Becomes}|是)(?<v>.+?){End}$");

    /// <summary>金额1200, 日期是昨天, 方式：电话; 人 and 时间 alone begin too many other sentences.</summary>
    public static Pattern Labelled { get; } = new($"^(?<f>服务日期|日期|日子|服务方式|方式|类别|类型|领域|折合金额|募集金额|金额|钱数|服务时长|时长|人数|领取户数|户数|服务对象|对象|名称|内容|结果){Comma}(?:是|为|应该是|改为|改成)?{Comma}(?<v>.+?){End}$");

    /// <summary>128号改成电话; 换成8月 goes on with a question.</summary>
    private static Pattern TurnsInto { get; } = new($"^{Target}(?!换成){Becomes}(?<v>.+?){End}$");

    /// <summary>30分钟, 半小时, 一个半小时, 2小时.</summary>
    public static Pattern Duration { get; } = new("^(?:(?<m>[0-9零一二两三四五六七八九十百]{1,6})(?:分钟|分)?|(?<h>[0-9一二两三四五六七八九十]{1,3})个?(?<half>半)?小时(?<more>半)?|(?<only>半)个?小时)$");

    /// <summary>20户, 15人.</summary>
    public static Pattern People { get; } = new("^(?<p>[0-9零一二两三四五六七八九十百]{1,6})(?<unit>户|人|位|名|个人|家)?$");

    /// <summary>What may be somebody's name.</summary>
    public static Pattern Name { get; } = new(@"^[\p{IsCJKUnifiedIdeographs}·]{2,8}$");
}
