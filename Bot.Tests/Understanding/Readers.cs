using System.Globalization;
using StationBot.Indicators;
using StationBot.Understanding;

namespace StationBot.Tests.Understanding;

/// <summary>A context to read in: the real catalogue, a small roster, project year 2024.</summary>
internal static class Readers
{
    public static readonly Vocabulary Vocabulary =
        new(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")).For(Period.CalendarYear(2024)));

    public static readonly DateTime Wednesday = new(2024, 9, 18, 15, 0, 0);

    private static readonly NameIndex Names = new(["李桂兰", "李奶奶", "张强", "张三", "王大爷"], ["小王", "小李"]);

    public static ReadingContext Context(string? now = null, Reading? previous = null)
    {
        var moment = now is null ? Wednesday : DateTime.Parse(now, CultureInfo.InvariantCulture);
        return new ReadingContext
        {
            Now = moment,
            Vocabulary = Vocabulary,
            ProjectYears = [new ProjectYear(new DateOnly(2024, 1, 1))],
            Names = Names,
            Previous = previous is null ? null : new PreviousReading(previous, moment.AddMinutes(-1)),
        };
    }

    public static Reading Read(string text, string? now = null) => SentenceReader.Read(text, Context(now));
}
