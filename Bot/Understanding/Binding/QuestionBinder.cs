using StationBot.Indicators;
using StationBot.Understanding.Binding.Telling;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Everything that is no order: questions about rows, and what is told.</summary>
internal static class QuestionBinder
{
    public static Reading Bind(Sentence sentence)
    {
        var invalid = sentence.First(WordKind.Period) is { Period.IsInvalid: true } day ? day.Typed : null;
        if (invalid is null && RosterBinder.Bind(sentence) is { } change)
            return change;
        if (invalid is null && (RecordBinder.BindOne(sentence) ?? RecordBinder.BindEvent(sentence) ?? AttendanceBinder.BindSession(sentence) ?? PersonBinder.BindNoun(sentence) ?? RecordBinder.BindNoun(sentence) ?? PeopleBinder.BindNoun(sentence)) is { } plain)
            return plain;
        if (sentence.HasOnly(FormVerb, Join) && sentence.Has(FormVerb, Join))
            return sentence.Has(Join) ? UnclearTexts.JoinNeedsCode() : UnclearTexts.WhichForm();
        if (ContextBinder.BindBare(sentence) is { } bare)
            return bare;
        // 王大爷多久没去了 is asked, whatever was done or not.
        if (invalid is null && EndsAsking(sentence) && PersonBinder.Bind(sentence, RowBinder.Bind(sentence)) is PersonQuestion ofOne)
            return ofOne;
        // Stories are read by their characters; one in letters is asked back.
        if (!System.Text.Ascii.IsValid(sentence.Text) && TellingBinder.Bind(sentence) is { } told)
            return told;
        if (invalid is not null)
            return UnclearTexts.NoSuchDay(sentence, invalid);
        if (sentence.Has(Undo, Restore) && !sentence.Asks)
            return UnclearTexts.WhichRecord(sentence);
        var rows = RowBinder.Bind(sentence);
        if (rows is { Count: 0 })
            return UnclearTexts.RowsDontMatch(sentence);
        if (sentence.ExceptedCondition is { } excepted)
            return UnclearTexts.CannotExcept(sentence, excepted, rows);
        if ((PersonBinder.Bind(sentence, rows) ?? RecordBinder.Bind(sentence, rows) ?? PeopleBinder.Bind(sentence, rows)) is { } people)
            return people;
        if (FamilyBinder.Bind(sentence, rows) is { } other)
            return other;
        if (AskBinder.Bind(sentence, rows) is { } ask)
            return DueBinder.BindThere(sentence, ask, rows) ?? BindStatus(sentence, ask, rows);
        return (Reading?)ContextBinder.BindChange(sentence, rows) ?? FileBinder.BindBare(sentence) ?? (Reading)UnclearTexts.NoQuestion(sentence, rows);
    }

    /// <summary>赵小丽的联系方式, 收到过慰问品吗: the last word asks of somebody, and nothing is done for the person.</summary>
    private static bool EndsAsking(Sentence sentence) =>
        sentence.Has(Person)
        && !sentence.Text.Contains('给', StringComparison.Ordinal)
        && (sentence.EndsWithYesNo || sentence.Text.Contains("多久", StringComparison.Ordinal) || sentence.Text.Contains("多长时间", StringComparison.Ordinal) || (!sentence.Has(Did, Narrative) && sentence.Tokens.LastOrDefault(token => token.Kind is not (Filler or Punctuation)) is { Kind: AskingFamily or Family }))
        && !TrapWords.NoQuestion.IsMatch(sentence.Text);

    /// <summary>Whoever knows what is asked about the rows.</summary>
    public static Reading BindStatus(Sentence sentence, StatusAsk ask, RowSet? rows)
    {
        if ((sentence.Unread is { Length: > 0 } unknown ? unknown : Conditions.Unheeded(sentence, ask)) is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, ask, rows ?? AskBinder.RowsOf(sentence, ask));
        // 发了多少钱 is asked of what was given out, and never of 救助 as a domain.
        if (ask == StatusAsk.Money && rows is not null && !rows.Any(StatusQuestion.IsValued) && rows.All(row => row.Area.Id == "relief"))
            rows = sentence.AllRows.Only(sentence.AllRows.Where(row => row.Id == "charity.aid"));
        var periods = StatusDays.Of(sentence, ask, rows);
        var span = periods.Count > 1 && (sentence.Has(And) || sentence.Text.AsSpan().IndexOfAny('各', '别') >= 0 || StatusDays.Adjoin(sentence)) && !sentence.Has(FollowUp) ? PeriodRow.Of([.. periods.Select(period => period.Period)]) : null;
        if (periods.Count > 1 && span is null)
            return ask == StatusAsk.Count && periods.Count <= 4 && sentence.Has(And) && !sentence.Has(FollowUp) ? CompareBinder.Of(sentence, rows, [.. periods.Select(period => period.Period)]) : UnclearTexts.SeveralPeriods(sentence, ask, rows);
        Period? period = span?.Days ?? (periods is [var (first, _), ..] ? first : null);
        var follows = rows is null && sentence.Has(FollowUp) ? sentence.Context.Fresh as Question : null;
        if (follows is not null)
            (rows, period) = (follows.Rows, period ?? follows.Period);
        rows ??= AskBinder.RowsOf(sentence, ask);
        var assumed = rows is null;
        var inRows = ask == StatusAsk.Remaining && sentence.CountsRows;
        if (assumed && !inRows && !AskBinder.MeansAll(sentence, ask, period))
            return UnclearTexts.WhichRows(sentence, ask);
        rows ??= sentence.AllRows;
        return new StatusQuestion(ask, rows, period)
        {
            // Targets are the station's, so 我还差几次 asks for them.
            Filters = [.. FilterBinder.Bind(sentence).Where(filter => filter is not MineFilter || ask is StatusAsk.Count or StatusAsk.SessionsHeld or StatusAsk.Money)],
            Each = AskBinder.EachOf(sentence, ask) ?? span?.Each ?? AskBinder.EachLeftOut(sentence, rows, period),
            RowsAssumed = assumed,
            InRows = inRows,
            ListsRows = sentence.CountsRows || sentence.Has(What) || AskBinder.ListsWhatIsDone(sentence),
            FollowsUp = follows is not null,
        };
    }
}
