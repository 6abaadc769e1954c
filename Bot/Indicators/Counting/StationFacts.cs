namespace StationBot.Indicators.Counting;

/// <summary>What counting needs to know of a station; void records, plans and attempts are left out before it comes here (product.md §3.3, §3.15).</summary>
public sealed record StationFacts
{
    public required TierHistory Tiers { get; init; }
    public required IReadOnlyList<ProjectYear> Years { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<RosterPerson> Roster { get; init; } = [];

    /// <summary>Cases and groups, with or without sessions.</summary>
    public IReadOnlyList<CaseFile> Files { get; init; } = [];

    public IReadOnlyList<StaffMember> Staff { get; init; } = [];
}

/// <summary>One record as counting sees it.</summary>
public sealed record Fact
{
    public required long Number { get; init; }
    public required string Indicator { get; init; }

    /// <summary>Of the service.</summary>
    public required DateOnly Date { get; init; }

    public IReadOnlyList<long> Persons { get; init; } = [];

    /// <summary>The event, fund, project or partner; several persons by 、.</summary>
    public string? Name { get; init; }

    /// <summary>The case or group that a session, or a showcase, belongs to.</summary>
    public long? File { get; init; }

    public bool ByPhone { get; init; }

    /// <summary>Money or value, in fen.</summary>
    public long Fen { get; init; }

    public bool InKind { get; init; }

    /// <summary>How many persons a number-only entry stands for.</summary>
    public int People { get; init; }

    /// <summary>A survey whose 慈善需求 part is filled in, or a needs sheet.</summary>
    public bool HasNeeds { get; init; }

    /// <summary>A checklist row that doesn't apply, with a reason (product.md §3.13).</summary>
    public bool NotApplicable { get; init; }

    /// <summary>A worker's record that tells a certificate (社工证).</summary>
    public bool HasCertificate { get; init; }

    public IReadOnlySet<EvidenceKind> Evidence { get; init; } = NoEvidence;

    private static readonly IReadOnlySet<EvidenceKind> NoEvidence = new HashSet<EvidenceKind>();
}

/// <summary>A person of the district's list. Who left (去世/迁出/退出) leaves both sides of a percentage from that day (product.md §3.7).</summary>
/// <param name="Areas">The ids of the domains that the person is listed in.</param>
/// <param name="Left">The first day on which the person is no longer listed.</param>
public sealed record RosterPerson(long Id, IReadOnlyList<string> Areas, DateOnly Entered, DateOnly? Left, bool Revisit)
{
    /// <summary>Between leaving and coming back.</summary>
    public IReadOnlyList<Period> Away { get; init; } = [];

    public bool IsActive(DateOnly day) => Entered <= day && (Left is null || day < Left) && !Away.Any(away => away.Contains(day));
}

/// <summary>A case (个案) or group (小组): a file with sessions (product.md §2).</summary>
/// <param name="Indicator">The row that it counts for, such as <c>elder.case</c>.</param>
/// <param name="Closed">The day from which no more sessions are to be expected.</param>
public sealed record CaseFile(long Id, string Indicator, DateOnly? Closed);

/// <summary>A worker stationed at the station (驻站社工).</summary>
/// <param name="Left">The first day on which the worker is no longer there.</param>
/// <param name="Certified">The day from which there is a certificate (社工证).</param>
public sealed record StaffMember(DateOnly Joined, DateOnly? Left, DateOnly? Certified)
{
    public bool IsActive(DateOnly day) => Joined <= day && (Left is null || day < Left);
}
