using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>王大爷去世了, 张三9月10日迁出, 张三搬回来了.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Reason">去世, 迁出, 退出, or 迁回 for somebody who comes back.</param>
/// <param name="Day">The first day on which it is so; null when none was said.</param>
public sealed record LeaveRequest(string Name, string Reason, DateOnly? Day) : Reading
{
    public override string Intent => "roster.remove";

    /// <summary>The person is listed again.</summary>
    public bool IsReturn => Reason == Lexicon.RosterWords.CameBack;

    private protected override string Print() => Join("leave", Name, Reason, Day?.ToString("yyyy-MM-dd"));
}

public enum PeopleAsk
{
    /// <summary>哪些人需要回访.</summary>
    ToRevisit,

    /// <summary>谁还没回访.</summary>
    NotRevisited,

    /// <summary>哪些人还没调研.</summary>
    NotSurveyed,

    /// <summary>谁还没有需求信息.</summary>
    WithoutNeeds,

    /// <summary>谁超过30天没联系了.</summary>
    NotContacted,

    /// <summary>这个月哪些老人还没去看过.</summary>
    NotVisited,

    /// <summary>河西社区的人多久没去了: the last day of each.</summary>
    LastContact,

    /// <summary>今天该去看谁.</summary>
    Suggested,

    /// <summary>今年谁还一次都没领过.</summary>
    WithoutBenefit,

    /// <summary>服务了多少人.</summary>
    Served,

    /// <summary>最近30天我去了哪些人家: those who were served, by name.</summary>
    Reached,

    /// <summary>哪些老人走访最多.</summary>
    MostMet,

    /// <summary>哪些老人走访最少.</summary>
    LeastMet,

    /// <summary>独居老人有哪些.</summary>
    Listed,

    /// <summary>名单上有多少老人.</summary>
    Counted,

    /// <summary>哪些人同时在两个领域里.</summary>
    Overlap,

    /// <summary>今年新增了几个服务对象.</summary>
    Moves,
}

/// <summary>Which persons, or how many: of the roster, or of those whom the records are about.</summary>
public sealed record PeopleQuestion(PeopleAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        PeopleAsk.NotSurveyed or PeopleAsk.WithoutNeeds => "list.people_unsurveyed",
        PeopleAsk.NotRevisited or PeopleAsk.NotVisited => "list.people_unvisited",
        PeopleAsk.NotContacted => "list.people_no_contact",
        PeopleAsk.LastContact => "list.people_last_contact",
        PeopleAsk.Suggested => "list.visit_suggestions",
        PeopleAsk.WithoutBenefit => "list.people_no_benefit",
        PeopleAsk.Served => "count.people_served",
        PeopleAsk.MostMet or PeopleAsk.LeastMet => "list.people_by_contacts",
        PeopleAsk.Counted => "roster.count",
        PeopleAsk.Overlap => "roster.overlap",
        PeopleAsk.Moves => "roster.changes",
        _ => "list.people",
    };

    /// <summary>So many, for <see cref="PeopleAsk.NotContacted"/>.</summary>
    public int Days { get; init; }

    /// <summary>超过30天: the thirtieth day is not enough.</summary>
    public bool IsMore { get; init; }

    /// <summary>Whether the roster is asked about as it stands on a day, rather than what happened on some days.</summary>
    public bool IsOfRoster => Ask is PeopleAsk.Listed or PeopleAsk.Counted or PeopleAsk.Overlap or PeopleAsk.LastContact or PeopleAsk.Suggested or PeopleAsk.ToRevisit;

    /// <summary>The last so many days, today included; nothing where it is asked how the roster stands.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) =>
        Ask == PeopleAsk.NotContacted ? new Period(today.AddDays(1 - Math.Max(Days, 1)), today)
        : IsOfRoster ? null
        // 谁一次都没领过 asks of the year, though its row is judged by the month.
        : Ask == PeopleAsk.WithoutBenefit ? years.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today))
        : base.Implied(today, years);

    private protected override string Print() => Join(
        ["people", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), Days == 0 ? null : $"{Days}-days", .. Filters, PrintedPlace]);
}
