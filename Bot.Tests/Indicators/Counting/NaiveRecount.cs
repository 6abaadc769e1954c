using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

/// <param name="Target">Null when it can't be computed.</param>
internal sealed record Recounted(long Done, long? Target, long Remaining, long Lost, long Due, long ToCome, long Counted, int Unready);

/// <summary>The second opinion: product.md §3 and the bureau's list written down once more, slowly, and without the engine or its catalogue.</summary>
internal static class NaiveRecount
{
    public static Recounted Of(string row, Period asked, StationFacts station, DateOnly today)
    {
        var total = new Recounted(0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var start in station.Years.Select(year => year.Start))
        {
            // §2: a project year is a start date + 12 months.
            var year = new Period(start, start.AddMonths(12).AddDays(-1));
            foreach (var span in AssessmentPeriods(row, year).Where(span => Days(span).Any(day => Within(asked, day))))
            {
                var found = NaiveRows.Find(row, year, span, station, today);
                var target = Target(row, year, span, station, today);

                // §3.4: remaining is summed over the assessment periods; a surplus never covers another.
                var missing = target is { } needed && found.Amount < needed ? needed - found.Amount : 0;
                total = total with
                {
                    Done = total.Done + found.Amount,
                    Target = total.Target + target,
                    Remaining = total.Remaining + missing,
                    Lost = total.Lost + (span.Last < today ? missing : 0),
                    Due = total.Due + (span.First <= today && today <= span.Last ? missing : 0),
                    ToCome = total.ToCome + (span.First > today ? missing : 0),
                    Unready = total.Unready + found.Lacking,
                };
            }

            // §3.5: "做了几次" counts what happened in the asked period; the pair of the staff is a state, nothing that happens.
            var askedDays = Days(year).Where(day => Within(asked, day)).ToList();
            if (askedDays.Count > 0 && row != "platform.staff")
            {
                var happened = NaiveRows.Find(row, year, new Period(askedDays[0], askedDays[^1]), station, today);
                total = total with { Counted = total.Counted + happened.Amount };
            }
        }

        return total;
    }

    /// <summary>The number in the cells 10万指标值 and 20万指标值.</summary>
    private static long? Target(string row, Period year, Period span, StationFacts station, DateOnly today)
    {
        // §3.16: what held when the period closed; a later change doesn't rewrite it.
        var rich = station.Tiers.On(span.Last) == Tier.T20;
        return Topic(row) switch
        {
            "link" or "care" => 2,
            "case" => rich ? 8 : 6,
            "group" => rich ? 9 : 7,
            "backbone" => 5,
            "raised" => 10_000 * 100,
            "rooms" when NaiveRows.IsExcused(row, year, station) => 0,

            // §3.7: the active persons of the domain's roster; without a roster there is no number.
            "survey" => NaiveRows.Listed(row.Split('.')[0], NaiveRows.Judged(year, today), station).Count is > 0 and var listed ? listed : null,

            // §3.8: ceil(50 %) of the de-duplicated union.
            "needs" => NaiveRows.Listed(null, NaiveRows.Judged(year, today), station).Count is > 0 and var union ? (union / 2) + (union % 2) : null,
            _ => 1,
        };
    }

    /// <summary>§3.2: calendar months and quarters cut to the project year, found by walking through its days.</summary>
    private static List<Period> AssessmentPeriods(string row, Period year)
    {
        var spans = new List<Period>();
        foreach (var day in Days(year))
        {
            var begins = spans.Count == 0 || Topic(row) switch
            {
                "link" or "care" or "activity" or "project" or "aid" => day.Day == 1,
                "revisit" or "promo" => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
                _ => false,
            };
            if (begins)
                spans.Add(new Period(day, day));
            else
                spans[^1] = new Period(spans[^1].First, day);
        }

        return spans;
    }

    public static string Topic(string row) => row[(row.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public static bool Within(Period period, DateOnly day) => period.First <= day && day <= period.Last;

    private static IEnumerable<DateOnly> Days(Period period)
    {
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
            yield return day;
    }
}
