using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.OverTime;

/// <summary>How rows will stand at the end: what the station has is fetched here, what is said of it stands in <see cref="ForecastPage"/>.</summary>
internal sealed class ForecastAnswer(Standings standings, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, ForecastQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if (asked.Period is null && station.YearOf(turn.Today) is null)
        {
            return YearTexts.NotToday(turn, station);
        }

        var scope = StatusScope.Of(new StatusQuestion(StatusAsk.Remaining, asked.Rows, asked.Period ?? asked.Implied(turn.Today, station.Years)), station.Years, turn.Today);
        if (scope is null)
        {
            return YearTexts.Outside(asked.Period!.Value, station);
        }

        var files = await standings.FilesAsync(station, scope.Rows, cancellation);
        var facts = await standings.FactsAsync(station, scope.Rows, scope.Period, cancellation) with { Files = [.. files.Select(FileStore.ForCounting)] };
        var kept = asked is { Ask: ForecastAsk.WhatIf, More: null } ? await KeptAsync(asked, station, scope, facts, turn.Today, cancellation) : 1;
        return new ForecastPage
        {
            Question = asked,
            Scope = scope,
            ScopeName = ScopeName.Of(turn.Catalog, scope.Rows),
            Forecasts = [.. scope.Rows.Select(row => Forecast.Of(row, scope.Period, facts, turn.Today, kept))],
            Kept = kept,
            Today = turn.Today,
        }.ToPage().ToReply(cards);
    }

    /// <summary>The share of the pace that goes on where the worker, or where none is named everybody, is away for some of the days that are left, or for all.</summary>
    private async Task<decimal> KeptAsync(ForecastQuestion asked, Station station, StatusScope scope, StationFacts facts, DateOnly today, CancellationToken cancellation)
    {
        var left = scope.Period.Last.DayNumber - today.DayNumber + 1;
        var away = asked.Away is not { } days ? 1 : left <= 0 ? 0 : Math.Min(1, (decimal)days / left);
        return asked.Worker is { } worker ? 1 - (away * (1 - await OthersAsync(station, scope, facts, worker, cancellation))) : 1 - away;
    }

    /// <summary>The share of the records that others than the worker did.</summary>
    private async Task<decimal> OthersAsync(Station station, StatusScope scope, StationFacts facts, string worker, CancellationToken cancellation)
    {
        if (facts.Facts.Count == 0)
        {
            return 1;
        }

        var theirs = await standings.FactsAsync(station, scope.Rows, scope.Period, cancellation, new FactFilter { Workers = [worker] });
        return 1 - ((decimal)theirs.Facts.Count / facts.Facts.Count);
    }
}
