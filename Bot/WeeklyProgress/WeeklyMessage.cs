using StationBot.Answers;
using StationBot.Answers.Files;
using StationBot.Answers.Office;
using StationBot.Answers.OverTime;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.WeeklyProgress;

/// <summary>The week of a station or of one of its workers: fetched here, what is said of it stands in <see cref="WeekPage"/>.</summary>
internal sealed class WeeklyMessage(
    Catalogs catalogs, Standings standings, DueList due, EvidenceList evidence, RecordList records, YearPictures pictures, CardTemplates cards)
{
    public async Task<Reply> ForAsync(Recipient to, DateOnly today, CancellationToken cancellation)
    {
        var station = to.Station;
        if (station.YearOf(today)?.Period is not { } year)
        {
            return YearTexts.NotToday(today, station);
        }

        var catalog = catalogs.For(year);
        var page = await PageAsync(to, catalog, year, today, cancellation);
        var overview = await pictures.OfAsync(station, catalog.Rows, ScopeName.Of(catalog, catalog.Rows), year, today, cancellation);
        return page.ToPage().ToReply(cards) with { Picture = overview.Picture };
    }

    private async Task<WeekPage> PageAsync(Recipient to, Catalog catalog, Period year, DateOnly today, CancellationToken cancellation)
    {
        var station = to.Station;
        // A group's is the station's, without names.
        var worker = to.IsGroup || to.Member.Role == Role.Lead ? null : to.Member.Name;
        var week = Period.WeekOf(today);
        var last = new Period(week.First.AddDays(-7), week.First.AddDays(-1));
        string[] ids = [.. catalog.Rows.Select(row => row.Id)];
        var files = await due.FilesAsync(station, catalog.Rows, cancellation);
        return new WeekPage
        {
            Month = await MonthAsync(station, catalog, today, cancellation),
            Catalog = catalog,
            Worker = worker,
            IsGroup = to.IsGroup,
            Risks = await RisksAsync(station, catalog.Rows, year, today, cancellation),
            Stalled = worker is not null ? [] : [.. files.Where(file => file.Life.IsStalled(today)).OrderByDescending(file => file.Life.SilentDays(today))],
            Done = await records.ReadAsync(station.Id, new RecordSelection(ids, last) { Only = worker is null ? null : new FactFilter { Workers = [worker] } }, cancellation),
            Sessions = await due.SessionsAsync(station, catalog.Rows, week, today, worker, cancellation),
            Plans = await due.PlansAsync(station, catalog.Rows, week, worker, cancellation),
            Ends = await due.EndsAsync(station, catalog.Rows, week, today, cancellation),
            Lacking = (await evidence.OfAsync(station, catalog.Rows, year, kind: null, worker is null ? null : to.Member.Id, cancellation)).FindAll(one => one.Missing.Count > 0),
            Completed = [.. files.Where(file => (worker is null || file.Life.Worker == worker) && IsCompletedIn(file, last, year))],
        };
    }

    /// <summary>As 本月还差啥 is answered.</summary>
    private async Task<StatusCase> MonthAsync(Station station, Catalog catalog, DateOnly today, CancellationToken cancellation)
    {
        var question = new StatusQuestion(StatusAsk.Remaining, new RowSet(catalog, catalog.Rows), Period.MonthOf(today)) { RowsAssumed = true };
        return await standings.CaseAsync(station, catalog, question, today, cancellation);
    }

    /// <summary>As 今年哪些有风险 is answered.</summary>
    private async Task<List<Forecast>> RisksAsync(Station station, IReadOnlyList<Indicator> rows, Period year, DateOnly today, CancellationToken cancellation)
    {
        var files = await standings.FilesAsync(station, rows, cancellation);
        var facts = await standings.FactsAsync(station, rows, year, cancellation) with { Files = [.. files.Select(FileStore.ForCounting)] };
        return ForecastPage.AtRisk(rows.Select(row => Forecast.Of(row, year, facts, today)));
    }

    private static bool IsCompletedIn(Dossier file, Period days, Period year) =>
        file.Life.Sessions.Where(session => year.Contains(session.Date)).Skip(CreditRules.SessionsToComplete - 1).FirstOrDefault() is { } fifth && days.Contains(fifth.Date);
}
