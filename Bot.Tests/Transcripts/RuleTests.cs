using StationBot.Indicators;
using StationBot.Tests.Indicators;

namespace StationBot.Tests.Transcripts;

/// <summary>What the task list asks and how it is counted, asked in chat (product.md §3, §5). Today is 2024-09-18, the station's tier 10万.</summary>
public sealed class RuleTests(AskingTests.Sunshine station) : IClassFixture<AskingTests.Sunshine>
{
    [Theory]
    [InlineData("关爱帮扶要做几次", "关爱帮扶：每个领域每月 2 次（10万档、20万档相同）")]
    [InlineData("养老关爱一个月要做几次", "养老服务·关爱帮扶：每月 2 次（10万档、20万档相同）")]
    [InlineData("10万的站要几个个案", "个案：每个领域全年 6 个（10万档），每个满 5 节")]
    [InlineData("个案要做几个", "个案：每个领域全年 6 个（10万档）、8 个（20万档），每个满 5 节")]
    [InlineData("驻站社工要几个持证", "驻站社工持证：驻站社工 2 人、持证 1 人（10万档）、驻站社工 3 人、持证 2 人（20万档）")]
    [InlineData("共募资金任务是多少", "共募资金：全年 10000.00 元（10万档、20万档相同）")]
    [InlineData("需求信息要求多少", "需求信息：四个领域名单里的人（去重）每年至少 50%（10万档、20万档相同）")]
    [InlineData("养老服务要做几次", "养老服务：8 项指标")]
    [InlineData("电话回访算不算", "跟踪回访：一条服务记录算 1 次")]
    [InlineData("一天去两家算几次", "走访服务：一条服务记录算 1 次")]
    [InlineData("小组一次要几个人", "小组：当年满 5 节才算 1 个")]
    [InlineData("救助1000块是每次都要还是一次就行", "慈善救助资金：一次发放折合满 1000 元，就算达标")]
    [InlineData("平台建设怎么算", "平台建设：2 种算法")]
    [InlineData("关爱帮扶要什么材料", "关爱帮扶：每条记录 2 样材料")]
    [InlineData("慈善救助要什么材料", "慈善救助：全年一套 4 样材料")]
    [InlineData("公益推介要什么材料", "公益推介：清单没有点名要哪样材料")]
    [InlineData("慈善项目和慈善救助能不能合并", "慈善项目、慈善救助：不能合并，各算各的")]
    [InlineData("慈善救助和慈善救助资金能合并吗", "慈善救助、慈善救助资金：可以")]
    [InlineData("一次活动能不能同时算两个指标", "一次算两项：只有 4 种情况")]
    [InlineData("外村的人来参加小组能算吗", "服务范围：以辖区交下来的名单为准，名单外的人也能登记")]
    [InlineData("10万档和20万档有什么区别", "10万档 / 20万档：9 项不同，其余 44 项相同")]
    [InlineData("个案两个档次一样吗", "个案 10万档 / 20万档：4 项不同，其余 0 项相同")]
    [InlineData("补录最多能往前几天", "补录：可以，按服务日期计算")]
    public async Task A_rule_has_its_first_line(string question, string first) => Assert.Equal(first, await station.FirstLineAsync(question));

    [Theory]
    [InlineData("电话回访算不算", "跟踪回访：一条服务记录算 1 次\n· 电话回访也算 1 次。")]
    [InlineData("一天去两家算几次", "\n· 一天去两家是两条记录，算 2 次。")]
    [InlineData("小组一次要几个人", "\n· 任务清单没有规定小组每节要几个人")]
    [InlineData("没人在家算不算一次回访", "\n· 没见到人、约了还没去的，留着备查，不算次数。")]
    [InlineData("制度要什么材料", "\n· 每条：上墙照片或电子版制度\n")]
    [InlineData("个案要做几个", "\n本站现在是10万档。")]
    [InlineData("10万档和20万档有什么区别", "\n· 小组 每个领域全年 7 个 / 9 个\n")]
    [InlineData("独居老人走访算不算", "规则对所有人都一样，不分“独居”。")]
    public async Task A_rule_tells(string question, string told) => Assert.Contains(told, await station.SayAsync(question));

    /// <summary>Every row by its own name, for each kind of rule: the answer names the item of the task list and its lines.</summary>
    [Theory]
    [InlineData("怎么算")]
    [InlineData("要做几次")]
    [InlineData("要什么材料")]
    public async Task Each_of_the_53_rows_has_its_rule_and_its_source(string asks)
    {
        var wrong = new List<string>();
        foreach (var (at, row) in TaskList.Of2024.Rows.Index())
        {
            var answer = await station.SayAsync(RowName.Of(row) + asks);
            var source = $"依据2024年任务清单第 {at + 1} 项（原文 {row.SourceLines.First}–{row.SourceLines.Last} 行）：";
            if (!answer.StartsWith(RowName.Of(row) + "：", StringComparison.Ordinal) || !answer.Contains(source, StringComparison.Ordinal)
                || !answer.Contains(row.Requirement.ReplaceLineEndings(" "), StringComparison.Ordinal) || !answer.Contains(row.TargetTexts[Tier.T20], StringComparison.Ordinal))
            {
                wrong.Add($"{row.Id}: {answer.Split('\n')[0]}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("关爱帮扶这个数怎么算出来的", "2024年9月 关爱帮扶：还差 5 次，依据 3 条记录")]
    [InlineData("为什么养老关爱还差一次", "2024年9月 养老服务·关爱帮扶：已达标，依据 2 条记录")]
    [InlineData("共募资金这个数怎么来的", "2024年 共募资金：还差 6739.50 元，依据 2 条记录")]
    [InlineData("这个数怎么算出来的", "想看哪个数是怎么来的？先问一个数，或者这样问：")]
    public async Task A_number_is_explained_by_its_records(string question, string first) => Assert.Equal(first, await station.FirstLineAsync(question));

    [Fact]
    public async Task What_does_not_count_is_marked_and_nobody_is_named_in_a_group()
    {
        Assert.Matches("\n· #[0-9]+ 9月2日 养老服务·关爱帮扶 李桂兰", await station.SayAsync("关爱帮扶这个数怎么算出来的"));
        Assert.Matches("\n· #[0-9]+ 3月6日 共募资金 县慈善总会（不计）", await station.SayAsync("共募资金这个数怎么来的"));
        Assert.DoesNotContain("李桂兰", await station.InGroupAsync("关爱帮扶这个数怎么算出来的"));
    }
}
