using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>根据128号写条新闻: a text is wanted that only people write well; the facts for it are known.</summary>
/// <param name="IsNews">Else a note of a session.</param>
/// <param name="Number">Of the record, where it was said.</param>
public sealed record DraftRequest(bool IsNews, long? Number, RowSet? Rows, Period? Period) : Reading
{
    public override string Intent => IsNews ? "draft.news" : "draft.session_note";

    /// <summary>Whose case, or which group, as it was typed.</summary>
    public string? Name { get; init; }

    private protected override string Print() => Join("draft", IsNews ? "news" : "note", Number is null ? null : $"#{Number}", Name, Rows, PrintedPeriod.Of(Period));
}
