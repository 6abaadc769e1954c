using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Ledgers;

/// <summary>One line of a record file that is good in itself; its persons and worker are still names.</summary>
internal sealed record RecordLine
{
    public required int Line { get; init; }

    /// <summary>Of every column but 材料, 已上传, 登记时间: equal rows have equal keys, in whichever kind of file they stand.</summary>
    public required string Key { get; init; }

    public required Indicator Row { get; init; }
    public required RecordDraft Draft { get; init; }
    public required IReadOnlyList<string> Persons { get; init; }
    public required DateTimeOffset? Entered { get; init; }
    public required IReadOnlyList<EvidenceKind> Evidence { get; init; }
}

/// <summary>A file of records as checked lines; pure.</summary>
internal sealed class RecordLedger(Station station, Catalogs catalogs, StationClock clock)
{
    private const int MostContentCharacters = 1000;
    private const int MostSessions = 99;
    private const int MostPeople = 100_000;

    private static readonly (string Column, string Id)[] DetailColumns =
    [
        ("归入基金", RecordDetails.Fund), ("出资方", RecordDetails.Sponsor), ("物资", RecordDetails.Goods),
        ("出席", RecordDetails.Attendance), ("证号", RecordDetails.Certificate),
    ];

    /// <summary>Words of the column 材料 beside those of <see cref="EvidenceName"/> (product.md §8).</summary>
    private static readonly Dictionary<string, EvidenceKind> MoreEvidence = new()
    {
        ["架构图"] = EvidenceKind.WallPhoto,
        ["结案报告"] = EvidenceKind.ActivityRecord,
    };

    private readonly DateOnly _today = clock.Today;

    public IReadOnlyList<RecordLine> Read(Sheet sheet, List<Problem> problems) => Header.Records.Places(sheet, problems) is { } places
        ? [.. sheet.Rows.Select(cells => Line(new RowReader(cells, places, problems))).OfType<RecordLine>()]
        : [];

    private RecordLine? Line(RowReader row)
    {
        row.Required("日期");
        var date = row.Date("日期");
        if (date is not null && RecordRules.DateError(date.Value, station, _today) is { } dateError)
        {
            row.Fail(dateError);
        }

        var indicator = Indicator(row, date);
        var persons = row.List("服务对象");
        var draft = new RecordDraft
        {
            Form = indicator is null ? "" : RecordKinds.FormOf(indicator),
            Indicator = indicator?.Id ?? "",
            Date = date ?? _today,
            Persons = [.. persons.Select(name => new PersonRef(null, name))],
            Mode = Mode(row),
            Name = row.TextOrNull("名称"),
            Content = row.TextOrNull("内容", MostContentCharacters),
            Fen = row.Fen("金额"),
            People = row.Number("人数", 0, MostPeople),
            Session = row.Number("节次", 1, MostSessions),
            Worker = row.TextOrNull("社工"),
            Details = Details(row),
        };
        var entered = row.Moment("登记时间");
        var evidence = Evidence(row);
        // A case is its person's, as on the card, which has no name either (product.md §4).
        var isNamedByPerson = indicator?.Topic == "case" && persons.Count == 1;
        // A value that could not be read is told as such, not as lacking.
        if (row.IsGood && !isNamedByPerson && RecordKinds.Lacks(indicator!, draft) is { } lack)
        {
            row.Fail(lack);
        }

        return row.IsGood
            ? new RecordLine
            {
                Line = row.Line,
                Key = Key(draft, persons),
                Row = indicator!,
                Draft = draft,
                Persons = persons,
                Entered = entered is null ? null : clock.MomentOf(entered.Value),
                Evidence = evidence,
            }
            : null;
    }

    private Indicator? Indicator(RowReader row, DateOnly? date)
    {
        var text = row.Required("指标");
        if (text.Length == 0)
        {
            return null;
        }

        var year = date is null ? null : (ProjectYear?)station.YearOf(date.Value);
        var (found, reason) = IndicatorCell.Find(text, catalogs.For((year ?? station.Years[^1]).Period));
        if (reason is not null)
        {
            row.Fail(reason);
        }

        // One distribution is one record, whichever of its two rows it is written under (product.md §3.10).
        return found?.Counting == CountingRule.LargeDistribution ? catalogs.For((year ?? station.Years[^1]).Period).Find("charity.aid") : found;
    }

    private static ServiceMode? Mode(RowReader row)
    {
        var text = row.Text("方式");
        if (text.Length == 0)
        {
            return null;
        }

        if (RecordForms.Modes.FirstOrDefault(mode => mode.Title == text) is { } found)
        {
            return Enum.Parse<ServiceMode>(found.Value);
        }

        row.Fail($"不认识的方式“{text}”，可用：{string.Join("、", RecordForms.Modes.Select(mode => mode.Title))}");
        return null;
    }

    private static Dictionary<string, string> Details(RowReader row)
    {
        var details = new Dictionary<string, string>();
        if (row.YesNo("实物") == true)
        {
            details[RecordDetails.InKind] = RecordDetails.Yes;
        }

        foreach (var (column, id) in DetailColumns)
        {
            if (row.TextOrNull(column, MostContentCharacters) is { } text)
            {
                details[id] = text;
            }
        }

        return details;
    }

    private static List<EvidenceKind> Evidence(RowReader row)
    {
        var kinds = new List<EvidenceKind>();
        foreach (var name in row.List("材料"))
        {
            if ((EvidenceName.Find(name) ?? (MoreEvidence.TryGetValue(name, out var more) ? more : null)) is { } kind)
            {
                kinds.Add(kind);
            }
            else
            {
                row.Fail($"不认识的材料“{name}”");
            }
        }

        if (row.YesNo("已上传") == true)
        {
            kinds.Add(EvidenceKind.Uploaded);
        }

        return [.. kinds.Distinct()];
    }

    private static string Key(RecordDraft draft, IReadOnlyList<string> persons)
    {
        string?[] columns =
        [
            draft.Date.ToString("O", CultureInfo.InvariantCulture), draft.Indicator, string.Join('、', persons), draft.Mode?.ToString(), draft.Worker,
            draft.Content, draft.Name, draft.Session?.ToString(CultureInfo.InvariantCulture), draft.Fen?.ToString(CultureInfo.InvariantCulture),
            draft.People?.ToString(CultureInfo.InvariantCulture), draft.Details.GetValueOrDefault(RecordDetails.InKind),
            .. DetailColumns.Select(detail => draft.Details.GetValueOrDefault(detail.Id)),
        ];
        return "import:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', columns))))[..32];
    }
}
