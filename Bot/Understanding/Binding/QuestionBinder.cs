using StationBot.Indicators;
using StationBot.Understanding.Binding.Telling;
using StationBot.Understanding.Lexicon;
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
        if (invalid is null && PeopleBinder.BindChange(sentence) is { } change)
            return change;
        if (sentence.HasOnly(FormVerb, Join) && sentence.Has(FormVerb, Join))
            return sentence.Has(Join) ? UnclearTexts.JoinNeedsCode() : UnclearTexts.WhichForm();
        if (TellingBinder.Bind(sentence) is { } told)
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
        if (PeopleBinder.Bind(sentence, rows) is { } people)
            return people;
        if (FamilyBinder.Bind(sentence, rows) is { } other)
            return other;
        if (AskBinder.Bind(sentence, rows) is { } ask)
            return BindStatus(sentence, ask, rows);
        return (Reading?)FollowUpBinder.Bind(sentence, rows) ?? UnclearTexts.NoQuestion(sentence, rows);
    }

    private static Reading BindStatus(Sentence sentence, StatusAsk ask, RowSet? rows)
    {
        if ((sentence.Unread is { Length: > 0 } unknown ? unknown : Conditions.Unheeded(sentence, ask)) is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, ask, rows ?? AskBinder.RowsOf(sentence, ask));
        var periods = sentence.Periods;
        if (periods.Count > 1)
            return UnclearTexts.SeveralPeriods(sentence, ask, rows);
        Period? period = periods is [var (said, _)] ? said : null;
        var follows = rows is null && sentence.Has(FollowUp) ? FollowUpBinder.Previous(sentence) : null;
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
            Each = AskBinder.EachOf(sentence, ask),
            RowsAssumed = assumed,
            InRows = inRows,
            ListsRows = sentence.CountsRows || sentence.Has(What),
            FollowsUp = follows is not null,
        };
    }
}
