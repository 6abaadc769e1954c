using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Upload marks for 中国社会工作网: which records are meant, and when the said number doesn't fit, the question back.</summary>
internal sealed class MarkAnswer(ChangeSets changes, RecordList records, RecordFinder finder, RecordStore store, AttachmentStore files, Receipts receipts, CardTemplates cards)
{
    /// <summary>More are not listed one by one.</summary>
    private const int MostListed = 10;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, UploadMark said, CancellationToken cancellation)
    {
        if (said.Numbers.Count > 0)
        {
            return await SetAsync(turn, who, said.Numbers, said.Uploaded, cancellation);
        }

        var own = await OwnAsync(turn, who, said, cancellation);
        var open = own.Where(record => record.Evidence.Contains(EvidenceKind.Uploaded) != said.Uploaded).ToList();
        var when = WhenOf(turn, said);
        return said switch
        {
            { IsLast: true } => own.Count == 0 ? None(when, said) : await SetAsync(turn, who, [own.MaxBy(record => record.Record.Number)!.Record.Number], said.Uploaded, cancellation),
            _ when own.Count == 0 => await NoneThenAsync(turn, who, said, when, cancellation),
            { Count: { } count } when count != own.Count && count != open.Count => Ask(turn, own, open, said, when),
            _ when open.Count == 0 => Replies.Plain($"{when}的 {own.Count} 条{(said.Uploaded ? "已经标记过上传了" : "本来就没有标记上传")}：{Replies.Numbers(own.Select(record => record.Record.Number))}。"),
            _ => await SetAsync(turn, who, [.. open.Select(record => record.Record.Number)], said.Uploaded, cancellation),
        };
    }

    public async Task<Reply> MarkAsync(Turn turn, Membership who, MarkUploaded action, CancellationToken cancellation)
    {
        if (action.Number is not { } number)
        {
            return await SetAsync(turn, who, action.Numbers, action.TakenBack != true, cancellation);
        }

        var reply = await SetAsync(turn, who, [number], action.TakenBack != true, cancellation);
        // The receipt keeps its place, with one thing less that is missing.
        return reply.IsPlain || await store.FindAsync(who.Station.Id, number, cancellation) is not { } record
            ? reply
            : await receipts.ShowAsync(turn, who, record, [], cancellation, "已标记上传");
    }

    /// <summary>The member's own records that the site wants, of the days and rows that were said; today's without.</summary>
    private async Task<IReadOnlyList<ListedRecord>> OwnAsync(Turn turn, Membership who, UploadMark said, CancellationToken cancellation)
    {
        var days = said.Days ?? (said.IsLast || said.Person is not null ? Period.Ever : Period.Day(turn.Today));
        var selection = new RecordSelection(RowsOf(turn, said), days, who.Member.Id) { Only = await finder.OnlyAsync(turn, who, said.Person, cancellation) };
        return await records.ReadAsync(who.Station.Id, selection, cancellation);
    }

    private static string[] RowsOf(Turn turn, UploadMark said) => [.. turn.Catalog.Rows.Where(row => Wants(row) && said.Rows?.Contains(row) != false).Select(row => row.Id)];

    private static bool Wants(Indicator row) => row.Evidence.Any(requirement => requirement.AnyOf.Contains(EvidenceKind.Uploaded));

    private async Task<Reply> SetAsync(Turn turn, Membership who, IReadOnlyList<long> numbers, bool uploaded, CancellationToken cancellation)
    {
        if (numbers.Count == 0)
        {
            return Replies.Plain("没有要标记的记录。");
        }

        foreach (var number in numbers)
        {
            if (await store.FindAsync(who.Station.Id, number, cancellation) is { } record && turn.Catalog.Find(record.What.Indicator) is { } row && !Wants(row))
            {
                return Replies.Plain($"#{number} 是{RowName.Of(row)}，不用传中国社会工作网。");
            }

            if (await store.FindAsync(who.Station.Id, number, cancellation) is null)
            {
                return Replies.Refused(new Change.NotFound(), number);
            }
        }

        var wanted = numbers.Select<long, RecordChange>(number => uploaded
            ? new RecordChange.Mark(number, EvidenceKind.Uploaded)
            : new RecordChange.Unmark(number, EvidenceKind.Uploaded));
        var outcome = await changes.SaveAsync(who, turn.Cause, [.. wanted], cancellation);
        var still = uploaded ? new Still("", []) : await StillAsync(turn, who, numbers, cancellation);
        return outcome switch
        {
            ChangeSet.Refused refused => Replies.Refused(refused.Reason, null),
            ChangeSet.Done { Numbers: [] } when still.Text.Length > 0 => Said(turn, still.Text, still.Actions),
            ChangeSet.Done { Numbers: [] } => Replies.Plain($"{Replies.Numbers(numbers)} {(uploaded ? "已经标记过上传了" : "本来就没有标记上传")}。"),
            ChangeSet.Done done => Said(
                turn,
                $"{(uploaded ? "已标记上传" : "已取消上传标记")} {done.Numbers.Count} 条：{Replies.Numbers(done.Numbers)}。{(still.Text.Length > 0 ? "\n" + still.Text : "")}",
                [new ActionModel("撤销", Mark(done.Numbers, takenBack: uploaded)), .. still.Actions]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What a picture proves is not unsaid by a mark that is taken back: then it says so, and where one batch does it offers to take that away.</summary>
    private async Task<Still> StillAsync(Turn turn, Membership who, IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        var (proved, proofs) = (new List<long>(), new List<Attachment>());
        foreach (var number in numbers)
        {
            var own = await files.OfRecordAsync(who.Station.Id, number, cancellation);
            var batches = own.Where(file => file.Kind == EvidenceKind.Uploaded).Select(file => file.Batch).ToHashSet();
            proofs.AddRange(own.Where(file => batches.Contains(file.Batch)));
            proved.AddRange(batches.Count > 0 ? [number] : []);
        }

        var isOne = proofs.DistinctBy(file => (file.Batch, file.Kind)).Count() == 1;
        return new Still(
            proved.Count == 0 ? "" : $"{Replies.Numbers(proved)} 归入的上传截图还在，仍算已上传。",
            isOne ? [FileCards.Free(proofs[0].Batch, turn.CardId)] : []);
    }

    private Reply Said(Turn turn, string text, IReadOnlyList<ActionModel> actions) =>
        actions.Count == 0 ? Replies.Plain(text) : cards.Choose(text, actions) with { CardId = turn.CardId };

    private sealed record Still(string Text, IReadOnlyList<ActionModel> Actions);

    /// <summary>Nothing in the days that were meant: where only 都传了 was said, the older ones may be.</summary>
    private async Task<Reply> NoneThenAsync(Turn turn, Membership who, UploadMark said, string when, CancellationToken cancellation)
    {
        if (said.Days is not null || said.Person is not null || !said.Uploaded)
        {
            return None(when, said);
        }

        var all = await records.ReadAsync(who.Station.Id, new RecordSelection(RowsOf(turn, said), Period.Ever, who.Member.Id), cancellation);
        var older = all.Where(record => !record.Evidence.Contains(EvidenceKind.Uploaded)).ToList();
        return older.Count == 0
            ? None(when, said)
            : cards.Choose($"今天没有要传网站的记录。还有 {older.Count} 条没标记，是这 {older.Count} 条吗？\n{Listed(turn, older)}", [new ActionModel($"是，{older.Count} 条都传了", Mark(Numbers(older), takenBack: false))]);
    }

    private static Reply None(string when, UploadMark said) => Replies.Plain($"{when}没有你登记的、{(said.Uploaded ? "要传网站" : "传过网站")}的记录。");

    private Reply Ask(Turn turn, IReadOnlyList<ListedRecord> own, List<ListedRecord> open, UploadMark said, string when)
    {
        var shown = open.Count > 0 ? open : own;
        var what = said.Uploaded ? "没标记的" : "标记过的";
        return shown.Count < said.Count
            ? cards.Choose($"{when}只有 {shown.Count} 条{what}，是这 {shown.Count} 条吗？\n{Listed(turn, shown)}", [new ActionModel($"是这 {shown.Count} 条", Mark(Numbers(shown), !said.Uploaded))])
            : cards.Choose(
                $"{when}有 {shown.Count} 条{what}，是哪 {said.Count} 条？可以说“{string.Join('、', shown.Take(said.Count!.Value).Select(record => record.Record.Number))}号{(said.Uploaded ? "传了" : "没传")}”。\n{Listed(turn, shown)}",
                [new ActionModel($"{shown.Count} 条都{(said.Uploaded ? "传了" : "没传")}", Mark(Numbers(shown), !said.Uploaded))]);
    }

    private static string Listed(Turn turn, IReadOnlyList<ListedRecord> shown) => string.Join('\n', shown.Take(MostListed).Select(record => $"· {RecordLine.Of(turn.Catalog, record)}")) + More(shown);

    private static string More(IReadOnlyList<ListedRecord> shown) => shown.Count > MostListed ? $"\n还有 {shown.Count - MostListed} 条没有列出。" : "";

    private static IReadOnlyList<long> Numbers(IEnumerable<ListedRecord> shown) => [.. shown.Select(record => record.Record.Number)];

    private static System.Text.Json.Nodes.JsonObject Mark(IReadOnlyList<long> numbers, bool takenBack) => new()
    {
        ["verb"] = "record.mark",
        ["numbers"] = new System.Text.Json.Nodes.JsonArray([.. numbers.Select(number => (System.Text.Json.Nodes.JsonNode)number)]),
        ["takenBack"] = takenBack,
    };

    private static string WhenOf(Turn turn, UploadMark said) => said is { Days: null, Person: { } person } ? person
        : said.Days is not { } days || days == Period.Day(turn.Today) ? "今天"
        : days == Period.Day(turn.Today.AddDays(-1)) ? "昨天"
        : PeriodName.Of(days);
}
