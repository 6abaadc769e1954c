using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Lexicon;

/// <summary>What happens to persons of the roster.</summary>
internal static class RosterWords
{
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
