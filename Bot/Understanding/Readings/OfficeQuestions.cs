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

/// <summary>儿童小组每节签到人数, 小组里谁来得最勤.</summary>
/// <param name="Rows">Of groups only.</param>
public sealed record AttendanceQuestion(AttendanceAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask == AttendanceAsk.Sessions ? "group.attendance" : "group.attendance_rank";

    /// <summary>Whose, as it was typed; null for everybody's.</summary>
    public string? Person { get; init; }

    /// <summary>Of which group, as it was typed; null for all.</summary>
    public string? Group { get; init; }

    /// <summary>A rank is of the year; single sessions are of no days of their own.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Ask == AttendanceAsk.Sessions ? null : YearOf(today, years);

    private protected override string Print() => Join(["attendance", Ask.ToString().ToLowerInvariant(), Person, Group is null ? null : $"group:{Group}", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
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

/// <summary>哪些个案能拿来写成功案例.</summary>
/// <param name="Rows">Of success stories only.</param>
public sealed record ShowcaseQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "showcase.candidates";

    private protected override string Print() => Join(["showcase", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}

/// <summary>帮我写个8月工作小结: done by task, what stands out, what is missing.</summary>
public sealed record ReportQuestion(RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => "report.brief";

    /// <summary>The month that runs.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Indicators.Period.MonthOf(today);

    private protected override string Print() => Join(["report", SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}

/// <summary>根据128号写条新闻: a text is wanted that only people write well; the facts for it are known.</summary>
/// <param name="IsNews">Else a note of a session.</param>
/// <param name="Number">Of the record, where it was said.</param>
public sealed record DraftRequest(bool IsNews, long? Number, RowSet? Rows, Period? Period) : Reading
{
    public override string Intent => IsNews ? "draft.news" : "draft.session_note";

    /// <summary>Whose case, or which group, as it was typed.</summary>
    public string? Name { get; init; }

    private protected override string Print() => Join("draft", IsNews ? "news" : "note", Number is null ? null : $"#{Number}", Name, Rows, PrintedPeriod.Of(Period));
}

public enum StationsAsk
{
    Total,

    /// <summary>阳光站比河西站差在哪.</summary>
    Compare,

    /// <summary>材料准备最好的是哪个站.</summary>
    Rank,

    /// <summary>哪些站没达标.</summary>
    Behind,

    /// <summary>哪些站还没关账.</summary>
    NotClosed,
}

/// <summary>About other stations too: only a district may see them.</summary>
public sealed record StationsQuestion(StationsAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        StationsAsk.Compare => "station.compare",
        StationsAsk.Rank => "station.rank",
        StationsAsk.Behind => "station.list_behind",
        StationsAsk.NotClosed => "station.not_closed",
        _ => "status.progress",
    };

    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => YearOf(today, years);

    private protected override string Print() => Join(["stations", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), .. Filters]);
}

public enum SettingsAsk
{
    /// <summary>我下周休假.</summary>
    Leave,

    /// <summary>先别提醒我.</summary>
    Snooze,

    /// <summary>周报改到周五下午发.</summary>
    Digest,
}

/// <summary>What is sent unasked: when, and when not.</summary>
/// <param name="Period">From when to when, or when it may begin again; null where it wasn't said.</param>
public sealed record SettingsRequest(SettingsAsk Ask, Period? Period) : Reading
{
    public override string Intent => $"settings.{Ask.ToString().ToLowerInvariant()}";

    /// <summary>A colleague who is away; null for whoever says it.</summary>
    public string? Worker { get; init; }

    /// <summary>Reminders of these rows only; null for all.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>往后推三天.</summary>
    public int? Days { get; init; }

    /// <summary>星期五下午, as it was typed; empty where no time was said.</summary>
    public string When { get; init; } = "";

    private protected override string Print() => Join("settings", Ask.ToString().ToLowerInvariant(), Worker, Rows, Days is null ? null : $"{Days}-days", PrintedPeriod.Of(Period), When.Length > 0 ? $"“{When}”" : null);
}
