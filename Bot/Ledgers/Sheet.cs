namespace StationBot.Ledgers;

/// <summary>What stands in a .csv or .xlsx file, all of it as text: dates as yyyy-MM-dd, numbers without separators.</summary>
internal sealed record Sheet(IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows);

/// <param name="Line">As the editor shows it, counted from 1.</param>
/// <param name="Cells">Trimmed; one for each column.</param>
internal sealed record SheetRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Something in the file that keeps it from being imported.</summary>
/// <param name="Line">Null when it is the file as a whole.</param>
public sealed record Problem(int? Line, string Reason)
{
    public override string ToString() => Line is null ? Reason : $"第 {Line} 行：{Reason}";
}
