using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Questions about rows: what the station has is fetched here, what is said of it stands in <see cref="Pages"/>.</summary>
internal sealed class StatusAnswer(Standings standings, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, StatusQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if (asked.Period is null && station.YearOf(turn.Today) is null)
        {
            return YearTexts.NoYearToday(turn, station);
        }

        var question = StatusScope.Settle(asked);
        if (StatusScope.Of(question, station.Years, turn.Today) is not { } scope)
        {
            return YearTexts.Outside(question.Period!.Value, station);
        }

        var page = StatusPage.Of(await CaseAsync(turn, who, question, scope, cancellation));
        return (page with { Hints = [.. page.Hints, .. Notes(asked, question)] }).ToReply(cards);
    }

    private async Task<StatusCase> CaseAsync(Turn turn, Membership who, StatusQuestion question, StatusScope scope, CancellationToken cancellation)
    {
        IReadOnlyList<Indicator> rows = [.. scope.Rows, .. scope.Longer];
        var only = FilterOf(question, who);
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
            ScopeName = ScopeName.Of(turn.Catalog, question.Rows) + PartOf(question, who),
            Today = turn.Today,
            Facts = facts with { Files = [.. files.Select(FileStore.ForCounting)] },
            FileNames = turn.Message.IsGroup ? NoNames : files.ToDictionary(file => file.Id, file => file.Name),
        };
    }

    internal static FactFilter? FilterOf(Question question, Membership who) => question.Filters.Count == 0 ? null : new FactFilter(
        question.Filters.OfType<ModeFilter>().Select(filter => (ServiceMode?)ModeOf(filter)).FirstOrDefault(),
        question.Filters.Any(filter => filter is MineFilter) ? who.Member.Name : question.Filters.OfType<WorkerFilter>().FirstOrDefault()?.Worker,
        question.Filters.OfType<PersonFilter>().FirstOrDefault()?.Id);

    internal static ServiceMode ModeOf(ModeFilter filter) => Enum.Parse<ServiceMode>(RecordForms.Modes.First(mode => mode.Title == filter.Mode).Value);

    /// <summary><c>（小王、电话）</c>.</summary>
    internal static string PartOf(Question question, Membership who) => question.Filters.Count == 0
        ? ""
        : $"（{string.Join('、', question.Filters.Select(filter => filter is MineFilter ? who.Member.Name : filter.Label).Distinct())}）";

    private static IEnumerable<string> Notes(StatusQuestion asked, StatusQuestion question)
    {
        if (asked.IsOfTargets && question.Filters.Count > 0)
        {
            yield return "指标是全站的，不分方式和社工，以上只数了做了多少。";
        }

        if (asked.Corrections.Count > 0)
        {
            yield return $"按{string.Join('、', asked.Corrections.Select(bent => $"“{bent.Read}”理解了“{bent.Typed}”"))}。";
        }
    }

    private static readonly Dictionary<long, string> NoNames = [];
}
