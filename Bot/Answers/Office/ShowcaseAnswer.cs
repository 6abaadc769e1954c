using StationBot.Answers.Files;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>Which cases and groups could be put forward as success stories (product.md §3.14): five sessions held, and how much evidence they have.</summary>
internal sealed class ShowcaseAnswer(Caseload caseload, RecordStore records, CardTemplates cards)
{
    private const int MostListed = 12;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, ShowcaseQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if (station.YearOf(turn.Today) is not { } year)
        {
            return YearTexts.NotToday(turn, station);
        }

        if (asked.Filters.FirstOrDefault(filter => filter is not (MineFilter or WorkerFilter)) is { } narrow)
        {
            return Replies.Plain($"现在还不能只看“{narrow.Label}”的部分。");
        }

        var worker = asked.IsMine ? who.Member.Name : asked.Worker;
        string[] ids = [.. asked.Rows.SelectMany(CreditRules.SourcesOf).Distinct()];
        var facts = await records.FactsAsync(station.Id, ids, year.Period, null, cancellation);
        var chosen = facts.Where(fact => asked.Rows.Any(row => row.Id == fact.Indicator)).Select(fact => fact.File).ToHashSet();
        var sessions = facts.Where(fact => asked.Rows.All(row => row.Id != fact.Indicator)).ToLookup(fact => fact.File);
        var fit = (await caseload.AllAsync(station.Id, [.. ids.Where(id => asked.Rows.All(row => row.Id != id))], cancellation))
            .Where(file => FileText.HeldIn(file, year.Period) >= CreditRules.SessionsToComplete && (worker is null || file.Life.Worker == worker))
            .Select(file => (File: file, Lacking: sessions[file.Id].Count(fact => !fact.Evidence.Contains(EvidenceKind.WatermarkPhoto)), IsChosen: chosen.Contains(file.Id)))
            .OrderBy(one => one.IsChosen).ThenBy(one => one.Lacking).ThenBy(one => one.File.Life.Closed is null).ThenBy(one => one.File.Id)
            .ToList();
        var open = fit.Count(one => !one.IsChosen);
        var headline = $"{PeriodName.Of(year.Period)} {ScopeName.Of(turn.Catalog, asked.Rows)}{(worker is null ? "" : $"（{worker}）")}：可以推荐 {open} 个";
        return new ListPage(headline, turn.Message.IsGroup ? [] : [.. fit.Take(MostListed).Select(one => Line(turn.Catalog, one.File, one.Lacking, one.IsChosen, year.Period))])
        {
            Hints =
            [
                "当年满 5 节的个案或小组都可以推荐，照片齐、已结案的排在前面；写得完整不完整请站长看。",
                .. turn.Message.IsGroup && fit.Count > 0 ? ["名单请私聊我。"] : Array.Empty<string>(),
            ],
            Actions = open > 0 && !turn.Message.IsGroup && who.Member.Role == Role.Lead ? [ActionModel.OpenForm("推荐案例", RecordKinds.Showcase)] : [],
        }.ToReply(cards);
    }

    private static string Line(Catalog catalog, Dossier file, int lacking, bool isChosen, Period year) =>
        $"{RowName.Of(catalog.Find(file.Indicator)!)} {file.Name} {FileText.Held(file, year)} {(file.Life.Closed is null ? "没结案" : "已结案")} {(lacking == 0 ? "照片齐" : $"{lacking} 节缺照片")}{(isChosen ? " 已推荐" : "")}";
}
