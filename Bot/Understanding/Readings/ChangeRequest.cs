using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <param name="Number">The record's number; the last record when none was said.</param>
public sealed record UndoRequest(long? Number) : Reading
{
    public override string Intent => LastChange || TakesBack ? "action.undo" : "action.void";

    /// <summary>撤回, and not 删掉: the same is done, where the last record is meant.</summary>
    public bool TakesBack { get; init; }

    /// <summary>撤销 alone, 撤销刚才的修改: the last change is to be taken back; else the record is to be voided.</summary>
    public bool LastChange { get; init; }

    /// <summary>刚才那三条: so many of the last records, two or more.</summary>
    public int? Count { get; init; }

    /// <summary>昨天何大爷那条回访: where it is said by what it says; null where it isn't.</summary>
    public RecordSought? Sought { get; init; }

    private protected override string Print() => Join("undo", LastChange ? "change" : null, Number, Count is { } count ? $"n={count}" : null, Sought);
}

/// <summary>A record as people tell which they mean: whose, of which days, of which rows. Null where that wasn't said.</summary>
/// <param name="Person">As it was typed.</param>
public sealed record RecordSought(string? Person, Period? Days, RowSet? Rows)
{
    public override string ToString() => string.Join(' ', new[] { Person, PrintedPeriod.Of(Days), Rows?.ToString() }.OfType<string>());
}

/// <summary>修改128号, 金额改成1200元: the record's card, with what was said filled in.</summary>
/// <param name="Number">The last record when none was said.</param>
public sealed record EditRequest(long? Number, IReadOnlyList<FieldChange> Changes) : Reading
{
    public override string Intent => "action.edit";

    /// <summary>What should have been a value and was not understood, as it was typed; may be empty.</summary>
    public string Unread { get; init; } = "";

    /// <summary>上一条, 刚才记的: one that is saved, even where a card is open that isn't.</summary>
    public bool IsSaved { get; init; }

    /// <summary>李奶奶那条; null where it wasn't said so.</summary>
    public RecordOf? Of { get; init; }

    private protected override string Print() => Join(["edit", Number, Of?.Person, .. Changes, Unread.Length > 0 ? $"?{Unread}" : null]);
}

/// <summary>The record of a person.</summary>
/// <param name="Phrase">The words that say so: 李奶奶那条.</param>
public sealed record RecordOf(string Person, string Phrase);

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
    public override string Intent => IsContents ? "record.detail" : "audit.record";

    /// <summary>128号记的啥: what it says, and not who changed it.</summary>
    public bool IsContents { get; init; }

    private protected override string Print() => Join(IsContents ? "record" : "history", Number);
}

/// <param name="Number">The record's number; the last one undone when none was said.</param>
public sealed record RestoreRequest(long? Number) : Reading
{
    public override string Intent => "action.restore";

    private protected override string Print() => Join("restore", Number);
}
