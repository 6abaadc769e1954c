using System.Buffers;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Lexicon;

/// <summary>What happens to persons of the roster.</summary>
internal static class RosterWords
{

    private const string List = "(?:花?名册|名单|册子?)(?:里面|里头|里|上|中|内)?";

    private const string Away = "(?:拿掉|拿下来?|拿出去|去掉|去除|划掉|划去|删掉|删除|删了|移除|移出去?|移走|撤下来?|撤掉|撤出来?|退出来?|退掉|剔除|剔出去?|剔掉|清除|清出去?|清掉|下掉|下了|除名|除掉|勾掉|抹掉|抹去|摘掉|摘出来?|注销|销掉|去了|消掉|踢出去?|踢掉)";

    /// <summary>Lists that somebody can be taken from.</summary>
    public static readonly SearchValues<string> Lists = SearchValues.Create(["名单", "名册", "册子", "册里", "册上"], StringComparison.Ordinal);

    /// <summary>名单里给他去掉, 从册子里退出来, 移出名单.</summary>
    public static Pattern Removal { get; } = new($"{List}(?:[给把将]|[他她它]|人|这个|也|就|一下|先)*{Away}|(?:移出|退出|划出|剔出|踢出|清出|撤出|拿出|调出)了?{List}");

    /// <summary>退出原因 as the roster's column has it.</summary>
    public const string Died = "去世";
    public const string MovedAway = "迁出";
    public const string Withdrew = "退出";
    public const string CameBack = "迁回";

    /// <summary>They are told as well (她老伴去世了), so they are words of a story; a name and one of them alone are an order.</summary>
    public static readonly WordTable[] Tables =
    [
        new(Narrative, Died, "去世 去世了 过世 过世了 病逝 病逝了 病故 逝世 离世 离世了"),
        new(Narrative, MovedAway, "迁出 迁出了 迁走 迁走了 搬走 搬走了 搬家了 搬出 搬出去了 搬到外地 搬到外地了 迁到外地"),
        new(Narrative, Withdrew, "退出 退出了 退出名单 移出名单 从名单移出 从名单里移出 从名单里去掉 从名单里删掉 从名单里划掉 出名单 不在名单了 退册"),
        new(Narrative, CameBack, "迁回 迁回了 迁回来了 搬回 搬回来了 搬回来 重新入册 重新进名单 恢复入册 回到名单"),
    ];
}
