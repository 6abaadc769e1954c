using StationBot.Indicators;
using StationBot.Records;

namespace StationBot.Answers;

/// <summary>A record in a list: <c>#128 8月15日 养老服务·关爱帮扶 李桂兰</c> (product.md §5).</summary>
internal static class RecordLine
{
    /// <param name="withNames">False in groups (product.md §7).</param>
    public static string Of(Catalog catalog, ListedRecord listed, bool withNames = true)
    {
        var what = listed.Record.What;
        return Of(catalog, listed.Record.Number, what.Indicator, what.Date, withNames ? Whom(what) : "");
    }

    public static string Of(Catalog catalog, StationRecord record) => Of(catalog, record.Number, record.What.Indicator, record.What.Date, Whom(record.What));

    /// <param name="whom">Empty where nobody is to be named.</param>
    public static string Of(Catalog catalog, long number, string indicator, DateOnly date, string whom)
    {
        var row = catalog.Find(indicator) is { } known ? RowName.Of(known) : indicator;
        return $"#{number} {date.Month}月{date.Day}日 {row}{(whom.Length == 0 ? "" : " " + whom)}";
    }

    private static string Whom(RecordDraft what) => what.File?.Name
        ?? (what.Persons is [var only] ? only.Label : what.Persons is [var first, ..] ? $"{first.Label}等 {what.Persons.Count} 人" : what.Name ?? "");
}
