using System.Globalization;
using StationBot.Indicators;
using StationBot.Naming;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.Understanding;

/// <summary>A context to read in: the real catalogue, a small roster, project year 2024.</summary>
internal static class Readers
{
    public static readonly Vocabulary Vocabulary =
        new(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")).For(Period.CalendarYear(2024)));

    public static readonly DateTime Wednesday = new(2024, 9, 18, 15, 0, 0);

    /// <summary>Invented people; some share a form of address (李奶奶), some stand on two lists.</summary>
    private static readonly NameIndex Names = new([.. Persons()], ["小王", "小李"]);

    public static ReadingContext Context(string? now = null, Reading? previous = null)
    {
        var moment = now is null ? Wednesday : DateTime.Parse(now, CultureInfo.InvariantCulture);
        return new ReadingContext
        {
            Now = moment,
            Vocabulary = Vocabulary,
            ProjectYears = [new ProjectYear(new DateOnly(2024, 1, 1))],
            Names = Names,
            Previous = previous is null ? null : new PreviousReading(previous, moment.AddMinutes(-1)),
        };
    }

    public static Reading Read(string text, string? now = null) => SentenceReader.Read(text, Context(now));

    private static IEnumerable<PersonName> Persons() => Roster.Split('\n').Select((line, at) => line.Trim().Split(',') switch
    {
        [var name, var gender, var born, var community, var areas, var aliases] => new PersonName
        {
            Id = at + 1,
            Name = name,
            Community = community,
            Gender = gender,
            Born = DateOnly.Parse(born, CultureInfo.InvariantCulture),
            Areas = areas.Split('、'),
            Aliases = aliases.Split('、', StringSplitOptions.RemoveEmptyEntries),
        },
        _ => throw new FormatException(line),
    });

    /// <summary>The same people as a file to import.</summary>
    public static string RosterFile => "姓名,性别,出生日期,社区,领域,别名\n" + Roster.Replace("elder", "养老服务").Replace("relief", "社会救助").Replace("child", "儿童关爱保护").Replace("disabled", "扶残助残") + "\n";

    private const string Roster =
        """
        李桂兰,女,1941-03-02,红旗村,elder,李奶奶
        李桂芝,女,1946-08-19,东风社区,elder、relief,李奶奶
        王德福,男,1944-11-30,红旗村,elder,王大爷
        孙秀英,女,1939-05-12,东风社区,elder,孙奶奶
        何长贵,男,1948-02-07,河西社区,elder,何大爷
        刘玉珍,女,1943-12-25,红旗村,elder,刘奶奶
        张广才,男,1945-06-06,河西社区,elder,张大爷
        李淑清,女,1950-09-14,东风社区,elder,李大娘
        赵有田,男,1938-01-20,红旗村,elder,赵大爷
        张三,男,1972-04-03,东风社区,relief,
        李四,男,1969-07-17,东风社区,relief,
        王五,男,1975-10-09,河西社区,relief,
        陈凤霞,女,1980-03-28,东风社区,relief,陈姐
        马国栋,男,1966-12-12,红旗村,relief,马叔
        吴满仓,男,1951-08-08,红旗村,relief,吴老汉
        马桂英,女,1964-05-05,河西社区,relief,
        郭守义,男,1957-02-18,河西社区,relief,郭大爷
        张强,男,1988-09-23,东风社区,relief、disabled,
        王小明,男,2013-06-01,红旗村,child,小明
        周浩,男,2011-10-10,河西社区,child,
        林小雨,女,2014-03-15,红旗村,child,小雨
        赵小丽,女,1985-07-07,东风社区,disabled,
        刘强,男,1979-11-11,河西社区,disabled,
        郑保国,男,1970-01-25,红旗村,disabled,老郑
        杨军,男,1983-04-30,东风社区,disabled,
        """;
}
