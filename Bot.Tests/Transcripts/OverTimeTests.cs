using Microsoft.Extensions.DependencyInjection;
using StationBot.Ledgers;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Tests.Transcripts;

/// <summary>How numbers go on and compare, and what falls due, of a station whose records are made here. Today is Wednesday 2024-09-18.</summary>
public sealed class OverTimeTests(OverTimeTests.Sunshine station) : IClassFixture<OverTimeTests.Sunshine>
{
    /// <summary>
    /// 关爱帮扶: elders three a month until August and one in September, by 小王; relief two a month until August, and disabled one in January
    /// and one in September, by 小李. 资源链接: two a month until August, but one of the elders missed in March and both of the children in May.
    /// </summary>
    [Theory]
    [InlineData("关爱帮扶年底来得及吗", "2024年 关爱帮扶：照现在的速度年底约完成 50/96 次，来不及（31 次补不回来）")]
    [InlineData("关爱帮扶来得及吗", "2024年9月 关爱帮扶：照现在的速度月底约完成 2/8 次，来不及")]
    [InlineData("养老关爱年底来得及吗", "2024年 养老服务·关爱帮扶：照现在的速度年底约完成 24/24 次，来得及")]
    [InlineData("个案年底来得及吗", "2024年 个案：照现在的速度年底约完成 2/24 个，来不及")]
    [InlineData("本月个案来得及吗", "2024年 个案：照现在的速度年底约完成 2/24 个，来不及")]
    [InlineData("平台建设年底来得及吗", "2024年 平台建设：照现在的速度年底约完成 0/10 项，来得及，还有 10 项没做")]
    [InlineData("儿童需求调研年底来得及吗", "2024年 儿童关爱保护·需求调研：还没有导入名单，无法计算")]
    [InlineData("上半年关爱来得及吗", "2024年上半年 关爱帮扶：还差 23 次（已经结束）")]
    [InlineData("去年个案来得及吗", "2023年不在项目年度内。本站的项目年度：2024年。")]
    [InlineData("资源链接有没有补不回来的", "2024年 资源链接：有 2 项补不回来")]
    [InlineData("养老资源链接有没有补不回来的", "2024年 养老服务·资源链接：有 1 次补不回来")]
    [InlineData("个案有没有补不回来的", "2024年 个案：没有补不回来的")]
    [InlineData("资源链接哪些有风险", "2024年 资源链接：没有落后于进度的")]
    [InlineData("个案哪些有风险", "2024年 个案：有 4 项有风险")]
    [InlineData("资源链接每月要做几次才够", "2024年 资源链接：每月要做 8 次才够")]
    [InlineData("个案每月要做几个才够", "2024年 个案：每月要做 6 个才够")]
    [InlineData("剩下这几个月个案每月要做几个才够", "2024年 个案：每月要做 6 个才够")]
    [InlineData("个案每周要做几个才够", "2024年 个案：每周要做 2 个才够")]
    [InlineData("个案最晚几号开", "2024年 个案：最晚 12月3日开第一节")]
    [InlineData("每周多做两次关爱，年底来得及吗", "2024年 关爱帮扶：每周多做 2 次，年底约完成 65/96 次，剩下的来得及，但有 31 次补不回来")]
    [InlineData("要是每周多做两节个案，到年底够不够", "2024年 个案：每周多做 2 节，年底约完成 8/24 个，还是来不及，差 16 个")]
    [InlineData("如果从十月起每月做两个个案，年底够不够", "2024年 个案：从 10月1日起每月做 2 个，年底约完成 7/24 个，还是来不及，差 17 个")]
    [InlineData("每月募一千，到12月能到一万吗", "2024年 共募资金：每月募 1000.00 元，年底约完成 4000.00/10000.00 元，还是来不及，差 6000.00 元")]
    [InlineData("如果再募一万块，募集资金够了没", "2024年 共募资金：再募 10000.00 元，年底约完成 10000.00/10000.00 元，来得及")]
    [InlineData("小王要是请一个月假，养老关爱年底还完得成吗", "2024年 养老服务·关爱帮扶：小王停 30 天，其余照现在的速度年底约完成 22/24 次，来不及")]
    [InlineData("今年关爱上半年跟下半年比", "关爱帮扶：2024年上半年 31 次，2024年下半年 12 次，差 19 次")]
    [InlineData("关爱比上个月多吗", "关爱帮扶：2024年9月 2 次，2024年8月 5 次，差 3 次")]
    [InlineData("7月和9月关爱各做了几次", "关爱帮扶：2024年7月 5 次，2024年9月 2 次，差 3 次")]
    [InlineData("7月和8月关爱各做了几次", "2024年7月1日至8月31日 关爱帮扶：共 10 次")]
    [InlineData("7月跟8月关爱对比", "关爱帮扶：2024年7月 5 次，2024年8月 5 次，一样多")]
    [InlineData("去年这个时候关爱做到多少了", "关爱帮扶：2024年1月1日至9月18日 43 次，2023年1月1日至9月18日不在项目年度内，没法比")]
    [InlineData("老人和残疾人关爱今年哪个做得多", "2024年：养老服务·关爱帮扶 25 次，扶残助残·关爱帮扶 2 次，差 23 次")]
    [InlineData("今年上半年跟下半年比呢", "全部指标：2024年上半年 85 条，2024年下半年 29 条，差 56 条")]
    [InlineData("关爱帮扶哪个月做得最多", "2024年 关爱帮扶：2024年1月最多，6 次")]
    [InlineData("关爱帮扶哪个季度做得最少", "2024年 关爱帮扶：2024年第2季度最少，15 次")]
    [InlineData("上半年养老关爱哪个月最多", "2024年上半年 养老服务·关爱帮扶：2024年1月、2024年2月、2024年3月等 6 个最多，各 3 次")]
    [InlineData("各领域的关爱谁完成得最差", "2024年 关爱帮扶：儿童关爱保护完成得最差，0%")]
    [InlineData("四个领域的关爱谁完成得最好", "2024年 关爱帮扶：养老服务完成得最好，70%")]
    [InlineData("今年关爱谁做得最多", "2024年 关爱帮扶：小王最多，25 次")]
    [InlineData("今年关爱我和小李谁录得多", "2024年 关爱帮扶：小王最多，25 次")]
    [InlineData("下周有几节小组", "2024年9月23日至29日 小组：约了 1 节")]
    [InlineData("下周有什么安排", "2024年9月23日至29日 全部指标：约了 1 节，计划 1 次")]
    [InlineData("本周到期的有哪些", "2024年9月16日至22日 全部指标：没有到期的")]
    [InlineData("国庆前关爱要完成的有哪些", "2024年9月18日至30日 关爱帮扶：计划 1 次，到期 4 项")]
    [InlineData("月底前我得跑几趟", "2024年9月 全部指标（小王）：至少还要跑 19 趟")]
    [InlineData("独居老人关爱来得及吗", "现在还不能只看“独居”的部分。")]
    public async Task A_question_has_its_first_line(string question, string first) => Assert.Equal(first, await station.FirstLineAsync(question));

    [Theory]
    [InlineData("个案年底来得及吗", "\n· 养老服务 1/6 个 差 5 个，照现在约 2 个，每周一节最早 10月16日做完（")]
    [InlineData("资源链接有没有补不回来的", "\n· 养老服务 15/24 次 差 9 次，补不回来 1 次（2024年3月）（15 次材料未齐）\n· 儿童关爱保护 14/24 次 差 10 次，补不回来 2 次（2024年5月）（14 次材料未齐）")]
    [InlineData("小李走了关爱年底做得完吗", "2024年 关爱帮扶：没有小李，照其他人的速度年底约完成 ")]
    [InlineData("小李走了关爱年底做得完吗", "\n小李做了其中 42% 的记录，按其他人速度不变推算。")]
    [InlineData("全部指标年底来得及吗", "\n· 养老服务 ")]
    [InlineData("今年关爱上半年跟下半年比", "\n· 养老服务 18 次、7 次\n")]
    [InlineData("今年关爱上半年跟下半年比", "\n2024年下半年还没结束，算到今天。")]
    [InlineData("去年这个时候关爱做到多少了", "\n本站的项目年度：2024年。")]
    [InlineData("下周有几节小组", "\n· 9月25日 养老服务·小组 手工小组 第 2 节")]
    [InlineData("国庆前关爱要完成的有哪些", "\n· 养老服务 1/2 次 差 1 次，9月30日到期（1 次材料未齐）\n")]
    [InlineData("7月和8月关爱各做了几次", "\n· 2024年7月 5/8 次 差 4 次\n")]
    public async Task An_answer_tells(string question, string told) => Assert.Contains(told, await station.SayAsync(question));

    /// <summary>Product.md §7: a worker sees the own number beside the mean, and nobody else's; in a group nobody's but the asker's is told.</summary>
    [Fact]
    public async Task A_worker_does_not_see_what_a_colleague_did()
    {
        var answer = await station.AsWorkerAsync("今年关爱谁做得最多");
        Assert.StartsWith("2024年 关爱帮扶：你 18 次，人均 21.5 次", answer);
        Assert.DoesNotContain("小王", answer);
        Assert.StartsWith("2024年 关爱帮扶：你 25 次，人均 21.5 次", await station.InGroupAsync("今年关爱谁做得最多"));
    }

    [Fact]
    public async Task No_name_is_told_in_a_group()
    {
        var answer = await station.InGroupAsync("下周有什么安排");
        Assert.StartsWith("2024年9月23日至29日 全部指标：约了 1 节，计划 1 次", answer);
        Assert.DoesNotContain("手工小组", answer);
    }

    public sealed class Sunshine : IAsyncLifetime
    {
        private readonly StationApp _app = new();
        private Chat _lead = null!;
        private Chat _worker = null!;
        private Chat _group = null!;

        public Task<string> SayAsync(string text) => _lead.SayAsync(text);

        public async Task<string> FirstLineAsync(string text) => (await SayAsync(text)).Split('\n')[0];

        public Task<string> AsWorkerAsync(string text) => _worker.SayAsync(text);

        public Task<string> InGroupAsync(string text) => _group.SayAsync(text);

        public async ValueTask InitializeAsync()
        {
            _lead = _app.Chat();
            await _lead.SetUpAsync();
            _group = new Chat(_app, "u1", "小王") { InGroup = true };
            _worker = _app.Chat("u2", "小李");
            await _worker.SayAsync($"加入 {(await _lead.SayAsync("加入码"))["加入码：".Length..][..6]}");
            var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "records.csv");
            await File.WriteAllTextAsync(file, Records);
            var stations = _app.Services.GetRequiredService<StationStore>();
            var outcome = await _app.Services.GetRequiredService<LedgerImport>().RecordsAsync((await stations.FindAsync("阳光社工站"))!, file, new LedgerOptions(false));
            Assert.False(outcome is LedgerOutcome.Refused, string.Join('\n', outcome is LedgerOutcome.Refused refused ? refused.Problems : []));
            var who = (await stations.FindMemberAsync("emulator", "u1"))!;
            var store = _app.Services.GetRequiredService<RecordStore>();
            await store.AddAsync(who, "next", new RecordDraft
            {
                Form = "group.session",
                Indicator = "elder.group",
                Date = new DateOnly(2024, 9, 11),
                File = new FileRef(null, "手工小组"),
                Details = new Dictionary<string, string> { [RecordDetails.Next] = "2024-09-25" },
            });
            await store.AddAsync(who, "plan", new RecordDraft { Form = "visit", Indicator = "elder.care", Date = new DateOnly(2024, 9, 26), Outcome = Outcome.Plan });
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private static readonly string Records = string.Join('\n',
        [
            "日期,指标,服务对象,方式,社工,内容,名称",
            .. Enumerable.Range(1, 8).SelectMany(month => Care("elder", month, 3, "小王").Concat(Care("relief", month, 2, "小李"))),
            .. Care("elder", 9, 1, "小王"),
            .. Care("disabled", 1, 1, "小李"),
            .. Care("disabled", 9, 1, "小李"),
            .. Enumerable.Range(1, 8).SelectMany(month => new[] { "relief", "elder", "child", "disabled" }.SelectMany(domain => new[] { 5, 12 }
                .Where(day => (month, domain, day) is not (3, "elder", 12) and not (5, "child", _))
                .Select(day => $"2024-0{month}-{day:00},{domain}.link,甲{day},上门,小王,办事,"))),
            .. Sessions("elder.case", "李桂兰", 5),
            .. Sessions("elder.case", "王德福", 3),
            .. Sessions("disabled.case", "张强", 1),
        ]);

        private static IEnumerable<string> Care(string domain, int month, int times, string worker) =>
            Enumerable.Range(1, times).Select(day => $"2024-0{month}-{day:00},{domain}.care,丙{day},上门,{worker},聊天,");

        private static IEnumerable<string> Sessions(string row, string person, int sessions) =>
            Enumerable.Range(1, sessions).Select(day => $"2024-05-{day:00},{row},{person},上门,小王,面谈,");
    }
}
