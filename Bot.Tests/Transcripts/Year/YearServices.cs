namespace StationBot.Tests.Transcripts.Year;

/// <summary>调研, 链接, 关爱, 回访 of the four domains.</summary>
internal sealed class YearServices(YearOffice office)
{
    private static readonly (string Id, string Title)[] Categories = [("link", "记链接"), ("care", "记关爱"), ("revisit", "记回访")];

    /// <summary>The photo of it comes later.</summary>
    private YearEntry? _withoutPhoto;
    private YearEntry? _moved;

    public void Plan(Action<int, int, Func<Task>> on)
    {
        foreach (var (place, domain) in YearRow.Domains.Index())
        {
            var who = domain.Id is "relief" or "elder" ? office.Wang : office.Li;
            var shift = place % 2;
            for (var month = 1; month <= 12; month++)
            {
                var now = month;
                on(month, 6 + shift, () => VisitAsync(who, domain.Id, "link", now));
                on(month, 9 + shift, () => VisitAsync(who, domain.Id, "care", now));
                if ((domain.Id, month) is not ("relief", 10))
                {
                    on(month, 20 + shift, () => VisitAsync(who, domain.Id, "link", now + 1));
                }

                if ((domain.Id, month) is not ("elder", 2 or 4))
                {
                    on(month, 23 + shift, () => VisitAsync(who, domain.Id, "care", now + 1));
                }

                if (month % 3 == 2)
                {
                    on(month, 14 + shift, () => VisitAsync(who, domain.Id, "revisit", now));
                }
            }

            on(2, 16, () => SurveyAsync(who, domain.Id, person => person.Name is "李桂兰" or "王德福" or "张素芬" or "刘小雨" or "赵铁柱", "缺棉被"));
            on(4, 16, () => SurveyAsync(who, domain.Id, person => person.Name is "陈明明" or "孙大勇" || (person.Name == "周玉梅" && domain.Id == "elder"), ""));
        }

        on(8, 16, () => SurveyAsync(office.Li, "child", person => person.Name == "吴小宝", "要学习用品"));
        Slips(on);
    }

    private void Slips(Action<int, int, Func<Task>> on)
    {
        on(3, 5, async () =>
        {
            var late = await VisitAsync(office.Wang, "elder", "care", 3, new DateOnly(2024, 2, 24));
            await office.MarkAsync(office.Wang, $"{late.Number}号传了", [late]);
        });
        on(4, 24, async () => _withoutPhoto = await VisitAsync(office.Wang, "elder", "care", 5, withPhoto: false));
        on(5, 2, () => office.PhotoAsync(_withoutPhoto!, $"这是{_withoutPhoto!.Number}号的照片"));
        on(4, 25, AttemptAsync);
        // Whom the 10th of the month has seen already.
        on(5, 10, () => VisitAsync(office.Wang, "elder", "care", 5, withPhoto: false));
        on(6, 18, UndoneAsync);
        on(8, 28, async () => _moved = await VisitAsync(office.Wang, "relief", "care", 10));
        on(9, 2, MovedAsync);
        on(10, 20, SeveralAsync);
    }

    private async Task<YearEntry> VisitAsync(YearWorker who, string domain, string category, int turn, DateOnly? day = null, bool withPhoto = true)
    {
        var entry = Visit(who, domain, category, turn, day);
        var person = office.Diary.Roster.Single(person => person.Name == entry.Persons[0]);
        await office.SaveAsync(Categories.Single(one => one.Id == category).Title, entry, Inputs(entry, category, ("person", person.Label)));
        if (withPhoto)
        {
            await office.PhotoAsync(entry);
        }

        return entry;
    }

    private YearEntry Visit(YearWorker who, string domain, string category, int turn, DateOnly? day = null)
    {
        var listed = office.Diary.Roster.Where(person => person.Areas.Contains(domain) && person.IsActive(office.Today)).ToList();
        return new YearEntry { Row = $"{domain}.{category}", Date = day ?? office.Today, By = who.Name, Persons = [listed[turn % listed.Count].Name] };
    }

    private static (string, string)[] Inputs(YearEntry entry, string category, params (string, string)[] more) =>
        [("domain", entry.Row.Split('.')[0]), ("category", category), ("content", "聊了近况"), ("mode", entry.Number % 3 == 0 ? "Phone" : "HomeVisit"), .. more];

    private async Task SurveyAsync(YearWorker who, string domain, Func<YearPerson, bool> isMeant, string needs)
    {
        var persons = office.Diary.Roster.Where(person => person.Areas.Contains(domain) && isMeant(person)).ToList();
        if (persons.Count > 0)
        {
            var entry = new YearEntry { Row = domain + ".survey", Date = office.Today, By = who.Name, Persons = [.. persons.Select(person => person.Name)], HasNeeds = needs.Length > 0 };
            await office.SaveAsync(
                "记调研", entry, ("domain", domain), ("person", persons[0].Label), ("others", string.Join('、', persons.Skip(1).Select(person => person.Name))), ("mainNeeds", "取暖"), ("charityNeeds", needs));
            await office.FilesAsync(entry, "调查表.jpg");
        }
    }

    private async Task AttemptAsync()
    {
        var entry = Visit(office.Wang, "relief", "care", 2);
        entry.IsOut = true;
        await office.SaveAsync("记关爱", entry, Inputs(entry, "care", ("others", entry.Persons[0]), ("outcome", "Attempt")));
    }

    private async Task UndoneAsync()
    {
        var entry = await VisitAsync(office.Wang, "relief", "link", 1);
        Assert.StartsWith($"已撤销 #{entry.Number}", await office.Wang.Chat.SayAsync($"撤销{entry.Number}号"));
        entry.IsOut = true;
        var other = await VisitAsync(office.Wang, "elder", "link", 3);
        await office.Wang.Chat.SayAsync("刚才那条删掉");
        Assert.StartsWith($"已恢复 #{other.Number}", await office.Wang.Chat.SayAsync("恢复"));
    }

    /// <summary>What was entered as August's was September's.</summary>
    private async Task MovedAsync()
    {
        Assert.StartsWith($"修改 #{_moved!.Number}：", await office.Wang.Chat.SayAsync($"{_moved.Number}号日期改成9月1日"));
        Assert.StartsWith($"已修改 #{_moved.Number}", await office.Wang.Chat.PressAsync("保存"));
        _moved.Date = new DateOnly(2024, 9, 1);
        await office.MarkAsync(office.Wang, $"#{_moved.Number} 传了", [_moved]);
    }

    private async Task SeveralAsync()
    {
        await office.Wang.Chat.SayAsync("记走访 王德福、张素芬两户");
        await office.Wang.Chat.PressAsync("保存", ("domain", "relief"), ("category", "link"), ("content", "问了冬季取暖"));
        var entries = ((string[])["王德福", "张素芬"]).Select(name => office.Keep(
            new YearEntry { Row = "relief.link", Date = office.Today, By = office.Wang.Name, Persons = [name] }, office.NextNumber())).ToList();
        Assert.StartsWith($"已保存 2 条：#{entries[0].Number} 王德福（红旗村）、#{entries[1].Number} 张素芬（东风社区）\n", office.Wang.Chat.Text);
        foreach (var entry in entries)
        {
            await office.PhotoAsync(entry, $"这是{entry.Number}号的照片");
        }
    }
}
