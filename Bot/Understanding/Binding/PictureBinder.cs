using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>今年的图, 看看全年进度图, 画个图. Of what was photographed (拿去年的图交) more is said than that.</summary>
internal static class PictureBinder
{
    public static PictureQuestion? Bind(Sentence sentence)
    {
        if (sentence.Matters != Matter.Picture || sentence.Periods.Count > 1
            || !sentence.HasOnly(About, WordKind.Period, Area, WordKind.Topic, Row, AllRows, Progress, Remaining, Each, Mine, FollowUp, YesNo))
            return null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : new PictureQuestion(rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Filters = FilterBinder.Bind(sentence),
        };
    }
}
