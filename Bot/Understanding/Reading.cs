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

/// <summary>Of one person; whom a name means is for the answer to say, so no sentence reads as this alone.</summary>
/// <param name="Id">The person's.</param>
public sealed record PersonFilter(long Id, string Name) : Filter
{
    public override string Label => Name;

    public override string ToString() => $"person:{Id}";
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

/// <summary>One case or group: 李桂兰的个案, 3号个案, 李桂兰的个案交给小张.</summary>
/// <param name="Topic">case or group.</param>
/// <param name="Name">As it was typed; null where the number tells.</param>
public sealed record FileRequest(FileAsk Ask, string Topic, string? Name, int? Number) : Reading
{
    /// <summary>The colleague to whom it goes, as typed; null where nobody is named.</summary>
    public string? To { get; init; }

    private protected override string Print() => Join("file", Ask.ToString().ToLowerInvariant(), Topic, Name ?? $"#{Number}", To is null ? null : $"to:{To}");
}

/// <summary>What is to be done with a case or group.</summary>
public enum FileAsk
{
    Show,
    Session,
    Close,
    Reopen,
    HandOver,
}

/// <summary>Cases and groups by their state: 我的个案, 哪些个案停滞了, 这周该做哪些个案.</summary>
/// <param name="Rows">Of cases and groups only.</param>
/// <param name="Period">When they are due; null where it doesn't matter or wasn't said.</param>
public sealed record FileList(FileFilter Which, RowSet Rows, Period? Period) : Reading
{
    public bool IsMine { get; init; }

    /// <summary>A colleague's name as the station knows it.</summary>
    public string? Worker { get; init; }

    private protected override string Print() => Join(
        "files", Which.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period), IsMine ? "mine" : null, Worker is null ? null : $"worker:{Worker}");
}

public enum FileFilter
{
    Open,

    /// <summary>14 days without a session.</summary>
    Stalled,

    /// <summary>Five sessions held and still open.</summary>
    Closable,
    Closed,

    /// <summary>Its next date is in the period, or has passed.</summary>
    Due,
}

/// <summary>查李奶奶: all that the station knows of one person.</summary>
/// <param name="Name">As it was typed; whom it means is for the roster to say.</param>
public sealed record PersonQuestion(string Name) : Reading
{
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
/// <param name="Rows">Null where none were said.</param>
public sealed record PeopleQuestion(PeopleAsk Ask, RowSet? Rows, Period? Period) : Reading
{
    /// <summary>Longer than so many, for <see cref="PeopleAsk.NotContacted"/>.</summary>
    public int Days { get; init; }

    /// <summary>独居; null for all.</summary>
    public string? Tag { get; init; }

    /// <summary>Contacts that count (上门); null for all.</summary>
    public string? Mode { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The sentence without its 第2页.</summary>
    public static string WithoutPage(string sentence) => PeopleBinder.PageText().Replace(sentence, "");

    private protected override string Print() => Join(
        "people", Ask.ToString().ToLowerInvariant(), Rows, PrintedPeriod.Of(Period), Days == 0 ? null : $"{Days}-days", Tag, Mode, Page == 1 ? null : $"page-{Page}");
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

    /// <summary>As they were said; two or more, each of whom gets a record of its own (张三、李四、王五三户).</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>How many households were said, where that is another number than that of the names.</summary>
    public int? Households { get; init; }

    /// <summary>What was told beside them; may be empty.</summary>
    public string Content { get; init; } = "";

    private protected override string Print() =>
        Join("form", Form, Area, Topic, Mode, Day?.ToString("yyyy-MM-dd"), string.Join('+', Persons), Households is { } said ? $"({said})" : null, Content.Length > 0 ? $"“{Content}”" : null);
}

/// <param name="Number">The record's number; the last record when none was said.</param>
public sealed record UndoRequest(long? Number) : Reading
{
    /// <summary>撤销 alone, 撤销刚才的修改: the last change is to be taken back; else the record is to be voided.</summary>
    public bool LastChange { get; init; }

    /// <summary>刚才那三条: so many of the last records, two or more.</summary>
    public int? Count { get; init; }

    private protected override string Print() => Join("undo", LastChange ? "change" : null, Number, Count is { } count ? $"n={count}" : null);
}

/// <summary>修改128号, 金额改成1200元: the record's card, with what was said filled in.</summary>
/// <param name="Number">The last record when none was said.</param>
public sealed record EditRequest(long? Number, IReadOnlyList<FieldChange> Changes) : Reading
{
    /// <summary>What should have been a value and was not understood, as it was typed; may be empty.</summary>
    public string Unread { get; init; } = "";

    private protected override string Print() => Join(["edit", Number, .. Changes, Unread.Length > 0 ? $"?{Unread}" : null]);
}

/// <param name="Value">
/// A date as yyyy-MM-dd, an amount in 元, minutes and people as whole numbers, a mode as people say it, a domain's or topic's id; else as typed.
/// </param>
public sealed record FieldChange(EditField Field, string Value)
{
    /// <summary>Whom or what it replaces (不是李桂兰，是李桂芝).</summary>
    public string? Was { get; init; }

    public override string ToString() => $"{Field.ToString().ToLowerInvariant()}={(Was is null ? "" : Was + "→")}{Value}";
}

/// <summary>What of a record a sentence can change.</summary>
public enum EditField
{
    Date,
    Mode,
    Category,
    Domain,
    Amount,
    Minutes,
    People,
    Person,
    Name,
    Content,

    /// <summary>A sentence more, behind what stands there.</summary>
    MoreContent,
    Outcome,
}

/// <summary>128号记录谁改过: the record with its history.</summary>
/// <param name="Number">The last record when none was said.</param>
public sealed record HistoryRequest(long? Number) : Reading
{
    private protected override string Print() => Join("history", Number);
}

/// <summary>继续刚才的: the form that was opened and not saved.</summary>
/// <param name="Form">One of <see cref="Lexicon.Forms"/>, where it was said.</param>
public sealed record ResumeRequest(string? Form) : Reading
{
    private protected override string Print() => Join("resume", Form);
}

/// <summary>不记了: the opened form is given up.</summary>
public sealed record DropRequest : Reading
{
    private protected override string Print() => "drop";
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
