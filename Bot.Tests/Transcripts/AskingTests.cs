using Microsoft.Extensions.DependencyInjection;
using StationBot.Answers;
using StationBot.Answers.Pages;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Ledgers;
using StationBot.Stations;
using StationBot.Tests.Indicators;

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
    public async Task Dump()
    {
        foreach (var q in File.ReadAllLines("/tmp/ask-questions.txt"))
        {
            await File.AppendAllTextAsync("/tmp/ask-dump.txt", $"\n>>> {q}\n{await station.SayAsync(q)}\n");
        }
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
