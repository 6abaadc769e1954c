using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>给我看今年的图, 画个图: a project year as a picture.</summary>
public sealed record PictureQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "status.overview";

    /// <summary>The whole year: months are its columns.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => YearOf(today, years);

    private protected override string Print() => Join(["picture", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}
