using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Lexicon;

/// <summary>What workers say among themselves for words that stand elsewhere: short names, outcries, how little time is left.</summary>
internal static class SpokenWords
{
    public static readonly WordTable[] Tables =
    [
        new(Area, "relief", "社救 社救这边 社救那边 吃低保 吃低保的"),
        new(Area, "child", "困境孩子 困境娃 困境娃娃 困境小孩 困境学生"),
        new(Did, "org.incubate", "培育 孵化 培育的 孵化的 新培育 新培育的"),
        new(Did, "charity.raised", "捐过钱 捐过款"),
        new(Row, "platform.staff", "驻站 驻站的 驻站人数"),
        new(Row, "platform.rule.venue", "场所使用制度 场地使用制度"),
        new(Row, "platform.rule.volunteer", "志愿者那个制度 志愿者的制度"),
        new(AskingFamily, nameof(RequestFamily.Money), "几千 几万"),
        new(Family, nameof(RequestFamily.Evidence), "齐备 齐备的 完备"),
        new(Mode, "电话", "打的电话"),
        new(Restore, "弄回来 捞回来 给弄回来 要回来"),
        new(FollowUp, "也按这个 也照这个 也来一个 又是多少 又是几次 又是几个"),
        new(Filler,
            """
            占 占了 救命 完蛋 完蛋了 天哪 天呐 我的天 妈呀 急急急 连续 四类人 四类人群 四类对象
            剩这几天 剩下这几天 剩下的这几天 剩几天 剩下几天 就剩这几天 就剩几天 剩这些天 剩下这些天 剩下的这些天 赶上年底 要赶上年底 想赶上年底
            """),
    ];
}
