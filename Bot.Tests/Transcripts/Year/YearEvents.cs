namespace StationBot.Tests.Transcripts.Year;

/// <summary>社会组织 and 慈善资源, and the files that the bot makes.</summary>
internal sealed class YearEvents(YearOffice office)
{
    public void Plan(Action<int, int, Func<Task>> on)
    {
        on(2, 8, () => OrganisationAsync("记社会组织", "org.incubate", "红旗秧歌队", "佐证材料.jpg"));
        on(3, 19, () => OrganisationAsync("记骨干", "org.backbone", "赵一、钱二、孙三", "佐证材料.jpg"));
        on(9, 19, () => OrganisationAsync("记骨干", "org.backbone", "李四、周五、赵一", "佐证材料.jpg"));
        on(4, 18, () => OrganisationAsync("记培训", "org.training", "社工实务培训", "计划.docx", "签到表.jpg", "新闻.docx"));
        on(2, 8, () => CharityAsync("记基金", "charity.fund", "微爱基金", 100_000, ("amount", "1000")));
        on(3, 19, () => CharityAsync("记募捐", "charity.raised", "县慈善协会", 400_000, ("amount", "4000"), ("fund", "微爱基金")));
        on(5, 19, () => CharityAsync("记募捐", "charity.raised", "爱心超市", 80_000, inKind: true, ("amount", "800"), ("inKind", "yes")));
        on(10, 19, () => CharityAsync("记募捐", "charity.raised", "市慈善总会", 450_050, ("amount", "4500.50")));
        on(10, 8, NeedsAsync);
        for (var month = 1; month <= 12; month++)
        {
            var now = month;
            // The one of July is remembered in August.
            on(now == 7 ? 8 : now, now == 7 ? 2 : 21, () => OrganisationAsync(
                "记活动", "org.activity", $"{now}月广场活动", now == 7 ? new DateOnly(2024, 7, 21) : office.Today, now == 5 ? ["计划.docx", "活动记录.docx", "签到表.jpg", "新闻.docx"] : []));
            on(now, 26, () => CharityAsync("记项目", "charity.project", $"{now}月暖心项目", 10_000, ("amount", "100")));
            on(now, 13, () => AidAsync(now, isLarge: now == 6));
            if (now % 3 == 0)
            {
                on(now, 19, () => CharityAsync("记推介", "charity.promo", $"第{now / 3}季度推介", 0));
            }
        }

        on(11, 28, () => ExportAsync("导出基金台账", "charity.fund", "charity.raised"));
        on(11, 28, () => ExportAsync("导出养老需求调研台账", "elder.survey"));
        on(12, 5, () => ExportAsync("生成骨干名册", "org.backbone"));
        on(12, 20, () => ExportAsync("导出台账", [.. office.Diary.Rows.Where(row => row.Topic == "survey").Select(row => row.Id), "charity.fund", "charity.raised", "charity.project", "charity.needs"]));
    }

    private Task OrganisationAsync(string said, string row, string name, params string[] files) => OrganisationAsync(said, row, name, office.Today, files);

    private async Task OrganisationAsync(string said, string row, string name, DateOnly day, string[] files)
    {
        var entry = await office.SaveAsync(said, new YearEntry { Row = row, Date = day, By = office.Wang.Name, Name = name }, ("name", name), ("content", "照计划做了"), ("people", "12"));
        if (files.Length > 0)
        {
            await office.FilesAsync(entry, files);
        }
    }

    private Task CharityAsync(string said, string row, string name, long fen, params (string, string)[] inputs) => CharityAsync(said, row, name, fen, inKind: false, inputs);

    private Task CharityAsync(string said, string row, string name, long fen, bool inKind, params (string, string)[] inputs) => office.SaveAsync(
        said, new YearEntry { Row = row, Date = office.Today, By = office.Li.Name, Name = name, Fen = fen, InKind = inKind }, [("name", name), .. inputs]);

    private async Task AidAsync(int month, bool isLarge)
    {
        var entry = new YearEntry { Row = "charity.aid", Date = office.Today, By = office.Li.Name, Name = $"{month}月慰问", Fen = isLarge ? 150_000 : 50_000 };
        await office.SaveAsync("记发放", entry, ("name", entry.Name), ("amount", isLarge ? "1500" : "500"), ("recipients", "20户"), ("goods", "米20袋"));
        if (isLarge)
        {
            await office.FilesAsync(entry, "计划.docx", "签到表.jpg", "领取单.jpg", "新闻.docx");
        }
    }

    private Task NeedsAsync() => office.SaveAsync(
        "记需求",
        new YearEntry { Row = "charity.needs", Date = office.Today, By = office.Li.Name, Persons = ["陈明明"], HasNeeds = true },
        ("person", "陈明明（东风社区）"), ("content", "要一台轮椅"));

    /// <summary>A file is evidence of all that it lists.</summary>
    private async Task ExportAsync(string said, params string[] rows)
    {
        Assert.Contains(".xlsx已生成。\n", await office.Wang.Chat.SayAsync(said));
        Assert.Contains("下载（", office.Wang.Chat.Text);
        foreach (var entry in office.Diary.Entries.Where(entry => rows.Contains(entry.Row) && !entry.IsOut))
        {
            entry.Has.Add(entry.Row == "org.backbone" ? "名册" : "台账");
        }
    }
}
