using StationBot.Indicators;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Of what is still to be done, days are read forward: 周五 is the coming one, 20号前 holds the 20th, 周四周五 are two days.</summary>
internal static class DueDays
{
    private static readonly string[] Befores = ["之前", "以前", "前"];

    private static readonly string[] Lately = ["这", "最近", "近"];

    /// <returns>False where several periods were said that are not one.</returns>
    public static bool TryRead(Sentence sentence, out Indicators.Period? days)
    {
        days = null;
        var clock = new PeriodClock(DateOnly.FromDateTime(sentence.Context.Now), sentence.Context.ProjectYears);
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind != WordKind.Period || token.Period.IsInvalid)
                continue;
            var one = Forward(token, clock);
            if (days is not { } before)
                days = one;
            else if (before.Cut(one) is { } both)
                days = both;
            else if (one.First == before.Last.AddDays(1))
                days = new Indicators.Period(before.First, one.Last);
            else
                return false;
        }

        return true;
    }

    private static Indicators.Period Forward(Token token, PeriodClock clock)
    {
        var text = token.IsBent ? token.Word.Text : token.Text;
        var days = token.Period.Period;
        if (Befores.FirstOrDefault(before => text.EndsWith(before, StringComparison.Ordinal)) is { } end && PeriodReader.ReadPlain(text.AsSpan(0, text.Length - end.Length), clock) is { Found: true, IsInvalid: false, Grain: Grain.Day } limit)
            return Coming(limit, clock) is var last && last.Last >= clock.Today ? new Indicators.Period(clock.Today, last.Last) : days;
        // 这几天到期的: those to come.
        if (token.Period.Grain == Grain.Span && days.Last == clock.Today && Lately.Any(word => text.StartsWith(word, StringComparison.Ordinal)))
            return new Indicators.Period(clock.Today, clock.Today.AddDays(days.Days - 1));
        return token.Period.Grain == Grain.Day ? Coming(token.Period, clock) : days;
    }

    private static Indicators.Period Coming(PeriodMatch day, PeriodClock clock) =>
        day is { IsUncertain: true, Period.Days: 1 } && day.Period.First < clock.Today && day.Period.First.AddDays(7) >= clock.Today ? Indicators.Period.Day(day.Period.First.AddDays(7)) : day.Period;
}
