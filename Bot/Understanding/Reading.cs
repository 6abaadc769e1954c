using StationBot.Indicators;

namespace StationBot.Understanding;

/// <summary>What a sentence means. Closed: whoever switches over it knows every case. Printed in one line, for logs and tests.</summary>
public abstract record Reading
{
    private protected Reading()
    {
    }

    /// <summary>Words that were read as others (回仿 as 回访); the answer says so.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public sealed override string ToString() => Corrections.Count == 0 ? Print() : $"{Print()} [{string.Join(' ', Corrections)}]";

    private protected abstract string Print();

    private protected static string Join(params IEnumerable<object?> parts) =>
        string.Join(' ', parts.Select(part => part?.ToString()).Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>A word that was bent to one of the lexicon.</summary>
public sealed record Correction(string Typed, string Read)
{
    public override string ToString() => $"{Typed}→{Read}";
}

/// <summary>What is asked about rows.</summary>
public enum StatusAsk
{
    /// <summary>还差几次, 够了没, 做了没有.</summary>
    Remaining,

    /// <summary>做了几次.</summary>
    Count,

    /// <summary>进度, 完成率.</summary>
    Progress,

    /// <summary>哪几个月没达标.</summary>
    Missed,

    /// <summary>还差多少节, of cases and groups.</summary>
    SessionsLeft,

    /// <summary>做了几节.</summary>
    SessionsHeld,

    /// <summary>发了多少钱, of rows that are counted in something else.</summary>
    Money,
}

/// <summary>还差几次, 做了几次, 进度.</summary>
/// <param name="Rows">In the order of the catalogue; never empty.</param>
/// <param name="Period">Null when none was said: the rows' own periods.</param>
public sealed record StatusQuestion(StatusAsk Ask, RowSet Rows, Period? Period) : Reading
{
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>每个月, 每季度: one by one.</summary>
    public Assessment? Each { get; init; }

    /// <summary>还差几项: rows still behind, whatever their units.</summary>
    public bool InRows { get; init; }

    /// <summary>Whether it is about what must be reached; else only about what was done.</summary>
    public bool IsOfTargets => Ask is StatusAsk.Remaining or StatusAsk.Progress or StatusAsk.Missed or StatusAsk.SessionsLeft;

    /// <summary>The row's records carry money or a value (product.md §3.9, §3.10).</summary>
    public static bool IsValued(Indicator row) => row.Id is "charity.raised" or "charity.fund" or "charity.project" or "charity.aid" or "charity.aid_amount";

    /// <summary>The rows or the period come from the sentence before.</summary>
    public bool FollowsUp { get; init; }

    /// <summary>The rows were not said, so all are meant.</summary>
    public bool RowsAssumed { get; init; }

    private protected override string Print() => Join(
        [Ask.ToString().ToLowerInvariant(), Each is null ? null : $"each-{Each.ToString()!.ToLowerInvariant()}", Rows, PrintedPeriod.Of(Period), .. Filters, InRows ? "in-rows" : null, FollowsUp ? "(follow-up)" : null]);
}

/// <summary>Only a part of the records is meant.</summary>
public abstract record Filter
{
    private protected Filter()
    {
    }

    /// <summary>As people say it.</summary>
    public abstract string Label { get; }
}

/// <param name="Mode">上门, 电话, 视频, 到站, 集体.</param>
public sealed record ModeFilter(string Mode) : Filter
{
    public override string Label => Mode;

    public override string ToString() => $"mode:{Mode}";
}

/// <summary>Of the one who asks (我做了几次).</summary>
public sealed record MineFilter : Filter
{
    public override string Label => "我";

    public override string ToString() => "mine";
}

/// <param name="Worker">A colleague's name as the station knows it.</param>
public sealed record WorkerFilter(string Worker) : Filter
{
    public override string Label => Worker;

    public override string ToString() => $"worker:{Worker}";
}

/// <param name="Tag">独居, 高龄 …</param>
public sealed record TagFilter(string Tag) : Filter
{
    public override string Label => Tag;

    public override string ToString() => $"tag:{Tag}";
}

/// <summary>今天那三条都传了, 没传 128: records were uploaded to 中国社会工作网, or were not after all.</summary>
/// <param name="Uploaded">False takes the marks back.</param>
public sealed record UploadMark(bool Uploaded) : Reading
{
    /// <summary>The numbers of the records, where they were said.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];

    /// <summary>Of the service, where it was said.</summary>
    public Period? Days { get; init; }

    /// <summary>How many it should be, where that was said.</summary>
    public int? Count { get; init; }

    /// <summary>Only of these rows, where any were said.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>刚才那条.</summary>
    public bool IsLast { get; init; }

    private protected override string Print() => Join(
        [Uploaded ? "uploaded" : "not-uploaded", .. Numbers.Select(number => $"#{number}"), IsLast ? "last" : null, Count is null ? null : $"n={Count}", Rows, PrintedPeriod.Of(Days)]);
}

/// <summary>哪些记录缺照片, 还有几条没上传, 128号的材料齐了吗, 材料齐的有几项.</summary>
/// <param name="Kind">Of which evidence; null for all.</param>
/// <param name="Rows">Null for all.</param>
public sealed record EvidenceQuestion(EvidenceKind? Kind, RowSet? Rows, Period? Period) : Reading
{
    /// <summary>The record that is asked about.</summary>
    public long? Number { get; init; }

    /// <summary>刚才那条 is asked about.</summary>
    public bool IsLast { get; init; }

    /// <summary>Of the one who asks.</summary>
    public bool IsMine { get; init; }

    /// <summary>材料齐的有几项: how many rows are ready.</summary>
    public bool InRows { get; init; }

    private protected override string Print() => Join(
        "evidence", Kind?.ToString(), Number is null ? null : $"#{Number}", IsLast ? "last" : null, IsMine ? "mine" : null, InRows ? "in-rows" : null, Rows, PrintedPeriod.Of(Period));
}

/// <summary>导出养老需求调研台账, 生成骨干名册, 导出9月台账.</summary>
/// <param name="Rows">Null when none were said.</param>
/// <param name="IsLedger">台账 or 名册 was said; else only records are wanted.</param>
public sealed record ExportRequest(RowSet? Rows, Period? Period, bool IsLedger) : Reading
{
    private protected override string Print() => Join("export", IsLedger ? "ledger" : "records", Rows, PrintedPeriod.Of(Period));
}

/// <summary>A question or an order of a known family that has no reading of its own yet.</summary>
public sealed record OtherRequest(RequestFamily Family, RowSet? Rows, Period? Period) : Reading
{
    private protected override string Print() => Join("other", Family.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period));
}

public enum RequestFamily
{
    Evidence,
    People,
    PeopleServed,
    Roster,
    Cases,
    Money,
    Records,
    Due,
    Forecast,
    Compare,
    ByMonth,
    Rule,
    Sessions,
    Export,
    Stations,
    Settings,
    Edit,
}

public sealed record HelpRequest : Reading
{
    private protected override string Print() => "help";
}

public sealed record Greeting : Reading
{
    private protected override string Print() => "greeting";
}

/// <summary>An empty form, some of its fields already known (记养老关爱).</summary>
/// <param name="Form">One of <see cref="Lexicon.Forms"/>.</param>
/// <param name="Area">The task's id, where it was said.</param>
/// <param name="Topic">link, care or revisit, where it was said.</param>
/// <param name="Day">Where it was said.</param>
public sealed record FormRequest(string Form, string? Area, string? Topic, DateOnly? Day) : Reading
{
    /// <summary>上门, 电话 …, where it was said.</summary>
    public string? Mode { get; init; }

    private protected override string Print() => Join("form", Form, Area, Topic, Mode, Day?.ToString("yyyy-MM-dd"));
}

/// <param name="Number">The record's number; the last record when none was said.</param>
public sealed record UndoRequest(long? Number) : Reading
{
    private protected override string Print() => Join("undo", Number);
}

/// <param name="Number">The record's number; the last one undone when none was said.</param>
public sealed record RestoreRequest(long? Number) : Reading
{
    private protected override string Print() => Join("restore", Number);
}

/// <summary>The lead asks for a code that lets others join.</summary>
public sealed record JoinCodeRequest : Reading
{
    private protected override string Print() => "join-code";
}

/// <param name="Code">In capital letters.</param>
public sealed record JoinWithCode(string Code) : Reading
{
    private protected override string Print() => Join("join", Code);
}

/// <summary>What the bot must not or cannot do; the answer offers what is possible.</summary>
public sealed record Refusal(RefusalKind Kind) : Reading
{
    private protected override string Print() => Join("refuse", Kind.ToString().ToLowerInvariant());
}

public enum RefusalKind
{
    /// <summary>帮我编两条.</summary>
    Fabricate,

    /// <summary>把李奶奶身份证号发群里.</summary>
    Privacy,

    /// <summary>今天天气怎么样.</summary>
    OutOfScope,
}

/// <summary>Something that was done, planned or tried: no question, and never counted as it stands.</summary>
public sealed record Told(RowSet? Rows, Period? Period) : Reading
{
    private protected override string Print() => Join("told", Rows, PrintedPeriod.Of(Period));
}

/// <summary>Not enough was understood to answer.</summary>
/// <param name="Understood">What was understood, as people read it; may be empty.</param>
/// <param name="Missing">The one question that would settle it.</param>
/// <param name="Choices">At most four sentences that the reader itself understands.</param>
public sealed record Unclear(string Understood, string Missing, IReadOnlyList<string> Choices) : Reading
{
    private protected override string Print() => Join("unclear", $"“{Understood}”", Missing, string.Join('/', Choices));
}

file static class PrintedPeriod
{
    public static string? Of(Period? period) => period switch
    {
        null => null,
        { Days: 1 } day => $"{day.First:yyyy-MM-dd}",
        { } days => $"{days.First:yyyy-MM-dd}..{days.Last:yyyy-MM-dd}",
    };
}
