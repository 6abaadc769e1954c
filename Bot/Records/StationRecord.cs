using StationBot.Stations;

namespace StationBot.Records;

/// <summary>One dated thing that a station did, as it is stored.</summary>
public sealed record StationRecord
{
    /// <summary>Counts up within the station: people say #128.</summary>
    public required long Number { get; init; }

    public required RecordDraft What { get; init; }
    public required DateTimeOffset Entered { get; init; }

    /// <summary>Who entered it; null for an imported one.</summary>
    public long? MemberId { get; init; }

    public required bool IsVoided { get; init; }

    /// <summary>The id of the card that made it together with others; null for one that was made alone.</summary>
    public string? Batch { get; init; }

    /// <summary>How many entries its history has, but for those about files and marks.</summary>
    public required int Step { get; init; }

    /// <summary>Which session of its file it is: it follows from the others (<see cref="Files.HeldSession.Place"/>); null for what is no session, and while it is void.</summary>
    public int? Place { get; init; }

    /// <summary>Of the record that opened a file: whose file it is now, by name.</summary>
    public string? Keeper { get; init; }

    /// <summary>补录: entered more than a day after it was done.</summary>
    /// <param name="entered">The station's day of <see cref="Entered"/>.</param>
    public bool IsLate(DateOnly entered) => entered.DayNumber - What.Date.DayNumber > 1;

    /// <summary>The author, the lead, or whoever has the file that it opened.</summary>
    public bool MayBeTouchedBy(Member member) => member.Role == Role.Lead || MemberId == member.Id || Keeper == member.Name;
}

/// <summary>The contents of a record, checked but not yet numbered.</summary>
public sealed record RecordDraft
{
    /// <summary>The <see cref="Forms.Form.Id"/> it was entered with.</summary>
    public required string Form { get; init; }

    /// <summary>The id of the row that it contributes to.</summary>
    public required string Indicator { get; init; }

    /// <summary>Of the service, in the station's zone.</summary>
    public required DateOnly Date { get; init; }

    public IReadOnlyList<PersonRef> Persons { get; init; } = [];
    public Outcome Outcome { get; init; }
    public ServiceMode? Mode { get; init; }

    /// <summary>Of the event, fund, project or partner.</summary>
    public string? Name { get; init; }

    public string? Content { get; init; }
    public int? Minutes { get; init; }
    public long? Fen { get; init; }
    public int? People { get; init; }

    /// <summary>The case or group that it belongs to.</summary>
    public FileRef? File { get; init; }

    /// <summary>Which session of its file, counted from 1, where an import tells; else it follows from the others (<see cref="StationRecord.Place"/>).</summary>
    public int? Session { get; init; }

    /// <summary>The worker's name where an import names one that is no member.</summary>
    public string? Worker { get; init; }

    /// <summary>What has no place of its own: 物资, 出资方, 出席 …, by the ids of <see cref="RecordDetails"/> and of form fields.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = NoDetails;

    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>();
}

/// <summary>Only what was done counts (product.md §3.15).</summary>
public enum Outcome
{
    Done,

    /// <summary>没见到人.</summary>
    Attempt,
    Plan,

    /// <summary>A step of a file that is no session: opened, closed.</summary>
    Noted,
}

/// <summary>方式.</summary>
public enum ServiceMode
{
    /// <summary>上门.</summary>
    HomeVisit,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>视频.</summary>
    Video,

    /// <summary>到站.</summary>
    AtStation,

    /// <summary>集体.</summary>
    Collective,
}

/// <summary>Someone a record is about.</summary>
/// <param name="Id">Null for somebody who isn't known yet: saving makes the person known by name, off the roster.</param>
/// <param name="Label">As <see cref="Person.Label"/>.</param>
public sealed record PersonRef(long? Id, string Label);

/// <summary>The case or group that a record belongs to.</summary>
/// <param name="Id">Null for one that saving opens.</param>
/// <param name="Name">Of the person, or of the group.</param>
public sealed record FileRef(long? Id, string Name);
