using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Texts that are wanted: a ledger, news, a note of a session, a brief of a period.</summary>
internal static class ReportBinder
{
    public static Reading? Bind(Sentence sentence)
    {
        var writes = sentence.IsAbout(Matter.Write) || sentence.Has(Order);
        if (writes && IsNews(sentence))
            return Draft(sentence, isNews: true);
        if (sentence.IsAbout(Matter.Write) && (sentence.IsAbout(Matter.Note) || sentence.Tokens.Any(IsOneFile)))
            return Draft(sentence, isNews: false);
        // 做一份9月台账.
        if (sentence.IsAbout(Matter.Write) && sentence.Tokens.Any(token => token is { Kind: Family, Text: EvidenceVocabulary.Ledger or EvidenceVocabulary.NameList }))
            return EvidenceBinder.Bind(sentence, RequestFamily.Export, RowBinder.Bind(sentence));
        return Brief(sentence);
    }

    /// <summary>九月的工作汇报给我拢个三五句: for whom it is and how long it may be says nothing of what is in it.</summary>
    public static ReportQuestion? Compose(Sentence sentence)
    {
        if (sentence.Has(Person, Form, Remaining, Row) || sentence.Unhinted.Length > 0)
            return null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } || PeriodsOf(sentence) is { Count: > 1 } ? null : Of(sentence, rows);
    }

    private static ReportQuestion? Brief(Sentence sentence)
    {
        var isNamed = sentence.IsAbout(Matter.Report);
        // 汇总了需求信息18份 was done.
        if (sentence.Tokens.Zip(sentence.Tokens.Skip(1)).Any(pair => pair is { First: { Kind: About, Meaning: nameof(Matter.Write) }, Second.Text: "了" }))
            return null;
        if (sentence.Has(Narrative, Person, Family, Form, Remaining) || (!isNamed && (!sentence.IsAbout(Matter.Write) || sentence.Periods.Count == 0)))
            return null;
        // Told of an activity or a case, 总结 is what was done there.
        if (!sentence.IsAbout(Matter.Write) && !sentence.Has(Order) && (sentence.Has(Did, WordKind.Topic, Row, Number) || sentence.Unknown.Length > 0))
            return null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } || PeriodsOf(sentence).Count > 1 || sentence.Unknown.Length > 0 ? null : Of(sentence, rows);
    }

    /// <summary>明儿例会上要说: when it is wanted for; what is to come has nothing to report.</summary>
    private static List<Indicators.Period> PeriodsOf(Sentence sentence) =>
        [.. sentence.Periods.Where(one => sentence.Periods.Count == 1 || !(one.Period.First > DateOnly.FromDateTime(sentence.Context.Now) || IsOfMeeting(sentence, one.Typed))).Select(one => one.Period)];

    /// <summary>周五例会要用.</summary>
    private static bool IsOfMeeting(Sentence sentence, string typed) =>
        sentence.Text.IndexOf(typed, StringComparison.Ordinal) is >= 0 and var at && sentence.Text.AsSpan(at + typed.Length).TrimStart('的') is ['例' or '会' or '开', ..];

    private static ReportQuestion Of(Sentence sentence, RowSet? rows) =>
        new(rows ?? sentence.AllRows, PeriodsOf(sentence) is [var said] ? said : Named(sentence, DateOnly.FromDateTime(sentence.Context.Now)))
        {
            RowsAssumed = rows is null,
            Filters = FilterBinder.Bind(sentence),
        };

    /// <summary>周报 is of this week, 季报 of this quarter; null where the name tells nothing.</summary>
    private static Indicators.Period? Named(Sentence sentence, DateOnly today) => sentence.Tokens.FirstOrDefault(token => token is { Kind: About, Meaning: nameof(Matter.Report) }).Text switch
    {
        ['周', ..] => Indicators.Period.WeekOf(today),
        ['月', ..] => Indicators.Period.MonthOf(today),
        ['季', ..] => Indicators.Period.QuarterOf(today),
        ['年', ..] => sentence.Context.ProjectYears.Select(year => (Indicators.Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(today)),
        _ => null,
    };

    public static DraftRequest? Draft(Sentence sentence, bool isNews)
    {
        long? number = CommandBinder.RecordNumber(sentence) is > 0 and var said ? said : null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } || sentence.Periods.Count > 1 ? null : new DraftRequest(isNews, number, rows, number is null ? sentence.FirstPeriod : null)
        {
            Name = sentence.First(Person)?.Typed,
        };
    }

    private static bool IsNews(Sentence sentence) =>
        sentence.IsAbout(Matter.News) || sentence.Tokens.Any(token => token.Kind == Family && EvidenceVocabulary.KindOf(token.Text) == EvidenceKind.News);

    private static bool IsOneFile(Token token) => token is { Kind: Form, Meaning: Forms.CaseSession or Forms.GroupSession } or { Kind: WordKind.Topic, Meaning: "case" or "group" }
        || (token.Kind == Family && EvidenceVocabulary.KindOf(token.Text) == EvidenceKind.ActivityRecord);
}
