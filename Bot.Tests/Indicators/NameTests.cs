using System.Globalization;
using StationBot.Indicators;

namespace StationBot.Tests.Indicators;

/// <summary>The names of product.md §5.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("2024-09-18", "2024-09-18", "2024年9月18日")]
    [InlineData("2024-09-16", "2024-09-22", "2024年9月16日至22日")]
    [InlineData("2024-09-01", "2024-09-30", "2024年9月")]
    [InlineData("2024-02-01", "2024-02-29", "2024年2月")]
    [InlineData("2024-02-01", "2024-02-28", "2024年2月1日至28日")]
    [InlineData("2024-07-01", "2024-09-30", "2024年第3季度")]
    [InlineData("2024-10-01", "2024-12-31", "2024年第4季度")]
    [InlineData("2024-01-01", "2024-06-30", "2024年上半年")]
    [InlineData("2024-07-01", "2024-12-31", "2024年下半年")]
    [InlineData("2024-04-01", "2024-09-30", "2024年4月1日至9月30日")]
    [InlineData("2024-01-01", "2024-12-31", "2024年")]
    [InlineData("2024-01-01", "2024-09-15", "2024年1月1日至9月15日")]
    [InlineData("2024-08-19", "2024-09-18", "2024年8月19日至9月18日")]
    [InlineData("2024-03-01", "2025-02-28", "2024年3月1日至2025年2月28日")]
    [InlineData("2024-12-30", "2025-01-05", "2024年12月30日至2025年1月5日")]
    [InlineData("2024-01-01", "2025-12-31", "2024年1月1日至2025年12月31日")]
    public void Names_periods(string first, string last, string name) =>
        Assert.Equal(name, PeriodName.Of(new Period(Date(first), Date(last))));

    [Theory]
    [InlineData("*", "全部指标")]
    [InlineData("elder.*", "养老服务")]
    [InlineData("*.care", "关爱帮扶")]
    [InlineData("elder.care", "养老服务·关爱帮扶")]
    [InlineData("org.activity", "社会组织活动")]
    [InlineData("charity.raised", "共募资金")]
    [InlineData("platform.staff", "驻站社工持证")]
    [InlineData("platform.rule.finance platform.office", "办公用房、财务管理制度")]
    [InlineData("*.care *.link", "资源链接、关爱帮扶")]
    [InlineData("relief.revisit child.revisit disabled.revisit", "社会救助·跟踪回访、儿童关爱保护·跟踪回访、扶残助残·跟踪回访")]
    [InlineData("charity.project charity.aid", "慈善项目、慈善救助")]
    [InlineData("charity.* elder.* org.activity", "养老服务、社会组织活动、慈善资源")]
    [InlineData("relief.* elder.* child.* disabled.*", "社会救助、养老服务、儿童关爱保护、扶残助残")]
    [InlineData("*.survey relief.*", "社会救助、需求调研")]
    [InlineData("*.care elder.*", "关爱帮扶、养老服务")]
    [InlineData("*.survey charity.needs", "需求调研、需求信息")]
    [InlineData("elder.care elder.care", "养老服务·关爱帮扶")]
    public void Names_scopes(string rows, string name) => Assert.Equal(name, ScopeName.Of(TaskList.Of2024, TaskList.Rows(rows)));

    [Fact]
    public void A_scope_without_rows_has_no_name() => Assert.Throws<ArgumentException>(() => ScopeName.Of(TaskList.Of2024, []));

    [Theory]
    [InlineData("elder.care", "*.care", "养老服务")]
    [InlineData("elder.care", "elder.care", "养老服务")]
    [InlineData("child.revisit", "relief.revisit child.revisit", "儿童关爱保护")]
    [InlineData("elder.care", "elder.*", "关爱帮扶")]
    [InlineData("elder.care", "elder.care elder.link", "关爱帮扶")]
    [InlineData("elder.care", "*", "养老服务·关爱帮扶")]
    [InlineData("elder.care", "*.care charity.aid", "养老服务·关爱帮扶")]
    [InlineData("charity.aid", "*", "慈善救助")]
    [InlineData("charity.aid", "charity.*", "慈善救助")]
    [InlineData("platform.rule.archive", "platform.rule.archive", "文书档案管理制度")]
    public void Names_a_row_within_a_scope(string row, string scope, string name) =>
        Assert.Equal(name, RowName.Within(TaskList.Rows(row)[0], TaskList.Rows(scope)));

    [Theory]
    [InlineData(5, "次", "5 次")]
    [InlineData(0, "项", "0 项")]
    [InlineData(326050, "元", "3260.50 元")]
    [InlineData(5, "元", "0.05 元")]
    [InlineData(1000000, "元", "10000.00 元")]
    public void Writes_amounts(long value, string unit, string text) => Assert.Equal(text, Amount.Of(value, unit));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
