using System.Collections.Concurrent;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Pictures;
using StationBot.Records.Evidence;
using StationBot.Stations;

namespace StationBot.Answers.Office;

/// <summary>A project year as a picture that channels can show: drawn, kept for as long as its link lives, and reached by it.</summary>
internal sealed class YearPictures(Standings standings, YearPainter painter, ContentStore contents, FileLinks links)
{
    /// <summary>It comes with the week's message and holds no names: it is seen until the next one comes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Some hundred bytes each; the pictures themselves stay on the disk.</summary>
    private const int MostDrawn = 30_000;

    /// <summary>What was drawn on a day, by what it shows: the people of a station get the same one, minutes apart.</summary>
    private readonly ConcurrentDictionary<(DateOnly Day, string Fingerprint), StoredContent> _drawn = [];

    /// <param name="rows">In the order in which they are shown.</param>
    /// <param name="scope">全部指标.</param>
    public async Task<YearOverview> OfAsync(Station station, IReadOnlyList<Indicator> rows, string scope, Period year, DateOnly today, CancellationToken cancellation)
    {
        var facts = await standings.FactsAsync(station, rows, year, cancellation);
        var counted = rows.Select(row => Counter.Count(row, year, facts, today)).ToList();
        var number = StatusText.Completed(counted);
        var name = $"{PeriodName.Of(year)} {scope}";
        var picture = YearPicture.Of($"{station.Name} {name}", number, year, counted, Marks(counted, year, facts, today), today);
        return new YearOverview(counted, number, await ShowAsync(picture, name, today, cancellation));
    }

    /// <summary>Of rows that are judged by the year: the months in which something counted.</summary>
    private static ILookup<string, int> Marks(List<Standing> counted, Period year, StationFacts facts, DateOnly today) => (
        from standing in counted
        where standing.Row.Assessment == Assessment.Year && standing.Done > 0
        from month in Counter.AssessmentPeriods(Assessment.Month, year)
        where month.First <= today && Counter.Count(standing.Row, month, facts, today).Counted > 0
        select (standing.Row.Id, Month: YearPicture.MonthOf(year, month.First))).ToLookup(mark => mark.Id, mark => mark.Month);

    /// <returns>Null where no picture can be drawn.</returns>
    private async Task<Picture?> ShowAsync(YearPicture picture, string title, DateOnly today, CancellationToken cancellation)
    {
        if (await DrawnAsync(picture, today, cancellation) is not var (kept, png))
        {
            return null;
        }

        var name = FileNames.Display(title + kept.Type.Extension, kept.Type);
        return new Picture(png, kept.Type.MediaType, name, await links.LinkAsync(new LinkedFile(kept.Hash, kept.Type, name), Lifetime, cancellation));
    }

    private async Task<(StoredContent Kept, byte[] Png)?> DrawnAsync(YearPicture picture, DateOnly today, CancellationToken cancellation)
    {
        var key = (today, picture.Fingerprint);
        if (_drawn.TryGetValue(key, out var known) && contents.Open(known.Hash) is { } file)
        {
            await using (file)
            {
                var read = new byte[known.Size];
                await file.ReadExactlyAsync(read, cancellation);
                return (known, read);
            }
        }

        if (painter.Paint(picture) is not { } png)
        {
            return null;
        }

        using var bytes = new MemoryStream(png);
        if (await contents.TakeAsync(bytes, cancellation) is not Taken.Kept { Content: var kept })
        {
            return null;
        }

        if (_drawn.Count >= MostDrawn)
        {
            _drawn.Clear();
        }

        _drawn[key] = kept;
        return (kept, png);
    }
}

/// <param name="Standings">Of the whole project year, a row each.</param>
/// <param name="Number">完成 12/53 项.</param>
/// <param name="Picture">Null where none can be drawn.</param>
internal sealed record YearOverview(IReadOnlyList<Standing> Standings, string Number, Picture? Picture);
