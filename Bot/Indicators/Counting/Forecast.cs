namespace StationBot.Indicators.Counting;

/// <summary>What can be said today of how a row will stand at the end.</summary>
public enum Outlook
{
    /// <summary>No target can be computed (product.md §3.7).</summary>
    NoRoster,
    Met,

    /// <summary>At the pace so far it will be met.</summary>
    OnTrack,

    /// <summary>One thing that can be done on any day (a rule on the wall, a register): pace says nothing about it.</summary>
    Open,

    /// <summary>None of its periods has begun, so there is no pace.</summary>
    NotBegun,

    /// <summary>It can still be met, but not at this pace.</summary>
    Behind,

    /// <summary>Part of it can't be made up any more (product.md §3.4).</summary>
    Lost,
}

/// <summary>
/// How a row will stand when the asked periods are over, if all goes on as it did (indicators.md R11). Pure.
/// The pace of a period that runs is what was done by the share of its days that is gone; of cases and groups the sessions are what is done,
/// five of which make one. Months and quarters that are over tell the pace of those to come, and what they missed is lost.
/// </summary>
public sealed record Forecast
{
    /// <summary>Sessions of one case or group lie a week apart (indicators.md R11).</summary>
    public const int DaysBetweenSessions = 7;

    public required Standing Standing { get; init; }

    /// <summary>What will be done at the end; of each period at most its target, since a surplus covers no other.</summary>
    public required long Projected { get; init; }

    /// <summary>What can't be made up any more: missed in periods that are over, or cases and groups that a session a week doesn't bring to the fifth.</summary>
    public required long Lost { get; init; }

    /// <summary>Cases and groups that are missing: the earliest day on which the last of them has its fifth session; null where there is none.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day on which a new case or group can have its first session; null for other rows.</summary>
    public DateOnly? LatestStart { get; init; }

    public required Outlook Outlook { get; init; }

    public Indicator Row => Standing.Row;

    /// <summary>What is missing and can still be done.</summary>
    public long Recoverable => Standing.Remaining - Lost;

    /// <summary>What the pace leaves undone of what can still be done.</summary>
    public long Shortfall => Math.Clamp(Standing.Target - Projected - Lost, 0, Recoverable);

    /// <param name="kept">The share of the pace that goes on: less than 1 where a worker leaves.</param>
    public static Forecast Of(Indicator row, Period asked, StationFacts station, DateOnly today, decimal kept = 1)
    {
        var standing = Counter.Count(row, asked, station, today);
        var projected = Project(standing, station, today);
        if (kept < 1)
            projected = standing.Slices.Sum(Reached) + (long)((projected - standing.Slices.Sum(Reached)) * kept);
        var lost = standing.Lost(today);
        DateOnly? earliest = null;
        DateOnly? latest = null;
        if (row.Counting == CountingRule.Sessions && standing.Slices is [.., { Period: var year }] && year.Last >= today)
        {
            var ends = EndsOf(standing, year, station, today);
            lost += ends.Count(end => end > year.Last);
            earliest = ends.Count == 0 || lost > 0 ? null : ends.Max();
            latest = LastFirstSession(year);
        }

        return new Forecast
        {
            Standing = standing,
            Projected = projected,
            Lost = lost,
            Earliest = earliest,
            LatestStart = latest,
            Outlook = OutlookOf(standing, projected, lost, today),
        };
    }

    /// <summary>Five sessions a week apart end with the year.</summary>
    public static DateOnly LastFirstSession(Period year) => year.Last.AddDays(-DaysBetweenSessions * (CreditRules.SessionsToComplete - 1));

    private static Outlook OutlookOf(Standing standing, long projected, long lost, DateOnly today) =>
        standing.LacksRoster ? Outlook.NoRoster
        : standing.Remaining == 0 ? Outlook.Met
        : lost > 0 ? Outlook.Lost
        : standing.Slices.All(slice => slice.Period.First > today) ? Outlook.NotBegun
        : projected >= standing.Target ? Outlook.OnTrack
        : IsDoneAtOnce(standing.Row) ? Outlook.Open
        : Outlook.Behind;

    private static bool IsDoneAtOnce(Indicator row) => row.Counting is CountingRule.Checklist or CountingRule.Register or CountingRule.Staff or CountingRule.Showcase
        || (row is { Assessment: Assessment.Year, Unit: not Amount.Yuan } && row.Targets.Values.All(target => target is Target.Number { Value: 1 }));

    private static long Project(Standing standing, StationFacts station, DateOnly today)
    {
        var over = standing.Slices.Where(slice => slice.Period.Last < today).ToList();
        var open = standing.Slices.Where(slice => slice.Period.Last >= today).ToList();
        if (over.Count == 0)
            return ProjectRunning(standing, open, station, today);
        // Rounded half up: of seven months, six of them met, the eighth is more likely met than not.
        var expected = ((2 * over.Sum(Reached) * open.Count) + over.Count) / (2 * over.Count);
        return over.Sum(Reached) + Math.Clamp(expected, open.Sum(Reached), Math.Max(open.Sum(Reached), open.Sum(slice => slice.Target ?? 0)));
    }

    /// <summary>Nothing is over yet, so the period that runs tells the pace of itself and of the others.</summary>
    private static long ProjectRunning(Standing standing, List<Slice> open, StationFacts station, DateOnly today)
    {
        if (open.FirstOrDefault(slice => slice.Period.Contains(today)) is not { Target: not null } running)
            return open.Sum(Reached);
        var gone = today.DayNumber - running.Period.First.DayNumber + 1;
        var paced = standing.Row.Counting == CountingRule.Sessions
            ? HeldIn(standing.Row, running.Period, station).Sum() * running.Period.Days / gone / CreditRules.SessionsToComplete
            : running.Done * running.Period.Days / gone;
        return open.Sum(slice => Math.Clamp(paced, Reached(slice), Math.Max(Reached(slice), slice.Target ?? 0)));
    }

    private static long Reached(Slice slice) => Math.Min(slice.Done, slice.Target ?? 0);

    /// <summary>The sessions of each file in the year; more than five bring nothing.</summary>
    private static IEnumerable<long> HeldIn(Indicator row, Period year, StationFacts station) =>
        CreditRules.FilesOf(CreditRules.FactsOf(row, year, station)).Select(file => Math.Min(file.LongCount(), CreditRules.SessionsToComplete));

    /// <summary>For each unit still missing, the earliest day of its fifth session: open files first, the furthest of them, then new ones from today.</summary>
    private static List<DateOnly> EndsOf(Standing standing, Period year, StationFacts station, DateOnly today)
    {
        var from = today > year.First ? today : year.First;
        var lastHeld = CreditRules.FilesOf(CreditRules.FactsOf(standing.Row, year, station)).ToDictionary(file => file.Key, file => file.Max(session => session.Date));
        var begun = SessionCount.Of(standing.Row, standing, year, station, today).Open.Take((int)standing.Remaining)
            .Select(file => End(file.Held, lastHeld.TryGetValue(file.File.Id, out var last) ? last : null)).ToList();
        return [.. begun, .. Enumerable.Repeat(End(0, null), (int)standing.Remaining - begun.Count)];

        DateOnly End(int held, DateOnly? last)
        {
            var next = last?.AddDays(DaysBetweenSessions) is { } week && week > from ? week : from;
            return next.AddDays(DaysBetweenSessions * (CreditRules.SessionsToComplete - held - 1));
        }
    }
}
