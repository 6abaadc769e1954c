using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Ledgers;

/// <summary>A roster file as rows that each say what they change; pure.</summary>
/// <param name="today">In the station's zone.</param>
/// <param name="yearStart">入册日期 of somebody new, where the file tells none.</param>
/// <param name="everybody">Whom the station knows.</param>
internal sealed class RosterLedger(Catalog catalog, DateOnly today, DateOnly yearStart, IReadOnlyCollection<RosterEntry> everybody)
{
    private const int MostNameCharacters = 40;

    private readonly ILookup<string, RosterEntry> _known = everybody.ToLookup(person => person.Name);

    public IReadOnlyList<RosterRow> Read(Sheet sheet, List<Problem> problems)
    {
        if (Header.Roster.Places(sheet, problems) is not { } places)
        {
            return [];
        }

        var rows = new List<RosterRow>(sheet.Rows.Count);
        var lines = new Dictionary<(string Name, string? Community), int>();
        foreach (var cells in sheet.Rows)
        {
            var reader = new RowReader(cells, places, problems);
            var row = Row(reader);
            if (row.Name.Length > 0 && !lines.TryAdd((row.Name, row.Community), reader.Line))
            {
                reader.Fail($"和第 {lines[(row.Name, row.Community)]} 行是同一个人（姓名、社区相同），请合成一行，几个领域用顿号隔开");
            }

            rows.Add(row);
        }

        return rows;
    }

    private RosterRow Row(RowReader row)
    {
        var name = row.Required("姓名", MostNameCharacters);
        if (RosterForm.NameError(name) is { } nameError)
        {
            row.Fail(nameError);
        }

        var community = row.Has("社区") ? row.Text("社区", MostNameCharacters) : null;
        if (community is null && _known[name].Count() > 1)
        {
            row.Fail($"有 {_known[name].Count()} 位“{name}”：{string.Join("、", _known[name].Select(person => person.Label))}，请加上“社区”列");
        }

        var areas = Areas(row);
        var gender = row.TextOrNull("性别");
        if (gender is not (null or "男" or "女"))
        {
            row.Fail($"性别“{gender}”应是 男 或 女");
        }

        var born = row.Date("出生日期");
        if (born is { } day && RosterForm.BornError(day, today) is { } bornError)
        {
            row.Fail(bornError);
        }

        var entered = row.Date("入册日期");
        var left = row.Date("退出日期");
        if (left < entered)
        {
            row.Fail("退出日期早于入册日期");
        }

        string? home = row.TextOrNull("住址"), phone = row.TextOrNull("电话"), guardian = row.TextOrNull("监护人"), reason = row.TextOrNull("退出原因");
        var revisit = row.YesNo("需回访") ?? false;
        IReadOnlyList<string> tags = row.List("标签"), aliases = row.List("别名");
        return new RosterRow(name, community, yearStart, person => person with
        {
            Community = community ?? person.Community,
            Areas = areas,
            Gender = row.Has("性别") ? gender : person.Gender,
            Born = row.Has("出生日期") ? born : person.Born,
            Home = row.Has("住址") ? home : person.Home,
            Phone = row.Has("电话") ? phone : person.Phone,
            Guardian = row.Has("监护人") ? guardian : person.Guardian,
            Revisit = row.Has("需回访") ? revisit : person.Revisit,
            Entered = entered ?? person.Entered,
            Left = row.Has("退出日期") ? left : person.Left,
            LeftReason = row.Has("退出原因") ? reason : person.LeftReason,
            Tags = row.Has("标签") ? tags : person.Tags,
            Aliases = row.Has("别名") ? aliases : person.Aliases,
        });
    }

    private List<string> Areas(RowReader row)
    {
        var ids = new List<string>();
        row.Required("领域");
        foreach (var name in row.List("领域"))
        {
            if (catalog.Domains.FirstOrDefault(domain => domain.Name == name) is { } domain)
            {
                ids.Add(domain.Id);
            }
            else
            {
                row.Fail($"不认识的领域“{name}”，可用：{string.Join("、", catalog.Domains.Select(area => area.Name))}");
            }
        }

        return ids;
    }
}
