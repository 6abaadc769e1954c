using StationBot.Indicators;
using StationBot.Understanding.Binding;

namespace StationBot.Understanding.Readings;

/// <summary>查李奶奶: all that the station knows of one person.</summary>
/// <param name="Name">As it was typed; whom it means is for the roster to say.</param>
public sealed record PersonQuestion(string Name) : Reading
{
    public override string Intent => Counted is null ? "person.detail" : "count.records";

    /// <summary>李奶奶回访了几次: what is counted of the person; null for all that is known.</summary>
    public StatusQuestion? Counted { get; init; }

    private protected override string Print() => Join("person", Name, Counted);
}

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
}

/// <summary>Which persons of the roster still miss something.</summary>
public sealed record PeopleQuestion(PeopleAsk Ask, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => Ask switch
    {
        PeopleAsk.NotSurveyed => "list.people_unsurveyed",
        PeopleAsk.NotRevisited => "list.people_unvisited",
        PeopleAsk.NotContacted => "list.people_no_contact",
        _ => "list.people",
    };

    /// <summary>Longer than so many, for <see cref="PeopleAsk.NotContacted"/>.</summary>
    public int Days { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The sentence without its 第2页.</summary>
    public static string WithoutPage(string sentence) => PeopleBinder.PageText().Replace(sentence, "");

    private protected override string Print() => Join(
        ["people", Ask.ToString().ToLowerInvariant(), SaidRows, PrintedPeriod.Of(Period), Days == 0 ? null : $"{Days}-days", .. Filters, Page == 1 ? null : $"page-{Page}"]);
}
