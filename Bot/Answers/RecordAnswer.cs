using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复, by button or by word.</summary>
internal sealed class RecordAnswer(RecordStore records, FileStore files, Receipts receipts)
{
    /// <param name="number">Null: the member's last one.</param>
    public async Task<Reply> SetVoidedAsync(Turn turn, Membership who, long? number, bool voided, CancellationToken cancellation)
    {
        var record = number is { } given
            ? await records.FindAsync(who.Station.Id, given, cancellation)
            : await records.LastOfAsync(who, voided: !voided, cancellation);
        if (record is null)
        {
            return number is { } missing ? Replies.NoSuchRecord(missing) : voided ? Replies.NothingToUndo : Replies.NothingToRestore;
        }

        if (!Receipts.MayTouch(who, record))
        {
            return Replies.NotYours(record.Number);
        }

        if (turn.Message.IsGroup)
        {
            return Replies.NotInGroups;
        }

        if (voided && record.What is { Form: RecordForms.CaseOpenId, File.Id: { } file } && await files.FindAsync(who.Station.Id, file, cancellation) is { Sessions: > 0 and var sessions })
        {
            return Replies.Plain($"这个个案已有 {sessions} 节记录，先撤销它们，才能撤销开案。");
        }

        var after = await records.SetVoidedAsync(who, record.Number, voided, cancellation);
        return await receipts.ShowAsync(turn, who, after!, [], cancellation, voided ? null : "已恢复");
    }
}
