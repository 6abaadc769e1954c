namespace StationBot.Tests.Transcripts.Year;

/// <summary>个案 and 小组: opened, five sessions each, closed, and one of each domain put forward.</summary>
internal sealed class YearFiles(YearOffice office, bool large)
{
    private const string Surnames = "赵钱孙李周吴郑王冯";
    private static readonly string[] Groups = ["剪纸", "合唱", "手工", "书法", "健身", "园艺", "棋艺", "读书", "摄影"];

    public void Plan(Action<int, int, Func<Task>> on)
    {
        foreach (var (id, name) in YearRow.Domains)
        {
            var who = id is "relief" or "elder" ? office.Wang : office.Li;
            for (var k = 0; k < (large ? 8 : 6); k++)
            {
                Case(on, who, id, $"{Surnames[k]}文{name[0]}", k + 1);
            }

            for (var k = 0; k < (large ? 9 : 7); k++)
            {
                Group(on, who, id, $"{name[..2]}{Groups[k]}小组", k + 1);
            }

            on(11, 18, () => ShowcaseAsync(id, id is "relief" or "child" ? "case" : "group"));
        }
    }

    /// <summary>A session a month.</summary>
    private void Case(Action<int, int, Func<Task>> on, YearWorker who, string domain, string person, int month)
    {
        YearFile? file = null;
        on(month, 4, async () =>
        {
            await office.NoteAsync(who, "开个案", ("domain", domain), ("others", person), ("problem", "情绪低落"));
            file = Opened(domain + ".case", person);
        });
        for (var session = 0; session < 5; session++)
        {
            on(month + session, 11, () => SessionAsync(who, file!, "记个案", ("content", "谈了近况")));
        }

        on(month + 4, 25, () => CloseAsync(who, file!, "个案结案"));
    }

    /// <summary>All within a month.</summary>
    private void Group(Action<int, int, Func<Task>> on, YearWorker who, string domain, string name, int month)
    {
        YearFile? file = null;
        List<YearPerson> members = [];
        on(month, 4, async () =>
        {
            members = [.. office.Diary.Roster.Where(person => person.Areas.Contains(domain) && person.IsActive(office.Today)).Take(2)];
            await office.NoteAsync(who, "开小组", ("domain", domain), ("name", name), ("sessions", "5"), ("members", string.Join('、', members.Select(person => person.Name))));
            file = Opened(domain + ".group", name);
        });
        foreach (var (session, day) in ((int[])[7, 12, 17, 22, 26]).Index())
        {
            on(month, day, () => SessionAsync(
                who, file!, "记小组", ("content", "一起动手"), session % 2 == 0 ? ("attendance", string.Join(',', members.Select(person => person.Label))) : ("recipients", "12")));
        }

        on(month, 27, () => CloseAsync(who, file!, "小组结束"));
    }

    private YearFile Opened(string row, string name)
    {
        var file = new YearFile { Row = row, Name = name, Id = office.Diary.Files.Count + 1 };
        office.Diary.Files.Add(file);
        return file;
    }

    private async Task SessionAsync(YearWorker who, YearFile file, string said, params (string, string)[] inputs)
    {
        var value = await office.FileAsync(who, said, file);
        var entry = await office.SaveAsync(said, new YearEntry { Row = file.Row, Date = office.Today, By = who.Name, File = file.Id }, [("file", value), .. inputs]);
        await office.PhotoAsync(entry);
    }

    private async Task CloseAsync(YearWorker who, YearFile file, string said)
    {
        var value = await office.FileAsync(who, said, file);
        await office.NoteAsync(who, said, ("file", value), ("content", "目标达成"));
        Assert.Contains("已结束，共做了 5 节", who.Chat.Text);
        file.IsClosed = true;
    }

    /// <summary>The lead's alone, whoever's case it was.</summary>
    private async Task ShowcaseAsync(string domain, string topic)
    {
        var file = office.Diary.Files.First(file => file.Row == $"{domain}.{topic}" && file.IsClosed);
        var value = await office.FileAsync(office.Wang, "推荐案例", file);
        var entry = await office.SaveAsync("推荐案例", new YearEntry { Row = domain + ".showcase", Date = office.Today, By = office.Wang.Name, File = file.Id }, ("file", value));
        Assert.DoesNotContain("没有水印照片", office.Wang.Chat.Text);
        await office.ShowAsync(entry, $"这是{entry.Number}号的结案报告", "活动记录.docx");
    }
}
