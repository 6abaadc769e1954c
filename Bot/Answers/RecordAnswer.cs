using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复, by button or by word, and what a record has been through.</summary>
internal sealed class RecordAnswer(RecordStore records, BatchStore batches, UndoStore undo, HistoryStore history, Receipts receipts, StationClock clock, CardTemplates cards)
{
    public async Task<Reply> UndoAsync(Turn turn, Membership who, UndoRequest request, CancellationToken cancellation) => await ShowAsync(
        turn,
        who,
        request.Number,
        request switch
        {
            { LastChange: true, Number: { } number } => await undo.RevertAsync(who, turn.Cause, number, step: null, cancellation),
            { Number: { } number } => await records.SetVoidedAsync(who, turn.Cause, number, voided: true, cancellation),
            _ => await undo.VoidLastAsync(who, turn.Cause, cancellation),
        },
        Replies.NothingToUndo,
        cancellation);

    /// <summary>What the member did last to records, back or forth.</summary>
    public async Task<Reply> TurnAsync(Turn turn, Membership who, bool isUndo, CancellationToken cancellation) => await ShowAsync(
        turn,
        who,
        number: null,
        await undo.TurnAsync(who, turn.Cause, isUndo, cancellation),
        isUndo ? Replies.NothingToUndo : Replies.NothingToRestore,
        cancellation);

    public async Task<Reply> RestoreAsync(Turn turn, Membership who, long number, CancellationToken cancellation) => await ShowAsync(
        turn,
        who,
        number,
        await records.SetVoidedAsync(who, turn.Cause, number, voided: false, cancellation),
        Replies.NothingToRestore,
        cancellation);

    public async Task<Reply> RevertAsync(Turn turn, Membership who, RevertRecord action, CancellationToken cancellation) => await ShowAsync(
        turn,
        who,
        action.Number,
        await undo.RevertAsync(who, turn.Cause, action.Number, action.Step, cancellation),
        Replies.NothingToUndo,
        cancellation);

    /// <param name="batch">The id of the card that made the records.</param>
    public async Task<Reply> SetBatchVoidedAsync(Turn turn, Membership who, string batch, bool voided, CancellationToken cancellation) => await ShowAsync(
        turn,
        who,
        number: null,
        await batches.SetVoidedAsync(who, turn.Cause, batch, voided, cancellation),
        voided ? Replies.NothingToUndo : Replies.NothingToRestore,
        cancellation);

    /// <summary>What a record says, and, where that was asked, what it has been through.</summary>
    public async Task<Reply> TellAsync(Turn turn, Membership who, HistoryRequest asked, CancellationToken cancellation)
    {
        if ((asked.Number ?? await undo.LastAsync(who.Member, cancellation)) is not { } number)
        {
            return Replies.NoRecord;
        }

        if (await records.FindAsync(who.Station.Id, number, cancellation) is not { } record)
        {
            return Replies.Refused(new Change.NotFound(), number);
        }

        var row = turn.Catalog.Find(record.What.Indicator)!;
        var entries = asked.IsContents ? [] : await history.ReadAsync(who.Station.Id, number, cancellation);
        var model = new HistoryModel(
            record.IsVoided ? "已撤销的记录" : "记录",
            number,
            record.IsVoided,
            [.. WithContents(asked, record, receipts.Lines(turn, row, record))],
            [.. entries.Select(entry => Line(turn, entry))],
            record.MayBeTouchedBy(who.Member) ? Receipts.Actions(turn, record, row, turn.CardId) : []);
        return new Reply
        {
            Text = string.Join('\n',
            [
                $"#{number} {RowName.Of(row)}{(record.IsVoided ? "（已撤销）" : "")}",
                .. model.Lines.Skip(1).Select(line => $"{line.Label}：{line.Value}"),
                .. model.Entries.Select(entry => $"· {entry.Head}{(entry.Changes.Count == 0 ? "" : "：" + string.Join('；', entry.Changes))}"),
            ]),
            Card = cards.Fill("history", model, CardJson.Default.HistoryModel),
            CardId = turn.CardId,
            CardStandsAlone = true,
        };
    }

    /// <summary>An imported record can hold a text that its form has no field for.</summary>
    private static IEnumerable<LineModel> WithContents(HistoryRequest asked, StationRecord record, IEnumerable<LineModel> lines) =>
        asked.IsContents && record.What.Content is { Length: > 0 } content && !lines.Any(line => line.Value == content) ? lines.Append(new LineModel("内容", content)) : lines;

    private async Task<Reply> ShowAsync(Turn turn, Membership who, long? number, Change change, Reply nothing, CancellationToken cancellation) => change switch
    {
        Change.Done done => await receipts.ShowAsync(turn, who, done.Record, [], cancellation, done.Record.IsVoided ? null : "已恢复"),
        // What was voided together by 撤销刚才那三条 may be of several rows.
        Change.AllDone { Records: { } all } when all.DistinctBy(record => (record.What.Indicator, record.What.Date)).Count() > 1 =>
            Replies.Plain($"{(all.All(record => record.IsVoided) ? "已撤销" : "已恢复")} {all.Count} 条：{Replies.Numbers(all.Select(record => record.Number))}。"),
        Change.AllDone all => await receipts.ShowAllAsync(turn, who, all.Records, [], cancellation, all.Records.All(record => record.IsVoided) ? null : "已恢复"),
        Change.Reverted { IsAgain: true } again => await receipts.ShowAsync(
            turn, who, again.Record, [], cancellation, "已恢复修改", [.. FieldTexts.Changes(turn, again.Undone, again.Record.What).Select(line => $"改为：{line}")]),
        Change.Reverted reverted => await receipts.ShowAsync(turn, who, reverted.Record, [], cancellation, "已撤销修改", ChangedBack(turn, reverted)),
        Change.SetReverted set => Replies.Reverted(set),
        Change.NotFound when number is null => nothing,
        _ => Replies.Refused(change, number),
    };

    private static IReadOnlyList<string> ChangedBack(Turn turn, Change.Reverted reverted) =>
    [
        .. FieldTexts.Changes(turn, reverted.Undone, reverted.Record.What).Select(line => $"改回：{line}"),
        $"只撤销了上一次修改，记录还在；整条不要了，请说“删掉{reverted.Record.Number}号”",
    ];

    private HistoryLine Line(Turn turn, HistoryEntry entry)
    {
        var at = clock.LocalOf(entry.At);
        var what = entry.Action switch
        {
            HistoryAction.Add => "登记",
            HistoryAction.Edit => "修改",
            HistoryAction.Revert => "撤销修改",
            HistoryAction.Void => "撤销",
            HistoryAction.Restore => "恢复",
            HistoryAction.Mark => "标记材料",
            HistoryAction.Unmark => "取消材料标记",
            HistoryAction.Bind => "归入材料",
            HistoryAction.Unbind => "解除材料",
            var other => other,
        };
        var fields = entry is { Before: { } before, After: { } after } ? FieldTexts.Changes(turn, before, after) : [];
        return new HistoryLine($"{PeriodName.Of(Period.Day(DateOnly.FromDateTime(at)))} {at:HH:mm} {entry.MemberName ?? "导入"} {what}", fields);
    }
}
