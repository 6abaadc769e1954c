using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>全旗, 哪个站, 阳光站比河西站: about other stations. Names of stations are nobody's words, so what is not known does no harm.</summary>
internal static class StationsBinder
{
    public static StationsQuestion? Bind(Sentence sentence)
    {
        var compares = sentence.Text.Contains("对照", StringComparison.Ordinal) || sentence.Text.Contains("比比", StringComparison.Ordinal) || sentence.Tokens.Any(token => token.Kind is Family or AskingFamily && token.Meaning == nameof(RequestFamily.Compare)) || sentence.IsAbout(Matter.Differs);
        var named = sentence.Tokens.Count(token => token is { Kind: WordKind.About, Meaning: nameof(Matter.Station) });
        if (!sentence.IsAbout(Matter.Stations | Matter.Closing) && !(named > 0 && compares))
            return null;
        if (sentence.Has(Narrative, Person) || sentence.Periods.Count > 1 || (!sentence.Asks && !compares && !sentence.IsAbout(Matter.Closing) && !sentence.Tokens.Any(AsksWhich)))
            return null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : new StationsQuestion(AskOf(sentence, compares), rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static StationsAsk AskOf(Sentence sentence, bool compares) =>
        sentence.IsAbout(Matter.Closing) ? StationsAsk.NotClosed
        : sentence.Tokens.Any(Ranks) || sentence.Text.Contains('排', StringComparison.Ordinal) || sentence.Text.Contains("第几", StringComparison.Ordinal) || sentence.Text.Contains('最', StringComparison.Ordinal) ? StationsAsk.Rank
        : compares ? StationsAsk.Compare
        : sentence.Has(Remaining) || sentence.Text.Contains("落后", StringComparison.Ordinal) || sentence.Text.Contains("掉队", StringComparison.Ordinal) ? StationsAsk.Behind
        : StationsAsk.Total;

    /// <summary>哪个站, 几个站: the word asks by itself.</summary>
    private static bool AsksWhich(Token token) => token is { Kind: About, Meaning: nameof(Matter.Stations), Text: ['哪' or '几' or '多', ..] or ['有', ..] };

    /// <summary>排第几, 最好的, 第一名.</summary>
    private static bool Ranks(Token token) =>
        token.Kind is AskingFamily or Family or WordKind.About && (token.Text.StartsWith('最') || token.Text.Contains('排', StringComparison.Ordinal) || token.Text is "第一名");
}
