using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>How numbers go on, compare, and what falls due: questions of days, and not of one count.</summary>
internal static class OverTimeBinder
{
    /// <returns>Null where it is none of them after all.</returns>
    public static Reading? Bind(Sentence sentence, RequestFamily family, RowSet? rows)
    {
        Reading? reading = family switch
        {
            RequestFamily.Forecast => ForecastBinder.Bind(sentence, rows),
            RequestFamily.Rule when ForecastBinder.SaysPace(sentence) => ForecastBinder.Bind(sentence, rows),
            RequestFamily.Compare => RankBinder.Bind(sentence, rows) ?? CompareBinder.Bind(sentence, rows),
            RequestFamily.Due => DueBinder.Bind(sentence, rows),
            RequestFamily.Sessions => DueBinder.BindSessions(sentence, rows),
            _ => null,
        };
        return reading ?? (IsOpen(sentence, family) ? UnclearTexts.OverTime(sentence, family, rows) : null);
    }

    /// <summary>Words of these families are only understood here; who is asked about single persons is answered elsewhere.</summary>
    private static bool IsOpen(Sentence sentence, RequestFamily family) => !sentence.Has(Person) && family switch
    {
        RequestFamily.Forecast => !IsStatus(sentence, family) && !IsRule(sentence),
        RequestFamily.Compare => !OverTimeWords.OfPersons.Any(sentence.Text.Contains),
        RequestFamily.ByMonth => true,
        _ => false,
    };

    /// <summary>还要做几次才够, 还得跑几趟: what is missing, in other words.</summary>
    public static bool IsStatus(Sentence sentence, RequestFamily family) => sentence.Has(Remaining) && family switch
    {
        RequestFamily.Forecast => sentence.Tokens.All(token => OverTimeWords.ForecastOf(token) is null or ForecastAsk.Pace),
        RequestFamily.Due => sentence.Has(Area, WordKind.Topic, Row) && sentence.Tokens.All(token => token.Kind != Family || OverTimeWords.CountsTrips(token.Text)),
        _ => false,
    };

    /// <summary>做几次才够 asks for the target.</summary>
    public static bool IsRule(Sentence sentence) => sentence.Has(HowMany) && sentence.Tokens.All(token => OverTimeWords.ForecastOf(token) is null or ForecastAsk.Pace);
}
