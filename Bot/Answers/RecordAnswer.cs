using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复, by button or by word.</summary>
internal sealed class RecordAnswer(RecordStore records, Receipts receipts)
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

        var after = await records.SetVoidedAsync(who, record.Number, voided, cancellation);
        return await receipts.ShowAsync(turn, who, after!, [], cancellation, voided ? null : "已恢复");
    }
}
