using System.Diagnostics;
using StationBot.Answers.People;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复 alone: the last thing that the member did, a change of the roster, files that went to a record, or records.</summary>
internal sealed class TurnBackAnswer(DeedStore deeds, RecordAnswer record, PersonAnswer person, AttachmentAnswer attachment)
{
    public async Task<Reply> UndoAsync(Turn turn, Membership who, CancellationToken cancellation) => await deeds.LastAsync(who, turn.Cause, isUndo: true, cancellation) switch
    {
        LastDeed.OfPerson last => await person.UndoAsync(turn, who, last, cancellation),
        LastDeed.OfFiles last => await attachment.FreeAsync(turn, who, last.Files.Batch, cancellation, last.Key),
        LastDeed.OfRecords => await record.TurnAsync(turn, who, isUndo: true, cancellation),
        LastDeed.Nothing => Replies.NothingToUndo,
        _ => throw new UnreachableException(),
    };

    public async Task<Reply> RestoreAsync(Turn turn, Membership who, CancellationToken cancellation) => await deeds.LastAsync(who, turn.Cause, isUndo: false, cancellation) switch
    {
        LastDeed.OfPerson last => await person.RedoAsync(turn, who, last, cancellation),
        LastDeed.OfFiles last => await attachment.BindAgainAsync(turn, who, last, cancellation),
        LastDeed.OfRecords => await record.TurnAsync(turn, who, isUndo: false, cancellation),
        LastDeed.Nothing { WasCleared: true } => Replies.ChangedSinceUndo,
        LastDeed.Nothing => Replies.NothingToRestore,
        _ => throw new UnreachableException(),
    };
}
