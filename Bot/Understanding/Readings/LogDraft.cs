using StationBot.Indicators;
using StationBot.Naming;

namespace StationBot.Understanding.Readings;

/// <summary>One message about something that was, or should be, done. Never a record by itself: it becomes a card to confirm, or a word of why not.</summary>
/// <param name="Form">One of <see cref="Lexicon.Forms"/>; null where it must be asked (捐了十床被子: raised or given away).</param>
public sealed record LogDraft(DraftKind Kind, string? Form) : Reading
{
    /// <summary>A type of its own: the session didn't take place.</summary>
    public const string GroupCancelled = "group_cancelled";

    public override string Intent => Kind == DraftKind.Deed || Type == GroupCancelled ? Type : Kind.ToString().ToLowerInvariant();

    /// <summary>What a deed is called by the <c>read</c> command: service, case_session, distribution …</summary>
    public required string Type { get; init; }

    /// <summary>The task's id; null where it must be asked or taken from the roster or the file.</summary>
    public string? Area { get; init; }

    /// <summary>link, care, revisit; or the topic of the row (case, fund …). Null where it must be asked; several (rule.staff+rule.finance) are joined by +.</summary>
    public string? Topic { get; init; }

    /// <summary>The days of the service as said, one record each; empty where they must be asked (9月31号).</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>No day was said, or one that could be another (周四: this week's or last week's): the card shows what was assumed.</summary>
    public bool IsDayAssumed { get; init; }

    /// <summary>上午, 下午, 晚上; null where it wasn't said.</summary>
    public string? PartOfDay { get; init; }

    /// <summary>Residents as they were said, each once; whom they mean is for the roster to say.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>A colleague who did it, where it wasn't the one who tells.</summary>
    public string? Worker { get; init; }

    /// <summary>上门, 电话, 视频, 到站, 集体.</summary>
    public string? Mode { get; init; }

    /// <summary>In fen.</summary>
    public long? Fen { get; init; }

    public bool IsInKind { get; init; }

    /// <summary>米20袋、油20桶.</summary>
    public string? Goods { get; init; }

    /// <summary>Persons or households that came, were given, or were counted.</summary>
    public int? People { get; init; }

    public int? Absent { get; init; }

    /// <summary>第3节.</summary>
    public int? Session { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Of the group, event, fund, organisation or partner; of the person of a case.</summary>
    public string? Name { get; init; }

    /// <summary>The fund that raised money goes to (进社区基金了).</summary>
    public string? Fund { get; init; }

    /// <summary>Who gave (爱心企业).</summary>
    public string? Sponsor { get; init; }

    /// <summary>What happened, as typed; may be empty.</summary>
    public string Content { get; init; } = "";

    /// <summary>The day that something is planned for (明天再去, 改到周五).</summary>
    public DateOnly? Next { get; init; }

    /// <summary>Evidence that was promised or is there (有签到, 照片一会发).</summary>
    public IReadOnlyList<EvidenceKind> Evidence { get; init; } = [];

    /// <summary>The rows that it may count for, as far as they are known: the area from the persons where it wasn't said.</summary>
    public IEnumerable<Indicator> RowsIn(Catalog catalog, NameIndex? names)
    {
        var topics = Topic?.Split('+') ?? [];
        var areas = (Area ?? AreaOf(names)) is { } area ? [area] : AreasOf(names);
        return catalog.Rows.Where(row => areas.Contains(row.Area.Id) && (topics.Contains(row.Topic) || topics.Contains(row.Id)));
    }

    /// <summary>The one domain on whose list all the persons stand; null where there is none, or more than one.</summary>
    public string? AreaOf(NameIndex? names)
    {
        var areas = ListsOf(names);
        return areas.Count > 0 && areas.Aggregate((one, other) => [.. one.Intersect(other)]) is [var area] ? area : null;
    }

    /// <summary>Of several persons each his own domain (王德福、郭守义: elder and relief); empty where somebody stands on none or on two.</summary>
    private IReadOnlyList<string> AreasOf(NameIndex? names) =>
        ListsOf(names) is { Count: > 1 } areas && areas.TrueForAll(area => area.Count == 1) ? [.. areas.Select(area => area[0]).Distinct()] : [];

    private List<List<string>> ListsOf(NameIndex? names)
    {
        var day = Days.Count > 0 ? Days[0] : DateOnly.MaxValue;
        // Who stands on no list (a newcomer) must be asked for, and says nothing of the others' domain.
        var known = names is null ? [] : Persons.Select(name => names.Find(name, day)).Where(meant => meant.Count > 0).ToList();
        return [.. known.Select(AreasOf)];
    }

    /// <summary>Of those whom a name may mean, the domains that all have in common.</summary>
    private static List<string> AreasOf(IReadOnlyList<PersonName> meant) =>
        meant.Count == 0 ? [] : [.. meant.Select(person => person.Areas).Aggregate((one, other) => [.. one.Intersect(other)])];

    private protected override string Print() => Join(
        [
            Kind == DraftKind.Deed ? "draft" : Kind.ToString().ToLowerInvariant(), Type, Area is null && Topic is null ? null : $"{Area ?? "?"}.{Topic ?? "?"}",
            Days.Count == 0 ? "date?" : string.Join('+', Days.Select(day => $"{day:yyyy-MM-dd}")) + (IsDayAssumed ? "?" : ""), PartOfDay,
            string.Join('+', Persons), Worker is null ? null : $"worker:{Worker}", Mode, Fen is { } fen ? $"{fen / 100m:0.##}元" : null, IsInKind ? "in-kind" : null, Goods is null ? null : $"goods:{Goods}",
            People is { } people ? $"people={people}" : null, Absent is { } absent ? $"absent={absent}" : null, Session is { } session ? $"session={session}" : null,
            Minutes is { } minutes ? $"minutes={minutes}" : null, Name is null ? null : $"name:{Name}", Fund is null ? null : $"fund:{Fund}", Sponsor is null ? null : $"sponsor:{Sponsor}",
            Next is { } next ? $"next={next:yyyy-MM-dd}" : null, string.Join('+', Evidence), Content.Length > 0 ? $"“{Content}”" : null,
        ]);
}

public enum DraftKind
{
    /// <summary>It was done: becomes a record once it is confirmed.</summary>
    Deed,

    /// <summary>去了没人: kept, never counted (product.md §3.15).</summary>
    Attempt,

    /// <summary>明天去: kept, never counted.</summary>
    Plan,

    /// <summary>听说…, 她说村里…: not done by a worker of the station as far as anybody can tell; only confirmed it becomes a record.</summary>
    Hearsay,

    /// <summary>下雨没开成: nothing to count; where a new day was said, a plan.</summary>
    Cancelled,
}
