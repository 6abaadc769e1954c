using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Questions about rows: what the station has is fetched here, what is said of it stands in <see cref="Pages"/>.</summary>
internal sealed class StatusAnswer(Standings standings, RecordParts parts, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, StatusQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if (asked.Period is null && station.YearOf(turn.Today) is null)
        {
            return YearTexts.NotToday(turn, station);
        }

        var question = StatusScope.Settle(asked);
        if (StatusScope.Of(question, station.Years, turn.Today) is not { } scope)
        {
            return YearTexts.Outside(question.Period!.Value, station);
        }

        var status = await CaseAsync(turn, who, question, scope, cancellation);
        var page = StatusPage.Of(status);
        return (page with { Hints = [.. page.Hints, .. Notes(asked, status)] }).ToReply(cards);
    }

    private async Task<StatusCase> CaseAsync(Turn turn, Membership who, StatusQuestion question, StatusScope scope, CancellationToken cancellation)
    {
        IReadOnlyList<Indicator> rows = [.. scope.Rows, .. scope.Longer];
        var only = await parts.OfAsync(who, question, cancellation);
        var facts = await standings.FactsAsync(who.Station, rows, scope.Period, cancellation, only);
        var files = only is null ? await standings.FilesAsync(who.Station, rows, cancellation) : [];
        if (only is null && facts.Roster.Count == 0)
        {
            facts = facts with { Roster = await standings.FlaggedAsync(who.Station, scope.Rows, cancellation) };
        }

        return new StatusCase
        {
            Question = question,
            Scope = scope,
            ScopeName = ScopeName.Of(turn.Catalog, question.Rows) + RecordParts.Label(who, question),
            Today = turn.Today,
            FitsNobody = only?.Persons is { Count: 0 },
            Facts = facts with { Files = [.. files.Select(FileStore.ForCounting)] },
            FileNames = turn.Message.IsGroup ? NoNames : files.ToDictionary(file => file.Id, file => file.Name),
        };
    }

    private static IEnumerable<string> Notes(StatusQuestion asked, StatusCase status)
    {
        if (asked.IsOfTargets && status.Question.Filters.Count > 0)
        {
            yield return $"指标是全站的，不分{(asked.Filters.Any(filter => filter is TagFilter or VillageFilter) ? "人群和村" : "方式和社工")}，以上只数了做了多少。";
        }

        var isShared = asked.Filters.Count > 0 && status.Facts.Facts.Any(fact => fact.Persons.Count > 1 && status.Scope.Period.Contains(fact.Date));
        foreach (var note in (IEnumerable<string>)[.. QuestionNotes.OfPart(asked, status.FitsNobody, isShared), .. QuestionNotes.Of(asked.Corrections)])
        {
            yield return note;
        }
    }

    private static readonly Dictionary<long, string> NoNames = [];
}
