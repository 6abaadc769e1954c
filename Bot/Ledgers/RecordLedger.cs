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
    /// <summary>In the order in which <see cref="Key"/> has them.</summary>
    private static readonly string[] KeyDetails =
        [RecordDetails.InKind, RecordDetails.Fund, RecordDetails.Sponsor, RecordDetails.Goods, RecordDetails.Attendance, RecordDetails.Certificate];

    /// <summary>Words of the column 材料 beside those of <see cref="EvidenceName"/> (product.md §8).</summary>
    private static readonly Dictionary<string, EvidenceKind> MoreEvidence = new()
    {
        ["架构图"] = EvidenceKind.WallPhoto,
        ["结案报告"] = EvidenceKind.ActivityRecord,
    };

    private readonly DateOnly _today = clock.Today;
    private readonly Dictionary<Indicator, IReadOnlyList<Field>> _columns = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<RecordLine> Read(Sheet sheet, List<Problem> problems) => Header.Records.Places(sheet, problems) is { } places
        ? [.. sheet.Rows.Select(cells => Line(new RowReader(cells, places, problems))).OfType<RecordLine>()]
        : [];

    private RecordLine? Line(RowReader row)
    {
        row.Required(RecordColumns.Date.Name);
        var date = row.Date(RecordColumns.Date.Name);
        if (date is not null && RecordRules.DateError(date.Value, station, _today) is { } dateError)
        {
            row.Fail(dateError);
        }

        var (indicator, catalog) = Indicator(row, date);
        var persons = row.List(RecordColumns.Persons.Name);
        var blank = new RecordDraft
        {
            Form = indicator is null ? "" : RecordKinds.FormOf(indicator),
            Indicator = indicator?.Id ?? "",
            Date = date ?? _today,
            Persons = [.. persons.Select(name => new PersonRef(null, name))],
        };
        var draft = ColumnsOf(indicator, catalog).Aggregate(blank, (laid, field) => Laid(laid, field, row));
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

    /// <summary>As the row's own form describes them.</summary>
    private IReadOnlyList<Field> ColumnsOf(Indicator? row, Catalog catalog)
    {
        if (row is null)
        {
            return RecordColumns.All;
        }

        if (!_columns.TryGetValue(row, out var columns))
        {
            _columns[row] = columns = RecordColumns.Of(RecordForms.Of(catalog).Find(RecordKinds.FormOf(row)));
        }

        return columns;
    }

    /// <summary>The day and the persons are read before: whose form it is follows from the day, and names are looked up when all lines are read.</summary>
    private static RecordDraft Laid(RecordDraft draft, Field field, RowReader row)
    {
        var column = field.Column!;
        var text = row.Raw(column.Name);
        if (text.Length == 0 || field.Kind is FieldKind.Date or FieldKind.Person or FieldKind.Names)
        {
            return draft;
        }

        var choices = column.Choices ?? field.Choices;
        var value = field.Kind == FieldKind.Choice ? choices.FirstOrDefault(choice => choice.Title == text)?.Value : text;
        if (value is null)
        {
            row.Fail(NoChoice(row, column.Name, text, choices));
            return draft;
        }

        if (FormCheck.Error(field, value, column.Name) is not null)
        {
            row.Fail(FormCheck.Error(field, value, field.Kind is FieldKind.Number or FieldKind.Money ? row.Called(column.Name) : column.Name)!);
            return draft;
        }

        return (column.Slot ?? field.Slot).Write(draft, value);
    }

    /// <summary>A file has no list to choose from, so it is told.</summary>
    private static string NoChoice(RowReader row, string column, string text, IReadOnlyList<Choice> choices) => choices is [var one, var other]
        ? $"{row.Called(column)}应是 {one.Title} 或 {other.Title}"
        : $"不认识的{column}“{text}”，可用：{string.Join("、", choices.Select(choice => choice.Title))}";

    private (Indicator? Row, Catalog Catalog) Indicator(RowReader row, DateOnly? date)
    {
        var year = date is null ? null : (ProjectYear?)station.YearOf(date.Value);
        var catalog = catalogs.For((year ?? station.Years[^1]).Period);
        var text = row.Required("指标");
        if (text.Length == 0)
        {
            return (null, catalog);
        }

        var (found, reason) = IndicatorCell.Find(text, catalog);
        if (reason is not null)
        {
            row.Fail(reason);
        }

        // One distribution is one record, whichever of its two rows it is written under (product.md §3.10).
        return (found?.Counting == CountingRule.LargeDistribution ? catalog.Find("charity.aid") : found, catalog);
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
            draft.People?.ToString(CultureInfo.InvariantCulture), .. KeyDetails.Select(draft.Details.GetValueOrDefault),
        ];
        return "import:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', columns))))[..32];
    }
}
