using StationBot.Answers;
using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Tests.Indicators.Counting;
using StationBot.Tests.Understanding;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Answers;

/// <summary>A station in a few words, a sentence, a day, and the whole answer, without a database.</summary>
public sealed class PageTests
{
    private const string SpringYears = "year 2023-03-01; year 2024-03-01;";
    private const string Four = "elder.case 2024-05-01 2024-05-02 2024-05-03 2024-05-04 file=1";

    [Theory]

    // A project year that doesn't begin in January: 今年 and its rows follow it, months and quarters are cut to it.
    [InlineData(SpringYears, "今年养老个案还差几个", "2024年3月1日至2025年2月28日 养老服务·个案：还差 6 个，离项目年度末 163 天", "· 养老服务 0/6 个 差 6 个")]
    [InlineData(SpringYears + "elder.care 2024-01-05", "2024年1月养老关爱做了几次", "2024年1月 养老服务·关爱帮扶：共 1 次", "· 养老服务 1 次")]
    [InlineData(SpringYears + "elder.revisit 2024-02-05", "第一季度养老回访够了没", "2024年第1季度 养老服务·跟踪回访：还差 1 次", "· 养老服务 1/2 次 差 1 次（1 次材料未齐）", "已错过 1 次。")]
    [InlineData(SpringYears + "elder.care 2023-06-05", "去年养老关爱做了几次", "2023年3月1日至2024年2月29日 养老服务·关爱帮扶：共 1 次", "· 养老服务 1 次")]
    [InlineData(SpringYears, "今年养老关爱哪几个月没达标", "2024年3月1日至2025年2月28日 养老服务·关爱帮扶：有 6 个月未达标")]

    // A period over two project years: the yearly row is judged over both.
    [InlineData(SpringYears + "org.training 2023-06-05", "2024年上半年专业培训还差几次", "2023年3月1日至2025年2月28日 专业培训：还差 1 次，离期末 163 天",
        "· 专业培训 1/2 次 差 1 次", "问的是2024年上半年；按年考核，以上按2023年3月1日至2025年2月28日计算。", "当期还差 1 次。")]

    // What doesn't apply, and who is there.
    [InlineData("platform.rooms 2024-02-01 na", "活动室够不够", "2024年 活动室：已达标", "· 活动室 不适用")]
    [InlineData("platform.rooms 2024-02-01 na", "今年活动室完成率", "2024年 活动室：完成 1/1 项，离年底 104 天", "· 活动室 不适用")]
    [InlineData("staff; staff out 2024-09-01 cert 2024-01-05", "驻站社工持证够了没", "2024年 驻站社工持证：还差 1 项，离年底 104 天", "· 驻站社工持证 在岗 1/2 人，持证 0/1 人 差 1 项")]
    [InlineData("staff; staff cert 2024-09-18", "今年驻站社工持证完成率", "2024年 驻站社工持证：完成 1/1 项，离年底 104 天", "· 驻站社工持证 在岗 2/2 人，持证 1/1 人 ✅")]
    [InlineData("tier 20 from 2024-01-01; staff; staff cert 2024-01-01", "驻站社工持证够了没", "2024年 驻站社工持证：还差 1 项，离年底 104 天", "· 驻站社工持证 在岗 2/3 人，持证 1/2 人 差 1 项")]

    // The roster.
    [InlineData("person 1 elder; person 2 elder out 2024-06-01; elder.survey 2024-02-01 p=2 has=Ledger,SurveyForm", "养老需求调研还差多少",
        "2024年 养老服务·需求调研：还差 1 人，离年底 104 天", "· 养老服务 0/1 人 差 1 人")]
    [InlineData("", "养老需求调研还差多少", "2024年 养老服务·需求调研：还没有导入名单，无法计算", "· 养老服务 还没有导入名单，无法计算")]
    [InlineData("", "需求信息完成率", "2024年 需求信息：还没有导入名单，无法计算", "· 需求信息 还没有导入名单，无法计算")]
    [InlineData("person 1 elder; elder.survey 2024-02-01 p=1 has=Ledger,SurveyForm", "需求调研还差多少", "2024年 需求调研：3 项还没有导入名单，无法计算")]

    // Sessions: the furthest first; what is closed doesn't go on.
    [InlineData("file 1 elder.case; file 2 elder.case closed 2024-06-01;" + Four, "养老个案还差多少节", "2024年 养老服务·个案：还差 26 节，离年底 104 天",
        "· 养老服务 差 26 节", "  案1 4/5 节")]
    [InlineData("file 1 elder.case; file 2 elder.case;" + Four + "; elder.case 2024-05-01 file=2", "养老个案还差几个",
        "2024年 养老服务·个案：还差 6 个，离年底 104 天", "· 养老服务 0/6 个 差 6 个（进行中 2 个：4/5、1/5）")]
    [InlineData("file 1 elder.case;" + Four, "养老个案今年做了几节", "2024年 养老服务·个案：共 4 节", "· 养老服务 4 节")]

    // Asked of what has no sessions, money or months: the rows' own unit.
    [InlineData("", "回访台账每个月还差几份", "2024年 回访台账：还差 4 份，离年底 104 天")]

    // Money: cash where it comes in, the value where it is given; of the year, where no period is said.
    [InlineData("charity.project 2024-02-01 fen=50000; charity.project 2024-02-02 fen=7 inkind", "慈善项目募了多少钱", "2024年 慈善项目：共 500.00 元", "· 慈善项目 1 笔 500.00 元")]
    [InlineData("charity.project 2024-02-01 fen=50000; charity.project 2024-02-02 fen=7 inkind", "本月慈善项目募了多少钱", "2024年9月 慈善项目：共 0.00 元", "· 慈善项目 0 笔 0.00 元")]
    [InlineData("charity.aid 2024-02-01 fen=50000; charity.aid 2024-02-02 fen=7 inkind", "今年发了多少钱", "2024年 慈善救助：共 500.07 元", "· 慈善救助 2 笔 500.07 元")]

    // Month by month.
    [InlineData("elder.care 2024-01-05 2024-01-06 2024-01-07", "今年1到2月每个月养老关爱做了几次", "2024年1月1日至2月29日 养老服务·关爱帮扶：共 3 次",
        "· 2024年1月 3/2 次 ✅ 超 1 次", "· 2024年2月 0/2 次 差 2 次")]
    [InlineData("elder.care 2024-01-05 2024-02-16", "1月1号到2月15号每个月养老关爱做了几次", "2024年1月1日至2月15日 养老服务·关爱帮扶：共 1 次",
        "· 2024年1月 1/2 次 差 1 次", "· 2024年2月1日至15日 0 次")]
    [InlineData("org.activity 2024-07-05; charity.project 2024-07-06", "7到8月每个月社会组织活动和慈善项目还差多少", "2024年7月1日至8月31日 社会组织活动、慈善项目：还差 2 项",
        "· 2024年7月 完成 2/2 项", "· 2024年8月 完成 0/2 项")]
    [InlineData("charity.raised 2024-03-05 fen=326050 name=甲", "上半年每个月募了多少钱", "2024年上半年 共募资金：共 3260.50 元",
        "· 2024年1月 0.00 元", "· 2024年2月 0.00 元", "· 2024年3月 3260.50 元", "· 2024年4月 0.00 元", "· 2024年5月 0.00 元", "· 2024年6月 0.00 元")]
    public void A_sentence_gets_its_answer(string station, string sentence, params string[] lines)
    {
        var told = Page(station, sentence).Text.Split('\n');
        Assert.Equal(lines, lines.Length == 1 ? told[..1] : told);
    }

    private static StatusPage Page(string text, string sentence)
    {
        var station = StationText.Read(text);
        var today = DateOnly.FromDateTime(Readers.Wednesday);
        var reading = SentenceReader.Read(sentence, Readers.Context() with { ProjectYears = station.Years });
        var question = StatusScope.Settle(Assert.IsType<StatusQuestion>(reading));
        return StatusPage.Of(new StatusCase
        {
            Question = question,
            Scope = StatusScope.Of(question, station.Years, today)!,
            ScopeName = ScopeName.Of(Readers.Vocabulary.Catalog, question.Rows),
            Today = today,
            Facts = station,
            FileNames = station.Files.ToDictionary(file => file.Id, file => $"案{file.Id}"),
        });
    }
}
