using StationBot.Answers.Drafts;
using StationBot.Records.Forms;
using StationBot.Tests.Understanding;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Answers;

/// <summary>Which form a draft fills, which must fields it lacks, and what a correction makes of it: pure, without a station.</summary>
public sealed class ToldFormTests
{
    private static readonly RecordForms Known = RecordForms.Of(Readers.Vocabulary.Catalog);
    private static readonly DateOnly Day = new(2024, 9, 17);

    private static readonly LogDraft Visit = new(DraftKind.Deed, "visit") { Type = "service", Topic = "care", Days = [Day], Persons = ["王大爷"], Content = "聊天" };

    private static readonly ToldPerson Wang = new("王大爷", ["王德福（红旗村）"], ["elder"]);

    [Fact]
    public void The_form_follows_from_how_many_and_when()
    {
        Assert.Equal("visit", FormOf(Visit));
        Assert.Equal("visit.each", FormOf(Visit with { Persons = ["王大爷", "李桂兰"] }));
        Assert.Equal("visit.days", FormOf(Visit with { Days = [Day, Day.AddDays(1)] }));
        Assert.Equal("visit.next", FormOf(Visit with { Next = Day.AddDays(9) }));
        Assert.Equal("visit.plan", FormOf(Visit with { Kind = DraftKind.Plan }));
        Assert.Equal("visit.plan.each", FormOf(Visit with { Kind = DraftKind.Plan, Persons = ["王大爷", "李桂兰"] }));
        Assert.Equal("distribution", FormOf(Visit with { Form = "distribution", Persons = ["王大爷", "李桂兰"] }));
        Assert.Null(FormOf(Visit with { Form = null }));
    }

    [Theory]
    [InlineData("visit", "领域 类别 服务日期 服务对象 内容")]
    [InlineData("survey", "领域 日期 对象")]
    [InlineData("case.session", "个案 日期 内容")]
    [InlineData("distribution", "日期 名称 折合金额 领取人或户数")]
    [InlineData("visit.plan", "领域 类别 计划日期 服务对象")]
    public void What_is_missing_is_what_the_form_must_have(string form, string labels)
    {
        var missing = FormCheck.Missing(Known.Find(form)!, new Dictionary<string, string>());
        Assert.Equal(labels, string.Join(' ', missing.Select(field => field.Label)));
    }

    [Fact]
    public void Nothing_is_missing_of_what_was_told_whole()
    {
        var form = Known.Find("visit")!;
        var values = ToldForm.Values(Visit, form, [Wang], null);
        Assert.Equal(("elder", "王德福（红旗村）", "2024-09-17"), (values["domain"], values["person"], values["date"]));
        Assert.Empty(FormCheck.Missing(form, values));
    }

    [Fact]
    public void Who_is_not_on_the_roster_stands_in_the_other_names()
    {
        var values = ToldForm.Values(Visit, Known.Find("visit")!, [new ToldPerson("路人", [], [])], null);
        Assert.Equal(("", "路人", ""), (values["person"], values["others"], values["domain"]));
    }

    [Fact]
    public void A_person_is_replaced_by_any_of_the_names_he_goes_by()
    {
        foreach (var was in new[] { "王大爷", "王德福", "王德福（红旗村）" })
        {
            Assert.Equal(["李桂兰"], ToldChange.Apply(Visit, new FieldChange(EditField.Person, "李桂兰") { Was = was }, [Wang]).Draft.Persons);
        }

        Assert.Equal("没有“张三”", ToldChange.Apply(Visit, new FieldChange(EditField.Person, "李桂兰") { Was = "张三" }, [Wang]).Problem);
    }

    [Theory]
    [InlineData("养老", EditField.Domain, "domain=elder")]
    [InlineData("昨天", EditField.Date, "date=2024-09-17")]
    [InlineData("昨天", EditField.Domain, "date=2024-09-17")]
    [InlineData("关爱", EditField.Category, "category=care")]
    [InlineData("李桂芝", EditField.Person, "person=李桂芝")]
    [InlineData("李桂芝、王大爷", EditField.Person, "person=李桂芝、王大爷")]
    [InlineData("1200", EditField.Amount, "amount=1200")]
    [InlineData("20户", EditField.People, "people=20")]
    [InlineData("养老关爱", EditField.Domain, "domain=elder category=care")]
    [InlineData("聊了用药情况", EditField.Content, "content=聊了用药情况")]
    [InlineData("养老互助基金", EditField.Name, "name=养老互助基金")]
    [InlineData("等一下", EditField.Person, null)]
    [InlineData("那养老呢", EditField.Domain, null)]
    [InlineData("养老还差几次", EditField.Domain, null)]
    public void A_short_answer_is_read_by_what_was_asked(string typed, EditField asked, string? changes)
    {
        var reply = ReplyReader.Read(typed, Readers.Context(), new DraftQuestion(asked));
        Assert.Equal(changes, reply is null ? null : string.Join(' ', reply.Changes));
    }

    [Theory]
    [InlineData("金额1200", "amount=1200")]
    [InlineData("日期是昨天", "date=2024-09-17")]
    [InlineData("养老", null)]
    [InlineData("对象是李桂芝", "person=李桂芝")]
    public void Where_nothing_is_asked_only_a_named_field_changes(string typed, string? changes)
    {
        var reply = ReplyReader.Read(typed, Readers.Context(), null);
        Assert.Equal(changes, reply is null ? null : string.Join(' ', reply.Changes));
    }

    private static string? FormOf(LogDraft draft) => ToldForm.Of(draft, Known)?.Id;
}
