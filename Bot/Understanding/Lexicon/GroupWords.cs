using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>Who came to a session of a group.</summary>
internal static class GroupWords
{
    /// <summary>哪个小组: asks for groups, and not for those who came.</summary>
    public static readonly string[] WhichGroups = ["哪个小组", "哪些小组", "哪几个小组", "哪组", "哪个组", "几个小组", "各小组", "各个小组", "每个小组"];


    /// <summary>第三节, 上一节.</summary>
    public static Pattern Session { get; } = new("第(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[节次场回]|(?:上一?|最近(?:一|那)?|最后一?|刚(?:开|办)的那?|这一?)[节次场回]");

    /// <summary>谁没来, 到了几个人, 没来的有谁.</summary>
    public static Pattern AsksPresence { get; } = new("谁(?:都|还)?(?:没来|没到|没参加|没去|缺席|缺课|缺了|缺勤|请假|来了|到了|参加了|出席|在场)|(?:来|到|参加|实到|到场|出席|签到)(?:了|过|的)?(?:是|有)?(?:几|多少)(?:个?人|位|名|个)|(?:缺|少|没来|没到|缺席|来|到)(?:了|的)?(?:是|有|都有)?(?:谁|哪些人|哪几个)|(?:几|多少)(?:个?人|位|名|个)(?:没来|没到|缺席|到场|来了|参加)");
}
