using StationBot.Naming;

namespace StationBot.Tests.Naming;

/// <summary>Whom a name means. Today is 2024-09-18.</summary>
public sealed class ResolverTests
{
    private static readonly DateOnly Today = new(2024, 9, 18);

    private static readonly PersonResolver Resolver = new(
    [
        Of(1, "李桂兰", "红旗村", "女", 1941, "李奶奶"),
        Of(2, "李桂芝", "东风社区", "女", 1946, "李奶奶"),
        Of(3, "李淑清", "东风社区", "女", 1950),
        Of(4, "王德福", "红旗村", "男", 1944),
        Of(5, "王小明", "红旗村", "男", 2013, "小明"),
        Of(6, "张广才", "河西社区", "男", 1945),
        Of(7, "张强", "东风社区", "男", 1988),
        Of(8, "张强", "河西社区", null, null),
        Of(9, "刘强", "河西社区", "男", 1979),
        Of(10, "刘玉珍", "红旗村", "女", 1943),
        Of(11, "赵有田", "红旗村", "男", 1938) with { Left = new DateOnly(2024, 6, 1) },
        Of(12, "欧阳雪", "河西社区", "女", 1990),
        Of(13, "已删除-1", "", null, null),
        Of(14, "孙秀英", "", null, null),
        Of(15, "马国栋", "红旗村", "男", 1966) with { Left = new DateOnly(2024, 10, 1) },
        Of(16, "奶奶庙", "红旗村", null, null),
    ]);

    /// <summary>The text, what tells who is meant, and the ids.</summary>
    public static TheoryData<string, MatchedBy, long[]> Names => new()
    {
        { "李桂兰", MatchedBy.Name, [1] },
        { " 李桂兰 ", MatchedBy.Name, [1] },
        { "李桂兰（红旗村）", MatchedBy.Name, [1] },
        { "李桂兰(红旗村)", MatchedBy.Name, [1] },
        { "李桂兰（东风社区）", MatchedBy.Nothing, [] },
        { "红旗村李桂兰", MatchedBy.Name, [1] },
        { "张强", MatchedBy.Name, [7, 8] },
        { "东风社区张强", MatchedBy.Name, [7] },
        { "河西社区的张强", MatchedBy.Name, [8] },
        { "李奶奶", MatchedBy.Alias, [1, 2] },
        { "李奶奶（东风社区）", MatchedBy.Alias, [2] },
        { "红旗村的李奶奶", MatchedBy.Alias, [1] },
        { "小明", MatchedBy.Alias, [5] },
        { "李大娘", MatchedBy.Address, [1, 2, 3] },
        { "李大爷", MatchedBy.Nothing, [] },
        { "刘奶奶", MatchedBy.Address, [10] },
        { "王大爷", MatchedBy.Address, [4] },
        { "王爷爷", MatchedBy.Address, [4] },
        { "老王", MatchedBy.Address, [4] },
        { "小王", MatchedBy.Address, [5] },
        { "王小朋友", MatchedBy.Address, [5] },
        { "张大爷", MatchedBy.Address, [6, 8] },
        { "红旗村张大爷", MatchedBy.Nothing, [] },
        { "小刘", MatchedBy.Address, [9] },
        { "刘哥", MatchedBy.Address, [9] },
        { "德福大爷", MatchedBy.Address, [4] },
        { "王德福大爷", MatchedBy.Address, [4] },
        { "欧阳女士", MatchedBy.Address, [12] },
        { "孙奶奶", MatchedBy.Address, [14] },
        { "奶奶", MatchedBy.Nothing, [] },
        { "老", MatchedBy.Nothing, [] },
        { "李桂蓝", MatchedBy.Sound, [1] },
        { "里桂兰", MatchedBy.Sound, [1] },
        { "wangdefu", MatchedBy.Sound, [4] },
        { "WangDeFu", MatchedBy.Sound, [4] },
        { "刘玉真", MatchedBy.Sound, [10] },
        { "钱多多", MatchedBy.Nothing, [] },
        { "", MatchedBy.Nothing, [] },
        { "已删除-1", MatchedBy.Name, [13] },
        { "已奶奶", MatchedBy.Nothing, [] },
        { "赵有田", MatchedBy.Nothing, [] },
        { "赵大爷", MatchedBy.Nothing, [] },
        { "马国栋", MatchedBy.Name, [15] },
    };

    [Theory, MemberData(nameof(Names))]
    public void A_name_means(string text, MatchedBy by, long[] ids)
    {
        var resolution = Resolver.Resolve(text, Today);
        Assert.Equal((by, string.Join(' ', ids)), (resolution.By, string.Join(' ', resolution.Persons.Select(person => person.Id))));
    }

    [Theory]
    [InlineData("赵有田", MatchedBy.Name)]
    [InlineData("赵大爷", MatchedBy.Address)]
    [InlineData("赵友田", MatchedBy.Sound)]
    public void Who_left_is_meant_when_nobody_else_can_be(string text, MatchedBy by)
    {
        var resolution = Resolver.Resolve(text, Today, orLeft: true);
        Assert.Equal((by, 11L), (resolution.By, Assert.Single(resolution.Persons).Id));
    }

    [Fact]
    public void Who_left_later_was_there_before() => Assert.Equal(MatchedBy.Name, Resolver.Resolve("赵有田", new DateOnly(2024, 5, 31)).By);

    [Theory]
    [InlineData("王大爷", MatchedBy.Alias)]
    [InlineData("李桂蓝", MatchedBy.Address)]
    public void A_name_goes_no_farther_than_allowed(string text, MatchedBy upTo) => Assert.Empty(Resolver.Resolve(text, Today, upTo).Persons);

    [Theory]
    [InlineData("李桂蓝", "李桂兰", true)]
    [InlineData("李桂香", "李桂兰", true)]
    [InlineData("李贵蓝", "李桂兰", true)]
    [InlineData("李桂兰", "李桂兰", false)]
    [InlineData("李小红", "李桂兰", false)]
    [InlineData("李四", "李桂兰", false)]
    public void A_slip_is_near(string one, string other, bool isNear) => Assert.Equal(isNear, PersonResolver.IsNear(one, other));

    [Fact]
    public void Words_of_the_language_are_no_address() => Assert.DoesNotContain("小时", PersonResolver.AddressesOf("时传祥"));

    private static PersonName Of(long id, string name, string community, string? gender, int? born, params string[] aliases) => new()
    {
        Id = id,
        Name = name,
        Community = community,
        Gender = gender,
        Born = born is { } year ? new DateOnly(year, 3, 2) : null,
        Aliases = aliases,
    };
}
