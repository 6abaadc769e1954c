using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Rules;

/// <summary>这个数怎么算出来的: the records behind a number, and which of them do not count.</summary>
internal sealed class ExplainAnswer(Standings standings, RecordList records, RecordParts parts, CardTemplates cards)
{
    /// <summary>More are only counted.</summary>
    private const int MostListed = 20;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, ExplainQuestion asked, CancellationToken cancellation)
    {
        if (asked.Of is not { } number)
        {
            return cards.Choose("想看哪个数是怎么来的？先问一个数，或者这样问：", [ActionModel.Ask("关爱帮扶这个数怎么算出来的"), ActionModel.Ask("个案这个数怎么算出来的"), ActionModel.Ask("关爱帮扶怎么算")]);
        }

        var question = StatusScope.Settle(number);
        if (question.Filters.FirstOrDefault(filter => filter is TagFilter or VillageFilter) is { } narrow)
        {
            return Replies.Plain($"现在还不能只看“{narrow.Label}”的部分。");
        }

        if (StatusScope.Of(question, who.Station.Years, turn.Today) is not { } scope)
        {
            return YearTexts.Outside(turn, question.Period, who.Station);
        }

        var facts = await standings.FactsAsync(who.Station, scope.Rows, scope.Period, cancellation, await parts.OfAsync(who, question, cancellation));
        var counted = scope.Rows.Select(row => Counter.Count(row, scope.Period, facts, turn.Today)).ToList();
        var within = facts.Facts.Where(fact => scope.Period.Contains(fact.Date)).Select(fact => fact.Number).ToHashSet();
        var sources = scope.Rows.SelectMany(CreditRules.SourcesOf).Distinct().ToList();
        var listed = (await records.ReadAsync(who.Station.Id, new RecordSelection(sources, scope.Period), cancellation)).Where(record => within.Contains(record.Record.Number)).ToList();
        var credited = CreditedOf(turn, scope, facts);
        var value = question.IsOfTargets ? StatusText.Remaining(counted) : StatusText.Counted(counted);
        return new ListPage(
            $"{PeriodName.Of(scope.Period)} {ScopeName.Of(turn.Catalog, question.Rows)}{RecordParts.Label(who, question)}：{value}，依据 {listed.Count} 条记录",
            [.. listed.Take(MostListed).Select(record => RecordLine.Of(turn.Catalog, record, !turn.Message.IsGroup) + Mark(turn, record, credited))])
        {
            Hints = [.. Hints(turn, scope, counted, listed.Count)],
            Actions = [ActionModel.Ask($"{ScopeName.Of(turn.Catalog, question.Rows)}怎么算")],
        }.ToReply(cards);
    }

    /// <summary>Where each record counts by itself, the numbers of those that do; null where several make one (sessions, persons of a list).</summary>
    private static HashSet<long>? CreditedOf(Turn turn, StatusScope scope, StationFacts facts) => scope.Rows.Any(row => row.Counting is not (CountingRule.Services or CountingRule.Events or CountingRule.Money))
        ? null
        : [.. from row in scope.Rows
              from year in facts.Years
              from credit in CreditRules.Of(row, year.Period, facts, Counter.AsOf(year.Period, turn.Today))
              select credit.Fact.Number];

    private static string Mark(Turn turn, ListedRecord record, HashSet<long>? credited) =>
        credited is null || credited.Contains(record.Record.Number) ? ""
        : turn.Catalog.Find(record.Record.What.Indicator)?.Counting == CountingRule.Services ? "（同人同日同项，不计）" : "（不计）";

    private static IEnumerable<string> Hints(Turn turn, StatusScope scope, List<Standing> counted, int all)
    {
        if (all > MostListed)
        {
            yield return $"还有 {all - MostListed} 条没有列出，可以按月份问。";
        }

        yield return $"按服务日期 {PeriodName.Of(scope.Period)}统计，到今天（{turn.Today.Month}月{turn.Today.Day}日）为止。";
        foreach (var rule in counted.Select(standing => standing.Row.Counting).Distinct().Take(MostRules))
        {
            yield return $"{Policies.Counted[rule]}。";
        }

        if (scope.Rows.Count > 1 || counted.Exists(standing => standing.Slices.Count > 1))
        {
            yield return "还差 = 每项、每个考核期分别算缺多少再相加，多做的不能抵别处。";
        }
    }

    private const int MostRules = 3;
}
