using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>帮我写个8月工作小结: done by task, what stands out, what is missing.</summary>
public sealed record ReportQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "report.brief";

    /// <summary>The month that runs.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Indicators.Period.MonthOf(today);

    private protected override string Print() => Join(["report", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}
