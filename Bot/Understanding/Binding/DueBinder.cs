using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>本周到期的, 下周有几节小组, 月底前我得跑几趟.</summary>
internal static class DueBinder
{
    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        // 明天要去红旗村 tells a plan.
        if (sentence.Has(Person) || (!sentence.Asks && sentence.Has(Village, Mode)) || OverTimeBinder.IsStatus(sentence, RequestFamily.Due))
            return null;
        if (sentence.Unread is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, "到期的有哪些", rows);
        return Of(sentence, rows);
    }

    /// <summary>Whoever knows that it is asked what is to be done.</summary>
    public static DueQuestion? Of(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(Person) || !DueDays.TryRead(sentence, out var days))
            return null;
        // 明天安排了哪几户走访: visits of whatever kind.
        if (rows is not null && RowBinder.NamesOnlyVisits(sentence))
            rows = null;
        return new DueQuestion(rows ?? sentence.AllRows, days)
        {
            RowsAssumed = rows is null,
            CountsTrips = sentence.Tokens.Any(token => token.Kind == Family && OverTimeWords.CountsTrips(token.Text)),
            Filters = FilterBinder.Bind(sentence),
        };
    }

    /// <summary>后天有小组吗.</summary>
    public static DueQuestion? BindThere(Sentence sentence, StatusAsk ask, RowSet? rows) =>
        ask == StatusAsk.Remaining && rows is not null && rows.All(row => row.Counting == CountingRule.Sessions) && !sentence.Has(Remaining, Did) ? BindSessions(sentence, rows) : null;

    /// <summary>下周有几节小组: of days to come, sessions are those that were agreed on.</summary>
    public static DueQuestion? BindSessions(Sentence sentence, RowSet? rows)
    {
        if (sentence.FirstPeriod is null || !DueDays.TryRead(sentence, out var days) || days is not { } coming || coming.First <= DateOnly.FromDateTime(sentence.Context.Now))
            return null;
        if (sentence.Has(Person, Remaining) || sentence.Unread.Length > 0)
            return null;
        var meant = (rows ?? sentence.AllRows).Where(row => row.Counting == CountingRule.Sessions).ToList();
        return meant.Count == 0 ? null : new DueQuestion(sentence.AllRows.Only(meant), days)
        {
            RowsAssumed = rows is null,
            OnlySessions = true,
            Filters = FilterBinder.Bind(sentence),
        };
    }
}
