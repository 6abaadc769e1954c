using System.Globalization;

namespace StationBot.Tests.Transcripts.Year;

/// <summary>All that was entered, and by plain arithmetic what the bot must say of it: nothing of the bot's own counting.</summary>
internal sealed class YearDiary(bool large)
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2024, 12, 31);

    public IReadOnlyList<YearRow> Rows { get; } = YearRow.All(large);
    public List<YearEntry> Entries { get; } = [];
    public List<YearFile> Files { get; } = [];
    public List<YearPerson> Roster { get; } = [];

    /// <summary>By name, whether there is a certificate.</summary>
    public Dictionary<string, bool> Workers { get; } = [];

    private (int Workers, int Certified) Needed => large ? (3, 2) : (2, 1);

    public YearRow Row(string id) => Rows.Single(row => row.Id == id);

    /// <summary>The whole of 本月全部指标进度 without its hints.</summary>
    public IEnumerable<string> MonthPage(DateOnly today)
    {
        var monthly = Rows.Where(row => row.Months == 1).ToList();
        var days = DateTime.DaysInMonth(2024, today.Month) - today.Day;
        var left = days > 0 ? $"，离月底 {days} 天" : "";
        return
        [
            $"2024年{today.Month}月 全部指标：完成 {monthly.Count(row => Tally(row, today.Month, today).IsMet)}/{monthly.Count} 项{left}",
            .. monthly.Select(row => $"· {row.Name} {Text(row, today)}"),
            "另：",
            .. Rows.Where(row => row.Months > 1).Select(row => $"· {row.Name}（2024年{(row.Months == 3 ? $"第{(today.Month + 2) / 3}季度" : "")}） {Text(row, today)}"),
        ];
    }

    /// <summary>The first line of 材料齐的有几项 of rows, over the year.</summary>
    public string Ready(string scope, IReadOnlyCollection<YearRow> rows, DateOnly today) =>
        $"2024年 {scope}：材料齐 {rows.Count(row => IsReady(row, today))}/{rows.Count} 项，已做 {rows.Count(row => Year(row, today).All(tally => tally.IsMet))}/{rows.Count} 项";

    /// <summary>The first line of 今年…还差多少 of one row.</summary>
    public string Remaining(YearRow row, DateOnly today)
    {
        var remaining = Year(row, today).Sum(tally => Math.Max(0, (tally.Target ?? 0) - tally.Done));
        var days = Last.DayNumber - today.DayNumber;
        return $"2024年 {row.Name}：{(remaining == 0 ? "已达标" : $"还差 {Number(row, remaining)} {row.Unit}{(days > 0 ? $"，离年底 {days} 天" : "")}")}";
    }

    private bool IsReady(YearRow row, DateOnly today) =>
        Year(row, today).All(tally => tally.IsMet && tally.Unready == 0)
        && (row.Once.Length == 0 || Counted(row, First, Last, today).Any(pair => row.Once.All(pair.Entry.Has.Contains)));

    private IEnumerable<Tally> Year(YearRow row, DateOnly today)
    {
        for (var month = 1; month <= 12; month += row.Months)
        {
            yield return Tally(row, month, today);
        }
    }

    private string Text(YearRow row, DateOnly today)
    {
        var tally = Tally(row, today.Month, today);
        if (tally.Target is not { } target)
        {
            return "还没有导入名单，无法计算";
        }

        if (target == 0)
        {
            return "不适用";
        }

        var unready = tally.Unready == 0 ? "" : $"（{tally.Unready} {(row.Unit == "元" ? "笔" : row.Unit)}材料未齐）";
        var state = tally.Done < target ? $" 差 {Number(row, target - tally.Done)} {row.Unit}"
            : tally.Done > target ? $" ✅ 超 {Number(row, tally.Done - target)} {row.Unit}"
            : " ✅";
        return row.Id == "platform.staff"
            ? $"在岗 {Workers.Count}/{Needed.Workers} 人，持证 {Workers.Count(worker => worker.Value)}/{Needed.Certified} 人{state}{unready}"
            : $"{Number(row, tally.Done)}/{Number(row, target)} {row.Unit}{state}{Open(row)}{unready}";
    }

    /// <summary>Cases and groups that have begun and aren't through.</summary>
    private string Open(YearRow row)
    {
        var open = row.Topic is not ("case" or "group") ? [] : Files.Where(file => file.Row == row.Id && !file.IsClosed)
            .Select(file => (file.Id, Held: Sessions(file.Id).Count)).Where(file => file.Held < 5)
            .OrderByDescending(file => file.Held).ThenBy(file => file.Id).ToList();
        return open.Count == 0 ? "" : $"（进行中 {open.Count} 个：{string.Join('、', open.Take(5).Select(file => $"{file.Held}/5"))}{(open.Count > 5 ? "…" : "")}）";
    }

    private static string Number(YearRow row, long value) =>
        row.Unit == "元" ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The month, quarter or year that the month is in.</summary>
    private Tally Tally(YearRow row, int month, DateOnly today)
    {
        var first = new DateOnly(2024, month - ((month - 1) % row.Months), 1);
        var last = first.AddMonths(row.Months).AddDays(-1);
        var counted = Counted(row, first, last, today).ToList();
        var unready = counted.Where(pair => !pair.IsReady).Select(pair => pair.Entry.Number).Distinct().Count();
        return row.Id switch
        {
            "platform.staff" => new Tally(
                Workers.Count >= Needed.Workers && Workers.Count(worker => worker.Value) >= Needed.Certified ? 1 : 0,
                1,
                Standing(row.Id, first, last).Count(row.Lacks)),
            "platform.rooms" when Standing(row.Id, first, last) is { Count: > 0 } rooms && rooms.TrueForAll(room => room.NotApplicable) => new Tally(0, 0, 0),
            "charity.raised" => new Tally(counted.Sum(pair => pair.Entry.Fen), row.Target, unready),
            "charity.needs" => new Tally(counted.Count, Share(Active(today).Count(), 50), unready),
            _ when row.Topic == "survey" => new Tally(counted.Count, Share(Active(today).Count(person => person.Areas.Contains(row.Domain)), 100), unready),
            _ => new Tally(counted.Count, row.Target, unready),
        };
    }

    private static long? Share(int persons, int percent) => persons == 0 ? null : (long)Math.Ceiling(persons * percent / 100m);

    private IEnumerable<YearPerson> Active(DateOnly day) => Roster.Where(person => person.IsActive(day));

    /// <summary>One for each that counts.</summary>
    private IEnumerable<(YearEntry Entry, bool IsReady)> Counted(YearRow row, DateOnly first, DateOnly last, DateOnly today)
    {
        return row.Id switch
        {
            "platform.staff" => [],
            "charity.aid_amount" => Standing("charity.aid", first, last).Where(entry => entry.Fen >= 100_000).Select(Judge),
            "charity.raised" => ((string[])["charity.raised", "charity.fund", "charity.project"]).SelectMany(id => Standing(id, first, last)).Where(entry => entry is { Fen: > 0, InKind: false }).Select(Judge),
            "charity.needs" => Persons([.. Rows.Where(other => other.Topic is "survey" or "needs").SelectMany(other => Standing(other.Id, first, last)).Where(entry => entry.HasNeeds)], Active(today)).Select(Judge),
            "org.backbone" => Standing(row.Id, first, last).SelectMany(entry => entry.Name.Split('、').Select(name => (name, entry))).DistinctBy(pair => pair.name).Select(pair => Judge(pair.entry)),
            "org.incubate" or "charity.fund" => Standing(row.Id, first, last).DistinctBy(entry => entry.Name).Select(Judge),
            ['p', 'l', 'a', 't', ..] => Standing(row.Id, first, last).Where(entry => !entry.NotApplicable).Take(1).Select(Judge),
            _ => row.Topic switch
            {
                "survey" => Persons(Standing(row.Id, first, last), Active(today).Where(person => person.Areas.Contains(row.Domain))).Select(Judge),
                "link" or "care" or "revisit" => Visits(Standing(row.Id, first, last)).Select(Judge),
                "register" => Standing(row.Id, first, last).Take(1).Select(Judge),
                "case" or "group" => Files.Where(file => file.Row == row.Id).Select(file => Sessions(file.Id)).Where(sessions => sessions.Count >= 5)
                    .Select(sessions => (sessions[4], !sessions.Exists(row.Lacks))),
                "showcase" => Standing(row.Id, first, last).Select(entry => (entry, !row.Lacks(entry) && Sessions(entry.File!.Value).TrueForAll(session => session.Has.Contains("水印照片")))),
                _ => Standing(row.Id, first, last).Select(Judge),
            },
        };

        (YearEntry, bool) Judge(YearEntry entry) => (entry, !row.Lacks(entry));
    }

    private static IEnumerable<YearEntry> Persons(IReadOnlyList<YearEntry> entries, IEnumerable<YearPerson> wanted) =>
        wanted.Select(person => entries.OrderBy(entry => entry.Date).ThenBy(entry => entry.Number).FirstOrDefault(entry => entry.Persons.Contains(person.Name))).OfType<YearEntry>();

    /// <summary>Product.md §3.12.</summary>
    private static IEnumerable<YearEntry> Visits(IReadOnlyList<YearEntry> entries) =>
        entries.Where(entry => !entry.Persons.All(person => entries.Any(other => other.Number < entry.Number && other.Date == entry.Date && other.Persons.Contains(person))));

    private List<YearEntry> Sessions(int file) => [.. Entries.Where(entry => entry.File == file && !entry.IsOut && !entry.Row.EndsWith("showcase", StringComparison.Ordinal)).OrderBy(entry => entry.Date).ThenBy(entry => entry.Number)];

    private List<YearEntry> Standing(string row, DateOnly first, DateOnly last) => [.. Entries.Where(entry => entry.Row == row && !entry.IsOut && entry.Date >= first && entry.Date <= last)];
}

/// <param name="Target">Null without a roster.</param>
internal sealed record Tally(long Done, long? Target, int Unready)
{
    public bool IsMet => Target is { } target && Done >= target;
}
