using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>Late entries, and pictures that stand on more than one record.</summary>
internal sealed class QualityAnswer(RecordList records, AttachmentStore attachments, StationClock clock, CardTemplates cards)
{
    /// <summary>More are only counted.</summary>
    private const int MostListed = 20;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, QualityQuestion asked, CancellationToken cancellation)
    {
        if (Replies.NotOfColleagues(who, asked) is { } refused)
        {
            return refused;
        }

        if (asked.Filters.FirstOrDefault(filter => filter is TagFilter or VillageFilter) is { } narrow)
        {
            return Replies.Plain($"现在还不能只看“{narrow.Label}”的部分。");
        }

        if ((asked.Period ?? who.Station.YearOf(turn.Today)?.Period) is not { } period || who.Station.Years.All(year => year.Period.Cut(period) is null))
        {
            return YearTexts.Outside(turn, asked.Period, who.Station);
        }

        var worker = asked.IsMine ? who.Member.Name : asked.Worker;
        var modes = RecordParts.ModesOf(asked);
        var selection = new RecordSelection([.. asked.Rows.Select(row => row.Id)], period);
        var all = (await records.ReadAsync(who.Station.Id, selection, cancellation))
            .Where(record => (worker is null || record.Worker == worker) && (modes.Count == 0 || (record.Record.What.Mode is { } mode && modes.Contains(mode))))
            .ToList();
        var scope = $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, asked.Rows)}{(worker ?? asked.Mode) switch { null => "", { } part => $"（{part}）" }}";
        return (asked.Ask == QualityAsk.LateEntries ? Late(turn, all, scope) : await ReusedAsync(turn, who, all, scope, cancellation)).ToReply(cards);
    }

    private ListPage Late(Turn turn, List<ListedRecord> all, string scope)
    {
        var late = all.Where(record => record.Record.IsLate(clock.DayOf(record.Record.Entered))).ToList();
        return new ListPage(
            late.Count == 0 ? $"{scope}：没有补录的记录" : $"{scope}：补录 {late.Count} 条",
            [.. late.Take(MostListed).Select(record => $"{RecordLine.Of(turn.Catalog, record, !turn.Message.IsGroup)} {Entered(turn, record)}录入")])
        {
            Hints = ["按服务日期统计；服务后隔一天以上才录入的算补录。", .. Rest(late.Count)],
        };
    }

    private string Entered(Turn turn, ListedRecord record) => PeriodName.Of(clock.DayOf(record.Record.Entered), turn.Today);

    private async Task<ListPage> ReusedAsync(Turn turn, Membership who, List<ListedRecord> all, string scope, CancellationToken cancellation)
    {
        var known = all.Select(record => record.Record.Number).ToHashSet();
        var reused = (await attachments.ReusedAsync(who.Station.Id, cancellation)).Where(numbers => numbers.Any(known.Contains)).ToList();
        return new ListPage(
            reused.Count == 0 ? $"{scope}：没有重复使用的照片" : $"{scope}：重复使用 {reused.Count} 张照片",
            [.. reused.Take(MostListed).Select(numbers => $"同一张照片用在 {Replies.Numbers(numbers)}")])
        {
            Hints = ["只比对通过对话发来的照片，按文件内容逐一比对。", .. Rest(reused.Count)],
        };
    }

    private static IEnumerable<string> Rest(int count) => count > MostListed ? [$"还有 {count - MostListed} 条没有列出，可以按月份问。"] : [];
}
