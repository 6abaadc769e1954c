using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>What is put in order.</summary>
public enum RankBy
{
    Week,
    Month,
    Quarter,

    /// <summary>四个领域谁最好.</summary>
    Area,

    /// <summary>指标按完成率从低到高.</summary>
    Row,

    /// <summary>谁做得最多.</summary>
    Worker,

    /// <summary>哪个村走访得最少: by where those live whom it was done for.</summary>
    Village,
}

/// <summary>哪个月做得最多, 哪个领域完成得最差, 谁录得多.</summary>
public sealed record RankQuestion(RankBy By, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => By == RankBy.Worker ? "rank.workers" : "rank";

    /// <summary>最少, 从低到高: the least first.</summary>
    public bool IsLeast { get; init; }

    /// <summary>Only between these (我和小王); everybody where nobody is named. Null stands for the one who asks.</summary>
    public IReadOnlyList<string?> Workers { get; init; } = [];

    /// <summary>Who did more is asked of the month, all else of the year, as rows are that are judged by the year.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => By == RankBy.Worker && Rows.Any(row => row.Assessment != Assessment.Year)
        ? Indicators.Period.MonthOf(today)
        : years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today));

    private protected override string Print() => Join(
        ["rank", By.ToString().ToLowerInvariant(), IsLeast ? "least" : null, SaidRows, PrintedPeriod.Of(Period), Workers.Count == 0 ? null : string.Join('/', Workers.Select(worker => worker ?? "mine")), .. Filters, PrintedPlace]);
}
