using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>上半年跟下半年比, 这个月比上个月, 去年这个时候, 老人和残疾人哪个做得多.</summary>
internal static class CompareBinder
{
    /// <summary>More don't stand in one line.</summary>
    private const int MostSides = 4;

    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(Person))
            return null;
        var parts = PartsOf(sentence);
        var periods = parts.Count > 1 && sentence.Periods.Count < 2 ? [] : PeriodsOf(sentence);
        var sets = periods.Count < 2 ? SetsOf(sentence, rows) : [];
        if (periods.Count == 0 && parts.Count is > 1 and <= MostSides && Unread(sentence).Length == 0)
        {
            return new CompareQuestion(rows ?? sentence.AllRows, sentence.FirstPeriod)
            {
                RowsAssumed = rows is null,
                Parts = parts,
                Filters = [.. FilterBinder.Bind(sentence).Except(parts)],
            };
        }

        if (parts.Count > 1 || (periods.Count < 2 && sets.Count < 2) || periods.Count > MostSides || sets.Count > MostSides || periods.Distinct().Count() < periods.Count)
            return null;
        if (Unread(sentence) is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, "上半年跟下半年比", rows, withPeriod: false);
        return periods.Count > 1 ? Of(sentence, rows, periods) : new CompareQuestion(rows!, sentence.FirstPeriod) { Sets = sets, Filters = FilterBinder.Bind(sentence) };
    }

    /// <summary>红旗村和东风社区比: parts of one kind, and a word that compares them.</summary>
    public static bool ComparesParts(Sentence sentence) =>
        sentence.Tokens.Any(token => token is { Kind: Family or AskingFamily, Meaning: nameof(RequestFamily.Compare) }) && sentence.Periods.Count < 2 && PartsOf(sentence).Count > 1;

    /// <summary>Who is asked for by 谁走访多 as well.</summary>
    private static string Unread(Sentence sentence) =>
        sentence.Unread is { Length: > 0 } unknown && unknown is not ("多" or "少" or "好" or "高" or "低" or "快" or "强") ? unknown : Conditions.Unheeded(sentence, StatusAsk.Count);

    /// <summary>The villages, tags or modes of which several were said.</summary>
    private static List<Filter> PartsOf(Sentence sentence) =>
        FilterBinder.Bind(sentence).Where(filter => filter is VillageFilter or TagFilter or ModeFilter).GroupBy(filter => filter.GetType()).FirstOrDefault(kind => kind.Skip(1).Any())?.ToList() ?? [];

    public static CompareQuestion Of(Sentence sentence, RowSet? rows, IReadOnlyList<Period> periods) =>
        new(rows ?? sentence.AllRows, new Period(periods.Min(period => period.First), periods.Max(period => period.Last)))
        {
            RowsAssumed = rows is null,
            Periods = periods,
            Filters = FilterBinder.Bind(sentence),
        };

    /// <summary>去年这个时候: the same days a year ago can only be asked for beside those of this year.</summary>
    public static bool SaysSameTime(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind == WordKind.Period && token.Period.IsSameTime)
                return true;
        }

        return false;
    }

    /// <summary>Those that were said; beside a single one, what it is compared with.</summary>
    private static List<Period> PeriodsOf(Sentence sentence)
    {
        var said = sentence.Periods.Select(period => period.Period).ToList();
        if (said.Count > 1)
            return said;
        var clock = new PeriodClock(DateOnly.FromDateTime(sentence.Context.Now), sentence.Context.ProjectYears);
        var only = said.Count == 1 ? said[0] : (Period?)null;
        if (SaysSameTime(sentence))
            return [only!.Value, clock.YearOf(clock.Today) is var year && only.Value.Last.AddYears(1) == clock.Today ? new Period(year.First, clock.Today) : Shift(only.Value, 12)];
        if (sentence.Tokens.Any(token => token.Kind == AskingFamily && OverTimeWords.IsOnYear(token.Word.Text)))
            return OnYear(only ?? clock.ThisYear, clock.Today);
        if (sentence.Tokens.Any(token => token.Kind == AskingFamily && OverTimeWords.IsOnLast(token.Word.Text)))
            return OnLast(only ?? Indicators.Period.MonthOf(clock.Today));
        // 关爱比上个月多吗: with the month that runs.
        if (only is not { } one || !sentence.Tokens.Any(token => token.Kind is Family or AskingFamily && token.Text.Contains('比', StringComparison.Ordinal)) || SetsOf(sentence, RowBinder.Bind(sentence)).Count > 1)
            return said;
        return one.Contains(clock.Today) ? OnLast(one) : Current(one, clock) is { } current ? [current, one] : said;
    }

    /// <summary>What runs is compared with as many days of the year before.</summary>
    private static List<Period> OnYear(Period period, DateOnly today)
    {
        var gone = period.Contains(today) ? new Period(period.First, today) : period;
        return [gone, Shift(gone, -12)];
    }

    private static List<Period> OnLast(Period period) => period switch
    {
        _ when period == Indicators.Period.MonthOf(period.First) => [period, Indicators.Period.MonthOf(period.First.AddDays(-1))],
        _ when period == Indicators.Period.QuarterOf(period.First) => [period, Indicators.Period.QuarterOf(period.First.AddDays(-1))],
        _ when period.Days is 1 or 7 => [period, new Period(period.First.AddDays(-period.Days), period.First.AddDays(-1))],
        _ => [period, Shift(period, -12)],
    };

    /// <summary>The one of the same length that runs; null where the days are no such unit.</summary>
    private static Period? Current(Period period, PeriodClock clock) =>
        period == Indicators.Period.MonthOf(period.First) ? Indicators.Period.MonthOf(clock.Today)
        : period == Indicators.Period.QuarterOf(period.First) ? Indicators.Period.QuarterOf(clock.Today)
        : period == Indicators.Period.WeekOf(period.First) ? Indicators.Period.WeekOf(clock.Today)
        : period.Days == 1 ? Indicators.Period.Day(clock.Today)
        : period.First.AddYears(1) == clock.ThisYear.First ? clock.ThisYear
        : null;

    private static Period Shift(Period period, int months)
    {
        var last = period.Last.AddDays(1).AddMonths(months).AddDays(-1);
        return new Period(period.First.AddMonths(months), last);
    }

    /// <summary>The tasks that were named, or, of one task or none, the topics.</summary>
    private static List<RowSet> SetsOf(Sentence sentence, RowSet? rows)
    {
        if (rows is null)
            return [];
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).Distinct().ToList();
        if (areas.Count > 1)
            return Sets(areas.Select(area => rows.Where(row => row.Area.Id == area)));
        var topics = sentence.Tokens.Where(token => token.Kind is WordKind.Topic or Row).Select(token => token.Meaning).Distinct().ToList();
        return topics.Count > 1 ? Sets(topics.Select(topic => rows.Where(row => row.Id == topic || topic.Split('+').Contains(row.Topic)))) : [];

        List<RowSet> Sets(IEnumerable<IEnumerable<Indicator>> parts) => [.. parts.Select(part => part.ToList()).Where(part => part.Count > 0).Select(part => rows.Only(part))];
    }
}
