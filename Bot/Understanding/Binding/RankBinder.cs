using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>哪个月做得最多, 四个领域谁完成得最好, 我和小王谁录得多.</summary>
internal static class RankBinder
{
    /// <summary>Of two tasks it is asked how far they are, and not how much was done.</summary>
    private static readonly string[] Completion = ["完成", "做得好", "最好", "最差"];

    private static readonly string[] Weeks = ["哪周", "哪一周", "哪个星期", "哪几周"];

    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        var workers = WorkersOf(sentence);
        if (sentence.Has(Person) || sentence.Periods.Count > 1 || (OrderOf(sentence) is null && workers.Count < 2))
            return null;
        if (ByOf(sentence, rows, workers) is not { } by)
            return null;
        if ((sentence.Unread is { Length: > 0 } unknown ? unknown : Conditions.Unheeded(sentence, StatusAsk.Count)) is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, UnclearTexts.NameOf(by), rows);
        return Of(sentence, rows, by) with { IsLeast = OrderOf(sentence) ?? false, Workers = by == RankBy.Worker ? workers : [] };
    }

    /// <summary>Whoever knows what is put in order.</summary>
    public static RankQuestion Of(Sentence sentence, RowSet? rows, RankBy by)
    {
        // 除了老人，哪个领域: of the others, domains only.
        if ((rows is null || (sentence.Has(Except) && rows.Any(row => row.Area.IsDomain))) && by == RankBy.Area && OverTimeWords.Domains.Any(sentence.Text.Contains))
            rows = sentence.AllRows.Only((rows ?? sentence.AllRows).Where(row => row.Area.IsDomain));
        return new RankQuestion(by, rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Filters = [.. FilterBinder.Bind(sentence).Where(filter => by != RankBy.Worker || filter is not (WorkerFilter or MineFilter))],
        };
    }

    /// <summary>Whom the sentence names; null for the one who asks.</summary>
    private static List<string?> WorkersOf(Sentence sentence) =>
        [.. sentence.Tokens.Where(token => token.Kind is Worker or Mine).Select(token => token.Kind == Mine ? null : token.Meaning).Distinct()];

    /// <summary>Whether the least comes first; null where nothing is put in order.</summary>
    private static bool? OrderOf(Sentence sentence) =>
        sentence.Tokens.Where(token => token.Kind == AskingFamily).Select(token => OverTimeWords.IsLeast(token.Word.Text)).FirstOrDefault(least => least is not null);

    private static RankBy? ByOf(Sentence sentence, RowSet? rows, List<string?> workers)
    {
        var text = sentence.Text;
        if (Weeks.Any(text.Contains))
            return RankBy.Week;
        if (sentence.First(WhichMonths) is { } which)
            return which.Meaning == nameof(Assessment.Month) ? RankBy.Month : RankBy.Quarter;
        if (OverTimeWords.Villages.Any(text.Contains))
            return RankBy.Village;
        if (OverTimeWords.Areas.Any(text.Contains))
            return RankBy.Area;
        // 老人和残疾人哪个做得多 compares two; with 最 in three or more words it is an order.
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().Count();
        if (workers.Count < 2 && (areas > 2 || (areas == 2 && Completion.Any(text.Contains))))
            return RankBy.Area;
        if (areas < 2 && (workers.Count > 1 || (OverTimeWords.Workers.Any(text.Contains) && !OverTimeWords.OfPersons.Any(text.Replace("老人", "", StringComparison.Ordinal).Replace("孩子", "", StringComparison.Ordinal).Contains) && !PointsAtPersons(text))))
            return RankBy.Worker;
        // 我排第几.
        return OverTimeWords.SingleRows.Any(text.Contains) && rows is not [_] ? RankBy.Row : workers.Count > 0 && areas < 2 ? RankBy.Worker : null;
    }

    /// <summary>哪个老人, 哪些孩子, 谁家.</summary>
    private static bool PointsAtPersons(string text) => text.Contains("哪个老人", StringComparison.Ordinal) || text.Contains("哪些老人", StringComparison.Ordinal) || text.Contains("哪个孩子", StringComparison.Ordinal) || text.Contains("哪些孩子", StringComparison.Ordinal);
}
