using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

public enum PersonAsk
{
    /// <summary>查李奶奶; with a <see cref="PersonQuestion.Field"/> only that.</summary>
    Detail,

    /// <summary>上次去李奶奶家是哪天.</summary>
    LastContact,

    /// <summary>今年给李奶奶做过啥.</summary>
    Timeline,

    /// <summary>李奶奶领过几次救助.</summary>
    Benefits,

    /// <summary>李奶奶有什么需求.</summary>
    Needs,
}

/// <summary>What the roster knows of a person.</summary>
public enum PersonField
{
    Phone,
    Home,
    Guardian,
    Age,
    Born,
    Gender,
    Areas,
}

/// <summary>About one person: all that is known, one thing, or what was done. Never answered in a group.</summary>
/// <param name="Name">As it was typed; whom it means is for the roster to say.</param>
public sealed record PersonQuestion(string Name, RowSet Rows, Period? Period) : Question(Rows, Period)
{
    public override string Intent => IsOfSeveral ? "clarify" : Counted is not null ? "count.records" : Ask switch
    {
        PersonAsk.LastContact => "person.last_contact",
        PersonAsk.Timeline => "person.timeline",
        PersonAsk.Benefits => "person.benefits",
        PersonAsk.Needs => "person.needs",
        _ => "person.detail",
    };

    public PersonAsk Ask { get; init; }

    /// <summary>红旗村的李奶奶 and no more: where a name was asked for, it is the answer.</summary>
    public bool IsNameAlone { get; init; }

    /// <summary>李奶奶这个月去了没 where there are two of that name: which one is asked first, and yes or no follows.</summary>
    public bool IsOfSeveral { get; init; }

    public PersonField? Field { get; init; }

    /// <summary>轮椅, 米面油: only what mentions it.</summary>
    public string? Keyword { get; init; }

    /// <summary>李奶奶回访了几次: what is counted of the person; null for all that is known.</summary>
    public StatusQuestion? Counted { get; init; }

    /// <summary>What is known of a person is known today; what was done has its days, and what was got is asked of the year.</summary>
    public override Period? Implied(DateOnly today, IReadOnlyList<ProjectYear> years) =>
        Ask switch { PersonAsk.Timeline => base.Implied(today, years), PersonAsk.Benefits => YearOf(today, years), _ => null };

    private protected override string Print() => Counted is not null ? Join("person", Name, Counted) : Join(
    [
        "person", Name, Ask == PersonAsk.Detail ? null : Ask.ToString().ToLowerInvariant(), Field?.ToString().ToLowerInvariant(), Keyword is null ? null : $"“{Keyword}”",
        SaidRows, PrintedPeriod.Of(Period), .. Filters, PrintedPlace,
    ]);
}
