using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>One case or group: 李桂兰的个案, 3号个案, 李桂兰的个案交给小张.</summary>
/// <param name="Topic">case or group.</param>
/// <param name="Name">As it was typed; null where the number tells.</param>
public sealed record FileRequest(FileAsk Ask, string Topic, string? Name, int? Number) : Reading
{
    public override string Intent => (Ask, Topic) switch
    {
        _ when IsBare => "clarify",
        (FileAsk.Evidence, _) => "evidence.of_unit",
        (FileAsk.Next, _) => "case.next",
        (FileAsk.Show, "group") => "group.detail",
        (FileAsk.Show, _) => "case.detail",
        (FileAsk.HandOver, _) => "case.transfer",
        (FileAsk.Session, _) => $"{Topic}_session",
        (FileAsk.Reopen, _) => $"{Topic}_open",
        _ => $"{Topic}_close",
    };

    /// <summary>结案, 转交 and no more: any file may be meant.</summary>
    public bool IsBare => Name is null && Number is null && Area is null;

    /// <summary>残疾人那个小组: the id of the domain; null where the name or number tells.</summary>
    public string? Area { get; init; }

    /// <summary>The colleague to whom it goes, as typed; null where nobody is named.</summary>
    public string? To { get; init; }

    private protected override string Print() => Join("file", Ask.ToString().ToLowerInvariant(), Topic, Name ?? Area ?? (IsBare ? null : $"#{Number}"), To is null ? null : $"to:{To}");
}

/// <summary>What is to be done with a case or group.</summary>
public enum FileAsk
{
    Show,
    Session,
    Close,
    Reopen,
    HandOver,

    /// <summary>材料齐不齐.</summary>
    Evidence,

    /// <summary>下一节什么时候.</summary>
    Next,
}

/// <summary>Cases and groups by their state: 我的个案, 哪些个案停滞了, 这周该做哪些个案.</summary>
/// <param name="Rows">Of cases and groups only.</param>
/// <param name="Period">When they are due, or were closed; null where it doesn't matter or wasn't said.</param>
public sealed record FileList(FileFilter Which, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Which switch
    {
        FileFilter.Stalled => "list.cases_stalled",
        FileFilter.Due => "list.due",
        _ => "list.cases",
    };

    /// <summary>一个月没跟进: so long at least, for <see cref="FileFilter.Stalled"/>; 0 where none was said.</summary>
    public int Days { get; init; }

    /// <summary>How a file stands is of no days; 20天没跟进 is of the last so many.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) => Which switch
    {
        FileFilter.Due => base.Implied(today, years),
        FileFilter.Stalled when Days > 0 => new Period(today.AddDays(1 - Days), today),
        _ => null,
    };

    private protected override string Print() => Join(
        ["files", Which.ToString().ToLowerInvariant(), Days == 0 ? null : $"{Days}-days", Rows, PrintedPeriod.Of(Period), .. Filters, PrintedPlace]);
}

public enum FileFilter
{
    Open,

    /// <summary>14 days without a session.</summary>
    Stalled,

    /// <summary>Five sessions held and still open.</summary>
    Closable,
    Closed,

    /// <summary>Open, and fewer than five sessions held.</summary>
    Unfinished,

    /// <summary>Five sessions held, closed or not.</summary>
    Complete,

    /// <summary>Its next date is in the period, or has passed.</summary>
    Due,
}
