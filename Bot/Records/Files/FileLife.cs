namespace StationBot.Records.Files;

/// <summary>
/// The state of a case or group, derived from its records that are not void: nothing of it is stored, so that whatever is undone, restored
/// or changed leaves it right. Records stand in the order of their days; on one day, in the order of their numbers.
/// </summary>
public sealed record FileLife
{
    /// <summary>So many days without a session make an open file stalled.</summary>
    public const int DaysToStall = 14;

    public required DateOnly Opened { get; init; }

    /// <summary>The number of the record that opened it; an import has none.</summary>
    public long? Opening { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>When it was last opened again.</summary>
    public DateOnly? Reopened { get; init; }

    /// <summary>Whose file it is: who opened it, until it is handed over.</summary>
    public string? Worker { get; init; }

    /// <summary>Of the last handover.</summary>
    public DateOnly? WorkerSince { get; init; }

    /// <summary>Whose file it was before the last handover.</summary>
    public string? WorkerBefore { get; init; }

    public required IReadOnlyList<HeldSession> Sessions { get; init; }

    public FileStage Stage => Closed is not null ? FileStage.Closure : Sessions is [.., var last] ? last.Stage : FileStage.Intake;

    /// <summary>The stage that a new session is taken for when it doesn't say.</summary>
    public FileStage NextStage => FileStages.Usual(NextPlace, Sessions is [.., var last] ? last.Stage : FileStage.Intake);

    /// <summary>The number of the next session: last + 1 (product.md §4).</summary>
    public int NextPlace => Sessions.Count == 0 ? 1 : Sessions.Max(session => session.Place) + 1;

    /// <summary>下次日期 of the last session; null when it tells none, or when the file is closed.</summary>
    public DateOnly? Next => Closed is null && Sessions is [.., var last] ? last.Next : null;

    /// <summary>Which session a record is; null for what is none.</summary>
    public int? PlaceOf(long number) => Sessions.FirstOrDefault(session => session.Number == number)?.Place;

    /// <summary>Days since the last session, or since it was opened or opened again, if that is later.</summary>
    public int SilentDays(DateOnly today)
    {
        DateOnly?[] heard = [Opened, Reopened, Sessions is [.., var last] ? last.Date : null];
        return today.DayNumber - heard.Max()!.Value.DayNumber;
    }

    public bool IsStalled(DateOnly today) => Closed is null && SilentDays(today) >= DaysToStall;

    /// <summary>Days by which the next date has passed; 0 on the day itself, negative before it, null without one.</summary>
    public int? DaysOverdue(DateOnly today) => today.DayNumber - Next?.DayNumber;

    /// <returns>Null when nothing of it is left.</returns>
    public static FileLife? Of(IEnumerable<FileStep> steps)
    {
        var ordered = steps.OrderBy(step => step.Date).ThenBy(step => step.Number).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var opening = ordered.Find(step => step.Kind == FileStepKind.Opened);
        var life = new FileLife
        {
            Opened = (opening ?? ordered[0]).Date,
            Opening = opening?.Number,
            Worker = opening?.Author ?? ordered.Find(step => step.Author is not null)?.Author,
            Sessions = SessionsOf(ordered),
        };
        return ordered.Aggregate(life, (before, step) => step.Kind switch
        {
            FileStepKind.Closed => before with { Closed = step.Date },
            FileStepKind.Reopened => before with { Closed = null, Reopened = step.Date },
            FileStepKind.HandedOver when step.To is not null => before with { Worker = step.To, WorkerSince = step.Date, WorkerBefore = before.Worker },
            _ => before,
        });
    }

    private static List<HeldSession> SessionsOf(IEnumerable<FileStep> ordered)
    {
        var sessions = new List<HeldSession>();
        var (last, stage) = (0, FileStage.Intake);
        foreach (var step in ordered.Where(step => step.Kind == FileStepKind.Session))
        {
            var place = step.ToldPlace ?? last + 1;
            stage = step.Stage ?? FileStages.Usual(place, stage);
            last = Math.Max(last, place);
            sessions.Add(new HeldSession(step.Number, place, step.Date, step.Author, stage, step.Next));
        }

        return sessions;
    }
}

/// <param name="Number">Of the record.</param>
/// <param name="Place">Which session of the file: as an import tells it, else one more than the highest before it.</param>
public sealed record HeldSession(long Number, int Place, DateOnly Date, string? Author, FileStage Stage, DateOnly? Next);
