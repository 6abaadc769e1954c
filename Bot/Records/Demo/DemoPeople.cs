namespace StationBot.Records.Demo;

/// <summary>Invented residents, over all four domains; two stand in two of them, two are called 冯奶奶.</summary>
internal static class DemoPeople
{
    private const string Relief = "relief";
    private const string Elder = "elder";
    private const string Child = "child";
    private const string Disabled = "disabled";

    public static readonly IReadOnlyList<string> Workers = ["小李", "小张"];

    /// <param name="listed">入册日期.</param>
    public static IReadOnlyList<RosterEntry> All(DateOnly listed) =>
    [
        .. new[]
        {
            Of("赵玉梅", "向阳社区", Elder, "独居、高龄", "女", 1938) with { Revisit = true, Aliases = ["赵奶奶"] },
            Of("钱守业", "向阳社区", Elder, "空巢", "男", 1945) with { Revisit = true, Aliases = ["钱大爷"] },
            Of("冯桂香", "南湖村", Elder, "独居", "女", 1942) with { Revisit = true, Aliases = ["冯奶奶"] },
            Of("陈德顺", "南湖村", Elder, "失能", "男", 1940) with { Revisit = true, Guardian = "陈立新" },
            Of("冯秀兰", "兴盛社区", Elder, "空巢、高龄", "女", 1936) with { Aliases = ["冯奶奶"] },
            Of("卫长林", "兴盛社区", Elder, "留守", "男", 1948),
            Of("蒋淑芬", "杏林社区", Elder, "独居", "女", 1944) with { Aliases = ["蒋奶奶"] },
            Of("沈凤英", "杏林社区", $"{Elder}、{Relief}", "低保、独居", "女", 1943) with { Revisit = true, Aliases = ["沈奶奶"] },

            Of("韩建国", "向阳社区", Relief, "低保", "男", 1966) with { Revisit = true },
            Of("杨秀珍", "向阳社区", Relief, "低收入", "女", 1971),
            Of("朱永福", "南湖村", Relief, "特困", "男", 1959) with { Revisit = true },
            Of("秦海燕", "兴盛社区", Relief, "低保", "女", 1980),
            Of("尤大勇", "兴盛社区", Relief, "临时救助", "男", 1975),
            Of("许文娟", "杏林社区", Relief, "低收入", "女", 1968),

            Of("何欣怡", "向阳社区", Child, "留守儿童", "女", 2014) with { Guardian = "何玉山", Aliases = ["欣欣"] },
            Of("吕子轩", "南湖村", Child, "困境儿童", "男", 2012) with { Revisit = true, Guardian = "吕秀云" },
            Of("施雨桐", "兴盛社区", Child, "留守儿童", "女", 2015) with { Revisit = true, Guardian = "施国强" },
            Of("张梓豪", "兴盛社区", Child, "单亲家庭", "男", 2013) with { Guardian = "张敏" },
            Of("孔诗涵", "杏林社区", Child, "困境儿童", "女", 2011) with { Guardian = "孔令军", Aliases = ["涵涵"] },
            Of("曹天宇", "杏林社区", $"{Child}、{Disabled}", "听力残疾", "男", 2010) with { Revisit = true, Guardian = "曹志刚" },

            Of("严志强", "向阳社区", Disabled, "肢体残疾", "男", 1972) with { Revisit = true },
            Of("华丽萍", "向阳社区", Disabled, "视力残疾", "女", 1969),
            Of("金宝山", "南湖村", Disabled, "精神残疾", "男", 1978) with { Revisit = true, Guardian = "金凤霞" },
            Of("魏红霞", "兴盛社区", Disabled, "肢体残疾", "女", 1983),
            Of("陶立军", "杏林社区", Disabled, "智力残疾", "男", 1990) with { Guardian = "陶桂荣" },
            Of("姜素云", "杏林社区", Disabled, "肢体残疾", "女", 1965),
        }.Select(person => person with { Entered = listed }),
    ];

    private static RosterEntry Of(string name, string community, string areas, string tags, string gender, int born) => new()
    {
        Name = name,
        Community = community,
        Areas = areas.Split('、'),
        Tags = tags.Split('、'),
        Gender = gender,
        Born = new DateOnly(born, born % 12 + 1, born % 28 + 1),
        Entered = default,
    };
}
