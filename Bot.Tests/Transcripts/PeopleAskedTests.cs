namespace StationBot.Tests.Transcripts;

/// <summary>Asked about people and records, by a lead, a worker and in a group (product.md §3.12, §5, §7). Today is 2024-09-18.</summary>
public sealed class PeopleAskedTests(PeopleAskedTests.Village village) : IClassFixture<PeopleAskedTests.Village>
{
    /// <summary>Persons served: the repeated record (#2), the void one, the attempt and the households without names add nothing.</summary>
    [Theory]
    [InlineData("8月服务了多少人", "2024年8月 全部指标：服务 4 人，共 5 人次")]
    [InlineData("8月服务了多少个老人", "2024年8月 养老服务：服务 3 人，共 3 人次")]
    [InlineData("9月走访了多少户", "2024年9月 关爱帮扶：服务 3 人，共 3 人次")]
    [InlineData("小李9月服务了几个人", "2024年9月 全部指标（小李）：服务 2 人，共 2 人次")]
    [InlineData("红旗村9月服务了多少人次", "2024年9月 全部指标（红旗村）：服务 1 人，共 1 人次")]
    [InlineData("独居老人8月服务了多少人", "2024年8月 养老服务（独居）：服务 2 人，共 2 人次")]
    [InlineData("今年养老个案服务了多少人", "2024年 养老服务·个案：服务 0 人，共 0 人次")]
    [InlineData("去年服务了多少人", "2023年不在项目年度内。本站的项目年度：2024年。")]
    public async Task Who_was_served_is_counted_by_head_and_by_attendance(string question, string first) => Assert.Equal(first, await village.FirstLineAsync(question));

    /// <summary>Against a recount of the same records, as product.md §3.12 has it: a record all of whose persons stand in earlier ones of that row and day adds nothing.</summary>
    [Fact]
    public async Task The_served_are_those_that_a_recount_finds()
    {
        await using var app = new StationApp();
        var lead = app.Chat();
        await lead.SetUpAsync();
        var random = new Random(12);
        string[] names = [.. Enumerable.Range(0, 9).Select(i => $"居民{(char)('甲' + i)}")];
        await Rosters.ImportAsync(app, "姓名,领域,社区\n" + string.Concat(names.Select((name, i) => $"{name},养老服务、社会救助,{(i % 2 == 0 ? "红旗村" : "河西社区")}\n")));
        var made = Enumerable.Range(1, 90).Select(number => new Made(
            number, new DateOnly(2024, random.Next(7, 10), random.Next(1, 6)), $"{(random.Next(2) == 0 ? "elder" : "relief")}.{(random.Next(2) == 0 ? "care" : "revisit")}",
            [.. random.GetItems(names, random.Next(1, 4)).Distinct()], random.Next(2) == 0 ? "小王" : "小李")).ToList();
        await app.ImportRecordsAsync("日期,指标,服务对象,社工,内容\n" + string.Concat(made.Select(one => $"{one.Date:yyyy-MM-dd},{one.Row},{string.Join('、', one.Persons)},{one.Worker},第{one.Number}条\n")));
        foreach (var number in new[] { 3, 17, 40, 41, 77 })
        {
            Assert.StartsWith("已撤销", await lead.SayAsync($"删掉{number}号"));
            made.RemoveAll(one => one.Number == number);
        }

        foreach (var (question, fits) in new (string, Func<Made, bool>)[]
        {
            ("今年", _ => true), ("8月", one => one.Date.Month == 8), ("三季度养老", one => one.Row.StartsWith("elder", StringComparison.Ordinal)),
            ("7月回访", one => one.Date.Month == 7 && one.Row.EndsWith("revisit", StringComparison.Ordinal)), ("9月1日到3日", one => one.Date is { Month: 9, Day: <= 3 }),
        })
        {
            var counted = made.Where(fits).GroupBy(one => (one.Row, one.Date)).SelectMany(day =>
            {
                var seen = new HashSet<string>();
                return day.OrderBy(one => one.Number).Where(one => one.Persons.Select(seen.Add).ToList().Contains(true)).ToList();
            }).ToList();
            var expected = $"服务 {counted.SelectMany(one => one.Persons).Distinct().Count()} 人，共 {counted.Sum(one => one.Persons.Count)} 人次";
            Assert.EndsWith(expected, (await lead.SayAsync($"{question}服务了多少人")).Split('\n')[0]);
        }
    }

    private sealed record Made(int Number, DateOnly Date, string Row, IReadOnlyList<string> Persons, string Worker);

    /// <summary>A record of several persons is of a village or a tag when one of them is.</summary>
    [Theory]
    [InlineData("独居老人8月关爱帮扶做了几次", "2024年8月 养老服务·关爱帮扶（独居）：共 1 次")]
    [InlineData("红旗村9月关爱帮扶做了几次", "2024年9月 关爱帮扶（红旗村）：共 1 次")]
    [InlineData("东风社区9月关爱帮扶做了几次", "2024年9月 关爱帮扶（东风社区）：共 2 次")]
    [InlineData("9月哪个村走访得最多", "2024年9月 关爱帮扶：东风社区最多，2 次")]
    [InlineData("9月哪个村关爱帮扶做得最少", "2024年9月 关爱帮扶：河西社区最少，0 次")]
    [InlineData("红旗村今年回访了几次", "2024年 跟踪回访（红旗村）：共 0 次")]
    [InlineData("失能老人今年回访了几次", "2024年 养老服务·跟踪回访（失能）：共 1 次")]
    [InlineData("独居老人今年需求调研做了多少", "2024年 养老服务·需求调研（独居）：共 1 人")]
    [InlineData("小李在东风社区9月上门关爱帮扶做了几次", "2024年9月 关爱帮扶（小李、东风社区、上门）：共 1 次")]
    [InlineData("小王和小李9月关爱帮扶做了几次", "2024年9月 关爱帮扶（小王、小李）：共 2 次")]
    public async Task Counts_heed_tags_villages_and_several_filters(string question, string first) => Assert.Equal(first, await village.FirstLineAsync(question));

    [Theory]
    [InlineData("8月15号那天都做了啥", "2024年8月15日 全部指标：共 3 条")]
    [InlineData("我9月录了多少条", "2024年9月 全部指标（小王）：共 1 条")]
    [InlineData("大家9月录了多少条", "2024年9月 全部指标：共 2 条")]
    [InlineData("小李9月上门几次", "2024年9月 全部指标（小李、上门）：共 1 条")]
    [InlineData("小李8月都做了什么", "2024年8月 全部指标（小李）：共 2 条")]
    [InlineData("红旗村8月的记录", "2024年8月 全部指标（红旗村）：共 3 条")]
    [InlineData("8月那次发米面油发给了多少户", "2024年8月 慈善救助“米面油”：发给 21 户，共 2 次")]
    [InlineData("8月那次培训来了多少人", "2024年8月 专业培训：25 人，共 1 次")]
    [InlineData("8月发棉被发给了多少户", "2024年8月 慈善救助：没有写着“棉被”的记录")]
    [InlineData("上次培训是什么时候", "2024年 专业培训：最近一次 8月25日")]
    public async Task Records_are_listed_and_counted(string question, string first) => Assert.Equal(first, await village.FirstLineAsync(question));

    /// <summary>郭守义 died in July: on the roster before, off it now.</summary>
    [Theory]
    [InlineData("名单上有多少人", "2024年9月18日 名单：共 9 人")]
    [InlineData("6月名单上有多少人", "2024年6月30日 名单：共 9 人")]
    [InlineData("名单上多少老人", "2024年9月18日 养老服务：共 5 人")]
    [InlineData("低保户都有哪些人", "2024年9月18日 社会救助（低保）：共 3 人")]
    [InlineData("红旗村的独居老人名单念给我听", "2024年9月18日 养老服务（红旗村、独居）：共 2 人")]
    [InlineData("失能老人有哪些", "2024年9月18日 养老服务（失能）：共 1 人")]
    [InlineData("留守儿童是哪几个", "2024年9月18日 儿童关爱保护：共 1 人")]
    [InlineData("哪些人同时在两个领域里", "2024年9月18日 名单：1 人同时在两个以上领域")]
    [InlineData("谁既是老人又是低保", "2024年9月18日 名单：1 人同时在社会救助、养老服务")]
    [InlineData("8月新增了几个服务对象", "2024年8月 名单：新增 1 人，离开 0 人")]
    [InlineData("今年谁退出名单了", "2024年 名单：新增 10 人，离开 1 人")]
    [InlineData("这个月哪些老人还没去看过", "2024年9月 养老服务：还有 4 人未联系")]
    [InlineData("红旗村没做问卷的", "2024年 需求调研（红旗村）：还有 4 人未调研")]
    [InlineData("超过90天没回访的老人", "2024年9月18日 养老服务·跟踪回访：4 人超过 90 天未回访")]
    [InlineData("谁29天没联系了", "2024年9月18日 名单：6 人 29 天未联系")]
    [InlineData("谁超过29天没联系了", "2024年9月18日 名单：5 人超过 29 天未联系")]
    [InlineData("河西社区的人各自多久没去了", "2024年9月18日 名单（河西社区）：共 1 人")]
    [InlineData("今年还有谁一次都没领过", "2024年 慈善救助：还有 8 人没领过")]
    [InlineData("哪些老人今年走访最多", "2024年 养老服务·关爱帮扶：最多的 1 次，有 3 人")]
    [InlineData("哪些老人今年走访最少", "2024年 养老服务·关爱帮扶：最少的 0 次，有 2 人")]
    [InlineData("今天顺路去红旗村能看谁", "2024年9月18日 名单（红旗村）：建议看望 5 人")]
    [InlineData("最近30天我去了哪些人家", "2024年8月20日至9月18日 全部指标（小王、上门）：服务 1 人，共 1 人次")]
    public async Task The_roster_is_asked(string question, string first) => Assert.Equal(first, await village.FirstLineAsync(question));

    [Theory]
    [InlineData("王德福电话多少", "王德福（红旗村） 电话：13900000003")]
    [InlineData("小明的监护人是谁", "王小明（红旗村） 监护人：王建军")]
    [InlineData("王德福多大了", "王德福（红旗村） 年龄：79 岁（1944年11月30日出生）")]
    [InlineData("张广才住哪儿", "张广才（河西社区） 住址：河西社区")]
    [InlineData("张广才电话多少", "张广才（河西社区）：名单里没有登记电话")]
    [InlineData("上次去王德福家是哪天", "王德福（红旗村）：最近一次 2024年8月15日，34 天前")]
    [InlineData("孙秀英上次回访是什么时候", "孙秀英（东风社区） 跟踪回访：最近一次 2024年8月20日，29 天前")]
    [InlineData("给王德福回访了吗", "2024年第3季度 王德福（红旗村） 跟踪回访：共 0 条")]
    [InlineData("王德福今年的服务记录", "2024年 王德福（红旗村）：共 3 条")]
    [InlineData("王德福今年领过几次救助", "2024年 王德福（红旗村） 慈善救助：共 1 次")]
    [InlineData("给王德福发过棉被吗", "2024年 王德福（红旗村） 慈善救助“棉被”：共 0 次")]
    [InlineData("给王德福发过被子吗", "2024年 王德福（红旗村） 慈善救助“被子”：共 0 次")]
    [InlineData("王德福收到过慰问品吗", "2024年 王德福（红旗村） 慈善救助：共 1 次")]
    [InlineData("米面油王德福领过没有", "2024年 王德福（红旗村） 慈善救助“米面油”：共 1 次")]
    [InlineData("王德福有什么需求", "王德福（红旗村）：登记过 1 条需求")]
    [InlineData("王德福要的轮椅解决了吗", "王德福（红旗村） “轮椅”：1 条记录提到")]
    public async Task One_person_is_asked_about(string question, string first) => Assert.Equal(first, await village.FirstLineAsync(question));

    [Fact]
    public async Task A_list_names_its_persons_only_in_private()
    {
        Assert.Equal(
            """
            2024年8月15日 全部指标：共 3 条
            · #1 8月15日 养老服务·关爱帮扶 李桂兰（红旗村）等 2 人
            · #2 8月15日 养老服务·关爱帮扶 李桂兰（红旗村）
            · #3 8月15日 社会救助·资源链接 张三（东风社区）
            """,
            await village.Lead.SayAsync("8月15号那天都做了啥"));
        Assert.Contains("· 王德福（红旗村）1 次，最近 8月15日", await village.Lead.SayAsync("8月走访了哪些老人"));
        foreach (var question in new[] { "8月15号那天都做了啥", "8月走访了哪些老人", "低保户都有哪些人", "今天该去看谁", "8月那次发米面油发给了多少户", "哪些老人今年走访最多", "今年谁退出名单了", "8月服务了多少人" })
        {
            var answer = await village.Group.SayAsync(question);
            Assert.Equal(await village.FirstLineAsync(question), answer.Split('\n')[0]);
            Assert.DoesNotContain(village.Names, name => answer.Contains(name, StringComparison.Ordinal));
        }

        Assert.Equal("群聊里不显示居民信息。请私聊我。", await village.Group.SayAsync("王德福电话多少"));
    }

    [Fact]
    public async Task Two_of_a_name_are_buttons_that_ask_the_same_of_one()
    {
        Assert.Equal("有 2 位“李奶奶”，是哪一位？", await village.Lead.SayAsync("李奶奶上次走访是什么时候"));
        Assert.Equal(["李桂兰（红旗村）", "李桂芝（东风社区）"], village.Lead.Buttons);
        Assert.StartsWith("李桂芝（东风社区） 关爱帮扶：最近一次 2024年9月3日，15 天前", await village.Lead.PressAsync("李桂芝（东风社区）"));
    }

    [Fact]
    public async Task A_worker_sees_the_own_records_and_of_colleagues_the_numbers()
    {
        Assert.StartsWith("同事的记录明细站长才能看。", await village.Worker.SayAsync("小王8月都做了什么"));
        Assert.StartsWith("2024年8月 全部指标（小李）：共 2 条", await village.Worker.SayAsync("小李8月都做了什么"));
        Assert.StartsWith("2024年8月 全部指标：共 7 条", await village.Worker.SayAsync("8月都做了什么"));
    }

    [Fact]
    public async Task One_record_is_opened_with_and_without_its_history()
    {
        var contents = await village.Lead.SayAsync("9号写了什么内容");
        Assert.StartsWith("#9 ", await village.Lead.SayAsync("#9 写的什么内容"));
        Assert.Contains("想要轮椅", village.Lead.Text);
        Assert.DoesNotContain("登记", village.Lead.Text);
        Assert.DoesNotContain("#9 ", contents);
        Assert.Contains("导入 登记", await village.Lead.SayAsync("#9是谁录的，什么时候录的"));
    }

    [Fact]
    public async Task What_is_not_understood_is_asked_back()
    {
        foreach (var question in new[] { "80岁以上的老人有哪些", "谁还没去过慰问团", "不独居的老人有哪些", "小王没走访的有谁", "8月和9月服务了多少人", "王大爷的邻居是谁" })
        {
            var answer = await village.Lead.SayAsync(question);
            Assert.DoesNotContain(" 人", answer.Split('\n')[0]);
            Assert.NotEmpty(village.Lead.Buttons);
        }
    }

    public sealed class Village : IAsyncLifetime
    {
        private readonly StationApp _app = new();

        internal Chat Lead { get; private set; } = null!;

        internal Chat Worker { get; private set; } = null!;

        internal Chat Group { get; private set; } = null!;

        internal IReadOnlyList<string> Names { get; } = [.. Roster.Split('\n').Skip(1).Select(line => line.Split(',')[0]).Where(name => name.Length > 0)];

        public async ValueTask InitializeAsync()
        {
            Lead = _app.Chat();
            await Lead.SetUpAsync();
            Worker = _app.Chat("u2", "小李");
            Group = new Chat(_app, "u1", "小王") { InGroup = true };
            var code = (await Lead.SayAsync("加入码"))["加入码：".Length..][..6];
            await Worker.SayAsync($"加入 {code}");
            await Rosters.ImportAsync(_app, Roster);
            await _app.ImportRecordsAsync(Records);
            // One that is taken back, and one that met nobody.
            await Lead.VisitAsync("elder", "care", "2024-09-05", "张广才");
            await Lead.PressAsync("撤销");
            await Lead.SayAsync("记走访");
            await Lead.PressAsync("保存", ("domain", "elder"), ("category", "revisit"), ("date", "2024-09-06"), ("others", "张广才"), ("mode", "HomeVisit"), ("content", "没人"), ("outcome", "Attempt"));
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        public async Task<string> FirstLineAsync(string question) => (await Lead.SayAsync(question)).Split('\n')[0];

        private const string Roster =
            """
            姓名,领域,标签,性别,出生日期,社区,电话,监护人,需回访,入册日期,退出日期,退出原因,别名
            李桂兰,养老服务,独居、高龄,女,1941-03-02,红旗村,13900000001,,是,2024-01-01,,,李奶奶
            李桂芝,养老服务、社会救助,空巢、低保,女,1946-08-19,东风社区,13900000002,,是,2024-01-01,,,李奶奶
            王德福,养老服务,独居,男,1944-11-30,红旗村,13900000003,,是,2024-01-01,,,
            孙秀英,养老服务,失能,女,1939-05-12,东风社区,13900000004,,是,2024-01-01,,,
            张广才,养老服务,半失能,男,1945-06-06,河西社区,,,否,2024-01-01,,,
            张三,社会救助,低保,男,1972-04-03,东风社区,13900000010,,是,2024-01-01,,,
            马国栋,社会救助,低保,男,1966-12-12,红旗村,13900000014,,是,2024-01-01,,,
            王小明,儿童关爱保护,困境儿童,男,2013-06-01,红旗村,,王建军,是,2024-01-01,,,小明
            吴满仓,社会救助,特困,男,1951-08-08,红旗村,13900000015,,是,2024-08-05,,,
            郭守义,社会救助,大病,男,1957-02-18,河西社区,13900000017,,否,2024-01-01,2024-07-01,去世,

            """;

        private const string Records =
            """
            日期,指标,服务对象,方式,社工,内容,名称,金额,人数,物资
            2024-08-15,elder.care,李桂兰、王德福,上门,小王,聊天,,,,
            2024-08-15,elder.care,李桂兰,电话,小李,又打了电话,,,,
            2024-08-15,relief.link,张三,上门,小李,办低保复核,,,,
            2024-08-20,elder.revisit,孙秀英,电话,小王,问候,,,,
            2024-09-03,elder.care,李桂芝,上门,小王,聊天,,,,
            2024-09-10,relief.care,张三、马国栋,上门,小李,送药,,,,
            2024-08-10,charity.aid,王德福,,小王,,中秋慰问,500,,米2袋、面1袋、油1桶
            2024-08-12,charity.aid,,,小王,,米面油发放,2000,20,
            2024-03-01,elder.survey,王德福,上门,小王,想要轮椅,,,,
            2024-08-25,org.training,,,小王,,急救培训,,25,
            2024-06-15,relief.care,郭守义,上门,小王,慰问,,,,
            """;
    }
}
