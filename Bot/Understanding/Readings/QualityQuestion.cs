using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum QualityAsk
{
    /// <summary>补录的有几条.</summary>
    LateEntries,

    /// <summary>有没有重复用的照片.</summary>
    ReusedPhotos,
}

/// <summary>What an assessor would stop at.</summary>
public sealed record QualityQuestion(QualityAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask == QualityAsk.LateEntries ? "quality.late_entries" : "quality.reused_photos";

    /// <summary>The whole year: records of any day may be entered late.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => YearOf(today, years);

    private protected override string Print() => Join(["quality", Ask == QualityAsk.LateEntries ? "late" : "reused", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}
