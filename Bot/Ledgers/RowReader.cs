using System.Globalization;
using StationBot.Records.Forms;

namespace StationBot.Ledgers;

/// <summary>The cells of one row by column name, turned into what they mean; what cannot be is a problem of this row.</summary>
internal sealed class RowReader(SheetRow row, IReadOnlyDictionary<string, int> columns, List<Problem> problems)
{
    public const int MostCharacters = 200;

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    private static readonly string[] TimeFormats = ["", " H:mm", " H:mm:ss", "'T'H:mm", "'T'H:mm:ss"];
    private static readonly string[] MomentFormats = [.. DateFormats.SelectMany(date => TimeFormats.Select(time => date + time))];
    private static readonly char[] ListSeparators = ['、', '，', ',', '；', ';', '\n'];

    private readonly int _problemsBefore = problems.Count;

    public int Line => row.Line;

    /// <summary>Nothing of this row was wrong so far.</summary>
    public bool IsGood => problems.Count == _problemsBefore;

    public bool Has(string column) => columns.ContainsKey(column);

    public void Fail(string reason) => problems.Add(new Problem(row.Line, reason));

    /// <summary>Empty when the column is absent.</summary>
    public string Text(string column, int most = MostCharacters)
    {
        var text = Raw(column);
        if (text.Length > most)
        {
            Fail($"{column}最多 {most} 个字，现在有 {text.Length} 个");
        }

        return text;
    }

    public string? TextOrNull(string column, int most = MostCharacters) => Text(column, most) is { Length: > 0 } text ? text : null;

    public string Required(string column, int most = MostCharacters)
    {
        var text = Text(column, most);
        if (text.Length == 0)
        {
            Fail($"{column}没有填");
        }

        return text;
    }

    public DateOnly? Date(string column) => Moment(column) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>A day, with a time of day where it is given.</summary>
    public DateTime? Moment(string column)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        Fail($"{FormCheck.NoDate(Called(column))}，请写成 2024-09-18");
        return null;
    }

    /// <summary>是 or 否; empty is null.</summary>
    public bool? YesNo(string column)
    {
        switch (Raw(column))
        {
            case "":
                return null;
            case "是":
                return true;
            case "否":
                return false;
            case var text:
                Fail($"{column}“{text}”应是 是 或 否");
                return null;
        }
    }

    /// <summary>Several by 、, each once.</summary>
    public IReadOnlyList<string> List(string column) =>
        [.. Raw(column).Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The column with what stands in it, for a sentence about it.</summary>
    public string Called(string column) => $"{column}“{Raw(column)}”";

    /// <summary>Empty when the column is absent.</summary>
    public string Raw(string column) => columns.TryGetValue(column, out var index) ? row.Cells[index] : "";
}
