namespace StationBot.Pictures;

/// <summary>How a square of the picture looks.</summary>
public enum CellState
{
    /// <summary>Grey: nothing is due there, or nothing can be said.</summary>
    Idle,

    /// <summary>Green: the target is reached.</summary>
    Met,

    /// <summary>Amber: something is missing and can still be done.</summary>
    Open,

    /// <summary>Red: it was over before the target was reached.</summary>
    Lost,
}

/// <summary>A square, as wide as the months that it stands for.</summary>
/// <param name="Months">1, or up to 3 for a quarter.</param>
/// <param name="Text">A number, or nothing.</param>
public readonly record struct YearCell(CellState State, int Months, string Text)
{
    /// <summary>Of a row that is judged by the year: something counted in this month.</summary>
    public bool IsMarked { get; init; }
}

/// <summary>A row of the task list.</summary>
/// <param name="Quota">每月 4 次; empty where there is none.</param>
/// <param name="Cells">Twelve months of them.</param>
/// <param name="Total">Of the whole year: its text is what was done of what.</param>
/// <param name="Share">Of the whole year, 0 to 1; a surplus of one month covers no other.</param>
public sealed record YearRow(string Label, string Quota, IReadOnlyList<YearCell> Cells, YearCell Total, float Share);

/// <summary>Rows of one task.</summary>
public sealed record YearSection(string Title, IReadOnlyList<YearRow> Rows);
