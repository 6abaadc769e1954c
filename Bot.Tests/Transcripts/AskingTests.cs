using Microsoft.Extensions.DependencyInjection;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Ledgers;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Tests.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Transcripts;

/// <summary>A station with records of every kind, asked about everything (product.md §5). Today is 2024-09-18.</summary>
public sealed class AskingTests(AskingTests.Sunshine station) : IClassFixture<AskingTests.Sunshine>
{
    /// <summary>Every row by its own name: the reader knows it, and the first line has the number of the one counting engine.</summary>
    [Fact]
    public async Task Each_of_the_53_rows_is_asked_for_by_its_name()
    {
        var standings = station.Get<Standings>();
        var year = Period.CalendarYear(2024);
        var wrong = new List<string>();
        foreach (var row in TaskList.Of2024.Rows)
        {
            var standing = (await standings.CountAsync(station.Station, [row], year, Sunshine.Today, default))[0];
            var first = await station.FirstLineAsync($"今年{RowName.Of(row)}还差多少");
            var expected = standing switch
            {
                { LacksRoster: true } => $"2024年 {RowName.Of(row)}：还没有导入名单，无法计算",
                { Remaining: 0 } => $"2024年 {RowName.Of(row)}：已达标",
                _ => $"2024年 {RowName.Of(row)}：还差 {Amount.Of(standing.Remaining, row.Unit)}，离年底 104 天",
            };
            if (first != expected)
            {
                wrong.Add($"{expected} ≠ {first}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Each_task_and_each_topic_is_asked_for_by_its_name()
    {
        var standings = station.Get<Standings>();
        var catalog = TaskList.Of2024;
        var wrong = new List<string>();
        foreach (var (name, rows) in catalog.Areas.Select(area => (area.Name, catalog.InArea(area.Id).ToList()))
            .Concat(catalog.Topics.Select(topic => (topic.Name, catalog.OfTopic(topic.Id).ToList()))))
        {
            var counted = await standings.CountAsync(station.Station, rows, Period.CalendarYear(2024), Sunshine.Today, default);
            var number = rows.Select(row => row.Unit).Distinct().ToList() is [var unit]
                ? Amount.Of(counted.Sum(s => s.Remaining), unit)
                : $"{counted.Count(s => s.Remaining > 0)} 项";
            var first = await station.FirstLineAsync($"今年{name}还差多少");
            if (first != $"2024年 {name}：还差 {number}，离年底 104 天")
            {
                wrong.Add($"{name}: {number} ≠ {first}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The first lines of product.md §5, and each way of asking beside them.</summary>
    [Theory]
    [InlineData("本月还差几次关爱帮扶", "2024年9月 关爱帮扶：还差 5 次，离月底 12 天")]
    [InlineData("养老关爱这个月够了没", "2024年9月 养老服务·关爱帮扶：已达标")]
    [InlineData("本月关爱帮扶还差几项", "2024年9月 关爱帮扶：还差 3 项，离月底 12 天")]
    [InlineData("慈善救助发了多少钱", "2024年 慈善救助：共 1999.99 元")]
    [InlineData("本月全部指标还差几项", "2024年9月 全部指标：还差 10 项，离月底 12 天")]
    [InlineData("本月关爱帮扶做了几次", "2024年9月 关爱帮扶：共 3 次")]
    [InlineData("今年一共募了多少钱", "2024年 共募资金：共 3260.50 元")]
    [InlineData("慈善救助今年发了多少钱东西", "2024年 慈善救助：共 1999.99 元")]
    [InlineData("今年养老服务完成率多少", "2024年 养老服务：完成 1/8 项，离年底 104 天")]
    [InlineData("养老服务今年完成几项", "2024年 养老服务：完成 1/8 项，离年底 104 天")]
    [InlineData("今年养老个案完成率", "2024年 养老服务·个案：完成 1/6 个，离年底 104 天")]
    [InlineData("今年个案完成几个", "2024年 个案：共 1 个")]
    [InlineData("4月个案完成几个", "2024年4月 个案：共 0 个")]
    [InlineData("5月个案完成几个", "2024年5月 个案：共 1 个")]
    [InlineData("今年养老个案还差多少节", "2024年 养老服务·个案：还差 22 节，离年底 104 天")]
    [InlineData("本月个案还差几节", "2024年 个案：还差 111 节，离年底 104 天")]
    [InlineData("5月个案做了几节", "2024年5月 个案：共 9 节")]
    [InlineData("今年养老需求调研还差多少", "2024年 养老服务·需求调研：还差 1 人，离年底 104 天")]
    [InlineData("今年儿童需求调研还差多少", "2024年 儿童关爱保护·需求调研：还没有导入名单，无法计算")]
    [InlineData("今年儿童需求调研完成率", "2024年 儿童关爱保护·需求调研：还没有导入名单，无法计算")]
    [InlineData("今年需求调研还差多少", "2024年 需求调研：还差 4 人，离年底 104 天")]
    [InlineData("需求信息今年还差多少份", "2024年 需求信息：还差 2 份，离年底 104 天")]
    [InlineData("平台建设还差几项", "2024年 平台建设：还差 8 项，离年底 104 天")]
    [InlineData("驻站社工持证够了没", "2024年 驻站社工持证：已达标")]
    [InlineData("每个月做了几次关爱", "2024年 关爱帮扶：共 3 次")]
    [InlineData("今年1到8月每个月的资源链接", "2024年1月1日至8月31日 资源链接：共 61 次")]
    [InlineData("今年每个月还差几次资源链接", "2024年 资源链接：还差 35 次，离年底 104 天")]
    [InlineData("资源链接哪几个月没达标", "2024年 资源链接：有 2 个月未达标")]
    [InlineData("上半年养老资源链接哪几个月没达标", "2024年上半年 养老服务·资源链接：有 1 个月未达标")]
    [InlineData("社会救助资源链接哪几个月没达标", "2024年 社会救助·资源链接：没有未达标的月份")]
    [InlineData("回访哪几个季度没达标", "2024年 跟踪回访：有 2 个季度未达标")]
    [InlineData("养老回访哪几个月没达标", "2024年 养老服务·跟踪回访：有 2 个季度未达标")]
    [InlineData("上半年资源链接还差几次", "2024年上半年 资源链接：还差 3 次")]
    [InlineData("7月到9月资源链接还差几次", "2024年第3季度 资源链接：还差 8 次，离季度末 12 天")]
    [InlineData("7到8月资源链接做了几次", "2024年7月1日至8月31日 资源链接：共 16 次")]
    [InlineData("截止8月底资源链接还差几次", "2024年1月1日至8月31日 资源链接：还差 3 次")]
    [InlineData("去年关爱做了几次", "2023年不在项目年度内。本站的项目年度：2024年。")]
    [InlineData("9月关爱帮扶电话做了几次", "2024年9月 关爱帮扶（电话）：共 2 次")]
    [InlineData("我9月关爱帮扶做了几次", "2024年9月 关爱帮扶（小王）：共 1 次")]
    [InlineData("9月关爱电话还差几次", "2024年9月 关爱帮扶（电话）：共 2 次")]
    [InlineData("独居老人关爱做了几次", "2024年9月 养老服务·关爱帮扶（独居）：共 0 次")]
    public async Task A_question_has_its_first_line(string question, string first) => Assert.Equal(first, await station.FirstLineAsync(question));

    [Theory]
    [InlineData("今年个案还差几个", "· 养老服务 1/6 个 差 5 个（进行中 1 个：3/5）")]
    [InlineData("今年个案还差多少节", "· 养老服务 差 22 节\n  王德福（红旗村） 3/5 节\n")]
    [InlineData("今年需求调研还差多少", "· 儿童关爱保护 还没有导入名单，无法计算\n")]
    [InlineData("平台建设还差几项", "· 驻站社工持证 在岗 2/2 人，持证 1/1 人 ✅")]
    [InlineData("成功案例还差几个", "\n成功案例全站至少 1 个，以上共 0 个。")]
    [InlineData("今年一共募了多少钱", "\n另有实物折合 2000.00 元，不计入。")]
    [InlineData("慈善救助资金够了没", "\n慈善救助 2 次，其中满 1000 元的 1 次。")]
    [InlineData("资源链接哪几个月没达标", "\n· 2024年3月 7/8 次 差 1 次\n· 2024年5月 6/8 次 差 2 次\n2024年9月还没结束：还差 8 次。")]
    [InlineData("养老服务哪几个月没达标", "\n按季度、按年考核的指标没有计入。")]
    [InlineData("每个月个案完成几个", "\n· 2024年5月 1 个\n")]
    [InlineData("本月个案还差几节", "\n问的是2024年9月；按年考核，以上按2024年计算。")]
    [InlineData("9月关爱电话还差几次", "\n指标是全站的，不分方式和社工，以上只数了做了多少。")]
    [InlineData("独居老人关爱做了几次", "\n名单里没有“独居”的人。")]
    [InlineData("这季度回仿还差几次", "\n按“回访”理解了“回仿”。")]
    public async Task An_answer_tells(string question, string told) => Assert.Contains(told, await station.SayAsync(question));

    [Fact]
    public async Task No_name_is_told_in_a_group()
    {
        var answer = await station.InGroupAsync("今年个案还差多少节");
        Assert.StartsWith("2024年 个案：还差 111 节", answer);
        Assert.DoesNotContain("王德福", answer);
    }

    /// <summary>A colleague is known by name, as import or account tells it.</summary>
    [Theory]
    [InlineData("小李", "2024年9月 关爱帮扶（小李）：共 2 次")]
    [InlineData("小王", "2024年9月 关爱帮扶（小王）：共 1 次")]
    public async Task A_colleague_s_share_is_counted(string worker, string first)
    {
        var turn = await station.TurnAsync();
        var rows = new RowSet(turn.Catalog, turn.Catalog.OfTopic("care"));
        var question = new StatusQuestion(StatusAsk.Count, rows, Period.Month(2024, 9)) { Filters = [new WorkerFilter(worker)] };
        var reply = await station.Get<StatusAnswer>().AnswerAsync(turn, turn.Who!, question, default);
        Assert.Equal(first, reply.Text.Split('\n')[0]);
    }

    public sealed class Sunshine : IAsyncLifetime
    {
        public static readonly DateOnly Today = new(2024, 9, 18);

        private readonly StationApp _app = new();
        private Chat _lead = null!;

        public Station Station { get; private set; } = null!;

        public T Get<T>()
            where T : notnull => _app.Services.GetRequiredService<T>();

        public async ValueTask InitializeAsync()
        {
            _lead = _app.Chat();
            await _lead.SetUpAsync();
            Station = (await Get<StationStore>().FindAsync("阳光社工站"))!;
            await ImportAsync(Get<LedgerImport>().RosterAsync, Roster);
            await ImportAsync(Get<LedgerImport>().RecordsAsync, Records);
        }

        public async Task<Turn> TurnAsync() => new()
        {
            Message = new IncomingMessage { Address = new Address("teams", "emulator", "c"), Id = "1", From = new Sender("u1"), Kind = MessageKind.Text },
            Who = await Get<StationStore>().FindMemberAsync("emulator", "u1"),
            Now = Today.ToDateTime(new TimeOnly(15, 0)),
            Catalog = TaskList.Of2024,
        };

        public Task<string> SayAsync(string text) => _lead.SayAsync(text);

        public async Task<string> FirstLineAsync(string text) => (await SayAsync(text)).Split('\n')[0];

        public Task<string> InGroupAsync(string text) => new Chat(_app, "u1", "小王") { InGroup = true }.SayAsync(text);

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task ImportAsync(Func<Station, string, LedgerOptions, CancellationToken, Task<LedgerOutcome>> import, string csv)
        {
            var file = Path.GetTempFileName() + ".csv";
            await File.WriteAllTextAsync(file, csv);
            var outcome = await import(Station, file, new LedgerOptions(IsDryRun: false), default);
            File.Delete(file);
            Assert.False(outcome is LedgerOutcome.Refused, string.Join('\n', outcome is LedgerOutcome.Refused refused ? refused.Problems : []));
        }

        /// <summary>The children's list hasn't been handed over.</summary>
        private const string Roster =
            """
            姓名,领域,社区,需回访,入册日期
            李桂兰,养老服务,红旗村,是,2023-01-01
            王德福,养老服务、扶残助残,红旗村,是,2023-01-01
            何长贵,养老服务,东街,否,2023-01-01
            张强,扶残助残,东街,否,2023-01-01
            赵秀英,社会救助,东街,否,2023-01-01
            """;

        /// <summary>Columns as product.md §8 has them.</summary>
        private static readonly string Records = string.Join('\n',
        [
            "日期,指标,服务对象,方式,社工,内容,名称,金额,人数,材料,已上传,实物,证号",
            .. Enumerable.Range(1, 8).SelectMany(month => new[] { "relief", "elder", "child", "disabled" }.SelectMany(domain => new[] { 5, 12 }
                .Where(day => (month, domain, day) is not (3, "elder", 12) and not (5, "child", _))
                .Select(day => $"2024-0{month}-{day:00},{domain}.link,甲{day},上门,,办事,,,,水印照片,是,,"))),
            "2024-09-02,elder.care,李桂兰,电话,小王,聊天,,,,水印照片,是,,",
            "2024-09-03,elder.care,王德福,电话,小李,聊天,,,,,,,",
            "2024-09-04,relief.care,赵秀英,上门,小李,聊天,,,,水印照片,是,,",
            "2024-07-15,elder.revisit,李桂兰,电话,小王,问候,,,,水印照片,是,,",
            "2024-03-01,elder.survey,李桂兰,上门,小王,调研,,,,台账、调查表,,,",
            "2024-03-02,elder.survey,王德福,上门,小王,调研,,,,台账、调查表,,,",
            "2024-04-02,charity.needs,李桂兰,,小王,,,,,台账,,,",
            .. Session("elder.case", "李桂兰", 5),
            .. Session("elder.case", "王德福", 3),
            .. Session("disabled.case", "张强", 1),
            .. Session("elder.group", "", 2, "手工小组"),
            "2024-06-01,elder.showcase,,,小王,,李桂兰,,,结案报告,,,",
            "2024-02-01,elder.register,,,小王,,,,,台账,,,",
            "2024-01-10,platform.office,,,,,,,,上墙照片,,,",
            "2024-01-10,platform.staff,,,小王,,,,,社工证,,,蒙2019001",
            "2024-02-10,platform.staff,,,老赵,,,,,,,,",
            "2024-03-05,charity.raised,,,,,县慈善总会,3260.50,,台账,,,",
            "2024-03-06,charity.raised,,,,,县慈善总会,2000,,台账,,是,",
            "2024-01-20,charity.aid,李桂兰,,,米面,春节慰问,1000,,签到表、领取单,,,",
            "2024-02-20,charity.aid,王德福,,,米面,元宵慰问,999.99,,签到表、领取单,,,",
            "2024-02-21,org.activity,,,,,广场舞,,20,活动记录,,,",
        ]);

        private static IEnumerable<string> Session(string row, string person, int sessions, string name = "") =>
            Enumerable.Range(1, sessions).Select(day => $"2024-05-{day:00},{row},{person},上门,小王,面谈,{name},,,水印照片,是,,");
    }
}
