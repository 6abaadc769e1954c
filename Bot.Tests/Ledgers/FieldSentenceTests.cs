using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Tests.Ledgers;

/// <summary>A field is described once: what its card refuses, a file is refused for, with the same sentence.</summary>
public sealed class FieldSentenceTests
{
    private static readonly DateOnly Today = new(2024, 9, 18);
    private static readonly Catalog Catalog = Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")).For(new Period(new(2024, 1, 1), new(2024, 12, 31)));

    /// <summary>The form, the row that stands in the file, the field, the bad value.</summary>
    public static TheoryData<string, string, string, string> BadValues() => [..
        from pair in Forms()
        from field in pair.Form.Fields
        where field.Column is not null
        from value in BadFor(field)
        select (pair.Form.Id, pair.Row.Id, field.Id, value)];

    [Theory, MemberData(nameof(BadValues))]
    public async Task What_the_card_refuses_the_file_is_refused_for_with_the_same_sentence(string formId, string row, string fieldId, string value)
    {
        await using var bench = await LedgerBench.CreateAsync();
        var form = RecordForms.Of(Catalog).Find(formId)!;
        var field = form.Find(fieldId)!;
        var column = field.Column!.Name;
        var card = await bench.Get<FormIntake>().ReadAsync(bench.Station, form, new Dictionary<string, string> { [fieldId] = value }, form.Blank(Today), Today, default);
        var sentence = Assert.IsType<Intake.Rejected>(card).Errors[fieldId];

        var file = column == "日期" ? $"日期,指标\n{value},{row}\n" : $"日期,指标,{column}\n2024-09-01,{row},{value}\n";
        var reason = Assert.Single(LedgerBench.Reasons(await bench.RecordsAsync(file)));

        if (field.Kind == FieldKind.Choice)
        {
            // A file has no list in front of it: it is told.
            var choices = field.Column.Choices ?? field.Choices;
            Assert.Equal($"请从列表中选择{field.Label}", sentence);
            Assert.All(choices, choice => Assert.Contains(choice.Title, reason, StringComparison.Ordinal));
            return;
        }

        Assert.Equal($"第 2 行：{InFile(sentence, field, value)}", reason);
    }

    /// <summary>The label of the card is the column in a file, and what is short is quoted: the line has other cells.</summary>
    private static string InFile(string sentence, Field field, string value)
    {
        var isQuoted = field.Kind is FieldKind.Number or FieldKind.Money or FieldKind.Date;
        var called = field.Column!.Name + (isQuoted ? $"“{value}”" : "");
        var hint = sentence.EndsWith("不是有效的日期", StringComparison.Ordinal) ? "，请写成 2024-09-18" : "";
        return (sentence.StartsWith(field.Label, StringComparison.Ordinal) ? called + sentence[field.Label.Length..] : sentence) + hint;
    }

    /// <summary>A number above the bounds, a text of one character too many: nothing that stands in a file gets past a bound by another name.</summary>
    private static IEnumerable<string> BadFor(Field field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Multiline => [new string('长', field.MaxLength + 1)],
        FieldKind.Recipients => [string.Concat(Enumerable.Repeat("陈一、", field.MaxLength / 3)) + "陈二"],
        FieldKind.Number => [$"{field.Min - 1}", $"{field.Max + 1}", "十"],
        FieldKind.Money => ["0", "一大笔", "1.234"],
        FieldKind.Date => ["2024-13-01", "2024-09-19", "2023-12-31"],
        FieldKind.Choice => ["飞"],
        FieldKind.Person => ["20户", new string('名', 41)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Every form that a file can fill in, with a row of it.</summary>
    private static IEnumerable<(Form Form, Indicator Row)> Forms() =>
        from row in Catalog.Rows
        let form = RecordForms.Of(Catalog).Find(RecordKinds.FormOf(row))
        where form is not null
        group row by form into rows
        select (rows.Key, rows.First());

    [Fact]
    public void Every_column_is_described_and_no_field_names_another()
    {
        string[] elsewhere = ["指标", "材料", "已上传", "登记时间"];
        var columns = Header.Records.Required.Concat(Header.Records.Optional).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(columns, RecordColumns.All.Select(field => field.Column!.Name).Concat(elsewhere).Order(StringComparer.Ordinal));
        Assert.All(RecordForms.Of(Catalog).All.SelectMany(form => form.Fields), field => Assert.True(field.Column is null || columns.Contains(field.Column.Name)));
    }

    [Theory]
    [InlineData("visit", "", "领域、类别、服务日期、服务对象、内容")]
    [InlineData("visit", "domain=elder category=care date=2024-09-01 others=李桂兰 content=聊天", "")]
    [InlineData("visit", "domain=elder category=care date=2024-09-01 person=李桂兰", "内容")]
    [InlineData("group.open", "domain=elder", "名称")] // 计划节数 has a default
    [InlineData("group.open", "domain=elder name=合唱 sessions=", "计划节数")]
    [InlineData("case.session", "content=谈心", "个案、日期")]
    [InlineData("distribution", "name=中秋慰问 amount=1200", "日期、领取人或户数")]
    [InlineData("visit.each", "domain=elder category=care date=2024-09-01 content=聊天", "服务对象")]
    public void The_musts_that_are_missing_are_named(string form, string given, string missing)
    {
        var values = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(missing, string.Join('、', FormCheck.Missing(RecordForms.Of(Catalog).Find(form)!, values).Select(field => field.Label)));
    }
}
