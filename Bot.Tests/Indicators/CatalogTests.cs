using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Indicators;

namespace StationBot.Tests.Indicators;

/// <summary>The catalogue against <c>task-list-2024.json</c>, a transcription of the bureau's list made apart from it.</summary>
public sealed class CatalogTests
{
    private static readonly Catalog List = TaskList.Of2024;

    [Fact]
    public void Has_the_rows_of_the_source_word_for_word()
    {
        var source = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Indicators", "task-list-2024.json")))!.AsArray();

        Assert.Equal(53, source.Count);
        Assert.Equal(
            source.Select(row => new[] { "id", "subTask", "content", "standard", "t10", "t20", "requirement" }.Select(cell => (string)row![cell]!)),
            List.Rows.Select(row => (IEnumerable<string>)
                [row.Id, row.SubTask, row.Content, row.Standard, row.TargetTexts[Tier.T10], row.TargetTexts[Tier.T20], row.Requirement]));
    }

    [Theory]
    [InlineData("platform", "平台建设", 10, 0, 0, 10)]
    [InlineData("relief", "社会救助", 8, 2, 1, 5)]
    [InlineData("elder", "养老服务", 8, 2, 1, 5)]
    [InlineData("child", "儿童关爱保护", 8, 2, 1, 5)]
    [InlineData("disabled", "扶残助残", 8, 2, 1, 5)]
    [InlineData("org", "社会组织", 4, 1, 0, 3)]
    [InlineData("charity", "慈善资源", 7, 2, 1, 4)]
    public void Has_so_many_rows_by_task_and_assessment(string area, string name, int all, int months, int quarters, int years)
    {
        var rows = List.InArea(area).ToList();

        Assert.Equal(name, rows[0].Area.Name);
        Assert.Equal(
            [all, months, quarters, years],
            [rows.Count, .. Enum.GetValues<Assessment>().Select(span => rows.Count(row => row.Assessment == span))]);
    }

    [Theory]
    [InlineData("platform.staff", "Staff { Workers = 2, Certified = 1 }", "Staff { Workers = 3, Certified = 2 }")]
    [InlineData("*.case", "Number { Value = 6 }", "Number { Value = 8 }")]
    [InlineData("*.group", "Number { Value = 7 }", "Number { Value = 9 }")]
    [InlineData("*.survey", "Share { Percent = 100 }", "Share { Percent = 100 }")]
    [InlineData("*.link", "Number { Value = 2 }", "Number { Value = 2 }")]
    [InlineData("*.care", "Number { Value = 2 }", "Number { Value = 2 }")]
    [InlineData("org.backbone", "Number { Value = 5 }", "Number { Value = 5 }")]
    [InlineData("charity.raised", "Number { Value = 1000000 }", "Number { Value = 1000000 }")]
    [InlineData("charity.needs", "Share { Percent = 50 }", "Share { Percent = 50 }")]
    public void Has_the_targets_of_each_tier(string pattern, string t10, string t20)
    {
        foreach (var row in TaskList.Rows(pattern))
            Assert.Equal((t10, t20), (row.Targets[Tier.T10].ToString(), row.Targets[Tier.T20].ToString()));
    }

    [Fact]
    public void Nine_rows_differ_by_tier_and_all_targets_not_named_above_are_one()
    {
        Assert.Equal(
            ["platform.staff", "relief.case", "relief.group", "elder.case", "elder.group", "child.case", "child.group", "disabled.case", "disabled.group"],
            List.Rows.Where(row => row.Targets[Tier.T10] != row.Targets[Tier.T20]).Select(row => row.Id));
        Assert.Equal(53 - 24, List.Rows.Count(row => row.Targets[Tier.T10] == new Target.Number(1)));
    }

    [Theory]
    [InlineData("platform.office", "办公用房 项 Checklist Year", "上墙照片")]
    [InlineData("platform.rule.finance", "财务管理制度 项 Checklist Year", "上墙照片/电子版制度")]
    [InlineData("platform.staff", "驻站社工持证 项 Staff Year", "社工证")]
    [InlineData("*.survey", "需求调研 人 RosterSurvey Year", "调查表 每年:台账")]
    [InlineData("*.link", "资源链接 次 Services Month", "水印照片 网站上传")]
    [InlineData("*.care", "关爱帮扶 次 Services Month", "水印照片 网站上传")]
    [InlineData("*.register", "回访台账 份 Register Year", "台账")]
    [InlineData("*.revisit", "跟踪回访 次 Services Quarter", "水印照片 网站上传")]
    [InlineData("*.case", "个案 个 Sessions Year", "水印照片 网站上传")]
    [InlineData("*.group", "小组 个 Sessions Year", "水印照片 网站上传")]
    [InlineData("*.showcase", "成功案例 个 Showcase Year", "活动记录")]
    [InlineData("org.incubate", "培育社会组织 个 Names Year", "佐证材料")]
    [InlineData("org.activity", "社会组织活动 次 Events Month", "每年:计划 每年:活动记录 每年:签到表 每年:新闻")]
    [InlineData("org.backbone", "骨干人才 人 Persons Year", "佐证材料 每年:名册")]
    [InlineData("org.training", "专业培训 次 Events Year", "每年:计划 每年:签到表 每年:新闻")]
    [InlineData("charity.fund", "专项基金 个 Names Year", "每年:台账")]
    [InlineData("charity.raised", "共募资金 元 Money Year", "每年:台账")]
    [InlineData("charity.project", "慈善项目 个 Events Month", "每年:台账")]
    [InlineData("charity.needs", "需求信息 份 RosterNeeds Year", "每年:台账")]
    [InlineData("charity.promo", "公益推介 次 Events Quarter", "")]
    [InlineData("charity.aid", "慈善救助 次 Events Month", "每年:计划 每年:签到表 每年:领取单 每年:新闻")]
    [InlineData("charity.aid_amount", "慈善救助资金 次 LargeDistribution Year", "每年:计划 每年:签到表 每年:领取单")]
    public void Has_names_units_counting_and_evidence(string pattern, string shown, string evidence)
    {
        foreach (var row in TaskList.Rows(pattern))
        {
            Assert.Equal(shown, $"{row.ShortName} {row.Unit} {row.Counting} {row.Assessment}");
            Assert.Equal(evidence, string.Join(' ', row.Evidence.Select(Shown)));
        }

        static string Shown(EvidenceRequirement one) =>
            (one.OncePerYear ? "每年:" : "") + string.Join('/', one.AnyOf.Select(EvidenceName.Of));
    }

    [Fact]
    public void Finds_rows_by_id_area_and_topic()
    {
        Assert.Equal("养老服务方面", List.Find("elder.care")!.Area.SourceName);
        Assert.Null(List.Find("elder.nothing"));
        Assert.Equal(["relief.care", "elder.care", "child.care", "disabled.care"], List.OfTopic("care").Select(row => row.Id));
        Assert.Empty(List.OfTopic("activity"));
        Assert.Equal("relief elder child disabled", string.Join(' ', List.Domains));
    }

    [Fact]
    public void A_word_means_one_thing_also_across_tasks_topics_and_rows()
    {
        IEnumerable<string> words =
        [
            .. List.Areas.SelectMany(area => area.Synonyms.Prepend(area.Name)),
            .. List.Topics.SelectMany(topic => topic.Synonyms.Prepend(topic.Name)),
            .. List.Rows.SelectMany(row => row.Area.IsDomain ? row.Synonyms : row.Synonyms.Prepend(row.ShortName)),
        ];

        Assert.DoesNotContain(words.CountBy(word => word), pair => pair.Value > 1);
    }
}
