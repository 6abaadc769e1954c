using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>Sentences with a word that nearly decides what they are about; whoever can't make a reading of it leaves it to the next.</summary>
internal static class MatterBinder
{
    private static readonly (Matter Matter, Func<Sentence, Reading?> Bind)[] Binders =
    [
        (Matter.Explain | Matter.Why, ExplainBinder.Bind),
        (Matter.Digest | Matter.Report | Matter.Leave | Matter.Snooze | Matter.Reminder, SettingsBinder.Bind),
        (Matter.Stations | Matter.Station | Matter.Closing, StationsBinder.Bind),
        (Matter.Late | Matter.Backfill | Matter.Reuse, QualityBinder.Bind),
        (Matter.Attendance | Matter.Regular | Matter.Rare, AttendanceBinder.Bind),
        (Matter.Candidate, BindShowcase),
        (Matter.Review | Matter.Gaps, ReviewBinder.Bind),
        (Matter.Write | Matter.Report | Matter.News, ReportBinder.Bind),
        (RuleBinder.Words, RuleBinder.Bind),
    ];

    public static Reading? Bind(Sentence sentence)
    {
        if (sentence.Matters == Matter.None)
            return null;
        foreach (var (matter, bind) in Binders)
        {
            if (sentence.IsAbout(matter) && bind(sentence) is { } reading)
                return reading;
        }

        return null;
    }

    /// <summary>哪个案例适合当成功案例, 哪些个案能拿来写成功案例.</summary>
    private static Reading? BindShowcase(Sentence sentence) =>
        sentence.Tokens.Any(token => token is { Kind: WordKind.Topic or WordKind.Form, Meaning: Showcase }) && !sentence.Has(WordKind.Narrative) ? BindCandidates(sentence) : null;

    public static Reading? BindCandidates(Sentence sentence)
    {
        var catalog = sentence.Context.Vocabulary.Catalog;
        // 个案 and 小组 say what it may be made of.
        var areas = sentence.Tokens.Where(token => token.Kind == WordKind.Area).Select(token => token.Meaning).ToHashSet();
        var rows = new RowSet(catalog, catalog.OfTopic(Showcase).Where(row => areas.Count == 0 || areas.Contains(row.Area.Id)));
        return rows.Count == 0 || sentence.Periods.Count > 1 ? null
            : sentence.Unhinted is { Length: > 0 } unknown ? Lexicon.UnclearTexts.Unread(unknown, ["哪些个案适合当成功案例"])
            : new ShowcaseQuestion(rows, sentence.FirstPeriod) { Filters = FilterBinder.Bind(sentence), RowsAssumed = areas.Count == 0 };
    }

    private const string Showcase = "showcase";
}
