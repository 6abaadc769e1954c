namespace StationBot.Tests.Transcripts.Year;

/// <summary>
/// The year of a station, day by day: what each row needs, and on the way what happens in every office: something forgotten and entered later,
/// a slip undone, a day put right, a photo that comes a month late, a resident who moves away and one who comes.
/// </summary>
internal sealed class YearScript
{
    private readonly YearOffice _office;
    private readonly bool _large;
    private readonly SortedDictionary<DateOnly, List<Func<Task>>> _days = [];

    public YearScript(YearOffice office, bool large)
    {
        (_office, _large) = (office, large);
        new YearBeginning(office, large).Plan(On);
        new YearServices(office).Plan(On);
        new YearFiles(office, large).Plan(On);
        new YearEvents(office).Plan(On);
    }

    /// <param name="afterDay">Once everything of the day was done; each last day of a month is one.</param>
    public async Task PlayAsync(Func<DateOnly, Task> afterDay)
    {
        for (var day = new DateOnly(2024, 1, 2); day.Year == 2024; day = day.AddDays(1))
        {
            var deeds = _days.GetValueOrDefault(day, []);
            if (deeds.Count > 0)
            {
                _office.GoTo(day, 9);
            }

            foreach (var deed in deeds)
            {
                await deed();
            }

            await UploadedAsync(day);
            if (day.AddDays(1).Day == 1)
            {
                _office.GoTo(day, 17);
                await afterDay(day);
            }
        }
    }

    private void On(int month, int day, Func<Task> deed)
    {
        var date = new DateOnly(2024, month, day);
        if (!_days.TryGetValue(date, out var deeds))
        {
            _days[date] = deeds = [];
        }

        deeds.Add(deed);
    }

    /// <summary>In odd months day by day, in even ones at the beginning of the next, in December before its end.</summary>
    private async Task UploadedAsync(DateOnly day)
    {
        foreach (var who in (YearWorker[])[_office.Wang, _office.Li])
        {
            if (day.Month % 2 == 1 && _days.ContainsKey(day))
            {
                await _office.MarkAsync(who, "今天的都上传了", day, day);
            }

            if (day.Month % 2 == 1 && day.Day == 3 && day.Month > 1)
            {
                _office.GoTo(day, 16);
                await _office.MarkAsync(who, $"{day.Month - 1}月的都传了", day.AddMonths(-1).AddDays(-2), day.AddDays(-3));
            }

            if (day is { Month: 12, Day: 30 })
            {
                _office.GoTo(day, 16);
                await _office.MarkAsync(who, "本月的都传网站了", new DateOnly(2024, 12, 1), day);
            }
        }
    }
}

/// <summary>The station's beginning: roster, task 1, registers; and what changes in the roster later.</summary>
internal sealed class YearBeginning(YearOffice office, bool large)
{
    private static readonly string[] Ticked =
    [
        "platform.office", "platform.rooms", "platform.wall", "platform.rule.staff", "platform.rule.finance", "platform.rule.volunteer", "platform.rule.venue",
        "platform.rule.archive", "platform.orgchart",
    ];

    public void Plan(Action<int, int, Func<Task>> on)
    {
        foreach (var (name, community, areas, revisit) in ((string, string, string, bool)[])
        [
            ("李桂兰", "红旗村", "elder", true), ("王德福", "红旗村", "elder,relief", true), ("张素芬", "东风社区", "relief", true), ("赵铁柱", "东风社区", "relief,disabled", true),
            ("刘小雨", "红旗村", "child", true), ("陈明明", "东风社区", "child,relief", false), ("孙大勇", "红旗村", "disabled", true), ("周玉梅", "红旗村", "elder,disabled", false),
        ])
        {
            on(1, 3, () => ListAsync(name, community, areas, revisit));
        }

        on(7, 1, () => ListAsync("吴小宝", "东风社区", "child", revisit: true));
        on(9, 10, LeaveAsync);
        on(1, 5, ChecklistAsync);
        foreach (var (id, name) in YearRow.Domains)
        {
            on(1, 8, () => RegisterAsync(id, name, id is "relief" or "elder" ? office.Wang : office.Li));
        }

        if (!large)
        {
            on(3, 4, RoomsAsync);
        }
    }

    private async Task ListAsync(string name, string community, string areas, bool revisit)
    {
        office.Time.Advance(TimeSpan.FromMinutes(3));
        await office.Wang.Chat.SayAsync("新增人员");
        var entered = office.Today.Month == 1 ? new DateOnly(2024, 1, 1) : office.Today;
        await office.Wang.Chat.PressAsync(
            "保存", ("name", name), ("areas", areas), ("community", community), ("revisit", revisit ? "是" : "否"), ("entered", YearOffice.Text(entered)));
        Assert.StartsWith($"已加入名单：{name}（{community}）\n", office.Wang.Chat.Text);
        office.Diary.Roster.Add(new YearPerson { Name = name, Community = community, Areas = areas.Split(','), Revisit = revisit, Entered = entered });
    }

    private async Task LeaveAsync()
    {
        Assert.Contains("确认吗？", await office.Wang.Chat.SayAsync("周玉梅9月10日迁出"));
        Assert.StartsWith("周玉梅（红旗村） 2024年9月10日起迁出，已离开名单", await office.Wang.Chat.PressAsync("确认"));
        office.Diary.Roster.Single(person => person.Name == "周玉梅").Left = office.Today;
    }

    /// <summary>The smaller station has rooms, though later than the rest; the larger one has none.</summary>
    private async Task ChecklistAsync()
    {
        var ids = Ticked.Where(id => large || id != "platform.rooms").ToList();
        await office.Wang.Chat.SayAsync("平台检查");
        List<(string, string)> inputs = [.. ids.Select(id => (id, id == "platform.rooms" ? "na" : "done")), ("certificate:小王", "蒙2019001"), ("level:小王", "社会工作师")];
        if (large)
        {
            inputs.AddRange([("platform.rooms.reason", "社区没有场地"), ("newName", "老赵"), ("newCertificate", "蒙2015007"), ("newLevel", "助理社会工作师")]);
            office.Diary.Workers["老赵"] = true;
        }

        await office.Wang.Chat.PressAsync("保存", inputs);
        office.Diary.Workers["小王"] = true;
        var entries = ids.Select(id => Entry(id, id == "platform.rooms", false))
            .Concat(Enumerable.Range(0, large ? 2 : 1).Select(_ => Entry("platform.staff", false, hasCertificate: true))).ToList();
        entries.ForEach(entry => office.Keep(entry, office.NextNumber()));
        Assert.Equal($"已保存 {string.Join('、', entries.Select(entry => $"#{entry.Number}"))}。说“撤销”可以全部退回。", office.Wang.Chat.FirstLine);
        foreach (var entry in entries.Where(entry => !entry.NotApplicable))
        {
            await ProveAsync(entry);
        }
    }

    private async Task RoomsAsync()
    {
        await office.Wang.Chat.SayAsync("平台检查");
        await office.Wang.Chat.PressAsync("保存", ("platform.rooms", "done"));
        var entry = office.Keep(Entry("platform.rooms", false, false), office.NextNumber());
        Assert.StartsWith($"已保存 #{entry.Number}。", office.Wang.Chat.Text);
        await ProveAsync(entry);
    }

    /// <summary>A rule is shown by its photo on the wall, or by its text.</summary>
    private Task ProveAsync(YearEntry entry) => entry.Row switch
    {
        "platform.staff" => office.ShowAsync(entry, $"这是{entry.Number}号的社工证", "社工证.jpg"),
        "platform.rule.finance" or "platform.rule.venue" => office.ShowAsync(entry, $"这是{entry.Number}号的电子版制度", "电子版制度.docx"),
        _ => office.ShowAsync(entry, $"这是{entry.Number}号的上墙照片", "上墙照片.jpg"),
    };

    private YearEntry Entry(string row, bool notApplicable, bool hasCertificate) =>
        new() { Row = row, Date = office.Today, By = office.Wang.Name, NotApplicable = notApplicable, HasCertificate = hasCertificate };

    private async Task RegisterAsync(string domain, string name, YearWorker who)
    {
        var flagged = office.Diary.Roster.Where(person => person.Revisit && person.Areas.Contains(domain)).ToList();
        await who.Chat.SayAsync("确认台账");
        var told = who.Chat.Text.Split('\n').Single(line => line.StartsWith($"{name} {flagged.Count} 人：", StringComparison.Ordinal));
        Assert.Equal(flagged.Select(person => person.Label).Order(), told.Split('：')[1].Split('、').Order());
        var entry = new YearEntry { Row = domain + ".register", Date = office.Today, By = who.Name };
        await office.SaveAsync("确认台账", entry, ("domain", domain));
        Assert.Contains($"{name}回访人员台账（2024年）.xlsx已生成。", who.Chat.Text);
        entry.Has.Add("台账");
    }
}
