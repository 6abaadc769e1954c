using StationBot.Indicators;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>Which days are asked of targets: 到今天为止 is when it is asked, and not of what.</summary>
internal static class StatusDays
{
    private static readonly string[] UpTo = ["到", "截", "至", "目前", "迄"];

    public static IReadOnlyList<(Period Period, string Typed)> Of(Sentence sentence, StatusAsk ask, RowSet? rows)
    {
        if (!sentence.Tokens.Any(token => token.Kind == WordKind.Period))
            return sentence.Periods;
        var clock = new PeriodClock(DateOnly.FromDateTime(sentence.Context.Now), sentence.Context.ProjectYears);
        var soFar = new Period(clock.ThisYear.First, clock.Today);
        // 今年到现在干得咋样了: the targets are the year's.
        if (ask == StatusAsk.Progress && sentence.Periods is [var (only, typed)] && only == soFar && SaysSoFar(typed))
            return [(clock.ThisYear, typed)];
        var isOfYear = rows is not null && rows.All(row => row.Assessment == Assessment.Year);
        return ask == StatusAsk.Remaining && (rows is not null || sentence.Periods is not [var (whole, said)] || whole != soFar || !SaysSoFar(said)) || isOfYear ? sentence.PeriodsBut(IsSoFar) : sentence.Periods;

        bool IsSoFar(Token token) => token.Period.Period == soFar && UpTo.Any(word => token.Text.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>1月 is no 到现在, though they end on the same day on the 31st.</summary>
    private static bool SaysSoFar(string typed) => UpTo.Any(word => typed.Contains(word, StringComparison.Ordinal)) || typed.Contains("以来", StringComparison.Ordinal);

    /// <summary>7月8月: one behind the other, with nothing between.</summary>
    public static bool Adjoin(Sentence sentence) => sentence.Tokens.Zip(sentence.Tokens.Skip(1)).Any(pair => pair is { First.Kind: WordKind.Period, Second.Kind: WordKind.Period });
}
