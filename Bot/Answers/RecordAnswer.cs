using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复, by button or by word.</summary>
internal sealed class RecordAnswer(RecordStore records, ChangeSets changes, Receipts receipts)
{
    /// <param name="number">Null: the member's last one, or all that the member's last message changed.</param>
    public async Task<Reply> SetVoidedAsync(Turn turn, Membership who, long? number, bool voided, CancellationToken cancellation) =>
        number is null && await changes.RevertLastAsync(who, turn.Cause, voided, cancellation) is { } reverted
            ? Replies.Reverted(reverted, voided)
            : await SetOneVoidedAsync(turn, who, number, voided, cancellation);

    private async Task<Reply> SetOneVoidedAsync(Turn turn, Membership who, long? number, bool voided, CancellationToken cancellation) =>
        await records.SetVoidedAsync(who, turn.Cause, number, voided, cancellation) switch
        {
            Change.Done done => await receipts.ShowAsync(turn, who, done.Record, [], cancellation, voided ? null : "已恢复"),
            Change.NotFound when number is null => voided ? Replies.NothingToUndo : Replies.NothingToRestore,
            var refused => Replies.Refused(refused, number),
        };
}
