using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>儿童小组每节签到人数, 小组里谁来得最勤.</summary>
/// <param name="Rows">Of groups only.</param>
public sealed record AttendanceQuestion(AttendanceAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask == AttendanceAsk.Sessions ? "group.attendance" : "group.attendance_rank";

    /// <summary>Whose, as it was typed; null for everybody's.</summary>
    public string? Person { get; init; }

    /// <summary>Of which group, as it was typed; null for all.</summary>
    public string? Group { get; init; }

    /// <summary>第三节: of this session only, -1 for the last; null for all.</summary>
    public int? Session { get; init; }

    /// <summary>哪个小组的出席率最高: groups are put in order, and not those who came.</summary>
    public bool ByGroup { get; init; }

    /// <summary>A rank is of the year; single sessions are of no days of their own.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Ask == AttendanceAsk.Sessions ? null : YearOf(today, years);

    private protected override string Print() => Join(["attendance", ByGroup ? "groups" : null, Ask.ToString().ToLowerInvariant(), Person, Group is null ? null : $"group:{Group}", Session is null ? null : $"session-{Session}", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}

public enum AttendanceAsk
{
    /// <summary>How many came to each session; of one person, how often.</summary>
    Sessions,

    /// <summary>Who came most.</summary>
    Most,

    /// <summary>Who came least.</summary>
    Least,
}
