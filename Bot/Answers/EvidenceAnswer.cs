using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>What evidence is lacking: of one record, or which records of a period.</summary>
internal sealed class EvidenceAnswer(EvidenceList list, RecordList records, RecordStore store, Standings standings, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, EvidenceQuestion asked, CancellationToken cancellation)
    {
        if (Replies.NotOfColleagues(who, asked) is { } refused)
        {
            return refused;
        }

        if (asked.Number is not null || asked.IsLast)
        {
            return await OneAsync(turn, who, asked, cancellation);
        }

        if (PeriodOf(turn, who.Station, asked) is not { } period)
        {
            return YearTexts.Outside(turn, asked.Period, who.Station);
        }

        return asked.Ask == EvidenceAsk.Ready
            ? await RowsAsync(turn, who, asked, period, cancellation)
            : asked.Ask == EvidenceAsk.Gaps
            ? await GapsAsync(turn, who, asked, period, cancellation)
            : await ListAsync(turn, who, asked, period, cancellation);
    }

    /// <summary>128号的材料齐了吗.</summary>
    private async Task<Reply> OneAsync(Turn turn, Membership who, EvidenceQuestion asked, CancellationToken cancellation)
    {
        var all = new RecordSelection([.. turn.Catalog.Rows.Select(row => row.Id)], Period.Ever);
        var found = asked.Number is { } number
            ? await records.ReadAsync(who.Station.Id, all with { Numbers = [number] }, cancellation)
            : (await records.ReadAsync(who.Station.Id, all with { MemberId = who.Member.Id }, cancellation)).OrderBy(record => record.Record.Number).TakeLast(1).ToList();
        if (found is not [var record])
        {
            return asked.Number is { } missing && await store.FindAsync(who.Station.Id, missing, cancellation) is { } other
                ? Replies.Plain(other.IsVoided ? $"#{missing} 已经撤销，不用材料。" : $"#{missing} 不计入次数，不用材料。")
                : asked.Number is null ? Replies.Plain("你还没有登记过记录。") : Replies.Refused(new Change.NotFound(), asked.Number);
        }

        var row = turn.Catalog.Find(record.Record.What.Indicator)!;
        var fact = await FactAsync(who.Station, row, record, cancellation);
        var missingNow = EvidenceText.Of(CreditRules.Missing(row, fact));
        var set = who.Station.YearOf(fact.Date) is { } year ? EvidenceText.Of(CreditRules.MissingSet(row, await FactsAsync(who.Station, [row], year.Period, cancellation))) : "";
        var line = RecordLine.Of(turn.Catalog, record, !turn.Message.IsGroup);
        string[] lines =
        [
            line + (missingNow.Length == 0 ? "：材料齐了" : $"：还缺{missingNow}"),
            .. record.Evidence.Count == 0 ? [] : (string[])[$"已有：{string.Join('、', record.Evidence.Order().Select(EvidenceName.Of))}"],
            .. set.Length == 0 ? [] : (string[])[$"{RowName.Of(row)}全年至少备齐一套，还缺{set}，放在任何一条上都行。"],
        ];
        List<ActionModel> actions = CreditRules.Missing(row, fact).Any(requirement => requirement.AnyOf.Contains(EvidenceKind.Uploaded)) && !turn.Message.IsGroup
            ? [ActionModel.OnRecord("已传网站", "record.mark", record.Record.Number, turn.CardId)]
            : [];
        return new ListPage(lines[0], []) { Hints = [.. lines.Skip(1)], Actions = actions }.ToReply(cards);
    }

    /// <summary>哪些记录缺照片.</summary>
    private async Task<Reply> ListAsync(Turn turn, Membership who, EvidenceQuestion asked, Period period, CancellationToken cancellation)
    {
        var rows = EvidenceList.RowsOf(asked.Rows, asked.Kind).ToList();
        var modes = RecordParts.ModesOf(asked);
        var all = (await list.OfAsync(who.Station, rows, period, asked.Kind, asked.IsMine ? who.Member.Id : null, cancellation))
            .FindAll(one => (asked.Worker is null || one.Record.Worker == asked.Worker) && (modes.Count == 0 || (one.Record.Record.What.Mode is { } mode && modes.Contains(mode))));
        var lacking = all.FindAll(one => one.Missing.Count > 0);
        var sets = await SetsAsync(turn, who.Station, rows, asked, period, cancellation);
        var paged = Paged.Of(turn, lacking, asked.Page, "条");
        var lines = paged.Shown.Select(pair =>
            $"{RecordLine.Of(turn.Catalog, pair.Record, !turn.Message.IsGroup)}{(asked.Kind is null ? " 缺" + EvidenceText.Of(pair.Missing) : "")}").ToList();
        var number = lacking.Count > 0 ? $"缺 {lacking.Count} 条" : sets.Count > 0 ? $"全年一套还缺 {sets.Count} 项" : all.Count == 0 ? "还没有要材料的记录" : "齐了";
        // How many have it is asked as well.
        if (asked.Ask == EvidenceAsk.OfRows && all.Count > 0)
        {
            number = $"{number}，{(asked.Kind is null ? "材料齐" : "已有")} {all.Count - lacking.Count} 条";
        }

        return new ListPage($"{PeriodName.Of(period)} {ScopeOf(turn, who, asked)}：{number}", lines)
        {
            Hints = [.. paged.Notes, .. sets],
            Actions = turn.Message.IsGroup ? [] : paged.Next,
            Items = RecordsAnswer.ItemsOf(paged.Shown.Select(pair => pair.Record)),
        }.ToReply(cards);
    }

    /// <summary>材料齐的有几项.</summary>
    private async Task<Reply> RowsAsync(Turn turn, Membership who, EvidenceQuestion asked, Period period, CancellationToken cancellation)
    {
        var rows = asked.Rows.ToList();
        var counted = await standings.CountAsync(who.Station, rows, period, turn.Today, cancellation);
        var lines = counted.GroupBy(one => one.Row.Area)
            .Select(task => $"{task.Key.Name} 已做 {task.Count(one => one.IsMet)}/{task.Count()} 项，材料齐 {task.Count(one => one.IsReady)}/{task.Count()} 项").ToList();
        return new ListPage(
            $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, rows)}：材料齐 {counted.Count(one => one.IsReady)}/{counted.Count} 项，已做 {counted.Count(one => one.IsMet)}/{counted.Count} 项",
            lines).ToReply(cards);
    }

    /// <summary>迎检还有啥漏洞: rows that are not reached, and those that are and lack evidence.</summary>
    private async Task<Reply> GapsAsync(Turn turn, Membership who, EvidenceQuestion asked, Period period, CancellationToken cancellation)
    {
        var counted = await standings.CountAsync(who.Station, [.. asked.Rows], period, turn.Today, cancellation);
        var gaps = counted.Where(one => !one.IsReady).ToList();
        var headline = gaps.Count == 0 ? "没有漏洞，都材料齐了" : $"没做够 {gaps.Count(one => !one.IsMet)} 项，做够但材料未齐 {gaps.Count(one => one.IsMet)} 项{StatusText.DaysLeft(period, turn.Today)}";
        var paged = Paged.Of(turn, [.. gaps.OrderBy(one => one.IsMet)], asked.Page, "项");
        return new ListPage(
            $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, asked.Rows)}：{headline}",
            [.. paged.Shown.Select(one => $"{RowName.Of(one.Row)} {StatusText.Row(one)}{(one.MissingSet.Count > 0 && one.Done > 0 ? $"，全年一套还缺{EvidenceText.Of(one.MissingSet)}" : "")}")])
        {
            Hints = paged.Notes,
            Items = [.. paged.Shown.Select(one => new ListItem.OfRow(one.Row.Id))],
            Actions = [.. paged.Next, ActionModel.Ask("哪些记录缺材料"), ActionModel.Ask("材料齐的有几项")],
        }.ToReply(cards);
    }

    /// <summary>What is asked once a year, told where the whole year is asked about.</summary>
    private async Task<List<string>> SetsAsync(Turn turn, Station station, List<Indicator> rows, EvidenceQuestion asked, Period period, CancellationToken cancellation)
    {
        var once = rows.Where(row => row.Evidence.Any(requirement => requirement.OncePerYear)).ToList();
        if (asked.Filters.Count > 0 || station.Years.All(year => year.Period.Cut(period) != year.Period))
        {
            return [];
        }

        var lines = new List<string>();
        foreach (var counted in await standings.CountAsync(station, once, period, turn.Today, cancellation))
        {
            var missing = counted.MissingSet.Where(requirement => asked.Kind is not { } kind || requirement.AnyOf.Contains(kind)).ToList();
            if (counted.Done > 0 && missing.Count > 0)
            {
                lines.Add($"{RowName.Of(counted.Row)}全年至少一套，还缺{EvidenceText.Of(missing)}。");
            }
        }

        return lines;
    }

    private async Task<IReadOnlyList<Fact>> FactsAsync(Station station, List<Indicator> rows, Period period, CancellationToken cancellation) =>
        await store.FactsAsync(station.Id, [.. rows.Select(row => row.Id)], period, cancellation: cancellation);

    private async Task<Fact> FactAsync(Station station, Indicator row, ListedRecord record, CancellationToken cancellation) =>
        (await FactsAsync(station, [row], Period.Day(record.Record.What.Date), cancellation)).First(fact => fact.Number == record.Record.Number);

    /// <summary>今年 where none was said; no evidence is due before a day has come.</summary>
    private static Period? PeriodOf(Turn turn, Station station, EvidenceQuestion asked) =>
        asked.Period is not { } said ? station.YearOf(turn.Today)?.Period
        : station.Years.Any(year => year.Period.Cut(said) is not null) ? said
        : null;

    private static string ScopeOf(Turn turn, Membership who, EvidenceQuestion asked) =>
        (asked.RowsAssumed ? "" : ScopeName.Of(turn.Catalog, asked.Rows) + " ") + NameOf(asked) + (asked.Filters.Count == 0 ? "" : $"（{string.Join('、', asked.Filters.Select(filter => filter is MineFilter ? who.Member.Name : filter.Label))}）");

    private static string NameOf(EvidenceQuestion asked) => asked.Kind is { } kind ? EvidenceName.Of(kind) : "材料";
}
